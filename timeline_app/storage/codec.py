"""Annotation values ↔ compact JSON, without loss.

A dataclass becomes an object of the fields that differ from their defaults, a `Span` the pair
`[begin, end]`, a tuple a list, an enum its value. Reading ignores keys that it does not know and
gives missing ones their default, so that an optional field may be added without a migration.
"""

import dataclasses
import json
import re
import types
import typing
import zlib
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from timeline_app.annotation.span import Span
from timeline_app.storage.faults import DamagedValue

T = TypeVar("T")
_Convert = Callable[[Any], Any]
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN = (str, int, float, bool, type(None))


def dump(value: object) -> str:
    """Return the JSON text of an annotation value."""
    return json_text(to_plain(value))


def json_text(plain: object) -> str:
    """Return compact JSON; half a surrogate pair, which no file can hold, is escaped."""
    text = _ENCODER.encode(plain)
    if _SURROGATE.search(text):
        return json.dumps(plain, separators=(",", ":"))
    return text


def storable(text: str) -> str:
    """Return a text as a file can hold it: halves of surrogate pairs become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text) if _SURROGATE.search(text) else text


def load(kind: type[T], text: str, *, checksum: int | None = None) -> T:
    """Return the value of type `kind` that `dump` wrote.

    Raises DamagedValue where the text is damaged, or is not that of the checksum.
    """
    if checksum is not None and checksum != checksum_of(text):
        raise DamagedValue(f"malformed value: checksum of {text[:40]!r}")
    try:
        return typing.cast(T, from_plain(kind, json.loads(text)))
    except (ValueError, KeyError, TypeError) as fault:
        raise DamagedValue(f"malformed value: {fault!r}") from fault


def checksum_of(*texts: object) -> int:
    """Return a checksum (CRC-32) of texts, by which a flipped bit is noticed.

    Damage may turn a text into something else, which has another checksum.
    """
    total = 0
    for text in texts:
        total = zlib.crc32(str(text).encode("utf-8", "surrogatepass"), total)
    return total


def to_plain(value: object) -> Any:
    """Return a value as what JSON knows: objects, lists, texts, numbers, booleans, null."""
    return _writer(type(value))(value)


def _make_writer(kind: Any) -> _Convert:
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, _PLAIN):
        return lambda value: value
    if issubclass(kind, Span):
        return lambda span: [span.begin, span.end]
    if issubclass(kind, frozenset):
        return lambda items: sorted(to_plain(item) for item in items)
    if issubclass(kind, (tuple, list)):
        return lambda items: [_writer(type(item))(item) for item in items]
    if dataclasses.is_dataclass(kind):
        return _object_of
    raise TypeError(f"cannot be stored: {kind.__name__}")


_writer: Callable[[Any], _Convert] = cache(_make_writer)


def from_plain(kind: Any, plain: Any) -> Any:
    """Return the value of type `kind` that `to_plain` turned into `plain`."""
    return _reader(kind)(plain)


def _object_of(value: Any) -> dict[str, Any]:
    result = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        item = getattr(value, name)
        if default is dataclasses.MISSING or item != default:
            result[name] = _writer(type(item))(item)
    return result


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> _Convert:
    if hasattr(kind, "__supertype__"):
        return _reader(kind.__supertype__)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(kind)
    if origin in (tuple, frozenset):
        return _collection_reader(origin, typing.get_args(kind)[0])
    if kind is Span:
        return lambda pair: Span(*pair)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)
    return lambda plain: plain


def _optional_reader(kind: Any) -> _Convert:
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    read = _reader(inner[0]) if len(inner) == 1 else lambda plain: plain
    return lambda plain: None if plain is None else read(plain)


def _collection_reader(origin: Any, item: Any) -> _Convert:
    read = _reader(item)
    return lambda plain: origin(read(part) for part in plain)


def _object_reader(kind: Any) -> _Convert:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}

    def read(plain: dict[str, Any]) -> Any:
        known = {name: readers[name](item) for name, item in plain.items() if name in readers}
        return kind(**known)

    return read
