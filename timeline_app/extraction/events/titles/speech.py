"""Titles of speech acts: “Lavrov condemns attack”, “Hollande: France ready to work with Moscow”."""

from dataclasses import dataclass

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import VerbGroup
from timeline_app.extraction.events.speech import told_before
from timeline_app.extraction.events.titles.naming import naming_title
from timeline_app.extraction.events.titles.phrases import noun_phrase_begin, noun_phrase_end, reach
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subject_words import Subject
from timeline_app.extraction.events.titles.subjects import (
    citation_begin,
    is_inverted,
    subject_of_verb,
)
from timeline_app.extraction.events.titles.verb_words import Verb, verb_phrase
from timeline_app.extraction.events.titles.verbal import verbal_title
from timeline_app.extraction.events.titles.verbs import present
from timeline_app.extraction.events.titles.wording import headline, trimmed, wording
from timeline_app.extraction.language_pack import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said: tokens `begin` to `end`; `is_quoted` tells that they are the speaker's own."""

    begin: int
    end: int
    is_quoted: bool


def speech_title(scope: Scope, verb: Verb) -> str:
    """Return speaker and verb with its object, or speaker and what is said."""
    named = naming_title(scope, verb)
    if named:
        return named
    is_plain = scope.candidate.trigger.entry.subtype in scope.words("plain_speech")
    if verb.group.is_passive and not is_plain:
        return verbal_title(scope, verb)
    content = _content(scope, verb)
    if is_plain and _names_object(scope, verb):
        return verbal_title(scope, verb)
    if is_plain and content is not None and not _is_saying(scope, content, verb):
        content = None
    if not is_plain and not _is_bare(scope, verb, content):
        return verbal_title(scope, verb)
    if content is None or scope.candidate.modality is not Modality.ACTUAL:
        return verbal_title(scope, verb)
    speaker = subject_of_verb(scope, verb.group, verb.group.begin)
    if is_plain:
        return _says(scope, speaker, content)
    start = f"{speaker.text} {verb_phrase(scope, verb, speaker)}" if speaker.text else ""
    return _colon(scope, start or headline(verb.lemma), content)


def _names_object(scope: Scope, verb: Verb) -> bool:
    """Tell whether the verb gives something a name: "called the deal a mistake"."""
    is_naming = scope.candidate.trigger.entry.lemma in scope.words("naming_verbs")
    s, c = scope.sentence, scope.sentence.grammar.classes
    if not is_naming or not (s.is_open(verb.after) or s.is_open(verb.after + 1)):
        return False
    first = s.lower(verb.after)
    is_pronoun = first in c.pronoun_object or first in c.determiner
    return not is_pronoun or first in scope.words("articles")


def _is_bare(scope: Scope, verb: Verb, content: Content | None) -> bool:
    """Tell whether the verb has no object of its own beside what is said."""
    if content is None or not (content.is_quoted or _has_verb(scope, content)):
        return False
    return content.begin < verb.group.begin or (
        content.is_quoted and content.begin - verb.after <= _NEAR_QUOTE
    )


_NEAR_QUOTE = 2


def _is_saying(scope: Scope, content: Content, verb: Verb) -> bool:
    """Tell whether what follows the verb is a clause or a quotation, not an object."""
    if content.is_quoted or content.begin < verb.group.begin:
        return True
    return _has_verb(scope, content)


def _has_verb(scope: Scope, content: Content) -> bool:
    s, verbs = scope.sentence, scope.candidate.verbs
    return any(j in verbs or s.is_finite_verb(j) for j in range(content.begin, content.end))


def _says(scope: Scope, speaker: Subject, content: Content) -> str:
    if not speaker.text:
        nobody = load_table(scope.language, "events/titles")["unnamed_speaker"]
        return _colon(scope, str(nobody), content)
    first = scope.sentence.lower(content.begin)
    c = scope.sentence.grammar.classes
    if content.is_quoted or not (first in c.pronoun_subject or first in c.possessive):
        return _colon(scope, speaker.text, content)
    lemma = scope.candidate.trigger.entry.lemma
    lemma = lemma if lemma in scope.words("takes_clause") else _plain_verb(scope)
    says = present(scope.language, lemma, is_plural=speaker.is_plural)
    start = f"{speaker.text} {says}"
    said = _said(scope, content, _ROOM - len(start))
    is_pronoun = said.lower().startswith(first) and first not in _FIRST
    return f"{start} {said[:1].lower() + said[1:] if is_pronoun else said}"


_FIRST = frozenset("i")


def _plain_verb(scope: Scope) -> str:
    return str(load_table(scope.language, "events/titles")["say"])


def _colon(scope: Scope, start: str, content: Content) -> str:
    said = _said(scope, content, _ROOM - len(start) - 3)
    if content.is_quoted:
        said = f"“{headline(said)}”"
    else:
        said = headline(said)
    return f"{start}: {said}" if start else said


_LEAST_ROOM = 24
_ROOM = 78
"""Characters of speaker and speech together."""


def _said(scope: Scope, content: Content, room: int) -> str:
    cut = reach(
        scope,
        content.begin,
        max(room, _LEAST_ROOM),
        is_clause=True,
        keeps_articles=content.is_quoted,
    )
    end = min(cut, content.end)
    begin, end = trimmed(scope, content.begin, end)
    text = wording(scope, begin, end, keeps_articles=content.is_quoted)
    if not content.is_quoted:
        text = _unshifted(scope, text)
    return text if _is_whole(scope, end, content.end) else f"{text}…"


