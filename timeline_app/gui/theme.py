"""Colours by meaning, shapes of the event types, the spacing scale and the type scale.

A widget asks `tokens_of(self.palette())` when it paints, and needs no notice of a change other
than Qt's own: the palette is the one truth about light, dark and high contrast.

The event colours start from Okabe and Ito's colour-blind-safe set ("Color Universal Design",
2008), darkened or lightened until each has a contrast of at least 3:1 against the surface it is
drawn on (WCAG 2.2, 1.4.11). Each type has a shape too, so that colour never stands alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from timeline_app.annotation.kinds import EventType
from timeline_app.gui.scheme import COLOURS, scheme_of
from timeline_app.gui.scheme import Scheme as Scheme


class Shape(StrEnum):
    """The mark of an event type."""

    CIRCLE = "circle"
    STAR = "star"
    SPEECH = "speech"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    SQUARE = "square"
    PENTAGON = "pentagon"
    CHEVRON = "chevron"
    DROP = "drop"
    PLUS = "plus"


SHAPES: Mapping[EventType, Shape] = MappingProxyType(
    {
        EventType.MEETING: Shape.CIRCLE,
        EventType.ATTACK: Shape.STAR,
        EventType.STATEMENT: Shape.SPEECH,
        EventType.AGREEMENT: Shape.DIAMOND,
        EventType.MILITARY: Shape.TRIANGLE,
        EventType.SANCTION: Shape.SQUARE,
        EventType.LEGAL: Shape.PENTAGON,
        EventType.PROTEST: Shape.CHEVRON,
        EventType.DISASTER: Shape.DROP,
        EventType.OTHER: Shape.PLUS,
    }
)


class Space:
    """The spacing scale, in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class TypeScale(StrEnum):
    """The sizes of text, by what the text is."""

    CAPTION = "caption"
    BODY = "body"
    SUBTITLE = "subtitle"
    TITLE = "title"
    DISPLAY = "display"


_RATIOS = {
    TypeScale.CAPTION: 0.86,
    TypeScale.BODY: 1.0,
    TypeScale.SUBTITLE: 1.1,
    TypeScale.TITLE: 1.35,
    TypeScale.DISPLAY: 1.8,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one scheme, named for what they mean.

    `window` lies behind the panes, `surface` under content, `raised` under cards and bars,
    `sunken` under fields; `rule` parts areas, `grid` and `grid_strong` are the axis lines.
    `today` and `published` are the two reference lines. `hit` marks what a search found;
    `trigger`, `phrase`, `actor` and `other` lie under the words of the source text.
    """

    scheme: Scheme
    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    rule: QColor
    grid: QColor
    grid_strong: QColor
    text: QColor
    text_muted: QColor
    text_faint: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    focus: QColor
    good: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    today: QColor
    published: QColor
    hit: QColor
    trigger: QColor
    phrase: QColor
    actor: QColor
    other: QColor
    events: Mapping[EventType, QColor]

    def event(self, kind: EventType) -> QColor:
        """Return the colour of an event type."""
        return self.events[kind]


_ROLES = tuple(f.name for f in fields(Tokens) if f.name not in ("scheme", "events"))
_EVENTS: Mapping[bool, str] = {
    # MEETING ATTACK STATEMENT AGREEMENT MILITARY SANCTION LEGAL PROTEST DISASTER OTHER
    False: "0067a8 cc4a00 3a86b8 00805a 7a5a14 b4508b 6a51c9 9c7400 8a1c3b 6b7280",
    True: "4fa3e3 ff7f3f 86c8f0 2fc79b c9a25a e79ac8 a99bff e9c53d f0708f a3abb8",
}


@cache
def tokens_for(scheme: Scheme) -> Tokens:
    """Return the colours of a scheme."""
    colours = [QColor(f"#{text}") for text in COLOURS[scheme].split()]
    events = [QColor(f"#{text}") for text in _EVENTS[scheme.is_dark].split()]
    by_type = MappingProxyType(dict(zip(EventType, events, strict=True)))
    return Tokens(scheme=scheme, events=by_type, **dict(zip(_ROLES, colours, strict=True)))


def tokens_of(palette: QPalette) -> Tokens:
    """Return the colours that belong to a palette."""
    return tokens_for(scheme_of(palette))


def palette_for(scheme: Scheme) -> QPalette:
    """Return the application palette of a scheme."""
    t = tokens_for(scheme)
    role = QPalette.ColorRole
    palette = QPalette(t.window)
    pairs = {
        role.Window: t.window, role.WindowText: t.text, role.Base: t.surface, role.Text: t.text,
        role.AlternateBase: t.window, role.Button: t.raised, role.ButtonText: t.text,
        role.BrightText: t.danger, role.ToolTipBase: t.raised, role.ToolTipText: t.text,
        role.Highlight: t.accent, role.HighlightedText: t.on_accent, role.Link: t.accent,
        role.LinkVisited: t.accent, role.PlaceholderText: t.text_faint, role.Accent: t.accent,
        role.Mid: t.rule, role.Midlight: t.hover, role.Light: t.raised, role.Dark: t.rule,
    }  # fmt: skip
    for key, colour in pairs.items():
        palette.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, t.text_faint)
    return palette


def font_for(step: TypeScale, base: QFont | None = None, *, bold: bool = False) -> QFont:
    """Return the font of a step of the type scale, from the user's own font."""
    font = QFont(base if base is not None else QGuiApplication.font())
    size = font.pointSizeF()
    if size > 0:
        font.setPointSizeF(round(size * _RATIOS[step] * 2) / 2)
    else:
        font.setPixelSize(round(font.pixelSize() * _RATIOS[step]))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
