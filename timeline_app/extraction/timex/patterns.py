"""The pattern language of time rules, and its translation to regular expressions over kinds.

    the? <ordinal> -? <unit> of <@period>

Elements are words and punctuation as written, `<class>` or `<class:name>` for a captured token of
a class (`<a|b:name>` for either of two), `<@phrase>` or `<@phrase:name>` for a captured phrase of
the pack, `<any>` for any one token, and groups `( … | … )`. An element may end in `?` or `{m,n}`;
`\\(` is a bracket as written. What follows ` // ` must stand there, and may be captured, but is not
part of the expression. Nothing is unbounded, so matching is linear in the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from timeline_app.extraction.timex.lexicon import Lexicon

_ELEMENT_RE = re.compile(r"\S+")
_QUANTIFIER_RE = re.compile(r"^(.+?)(\?|\{\d,\d\})$")


class PatternError(ValueError):
    """A rule's pattern cannot be read: a fault of the language pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A translated pattern: a regular expression over kinds, and the kinds it may begin with."""

    regex: str
    first: frozenset[str]
    second: frozenset[str] | None = frozenset()
    """Kinds that may come second; None is any."""
    is_nullable: bool
    is_single: bool = False
    """Whether one token alone may match."""
    captures: Mapping[str, str] = field(default_factory=dict)
    """Group name → class names (`a|b`) or `@phrase`."""


def literal_words(pattern: str) -> set[str]:
    """Return the words that a pattern names literally."""
    bare = (_split_quantifier(e)[0] for e in _ELEMENT_RE.findall(pattern))
    return {b.removeprefix("\\") for b in bare if b not in ("(", ")", "|", "//") and b[0] != "<"}


def _split_quantifier(element: str) -> tuple[str, str]:
    match = _QUANTIFIER_RE.match(element)
    return (match[1], match[2]) if match is not None else (element, "")


@dataclass(slots=True, kw_only=True)
class Translator:
    """Translates patterns against a lexicon and the phrases translated so far."""

    lexicon: Lexicon
    phrases: Mapping[str, Pattern]
    known: dict[str, Pattern] = field(default_factory=dict)
    """Words and classes translated so far."""

    def translate(self, pattern: str, *, is_capturing: bool = True) -> Pattern:
        """Return the translation; raises PatternError for an unknown class, phrase or element."""
        reader = _Reader(
            elements=_ELEMENT_RE.findall(pattern),
            lexicon=self.lexicon,
            phrases=self.phrases,
            known=self.known,
            is_capturing=is_capturing,
        )
        read = reader.alternatives()
        if reader.skip("//"):
            read = _in_order([read, _looked_at(reader.alternatives())])
        if reader.place != len(reader.elements):
            raise PatternError(f"unbalanced brackets in {pattern!r}")
        return replace(read, captures=reader.captures)


@dataclass(slots=True, kw_only=True)
class _Reader:
    elements: list[str]
    lexicon: Lexicon
    phrases: Mapping[str, Pattern]
    known: dict[str, Pattern]
    is_capturing: bool
    place: int = 0
    captures: dict[str, str] = field(default_factory=dict)

    def alternatives(self) -> Pattern:
        branches = [self._sequence()]
        while self._peek() == "|":
            self.place += 1
            branches.append(self._sequence())
        return any_of(branches)

    def skip(self, element: str) -> bool:
        """Pass over `element` if it stands here."""
        is_here = self._peek() == element
        self.place += is_here
        return is_here

    def _peek(self) -> str:
        return self.elements[self.place] if self.place < len(self.elements) else ""

    def _sequence(self) -> Pattern:
        parts: list[Pattern] = []
        while self._peek() not in ("", "|", "//") and _split_quantifier(self._peek())[0] != ")":
            parts.append(self._element())
        return _in_order(parts)

    def _element(self) -> Pattern:
        element = self._peek()
        self.place += 1
        if element == "(":
            inner = self.alternatives()
            if not self._peek():
                raise PatternError("a bracket is not closed")
            quantifier = _split_quantifier(self._peek())[1]
            self.place += 1
            return _repeated(inner, quantifier)
        bare, quantifier = _split_quantifier(element)
        if bare[0] == "<":
            return _repeated(self._capture(bare[1:-1]), quantifier)
        return _repeated(self._known(bare, _word, bare.removeprefix("\\")), quantifier)

    def _known(self, element: str, read: Callable[[Lexicon, str], Pattern], what: str) -> Pattern:
        found = self.known.get(element)
        if found is None:
            found = self.known[element] = read(self.lexicon, what)
        return found

    def _capture(self, body: str) -> Pattern:
        what, _, name = body.partition(":")
        is_phrase = what[0] == "@"
        read = self._phrase(what[1:]) if is_phrase else self._known(f"<{what}>", _of_classes, what)
        if not self.is_capturing or what == "any":
            return read
        group = name or what.lstrip("@").partition("|")[0]
        while group in self.captures:
            group += "_"
        self.captures[group] = what
        return replace(read, regex=f"(?P<{group}>{read.regex})")

    def _phrase(self, name: str) -> Pattern:
        if name not in self.phrases:
            raise PatternError(f"there is no phrase {name!r} before this rule")
        return self.phrases[name]


