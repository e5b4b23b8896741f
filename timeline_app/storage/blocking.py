"""Keys under which mentions that may tell of one happening lie together.

A key is (type, time, name): the time is a day, or a week where one side is vague or undated; the
name is a participant's, a place's, or a proper name of the sentence. What names neither who nor
where leaves them to its article, and lies under the names that this begins with. Only mentions
that share a key are ever compared, which keeps merging near linear in the number of articles.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from timeline_app.annotation.mention import EventMention, EventType
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S
from timeline_app.storage.folding import fold, is_described, surname
from timeline_app.storage.proper_names import proper_names

SCHEME = 3
"""Raised where the same mention would be filed under other keys than before."""
_LONGEST_DAYS = 3
_LONGEST_VAGUE_DAYS = 8
"""A week; what is vaguer than that is compared with the very same stretch alone."""
_TOLERANCE_DAYS = 2
_DAYS_BEFORE_PUBLICATION = 10
_DAYS_AFTER_PUBLICATION = 21
"""An undated happening is looked for so many days around its article's date."""
_MOST_WORDS = 4
_MOST_LEAD_WORDS = 8


def stored_keys(
    mention: EventMention, quote: str, lead: str, published: int | None
) -> tuple[int, ...]:
    """Return the keys under which a mention is filed.

    `quote` is the sentence it stands in, `lead` how its article begins, `published` the date of
    that.
    """
    days = tuple(_days(mention.time, tolerance=0))
    weeks = () if _is_speech(mention) else tuple(_own_weeks(mention.time, published))
    return tuple(_keys(mention, quote, lead, days, weeks))


def lookup_keys(
    mention: EventMention, quote: str, lead: str, published: int | None
) -> tuple[int, ...]:
    """Return the keys to look under: the neighbouring days too, for articles may disagree."""
    days = tuple(_days(mention.time, tolerance=_TOLERANCE_DAYS))
    weeks = () if _is_speech(mention) else tuple(_other_weeks(mention.time, published))
    return tuple(_keys(mention, quote, lead, days, weeks))


def _is_speech(mention: EventMention) -> bool:
    return mention.type is EventType.STATEMENT


def _keys(
    mention: EventMention, quote: str, lead: str, days: Sequence[str], weeks: Sequence[str]
) -> Iterator[int]:
    names = {surname(who.name) for who in mention.participants}
    names |= {"@" + fold(place.name) for place in mention.places}
    for name in sorted(names):
        for bucket in (*days, *weeks):
            yield _hash(f"{mention.type}|{bucket}|{name}")
    if days and not _is_speech(mention):
        words = [*_words(quote, but=names), *(() if _is_placed(mention) else _lead_words(lead))]
        for word in dict.fromkeys(words):
            for bucket in days:
                yield _hash(f"{mention.type}|{bucket}|{word}")


def _is_placed(mention: EventMention) -> bool:
    """Tell whether a mention itself names who or where."""
    return bool(mention.places) or not all(is_described(w.name) for w in mention.participants)


def _lead_words(lead: str) -> Iterator[str]:
    """Yield the names that an article begins with, as an actor's key and as a place's."""
    text = fold(lead)
    for word in sorted(proper_names(lead), key=lambda name: (text.find(name), name))[
        :_MOST_LEAD_WORDS
    ]:
        yield from (word, "@" + word)


def _words(quote: str, *, but: Iterable[str]) -> Iterator[str]:
    known = {name.removeprefix("@") for name in but}
    return islice((word for word in sorted(proper_names(quote)) if word not in known), _MOST_WORDS)


def _days(time: EventTime | None, tolerance: int) -> Iterator[str]:
    first, last = _bounds(time)
    if first is None or last is None or time is None:
        return
    if last - first >= _LONGEST_DAYS:
        yield f"{time.begin}/{time.end}"
        return
    for day in range(first - tolerance, last + tolerance + 1):
        yield str(day)


def _own_weeks(time: EventTime | None, published: int | None) -> Iterator[str]:
    """Yield the weeks of a date ("d"), of a vague date ("c"), of an undated mention ("p")."""
    first, last = _bounds(time)
    if first is None or last is None:
        if published is not None:
            yield from _weeks("p", published // DAY_S, published // DAY_S)
    elif last - first < _LONGEST_DAYS:
        yield from _weeks("d", first, last)
    elif last - first < _LONGEST_VAGUE_DAYS:
        yield from _weeks("c", first, last)


def _other_weeks(time: EventTime | None, published: int | None) -> Iterator[str]:
    """Yield the weeks under which the more, or the less, exactly dated are filed."""
    first, last = _bounds(time)
    if first is None or last is None:
        if published is not None:
            day = published // DAY_S
            yield from _weeks("d", day - _DAYS_BEFORE_PUBLICATION, day + _DAYS_AFTER_PUBLICATION)
    elif last - first < _LONGEST_DAYS:
        yield from _weeks("c", first, last)
        yield from _weeks("p", first - _DAYS_AFTER_PUBLICATION, last + _DAYS_BEFORE_PUBLICATION)
    elif last - first < _LONGEST_VAGUE_DAYS:
        yield from _weeks("d", first, last)


def _weeks(kind: str, first: int, last: int) -> Iterator[str]:
    return (f"{kind}{week}" for week in range(first // 7, last // 7 + 1))


def _bounds(time: EventTime | None) -> tuple[int | None, int | None]:
    """Return the first and the last day; of "by Friday" the Friday, None where none is known."""
    if time is None or time.end is None:
        return None, None
    last = (time.end - 1) // DAY_S
    return (last if time.begin is None else time.begin // DAY_S), last


@lru_cache(maxsize=4096)
def _hash(key: str) -> int:
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
