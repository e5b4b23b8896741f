"""Lines of a chronicle that date what stands below them: headings, and dates at a line's head."""

from collections.abc import Sequence

from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import Precision
from timeline_app.extraction.events.grammar import Sentence

_LONGEST_HEADING = 14
"""Tokens of a line that may be a heading."""
_ITEM = 4
"""Signs of a list before the date that an entry stands under."""
_HEAD = 2
"""Paragraphs at the head of an article, where a date alone says when it was written."""


def is_heading_line(sentence: Sentence) -> bool:
    """Tell whether a sentence is marked as a heading, or is a short line that nothing ends."""
    if sentence.lower(0) in sentence.grammar.classes.heading_mark:
        return True
    last = sentence.lower(len(sentence) - 1)
    return len(sentence) <= _LONGEST_HEADING and last[:1].isalnum()


def entry_date(sentence: Sentence, timexes: Sequence[tuple[int, int, Timex]]) -> Timex | None:
    """Return the date where a sentence is nothing else or begins with it as a heading.

    "12 December 1985."; "- **30 October.** Seventeen states meet in Vienna."
    """
    if not timexes or sentence.is_heading:
        return None
    begin, end, timex = timexes[0]
    if begin <= _ITEM and sentence.lower(end) in sentence.grammar.classes.entry_mark:
        is_marked = not any(word[:1].isalnum() for word in sentence.lowers[:begin])
        return timex if is_marked and sentence.paragraph > _HEAD else None
    if len(timexes) != 1:
        return None
    is_day = timex.time is not None and timex.time.precision is Precision.DAY
    is_below_head = is_day or sentence.paragraph > _HEAD
    return timex if is_below_head and is_alone(sentence, begin, end) else None


def is_alone(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell whether a sentence has no words outside two tokens."""
    rest = [*sentence.lowers[:begin], *sentence.lowers[end:]]
    return not any(word[:1].isalnum() for word in rest)
