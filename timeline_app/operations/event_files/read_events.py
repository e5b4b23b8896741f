"""What a file of events gives: events to be added by hand, and what could not be taken."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.writers.chronology import LeftOut
from timeline_app.reading.input_file import InputFile

UNTITLED = "it has no title"
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</p\s*>|<br\s*/?>|</li\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """Events in the order of the file; `left_out` names what is not among them, or only in part."""

    events: tuple[AddEvent, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFormat:
    """A format: `recognises` is asked of a file that has one of the suffixes, with its head.

    `read` raises ReadingError where the file cannot be used.
    """

    label: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[InputFile], EventFile]


def kind_of(word: str) -> tuple[EventType, tuple[str, ...]]:
    """Return the type that a word names; another word becomes a tag of an event of no type."""
    name = word.strip()
    try:
        return EventType(name.upper()), ()
    except ValueError:
        return EventType.OTHER, ((name,) if name else ())


def status_of(word: str) -> Modality:
    """Return the modality that a word names; what says nothing else has happened."""
    try:
        return Modality(word.strip().lower())
    except ValueError:
        return Modality.ACTUAL


def text_of_html(markup: str) -> str:
    """Return the words of a piece of HTML, a paragraph a line."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup))).strip()
