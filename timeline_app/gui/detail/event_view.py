"""The event's page: our own HTML, our own pictures, links that mean something here."""

from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from timeline_app.annotation.kinds import EventType
from timeline_app.gui.detail.event_html import event_page
from timeline_app.gui.detail.story import Story
from timeline_app.gui.glyphs import type_icon
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, tokens_of

_GLYPH_PX = 16


class EventView(QTextBrowser):
    """Shows a story; nothing is loaded from anywhere but the program itself."""

    link_clicked = Signal(str, str)
    """A link of the page: its kind ("report", "phrase", "alternative", "filter") and target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(Space.L)
        self.setAccessibleName(self.tr("Event"))
        self.anchorClicked.connect(self._follow)
        self._story: Story | None = None

    def show_story(self, story: Story | None) -> None:
        """Show an event, or nothing."""
        is_same = (
            story is not None and self._story is not None and story.event.id == self._story.event.id
        )
        self._story = story
        kept = self.verticalScrollBar().value() if is_same else 0
        self.setHtml("" if story is None else event_page(story, tokens_of(self.palette())))
        self.verticalScrollBar().setValue(kept)

    def _follow(self, url: QUrl) -> None:
        kind, _, target = unquote(url.toString()).partition(":")
        self.link_clicked.emit(kind, target)

    @override
    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        name = url.toString() if isinstance(url, QUrl) else url
        if kind != QTextDocument.ResourceType.ImageResource.value or not name.startswith("glyph:"):
            return None
        scheme = tokens_of(self.palette()).scheme
        event_type = EventType(name.partition(":")[2].upper())
        return type_icon(event_type, scheme, _GLYPH_PX).pixmap(_GLYPH_PX, _GLYPH_PX)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._story is not None:
            self.show_story(self._story)
