"""A time as a person types it: EDTF, or the words of a date."""

from datetime import date

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.chrono.edtf import parse_edtf
from timeline_app.chrono.event_time import EventTime

_MOST_CHARS = 100


def read_typed_time(typed: str, *, today: date) -> EventTime | None:
    """Return what "2015-11", "13 Nov 2015", "spring 2011" or "last Friday" means; None if no time.

    Words are read as an article of `today` would mean them, and must be a time as a whole.
    """
    words = " ".join(typed.split())
    if not words or len(words) > _MOST_CHARS:
        return None
    try:
        return parse_edtf(words)
    except ValueError:
        return _of_words(words, today)


def _of_words(words: str, today: date) -> EventTime | None:
    # The rules are loaded only for what is not EDTF.
    from timeline_app.extraction.timex.tagger import tag_timexes

    written = today.isoformat()
    dct = DctCandidate(value=written, source=DctSource.ARGUMENT, evidence=written)
    found = [timex for timex in tag_timexes(words, dct=dct) if timex.time is not None]
    return found[0].time if len(found) == 1 and found[0].text == words else None
