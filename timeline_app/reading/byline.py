"""Dates in an article's own text: bylines, labelled dates, datelines, its address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.span import Span
from timeline_app.reading.date_text import StatedDate, find_dates
from timeline_app.reading.header_lines import Line, is_sentence
from timeline_app.reading.web_address import URL, date_in_url
from timeline_app.reading.words import reading_words

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_ZONE = re.compile(r"[A-Z]{1,5}\d?$")
_SEPARATORS = re.compile(r"[|·•]|\s[–—-]\s")
_DASH = re.compile(r"\s?(?:—|–|--|\s-\s|\s-$|_|:)\s?")
_DATELINE_REACH = 110
_BYLINE_CHARS = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDate:
    """A date that the text states about itself; `is_update` where it tells of a later change."""

    date: StatedDate
    source: DctSource
    evidence: str
    span: Span
    is_update: bool = False


def dates_of_marked_line(text: str, *, slash_order: str) -> tuple[DctCandidate, ...]:
    """Return the dates of a line that a format marks as a byline."""
    dates = find_dates(text[: _BYLINE_CHARS * 2], slash_order=slash_order)
    return tuple(
        DctCandidate(value=d.value, source=DctSource.BYLINE, evidence=d.span.of(text))
        for d in dates
        if d.year is not None and not _is_update(text[: d.span.begin].lower())
    )


def dates_of_lines(lines: tuple[Line, ...], *, slash_order: str) -> tuple[TextDate, ...]:
    """Return bylines and datelines in the order of the text, without headings of a chronicle."""
    found = [
        (k, date) for k, line in enumerate(lines) for date in _dates_of_line(line, slash_order)
    ]
    headings = _headings(lines, {k: date for k, date in found if date.evidence == lines[k].text})
    return tuple(date for k, date in found if k not in headings)


def _headings(lines: tuple[Line, ...], alone: dict[int, TextDate]) -> frozenset[int]:
    """Return which of the lines that are nothing but a date stand over what happened then.

    Those between two stretches of prose do; and with them the one before all prose, unless its
    date is the later one: then it tells when the chronicle was published.
    """
    told = [k for k, line in enumerate(lines) if is_sentence(line.text)]
    inner = {k for k in alone if told and told[0] < k < told[-1]}
    first = alone.get(told[0] - 1) if inner else None
    if first is not None and first.date.value <= min(alone[k].date.value for k in inner):
        inner.add(told[0] - 1)
    return frozenset(inner)


def address_of_lines(lines: tuple[Line, ...]) -> tuple[str, Span] | None:
    """Return the article's own web address and where it stands: labelled, or alone on a line."""
    previous = ""
    for line in lines:
        if (match := URL.search(line.text)) is not None:
            url = match[0].rstrip(".,;:>)")
            label = line.text[: match.start()].strip(" <[(\t")
            is_alone = not label and not line.text[match.end() :].strip(" >)].\t")
            if _is_url_label(label) or (is_alone and (line.is_before_prose or not line.is_at_head)):
                return url, _shifted(match.start(), match.start() + len(url), line)
            if is_alone and _is_url_label(previous):
                return url, _shifted(match.start(), match.start() + len(url), line)
        previous = line.text
    return None


def date_of_address(url: str, span: Span | None) -> DctCandidate | None:
    """Return the date that an address holds, with the place of the wording in the text."""
    found = date_in_url(url)
    if found is None:
        return None
    value, wording = found
    at = url.lower().find(wording)
    where = Span(span.begin + at, span.begin + at + len(wording)) if span and at >= 0 else None
    return DctCandidate(value=value, source=DctSource.URL, evidence=url, span=where)


def _is_url_label(label: str) -> bool:
    return label.strip(" :*_").lower() in reading_words().url_labels


