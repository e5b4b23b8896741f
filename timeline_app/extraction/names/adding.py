"""Add the names that a finder found where the rules found none."""

from collections.abc import Iterator, Sequence

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.extraction.names.finder import FoundName, NameKind
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

_ACTORS = {
    NameKind.PERSON: ActorKind.PERSON,
    NameKind.ORGANISATION: ActorKind.ORGANISATION,
    NameKind.GROUP: ActorKind.GROUP,
}
_POSSESSIVES = ("'s", "’s", "'", "’")


def with_found_names(
    found: Sequence[FoundName],
    reading: NameReading,
    actors: Sequence[ActorMention],
    places: Sequence[Place],
) -> tuple[tuple[ActorMention, ...], tuple[Place, ...]]:
    """Return the actors and places with those of `found` that overlap nothing the rules know.

    The rules win: what they read stays as it is, also where they read a title or a treaty and
    hence no actor. Open is only what they did not read, or read as a name that says nothing of
    its bearer. A person's single name gets the full one if the article names one so.
    """
    known = [*(a.span for a in actors), *(p.span for p in places)]
    added = list(_open_names(found, reading, known))
    full = _full_names(reading, actors, added)
    new_actors = [
        ActorMention(
            span=name.span,
            head=name.span,
            name=full.get(wording, wording) if name.kind is NameKind.PERSON else wording,
            kind=_ACTORS[name.kind],
            form=ActorForm.NAME,
        )
        for name in added
        if name.kind in _ACTORS and (wording := _wording(reading, name.span))
    ]
    new_places = [
        Place(name=_wording(reading, name.span), country=None, span=name.span)
        for name in added
        if name.kind is NameKind.PLACE
    ]
    return (
        tuple(sorted((*actors, *new_actors), key=lambda a: a.span)),
        tuple(sorted((*places, *new_places), key=lambda p: p.span)),
    )


def _open_names(
    found: Sequence[FoundName], reading: NameReading, spans: Sequence[Span]
) -> Iterator[FoundName]:
    """Yield the names that are still to be had, cut to whole words, in order."""
    tokens = reading.tokens
    taken = bytearray(len(tokens))
    for unit in filter(_is_understood, reading.units):
        _take(taken, range(unit.first, unit.last + 1))
    for span in (*spans, *(d.span for d in reading.datelines)):
        _take(taken, tokens.inside(span))
    ends = {inside.stop for inside in reading.sentences}
    for name in sorted(found, key=lambda n: n.span):
        inside = _name_tokens(reading, name.span)
        is_cut = any(at in ends for at in inside[1:])
        if inside and not is_cut and not any(taken[i] for i in inside):
            _take(taken, inside)
            yield FoundName(span=tokens.span(inside[0], inside[-1]), kind=name.kind)


def _is_understood(unit: Unit) -> bool:
    return unit.kind is not UnitKind.NAME or unit.shape is not Shape.PLAIN or bool(unit.entry)


def _take(taken: bytearray, inside: range) -> None:
    for at in inside:
        taken[at] = 1


def _name_tokens(reading: NameReading, span: Span) -> range:
    """Return the tokens of a name without article and "'s"; none where it cuts a token."""
    tokens, words = reading.tokens, reading.lexicon.words
    inside = tokens.inside(span)
    if not inside or tokens.span(inside[0], inside[-1]) != span:
        return range(0)
    first, stop = inside.start, inside.stop
    articles = words["definite"] | words["indefinite"]
    while first < stop and tokens.lowers[first] in articles:
        first += 1
    while first < stop and tokens.lowers[stop - 1] in _POSSESSIVES:
        stop -= 1
    return range(first, stop)


def _wording(reading: NameReading, span: Span) -> str:
    return " ".join(span.of(reading.text).split())


def _full_names(
    reading: NameReading, actors: Sequence[ActorMention], added: Sequence[FoundName]
) -> dict[str, str]:
    """Return a person's last name → full name, for last names that one person bears."""
    names = {a.name for a in actors if a.kind is ActorKind.PERSON}
    names |= {_wording(reading, n.span) for n in added if n.kind is NameKind.PERSON}
    bearers: dict[str, set[str]] = {}
    for name in names:
        first, _, last = name.rpartition(" ")
        if first:
            bearers.setdefault(last, set()).add(name)
    return {last: full.pop() for last, full in bearers.items() if len(full) == 1}
