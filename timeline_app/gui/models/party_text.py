"""Who takes part and where, as one line that a person can edit.

Names are parted by semicolons; a part other than acting stands in brackets: `Putin; Turkey
(target)`. What is left alone keeps its wording in the text and its kind.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span

_PARTY = re.compile(r"([^()]+?)\s*(?:\(([^()]*)\))?\s*")
_NOWHERE = Span(0, 0)


def _tr(words: str) -> str:
    return QCoreApplication.translate("parties", words)


_ROLES = {
    Role.AGENT: "acts",
    Role.TARGET: "target",
    Role.SPEAKER: "speaks",
    Role.ADDRESSEE: "addressed",
    Role.HOST: "hosts",
    Role.OTHER: "takes part",
}


def role_text(role: Role) -> str:
    """Return an actor's part in words."""
    return _tr(_ROLES[role])


def parties_text(people: Sequence[Participant]) -> str:
    """Return who takes part as one line."""
    parts = [
        one.name if one.role is Role.AGENT else f"{one.name} ({role_text(one.role)})"
        for one in people
    ]
    return "; ".join(dict.fromkeys(parts))


def parse_parties(text: str, given: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return who takes part as the line says; the `given` ones are kept as they are."""
    by_name = {one.name: one for one in reversed(given)}
    by_both = {(one.name, one.role): one for one in reversed(given)}
    found: list[Participant] = []
    for part in text.split(";"):
        match = _PARTY.fullmatch(part.strip())
        if match is None:
            continue
        name, role = match[1].strip(), _role(match[2])
        kind = by_name[name].kind if name in by_name else ActorKind.PERSON
        fresh = Participant(name=name, role=role, kind=kind, span=_NOWHERE)
        found.append(by_both.get((name, role), fresh))
    return tuple(dict.fromkeys(found))


def _role(words: str | None) -> Role:
    """Return the part that a word in brackets names; taking part where it names none."""
    if words is None:
        return Role.AGENT
    wanted = words.strip().casefold()
    return next((role for role in Role if wanted in (role.value, role_text(role))), Role.OTHER)


def places_text(places: Sequence[Place]) -> str:
    """Return places as one line."""
    return "; ".join(dict.fromkeys(one.name for one in places))


def parse_places(text: str, given: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places that a line names; the `given` ones are kept as they are."""
    known = {one.name: one for one in reversed(given)}
    names = dict.fromkeys(name for part in text.split(";") if (name := part.strip()))
    return tuple(known.get(name, Place(name=name, country=None, span=_NOWHERE)) for name in names)
