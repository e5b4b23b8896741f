"""What a lane is called."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.models.event_text import status_text, type_text

_NONE = {
    Grouping.TYPE: "No type",
    Grouping.ACTOR: "No one named",
    Grouping.PLACE: "No place named",
    Grouping.SOURCE: "No source",
    Grouping.STATUS: "No status",
    Grouping.TAG: "No tag",
}


def lane_title_for(grouping: Grouping) -> Callable[[str | None], str]:
    """Return what words a lane's name under a grouping."""

    def title(name: str | None) -> str:
        if name is None:
            return QCoreApplication.translate("lanes", _NONE[grouping])
        if grouping is Grouping.TYPE and name in EventType.__members__:
            return type_text(EventType(name))
        if grouping is Grouping.STATUS and name in set(Modality):
            return status_text(Modality(name))
        return name

    return title
