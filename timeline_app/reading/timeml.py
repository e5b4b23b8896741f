"""TimeML documents: the text without its annotation, and its document creation time."""

from collections.abc import Iterator

from lxml import etree

from timeline_app.annotation.document import DctCandidate
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.safe_xml import child_text, local_name, parse_xml

_CREATION = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})


class TimemlReader:
    """Reads TimeML; the annotation itself is made anew."""

    format_name = "TimeML"
    suffixes: tuple[str, ...] = (".tml", ".timeml")
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as TimeML does."""
        return b"<TimeML" in head[:2_048]

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article."""
        content = file.read()
        root = parse_xml(content, file.name)
        body = next((e for e in root.iter() if local_name(e).upper() == "TEXT"), root)
        text = "".join(map(str, body.itertext()))
        if not text.strip():
            raise nothing_in(file.name)
        yield RawArticle(
            text=text,
            sha256=sha256_hex(content),
            title=child_text(root, "TITLE", "HEADLINE"),
            dates=_creation_time(root),
        )


def _creation_time(root: etree._Element) -> tuple[DctCandidate, ...]:
    for element in root.iter():
        if local_name(element) == "TIMEX3" and element.get("functionInDocument") in _CREATION:
            return metadata_dates(element.get("value", ""), "TimeML's creation time")
    return ()
