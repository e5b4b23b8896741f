"""Keys under which mentions that may tell of one happening lie together.

A key is (type, day, participant or place). Only mentions that share a key are ever compared,
which keeps merging near linear in the number of articles.
"""

import hashlib
from collections.abc import Iterator

from timeline_app.annotation.mention import EventMention
from timeline_app.chrono.instant import DAY_S
from timeline_app.storage.folding import fold, surname

_LONGEST_DAYS = 3
_TOLERANCE_DAYS = 2


def stored_keys(mention: EventMention) -> tuple[int, ...]:
    """Return the keys under which a mention is filed; none where it is undated and unnamed."""
    return tuple(_keys(mention, tolerance=0))


def lookup_keys(mention: EventMention) -> tuple[int, ...]:
    """Return the keys to look under, with the neighbouring days: articles may disagree."""
    return tuple(_keys(mention, tolerance=_TOLERANCE_DAYS))


def _keys(mention: EventMention, *, tolerance: int) -> Iterator[int]:
    names = {surname(who.name) for who in mention.participants}
    names |= {"@" + fold(place.name) for place in mention.places}
    buckets = tuple(_buckets(mention, tolerance))
    for name in sorted(names):
        for bucket in buckets:
            yield _hash(f"{mention.type}|{bucket}|{name}")


def _buckets(mention: EventMention, tolerance: int) -> Iterator[str]:
    time = mention.time
    if time is None or time.begin is None or time.end is None:
        return
    first, last = time.begin // DAY_S, (time.end - 1) // DAY_S
    if last - first >= _LONGEST_DAYS:
        yield f"{time.begin}/{time.end}"
        return
    for day in range(first - tolerance, last + tolerance + 1):
        yield str(day)


def _hash(key: str) -> int:
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
