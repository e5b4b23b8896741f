"""How alike two mentions are worded, the names apart.

Names say who, and are compared as such; what is left of a title or a sentence says what happened.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from timeline_app.storage.consolidating import Said

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_ANY_WORD = re.compile(r"\w+")
_STEM_CHARS = 6
_HEAD_CHARS = 5
_RUN_WORDS = 5
_SHORT_CHARS, _LONG_WORDS = 3, 3
_TITLE_IS_SAME = 0.8
_TITLE_IS_SIMILAR = 0.6
_FEWEST_TITLE_WORDS = 2
_QUOTE_IS_SAME = 0.6
_QUOTE_IS_SIMILAR = 0.3
_FEWEST_SAME = 4
_FEWEST_SIMILAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What two mentions have in common, from 0 to 1.

    `titles` compares the words of the titles, `quotes` is the share of the shorter sentence's
    words that the other sentence has; `shared` counts those, `title_words` the words of the
    shorter title. `has_run` tells that five telling words stand in a row in both sentences,
    `is_same_head` that one word names the happening.
    """

    titles: float
    title_words: int
    quotes: float
    shared: int
    has_run: bool
    is_same_head: bool

    @property
    def is_same(self) -> bool:
        """Tell whether the words are much the same."""
        same_title = self.titles >= _TITLE_IS_SAME and self.title_words >= _FEWEST_TITLE_WORDS
        return same_title or (self.quotes >= _QUOTE_IS_SAME and self.shared >= _FEWEST_SAME)

    @property
    def is_similar(self) -> bool:
        """Tell whether the words are at least akin."""
        similar_title = self.titles >= _TITLE_IS_SIMILAR and self.title_words >= 1
        akin = self.quotes >= _QUOTE_IS_SIMILAR and self.shared >= _FEWEST_SIMILAR
        return similar_title or akin


def compare_wording(ours: Said, theirs: Said) -> Wording:
    """Return how alike two mentions are worded."""
    names = _stems(_names(ours)) | _stems(_names(theirs))
    one, other = _stems(ours.mention.title) - names, _stems(theirs.mention.title) - names
    said, told = _stems(ours.quote) - names, _stems(theirs.quote) - names
    shared = len(said & told)
    return Wording(
        titles=fuzz.token_set_ratio(_text(one), _text(other)) / 100 if one and other else 0.0,
        title_words=min(len(one), len(other)),
        quotes=shared / min(len(said), len(told)) if shared else 0.0,
        shared=shared,
        has_run=not _runs(ours.quote).isdisjoint(_runs(theirs.quote)),
        is_same_head=head_of(ours) == head_of(theirs) != "",
    )


def head_of(said: Said) -> str:
    """Return the beginning of the word that names the happening: "attac" of "attacks"."""
    mention = said.mention
    begin = mention.trigger.begin - mention.sentence.begin
    end = mention.trigger.end - mention.sentence.begin
    return said.quote[begin:end].casefold()[:_HEAD_CHARS] if 0 <= begin < end else ""


def _names(said: Said) -> str:
    mention = said.mention
    people = [who.name for who in mention.participants]
    return " ".join([*people, *(place.name for place in mention.places)])


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """Return the longer words and figures, cut to their beginnings."""
    return frozenset(word[:_STEM_CHARS] for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _ANY_WORD.findall(text.casefold())
    runs = zip(*(words[at:] for at in range(_RUN_WORDS)), strict=False)
    return frozenset(run for run in runs if sum(len(w) > _SHORT_CHARS for w in run) >= _LONG_WORDS)


def _text(stems: Iterable[str]) -> str:
    return " ".join(sorted(stems))
