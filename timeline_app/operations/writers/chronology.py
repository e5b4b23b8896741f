"""What the writers write: events with the evidence for each, and what a format could not take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from timeline_app.annotation.event import DocumentId, Event
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.chrono.edtf import edtf_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """An article as a reference list names it; `published` is `YYYY-MM-DD` or None."""

    id: DocumentId
    path: str
    title: str
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One report of an event: the sentence, the words that date it, and how."""

    article: SourceArticle
    mention: EventMention
    quote: str
    date_phrase: str | None
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event of the chronology with every report of it."""

    event: Event
    citations: tuple[Citation, ...]

    @property
    def edtf(self) -> str:
        """Return the event's time as EDTF, "" where it is undated."""
        return edtf_text(self.event.time) if self.event.time else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Entries in the order of time, undated ones last, and the articles they rest on.

    `extractions` are the articles' texts with all that was found, for formats that hold texts; a
    chronology that came from a file has none.
    """

    title: str
    entries: tuple[Entry, ...]
    articles: tuple[SourceArticle, ...]
    extractions: Mapping[DocumentId, Extraction] = field(
        default_factory=dict, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that a format could not take, and why, in words for a person."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A finished file, and what is not in it; `remarks` tell of what it shows only in part.

    `article_count` is None but where the file holds the articles alone and no events.
    """

    content: bytes
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    article_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A format: `key` names it on the command line, `label` in the window."""

    key: str
    label: str
    suffix: str
    write: Callable[[Chronology], Written]


UNDATED = "it has no date, and this format cannot hold events without one"
OPEN_BEGIN = "only the latest possible time is known, and this format needs a begin"
BEFORE_COMMON_ERA = "this format has no years before 1"


def split(
    chronology: Chronology, obstacle: Callable[[Entry], str | None]
) -> tuple[list[Entry], tuple[LeftOut, ...]]:
    """Return the entries that a format can take, and the others with the obstacle."""
    fitting: list[Entry] = []
    left_out: list[LeftOut] = []
    for entry in chronology.entries:
        reason = obstacle(entry)
        if reason is None:
            fitting.append(entry)
        else:
            left_out.append(LeftOut(title=entry.event.title, reason=reason))
    return fitting, tuple(left_out)


def write_accepted(writer: Writer, chronology: Chronology) -> Written:
    """Write the events that the user has not rejected, and name the others as left out."""
    entries, rejected = split(chronology, _rejection)
    written = writer.write(replace(chronology, entries=tuple(entries)))
    return replace(written, left_out=(*rejected, *written.left_out))


def _rejection(entry: Entry) -> str | None:
    return "it is rejected" if entry.event.is_rejected else None


def needs_a_begin(entry: Entry) -> str | None:
    """Return why an entry has no begin that a format could take; None where it has one."""
    time = entry.event.time
    if time is None:
        return UNDATED
    return OPEN_BEGIN if time.begin is None else None
