"""Edits as the library saves them: cells, each with what stood there and what stands there now.

An edit is checked against what stands there before anything is written, so that two windows never
overwrite each other silently, and it is undone by writing the same cells the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from timeline_app.storage.changes import Changes

if TYPE_CHECKING:
    from timeline_app.storage.state import LibraryState


class CellKind(StrEnum):
    """What a cell is part of; `key` and the JSON of the values depend on it."""

    FIELD = "field"
    """Key (event id, field): a value that the user set over what the reports say."""
    MEMBER = "member"
    """Key (mention id,): `[event id, reason]`, the event that a mention tells of."""
    MENTION = "mention"
    """Key (mention id,): `[ordinal, mention]`; absent where the mention is retired."""
    DOCUMENT = "document"
    """Key (document id, column): a column of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place in the library; `before` and `after` are JSON, None is absence."""

    kind: CellKind
    key: tuple[int | str, ...]
    before: str | None
    after: str | None

    def reversed(self) -> "Cell":
        """Return the cell that puts back what stood there."""
        return Cell(kind=self.kind, key=self.key, before=self.after, after=self.before)


class Edit(Protocol):
    """What a user can do to the library.

    `name` is for people and reads after "Undo": "change of date".
    """

    @property
    def name(self) -> str: ...

    def cells(self, state: "LibraryState") -> Sequence[Cell]:
        """Return what it comes to in the library as it stands."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """An edit as its cells; the exact inverse of any edit is one."""

    name: str
    changed: tuple[Cell, ...]

    def cells(self, _state: "LibraryState") -> tuple[Cell, ...]:
        """Return the cells as they are."""
        return self.changed

    def reversed(self) -> "Patch":
        """Return the patch that undoes this one."""
        cells = tuple(cell.reversed() for cell in reversed(self.changed))
        return Patch(name=self.name, changed=cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedEdit:
    """What an edit touched, and the edit that undoes it exactly."""

    changes: Changes
    inverse: Patch
