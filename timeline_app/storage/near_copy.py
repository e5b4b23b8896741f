"""Recognising an article that repeats another's text.

A sketch is the smallest hashes of an article's five-word runs; the share of hashes that two
sketches have in common estimates how much of their texts is the same (bottom-k sketches after
Broder, "On the resemblance and containment of documents", 1997).
"""

import hashlib
import re
import zlib
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

_WORD = re.compile(r"\w+")
_RUN_WORDS = 5
_SKETCH_SIZE = 24
_COPY_SHARE = 0.8
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ref", "smid", "share")


@lru_cache(maxsize=4)
def text_hash(text: str) -> str:
    """Return a hash that ignores case, spacing and punctuation."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(maxsize=4)
def sketch(text: str) -> frozenset[int]:
    """Return the sketch of a text; empty where it is too short to compare."""
    words = _WORD.findall(text.casefold())
    if len(words) < 4 * _RUN_WORDS:
        return frozenset()
    starts = range(len(words) - _RUN_WORDS + 1)
    runs = {_hash(" ".join(words[at : at + _RUN_WORDS])) for at in starts}
    return frozenset(sorted(runs)[:_SKETCH_SIZE])


def _hash(run: str) -> int:
    return zlib.crc32(run.encode("utf-8", "surrogatepass"))


def is_same_address(one: str | None, other: str | None) -> bool:
    """Tell whether two web addresses lead to one page: scheme, "www." and tracking do not count.

    The front page of a site is no article's address, and two places on one page are two addresses.
    """
    if len({_place_of(one or ""), _place_of(other or "")} - {""}) > 1:
        return False
    ours, theirs = _page_of(one or ""), _page_of(other or "")
    return ours is not None and ours == theirs


def _place_of(url: str) -> str:
    return url.partition("#")[2]


def _page_of(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]] | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        asked = parse_qsl(parts.query, max_num_fields=50)
    except ValueError:
        return None
    told = tuple(sorted((k, v) for k, v in asked if not k.lower().startswith(_TRACKING)))
    path = parts.path.rstrip("/")
    return (host, path, told) if host and (path or told) else None


def is_near_copy(one: Collection[int], other: Collection[int]) -> bool:
    """Tell whether two sketches say that most of the text is the same."""
    if not one or not other:
        return False
    ours, theirs = set(one), set(other)
    smallest = sorted(ours | theirs)[:_SKETCH_SIZE]
    shared = sum(value in ours and value in theirs for value in smallest)
    return shared >= _COPY_SHARE * len(smallest)
