"""Short ways to read a text and look at what was found."""

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.mention import EventMention
from timeline_app.chrono.edtf import edtf_text
from timeline_app.extraction.pipeline import extract


def a_document(text: str, dct: str | None = "2015-11-26") -> Document:
    """Return a document of `text`, published on `dct`."""
    stated = DctCandidate(value=dct, source=DctSource.METADATA, evidence=dct) if dct else None
    return Document(path="article.txt", text=text, sha256="", dct=stated)


def read(text: str, dct: str | None = "2015-11-26") -> tuple[EventMention, ...]:
    """Return the events found in `text`."""
    return extract(a_document(text, dct)).mentions


def found_types(text: str) -> list[str]:
    """Return the types of the events in order."""
    return [mention.type.value for mention in read(text)]


def found(text: str, trigger: str, dct: str | None = "2015-11-26") -> EventMention:
    """Return the one event whose trigger holds the word `trigger`."""
    matching = [m for m in read(text, dct) if trigger in m.trigger.of(text)]
    assert matching, f"no event at “{trigger}”"
    return matching[0]


def date_of(text: str, trigger: str, dct: str | None = "2015-11-26") -> str | None:
    """Return the EDTF date of the event at `trigger`, None for an undated one."""
    time = found(text, trigger, dct).time
    return edtf_text(time) if time else None
