"""The words of a language by which names, titles and roles are recognised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline_app.extraction.language_pack import load_table, word_set

_WORDS = "actors/words"
_TITLES = "actors/titles"
_ROLES = "actors/roles"
_PRONOUNS = "actors/pronouns"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one or several words, looked up at a place in a text."""

    entries: Mapping[str, str]
    longest: Mapping[str, int]

    def match(self, lowers: Sequence[str], at: int, stop: int) -> int:
        """Return how many tokens from `at` make the longest phrase, 0 for none."""
        longest = self.longest.get(lowers[at], 0)
        for count in range(min(longest, stop - at), 0, -1):
            if " ".join(lowers[at : at + count]) in self.entries:
                return count
        return 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists; each field says what its file under `resources/LANG/actors` says."""

    words: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    titles: Phrases
    full_titles: Mapping[str, str]
    """Abbreviated title → title."""
    leaders: frozenset[str]
    ministers: frozenset[str]
    title_modifiers: frozenset[str]
    honorifics: frozenset[str]
    counterparts: frozenset[str]
    plural_leaders: frozenset[str]
    pronouns: Mapping[str, str]
    """Pronoun → "m", "f", "p" or "n"."""
    possessive: frozenset[str]
    objective: frozenset[str]
    reflexive: frozenset[str]
    empty_it_verbs: frozenset[str]
    counts: Mapping[str, int]
    """Number word → number."""
    genders: Mapping[str, str]
    """Given name or title → "m" or "f"."""
    given_names: frozenset[str]

    def is_finite(self, lower: str) -> bool:
        """Tell whether a word after a name is most likely its verb."""
        words = self.words
        if lower in words["acting_verbs"] or lower in words["speech_verbs"]:
            return True
        return "-" not in lower and any(lower.endswith(e) for e in words["verb_endings"])


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the word lists of `language`, read once."""
    titles = load_table(language, _TITLES)
    leaders, ministers = _lines(titles, "leaders"), _lines(titles, "ministers")
    genders = _genders(language)
    return Lexicon(
        words=_sets(language, _WORDS),
        roles=_sets(language, _ROLES),
        titles=_phrases(leaders | ministers | _lines(titles, "others")),
        full_titles=titles.get("abbreviations", {}),
        leaders=leaders,
        ministers=ministers,
        title_modifiers=word_set(language, _TITLES, "title_modifiers"),
        honorifics=word_set(language, _TITLES, "honorifics"),
        counterparts=word_set(language, _TITLES, "counterpart_words"),
        plural_leaders=word_set(language, _TITLES, "plural_leaders"),
        pronouns=_pronouns(language),
        possessive=word_set(language, _PRONOUNS, "possessive"),
        objective=word_set(language, _PRONOUNS, "objective"),
        reflexive=word_set(language, _PRONOUNS, "reflexive"),
        empty_it_verbs=word_set(language, _PRONOUNS, "empty_it_verbs"),
        counts=dict(load_table(language, _PRONOUNS).get("counts", {})),
        genders=genders,
        given_names=_given_names(language),
    )


def _sets(language: str, table: str) -> Mapping[str, frozenset[str]]:
    found = {key: word_set(language, table, key) for key in load_table(language, table)}
    return _Lists(found)


class _Lists(dict[str, frozenset[str]]):
    """Lists by name; a list that a language does not have is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


def _lines(table: Mapping[str, object], key: str) -> frozenset[str]:
    return frozenset(line for line in str(table.get(key, "")).splitlines() if line)


def _phrases(lines: frozenset[str]) -> Phrases:
    longest: dict[str, int] = {}
    for line in lines:
        parts = line.split(" ")
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return Phrases({line: line for line in lines}, longest)


def _pronouns(language: str) -> Mapping[str, str]:
    kinds = (("male", "m"), ("female", "f"), ("plural", "p"), ("neuter", "n"))
    return {w: code for key, code in kinds for w in word_set(language, _PRONOUNS, key)}


def _given_names(language: str) -> frozenset[str]:
    names = (word_set(language, "actors/given_names", key) for key in ("male", "female", "either"))
    return frozenset().union(*names)


def _genders(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, key in (("m", "male"), ("f", "female")):
        found.update(dict.fromkeys(word_set(language, "actors/given_names", key), code))
        found.update(dict.fromkeys(word_set(language, _TITLES, key), code))
    return found
