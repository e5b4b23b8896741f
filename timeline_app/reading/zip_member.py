"""Members of ZIP containers (DOCX, EPUB), unpacked no further than allowed."""

import io
import zipfile
import zlib

from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES

_MAX_MEMBERS = 10_000
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError)


class ZipContainer:
    """A document that is a ZIP file."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._left_bytes = 2 * MAX_ARTICLE_BYTES
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self.names = tuple(self._archive.namelist())
        except (*_FAULTS, ValueError) as error:
            raise self._damaged(error) from error
        if len(self.names) > _MAX_MEMBERS:
            raise ReadingError(
                f"{name}: it holds {len(self.names)} parts, too many for a document."
            )

    def read(self, member: str) -> bytes:
        """Return a member's bytes. Raises ReadingError if it is not there, damaged or a bomb."""
        try:
            with self._archive.open(member) as stream:
                content = stream.read(self._left_bytes + 1)
        except (*_FAULTS, KeyError, ValueError) as error:
            raise self._damaged(error) from error
        self._left_bytes -= len(content)
        if self._left_bytes < 0:
            raise ReadingError(
                f"{self._name}: it unpacks to more than {2 * MAX_ARTICLE_BYTES // 1024 // 1024} MB "
                "of text, as no article does. Save the article as text."
            )
        return content

    def _damaged(self, error: Exception) -> ReadingError:
        reason = str(error) or type(error).__name__
        return ReadingError(
            f"{self._name}: the document is damaged ({reason}). Open it and save it again."
        )
