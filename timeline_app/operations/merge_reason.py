"""Why two reports are of one happening, in words."""

from collections.abc import Iterator, Sequence

from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import Instant, civil
from timeline_app.operations.evidence import Pair
from timeline_app.operations.nearness import When

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MOST_NAMES_TOLD = 3


def reason_of(pair: Pair) -> str:
    """Return what speaks for two reports being of one happening."""
    return ", ".join(_parts(pair))


def _parts(pair: Pair) -> Iterator[str]:
    common = pair.common
    yield "same type"
    if common.who:
        yield f"both involve {_listed([who.name for who in common.who])}"
    if common.where:
        yield f"both in {_listed([place.name for place in common.where])}"
    yield _dates(pair)
    around = (*common.who_around, *common.where_around)
    if around:
        yield f"{_listed(around)} named in one and around the other"
    if pair.wording.has_run or pair.wording.is_same:
        yield "told in much the same words"
    elif common.named:
        yield f"both speak of {_listed(sorted(common.named))}"
    if common.figures:
        yield f"both give {_listed(sorted(common.figures))}"
    if pair.is_plan_and_outcome:
        yield "one tells of the plan, the other of the outcome"


def _dates(pair: Pair) -> str:
    here, there = (mention.time for mention in pair.mentions)
    match pair.near.when:
        case When.SAME:
            return f"both on {_day_text(there)}"
        case When.STRETCH:
            return f"both {_time_text(there)}"
        case When.CLOSE:
            return f"dates differ: {_day_text(there)}, here {_day_text(here)}"
        case When.WITHIN:
            return f"{_time_text(there)} there agrees with {_time_text(here)} here"
        case When.UNDATED:
            dated = there or here
            side = "here" if here is None else "there"
            return f"{_day_text(dated)}, undated {side} in an article of those days"


def _listed(names: Sequence[str]) -> str:
    names = names[:_MOST_NAMES_TOLD]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _time_text(time: EventTime | None) -> str:
    """Return a day, or a stretch by its first and last day."""
    if time is None or time.end is None:
        return "no date"
    last = _day_at(time.end - 1)
    if time.begin is None:
        return f"up to {last}"
    first = _day_at(time.begin)
    return first if first == last else f"{first} to {last}"


def _day_text(time: EventTime | None) -> str:
    if time is None or time.end is None:
        return "no date"
    return _day_at(time.end - 1 if time.begin is None else time.begin)


def _day_at(at: int) -> str:
    c = civil(Instant(at))
    return f"{c.day} {_MONTHS[c.month - 1]} {c.year}"
