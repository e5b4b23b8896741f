"""Counts in words."""


def counted(count: int, noun: str) -> str:
    """Return "1 article" or "3 articles"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
