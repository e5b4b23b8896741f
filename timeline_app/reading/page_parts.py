"""A web page on which several articles stand, cut into a page for each of them.

Each has its heading, its date and its address in its own markup, or in the JSON-LD that names it.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from urllib.parse import urljoin

from lxml import html

from timeline_app.reading.html_metadata import page_metadata, parsed_page
from timeline_app.reading.linked_data import Node, linked_articles
from timeline_app.reading.page_moments import (
    outermost_articles,
    shown_text,
    text_beside,
    whole_articles,
)

_HEADINGS = ("h1", "h2", "h3")
_LEAST_CHARS = 200
_MOST_BESIDE_CHARS = 600


def page_parts(page: str, address: str | None) -> tuple[str, ...]:
    """Return the page of each article where several whole ones stand on a page.

    Empty where there are no two, where one of them states no date of its own, or where so much
    text stands beside them that it would be lost: such a page is read as one article.
    """
    root = parsed_page(page)
    if root is None or len(whole_articles(root)) < 2:
        return ()
    articles = [a for a in outermost_articles(root) if _is_told(a)]
    if text_beside(root, articles) > _MOST_BESIDE_CHARS:
        return ()
    metadata = page_metadata(page)
    parts = _Parts(root, metadata.outlet, metadata.url or address)
    pages = tuple(parts.page_of(a, number) for number, a in enumerate(articles, start=1))
    return pages if all(page_metadata(one).dates for one in pages) else ()


def _is_told(article: html.HtmlElement) -> bool:
    """Tell whether an article has a heading and more text than a teaser."""
    text = sum(len(shown_text(p)) for p in article.iter("p"))
    return next(article.iter(*_HEADINGS), None) is not None and text > _LEAST_CHARS


class _Parts:
    """What the articles of a page have in common, and which of its JSON-LD is whose."""

    def __init__(self, root: html.HtmlElement, outlet: str | None, address: str | None) -> None:
        self._language = root.get("lang") or ""
        self._outlet = outlet
        self._address = address
        self._linked = tuple(linked_articles(root))

    def page_of(self, article: html.HtmlElement, number: int) -> str:
        """Return a page with one article alone."""
        heading = next(article.iter(*_HEADINGS))
        title = shown_text(heading)
        link = next((a.get("href") for a in _links(heading) if a.get("href")), None)
        node = self._node_of(title, link)
        page = html.document_fromstring("<html><head></head><body></body></html>")
        page.set("lang", _printable(self._language))
        head, body = page
        body.append(_alone(article))
        head.extend(self._head(title, node, self._address_of(article, link, node, number)))
        return html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")

    def _head(
        self, title: str, node: Node | None, address: str | None
    ) -> Iterator[html.HtmlElement]:
        yield _element("meta", property="og:title", content=title)
        if self._outlet:
            yield _element("meta", property="og:site_name", content=self._outlet)
        if address:
            yield _element("link", rel="canonical", href=address)
        if node is not None:
            script = _element("script", type="application/ld+json")
            script.text = json.dumps(node).replace("</", "<\\/")  # would end the script
            yield script

    def _node_of(self, title: str, link: str | None) -> Node | None:
        """Return the JSON-LD that has an article's address or headline."""
        wanted = self._joined(link) if link else None
        for node in self._linked:
            headline = node.get("headline")
            is_named = isinstance(headline, str) and " ".join(headline.split()) == title
            if is_named or (wanted is not None and wanted == node.get("url")):
                return node
        return None

    def _address_of(
        self, article: html.HtmlElement, link: str | None, node: Node | None, number: int
    ) -> str | None:
        """Return an article's own address, else its place on the page, if that has an address."""
        stated = node.get("url") if node is not None else None
        own = self._joined(link) if link else stated
        if isinstance(own, str) and own.startswith(("http://", "https://")):
            return own
        place = article.get("id") or f"article-{number}"
        return f"{self._address.partition('#')[0]}#{place}" if self._address else None

    def _joined(self, link: str) -> str | None:
        try:
            return urljoin(self._address or "", link)
        except ValueError:
            return None


def _alone(article: html.HtmlElement) -> html.HtmlElement:
    alone = deepcopy(article)
    alone.tail = None
    return alone


def _links(heading: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield from heading.iter("a")
    yield from heading.iterancestors("a")


def _printable(text: str) -> str:
    """Return a text without what lxml refuses to write."""
    return "".join(c for c in text if c.isprintable())


def _element(tag: str, /, **attributes: str) -> html.HtmlElement:
    element = html.Element(tag)
    for name, value in attributes.items():
        element.set(name, _printable(value))
    return element
