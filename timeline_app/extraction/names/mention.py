"""An actor as named, described or meant by a pronoun in a text."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.span import Span


class ActorForm(StrEnum):
    """How a text speaks of an actor."""

    NAME = "name"
    """By name: "Yeltsin", "France", "the Security Council"."""
    TITLE = "title"
    """By title and name: "Russian President Boris Yeltsin"."""
    ROLE = "role"
    """By a role that the article gives to a person: "the president"; or by a role alone."""
    COUNTERPART = "counterpart"
    """By a role that another holds too: "his French counterpart"."""
    APPOSITION = "apposition"
    """By a description set beside the name: ", a spokesman for the army,"."""
    PRONOUN = "pronoun"
    LEADERS = "leaders"
    """As one of several: "the two presidents", "both countries"; the others are in `also`."""
    DEMONYM = "demonym"
    """A state by an adjective or as owner: "the Russian bomber"."""
    GOVERNMENT = "government"
    """A state by its government: "the Iraqi government"."""
    FORCES = "forces"
    """A state by its armed forces: "Turkish warplanes"."""
    CAPITAL_METONYM = "capital-metonym"
    """A state by its capital: "Ankara condemned"."""
    GROUP = "group"
    """People without a name: "Kenyan police", "protesters"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One mention of an actor.

    `span` is the whole phrase ("Russian President Boris Yeltsin"), `head` the part that names the
    actor ("Boris Yeltsin"). `name` is the actor's one name in this article. `country` is an ISO
    3166-1 alpha-2 code (withdrawn ones for former states), None where unknown. `also` are the
    names of the others where a phrase means several ("the two leaders", "they"). `speaks_for` are
    the names of the bodies that a person holds office in or speaks for ("a spokesman for the PMF").
    """

    span: Span
    head: Span
    name: str
    kind: ActorKind
    form: ActorForm
    country: str | None = None
    also: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all who are meant."""
        return (self.name, *self.also)