def _dates_of_line(line: Line, slash_order: str) -> Iterator[TextDate]:
    dates = find_dates(line.text[: _BYLINE_CHARS * 2], slash_order=slash_order)
    if not dates:
        return
    if len(line.text) <= _BYLINE_CHARS and _is_byline(line, dates):
        for date in dates:
            if date.year is not None:
                before = line.text[: date.span.begin].lower()
                yield _stated(date, line, DctSource.BYLINE, is_update=_is_update(before))
    elif line.is_at_head and (dateline := _dateline(line.text, dates)) is not None:
        yield _stated(dateline, line, DctSource.DATELINE)


def _stated(
    date: StatedDate, line: Line, source: DctSource, *, is_update: bool = False
) -> TextDate:
    return TextDate(
        date=date,
        source=source,
        evidence=date.span.of(line.text),
        span=_shifted(date.span.begin, date.span.end, line),
        is_update=is_update,
    )


def _shifted(begin: int, end: int, line: Line) -> Span:
    return Span(line.span.begin + begin, line.span.begin + end)


def _is_byline(line: Line, dates: tuple[StatedDate, ...]) -> bool:
    rest = _without(line.text, dates)
    words = [w for w in _WORD.findall(rest) if not _is_date_word(w)]
    if not words or _label_at_begin(rest):
        return True
    if line.is_heading or not line.is_before_prose or line.text.endswith((".", "!", "?", ":")):
        return False
    if _DASH.match(line.text[dates[-1].span.end :]):
        return False
    begins_with_author = words[0].lower() in reading_words().author_labels
    if any(_is_date_alone(segment) for segment in _SEPARATORS.split(line.text)):
        return True
    is_names_only = len(words) <= 6 and all(w[0].isupper() for w in words)
    is_at_edge = dates[-1].span.end == len(line.text) or dates[0].span.begin == 0
    return (begins_with_author or is_names_only) and is_at_edge


def _is_date_alone(segment: str) -> bool:
    dates = find_dates(segment)
    return bool(dates) and all(map(_is_date_word, _WORD.findall(_without(segment, dates))))


def _without(text: str, dates: tuple[StatedDate, ...]) -> str:
    parts, at = list[str](), 0
    for date in dates:
        parts.append(text[at : date.span.begin])
        at = date.span.end
    return " ".join([*parts, text[at:]])


def _is_date_word(word: str) -> bool:
    words = reading_words()
    plain = word.lower().rstrip(".")
    return (
        plain in words.weekdays
        or plain in words.meridiems
        or f"{plain}." in words.meridiems
        or plain in words.clock_words
        or plain in words.published
        or plain in words.updated
        or _ZONE.match(word) is not None
    )


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = reading_words()
    update = "|".join(map(re.escape, words.updated))
    either = "|".join(map(re.escape, (*words.published, *words.updated)))
    return re.compile(rf"(?:{update})\b"), re.compile(rf"[\s(\[*]*(?:{either})\b\s*[:*]?")


def _label_at_begin(rest: str) -> bool:
    """Tell whether the line begins with "Published" and goes on with nothing but a date."""
    match = _labels()[1].match(rest.lower())
    if match is None:
        return False
    words = [w for w in _WORD.findall(rest[match.end() :]) if not _is_date_word(w)]
    return ":" in match[0] or len(words) <= 6


def _is_update(before: str) -> bool:
    matches = list(_labels()[0].finditer(before))
    if not matches:
        return False
    published = max((before.rfind(word) for word in reading_words().published), default=-1)
    update = matches[-1]
    return update.end() > published


def _dateline(text: str, dates: tuple[StatedDate, ...]) -> StatedDate | None:
    """Return the date of "PARIS, Nov. 14 —": names, a date, an agency, then a dash."""
    date = dates[0]
    dash = _DASH.search(text, date.span.end, date.span.end + 40)
    closing = text.find(")", date.span.end, date.span.end + 30)
    end = dash.start() if dash else closing + 1
    if end <= 0 or end > _DATELINE_REACH:
        return None
    place = text[: date.span.begin]
    agency = text[date.span.end : end]
    words = [w for w in _WORD.findall(f"{place} {agency}") if not _is_date_word(w)]
    is_named = bool(_WORD.search(place)) and all(w[0].isupper() for w in words)
    return date if is_named and len(words) <= 9 and "." not in place[-2:-1] else None
