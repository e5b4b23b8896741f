"""Where a subject begins, behind the words that open its clause."""

from timeline_app.extraction.events.titles.phrases import (
    after_quantity,
    is_list,
    is_nominal,
    noun_phrase_end,
)
from timeline_app.extraction.events.titles.scope import Scope


def after_opening(scope: Scope, i: int, end: int) -> int:
    """Return where the subject begins, after conjunctions, adverbs, dates and opening phrases."""
    s, g = scope.sentence, scope.sentence.grammar
    c = g.classes
    while i < end:
        word = s.lowers[i]
        if i in scope.dates:
            i = scope.dates[i]
        elif i in scope.names:
            return i
        elif _is_time(scope, i, end):
            i = noun_phrase_end(scope, i, end)
        elif after_quantity(scope, i) > i:
            return i
        elif _opens_phrase(scope, word):
            comma = _opening_comma(scope, i, end)
            i = comma + 1 if comma > 0 else _phrase_end(scope, i + 1, end)
        elif (
            not word[0].isalnum()
            or (g.is_adverb(word) and word not in c.determiner)
            or word in c.conjunction
            or word in c.subordinator
        ):
            i += 1
        else:
            return i
    return end


def _phrase_end(scope: Scope, i: int, end: int) -> int:
    """Return where an opening phrase ends; behind a place the subject may follow at once."""
    places = (n.end for n in scope.candidate.names if n.place is not None and n.begin == i)
    place_end = next(places, 0)
    is_subject = i < place_end < end and is_nominal(scope, place_end)
    return place_end if is_subject else noun_phrase_end(scope, i, end)


def _opening_comma(scope: Scope, i: int, end: int) -> int:
    """Return the comma after an opening phrase, none of a list or a date; -1 if there is none."""
    while i < end:
        if scope.sentence.lowers[i] == "," and not is_list(scope, i):
            return i
        i = scope.dates.get(i, i + 1)
    return -1


def _opens_phrase(scope: Scope, word: str) -> bool:
    is_preposition = word in scope.sentence.grammar.classes.preposition
    is_preposition = is_preposition and word not in scope.words("before_number")
    return is_preposition or word in scope.words("no_subject")


def _is_time(scope: Scope, i: int, end: int) -> bool:
    """Tell whether a stretch of time opens the clause: "Hours later the army fired"."""
    after = noun_phrase_end(scope, i, end)
    return i < after < end and scope.sentence.lowers[after - 1] in scope.words("time_nouns")
