"""What a reader of a file format is given, and what it returns."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from timeline_app.annotation.document import DctCandidate
from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import InputFile

OnError = Callable[[ReadingError], None]
"""Told of a part of an input that could not be read; reading goes on with the next part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """An article as a format states it, before dates, outlet and language are found in its text.

    `part` tells articles of one file apart (an id or a line number); None where the file is one
    article. `dates` are the dates that the format states; `guessed_date` is one that counts only
    where nothing states a date.
    """

    text: str
    sha256: str
    part: str | None = None
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    dates: tuple[DctCandidate, ...] = ()
    guessed_date: DctCandidate | None = None
    notes: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one file format. A new format is one new module and one entry in the registry."""

    @property
    def format_name(self) -> str:
        """Return the format's name as a person says it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the file name suffixes of the format, lower case, with their dot."""

    @property
    def is_archive(self) -> bool:
        """Tell whether a file of the format may hold many articles."""

    @property
    def needs_guard(self) -> bool:
        """Tell whether a hostile file of the format may ask for endless time or memory."""

    def recognises(self, head: bytes) -> bool:
        """Tell whether a file that begins with `head` is of this format whatever its name says."""

    def count(self, file: InputFile) -> int:
        """Return how many articles an archive holds, as far as can be told without reading."""

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the articles in the file's order.

        Raises ReadingError where the file cannot be read; tells `on_error` of articles that
        cannot, and goes on with the next.
        """


def sha256_hex(content: bytes) -> str:
    """Return the hex digest that identifies an input's bytes."""
    return hashlib.sha256(content).hexdigest()


def nothing_in(name: str) -> ReadingError:
    """Return the error for a document without text."""
    return ReadingError(
        f"{name}: there is no text in this document. Check that it is the right one."
    )
