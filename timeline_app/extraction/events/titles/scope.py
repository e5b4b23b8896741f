"""What a title is made from: a candidate with its sentence's names, dates and letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline_app.annotation.timex import Timex
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.language_pack import load_table, word_set
from timeline_app.extraction.tokens import Tokens

GOOD_LENGTH = 70
"""Characters of a title that is pleasant to read; longer ones are cut where a phrase ends."""
MOST_LENGTH = 80
"""Characters of a title at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A candidate and its surroundings; token indices are those of its sentence.

    `dates` and `date_begins` lead from the first token of a date phrase to the token after it,
    and back, but for one that is a thing of its own ("the future of the union"); `names` has the
    actors by their first token; `short` the name by which a headline calls
    each; `before` is the happening named by a noun right before, which "it" may mean.
    """

    candidate: Candidate
    sentence: Sentence
    tokens: Tokens
    dates: Mapping[int, int]
    date_begins: Mapping[int, int]
    names: Mapping[int, Named]
    short: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    language: str
    before: Candidate | None = None

    def words(self, key: str) -> frozenset[str]:
        """Return a word list of the titles' table."""
        return self.lists[key]

    def is_glued(self, i: int) -> bool:
        """Tell whether no space stands before token `i`."""
        first = self.sentence.first
        if first + i == 0:
            return False
        return self.tokens.begins[first + i] == self.tokens.ends[first + i - 1]

    def length(self, begin: int, end: int) -> int:
        """Return the characters from token `begin` to `end`, about as long as they are written."""
        end = min(end, len(self.sentence))
        if end <= begin:
            return 0
        first = self.sentence.first
        return self.tokens.ends[first + end - 1] - self.tokens.begins[first + begin]


@cache
def title_words(language: str, key: str) -> frozenset[str]:
    """Return a word list of a language's `events/titles` table."""
    return word_set(language, "events/titles", key)


@cache
def _word_lists(language: str) -> Mapping[str, frozenset[str]]:
    """Return every word list of the table by its key."""
    table = load_table(language, "events/titles")
    return {key: title_words(language, key) for key, value in table.items() if _is_list(value)}


def _is_list(value: object) -> bool:
    return isinstance(value, str | list)


def scope_of(
    candidate: Candidate,
    tokens: Tokens,
    timexes: Sequence[Timex],
    short: Mapping[str, str],
    language: str,
    before: Candidate | None = None,
) -> Scope:
    """Return the scope of a candidate; `timexes` are the date phrases of its sentence."""
    sentence = candidate.sentence
    dates: dict[int, int] = {}
    for timex in timexes:
        begin, end = sentence.indices_of(tokens, timex.span)
        c = sentence.grammar.classes
        is_thing = sentence.lower(begin) in c.definite and sentence.lower(end) in c.of
        if not is_thing:
            dates[begin] = end
    names: dict[int, Named] = {}
    for named in candidate.names:
        if named.actor is not None and named.begin not in names:
            names[named.begin] = named
    return Scope(
        candidate=candidate,
        sentence=sentence,
        tokens=tokens,
        dates=dates,
        date_begins={end: begin for begin, end in dates.items()},
        names=names,
        short=short,
        lists=_word_lists(language),
        language=language,
        before=before,
    )
