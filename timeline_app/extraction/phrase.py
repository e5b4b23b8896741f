"""A date phrase in its sentence, and which verbs it fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.mention import Modality
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import Precision
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.subordinate import opening_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A date phrase at tokens `begin` to `end`, with the preposition before it ("" if none)."""

    begin: int
    end: int
    preposition: str
    timex: Timex
    is_past: bool
    is_future: bool
    is_over: bool = False
    """Every reading lies before publication."""
    reads_ahead: bool = False
    """Its words make it lie after publication, though another reading may not."""
    is_long_ago: bool = False
    """It is a month or a year, and over: what is spoken of then is older than the speech."""
    may_lie_ahead: bool = False
    """One of its readings lies after publication."""


def past_order(
    candidates: Sequence[Candidate], listed: Sequence[int], phrase: Phrase
) -> int | None:
    """Return the speech above an infinitive that a past date follows ("told them to go on 3 May").

    What was to come when it was said cannot have the date on which it was said.
    """
    for k in listed:
        governor = candidates[k].governor
        if candidates[k].tense is Tense.INFINITIVE and governor is not None:
            is_past = candidates[governor].tense is Tense.PAST
            return governor if is_past and phrase.is_past else None
    return None


def _is_to_come(candidate: Candidate) -> bool:
    """Tell whether an auxiliary says that it was to come: "will inquire into", "would honour"."""
    tenses = (Tense.FUTURE, Tense.CONDITIONAL)
    is_open = candidate.modality in (Modality.PLANNED, Modality.PROPOSED)
    return is_open and candidate.tense in tenses


def misfits(sentence: Sentence, candidate: Candidate, phrase: Phrase) -> bool:
    """Tell whether the verb cannot have the date: a past one that lies ahead, or the reverse."""
    if not _is_past(candidate):
        return phrase.is_over and _is_to_come(candidate)
    is_vow = sentence.lower(candidate.trigger.end) in sentence.grammar.classes.to or (
        sentence.lower(candidate.trigger.end - 1) in sentence.grammar.classes.to
    )
    return phrase.is_future or (phrase.reads_ahead and is_vow and candidate.is_statement)


def contradicts(sentence: Sentence, candidate: Candidate, phrase: Phrase) -> bool:
    """Tell whether a deed is told as done on a day after publication, whose year is written.

    It is the source that is wrong then; the date is what it says: "was killed on 3 May 2031".
    """
    words = sentence.words[phrase.begin : phrase.end]
    has_year = any(word.isdigit() and len(word) == _YEAR_DIGITS for word in words)
    time = phrase.timex.time
    is_day = time is not None and time.precision is Precision.DAY
    is_plain = phrase.preposition in ("", *sentence.grammar.classes.on_day)
    is_deed = not candidate.is_statement and candidate.tense is Tense.PAST
    return has_year and is_day and is_plain and is_deed


_YEAR_DIGITS = 4


def _is_past(candidate: Candidate) -> bool:
    tenses = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    return candidate.modality is Modality.ACTUAL and candidate.tense in tenses


def same_quotation(sentence: Sentence, candidate: Candidate, phrase: Phrase) -> bool:
    return candidate.is_quoted == sentence.quoted[phrase.begin]


def end_of_date(sentence: Sentence, phrase: Phrase) -> int:
    """Return where a date before its noun ends, with its comma: "the July 4, 1997, blast"."""
    c = sentence.grammar.classes
    is_led = sentence.lower(phrase.begin - 1) in c.determiner
    return phrase.end + (is_led and sentence.lower(phrase.end) in c.comma)


def hangs_on_of(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether another noun is the verb's: "details of the theft emerged on Sunday"."""
    hangs_on = preposition_before(sentence, candidate.trigger.begin)
    return hangs_on in sentence.grammar.classes.of


_LONG_PHRASE = 14


def is_one_phrase(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell whether no verb and no comma stand between two tokens of one phrase."""
    g = sentence.grammar
    return end - begin <= _LONG_PHRASE and not any(
        sentence.is_finite_verb(j) or sentence.lowers[j] in g.breaks or sentence.lowers[j] == ","
        for j in range(begin, end)
    )


def opening_when(sentence: Sentence, phrase: Phrase) -> int | None:
    """Return the "when" right after a date that opens a clause of what happens then."""
    c = sentence.grammar.classes
    at = phrase.end + (sentence.lower(phrase.end) in c.comma)
    return at if sentence.lower(at) in c.when else None


def plan_right(sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase) -> int | None:
    """Return the infinitive right of the phrase, in its clause, that may take place then."""
    number = sentence.clauses[phrase.begin]
    is_plan = (
        c.tense is Tense.INFINITIVE
        and c.modality is Modality.PLANNED
        and c.trigger.head >= phrase.end
        and sentence.clauses[c.trigger.head] == number
        for c in candidates
    )
    plans = (k for k, fits in enumerate(is_plan) if fits)
    return next(plans, None) if phrase.may_lie_ahead else None


def is_below(first: Candidate, other: Candidate) -> bool:
    """Tell whether a clause that opens behind the one tells the other."""
    group, sentence = other.trigger.group, other.sentence
    opening = opening_of(sentence, group) if group is not None else None
    if opening is not None and opening >= first.trigger.end:
        return True
    between = sentence.lowers[first.trigger.end : other.trigger.begin]
    return not sentence.grammar.classes.relative.isdisjoint(between)
