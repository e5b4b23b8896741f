"""Which mention a date phrase hangs on, inside one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, Tense, VerbGroup, WordClasses
from timeline_app.extraction.governing import OPENING, governed
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.phrase import Phrase, opening_when
from timeline_app.extraction.subordinate import opening_of
from timeline_app.extraction.times import is_after, is_before


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
    for first, end, timex in timexes:
        begin = _with_part_of_it(sentence, first, language)
        before = _preposition_of(sentence, begin)
        is_preposition = before in sentence.grammar.classes.preposition
        phrase = Phrase(
            begin=begin,
            end=end,
            preposition=before if is_preposition else "",
            timex=timex,
            is_past=_is_before(timex, dct),
            is_future=_is_ahead(timex, dct),
            is_over=_is_over(timex, dct),
            is_long_ago=_is_over(timex, dct) and _is_coarse(timex),
            reads_ahead=dct is not None and is_after(timex.time, dct),
            may_lie_ahead=dct is not None and any(is_after(t, dct) for t in _readings(timex)),
        )
        for k in governed(sentence, candidates, phrase, language):
            if _is_only_reckoned(candidates[k], phrase, language):
                continue
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


def _is_only_reckoned(candidate: Candidate, phrase: Phrase, language: str) -> bool:
    """Tell whether a speech only gives figures: "reported a loss for the third quarter"."""
    is_of = phrase.preposition in word_set(language, "events/linking", "aim")
    return is_of and phrase.is_past and candidate.is_statement and not candidate.trigger.is_noun


def _preposition_of(sentence: Sentence, begin: int) -> str:
    """Return the word before a date; of the two in "as of", the first."""
    c = sentence.grammar.classes
    is_as_of = sentence.lower(begin - 1) in c.of and sentence.lower(begin - 2) in c.as_what
    return sentence.lower(begin - 2 if is_as_of else begin - 1)


def _with_part_of_it(sentence: Sentence, begin: int, language: str) -> int:
    """Return where the words begin that name a part of the time at `begin`.

    "in the small hours of Friday" hangs on "in" as "on Friday" hangs on "on".
    """
    table = "events/linking"
    is_part = sentence.lower(begin - 1) in word_set(language, table, "of_noun")
    if not is_part or sentence.lower(begin - 2) not in word_set(language, table, "part_of_time"):
        return begin
    g, j = sentence.grammar, begin - 2
    while j > 0 and sentence.lower(j) not in g.classes.determiner:
        word = sentence.lowers[j - 1]
        passes = word in g.classes.determiner or g.is_adjective(word) or sentence.is_open(j - 1)
        if not passes or sentence.is_finite_verb(j - 1):
            break
        j -= 1
    return j


def _own_preposition(candidate: Candidate, phrase: Phrase) -> str:
    """Return the phrase's preposition; "" where it belongs to the noun that the phrase modifies.

    Nor is it that of a clause that tells what happens then: "before April, when troops withdraw".
    """
    is_modified = candidate.trigger.is_noun and candidate.trigger.head >= phrase.end
    opens_clause = opening_when(candidate.sentence, phrase) is not None
    is_told_then = opens_clause and candidate.trigger.head > phrase.end
    return "" if is_modified or is_told_then else phrase.preposition


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


def _is_over(timex: Timex, dct: EventTime | None) -> bool:
    """Tell whether every reading of the phrase lies before publication."""
    return dct is not None and all(is_before(t, dct) for t in _readings(timex))


def _is_coarse(timex: Timex) -> bool:
    coarse = (Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE)
    return timex.time is not None and timex.time.precision in coarse


def _readings(timex: Timex) -> list[EventTime | None]:
    return [timex.time, *(r.time for r in timex.alternatives)]


def _is_ahead(timex: Timex, dct: EventTime | None) -> bool:
    """Tell whether every reading of the phrase lies after publication."""
    return dct is not None and all(is_after(t, dct) for t in _readings(timex))


def _shared(
    sentence: Sentence, candidates: Sequence[Candidate], found: dict[int, Attached]
) -> Iterator[tuple[int, Attached]]:
    """Yield verbs that share the date of the verb that they continue: "met Merkel and flew"."""
    last: tuple[VerbGroup, Attached] | None = None
    for k, c in enumerate(candidates):
        group = c.trigger.group
        if k in found and group is not None and group.is_finite and not found[k].is_aim:
            last = group, found[k]
        elif last is not None and group is not None and _goes_on(sentence, c, last[0]):
            shared = last[1]
            yield k, Attached(timex=shared.timex, preposition=shared.preposition, is_shared=True)


def _goes_on(sentence: Sentence, candidate: Candidate, last: VerbGroup) -> bool:
    """Tell whether the verb carries a coordinated main clause: "on Friday A left and B came".

    Its subject may have an insertion of its own: "and the president, X, called for".
    """
    group = candidate.trigger.group
    if group is None or candidate.is_told:
        return False
    if group.tense is not Tense.PAST and not group.tense is last.tense is Tense.PERFECT:
        return False
    if opening_of(sentence, last) is not None:
        return False
    begin, _ = clause_range(sentence, group.begin)
    c = sentence.grammar.classes
    if sentence.lower(begin) in c.conjunction and last.head < begin:
        return True
    between = sentence.lowers[last.head + 1 : group.begin]
    joints = [j for j, word in enumerate(between) if word in _SEMICOLON or _opens(between, j, c)]
    return bool(joints) and c.relative.isdisjoint(between[joints[-1] :])


def _opens(words: Sequence[str], j: int, c: WordClasses) -> bool:
    """Tell whether a conjunction after a comma opens a clause."""
    return j > 0 and words[j] in c.conjunction and words[j - 1] in c.comma


_SEMICOLON = frozenset({";"})
