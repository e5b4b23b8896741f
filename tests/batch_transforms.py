"""What processes do with an extraction in tests; processes import it by this name."""

import os

from timeline_app.annotation.mention import Extraction


def path_of(extraction: Extraction) -> str:
    """Return the document's path."""
    return extraction.document.path


def die_at_kill(extraction: Extraction) -> str:
    """Return the path, but kill the process at the article that says so."""
    if "KILL" in extraction.document.text:
        os._exit(9)
    return extraction.document.path


def fail_at_fail(extraction: Extraction) -> str:
    """Return the path, but fail at the article that says so."""
    if "FAIL" in extraction.document.text:
        raise ValueError("no such thing")
    return extraction.document.path