def _is_whole(scope: Scope, cut: int, end: int) -> bool:
    """Tell whether a clause ends where it was cut."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    while cut < end and (cut in scope.dates or cut + 1 in scope.dates):
        cut = scope.dates.get(cut, cut + 1)
    after = s.lower(cut)
    if cut >= end or not after[:1].isalnum():
        return True
    return after in c.conjunction or after in scope.words("ends_phrase")


def _unshifted(scope: Scope, text: str) -> str:
    """Return reported speech in the speaker's own tense, where the words tell it: would → will."""
    shifted = load_table(scope.language, "events/titles").get("unshifted", {})
    return " ".join(shifted.get(word, word) for word in text.split(" "))


def _content(scope: Scope, verb: Verb) -> Content | None:
    """Return what is said: after the verb, or before it."""
    before = _quoted_before(scope, verb) or _told_before(scope, verb) or _around(scope, verb)
    if before is not None:
        return before
    return _after(scope, verb)


def _quoted_before(scope: Scope, verb: Verb) -> Content | None:
    """Return the quotation that stands before its speaker: “…,” he said at the ceremony."""
    s = scope.sentence
    end = verb.group.begin
    stop = max(0, end - _NEAR_SPEAKER)
    while end > stop and not s.quoted[end - 1]:
        end -= 1
    if end <= stop or s.quoted[verb.group.head]:
        return None
    begin = end
    while begin > 0 and (s.quoted[begin - 1]):
        begin -= 1
    while begin < end and not s.lowers[begin][0].isalnum():
        begin += 1
    while end > begin and not s.lowers[end - 1][0].isalnum():
        end -= 1
    if end - begin < _LEAST_WORDS or _opens_at(scope, begin) > _LATE_QUOTE:
        return None
    return Content(begin=begin, end=end, is_quoted=True)


_NEAR_SPEAKER = 14
_LATE_QUOTE = 3


def _opens_at(scope: Scope, begin: int) -> int:
    """Return how many words stand before the quotation."""
    return sum(word[0].isalnum() for word in scope.sentence.lowers[:begin])


def _told_before(scope: Scope, verb: Verb) -> Content | None:
    cut = told_before(scope.sentence, scope.candidate.trigger)
    cited = citation_begin(scope, verb.group)
    if cited > 0:
        cut = noun_phrase_begin(scope, cited, 0)
    elif is_inverted(scope, verb.group):
        cut = verb.group.begin
    elif _is_after_insertion(scope, verb):
        return None
    if not cut:
        return None
    s, g = scope.sentence, scope.sentence.grammar
    begin = 0
    end = cut
    while begin < end and (not s.lowers[begin][0].isalnum() or _opens_speech(scope, begin)):
        begin += 1
    while end > begin and not s.lowers[end - 1][0].isalnum():
        end -= 1
    if end - begin < _LEAST_WORDS:
        return None
    quoted = sum(s.quoted[begin:end]) * 2 > end - begin and s.quoted[begin]
    return Content(begin=begin, end=end, is_quoted=bool(quoted) and bool(g))


def _around(scope: Scope, verb: Verb) -> Content | None:
    """Return what is said before an inserted "the army said on Monday,", None if it is none."""
    s, comma = scope.sentence, scope.sentence.grammar.classes.comma
    i = verb.after + (s.lower(verb.after) in scope.words("before_dates"))
    after = scope.dates.get(i, verb.after)
    if s.lower(after) not in comma or not s.lower(after + 1)[:1].isalnum():
        return None
    for j in range(verb.group.begin - 1, max(0, verb.group.begin - _NEAR_SPEAKER), -1):
        if s.lowers[j] in comma:
            found = Content(begin=0, end=j, is_quoted=False)
            return found if _has_verb(scope, found) else None
        if s.is_finite_verb(j):
            return None
    return None


def _is_after_insertion(scope: Scope, verb: Verb) -> bool:
    """Tell whether the subject stands before an inserted clause: "Farage, who had lost, hailed"."""
    begin = verb.group.begin
    s = scope.sentence
    return clause_range(s, begin)[0] == begin and s.lower(begin - 1) in s.grammar.classes.comma


_LEAST_WORDS = 2


def _opens_speech(scope: Scope, i: int) -> bool:
    return scope.sentence.lowers[i] in scope.words("speech_openers")


def _after(scope: Scope, verb: Verb) -> Content | None:
    s, c = scope.sentence, scope.sentence.grammar.classes
    i = max(verb.after, scope.candidate.trigger.end)
    i = _after_addressee(scope, i, verb.group)
    while i < len(s):
        word = s.lowers[i]
        if i in scope.dates:
            i = scope.dates[i]
        elif (
            word in c.complementiser
            or not word[0].isalnum()
            or _opens_speech(scope, i)
            or (word in scope.words("before_dates") and i + 1 in scope.dates)
        ):
            i += 1
        else:
            break
    end = len(s)
    while end > i and not s.lowers[end - 1][0].isalnum():
        end -= 1
    if end - i < _LEAST_WORDS:
        return None
    return Content(begin=i, end=end, is_quoted=s.quoted[i])


_FAR_THAT = 14


def _after_addressee(scope: Scope, i: int, group: VerbGroup) -> int:
    """Return the token after addressees and circumstances, where "that" or a quotation follows."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    _, end = clause_range(s, group.head)
    for j in range(i, min(i + _FAR_THAT, len(s))):
        word = s.lowers[j]
        if word in c.opening_quote or word in c.plain_quote:
            return j if j == i or s.lower(j - 1) in scope.words("before_quote") else i
        if word in scope.words("that") and s.lower(j - 1) not in c.preposition:
            return j
        if word == ":":
            return j
        if s.is_finite_verb(j) and j > i and j < end:
            return i
    is_told_to = s.lower(group.head) in scope.words("takes_addressee")
    return noun_phrase_end(scope, i, len(s)) if is_told_to else i
