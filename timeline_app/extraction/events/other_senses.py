"""Words that name another kind of happening in other company: a strike of bombers or of miners."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.lexicon import Entry
from timeline_app.extraction.language_pack import load_table

_NEAR = 16
"""Tokens on either side in which the company is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSense:
    """What a word names where one of `company` stands near it, and none of `barred` behind it.

    Without `company` it is what the word names in any.
    """

    company: frozenset[str]
    barred: frozenset[str]
    type: EventType
    subtype: str
    is_verb_only: bool


@cache
def _other_senses(language: str) -> Mapping[str, tuple[OtherSense, ...]]:
    found: dict[str, tuple[OtherSense, ...]] = {}
    for row in load_table(language, "events/senses").get("instead", ()):
        sense = OtherSense(
            company=frozenset(row.get("with", "").split()),
            barred=frozenset(row.get("without", "").split()),
            type=EventType(row["type"]),
            subtype=row["subtype"],
            is_verb_only=row.get("only") == "verb",
        )
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), sense)
    return found


def in_its_sense(sentence: Sentence, entry: Entry, at: int, language: str) -> Entry:
    """Return the entry as the words around token `at` let it be understood."""
    senses = _other_senses(language).get(entry.key)
    if senses is None:
        return entry
    near = frozenset(sentence.lowers[max(0, at - _NEAR) : at + _NEAR])
    behind = frozenset(sentence.lowers[at + 1 : at + _NEAR])
    for sense in senses:
        fits = not (entry.is_noun and sense.is_verb_only)
        has_company = not sense.company or not sense.company.isdisjoint(near)
        if fits and has_company and sense.barred.isdisjoint(behind):
            return replace(entry, type=sense.type, subtype=sense.subtype, content=None)
    return entry
