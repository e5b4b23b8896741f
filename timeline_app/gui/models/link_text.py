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
_BACK = {
    LinkKind.ABOUT: "Spoken of in",
    LinkKind.BECAUSE_OF: "Led to",
    LinkKind.PART_OF: "Includes",
    LinkKind.FOLLOWS: "Followed by",
    LinkKind.RELATED: "Related to",
    LinkKind.OUTCOME_OF: "Came about as",
}


def link_text(kind: LinkKind, *, is_back: bool = False) -> str:
    """Return what stands before the event at the other end of a link."""
    return QCoreApplication.translate("links", (_BACK if is_back else _WORDS)[kind])
