"""How alike two mentions are worded, the names apart.

Names say who, and are compared as such; what is left of a title or a sentence says what happened.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline_app.storage.consolidating import Said

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_STEM_CHARS = 6
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
    shorter title.
    """

    titles: float
    title_words: int
    quotes: float
    shared: int

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
    one, other = _stems([ours.mention.title]) - names, _stems([theirs.mention.title]) - names
    said, told = _stems([ours.quote]) - names, _stems([theirs.quote]) - names
    shared = len(said & told)
    return Wording(
        titles=fuzz.token_set_ratio(_text(one), _text(other)) / 100 if one and other else 0.0,
        title_words=min(len(one), len(other)),
        quotes=shared / min(len(said), len(told)) if shared else 0.0,
        shared=shared,
    )


def _names(said: Said) -> list[str]:
    mention = said.mention
    people = [who.name for who in mention.participants]
    return [*people, *(place.name for place in mention.places)]


def _stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the longer words and figures, cut to their beginnings."""
    words = (word for text in texts for word in _WORD.findall(text.casefold()))
    return frozenset(word[:_STEM_CHARS] for word in words)


def _text(stems: Iterable[str]) -> str:
    return " ".join(sorted(stems))
