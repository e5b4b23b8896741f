"""Adding what was found in an article to a library, merged with what other articles tell."""

from timeline_app.annotation.mention import Extraction
from timeline_app.operations.consolidate import choose_event
from timeline_app.storage.changes import Changes
from timeline_app.storage.library import Library


def add_article(library: Library, extraction: Extraction) -> Changes:
    """Add an article; happenings that other articles tell of too become one event.

    Raises LibraryError where the library cannot be written; nothing is half-saved then.
    """
    return library.add(extraction, consolidator=choose_event)
