"""Small pieces of HTML for the detail pane; whatever comes from an article is escaped here."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from PySide6.QtGui import QColor

from timeline_app.gui.theme import Space, Tokens

_LABEL_PX = 96


def text(words: str) -> str:
    """Return plain words as HTML."""
    return escape(words)


def link(target: str, words: str, tokens: Tokens) -> str:
    """Return a link to a target of our own, such as `report:1`."""
    colour = tokens.accent.name()
    href = quote(target, safe=":/")
    return f'<a href="{href}" style="color:{colour};text-decoration:none">{escape(words)}</a>'


def muted(html: str, tokens: Tokens) -> str:
    """Return HTML in the colour of secondary text."""
    return f'<span style="color:{tokens.text_muted.name()}">{html}</span>'


def strong(html: str) -> str:
    """Return HTML in a heavier weight."""
    return f'<span style="font-weight:600">{html}</span>'


def heading(words: str, tokens: Tokens) -> str:
    """Return the heading of a section."""
    colour = tokens.text_muted.name()
    return (
        f'<p style="margin-top:{Space.L}px;margin-bottom:{Space.XS}px;color:{colour};'
        f'font-weight:600">{escape(words)}</p>'
    )


def rows(pairs: Iterable[tuple[str, str]], tokens: Tokens) -> str:
    """Return a table of (label in words, value in HTML)."""
    colour = tokens.text_muted.name()
    lines = [
        f'<tr><td width="{_LABEL_PX}" style="color:{colour};padding:2px {Space.S}px 2px 0">'
        f'{escape(label)}</td><td style="padding:2px 0">{value}</td></tr>'
        for label, value in pairs
    ]
    return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(lines)}</table>'


def box(html: str, *, ground: QColor, edge: QColor) -> str:
    """Return a tinted box with a coloured edge at its left."""
    return (
        f'<table cellspacing="0" cellpadding="0" width="100%" style="margin-top:{Space.S}px">'
        f'<tr><td width="3" style="background-color:{edge.name()}"></td>'
        f'<td style="background-color:{ground.name()};padding:{Space.S}px {Space.M}px">{html}</td>'
        "</tr></table>"
    )
