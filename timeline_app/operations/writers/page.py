"""A chronology as one HTML page that needs nothing else: no network, no folder of files.

The list of events is plain HTML, so that it reads without scripts, prints, and speaks to a screen
reader; the script adds the chart and the filter. Everything that comes from an article is escaped.
"""

import re
from collections.abc import Iterable
from html import escape

from timeline_app.chrono.event_time import EventTime
from timeline_app.operations.writers.chronology import Chronology, Citation, Entry, Written
from timeline_app.operations.writers.wording import date_words, how_dated, source_words
from timeline_app.paths import resources_dir

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_HTML_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d)?)?)?")
_SAFE_URL = re.compile(r"https?://", re.IGNORECASE)


def write_html(chronology: Chronology) -> Written:
    """Write the page; undated events stand last and are not left out."""
    template = (resources_dir() / "export" / "page.html").read_text(encoding="utf-8")
    entries, articles = chronology.entries, chronology.articles
    slots = {
        "title": escape(chronology.title),
        "summary": f"{len(entries)} events from {len(articles)} articles",
        "types": _options(entry.event.type.value for entry in entries),
        "statuses": _options(entry.event.modality.value for entry in entries),
        "events": "\n".join(map(_item, entries)),
    }
    return Written(content=_SLOT.sub(lambda match: slots[match[1]], template).encode())


def _options(values: Iterable[str]) -> str:
    unique = sorted(set(values))
    return "".join(f'<option value="{v}">{v.capitalize()}</option>' for v in unique)


def _item(entry: Entry) -> str:
    event = entry.event
    names = ", ".join(p.name for p in event.participants)
    rivals = "; ".join(date_words(rival) for rival in event.rival_times)
    dispute = f"<p>Reports disagree; other dates: {escape(rivals)}.</p>" if rivals else ""
    note = f"<p>{escape(event.note)}</p>" if event.note else ""
    return (
        f'<li id="e{event.id}" tabindex="-1" data-type="{event.type.value}" '
        f'data-status="{event.modality.value}"{_bounds(event.time)}>'
        f"<div><time{_machine_date(entry)}>{escape(date_words(event.time))}</time></div>"
        f'<div><h2 dir="auto">{escape(event.title)}</h2>'
        f'<span class="tag">{event.type.value.capitalize()}</span>'
        f'<span class="tag">{event.modality.value}</span> '
        f'<span class="soft names" dir="auto">{escape(names)}</span>'
        f"{dispute}{note}{_evidence(entry)}</div></li>"
    )


def _bounds(time: EventTime | None) -> str:
    """Seconds since 1970 for the chart; a time open on one side is drawn as its known day."""
    if time is None or (time.begin is None and time.end is None):
        return ""
    begin = time.begin if time.begin is not None else (time.end or 0) - 1
    end = time.end if time.end is not None else begin + 1
    return f' data-begin="{begin}" data-end="{end}"'


def _machine_date(entry: Entry) -> str:
    """Return the date for programs where HTML has a form for it, no more precise than it is."""
    return f' datetime="{entry.edtf}"' if _HTML_DATE.fullmatch(entry.edtf) else ""


def _evidence(entry: Entry) -> str:
    if not entry.citations:
        return "<p>Entered by hand.</p>"
    count = len(entry.citations)
    summary = "1 report" if count == 1 else f"{count} reports"
    quotes = "".join(map(_quote, entry.citations))
    return f"<details><summary>{summary}: the words, and why this date</summary>{quotes}</details>"


def _quote(citation: Citation) -> str:
    url = citation.article.url or ""
    source = escape(source_words(citation))
    if _SAFE_URL.match(url):
        source = f'<a href="{escape(url)}" rel="noreferrer noopener">{source}</a>'
    return (
        f'<blockquote dir="auto">“{escape(citation.quote)}”<br><small>{source}. '
        f"{escape(how_dated(citation))}</small></blockquote>"
    )
