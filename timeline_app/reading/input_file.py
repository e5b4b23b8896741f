"""Where an article's bytes come from: a file, a member of an archive, or memory."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from timeline_app.errors import ReadingError
from timeline_app.reading.citation import Citation
from timeline_app.reading.shown_name import shown_name

MAX_ARTICLE_BYTES = 32 * 1024 * 1024
"""Above this one article is refused: no newspaper prints it, and its extraction takes minutes."""

MAX_CONTAINER_BYTES = 256 * 1024 * 1024
"""Above this a document that holds pictures beside its text (PDF, DOCX, EPUB) is refused."""

_LARGE_BYTES = 4 * 1024 * 1024

_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """An input: a file, a `member` of a ZIP file, or bytes that came from elsewhere (a `url`).

    `citation` is what a bibliography says of it; `charset` is what a server says of its text.
    With `is_private` the page may lie in a private network.
    """

    name: str
    path: Path | None = None
    member: str | None = None
    content: bytes | None = None
    url: str | None = None
    citation: Citation | None = None
    charset: str | None = None
    is_private: bool = False

    @classmethod
    def of_path(cls, path: Path) -> "InputFile":
        """Return the input that a path names."""
        return cls(name=shown_name(path), path=path)

    @classmethod
    def of_member(cls, archive: "InputFile", member: str) -> "InputFile":
        """Return the input that is a member of a ZIP file."""
        name = f"{archive.name}#{shown_name(member)}"
        return cls(name=name, path=archive.path, member=member)

    @classmethod
    def of_url(cls, url: str, *, is_private: bool = False) -> "InputFile":
        """Return the input that is a page of the web, which is yet to be fetched."""
        return cls(name=shown_name(url), url=url, is_private=is_private)

    @property
    def is_to_be_fetched(self) -> bool:
        """Tell whether only the address is known yet."""
        return self.url is not None and self.content is None and self.path is None

    @property
    def is_large(self) -> bool:
        """Tell whether it is far above the size of articles, or may unpack to anything."""
        if self.content is not None:
            return len(self.content) > _LARGE_BYTES
        try:
            size = self.path.stat().st_size if self.path is not None else 0
        except OSError:  # told when the file is read
            return False
        return self.member is not None or size > _LARGE_BYTES

    @property
    def suffix(self) -> str:
        """Return the file name's last suffix in lower case, with its dot."""
        return self._own_name.suffix.lower()

    @property
    def stem(self) -> str:
        """Return the file name without folders and suffix."""
        return self._own_name.stem

    @property
    def _own_name(self) -> Path:
        """Return the name without that of the archive, or an address without what it asks for."""
        if self.member is not None:
            return Path(shown_name(self.member))
        is_page = self.url is not None and self.path is None
        return Path(re.split(r"[?#]", self.name)[0] if is_page else self.name)

    def opened(self) -> IO[bytes]:
        """Return the bytes as a stream. Raises ReadingError where they cannot be read."""
        if self.content is not None or self.path is None:
            return io.BytesIO(self.content or b"")
        try:
            if self.member is not None:
                return self._opened_member(self.path, self.member)
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(self.name, error) from error

    def head(self, count: int = 4_096) -> bytes:
        """Return the first bytes. Raises ReadingError where they cannot be read."""
        return self._first(count)

    def read(self, *, limit: int = MAX_ARTICLE_BYTES) -> bytes:
        """Return all bytes. Raises ReadingError where they cannot be read or exceed `limit`."""
        content = self._first(limit + 1)
        if len(content) > limit:
            raise too_large(self.name, limit)
        return content

    def _first(self, count: int) -> bytes:
        """Return at most `count` bytes: of a compressed member no more is ever unpacked."""
        with self.opened() as stream:
            try:
                return stream.read(count)
            except OSError as error:
                raise unreadable(self.name, error) from error
            except _DAMAGED as error:
                raise _damaged(self.name, error) from error

    def _opened_member(self, path: Path, member: str) -> IO[bytes]:
        try:
            with zipfile.ZipFile(path) as archive:
                return archive.open(member)
        except (*_DAMAGED, KeyError) as error:
            raise _damaged(self.name, error) from error


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


def _damaged(name: str, error: Exception) -> ReadingError:
    reason = str(error) or type(error).__name__
    return ReadingError(
        f"{name}: the archive cannot be unpacked ({reason}). Unpack it and give its files."
    )
