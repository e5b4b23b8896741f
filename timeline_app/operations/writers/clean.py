"""Texts of strangers, made harmless for programs and pages that show them.

Control characters can end a line of a format or drive a terminal; characters that embed, override
or isolate a direction can make what follows read as something else (CVE-2021-42574); an address
that is no web address can run code when it is clicked.
"""

import dataclasses
import re
from collections.abc import Callable
from enum import Enum
from typing import Any

from timeline_app.operations.writers.chronology import Chronology, SourceArticle, Written

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def clean_text(text: str) -> str:
    """Return a text without characters that act instead of being read."""
    return _UNWANTED.sub(_harmless, text) if _UNWANTED.search(text) else text


def cleaned(write: Callable[[Chronology], Written]) -> Callable[[Chronology], Written]:
    """Return a writer that is given clean texts alone."""
    return lambda chronology: write(clean_chronology(chronology))


def clean_chronology(chronology: Chronology) -> Chronology:
    """Return a chronology of clean texts; the articles' own texts stay as they are."""
    return dataclasses.replace(
        chronology,
        title=clean_text(chronology.title),
        entries=_clean(chronology.entries),
        articles=_clean(chronology.articles),
    )


def _harmless(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\r\x0b\x0c\x85":
        return " "
    is_direction = "\u202a" <= character <= "\u2069"
    return "" if is_direction else "\N{REPLACEMENT CHARACTER}"


def _clean(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, SourceArticle) and not _WEB_ADDRESS.fullmatch(value.url or ""):
        return _clean_fields(dataclasses.replace(value, url=None))
    return _clean_fields(value) if dataclasses.is_dataclass(value) else value


def _clean_fields(value: Any) -> Any:
    """Return a dataclass with clean texts, the same one where all were."""
    changed = {}
    for field in dataclasses.fields(value):
        before = getattr(value, field.name)
        if isinstance(before, (int, float, type(None), Enum)):
            continue
        if (after := _clean(before)) is not before and after != before:
            changed[field.name] = after
    return dataclasses.replace(value, **changed) if changed else value
