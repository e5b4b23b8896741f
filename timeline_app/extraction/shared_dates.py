"""The dates that mentions of one happening, or of one kind of happening, give each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.link import Link
from timeline_app.extraction.noun_time import is_kin
from timeline_app.extraction.telling import Telling


def with_shared_times(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Give each happening's best time to its tellings that have none of their own."""
    best: dict[int, Link] = {}
    for k, telling in enumerate(tellings):
        root = k if telling.same_as is None else telling.same_as
        if telling.link.time is not None and _rank(telling.link) > _rank(best.get(root)):
            best[root] = telling.link
    shared: list[Telling] = []
    for k, telling in enumerate(tellings):
        root = k if telling.same_as is None else telling.same_as
        link = best.get(root)
        if link is not None and _may_take(telling, link):
            carried = replace(link, basis=DateBasis.CONTEXT, reason="same")
            telling = replace(telling, link=carried)
        shared.append(telling)
    return tuple(shared)


def _may_take(telling: Telling, link: Link) -> bool:
    """Tell whether a better founded date fits a telling, and says no less than its own."""
    is_better = _rank(link) > _rank(telling.link) and not _looks_back(telling)
    return is_better and not _lies_inside(telling.link, link)


def _lies_inside(link: Link, other: Link) -> bool:
    """Tell whether a date is a part of another: a day of the talks, in two days of them."""
    a, b = link.time, other.time
    if a is None or b is None or None in (a.begin, a.end, b.begin, b.end):
        return False
    assert a.begin is not None and a.end is not None and b.begin is not None and b.end is not None
    return b.begin <= a.begin and a.end <= b.end and a.end - a.begin < b.end - b.begin


def _looks_back(telling: Telling) -> bool:
    """Tell whether it "has happened", some time: another telling's day need not be meant."""
    c = telling.candidate
    return c.tense is Tense.PERFECT and not c.is_in_headline


def with_kin_dates(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Date an undated "the attack" by the article's one dated happening of its kind.

    Where there are several of its kind, by the one that the same word names.
    """
    dates: dict[object, dict[tuple[int | None, int | None], Link]] = {}
    for t in tellings:
        kind, time = t.candidate.type, t.link.time
        if kind in _KIN and time is not None and t.link.basis is DateBasis.EXPLICIT:
            for key in (kind, _word(t)):
                dates.setdefault(key, {}).setdefault((time.begin, time.end), t.link)
    return tuple(_with_kin_date(t, dates) for t in tellings)


def _with_kin_date(
    telling: Telling, dates: Mapping[object, Mapping[tuple[int | None, int | None], Link]]
) -> Telling:
    for key in (telling.candidate.type, _word(telling)):
        links = dates.get(key, {})
        if len(links) == 1 and _is_kin(telling, *links.values()):
            link = next(iter(links.values()))
            return replace(telling, link=replace(link, basis=DateBasis.CONTEXT, reason="kin"))
    return telling


def _word(telling: Telling) -> tuple[str, bool]:
    trigger = telling.candidate.trigger
    return trigger.entry.key, trigger.is_plural


_KIN = (EventType.ATTACK, EventType.DISASTER)


def _is_kin(telling: Telling, dated: Link) -> bool:
    """Tell whether the telling is one more side of the dated happening.

    An undated "the attack"; and "the bombs went off" of a blast that the story dates back.
    """
    c = telling.candidate
    if telling.link.time is not None:
        return _is_older_toll(telling, dated)
    points_back = c.trigger.is_noun and (is_definite(c.sentence, c.trigger) or is_kin(c))
    if c.trigger.is_plural and c.trigger.group is None and _is_owned(c):
        return False
    return points_back and c.modality is Modality.ACTUAL


def _is_owned(candidate: Candidate) -> bool:
    """Tell whether somebody's own are meant: "will share reports of their air strikes"."""
    begin = noun_begin(candidate.trigger)
    near = candidate.sentence.lowers[max(0, begin - 3) : begin]
    return not candidate.sentence.grammar.classes.possessive.isdisjoint(near)


def _is_older_toll(telling: Telling, dated: Link) -> bool:
    c, link = telling.candidate, telling.link
    if link.reason not in ("thread", "publication") or c.trigger.is_noun:
        return False
    if c.trigger.entry.subtype not in ("bomb", "kill", "toll") or c.trigger.group is None:
        return False
    begin = c.trigger.group.begin
    near = c.sentence.lowers[max(0, begin - _NEAR_SUBJECT) : begin]
    is_back = not c.sentence.grammar.classes.definite.isdisjoint(near)
    is_older = dated.time is not None and link.time is not None and _ends_before(dated, link)
    return is_back and is_older


_NEAR_SUBJECT = 5


def _ends_before(a: Link, b: Link) -> bool:
    return bool(a.time and b.time and a.time.end and b.time.begin and a.time.end <= b.time.begin)


def _rank(link: Link | None) -> int:
    if link is None or link.time is None:
        return 0
    return _ORDER.get(link.basis, 3)


_ORDER = {DateBasis.NONE: 0, DateBasis.PUBLICATION: 1, DateBasis.CONTEXT: 2}
