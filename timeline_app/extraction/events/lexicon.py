"""The words that name happenings, read once from the language's `events` tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.grammar import grammar_of
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.morphology import Form, noun_forms, verb_forms

_TABLES = tuple(t.value.lower() for t in EventType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What must stand near a word for it to name a happening; see `senses.toml`."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    needs_actor: bool = False
    not_of: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word or phrase that names a happening: `lemma`, then the words of `rest` in order.

    `content` is the modality of what such a speech act speaks of, None where it says nothing.
    """

    lemma: str
    rest: tuple[str, ...]
    is_noun: bool
    type: EventType
    subtype: str
    content: Modality | None
    sense: Sense | None

    @property
    def key(self) -> str:
        """Return the phrase as the tables write it."""
        return "_".join((self.lemma, *self.rest))


type_of_reading = tuple[Entry, frozenset[Form]]


@cache
def trigger_words(language: str) -> Mapping[str, tuple[type_of_reading, ...]]:
    """Return, for each written word in lower case, the entries that can begin with it.

    Longer phrases come first.
    """
    found: dict[str, list[type_of_reading]] = {}
    for entry in _entries(language):
        for word, forms in _written(language, entry):
            found.setdefault(word, []).append((entry, forms))
    return {word: tuple(sorted(r, key=lambda x: -len(x[0].rest))) for word, r in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What one written word can begin: longer phrases come first in `every`.

    `alone` are the entries that it is by itself, `others` the further words of its phrases: where
    none of them stands in a sentence, only `alone` need be looked at. `verb_forms` are those that
    it can be; `is_ambiguous` tells that it is a noun and a verb by itself ("attack").
    """

    every: tuple[type_of_reading, ...]
    alone: tuple[type_of_reading, ...]
    others: frozenset[str]
    verb_forms: frozenset[Form]
    is_ambiguous: bool


@cache
def readings_of_words(language: str) -> Mapping[str, Readings]:
    """Return what each written word in lower case can begin."""
    return {word: _readings(every) for word, every in trigger_words(language).items()}


def _readings(every: tuple[type_of_reading, ...]) -> Readings:
    alone = tuple((entry, forms) for entry, forms in every if not entry.rest)
    return Readings(
        every=every,
        alone=alone,
        others=frozenset(word for entry, _ in every for word in entry.rest),
        verb_forms=next((forms for entry, forms in every if not entry.is_noun), frozenset()),
        is_ambiguous=len({entry.is_noun for entry, _ in alone}) == 2,
    )


def _written(language: str, entry: Entry) -> Iterator[tuple[str, frozenset[Form]]]:
    if not entry.is_noun:
        yield from verb_forms(language, entry.lemma).items()
    elif entry.rest:
        yield entry.lemma, frozenset({Form.SINGULAR})
    else:
        yield from noun_forms(language, entry.lemma).items()


def _entries(language: str) -> Iterator[Entry]:
    senses = load_table(language, "events/senses")
    for name in _TABLES:
        table = load_table(language, f"events/{name}")
        for group in table.get("group", ()):
            for is_noun, listed in ((False, "verbs"), (True, "nouns")):
                known = senses.get("noun" if is_noun else "verb", {})
                for phrase in group.get(listed, "").split():
                    yield from _phrase(
                        language, table["type"], group, phrase, known, is_noun=is_noun
                    )


def _phrase(
    language: str,
    type_name: str,
    group: Mapping[str, Any],
    phrase: str,
    senses: Mapping[str, Any],
    *,
    is_noun: bool,
) -> Iterator[Entry]:
    words = phrase.split("_")
    content = group.get("content")
    for rest in _rests(language, words[1:], is_noun=is_noun):
        yield Entry(
            lemma=words[0],
            rest=rest,
            is_noun=is_noun,
            type=EventType(type_name),
            subtype=group["subtype"],
            content=Modality(content) if content else None,
            sense=_sense(senses.get(phrase)),
        )


def _rests(language: str, rest: list[str], *, is_noun: bool) -> Iterator[tuple[str, ...]]:
    """Yield the words after the first as they may be written.

    An article inside a verb's phrase stands for any word that leads to the noun, and for the
    plural without one: "issue_a_warrant" is also "issued an arrest warrant", "issued warrants".
    """
    if is_noun:
        yield from _endings(language, rest)
        return
    articles = grammar_of(language).classes.article
    bare = [w for k, w in enumerate(rest) if w not in articles or k == len(rest) - 1]
    if len(bare) == 1 < len(rest):
        yield from _endings(language, bare)
    else:
        yield tuple(bare)


def _endings(language: str, rest: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words after the first, the last one in the singular and in the plural."""
    if not rest:
        yield ()
        return
    for last in noun_forms(language, rest[-1]):
        yield (*rest[:-1], last)


def _sense(row: Mapping[str, Any] | None) -> Sense | None:
    if row is None:
        return None
    words = {key: frozenset(str(row.get(key, "")).split()) for key in _WORD_KEYS}
    return Sense(
        **words,
        needs_actor=row.get("needs_actor", False),
        not_of=row.get("not_of", False),
    )


_WORD_KEYS = ("before", "after", "only", "only_after")