def _in_order(parts: list[Pattern]) -> Pattern:
    whole = Pattern(regex="", first=frozenset(), is_nullable=True)
    for part in parts:
        whole = _joined(whole, part)
    return whole


def _joined(a: Pattern, b: Pattern) -> Pattern:
    second = a.second
    if a.is_single:
        second = _either(second, b.first if b.regex != "." else None)
    if a.is_nullable:
        second = _either(second, b.second)
    return Pattern(
        regex=a.regex + b.regex,
        first=a.first | b.first if a.is_nullable else a.first,
        second=second,
        is_nullable=a.is_nullable and b.is_nullable,
        is_single=(a.is_single and b.is_nullable) or (a.is_nullable and b.is_single),
    )


def _either(a: frozenset[str] | None, b: frozenset[str] | None) -> frozenset[str] | None:
    return None if a is None or b is None else a | b


def _looked_at(read: Pattern) -> Pattern:
    return Pattern(regex=f"(?={read.regex})", first=frozenset(), is_nullable=True)


def any_of(branches: list[Pattern]) -> Pattern:
    """Return the pattern that matches where any of `branches` does."""
    if len(branches) == 1:
        return branches[0]
    second: frozenset[str] | None = frozenset()
    for branch in branches:
        second = _either(second, branch.second)
    return Pattern(
        regex=f"(?:{'|'.join(b.regex for b in branches)})",
        first=frozenset().union(*(b.first for b in branches)),
        second=second,
        is_nullable=any(b.is_nullable for b in branches),
        is_single=any(b.is_single for b in branches),
    )


def _repeated(read: Pattern, quantifier: str) -> Pattern:
    if not quantifier:
        return read
    is_many = quantifier.startswith("{") and read.is_single
    return Pattern(
        regex=f"(?:{read.regex}){quantifier}",
        first=read.first,
        second=_either(read.second, read.first) if is_many else read.second,
        is_nullable=read.is_nullable or quantifier == "?" or quantifier.startswith("{0"),
        is_single=read.is_single,
    )


def _word(lexicon: Lexicon, word: str) -> Pattern:
    kinds = lexicon.kinds_of_word.get(word)
    if kinds is None:
        raise PatternError(f"the word {word!r} has no kind")
    return _one_of(kinds)


def _of_classes(lexicon: Lexicon, names: str) -> Pattern:
    if names == "any":
        return Pattern(regex=".", first=frozenset(), is_nullable=False, is_single=True)
    branches, kinds = [], ""
    for name in names.split("|"):
        kinds += lexicon.kinds_of_class.get(name, "")
        for words in sorted(lexicon.phrases.get(name, ()), key=len, reverse=True):
            branches.append(_in_order([_word(lexicon, w) for w in words]))
    if kinds:
        branches.append(_one_of(kinds))
    if not branches:
        raise PatternError(f"there is no class {names!r}")
    return any_of(branches)


def _one_of(kinds: str) -> Pattern:
    first = frozenset(kinds)
    return Pattern(regex=_charset(kinds), first=first, is_nullable=False, is_single=True)


def _charset(kinds: str) -> str:
    """Return the set of some kinds, neighbours as ranges: shorter ones compile faster."""
    ranges: list[list[str]] = []
    for kind in sorted(set(kinds)):
        if ranges and ord(kind) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = kind
        else:
            ranges.append([kind, kind])
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return ranges[0][0]
    return f"[{''.join(a if a == b else f'{a}-{b}' for a, b in ranges)}]"
