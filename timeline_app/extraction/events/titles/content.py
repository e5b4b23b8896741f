"""What a speech act says: where its clause or its quotation begins and ends."""

from dataclasses import dataclass, replace

from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import VerbGroup
from timeline_app.extraction.events.speech import told_before
from timeline_app.extraction.events.titles.lists import is_clause_at, subject_end
from timeline_app.extraction.events.titles.phrases import (
    is_list,
    noun_phrase_begin,
    noun_phrase_end,
)
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subjects import citation_begin, is_inverted
from timeline_app.extraction.events.titles.verb_words import Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said: tokens `begin` to `end`; `is_quoted` tells that they are the speaker's own."""

    begin: int
    end: int
    is_quoted: bool


def content_of(scope: Scope, verb: Verb) -> Content | None:
    """Return what is said, after the verb or before it, without who passes it on."""
    found = _content(scope, verb)
    if found is None:
        return None
    end = _before_teller(scope, found)
    return replace(found, end=end)


def _content(scope: Scope, verb: Verb) -> Content | None:
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
    if end == begin or _opens_at(scope, begin) > _LATE_QUOTE:
        return None
    return Content(begin=begin, end=end, is_quoted=True)


_NEAR_SPEAKER = 14
_LATE_QUOTE = 3


def _opens_at(scope: Scope, begin: int) -> int:
    """Return how many words stand before the quotation."""
    return sum(word[0].isalnum() for word in scope.sentence.lowers[:begin])


def _told_before(scope: Scope, verb: Verb) -> Content | None:
    cut = told_before(scope.sentence, scope.candidate.trigger, scope.words("plain_speech"))
    cited = citation_begin(scope, verb.group)
    if cited > 0:
        cut = noun_phrase_begin(scope, cited, 0)
    elif is_inverted(scope, verb.group):
        cut = verb.group.begin
    elif _is_after_insertion(scope, verb):
        return None
    cut = cut or _last_cut(scope, verb)
    if not cut or scope.sentence.lower(cut - 1) in scope.words("independent"):
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


def _last_cut(scope: Scope, verb: Verb) -> int:
    """Return where the last speaker of a sentence begins: "…, | Elbe said on Monday"; 0 if none."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_telling = scope.candidate.trigger.entry.subtype in scope.words("telling_speech")
    if not is_telling or not _ends_at(scope, scope.candidate.trigger.end, _last_word(scope)):
        return 0
    for j in range(verb.group.begin - 1, max(0, verb.group.begin - _NEAR_SPEAKER), -1):
        if s.lowers[j] in c.comma:
            return j + 1 if subject_end(scope, j + 1, verb.group.begin) > j + 1 else 0
    return 0


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
            if _opens(scope, 0) and main_clause(scope, found) is None:
                return Content(begin=after + 1, end=_last_word(scope), is_quoted=False)
            return found if has_verb(scope, found) else None
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
        elif word in c.condition and s.lower(i - 1) in scope.words("that"):
            break
        elif (
            word in c.complementiser
            or not word[0].isalnum()
            or _opens_speech(scope, i)
            or (word in scope.words("before_dates") and i + 1 in scope.dates)
        ):
            i += 1
        else:
            break
    end = _last_word(scope)
    if end - i < _LEAST_WORDS:
        return None
    return Content(begin=i, end=end, is_quoted=s.quoted[i])


def _last_word(scope: Scope) -> int:
    """Return where the sentence ends, without its last signs."""
    end = len(scope.sentence)
    while end and not scope.sentence.lowers[end - 1][0].isalnum():
        end -= 1
    return end


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


def has_verb(scope: Scope, content: Content) -> bool:
    """Tell whether a verb stands in it."""
    s, verbs = scope.sentence, scope.candidate.verbs
    return any(j in verbs or s.is_finite_verb(j) for j in range(content.begin, content.end))


def main_clause(scope: Scope, content: Content) -> tuple[int, int] | None:
    """Return where the main clause begins behind the phrase that opens what is said, and its comma.

    None where none opens it: "if the bank fails, | the state will pay".
    """
    s, c = scope.sentence, scope.sentence.grammar.classes
    if content.is_quoted or not _opens(scope, content.begin):
        return None
    for j in range(content.begin + 1, content.end - 2):
        if s.lowers[j] in c.comma and not is_list(scope, j):
            rest = replace(content, begin=j + 1)
            if not has_verb(scope, rest) or s.lowers[j + 1] in c.relative:
                return None
            return main_clause(scope, rest) or (j + 1, j)
    return None


def _opens(scope: Scope, i: int) -> bool:
    """Tell whether a subordinate clause or a prepositional phrase begins at `i`."""
    word, c = scope.sentence.lower(i), scope.sentence.grammar.classes
    is_known = word in c.preposition or word in c.subordinator or word in scope.words("ends_phrase")
    return is_known and (word not in c.complementiser or word in c.condition)


def is_clause(scope: Scope, content: Content) -> bool:
    """Tell whether a subject and its verb begin what is said, not an object: "he left"."""
    return is_clause_at(scope, content.begin, content.end)


def _before_teller(scope: Scope, content: Content) -> int:
    """Return where what is said ends before another speaker: "…, | Radio Tonga reported"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    told = [j for j in scope.candidate.verbs if content.begin < j < content.end]
    last = max(told, default=0)
    if not told or not _ends_at(scope, last + 1, content.end):
        return content.end
    breaks = (s.grammar.breaks, c.comma)
    backwards = range(last, content.begin, -1)
    at = next((j for j in backwards if any(s.lowers[j] in kind for kind in breaks)), 0)
    is_subject = at and subject_end(scope, at + 1, last) > at + 1
    if not is_subject or not has_verb(scope, replace(content, end=at)):
        return content.end
    return at - (s.lowers[at - 1] in c.comma)


def _ends_at(scope: Scope, i: int, end: int) -> bool:
    """Tell whether only a date stands between `i` and `end`."""
    i += scope.sentence.lower(i) in scope.words("before_dates")
    return scope.dates.get(i, i) >= end
