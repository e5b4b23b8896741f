"""Does a document write 4/5/2015 with the day or the month first?"""

import re

_NUMERIC_RE = re.compile(r"(\d(?<![\d/.-].)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/])")
_EVIDENCE_CHARS = 200_000


def is_month_first(text: str, *, default: bool) -> bool:
    """Return the order that the document's unambiguous dates show, `default` where they do not.

    A number above 12 can only be a day; where a document shows both orders the default holds.
    """
    month_first = day_first = 0
    for match in _NUMERIC_RE.finditer(text, 0, _EVIDENCE_CHARS):
        first, second = int(match[1]), int(match[3])
        if first > 31 or second > 31:
            continue
        month_first += first <= 12 < second
        day_first += second <= 12 < first
    if bool(month_first) == bool(day_first):
        return default
    return month_first > 0
