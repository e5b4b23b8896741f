"""RSS and Atom feeds that were saved to a file: every entry is an article."""

from collections.abc import Iterator

from lxml import etree

from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.markup_text import text_of_markup
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.safe_xml import child_text, local_name, parse_xml
from timeline_app.reading.shown_name import shown_name

_ROOTS = (b"<rss", b"<feed", b"<rdf:RDF")
_ENTRIES = frozenset({"item", "entry"})


class FeedReader:
    """Reads RSS and Atom files. The pages that they link to are never fetched."""

    format_name = "feed"
    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf")
    is_archive = True
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a feed does."""
        begin = head[:2_048]
        return begin.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and any(
            root in begin for root in _ROOTS
        )

    def count(self, file: InputFile) -> int:
        """Return the number of entries, as their end tags tell."""
        try:
            content = file.read()
        except ReadingError:  # told when the file is read
            return 1
        return content.count(b"</item>") + content.count(b"</entry>")

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the entries; one without text is told to `on_error`."""
        root = parse_xml(file.read(), file.name)
        channel = next((e for e in root if local_name(e) == "channel"), root)
        outlet = child_text(channel, "title") or None
        entries = (e for e in root.iter() if local_name(e) in _ENTRIES)
        number = 0
        for number, entry in enumerate(entries, start=1):
            article = _article(entry, outlet, str(number))
            if article is None:
                on_error(nothing_in(f"{file.name}#{number}"))
            else:
                yield article
        if number == 0:
            raise nothing_in(file.name)


def _article(entry: etree._Element, outlet: str | None, number: str) -> RawArticle | None:
    markup = child_text(entry, "encoded", "content", "description", "summary")
    title = text_of_markup(child_text(entry, "title"))
    text = text_of_markup(markup)
    if not text:
        return None
    whole = f"{title}\n\n{text}" if title and not text.startswith(title) else text
    stated = child_text(entry, "pubDate", "published", "date", "issued", "updated")
    return RawArticle(
        text=whole,
        sha256=sha256_hex(whole.encode("utf-8")),
        part=shown_name(child_text(entry, "guid", "id")) or number,
        title=title,
        outlet=outlet,
        url=_link(entry),
        author=child_text(entry, "creator", "author") or None,
        dates=metadata_dates(stated, "feed's date"),
    )


def _link(entry: etree._Element) -> str | None:
    for child in entry:
        if local_name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return (child.get("href") or child.text or "").strip() or None
    return None
