"""Annotations found by where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from timeline_app.annotation.span import Span


class HasSpan(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Return where it stands."""
        ...


Annotation = TypeVar("Annotation", bound=HasSpan)


class SpanIndex(Generic[Annotation]):
    """Annotations in the order of the text, found by bisection."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._annotations = annotations
        self._begins = [a.span.begin for a in annotations]

    def inside(self, span: Span) -> Sequence[Annotation]:
        """Return the annotations that begin inside `span`."""
        first = bisect_left(self._begins, span.begin)
        return self._annotations[first : bisect_left(self._begins, span.end, first)]
