"""Plain text: the article is exactly the decoded file."""

from collections.abc import Iterator

from timeline_app.reading.decoding import Decoded, decode
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex


class PlainTextReader:
    """Reads text files; every code point is kept, so that offsets hold in the file."""

    format_name = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".asc")
    is_archive = False
    needs_guard = False

    def recognises(self, head: bytes) -> bool:
        """Tell that any file may be text: it is what is tried where no other format fits."""
        return True

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article."""
        content = file.read()
        decoded = decode(content, file.name)
        yield RawArticle(
            text=decoded.text, sha256=sha256_hex(content), notes=encoding_notes(decoded)
        )


def encoding_notes(decoded: Decoded) -> tuple[str, ...]:
    """Return a remark where the encoding had to be guessed."""
    if not decoded.is_guess:
        return ()
    return (f"The encoding was guessed: {decoded.encoding}. Save the file as UTF-8 to be sure.",)
