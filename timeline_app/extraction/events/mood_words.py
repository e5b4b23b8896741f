"""The words of a sentence that show a happening to be planned, proposed, denied or imagined."""

from functools import cache

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.language_pack import word_set

_LEFT = 8
"""How many words before the verb or noun are looked at."""
_MOST_QUOTED = 8
_FIRST_QUOTED = 3
_GAP = "…"


def words_of_mood(candidate: Candidate, language: str) -> str:
    """Return the deciding words as written, "" where no words of the sentence decide."""
    if candidate.modality is Modality.ACTUAL:
        return ""
    return _auxiliaries(candidate) or _before(candidate, language) or _of_teller(candidate)


def _auxiliaries(candidate: Candidate) -> str:
    """Return a condition, or the verb with its "will", "could", "not"."""
    s, group = candidate.sentence, candidate.trigger.group
    begin, _ = clause_range(s, candidate.trigger.head)
    if s.lower(begin) in s.grammar.classes.condition:
        return s.words[begin]
    if group is None:
        return ""
    if group.tense is Tense.INFINITIVE and s.lower(group.begin - 2) in s.grammar.classes.be:
        return _quoted(candidate, group.begin - 2, group.head + 1)
    c, words = s.grammar.classes, s.lowers[group.begin : group.head]
    if any(word in c.modal or word in c.negator for word in words):
        return _quoted(candidate, group.begin, group.head + 1)
    return ""


def _before(candidate: Candidate, language: str) -> str:
    """Return the nearest governing word with what leads to the happening: "set to meet"."""
    s, trigger = candidate.sentence, candidate.trigger
    group = trigger.group
    end = group.begin if group is not None and not trigger.is_noun else trigger.begin
    known = _governing(language, candidate.modality.value)
    floor = max(0, end - _LEFT, _break_before(candidate, end))
    for j in range(end - 1, floor - 1, -1):
        if s.lowers[j] in known:
            return _quoted(candidate, j, max(trigger.head, end) + 1)
    return ""


def _break_before(candidate: Candidate, end: int) -> int:
    s = candidate.sentence
    for j in range(end - 1, max(-1, end - _LEFT), -1):
        if s.lowers[j] in s.grammar.breaks or s.lowers[j] == ".":
            return j + 1
    return 0


@cache
def _governing(language: str, mood: str) -> frozenset[str]:
    table = "events/modality"
    return word_set(language, table, mood) | word_set(language, table, f"noun_{mood}")


def _of_teller(candidate: Candidate) -> str:
    """Return the word of speech that asks for it, promises it or denies it."""
    teller = candidate.teller
    if teller is None or teller.entry.content is None:
        return ""
    return _quoted(candidate, teller.begin, teller.end)


def _quoted(candidate: Candidate, begin: int, end: int) -> str:
    """Return the words as written; a long stretch only by its first words and its last."""
    words = list(candidate.sentence.words[begin:end])
    if len(words) > _MOST_QUOTED:
        words = [*words[:_FIRST_QUOTED], _GAP, words[-1]]
    text = ""
    for word in words:
        is_joined = not (word[0].isalnum() or word == _GAP) or word in ("'s", "’s")
        text += word if is_joined or not text else f" {word}"
    return text
