"""Collect the cast of an article from its phrases before anyone is resolved."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_app.extraction.actors.cast import Cast, Person
from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.actors.phrase_parts import BODY_KINDS
from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, UnitKind

_MOST_WORDS = 5
"""Words of the longest run taken for a person's name."""
_BODIES = (Shape.ORGANISATION, Shape.GROUP, Shape.OUTLET)
_COMPLEMENT = 8
"""Words of the longest complement of a role beside a name."""
_DIGIT = re.compile(r"\d")
_ENDS = (",", ".", ";", ":", ")", "--", "-", "—", "–", "_", "?", "!")


def collect_cast(reading: NameReading, phrases: Sequence[Phrase]) -> Cast:
    """Return the persons and organisations that the phrases name in full, with their titles."""
    cast = Cast(reading.lexicon)
    single: list[Phrase] = []
    for phrase in phrases:
        if phrase.means is Means.NAME:
            if is_full_name(reading, phrase):
                _enter(cast, phrase, cast.add_person(name_words(reading, phrase)))
            elif phrase.titles:
                single.append(phrase)
            elif phrase.unit.shape in _BODIES:
                _enter_organisation(reading, cast, phrase)
            cast.counts[" ".join(name_words(reading, phrase))] += 1
        elif phrase.entry is not None and phrase.entry.kind is Known.ORGANISATION:
            words = tuple(reading.tokens.words[phrase.head_first : phrase.head_last + 1])
            if words[-1].lower() in cast.lexicon.words["organisation_heads"]:
                cast.organisations.setdefault(words[-1], phrase.entry.name)
    for phrase in single:
        words = name_words(reading, phrase)
        _enter(cast, phrase, cast.person(words) or cast.add_person(words))
    _share_plural_titles(reading, cast, phrases)
    _enter_appositions(reading, cast, phrases)
    _enter_abbreviations(reading, cast)
    return cast


def name_words(reading: NameReading, phrase: Phrase) -> tuple[str, ...]:
    """Return the words of the name in a phrase."""
    words = reading.tokens.words[phrase.head_first : phrase.head_last + 1]
    suffixes = reading.lexicon.words["name_suffixes"]
    return tuple(w for w in words if w not in suffixes) or tuple(words)


def is_full_name(reading: NameReading, phrase: Phrase) -> bool:
    """Tell whether a phrase names a person by more than one word."""
    words = name_words(reading, phrase)
    if phrase.unit.shape is not Shape.PLAIN or not 1 < len(words) <= _MOST_WORDS:
        return False
    if any(_DIGIT.search(w) for w in words) or all(w.isupper() and len(w) > 2 for w in words):
        return False
    if phrase.titles or words[0].lower() in reading.lexicon.given_names:
        return True
    if " ".join(words) in reading.gazetteer.cities:
        return False
    before = reading.tokens.lowers[phrase.first - 1] if phrase.first else ""
    is_article = (
        before in reading.lexicon.words["definite"] or before in reading.lexicon.words["indefinite"]
    )
    return not is_article and not reading.headings[phrase.sentence]


def _enter(cast: Cast, phrase: Phrase, person: Person) -> None:
    lexicon = cast.lexicon
    for title in phrase.titles:
        words = title.split(" ")
        if words[-1] not in lexicon.counterparts:
            person.titles.add(_singular(title, cast))
        person.gender = person.gender or lexicon.genders.get(words[-1])
    if person.titles:
        cast.remember_titled(person)
    person.speaks_for.update(dict.fromkeys(bodies_of(phrase)))
    for owner in phrase.owners:
        person.owners.add(owner.name)
        person.country = person.country or owner.country


def bodies_of(phrase: Phrase) -> tuple[str, ...]:
    """Return the names of the bodies, no states, to which whom a phrase means belongs."""
    return tuple(o.name for o in phrase.owners if o.kind in BODY_KINDS)


def _singular(title: str, cast: Cast) -> str:
    bare = title[:-1]
    return bare if title.endswith("s") and bare in cast.lexicon.titles.entries else title


def _share_plural_titles(reading: NameReading, cast: Cast, phrases: Sequence[Phrase]) -> None:
    """Give the title in "Presidents Kuchma of Ukraine and Yeltsin of Russia" to both."""
    lexicon = reading.lexicon
    for before, phrase in pairwise(phrases):
        if before.means is not Means.NAME or phrase.means is not Means.NAME or phrase.titles:
            continue
        between = reading.tokens.lowers[before.last + 1 : phrase.first]
        is_listed = len(between) == 1 and between[0] in lexicon.words["list_and"]
        plural = [t for t in before.titles if t.split(" ")[-1] in lexicon.plural_leaders]
        person = cast.person(name_words(reading, phrase)) if is_listed and plural else None
        if person is not None:
            _enter(cast, replace(phrase, titles=tuple(plural)), person)


def _enter_organisation(reading: NameReading, cast: Cast, phrase: Phrase) -> None:
    words = tuple(reading.tokens.words[phrase.head_first : phrase.head_last + 1])
    cast.add_organisation(" ".join(words), words)


def _is_single_role(reading: NameReading, phrase: Phrase) -> bool:
    if phrase.means is Means.ROLE:
        return True
    lower = reading.tokens.lowers[phrase.unit.last]
    return phrase.means is Means.GROUP and lower in reading.lexicon.roles["singles"]


def is_apposition(reading: NameReading, phrase: Phrase, before: Phrase) -> bool:
    """Tell whether a role stands beside the name before it: ", a spokesman for the PMF,"."""
    words = reading.tokens.words
    if before.means is not Means.NAME or not _is_single_role(reading, phrase):
        return False
    between = words[before.last + 1 : phrase.first]
    is_beside = between == [","] or (len(between) == 3 and between[1].isdigit())
    if not is_beside or phrase.is_plural or phrase.determiner is Determiner.POSSESSIVE:
        return False
    at = phrase.last + 1
    if at < len(words) and words[at] in reading.lexicon.words["branch_nouns"]:
        at += 1
    after = words[at] if at < len(words) else "."
    if after in _ENDS or after.lower() in reading.lexicon.words["relatives"]:
        return True
    is_going_on = after.lower() in reading.lexicon.words["complement_prepositions"]
    return is_going_on and any(w in _ENDS for w in words[at + 1 : at + 1 + _COMPLEMENT])


def _enter_appositions(reading: NameReading, cast: Cast, phrases: Sequence[Phrase]) -> None:
    for before, phrase in pairwise(phrases):
        if is_apposition(reading, phrase, before):
            person = cast.person(name_words(reading, before))
            if person is not None:
                _enter(cast, phrase, person)


def _enter_abbreviations(reading: NameReading, cast: Cast) -> None:
    """Remember "(OSCE)" after the name of an organisation."""
    words = reading.tokens.words
    for unit in reading.units:
        after = unit.last + 1
        if words[after : after + 1] != ["("] or words[after + 2 : after + 3] != [")"]:
            continue
        short = words[after + 1]
        if len(short) < 2 or not short[:2].isupper():
            continue
        if unit.kind is UnitKind.NAME and unit.shape is not Shape.PLACE:
            cast.add_abbreviation(short, " ".join(words[unit.first : after]))
        elif unit.kind is UnitKind.KNOWN and unit.entry is not None:
            cast.add_abbreviation(short, unit.entry.name)
