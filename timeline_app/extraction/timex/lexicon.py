"""The words of a language pack, and the one-character kinds that stand for them in matching.

Every token of a text becomes one character, its kind: which classes it belongs to and which words
of the patterns it is. Patterns then are small regular expressions over kinds, and a whole article
is matched as a string a fifth of its length.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WordValue = int | float | str

FILLER = "."
"""The kind of every token that no pattern speaks of."""
BLANK = "¶"
"""The surface of a paragraph break."""

_FIRST_KIND = 0x10000
"""Beyond the basic plane, for which `re` would build a table of 65,536 places for every set."""
_LAST_YEAR = 2999
_DIGIT_CLASSES = ("num", "day", "month_number", "hour", "yy", "year", "year3", "hhmm")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """Words with one use; `is_capital` ones count only when written with a capital."""

    name: str
    values: Mapping[str, WordValue]
    is_capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Kinds of surfaces, and the kinds that belong to each class and each literal word."""

    classes: Mapping[str, WordClass]
    kind_of: Mapping[str, str]
    kinds_of_class: Mapping[str, str]
    kinds_of_word: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """Entries of several words, by class."""

    def value(self, name: str, surface: str) -> WordValue | None:
        """Return what `surface` means as a member of the class `name`."""
        if name in _DIGIT_CLASSES:
            return int(surface) if surface.isdecimal() else None
        values = self.classes[name].values
        return values.get(surface, values.get(surface.lower().replace("’", "'")))


def build_lexicon(
    classes: Iterable[WordClass], literals: Iterable[str], suffixes: Mapping[str, tuple[str, ...]]
) -> Lexicon:
    """Return the lexicon of `classes`, of the words that patterns name, and of numbers."""
    by_name = {c.name: c for c in classes}
    labels: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    _add_classes(by_name, labels, phrases)
    words = set(literals) | {w for entries in phrases.values() for e in entries for w in e}
    for word in words:
        for surface in _surfaces(word, is_capital=False):
            labels.setdefault(surface, set()).add(f"w:{word}")
    by_name = by_name | _add_numbers(labels, suffixes)
    return _with_kinds(by_name, labels, {k: tuple(v) for k, v in phrases.items()})


def _add_classes(
    classes: Mapping[str, WordClass],
    labels: dict[str, set[str]],
    phrases: dict[str, list[tuple[str, ...]]],
) -> None:
    for word_class in classes.values():
        for word in word_class.values:
            if " " in word:
                phrases.setdefault(word_class.name, []).append(tuple(word.split()))
                continue
            for surface in _surfaces(word, is_capital=word_class.is_capital):
                labels.setdefault(surface, set()).add(f"c:{word_class.name}")


def _surfaces(word: str, *, is_capital: bool) -> set[str]:
    capital = word[:1].upper() + word[1:]
    forms = {capital, word.upper()} if is_capital else {word, capital, word.upper()}
    return forms | {form.replace("'", "’") for form in forms}


def _add_numbers(
    labels: dict[str, set[str]], suffixes: Mapping[str, tuple[str, ...]]
) -> dict[str, WordClass]:
    made: dict[str, WordClass] = {}
    for name, endings in suffixes.items():
        values: dict[str, WordValue] = {}
        for digits in _suffixed_numbers(name):
            for ending in endings:
                values[digits + ending] = int(digits.strip("'’"))
                labels.setdefault(digits + ending, set()).add(f"c:{name}")
        made[name] = WordClass(name=name, values=values)
    return made


def _suffixed_numbers(name: str) -> list[str]:
    if name == "decade_number":
        return [str(n) for n in range(1000, 2100, 10)]
    if name == "decade_short":
        return [f"{mark}{n}" for n in range(10, 100, 10) for mark in ("", "'", "’")]
    return [str(n) for n in range(32)]


def _digit_keys() -> dict[str, frozenset[str]]:
    """Return the labels of every number in figures; those of the same kind share one set."""
    plain = [str(n) for n in range(_LAST_YEAR + 1)]
    padded = [f"0{n}" for n in range(10)] + [f"{n:04d}" for n in range(1_000)]
    shared: dict[tuple[bool, ...], frozenset[str]] = {}
    found = dict.fromkeys(map(str, range(_LAST_YEAR + 1, 10_000)), frozenset({"c:num"}))
    for surface in plain + padded:
        facts = _digit_facts(surface)
        key = shared.get(facts)
        if key is None:
            names = (
                f"c:{name}" for name, holds in zip(_DIGIT_CLASSES, facts, strict=True) if holds
            )
            key = shared[facts] = frozenset(names)
        found[surface] = key
    return found


def _digit_facts(surface: str) -> tuple[bool, ...]:
    """Tell which of the digit classes hold for a number, in their order."""
    number, width = int(surface), len(surface)
    return (
        True,
        width <= 2 and 1 <= number <= 31,
        width <= 2 and 1 <= number <= 12,
        width <= 2 and number <= 24,
        width == 2,
        width == 4 and 1000 <= number <= _LAST_YEAR,
        2 <= width <= 3 and number >= 10,
        width == 4 and number < 2400 and number % 100 < 60,
    )


def _with_kinds(
    classes: Mapping[str, WordClass],
    labels: Mapping[str, set[str]],
    phrases: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Lexicon:
    keys = _digit_keys()
    for surface, names in labels.items():
        keys[surface] = keys.get(surface, frozenset()).union(names)
    members: dict[str, list[str]] = {}
    kind_of_labels: dict[frozenset[str], str] = {}
    for key in sorted(set(keys.values()), key=sorted):
        kind_of_labels[key] = chr(_FIRST_KIND + len(kind_of_labels))
        for name in key:
            members.setdefault(name, []).append(kind_of_labels[key])
    kind_of = {surface: kind_of_labels[key] for surface, key in keys.items()}
    return Lexicon(
        classes=classes,
        kind_of=kind_of,
        kinds_of_class={k[2:]: "".join(v) for k, v in members.items() if k.startswith("c:")},
        kinds_of_word={k[2:]: "".join(v) for k, v in members.items() if k.startswith("w:")},
        phrases=phrases,
    )
