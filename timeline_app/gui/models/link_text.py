"""How one event relates to another, in words."""

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.event import LinkKind

_WORDS = {
    LinkKind.ABOUT: "Speaks of",
    LinkKind.BECAUSE_OF: "Because of",
    LinkKind.PART_OF: "Part of",
    LinkKind.FOLLOWS: "Follows",
    LinkKind.RELATED: "Related to",
    LinkKind.OUTCOME_OF: "Fulfils the plan",
}


def link_text(kind: LinkKind) -> str:
    """Return what stands before the event that a link leads to."""
    return QCoreApplication.translate("links", _WORDS[kind])
