"""Cut a text into the pieces that names are made of, in one pass over its tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.annotation.span import Span
from timeline_app.extraction.names.capitals import CapitalRuns, lower_starters, people_words
from timeline_app.extraction.names.dateline import Dateline, find_datelines
from timeline_app.extraction.names.gazetteer import Gazetteer, load_gazetteer
from timeline_app.extraction.names.headings import capitals_inside, is_heading
from timeline_app.extraction.names.lexicon import Lexicon, load_lexicon
from timeline_app.extraction.names.units import Unit, UnitKind
from timeline_app.extraction.tokens import Tokens

_LONGEST_SHOUTED = 4
"""Tokens of the longest name looked for in a sentence in capitals."""
_SHORT = 3
"""Letters up to which a single word in capitals is no name by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """The pieces of a text in order, and what they were found with."""

    text: str
    tokens: Tokens
    sentences: Sequence[range]
    """Token indices of each sentence."""
    headings: Sequence[bool]
    units: Sequence[Unit]
    datelines: Sequence[Dateline]
    lexicon: Lexicon
    gazetteer: Gazetteer


def read_names(
    text: str, tokens: Tokens, sentences: Sequence[Span], *, language: str = "en"
) -> NameReading:
    """Return the pieces of names in `text`."""
    lexicon, gazetteer = load_lexicon(language), load_gazetteer(language)
    ranges = list(_token_ranges(tokens, sentences))
    headings = [is_heading([tokens.words[i] for i in inside]) for inside in ranges]
    runs = CapitalRuns(
        tokens=tokens,
        lexicon=lexicon,
        gazetteer=gazetteer,
        inside=capitals_inside(tokens.words, ranges, headings),
        seen=frozenset(tokens.words),
        people=people_words(language),
        lower_starters=lower_starters(language),
    )
    units: list[Unit] = []
    for number, inside in enumerate(ranges):
        if headings[number] and all(
            tokens.words[i].isupper() for i in inside if _is_long(tokens, i)
        ):
            units.extend(_shouted_units(tokens, gazetteer, inside, number))
            continue
        units.extend(_sentence_units(runs, inside, number, is_heading=headings[number]))
    return NameReading(
        text=text,
        tokens=tokens,
        sentences=ranges,
        headings=headings,
        units=units,
        datelines=tuple(find_datelines(text, sentences)),
        lexicon=lexicon,
        gazetteer=gazetteer,
    )


def _token_ranges(tokens: Tokens, sentences: Sequence[Span]) -> Iterator[range]:
    for span in sentences:
        inside = tokens.inside(span)
        if len(inside):
            yield inside


def _is_long(tokens: Tokens, at: int) -> bool:
    return len(tokens.words[at]) > 1 and tokens.words[at].isalpha()


def _shouted_units(
    tokens: Tokens, gazetteer: Gazetteer, inside: range, number: int
) -> Iterator[Unit]:
    """Yield the known names of a sentence in capitals, "IRAN'S PREMIER QUITS", and no others."""
    at = inside.start
    while at < inside.stop:
        unit = next(_shouted_at(tokens, gazetteer, at, inside.stop, number), None)
        if unit is not None:
            yield unit
            at = unit.last
        at += 1


def _shouted_at(
    tokens: Tokens, gazetteer: Gazetteer, at: int, stop: int, number: int
) -> Iterator[Unit]:
    """Yield the longest known names at a token first; short single words are too uncertain."""
    for count in range(min(_LONGEST_SHOUTED, stop - at), 0, -1):
        words = tokens.words[at : at + count]
        if count == 1 and len(words[0]) <= _SHORT:
            return
        key = " ".join(word.title() for word in words)
        entry = gazetteer.entries.get(key)
        if entry is not None and (entry.is_state or count > 1):
            yield Unit(UnitKind.KNOWN, at, at + count - 1, number, entry)


def _sentence_units(
    runs: CapitalRuns, inside: range, number: int, *, is_heading: bool
) -> Iterator[Unit]:
    at, stop = inside.start, inside.stop
    starters = runs.lower_starters
    words, lowers = runs.tokens.words, runs.tokens.lowers
    while at < stop:
        if words[at][0].isupper():
            end = runs.end_of(at, stop)
            yield from runs.cut(at, end, inside, number, is_heading=is_heading)
            at = runs.resume
        elif lowers[at] in starters:
            unit = _lower_unit(runs, at, stop, number)
            if unit is not None:
                yield unit
                at = unit.last
            at += 1
        else:
            at += 1


def _lower_unit(runs: CapitalRuns, at: int, stop: int, number: int) -> Unit | None:
    lexicon, tokens = runs.lexicon, runs.tokens
    word = tokens.lowers[at]
    known = runs.known_at(at, stop)
    if known:
        return runs.known_unit(at, known, number)
    if word in lexicon.pronouns:
        return Unit(UnitKind.PRONOUN, at, at, number)
    count = lexicon.titles.match(tokens.lowers, at, stop)
    if count:
        return Unit(UnitKind.TITLE, at, at + count - 1, number)
    return Unit(UnitKind.PEOPLE, at, at, number) if word in runs.people else None
