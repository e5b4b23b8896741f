"""What an event can be, and whether it happened: the two that every part of the program asks."""

from enum import StrEnum


class EventType(StrEnum):
    """What kind of happening it is."""

    MEETING = "MEETING"
    ATTACK = "ATTACK"
    STATEMENT = "STATEMENT"
    AGREEMENT = "AGREEMENT"
    MILITARY = "MILITARY"
    SANCTION = "SANCTION"
    LEGAL = "LEGAL"
    PROTEST = "PROTEST"
    DISASTER = "DISASTER"
    OTHER = "OTHER"


class Modality(StrEnum):
    """Whether it happened, or is to, or is only spoken of."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
