"""The Timeline Project's XML (version 2 of its file format, as its own source writes it)."""

from xml.sax.saxutils import escape

from timeline_app.annotation.mention import EventType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import civil
from timeline_app.operations.writers.chronology import (
    BEFORE_COMMON_ERA,
    Chronology,
    Entry,
    Written,
    needs_a_begin,
    split,
)
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_COLOURS = {
    EventType.MEETING: "0,114,178",
    EventType.ATTACK: "213,94,0",
    EventType.STATEMENT: "86,180,233",
    EventType.AGREEMENT: "0,158,115",
    EventType.MILITARY: "140,86,40",
    EventType.SANCTION: "204,121,167",
    EventType.LEGAL: "117,112,179",
    EventType.PROTEST: "230,159,0",
    EventType.DISASTER: "166,54,83",
    EventType.OTHER: "128,128,128",
}
_EXACT = (Precision.MINUTE, Precision.HOUR, Precision.DAY)


def write_timeline_project(chronology: Chronology) -> Written:
    """Write the file; times that are not exact are marked fuzzy."""
    entries, left_out = split(chronology, _obstacle)
    omissions = "; ".join(f"{item.title}: {item.reason}" for item in left_out)
    comment = f"<!-- Left out: {_text(omissions).replace('--', '- -')} -->\n" if omissions else ""
    content = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"{comment}<timeline>\n  <version>2.0.0</version>\n"
        "  <timetype>gregoriantime</timetype>\n"
        f"  <categories>\n{''.join(map(_category, EventType))}  </categories>\n"
        f"  <events>\n{''.join(map(_event, entries))}  </events>\n"
        f"  <view>\n{_displayed(entries)}    <hidden_categories/>\n  </view>\n</timeline>\n"
    )
    return Written(content=content.encode(), left_out=left_out)


def _obstacle(entry: Entry) -> str | None:
    reason = needs_a_begin(entry)
    time = entry.event.time
    if reason is not None or time is None or time.begin is None:
        return reason
    if time.end is None:
        return "its end is open, and this format needs an end"
    return BEFORE_COMMON_ERA if civil(time.begin).year < 1 else None


def _category(kind: EventType) -> str:
    return (
        f"    <category>\n      <name>{kind.value.capitalize()}</name>\n"
        f"      <color>{_COLOURS[kind]}</color>\n"
        f"      <progress_color>{_COLOURS[kind]}</progress_color>\n"
        f"      <done_color>{_COLOURS[kind]}</done_color>\n"
        "      <font_color>0,0,0</font_color>\n    </category>\n"
    )


def _event(entry: Entry) -> str:
    event = entry.event
    begin, end = _bounds(event.time)
    fuzzy = event.time is not None and event.time.precision not in _EXACT
    return (
        f"    <event>\n      <start>{begin}</start>\n      <end>{end}</end>\n"
        f"      <text>{_text(event.title)}</text>\n"
        f"      <progress>0</progress>\n      <fuzzy>{fuzzy}</fuzzy>\n"
        "      <locked>False</locked>\n      <ends_today>False</ends_today>\n"
        f"      <category>{event.type.value.capitalize()}</category>\n"
        f"      <description>{_text(_description(entry))}</description>\n    </event>\n"
    )


def _displayed(entries: list[Entry]) -> str:
    times = [entry.event.time for entry in entries if entry.event.time is not None]
    begins = [time.begin for time in times if time.begin is not None]
    ends = [time.end for time in times if time.end is not None]
    if not begins or not ends:
        return ""
    return (
        f"    <displayed_period>\n      <start>{_stamp(min(begins))}</start>\n"
        f"      <end>{_stamp(max(ends))}</end>\n    </displayed_period>\n"
    )


def _bounds(time: EventTime | None) -> tuple[str, str]:
    if time is None or time.begin is None or time.end is None:
        return "", ""
    return _stamp(time.begin), _stamp(time.end)


def _stamp(at: int) -> str:
    c = civil(at)
    return f"{c.year}-{c.month:02d}-{c.day:02d} {c.hour:02d}:{c.minute:02d}:{c.second:02d}"


def _description(entry: Entry) -> str:
    words = f"{date_words(entry.event.time)} · EDTF {entry.edtf}"
    lines = [f"{words} ({entry.event.modality.value})"]
    for citation in entry.citations:
        lines += [f"“{citation.quote}”", source_words(citation), how_dated(citation)]
    if entry.event.note:
        lines.append(entry.event.note)
    return "\n".join(lines)


def _text(text: str) -> str:
    """Return text without the control characters that XML 1.0 forbids, escaped."""
    return escape("".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff")))
