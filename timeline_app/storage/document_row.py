"""An article of the library in one line."""

from dataclasses import dataclass

from timeline_app.annotation.ids import DocumentId
from timeline_app.chrono.instant import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """What a list of articles shows of one.

    `published` is the document creation time, None where nothing states it. `event_count` counts
    the events that it reports. `timex_count` and `placed_count` say how many date phrases it has
    and how many of them date an event. `copy_of` is the article whose text it repeats.
    """

    id: DocumentId
    path: str
    title: str
    outlet: str | None
    url: str | None
    published: Instant | None
    language: str
    event_count: int
    timex_count: int
    placed_count: int
    is_date_disputed: bool
    copy_of: DocumentId | None
