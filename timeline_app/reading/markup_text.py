"""Plain text of HTML and XHTML whose whole content is the article (mail, feeds, books)."""

import re

from lxml import etree, html

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "svg", "math", "iframe"})
_SPACE = re.compile(r"[ \t\r\f\v\n\u00a0]+")
_LINES = re.compile(r"\n{3,}")


def text_of_markup(markup: str | bytes) -> str:
    """Return the text with one blank line between blocks; "" where there is none.

    Scripts and styles are left out and nothing that the markup names is loaded.
    """
    if not markup.strip():
        return ""
    content = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    parser = html.HTMLParser(
        encoding="utf-8" if isinstance(markup, str) else None, no_network=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return _joined(_pieces(root))


def _pieces(root: html.HtmlElement) -> list[str]:
    """Return texts in reading order, with a line end at every edge of a block."""
    pieces: list[str] = []
    silent_depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        edge = "\n\n" if tag in _BLOCKS else ""
        is_silent = not tag or tag in _SILENT
        if event == "start":
            silent_depth += is_silent
            pieces.append(edge)
            if not silent_depth and element.text:
                pieces.append(_SPACE.sub(" ", element.text))
        else:
            silent_depth -= is_silent
            pieces.append(edge)
            if not silent_depth and element.tail:
                pieces.append(_SPACE.sub(" ", element.tail))
    return pieces


def _joined(pieces: list[str]) -> str:
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()
