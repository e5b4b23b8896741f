"""One article: its text, its metadata, and the date from which its words are understood."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.span import Span


class DctSource(StrEnum):
    """Where a document creation time was found, most trusted first."""

    ARGUMENT = "argument"
    METADATA = "metadata"
    URL = "url"
    BYLINE = "byline"
    DATELINE = "dateline"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DctCandidate:
    """One statement of when the document was published.

    `value` is `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`; `span` is where in the text it stands, None
    where it does not stand in the text; `evidence` is the wording it rests on.
    """

    value: str
    source: DctSource
    evidence: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as read.

    `path` is how the input named it (`FILE` or `FILE#ID`); `text` is exactly the decoded file for
    text and Markdown, the extracted text for other formats. `dct` is None where nothing states a
    date. `rival_dcts` are the statements that disagree with it by day, kept and flagged.
    `sha256` is the hex digest of the input's bytes. `language` is an ISO 639-1 code.
    `dateline_spans` are all places where the text says when it was written (byline, dateline,
    its own address), in order; such a date is no event.
    `notes` tell a person what the reader noticed ("page 3 holds no text").
    """

    path: str
    text: str
    sha256: str
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    dct: DctCandidate | None = None
    rival_dcts: tuple[DctCandidate, ...] = ()
    language: str = "en"
    dateline_spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_date_disputed(self) -> bool:
        """Tell whether sources of the document's date disagree."""
        return bool(self.rival_dcts)
