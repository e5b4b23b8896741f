"""What the words of a name, and the noun after it, say of its bearer."""

from dataclasses import replace

from timeline_app.extraction.names.lexicon import Lexicon
from timeline_app.extraction.names.units import Shape, Unit, UnitKind
from timeline_app.extraction.tokens import Tokens

_SHAPING_NOUNS = (
    ("anaphor_outlet", Shape.OUTLET),
    ("anaphor_group", Shape.GROUP),
    ("anaphor_company", Shape.ORGANISATION),
    ("anaphor_organisation", Shape.ORGANISATION),
)
"""Lists of nouns and what a name before one of them is."""


def shape_of(tokens: Tokens, lexicon: Lexicon, at: int, end: int) -> Shape:
    """Return what the capitalised tokens from `at` to `end` name: "Orange Party", "Lake Kivu"."""
    words, first, last = lexicon.words, tokens.lowers[at], tokens.lowers[end - 1]
    is_single = end - at == 1
    if last in words["thing_heads"]:
        return Shape.THING
    if is_single and last not in words["organisation_heads"]:
        return Shape.PLAIN
    if last in words["place_heads"] or (first in words["place_head_first"] and not is_single):
        return Shape.PLACE
    if last in words["group_heads"]:
        return Shape.GROUP
    if last in words["organisation_heads"] or first in words["organisation_first"]:
        return Shape.ORGANISATION
    return Shape.OUTLET if last in words["outlet_heads"] else Shape.PLAIN


def shaped_by_noun(tokens: Tokens, lexicon: Lexicon, unit: Unit, stop: int) -> Unit:
    """Return a plain name with the shape of its noun: "the White Helmets rescue group"."""
    if unit.kind is not UnitKind.NAME or unit.shape is not Shape.PLAIN:
        return unit
    after = unit.last + 1
    if tokens.lowers[after] in lexicon.roles["modifiers"] and after + 1 < stop:
        after += 1
    for key, shape in _SHAPING_NOUNS:
        if tokens.lowers[after] in lexicon.words[key]:
            return replace(unit, shape=shape)
    return unit
