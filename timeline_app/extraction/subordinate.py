"""The word that opens the clause of a verb: "since he arrived", "after she had left"."""

from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, VerbGroup

_NEAR = 10
"""Most words of a subject between the opening word and its verb."""


def opening_of(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the token that makes the verb's clause a subordinate one, None for a main clause.

    A preposition does so where a subject and the verb follow it, not a mere noun.
    """
    c = sentence.grammar.classes
    first, _ = clause_range(sentence, group.begin)
    for j in range(group.begin - 1, max(first, group.begin - _NEAR) - 1, -1):
        word = sentence.lowers[j]
        if word in c.subordinator and word not in c.complementiser:
            return j
        if sentence.is_finite_verb(j) or word in c.comma or word in sentence.grammar.breaks:
            return None
    return None
