"""A phrase for an actor before it is known who is meant."""

from dataclasses import dataclass
from enum import IntEnum

from timeline_app.extraction.names.gazetteer import Entry
from timeline_app.extraction.names.units import Unit


class Means(IntEnum):
    """How a phrase means its actor."""

    NAME = 1
    """By a name that the gazetteer does not have."""
    KNOWN = 2
    """By a name that it has."""
    ROLE = 3
    """By a title without a name."""
    GOVERNMENT = 4
    FORCES = 5
    BODY = 6
    """By the name of a body of a state: "the Ukrainian parliament"."""
    GROUP = 7
    PRESS = 8
    """By its kind of outlet: "Russian media"."""
    PRONOUN = 9
    ANAPHOR = 10
    """By the kind of thing it is: "the newspaper", "the company"."""


class Determiner(IntEnum):
    """What stands before a role or group."""

    NONE = 0
    DEFINITE = 1
    INDEFINITE = 2
    POSSESSIVE = 3
    OWNED = 4
    """By a name with "'s" or an adjective: "Yeltsin's spokesman"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `first` to `last` (both included), of which `head_first` to `head_last` name or head.

    `owners` are the state or organisation that a title, force or group belongs to; `titles` the
    titles in lower case; `is_apposition` marks a role set beside the name before it.
    """

    means: Means
    first: int
    last: int
    head_first: int
    head_last: int
    sentence: int
    unit: Unit
    entry: Entry | None = None
    owners: tuple[Entry, ...] = ()
    titles: tuple[str, ...] = ()
    determiner: Determiner = Determiner.NONE
    is_plural: bool = False
    is_apposition: bool = False
    count: int = 0
    """"two" of "the two leaders"; 0 where no number is given."""

    @property
    def is_name(self) -> bool:
        """Tell whether it is a name that the gazetteer does not have."""
        return self.means is Means.NAME
