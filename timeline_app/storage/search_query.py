"""What a user types into the search field, understood.

Words must all occur; `"several words"` is a phrase, `Lavr*` the beginning of a word, a leading
`-` excludes. Field terms are `actor:`, `place:`, `source:`, `type:`, `status:`, `after:`,
`before:` and `on:`. Whatever cannot be understood is searched for as words: no input is an error.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.event_columns import EventFlag
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.instant import days_in_month, instant

_TERM = re.compile(r'(-?)(?:([a-z]{1,12}):)?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(r"(-?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


NO_FLAGS = EventFlag(0)


class Field(StrEnum):
    """Where the words of a term are looked for."""

    ANY = "any"
    ACTOR = "actor"
    PLACE = "place"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that must stand side by side; the last may be only a beginning."""

    field: Field
    words: tuple[str, ...]
    is_prefix: bool
    is_excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """A query understood; empty tuples and None restrict nothing.

    `types` and `statuses` allow any of theirs; `flags` must all be set; `since` and `until` are
    instants, half-open.
    """

    words: tuple[Words, ...] = ()
    types: frozenset[EventType] | None = None
    statuses: frozenset[Modality] | None = None
    flags: EventFlag = NO_FLAGS
    since: int | None = None
    until: int | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether the query asks for nothing."""
        return self.is_about_words_alone and all(words.is_excluded for words in self.words)

    @property
    def is_about_words_alone(self) -> bool:
        """Tell whether nothing but words is asked for."""
        return (self.types, self.statuses, self.flags, self.since, self.until) == (
            None, None, NO_FLAGS, None, None,
        )  # fmt: skip

    @property
    def is_about_events_alone(self) -> bool:
        """Tell whether a term asks for what only events have."""
        fields = {words.field for words in self.words}
        return bool(
            self.types is not None
            or self.statuses is not None
            or self.flags
            or fields & {Field.ACTOR, Field.PLACE}
        )


_FLAGS = {
    "reviewed": EventFlag.REVIEWED,
    "rejected": EventFlag.REJECTED,
    "disputed": EventFlag.DISPUTED,
    "undated": EventFlag.UNDATED,
    "edited": EventFlag.EDITED,
}


def parse_query(text: str) -> SearchQuery:
    """Return what a query asks for; the word being typed last counts as a beginning."""
    query = SearchQuery()
    text = text.replace("\x00", " ")
    for match in _TERM.finditer(text):
        is_last = match.end() == len(text)
        query = _with_term(query, match, is_last=is_last)
    return query


def _with_term(query: SearchQuery, match: re.Match[str], *, is_last: bool) -> SearchQuery:
    minus, name, phrase, word = match.groups()
    value = phrase if word is None else word
    name = (name or "").casefold()
    if not minus and name in ("type", "status"):
        special = _with_kind(query, name, value.casefold())
    elif not minus and name in ("after", "before", "on"):
        special = _with_date(query, name, value)
    else:
        special = None
    if special is not None:
        return special
    is_field = name in (Field.ACTOR, Field.PLACE, Field.SOURCE)
    field = Field(name) if is_field else Field.ANY
    found = tuple(_WORD.findall(value if is_field or not name else f"{name} {value}"))
    if not found:
        return query
    is_prefix = word is not None and (word.endswith("*") or is_last or is_field)
    words = Words(field=field, words=found, is_prefix=is_prefix, is_excluded=bool(minus))
    return _replaced(query, words=(*query.words, words))


def _with_kind(query: SearchQuery, name: str, value: str) -> SearchQuery | None:
    value = value.rstrip("*")
    if not value:
        return None
    if name == "type":
        types = frozenset(kind for kind in EventType if kind.value.casefold().startswith(value))
        return _replaced(query, types=types) if types else None
    for word, flag in _FLAGS.items():
        if word.startswith(value):
            return _replaced(query, flags=query.flags | flag)
    statuses = frozenset(kind for kind in Modality if kind.value.startswith(value))
    return _replaced(query, statuses=statuses) if statuses else None


def _with_date(query: SearchQuery, name: str, value: str) -> SearchQuery | None:
    bounds = _bounds(value)
    if bounds is None:
        return None
    begin, end = bounds
    if name == "before":
        return _replaced(query, until=begin)
    return _replaced(query, since=begin, until=end if name == "on" else query.until)


def _bounds(text: str) -> tuple[int, int] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if year is None or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        unit = Granularity.YEAR
    elif day is None:
        unit = Granularity.MONTH
    elif 1 <= day <= days_in_month(year, month):
        unit = Granularity.DAY
    else:
        return None
    begin = instant(year, month or 1, day or 1)
    return begin, shift(begin, unit, 1)


def _replaced(query: SearchQuery, **changed: object) -> SearchQuery:
    fields = {name: getattr(query, name) for name in SearchQuery.__dataclass_fields__}
    return SearchQuery(**(fields | changed))
