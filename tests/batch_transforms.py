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


def count_compiled(_: object) -> int:
    """Return how many rules of time expressions this process has at hand, compiled."""
    from timeline_app.extraction.timex.pack import load_pack

    loaded = load_pack.cache_info().currsize
    return sum("regex" in vars(rule) for rule in load_pack("en").rules) if loaded else 0
