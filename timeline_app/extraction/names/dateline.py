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
_LOOKED_AT = 12
"""Sentences from the beginning in which a dateline is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`span` reaches to the dash; `place` is the town in capitals, `rest` what follows it."""

    span: Span
    place: Span
    rest: Span


def find_datelines(text: str, sentences: Sequence[Span]) -> Iterator[Dateline]:
    """Yield the datelines at the beginnings of the first sentences of `text`."""
    for sentence in sentences[:_LOOKED_AT]:
        begin = sentence.begin
        found = _DATELINE.match(text, begin) or _SMALL.match(text, begin)
        if found and (found["agency"] or found["dash"] != "-" or found["rest"]):
            yield Dateline(
                span=Span(found.start(), found.end()),
                place=Span(*found.span("place")),
                rest=Span(*found.span("rest")),
            )
