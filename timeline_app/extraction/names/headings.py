"""Tell capitals that mark names from capitals that come from the layout."""

from collections.abc import Sequence

_SHARE = 0.6
_ENDS = (".", "?", "!", "''", "”", '"')
_SHORT = 3
"""Words up to this length stay small in headings, so they say nothing."""


def is_heading(words: Sequence[str]) -> bool:
    """Tell whether a sentence writes most of its longer words with a capital."""
    longer = [w for w in words if len(w) > _SHORT and w[0].isalpha()]
    if len(longer) < 4:
        return len(longer) > 1 and all(w.isupper() for w in longer)
    if words[-1] in _ENDS and not all(w.isupper() for w in longer):
        return False
    capital = sum(1 for w in longer if w[0].isupper())
    return capital > _SHARE * len(longer)


def capitals_inside(
    words: Sequence[str], sentences: Sequence[range], headings: Sequence[bool]
) -> frozenset[str]:
    """Return the words that have a capital where only a name has one.

    That is inside a sentence that is no heading, not after a sign that may open a sentence.
    """
    found: set[str] = set()
    for inside, heading in zip(sentences, headings, strict=True):
        if not heading:
            for i in inside[1:]:
                word = words[i]
                if word[0].isupper() and words[i - 1][0].isalnum():
                    found.add(word)
    return frozenset(found)
