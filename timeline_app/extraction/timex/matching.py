"""Kinds → matches: at every place the longest rule, left to right, without overlap."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from timeline_app.extraction.timex.lexicon import WordValue
from timeline_app.extraction.timex.pack import Pack, Rule
from timeline_app.extraction.timex.scanner import SHAPE_NAMES, Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule that fits the tokens `begin` to `end`, with its captures and constants."""

    rule: Rule
    block: Block
    begin: int
    end: int
    arguments: "Mapping[str, Argument]" = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """Return the tokens as written."""
        return self.block.words[self.begin : self.end]

    @property
    def text(self) -> str:
        """Return the expression as written."""
        begin, end = self.block.begin_of(self.begin), self.block.end_of(self.end - 1)
        return self.block.text[begin - self.block.offset : end - self.block.offset]

    def names(self, *arguments: str) -> bool:
        """Tell whether this match, or a phrase in it, has one of the arguments."""
        if not self.arguments.keys().isdisjoint(arguments):
            return True
        inner = [a for a in self.arguments.values() if isinstance(a, Match)]
        return any(m.names(*arguments) for m in inner)


Argument: TypeAlias = WordValue | Match


def find_matches(block: Block, pack: Pack, genre: str) -> Iterator[Match]:
    """Yield the matches of a block in order; of rival rules the longest, then the first, wins."""
    kinds, starts = block.kinds, pack.rules_by_kind
    at, count = 0, len(kinds)
    while at < count:
        rules = pack.rules_at(kinds[at : at + 2]) if kinds[at] in starts else ()
        if not rules:
            at += 1
            continue
        best = _longest(rules, kinds, at, genre)
        if best is None:
            at += 1
            continue
        rule, end = best
        yield _match(rule, block, at, end, pack)
        at = end


def _longest(rules: tuple[Rule, ...], kinds: str, at: int, genre: str) -> tuple[Rule, int] | None:
    best, best_end = None, at
    for rule in rules:
        found = rule.regex.match(kinds, at)
        if found is not None and found.end() > best_end and rule.genre in (None, genre):
            best, best_end = rule, found.end()
    return (best, best_end) if best is not None else None


def _match(rule: Rule, block: Block, begin: int, end: int, pack: Pack) -> Match:
    return _captured(rule, rule.regex.match(block.kinds, begin), block, begin, end, pack)


def _captured(
    rule: Rule,
    found: re.Match[str] | None,
    block: Block,
    begin: int,
    end: int,
    pack: Pack,
) -> Match:
    arguments: dict[str, Argument] = dict(rule.arguments)
    for group, what in rule.pattern.captures.items() if found is not None else ():
        if found is not None and found.start(group) >= 0:
            value = _argument(what, block, found.start(group), found.end(group), pack)
            if value is not None:
                arguments.setdefault(group.rstrip("_"), value)
    return Match(rule=rule, block=block, begin=begin, end=end, arguments=arguments)


def _argument(what: str, block: Block, begin: int, end: int, pack: Pack) -> Argument | None:
    if what[0] == "@":
        return _phrase(what[1:], block, begin, end, pack)
    surface = " ".join(block.words[begin:end])
    for name in what.split("|"):
        if name in SHAPE_NAMES:
            return surface
        value = pack.lexicon.value(name, surface)
        if value is not None:
            return value
    return None


def _phrase(name: str, block: Block, begin: int, end: int, pack: Pack) -> Match | None:
    for rule in pack.phrases[name]:
        found = rule.regex.fullmatch(block.kinds, begin, end)
        if found is not None:
            return _captured(rule, found, block, begin, end, pack)
    return None
