"""The names that an installed spaCy pipeline finds. Its syntax is not used."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline_app.annotation.span import Span
from timeline_app.errors import UsageError
from timeline_app.extraction.names.finder import FoundName, NameKind

_KINDS = {
    "PERSON": NameKind.PERSON,
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "NORP": NameKind.GROUP,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
}
"""Label of an entity → what it is here; entities of other labels are no names of actors."""
_ANY_LANGUAGE = ("", "xx", "mul")
_UNUSED = ("parser", "senter")
_LONGEST = 100_000
"""Characters read at once: a pipeline's memory grows with them, and it refuses a million."""


@dataclass(frozen=True, slots=True)
class SpacyNames:
    """Finds names with a loaded pipeline."""

    pipeline: Any

    def find(self, text: str, *, language: str) -> tuple[FoundName, ...]:
        """Return the named persons, bodies and places of `text`."""
        if self.pipeline.lang not in (*_ANY_LANGUAGE, language):
            return ()
        return tuple(
            FoundName(span=Span(at + e.start_char, at + e.end_char), kind=_KINDS[e.label_])
            for at, piece in _pieces(text)
            for e in self.pipeline(piece).ents
            if e.label_ in _KINDS
        )


def load_spacy_names(name: str) -> SpacyNames:
    """Return the finder of the pipeline that has this name or lies in this folder.

    Raises UsageError where spaCy or the pipeline cannot be loaded.
    """
    try:
        import spacy
    except ImportError as error:
        raise UsageError(
            f"--nlp spacy:{name} needs an extra: pip install 'timeline-app[nlp]'."
        ) from error
    try:
        return SpacyNames(spacy.load(name, exclude=_UNUSED))
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise UsageError(
            f"--nlp spacy:{name}: spaCy could not load this pipeline ({reason}). "
            f"Install it (python -m spacy download {name}), or give the path of its folder."
        ) from error


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield `text` with offsets in pieces that end with a line, or else with a word."""
    at = 0
    while at < len(text):
        end = at + _LONGEST
        if end < len(text):
            end = (text.rfind("\n", at, end) + 1) or (text.rfind(" ", at, end) + 1) or end
        yield at, text[at:end]
        at = end
