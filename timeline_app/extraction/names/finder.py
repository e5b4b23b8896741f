"""Names that a program of the user's finds, beside those that the rules find."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol

from timeline_app.annotation.span import Span
from timeline_app.errors import UsageError

_SPACY = "spacy"


class NameKind(StrEnum):
    """What bears a found name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    """A people, a creed, a party's followers."""
    PLACE = "place"
    """A place or a territory: the states that also act are in the gazetteer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name as it stands in the text; an article or "'s" may belong to its span."""

    span: Span
    kind: NameKind


class NameFinder(Protocol):
    """Finds names in texts."""

    def find(self, text: str, *, language: str) -> Sequence[FoundName]:
        """Return the names of `text`, none where it does not read `language`."""
        ...


@cache
def load_finder(spec: str) -> NameFinder:
    """Return the finder that `spec`, "spacy:NAME", speaks of, loaded once a process.

    Raises UsageError where there is none, with what to do.
    """
    backend, _, name = spec.partition(":")
    if backend != _SPACY or not name.strip():
        raise UsageError(
            f"--nlp {spec}: give spacy: and a pipeline's name or folder, such as "
            "spacy:en_core_web_sm."
        )
    # Only who asks for it waits for its import.
    from timeline_app.extraction.names.spacy_names import load_spacy_names

    return load_spacy_names(name.strip())
