"""What a web page says of itself: JSON-LD, OpenGraph, meta elements, `<time>`."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree, html

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.reading.byline import dates_of_marked_line
from timeline_app.reading.date_text import parse_stated_date
from timeline_app.reading.words import reading_words

_DATE_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|dateline|date|pubdate|published|timestamp)(?:$|[\s_-])"
)
_BYLINE_CHARS = 200
_MAX_BYLINES = 3
_MAX_NODES = 20_000
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The statements of a page about its article; `dates` are its dates of publication."""

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    dates: tuple[DctCandidate, ...] = ()


def page_metadata(page: str) -> PageMetadata:
    """Return what the page states; a page that cannot be parsed states nothing."""
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return PageMetadata()
    metas = _metas(root)
    linked = _linked_article(root)
    slash_order = reading_words().slash_orders.get(_language(root) or "", "mdy")
    return PageMetadata(
        title=_first(metas, _TITLE_METAS) or _text(linked.get("headline")) or _heading(root),
        outlet=_first(metas, _SITE_METAS) or _name(linked.get("publisher")),
        url=_canonical(root) or _first(metas, ("og:url",)) or _text(linked.get("url")) or None,
        author=_name(linked.get("author")) or _author(metas),
        language=_language(root),
        dates=tuple(_dates(root, metas, linked, slash_order)),
    )


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)


def _metas(root: html.HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element, by its lower-case name or property."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _text(meta.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _linked_article(root: html.HtmlElement) -> Mapping[str, Any]:
    """Return the first JSON-LD node that has a date of publication, else a headline."""
    nodes = list(_linked_nodes(root))
    dated = (node for node in nodes if node.get("datePublished"))
    titled = (node for node in nodes if node.get("headline"))
    return next(dated, None) or next(titled, None) or {}


def _linked_nodes(root: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            block = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _walk(block)


def _walk(block: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON value, outermost first, as far as `_MAX_NODES`."""
    queue = [block]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(v for v in node.values() if isinstance(v, dict | list))
        elif isinstance(node, list):
            queue.extend(v for v in node if isinstance(v, dict | list))


def _dates(
    root: html.HtmlElement, metas: Mapping[str, str], linked: Mapping[str, Any], slash_order: str
) -> Iterator[DctCandidate]:
    yield from _stated("JSON-LD datePublished", _text(linked.get("datePublished")))
    for key in _DATE_METAS:
        yield from _stated(f"meta {key}", metas.get(key, ""))
    for value in _time_elements(root):
        yield from _stated("time element", value)
    for line in _marked_bylines(root):
        yield from dates_of_marked_line(line, slash_order=slash_order)


def _stated(where: str, value: str) -> Iterator[DctCandidate]:
    date = parse_stated_date(value[:200]) if value else None
    if date is not None:
        yield DctCandidate(
            value=date.value, source=DctSource.METADATA, evidence=f"{where}: {value[:80]}"
        )


def _time_elements(root: html.HtmlElement) -> Iterator[str]:
    """Yield the moments that `<time>` gives for the publication, else the only one there is."""
    times = [t for t in root.iter("time") if t.get("datetime")]
    marked = [t for t in times if "pubdate" in t.attrib or t.get("itemprop") == "datePublished"]
    chosen = marked or (times if len(times) == 1 else [])
    for element in chosen:
        yield element.get("datetime") or ""


def _marked_bylines(root: html.HtmlElement) -> Iterator[str]:
    """Yield the short lines whose class says that they tell author and date."""
    elements = (
        e
        for e in root.iter("p", "span", "div", "time", "em")
        if _BYLINE_CLASS.search(e.get("class") or "")
    )
    for element in islice(elements, _MAX_BYLINES):
        text = _text(element.text_content())
        if len(text) <= _BYLINE_CHARS:
            yield text


def _canonical(root: html.HtmlElement) -> str:
    for link in root.iter("link"):
        address = _text(link.get("href"))
        if (link.get("rel") or "").lower() == "canonical" and address.startswith("http"):
            return address
    return ""


def _heading(root: html.HtmlElement) -> str:
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if text := _text(element.text_content()):
                return text
    return ""


def _author(metas: Mapping[str, str]) -> str | None:
    author = _first(metas, _AUTHOR_METAS)
    return author if author and not author.startswith("http") else None


def _language(root: html.HtmlElement) -> str | None:
    code = (root.get("lang") or "").strip().lower()[:2]
    return code if len(code) == 2 and code.isalpha() else None


def _name(value: object) -> str | None:
    """Return the name of a JSON-LD person or organisation, joined where there are several."""
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = [
            name for item in value[:10] if not isinstance(item, list) and (name := _name(item))
        ]
        return ", ".join(names) or None
    return _text(value) or None


def _text(value: object) -> str:
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""
