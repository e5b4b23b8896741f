"""A happening as one sentence of an article tells it."""

from dataclasses import dataclass

from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A candidate with its time, in the sentence numbered `position`.

    `same_as` is the index of the telling that it repeats, `about` of the one that its speech is on.
    """

    candidate: Candidate
    link: Link
    position: int
    same_as: int | None = None
    reason: str = ""
    about: int | None = None
