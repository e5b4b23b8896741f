"""The JSON-LD of a web page: which of its nodes tells of the article itself."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

_MAX_NODES = 20_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_ARTICLE = re.compile(r"(?:article|blogposting|socialmediaposting|report)$")
_PAGE = re.compile(r"(?:^thing|creativework|page)$")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A node, how deep it lies, and the types that it states, lower case without their address."""

    node: Node
    depth: int
    types: tuple[str, ...]

    @property
    def is_article(self) -> bool:
        """Tell whether it states to be an article."""
        return any(_ARTICLE.search(name) for name in self.types)

    @property
    def may_date_an_article(self) -> bool:
        """Tell whether its dates may be the article's: those of pictures or comments are not."""
        return self.is_article or not self.types or any(map(_PAGE.search, self.types))


def linked_article(root: html.HtmlElement, canonical: str) -> Node:
    """Return the node of the page's article; the page's own where no node says to be an article.

    Among several it is the one with the address `canonical`, else the outermost. The node of its
    publisher is put in where it is only named by its `@id`.
    """
    found = list(_nodes(root))
    fitting = [f for f in found if f.may_date_an_article and _is_telling(f.node)]
    if not fitting:
        return {}
    best = min(fitting, key=lambda f: (_rank(f, canonical), f.depth)).node
    return {**best, **_named_elsewhere(best, _named_nodes(found))}


def linked_articles(root: html.HtmlElement) -> Iterator[Node]:
    """Yield the nodes that say to be articles, with their publisher and author put in."""
    found = list(_nodes(root))
    by_id = _named_nodes(found)
    for one in found:
        if one.is_article and _is_telling(one.node):
            yield {**one.node, **_named_elsewhere(one.node, by_id)}


def is_partly_shown(node: Node) -> bool:
    """Tell whether the page says that its article is not free to read."""
    return str(node.get("isAccessibleForFree", "true")).strip().lower() in ("false", "no")


def _is_telling(node: Node) -> bool:
    return bool(node.get("datePublished") or node.get("headline"))


def _rank(found: _Found, canonical: str) -> tuple[bool, bool, bool, bool]:
    node = found.node
    return (
        not found.is_article and bool(found.types),
        not (canonical and canonical in _addresses(node)),
        not node.get("datePublished"),
        not found.is_article,
    )


def _addresses(node: Node) -> tuple[str, ...]:
    page = node.get("mainEntityOfPage")
    page_id = page.get("@id") if isinstance(page, dict) else page
    values = (node.get("url"), node.get("@id"), page_id)
    return tuple(v.partition("#")[0] for v in values if isinstance(v, str))


def _named_nodes(found: list[_Found]) -> dict[str, Node]:
    return {f.node["@id"]: f.node for f in found if _is_named(f.node)}


def _named_elsewhere(node: Node, by_id: Mapping[str, Node]) -> dict[str, object]:
    """Return the node's publisher and author where they stand elsewhere in the page's graph."""
    looked_up = {key: _resolved(node.get(key), by_id) for key in ("publisher", "author")}
    return {key: value for key, value in looked_up.items() if value is not None}


def _is_named(node: Node) -> bool:
    return isinstance(node.get("@id"), str) and isinstance(node.get("name"), str)


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value[:10]]
    if isinstance(value, dict) and "name" not in value:
        identity = value.get("@id")
        return by_id.get(identity, value) if isinstance(identity, str) else value
    return value


def _nodes(root: html.HtmlElement) -> Iterator[_Found]:
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            # Raw line ends inside strings are common, and browsers' readers take them.
            block = json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(block)


def _walk(block: object) -> Iterator[_Found]:
    """Yield the objects of a JSON value, outermost first, as far as `_MAX_NODES`."""
    queue = deque([(block, 0)])
    for _ in range(_MAX_NODES):
        if not queue:
            return
        node, depth = queue.popleft()
        if isinstance(node, dict):
            yield _Found(node=node, depth=depth, types=tuple(_types(node.get("@type"))))
            # A graph is but a list: its nodes are as far out as the page's other blocks.
            inner = ((v, depth + (key != "@graph")) for key, v in node.items())
            queue.extend((v, d) for v, d in inner if isinstance(v, dict | list))
        elif isinstance(node, list):
            queue.extend((v, depth) for v in node if isinstance(v, dict | list))


def _types(value: object) -> Iterator[str]:
    for name in value[:10] if isinstance(value, list) else [value]:
        if isinstance(name, str):
            yield re.split(r"[/#:]", name)[-1].lower()
