"""Where things happen."""

from dataclasses import dataclass

from timeline_app.annotation.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place; `country` is an ISO 3166-1 alpha-2 code, None where unknown."""

    name: str
    country: str | None
    span: Span
