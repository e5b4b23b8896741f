"""A date phrase in its sentence, and which verbs it fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.mention import Modality
from timeline_app.annotation.timex import Timex
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.grammar import Sentence, Tense


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


def _is_past(candidate: Candidate) -> bool:
    tenses = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    return candidate.modality is Modality.ACTUAL and candidate.tense in tenses


def same_quotation(sentence: Sentence, candidate: Candidate, phrase: Phrase) -> bool:
    return candidate.is_quoted == sentence.quoted[phrase.begin]
