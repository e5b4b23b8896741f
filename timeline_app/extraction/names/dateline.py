"""The place and agency before the first sentence: "NAIROBI, Kenya (AP) _"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.annotation.span import Span

_DATELINE = re.compile(
    r"""
    (?P<place>[^\W\d_a-z][^\W\d_a-z.'’\- ]{1,30}(?:[ '’\-][^\W\d_a-z][^\W\d_a-z.'’\-]{0,20}){0,3})
    (?P<rest>(?:,[ ][^\n,()—–_]{1,30}){0,3})
    (?P<agency>[ ]?\([^()\n]{2,40}\))?
    [ ]?(?P<dash>--|[-—–_])
    """,
    re.VERBOSE,
)
_SMALL = re.compile(
    r"""
    (?P<place>[^\W\d_][^\W\d_'’\-]{1,20}(?:[ ][^\W\d_][^\W\d_'’\-]{0,20}){0,3})
    (?P<rest>(?:,[ ][^\n,()—–_]{1,30}){0,2})
    (?P<agency>[ ]\([^\W\d_][^()\n]{1,20}\))
    [ ](?P<dash>--|[-—–_])
    """,
    re.VERBOSE,
)
"""A dateline that is not in capitals: "The Hague (Reuters) -"."""
_DATED = re.compile(
    r"""
    (?P<place>[^\W\d_][^\W\d_'’\-]{1,20}(?:[ ][^\W\d_][^\W\d_'’\-]{0,20}){0,3})
    (?P<rest>(?:,[ ][^\n,()—–_\d]{1,30})?)
    ,[ ](?:\d{1,2}[ ][^\W\d_]{3,12}|[^\W\d_]{3,12}\.?[ ]\d{1,2}),?[ ]\d{4}
    """,
    re.VERBOSE,
)
"""A town and a date: "Geneva, 8 August 2014"."""
_LINE = re.compile(r"\n[ \t]*(?=\w)")
_CHARACTERS = 3_000
"""Characters from the beginning in which lines are looked at."""
_LOOKED_AT = 12
"""Sentences from the beginning in which a dateline is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`span` reaches to the dash; `place` is the town in capitals, `rest` what follows it.

    One that `needs_proof` is a place only if the gazetteer has the town: "Sunday, 8 August 2014".
    """

    span: Span
    place: Span
    rest: Span
    needs_proof: bool = False


def find_datelines(text: str, sentences: Sequence[Span]) -> Iterator[Dateline]:
    """Yield the datelines at the beginnings of the first sentences of `text`."""
    for begin in _beginnings(text, sentences):
        found = _DATELINE.match(text, begin) or _SMALL.match(text, begin)
        if found and (found["agency"] or found["dash"] != "-" or found["rest"]):
            yield _dateline(found, needs_proof=False)
        elif dated := _DATED.match(text, begin):
            yield _dateline(dated, needs_proof=True)


def _beginnings(text: str, sentences: Sequence[Span]) -> list[int]:
    """Return where the first sentences and the lines inside them begin."""
    first = sentences[:_LOOKED_AT]
    end = first[-1].end if first else 0
    lines = (at.end() for at in _LINE.finditer(text, 0, min(end, _CHARACTERS)))
    return sorted({s.begin for s in first} | set(lines))


def _dateline(found: re.Match[str], *, needs_proof: bool) -> Dateline:
    return Dateline(
        span=Span(found.start(), found.end()),
        place=Span(*found.span("place")),
        rest=Span(*found.span("rest")),
        needs_proof=needs_proof,
    )
