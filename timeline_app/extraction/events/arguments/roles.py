"""Which part the preposition before a name gives it, by type of happening."""

from functools import cache

from timeline_app.annotation.actor import Role
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.language_pack import load_table


@cache
def roles_of(language: str, kind: EventType, *, is_noun: bool = False) -> dict[str, Role]:
    """Return the role that each preposition gives in happenings of `kind`.

    A table `KIND_noun` holds for nouns where it differs: "the statement of the ministry".
    """
    table = load_table(language, "events/roles")
    rows = table.get(kind.value, table.get("*", {}))
    if is_noun:
        rows = table.get(f"{kind.value}_noun", rows)
    return {word: Role(role) for role, words in rows.items() for word in words.split()}


def agent_role(kind: EventType) -> Role:
    """Return the role of whoever does it."""
    return Role.SPEAKER if kind is EventType.STATEMENT else Role.AGENT


MUTUAL = (EventType.MEETING, EventType.AGREEMENT)
"""Types whose two sides take the same part."""
