"""A language's time rules, loaded from `resources/LANG/time/` and made ready for matching.

words.toml   classes of words with their values, number suffixes, words of tense and genre
rules.toml   phrases (parts of patterns), rules (patterns with an operation), in order
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.timex.lexicon import (
    BLANK,
    Lexicon,
    WordClass,
    WordValue,
    build_lexicon,
)
from timeline_app.extraction.timex.patterns import Pattern, Translator, any_of, literal_words
from timeline_app.extraction.timex.scanner import SHAPE_NAMES

_FALLBACK = "en"


@dataclass(kw_only=True)
class Rule:
    """A pattern and the operation that gives its matches a meaning.

    `arguments` are constants for the operation. `guards` are patterns of a fixed length that
    must (not) stand before and after. `genre` limits the rule to "news" or "narrative".
    """

    name: str
    pattern: Pattern
    operation: str
    arguments: Mapping[str, WordValue]
    before: str = ""
    after: str = ""
    genre: str | None = None
    rank: int = 0

    @cached_property
    def regex(self) -> "re.Pattern[str]":
        """Return the compiled pattern; compiled when first used, to start quickly."""
        return re.compile(f"{self.before}{self.pattern.regex}{self.after}")

    def compile(self) -> None:
        """Compile the pattern now."""
        _ = self.regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that is particular to a language."""

    language: str
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    rules_by_kind: Mapping[str, tuple[Rule, ...]]
    rules_by_pair: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    """The rules that may match where two kinds stand: found when first asked for."""
    phrases: Mapping[str, tuple[Rule, ...]]
    settings: Mapping[str, Any]
    """Words of tense, genre and so on, as tables."""

    @property
    def function_words(self) -> frozenset[str]:
        """Return small words that begin no noun phrase's noun, lower case."""
        return frozenset(self.settings["context"]["function_words"].split())

    def rules_at(self, pair: str) -> tuple[Rule, ...]:
        """Return the rules that may match where the kinds of `pair` stand."""
        found = self.rules_by_pair.get(pair)
        if found is None:
            rules = self.rules_by_kind.get(pair[0], ())
            found = tuple(r for r in rules if _may_match(r.pattern, pair[1:]))
            self.rules_by_pair[pair] = found
        return found


def _may_match(pattern: Pattern, second: str) -> bool:
    return pattern.is_single or (
        bool(second) and (pattern.second is None or second in pattern.second)
    )


@cache
def load_pack(language: str) -> Pack:
    """Return the pack of a language ("fr", "fr-CA"), English where there is none for it.

    Raises PatternError for a rule that cannot be read: a fault of the pack.
    """
    words, rules = load_table(language, "time/words"), load_table(language, "time/rules")
    if not rules:
        return load_pack(language.partition("-")[0] if "-" in language else _FALLBACK)
    lexicon, phrases = _lexicon(words, rules), _Phrases()
    translator = Translator(lexicon=lexicon, phrases=phrases.patterns)
    _add_phrases(phrases, translator, rules.get("phrase", []))
    made = [r for row in rules["rule"] for r in _rules(translator, row)]
    for rank, rule in enumerate(made):
        rule.rank = rank
    return Pack(
        language=language,
        lexicon=lexicon,
        rules=tuple(made),
        rules_by_kind=_by_kind(made),
        phrases=phrases.rules,
        settings=words,
    )


def _lexicon(words: Mapping[str, Any], rules: Mapping[str, Any]) -> Lexicon:
    classes = [
        WordClass(name=name, values=row["values"], is_capital=row.get("capital", False))
        for name, row in words["class"].items()
    ]
    classes += [WordClass(name=s, values={f"<{s}>": s}) for s in SHAPE_NAMES]
    literals = {BLANK}
    for row in [*rules.get("phrase", []), *rules["rule"]]:
        for key in ("patterns", "before", "not_before", "after", "not_after"):
            for pattern in row.get(key, ()):
                literals |= literal_words(pattern)
    return build_lexicon(classes, literals, {k: tuple(v) for k, v in words["suffix"].items()})


@dataclass(slots=True, kw_only=True)
class _Phrases:
    patterns: dict[str, Pattern] = field(default_factory=dict)
    rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)


def _add_phrases(
    found: _Phrases, translator: Translator, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Translate the phrases in order; several rows of one name are alternatives."""
    for row in rows:
        name = row["name"]
        made = tuple(_rules(translator, row))
        plain = [translator.translate(p, is_capturing=False) for p in row["patterns"]]
        if name in found.patterns:
            plain.insert(0, found.patterns[name])
        whole = any_of(plain)
        found.patterns[name] = replace(whole, regex=f"(?:{whole.regex})")
        found.rules[name] = found.rules.get(name, ()) + made


def _rules(translator: Translator, row: Mapping[str, Any]) -> Iterable[Rule]:
    before = _guards(translator, row, "before", "?<=")
    before += _guards(translator, row, "not_before", "?<!")
    after = _guards(translator, row, "after", "?=") + _guards(translator, row, "not_after", "?!")
    for pattern in row["patterns"]:
        yield Rule(
            name=row["name"],
            pattern=translator.translate(pattern),
            operation=row["op"],
            arguments=row.get("with", {}),
            before=before,
            after=after,
            genre=row.get("genre"),
        )


def _guards(translator: Translator, row: Mapping[str, Any], key: str, sign: str) -> str:
    patterns = [translator.translate(p, is_capturing=False).regex for p in row.get(key, ())]
    if not patterns:
        return ""
    if sign == "?!":
        return f"(?!{'|'.join(patterns)})"
    if sign == "?<!":
        return "".join(f"(?<!{p})" for p in patterns)
    return f"(?:{'|'.join(f'({sign}{p})' for p in patterns)})"


def _by_kind(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for kind in rule.pattern.first:
            found.setdefault(kind, []).append(rule)
    return {kind: tuple(rows) for kind, rows in found.items()}
