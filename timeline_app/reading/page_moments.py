"""The moments and date lines that a web page shows in its article, not around it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import html

from timeline_app.reading.words import reading_words

_AROUND_TAGS = frozenset({"article", "aside", "footer", "nav", "form", "template", "noscript"})
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|related|recommend\w*|sidebar|teasers?|promos?|footer|"
    r"popular|trending|most-?read|more-(?:on|from|stories)|read-?(?:more|next)|newsletter|"
    r"advert\w*|carousel|breadcrumbs?|cookie\w*)(?:$|[\s_-])"
)
_TELLING_TAGS = frozenset({
    "time", "amp-timeago", "relative-time", "abbr", "span", "p", "div", "em", "small", "li",
})  # fmt: skip
_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:publish\w*|datepublished|entry-date|pubdate|posted)(?:$|[\s_-])"
)
_CHANGED = re.compile(r"(?:^|[\s_-])(?:updated?|modified|datemodified)(?:$|[\s_-])")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|dateline|date|pubdate|published|timestamp)(?:$|[\s_-])"
)
_BYLINE_CHARS = 200
_PROSE_CHARS = 200
_BEFORE_CHARS = 60
_WHOLE_CHARS = 600
_MAX_ELEMENTS = 200_000
_MAX_TELLING = 100
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A machine-readable moment of the page, and what the page shows in its place."""

    value: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMoments:
    """What the page shows of its dates: `moments` of publication, `lines` marked as bylines."""

    moments: tuple[Moment, ...] = ()
    changed: tuple[Moment, ...] = ()
    lines: tuple[str, ...] = ()


def article_count(root: html.HtmlElement) -> int:
    """Return how many whole articles stand on a page, one after another; teasers do not count."""
    return max(1, len(whole_articles(root)))


