"""Which mention a date phrase hangs on, inside one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, Tense, WordClasses
from timeline_app.extraction.governing import OPENING, Phrase, governed
from timeline_app.extraction.language_pack import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A date phrase on a mention; `is_shared` where another verb of the sentence carries it.

    `is_aim` tells that the phrase names what lies ahead ("a meeting for Friday", "the ballot is on
    Tuesday"), `opens_sentence` that it stands first and sets the scene.
    """

    timex: Timex
    preposition: str
    is_shared: bool = False
    is_aim: bool = False
    opens_sentence: bool = False


def attach(
    candidates: Sequence[Candidate],
    timexes: Sequence[tuple[int, int, Timex]],
    dct: EventTime | None,
    language: str,
) -> dict[int, Attached]:
    """Return, by index, the candidates that a date phrase of their sentence dates."""
    found: dict[int, Attached] = {}
    if not candidates:
        return found
    sentence = candidates[0].sentence
    for begin, end, timex in timexes:
        before = sentence.lower(begin - 1)
        is_preposition = before in sentence.grammar.classes.preposition
        phrase = Phrase(
            begin=begin,
            end=end,
            preposition=before if is_preposition else "",
            timex=timex,
            is_past=_is_before(timex, dct),
            is_future=_is_ahead(timex, dct),
        )
        for k in governed(sentence, candidates, phrase, language):
            attached = Attached(
                timex=timex,
                preposition=_own_preposition(candidates[k], phrase),
                is_aim=_is_aimed_at(sentence, candidates[k], phrase, language),
                opens_sentence=begin < OPENING,
            )
            found.setdefault(k, attached)
    for k, attached in _shared(sentence, candidates, found):
        found.setdefault(k, attached)
    return found


def _own_preposition(candidate: Candidate, phrase: Phrase) -> str:
    """Return the phrase's preposition; "" where it belongs to the noun that the phrase modifies."""
    is_modified = candidate.trigger.is_noun and candidate.trigger.head >= phrase.end
    return "" if is_modified else phrase.preposition


def _is_aimed_at(sentence: Sentence, candidate: Candidate, phrase: Phrase, language: str) -> bool:
    trigger = candidate.trigger
    if not trigger.is_noun or trigger.end > phrase.begin:
        return False
    if phrase.preposition in word_set(language, "events/linking", "aim"):
        return True
    c = sentence.grammar.classes
    between = sentence.lowers[trigger.end : phrase.begin]
    is_now = any(word in c.be and word not in c.be_past | c.genitive for word in between)
    return is_now and not any(word in c.relative for word in between)


def _is_before(timex: Timex, dct: EventTime | None) -> bool:
    end = timex.time.end if timex.time else None
    return dct is not None and dct.begin is not None and end is not None and end <= dct.begin


def _is_ahead(timex: Timex, dct: EventTime | None) -> bool:
    """Tell whether every reading of the phrase lies after publication."""
    if dct is None or dct.end is None:
        return False
    times = [timex.time, *(r.time for r in timex.alternatives)]
    return all(t is not None and t.begin is not None and t.begin >= dct.end for t in times)


def _shared(
    sentence: Sentence, candidates: Sequence[Candidate], found: dict[int, Attached]
) -> Iterator[tuple[int, Attached]]:
    """Yield verbs that share the date of the verb that they continue: "met Merkel and flew"."""
    last: tuple[int, Attached] | None = None
    for k, c in enumerate(candidates):
        group = c.trigger.group
        if k in found and group is not None and group.is_finite:
            last = group.head, found[k]
        elif last is not None and group is not None and _goes_on(sentence, c, last[0]):
            shared = last[1]
            yield k, Attached(timex=shared.timex, preposition=shared.preposition, is_shared=True)


def _goes_on(sentence: Sentence, candidate: Candidate, last: int) -> bool:
    """Tell whether the verb carries a coordinated main clause: "on Friday A left and B came".

    Its subject may have an insertion of its own: "and the president, X, called for".
    """
    group = candidate.trigger.group
    if group is None or group.tense is not Tense.PAST or candidate.is_told:
        return False
    begin, _ = clause_range(sentence, group.begin)
    c = sentence.grammar.classes
    if sentence.lower(begin) in c.conjunction:
        return True
    between = sentence.lowers[last + 1 : group.begin]
    joints = [j for j, word in enumerate(between) if word in _SEMICOLON or _opens(between, j, c)]
    return bool(joints) and c.relative.isdisjoint(between[joints[-1] :])


def _opens(words: Sequence[str], j: int, c: WordClasses) -> bool:
    """Tell whether a conjunction after a comma opens a clause."""
    return j > 0 and words[j] in c.conjunction and words[j - 1] in c.comma


_SEMICOLON = frozenset({";"})
