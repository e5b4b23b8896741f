"""What shapes, fills and lines mean, drawn by the painters of the timeline itself."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, TypeScale, font_for, tokens_of
from timeline_app.gui.timeline.bar_art import draw_arrow, draw_body, draw_whisker
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.look import Look

Draw = Callable[[QPainter, Look, QRectF], None]
SWATCH = QSize(64, 26)
_SAMPLE = EventType.MEETING


class Swatch(QWidget):
    """One sample."""

    def __init__(self, draw: Draw, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw = draw
        self.setFixedSize(SWATCH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(tokens_of(self.palette()), self.font())
        self._draw(painter, look, QRectF(self.rect()))


class Legend(QWidget):
    """Types with their shapes, statuses with their fills, precisions with their edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName(tr("Legend"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for nth, (heading, rows) in enumerate(_sections()):
            self._fill(grid, nth * 3, heading, rows)

    def _fill(
        self, grid: QGridLayout, column: int, heading: str, rows: list[tuple[str, Draw]]
    ) -> None:
        title = QLabel(heading, self)
        title.setFont(font_for(TypeScale.BODY, self.font(), bold=True))
        grid.addWidget(title, 0, column, 1, 2)
        for nth, (words, draw) in enumerate(rows, start=1):
            grid.addWidget(Swatch(draw, self), nth, column)
            grid.addWidget(QLabel(words, self), nth, column + 1)
        grid.setColumnMinimumWidth(column + 2, Space.XL)


def _sections() -> list[tuple[str, list[tuple[str, Draw]]]]:
    statuses = [(status_text(m), _bar(modality=m)) for m in Modality]
    precisions: list[tuple[str, Draw]] = [
        (tr("To the day or finer; from … to"), _bar()),
        (tr("Somewhere within a week, month, year"), _bar(fades=True)),
        (tr("About, or uncertain"), _about),
        (tr("Before"), _arrow(opens_left=True)),
        (tr("From then on"), _arrow(opens_left=False)),
        (tr("Reports disagree about the date"), _disputed),
        (tr("More events than fit"), _pill),
    ]
    return [
        (tr("Type"), [(type_text(kind), _glyph(kind)) for kind in EventType]),
        (tr("Status"), statuses),
        (tr("Date"), precisions),
    ]


def _glyph(kind: EventType) -> Draw:
    def draw(painter: QPainter, look: Look, box: QRectF) -> None:
        side = look.metrics.glyph_px
        at = QPointF(box.center().x() - side / 2, box.center().y() - side / 2)
        look.paint_glyph(painter, at, kind, Modality.ACTUAL)

    return draw


def _bar(*, modality: Modality = Modality.ACTUAL, fades: bool = False) -> Draw:
    def draw(painter: QPainter, look: Look, box: QRectF) -> None:
        inner = box.adjusted(2, 3, -2, -3)
        draw_body(painter, look, inner, (_SAMPLE, modality, fades))
        at = QPointF(inner.x() + 6, box.center().y() - look.metrics.glyph_px / 2)
        look.paint_glyph(painter, at, _SAMPLE, modality)

    return draw


def _about(painter: QPainter, look: Look, box: QRectF) -> None:
    draw_whisker(painter, look, box.center(), _SAMPLE)
    _glyph(_SAMPLE)(painter, look, box)


def _arrow(*, opens_left: bool) -> Draw:
    def draw(painter: QPainter, look: Look, box: QRectF) -> None:
        draw_arrow(painter, look, box.center(), _SAMPLE, to_left=opens_left)
        _glyph(_SAMPLE)(painter, look, box)

    return draw


def _disputed(painter: QPainter, look: Look, box: QRectF) -> None:
    _glyph(_SAMPLE)(painter, look, box.translated(0, -2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.warning)
    foot = box.bottom() - 4
    painter.drawRect(QRectF(box.x() + 12, foot, box.width() - 24, 1.5))
    for x in (box.x() + 12, box.right() - 13.5):
        painter.drawRect(QRectF(x, foot - 2, 1.5, 5.5))


def _pill(painter: QPainter, look: Look, box: QRectF) -> None:
    inner = box.adjusted(4, 3, -4, -3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.pill)
    painter.drawRoundedRect(inner, 4, 4)
    width = (inner.width() - 8) / 3
    for nth, kind in enumerate((EventType.MEETING, EventType.ATTACK, EventType.AGREEMENT)):
        painter.setBrush(look.tokens.event(kind))
        painter.drawRect(QRectF(inner.x() + 4 + nth * width, inner.bottom() - 4, width, 3))
    painter.setPen(look.tokens.text)
    painter.setFont(look.small_font)
    painter.drawText(inner.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter, "+12")
