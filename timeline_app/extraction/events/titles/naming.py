"""Titles of speech acts that give something a name: “Putin calls attack “a stab in the back””."""

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.titles.cutting import reach
from timeline_app.extraction.events.titles.scope import MOST_LENGTH, Scope
from timeline_app.extraction.events.titles.subjects import subject_of_verb
from timeline_app.extraction.events.titles.verb_words import Verb
from timeline_app.extraction.events.titles.verbs import present
from timeline_app.extraction.events.titles.wording import wording
from timeline_app.extraction.language_pack import load_table

_MOST_OBJECT = 9
"""Most words between the verb and "as"."""
_LEAST_ROOM = 30
_MARKS = 3


def naming_title(scope: Scope, verb: Verb) -> str:
    """Return who calls what how, of "referred to X as Y", "described X as Y"; "" of anything else.

    What the speaker's own words are keeps its quotation marks.
    """
    lemma = scope.candidate.trigger.entry.lemma
    if verb.group.is_passive or scope.candidate.modality is not Modality.ACTUAL:
        return ""
    first = verb.after + len(scope.candidate.trigger.entry.rest)
    at = _as(scope, first) if lemma in scope.words("as_verbs") else -1
    if at < 0 and lemma in scope.words("naming_verbs") and not scope.candidate.trigger.entry.rest:
        at = _before_quotation(scope, first)
    if at < 0:
        return ""
    speaker = subject_of_verb(scope, verb.group, verb.group.begin)
    if not speaker.text:
        return ""
    lemma = str(load_table(scope.language, "events/titles")["name"])
    says = present(scope.language, lemma, is_plural=speaker.is_plural)
    is_as = scope.sentence.lower(at) in scope.sentence.grammar.classes.as_what
    thing = wording(scope, first, at)
    if not thing:
        return ""
    start = f"{speaker.text} {says} {thing}"
    name = _name(scope, at + is_as, max(MOST_LENGTH - len(start) - _MARKS, _LEAST_ROOM))
    return f"{start} {name}" if name else ""


def _before_quotation(scope: Scope, first: int) -> int:
    """Return where a quoted name follows the object at `first`: "called it | “a disgrace”"."""
    s = scope.sentence
    for j in range(first + 1, min(first + _MOST_OBJECT, len(s))):
        if not s.quoted[first] and (s.quoted[j] or _opens_quotation(scope, j)):
            return j
        if not s.lowers[j][0].isalnum() or s.is_finite_verb(j):
            return -1
    return -1


def _opens_quotation(scope: Scope, j: int) -> bool:
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_mark = s.lowers[j] in c.opening_quote or s.lowers[j] in c.plain_quote
    return is_mark and j + 1 < len(s) and s.quoted[j + 1]


def _as(scope: Scope, first: int) -> int:
    """Return where "as" stands behind the object that begins at `first`, -1 if it does not."""
    s = scope.sentence
    for j in range(first, min(first + _MOST_OBJECT, len(s))):
        if s.lowers[j] in s.grammar.classes.as_what:
            return j if j > first else -1
        if not s.lowers[j][0].isalnum() or s.is_finite_verb(j):
            return -1
    return -1


def _name(scope: Scope, begin: int, room: int) -> str:
    s = scope.sentence
    is_quoted = begin < len(s) and (s.quoted[begin] or _opens_quotation(scope, begin))
    while begin < len(s) and not s.lowers[begin][0].isalnum():
        begin += 1
    if begin >= len(s):
        return ""
    close = next((j for j in range(begin, len(s)) if not s.quoted[j]), len(s))
    limit = close if is_quoted else 0
    end = reach(scope, begin, room, is_clause=is_quoted, keeps_articles=True, limit=limit)
    is_whole = is_quoted and end == close
    text = wording(scope, begin, end, keeps_articles=True, is_whole=is_whole)
    is_cut = is_quoted and end < len(s) and s.quoted[end] and s.lowers[end][0].isalnum()
    text = f"{text}…" if is_cut else text
    return f"“{text}”" if is_quoted and text else text
