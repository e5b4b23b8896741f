"""What a reader of a file format is given, and what it returns."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from timeline_app.annotation.document import DctCandidate
from timeline_app.errors import ReadingError
from timeline_app.reading.shown_name import shown_name

MAX_ARTICLE_BYTES = 32 * 1024 * 1024
"""Above this one article is refused: no newspaper prints it, and its extraction takes minutes."""

OnError = Callable[[ReadingError], None]
"""Told of a part of an input that could not be read; reading goes on with the next part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """An input: a file, or bytes that came from elsewhere under a name."""

    name: str
    path: Path | None = None
    content: bytes | None = None

    @classmethod
    def of_path(cls, path: Path) -> "InputFile":
        """Return the input that a path names."""
        return cls(name=shown_name(path), path=path)

    @property
    def suffix(self) -> str:
        """Return the file name's last suffix in lower case, with its dot."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Return the file name without folders and suffix."""
        return Path(self.name).stem

    def head(self, count: int = 4096) -> bytes:
        """Return the first bytes. Raises ReadingError where the file cannot be read."""
        if self.content is not None or self.path is None:
            return (self.content or b"")[:count]
        try:
            with self.path.open("rb") as file:
                return file.read(count)
        except OSError as error:
            raise unreadable(self.name, error) from error

    def read(self, *, limit: int = MAX_ARTICLE_BYTES) -> bytes:
        """Return all bytes. Raises ReadingError where they cannot be read or exceed `limit`."""
        if self.content is not None or self.path is None:
            content = self.content or b""
        else:
            try:
                with self.path.open("rb") as file:
                    content = file.read(limit + 1)
            except OSError as error:
                raise unreadable(self.name, error) from error
        if len(content) > limit:
            raise too_large(self.name, limit)
        return content


def unreadable(name: str, error: OSError) -> ReadingError:
    """Return the error for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return ReadingError(f"{name}: there is no such file. Check the spelling of its path.")
    if isinstance(error, PermissionError):
        return ReadingError(f"{name}: you may not read this file. Change its permissions.")
    if isinstance(error, IsADirectoryError):
        return ReadingError(f"{name}: this is a folder, not an article. Name the files in it.")
    reason = error.strerror or type(error).__name__
    return ReadingError(f"{name}: the file could not be read ({reason}). Check its disk.")


def too_large(name: str, limit: int) -> ReadingError:
    """Return the error for an article beyond the limit."""
    return ReadingError(
        f"{name}: this is larger than {limit // 1024 // 1024} MB, which is more than an article. "
        "Split it into single articles, or into a .jsonl archive with one article a line."
    )


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