def whole_articles(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the whole articles of a page that stand one after another; none where it is one."""
    return list(filter(_is_whole, outermost_articles(root)))


def outermost_articles(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the articles, and teasers, beside each other on a page; none where it is one."""
    scope, _ = _scope(root)
    if scope.tag == "article":
        return []
    outermost = (a for a in scope.iter("article") if next(a.iterancestors("article"), None) is None)
    return list(islice(outermost, _MAX_TELLING))


def text_beside(root: html.HtmlElement, articles: Collection[html.HtmlElement]) -> int:
    """Return how many characters of paragraphs a page has that stand in none of some articles."""
    inside = frozenset(articles)
    paragraphs = _scope(root)[0].iter("p")
    return sum(len(shown_text(p)) for p in paragraphs if inside.isdisjoint(p.iterancestors()))


def _is_whole(article: html.HtmlElement) -> bool:
    """Tell whether an element has a heading and the text of an article of its own."""
    has_heading = next(article.iter("h1", "h2", "h3"), None) is not None
    return has_heading and sum(len(shown_text(p)) for p in article.iter("p")) > _WHOLE_CHARS


def page_moments(root: html.HtmlElement) -> PageMoments:
    """Return the publication's moments and bylines in the order of the page.

    A moment counts that is marked as the publication's, else the first of the article. What
    stands in running text, in comments, beside or beneath the article does not.
    """
    marked: list[Moment] = []
    plain: list[Moment] = []
    changed: list[Moment] = []
    lines: list[str] = []
    for element in islice(filter(_is_telling, _within(*_scope(root))), _MAX_TELLING):
        if _is_in_prose(element):
            continue
        moment = _moment(element)
        if moment is not None:
            {"published": marked, "changed": changed}.get(_kind(element), plain).append(moment)
        text = shown_text(element) if _BYLINE.search(_classes(element)) else ""
        if 0 < len(text) <= _BYLINE_CHARS:
            lines.append(text)
    return PageMoments(
        moments=tuple(marked or plain[:1]), changed=tuple(changed), lines=tuple(lines)
    )


def drop_surroundings(root: html.HtmlElement) -> None:
    """Take out of a page what stands around its article, whose dates are others'."""
    _, kept = _scope(root)
    around = [e for e in root.iter("*") if e not in kept and e.tag != "article" and _is_around(e)]
    for element in around:
        if element.getparent() is not None:
            element.drop_tree()


def _scope(root: html.HtmlElement) -> tuple[html.HtmlElement, frozenset[html.HtmlElement]]:
    """Return what holds the article's heading (an `article`, else `main`, else all of the page),
    and what of it holds the heading or the only article, and so cannot be beside the article.
    """
    heading = next(root.iter("h1"), None)
    outermost = [a for a in root.iter("article") if next(a.iterancestors("article"), None) is None]
    sole = outermost[0] if len(outermost) == 1 else None
    around = heading.iterancestors("article", "main") if heading is not None else iter(())
    scope = next(around, root if heading is not None or sole is None else sole)
    kept = {e for start in (heading, sole) if start is not None for e in start.iterancestors()}
    return scope, frozenset(kept | ({sole} if sole is not None else set()) | {scope})


def _within(
    scope: html.HtmlElement, kept: frozenset[html.HtmlElement]
) -> Iterator[html.HtmlElement]:
    """Yield the elements of the article, without what stands around it and other articles."""
    pending = [scope]
    for _ in range(_MAX_ELEMENTS):
        if not pending:
            return
        element = pending.pop()
        if isinstance(element.tag, str) and (element in kept or not _is_around(element)):
            yield element
            pending.extend(reversed(element))


def _is_around(element: html.HtmlElement) -> bool:
    """Tell whether an element is beside the article: a comment, a teaser, a list of links."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag in _AROUND_TAGS or _AROUND_NAMES.search(names) is not None


def _is_telling(element: html.HtmlElement) -> bool:
    """Tell whether an element may hold a moment or a byline."""
    if element.tag not in _TELLING_TAGS:
        return False
    is_moment = "datetime" in element.attrib or "itemprop" in element.attrib
    return is_moment or bool(_BYLINE.search(_classes(element)))


def _moment(element: html.HtmlElement) -> Moment | None:
    """Return the moment that an element gives to machines; None where it gives none."""
    is_property = _property(element) in ("datepublished", "datemodified")
    value = element.get("datetime") or (element.get("content") if is_property else None)
    if element.tag == "abbr":
        value = value or element.get("title")
    shown = shown_text(element)
    value = (value or (shown if is_property else "")).strip()
    return Moment(value=value, shown=shown) if value else None


def _kind(element: html.HtmlElement) -> str:
    names = f"{_classes(element)} {_property(element)}"
    if "pubdate" in element.attrib or _PUBLISHED.search(names):
        return "published"
    before = _text_before(element).lower()
    is_changed = _CHANGED.search(names) or any(
        before.endswith(word) for word in reading_words().updated
    )
    return "changed" if is_changed else "plain"


def _text_before(element: html.HtmlElement) -> str:
    """Return the words that stand before an element in its line."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        words = f"{shown_text(previous)[-_BEFORE_CHARS:]} {previous.tail or ''}"
    else:
        words = (parent.text or "") if parent is not None else ""
    return _SPACE.sub(" ", words[-_BEFORE_CHARS:]).strip(" :–—-")


def _is_in_prose(element: html.HtmlElement) -> bool:
    paragraph = next(element.iterancestors("p", "li", "blockquote", "td", "figcaption"), None)
    if paragraph is None:
        return False
    size = 0
    for text in paragraph.itertext():  # no further than needed: a page may be one paragraph
        size += len(text)
        if size > _PROSE_CHARS:
            return True
    return False


def _property(element: html.HtmlElement) -> str:
    return (element.get("itemprop") or "").strip().lower()


def _classes(element: html.HtmlElement) -> str:
    return (element.get("class") or "").lower()


def shown_text(element: html.HtmlElement) -> str:
    """Return an element's text in one line."""
    return _SPACE.sub(" ", element.text_content()).strip()
