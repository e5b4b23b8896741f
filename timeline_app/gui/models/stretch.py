"""A year, a month or a day, as people type it."""

from timeline_app.chrono.instant import DAY_S, days_in_month, instant

_LARGEST_YEAR = 1_000_000


def stretch_of(words: str) -> tuple[int, int] | None:
    """Return the bounds of "2015", "2015-11" or "2015-11-24"; None for anything else."""
    text = words.strip()
    sign = -1 if text.startswith("-") else 1
    parts = text.lstrip("-").split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    numbers = [int(p) for p in parts]
    year = sign * numbers[0]
    if abs(year) > _LARGEST_YEAR:
        return None
    if len(numbers) == 1:
        return instant(year), instant(year + 1)
    month = numbers[1]
    if not 1 <= month <= 12:
        return None
    if len(numbers) == 2:
        return instant(year, month), instant(year, month, 1 + days_in_month(year, month))
    if not 1 <= numbers[2] <= days_in_month(year, month):
        return None
    begin = instant(year, month, numbers[2])
    return begin, begin + DAY_S
