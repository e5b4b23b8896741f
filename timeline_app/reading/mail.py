"""Messages: single ones (.eml), mailboxes (.mbox) and pages saved as MIME (MHTML)."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import IO

from timeline_app.errors import ReadingError
from timeline_app.reading.decoding import looks_binary
from timeline_app.reading.html import articles_of_page
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, InputFile, too_large
from timeline_app.reading.markup_text import text_of_markup
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.shown_name import shown_name

_HEADERS = (b"From:", b"Received:", b"Return-Path:", b"Delivered-To:", b"Message-ID:", b"MIME-")
_HEADERS_WITHIN = (b"From:", b"Date:", b"Subject:", b"Message-ID:", b"Message-Id:", b"To:")
"""One of these follows in every message; a text may begin with "From:" too."""
_MAX_PARTS = 200
_POSTMARK = re.compile(rb"From [^\s]+ .{0,200}\d{4}(?: [+-]\d{4})?\s*$")
"""The line that begins a message of a mailbox (RFC 4155), which "From there" does not."""


class MailReader:
    """Reads one message: its plain text, else the text of its HTML; attachments are left out."""

    format_name = "e-mail"
    suffixes: tuple[str, ...] = (".eml",)
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins with a message's headers."""
        is_header_first = head.startswith(_HEADERS)
        return is_header_first and any(b"\n" + name in head for name in _HEADERS_WITHIN)

    def count(self, file: InputFile) -> int:
        """Return one: a file is a message."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one message."""
        yield _article(file.read(), file.name, part=None)


class MailboxReader:
    """Reads mailboxes, message by message."""

    format_name = "mailbox"
    suffixes: tuple[str, ...] = (".mbox",)
    is_archive = True
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a mailbox does."""
        return head.startswith(b"From ") and b"\nFrom:" in head

    def count(self, file: InputFile) -> int:
        """Return the number of lines that begin a message."""
        try:
            with file.opened() as stream:
                return sum(1 for _ in _messages(stream))
        except ReadingError:  # told when the file is read
            return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the messages; one that holds no text is told to `on_error`."""
        if not file.head(5).startswith(b"From "):
            raise ReadingError(
                f"{file.name}: this is no mailbox: it does not begin with a “From ” line. "
                "Export it again, or give its messages as .eml files."
            )
        with file.opened() as stream:
            for number, content in enumerate(_messages(stream), start=1):
                where = f"{file.name}#{number}"
                try:
                    yield _article(content, where, part=str(number))
                except ReadingError as error:
                    on_error(error)


class SavedPageReader:
    """Reads pages that a browser saved as one file (MHTML)."""

    format_name = "MHTML"
    suffixes: tuple[str, ...] = (".mht", ".mhtml")
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a saved page does."""
        return b"multipart/related" in head[:2_048] and b"Snapshot-Content-Location" in head

    def count(self, file: InputFile) -> int:
        """Return one: a file is a page."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the page's articles."""
        content = file.read()
        message = _parsed(content, file.name)
        page = _body(message, "html")
        if page is None:
            raise nothing_in(file.name)
        address = _saved_from(message, page)
        markup = _text(page)
        for article in articles_of_page(markup, sha256_hex(content), file.name, address=address):
            yield replace(article, url=article.url or address)


def _saved_from(message: EmailMessage, page: EmailMessage) -> str | None:
    """Return the address from which a browser saved a page."""
    stated = (
        _header(message, "snapshot-content-location"),
        _header(page, "content-location"),
        _header(message, "content-location"),
    )
    return next((at for at in stated if at.startswith(("http://", "https://"))), None)


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the messages of a mailbox, each cut one byte above the limit."""
    lines: list[bytes] = []
    size, is_blank = 0, True
    while line := stream.readline(MAX_ARTICLE_BYTES):
        if is_blank and lines and _POSTMARK.match(line):
            yield b"".join(lines[1:])[: MAX_ARTICLE_BYTES + 1]
            lines, size = [], 0
        is_blank = not line.strip()
        if size <= MAX_ARTICLE_BYTES:
            lines.append(line)
            size += len(line)
    if lines:
        yield b"".join(lines[1:])[: MAX_ARTICLE_BYTES + 1]


def _article(content: bytes, name: str, *, part: str | None) -> RawArticle:
    if len(content) > MAX_ARTICLE_BYTES:
        raise too_large(name, MAX_ARTICLE_BYTES)
    message = _parsed(content, name)
    text = _readable(message)
    if "\0" in text or looks_binary(text):
        raise ReadingError(
            f"{name}: this is binary data, not a message. Give the file its true suffix, or save "
            "the message's text as a .txt file."
        )
    if not text.strip():
        raise nothing_in(name)
    return RawArticle(
        text=text,
        sha256=sha256_hex(content),
        part=part,
        title=_header(message, "subject"),
        author=_sender(message),
        dates=metadata_dates(_header(message, "date"), "message's date"),
    )


def _parsed(content: bytes, name: str) -> EmailMessage:
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise ReadingError(
            f"{name}: the message is damaged ({error}). Save its text as a .txt file."
        ) from error
    return message


def _readable(message: EmailMessage) -> str:
    plain = _body(message, "plain")
    if plain is not None and (text := _text(plain)).strip():
        return text.replace("\r\n", "\n")
    page = _body(message, "html")
    return text_of_markup(_text(page)) if page is not None else ""


def _body(message: EmailMessage, subtype: str) -> EmailMessage | None:
    """Return the first inline part of a text type."""
    for number, part in enumerate(message.walk()):
        if number >= _MAX_PARTS:
            return None
        is_wanted = part.get_content_type() == f"text/{subtype}"
        if is_wanted and isinstance(part, EmailMessage) and not part.is_attachment():
            return part
    return None


def _text(part: EmailMessage) -> str:
    """Return a part's text; what its stated charset cannot read is shown as U+FFFD."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", errors="replace")
    except LookupError:
        return content.decode("utf-8", errors="replace")


def _header(message: EmailMessage, name: str) -> str:
    """Return a header on one line; "" where it is missing or damaged."""
    try:
        value = str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError):  # the standard parser on damaged headers
        return ""
    return shown_name(" ".join(value.encode("utf-8", "replace").decode("utf-8").split()))


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "from"))
    return name or address or None
