"""The happening of a headline, which is the one that the article's opening tells with its date."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, Modality
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.merging import names_of
from timeline_app.extraction.telling import Telling

_REASON = "headline"
_OF_ITS_KIND = "kin"
"""The reason of a date that was taken over from the article's one happening of that kind."""
_OPENING = 2
"""Paragraphs after the headline in which its happening is told, with its date."""


def with_headline(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings, those of the opening marked as what the headline tells without a date.

    Both are facts of one type, and share a name or the kind of deed; another number of the same
    thing, or what is only a noun of the headline's own, is left alone.
    """
    found = list(tellings)
    for k, telling in enumerate(found):
        if not _is_fact(telling.candidate) or not telling.candidate.is_in_headline:
            continue
        has_own = telling.link.time is not None and telling.link.reason != _OF_ITS_KIND
        told = None if has_own else _told_again(k, found)
        if told is not None:
            found = _joined(k, told, found)
    return tuple(found)


def _is_fact(candidate: Candidate) -> bool:
    return candidate.modality is Modality.ACTUAL and not candidate.is_statement


def _told_again(k: int, tellings: Sequence[Telling]) -> int | None:
    """Return the first dated telling of the opening that fits the headline's, None if none does."""
    head = tellings[k].candidate
    taken = {t.same_as for t in tellings if t.reason == _REASON}
    if tellings[k].same_as is not None or k in taken:
        return None
    last = head.sentence.paragraph + _OPENING
    return next(
        (
            j
            for j in range(k + 1, len(tellings))
            if tellings[j].candidate.sentence.paragraph <= last and _fits(head, tellings[j])
        ),
        None,
    )


def _fits(head: Candidate, telling: Telling) -> bool:
    c = telling.candidate
    is_free = telling.same_as is None and telling.link.time is not None
    if not is_free or c.is_in_headline or not _is_fact(c) or c.type is not head.type:
        return False
    return (
        bool(names_of(head) & names_of(c)) or c.trigger.entry.subtype == head.trigger.entry.subtype
    )


def _joined(k: int, told: int, tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings with `told`, and what repeats it, as repeats of the headline's `k`."""
    link = replace(tellings[told].link, basis=DateBasis.CONTEXT, reason="same")
    joined = [
        replace(t, same_as=k, reason=_REASON if j == told else t.reason)
        if j == told or t.same_as == told
        else t
        for j, t in enumerate(tellings)
    ]
    joined[k] = replace(joined[k], link=link)
    return joined
