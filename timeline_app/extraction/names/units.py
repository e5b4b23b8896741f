"""The pieces from which names of actors and places are put together."""

from dataclasses import dataclass
from enum import IntEnum

from timeline_app.extraction.names.gazetteer import Entry


class UnitKind(IntEnum):
    """What a piece is."""

    KNOWN = 1
    """A name that the gazetteer knows, maybe longer: "Baghdad International Airport"."""
    NAME = 2
    """Capitalised words that it does not know."""
    TITLE = 3
    """"Prime Minister", "spokesman"."""
    PEOPLE = 4
    """A noun for people or a body: "police", "parliament", "suspect"."""
    PRONOUN = 5


class Shape(IntEnum):
    """What the words of a name say of its bearer."""

    PLAIN = 0
    ORGANISATION = 1
    GROUP = 2
    PLACE = 3
    OUTLET = 4
    THING = 5
    """A treaty, a prize: no actor."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens `first` to `last`, both included, of one sentence."""

    kind: UnitKind
    first: int
    last: int
    sentence: int
    entry: Entry | None = None
    shape: Shape = Shape.PLAIN
    is_certain: bool = True
    """False for a capitalised word whose capital may come from its place in the text."""
