"""Errors for which the world is at fault; anything else is a bug of ours."""


class TimelineError(Exception):
    """Something outside the program went wrong.

    The message says what happened, to what, and what to do next; the window
    shows it and the command line prints it and exits with 1.
    """


class ReadingError(TimelineError):
    """An input file could not be read as an article."""


class LibraryError(TimelineError):
    """A library file could not be opened, read or written."""


class UsageError(TimelineError):
    """The user asked for something that cannot be meant (exit status 2)."""
