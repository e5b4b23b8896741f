"""Bytes to text, with every code point kept."""

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from timeline_app.errors import ReadingError

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_LEGACY = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman",
)  # fmt: skip
_LATIN = frozenset({"cp1250", "cp1252", "cp1254", "mac_roman"})
_BLANK = " \t\r\n\f\v\ufeff"
_SAMPLE_BYTES = 65_536
_CONTROLS = frozenset(chr(c) for c in range(32) if chr(c) not in "\t\n\r\f\v\x1b\x1a\x00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the encoding it came in; `is_guess` where nothing states the encoding."""

    text: str
    encoding: str
    is_guess: bool = False


def decode(content: bytes, name: str) -> Decoded:
    """Return the text of a file: exactly its code points, a byte order mark included.

    Raises ReadingError (naming `name`) for an empty, a binary or a damaged file.
    """
    decoded = _decoded(content, name)
    if not decoded.text.strip(_BLANK):
        raise ReadingError(f"{name}: the file is empty. Put the article's text into it.")
    return decoded


def _decoded(content: bytes, name: str) -> Decoded:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return Decoded(text=_strictly(content, encoding, name), encoding=encoding)
    if (wide := _wide_encoding(content[:_SAMPLE_BYTES])) is not None:
        return Decoded(text=_strictly(content, wide, name), encoding=wide, is_guess=True)
    _refuse_binary(content[:_SAMPLE_BYTES], name)
    try:
        return Decoded(text=content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        return _guess(content, name, error)


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(content, name, encoding, error) from error


def _wide_encoding(sample: bytes) -> str | None:
    """Return UTF-16 without a byte order mark, known by its zero bytes on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample[1::2]) and not even:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(sample[0::2]) and not odd else None


def _refuse_binary(sample: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _MAGIC if sample.startswith(magic)), None)
    if kind is not None or 0 in sample:
        raise ReadingError(
            f"{name}: this is {kind or 'binary data'}, not text. "
            "Save the article as text, Markdown or HTML, or give the file its true suffix."
        )


def _guess(content: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    lenient = content[:_SAMPLE_BYTES].decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    intact = sum(1 for c in lenient if c > "\x7f") - broken
    if intact >= broken:
        raise _damaged(content, name, "utf-8", error) from error
    match = from_bytes(content[:_SAMPLE_BYTES], cp_isolation=list(_LEGACY)).best()
    if match is None or looks_binary(str(match)):
        raise _damaged(content, name, "utf-8", error) from error
    for encoding in _by_likelihood(match.encoding):
        try:
            return Decoded(text=content.decode(encoding), encoding=encoding, is_guess=True)
        except UnicodeDecodeError:
            continue
    raise _damaged(content, name, "utf-8", error) from error


def _by_likelihood(guessed: str) -> tuple[str, ...]:
    """Return what to try: statistics tell Western from Central European pages only by chance."""
    return ("cp1252", guessed) if guessed in _LATIN else (guessed,)


def looks_binary(text: str) -> bool:
    """Tell whether a text has more control characters than writing ever has."""
    return sum(1 for c in text if c in _CONTROLS) * 50 > len(text)


def _damaged(content: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> ReadingError:
    line = content.count(b"\n", 0, error.start) + 1
    return ReadingError(
        f"{name}: the text is damaged: byte {error.start} (line {line}) is no {encoding.upper()}. "
        "Open it in an editor and save it again as UTF-8."
    )
