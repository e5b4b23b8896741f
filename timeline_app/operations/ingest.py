"""Bringing articles into a library, each by itself, so that a kill loses nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_app.annotation.event import DocumentId
from timeline_app.annotation.mention import Extraction
from timeline_app.operations.adding import add_article
from timeline_app.operations.batch import BatchOptions, extract_all
from timeline_app.operations.progress import Cancel, OnProgress
from timeline_app.operations.sources import Failure
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import other_files
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.changes import Changes
from timeline_app.storage.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """An article that the library has already, under the id of the one it repeats."""

    path: str
    known_as: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of the articles: every one is added, a duplicate, or failed.

    `remarks` are what the readers noticed of articles that were added (path, remark);
    `passed_over` are files in folders that no format's suffix names.
    """

    added: tuple[DocumentId, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    failed: tuple[Failure, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    is_cancelled: bool = False


def ingest(
    library: Library,
    inputs: Sequence[Path | InputFile],
    *,
    jobs: int = 0,
    dct: str | None = None,
    force_dct: bool = False,
    is_apart: bool = False,
    nlp: str | None = None,
    progress: OnProgress | None = None,
    cancel: Cancel | None = None,
    on_changes: Callable[[Changes], None] | None = None,
) -> IngestReport:
    """Read, extract and add articles; each is committed before the next.

    `is_apart` keeps the reading out of this process, which may have a window to draw.
    `nlp` names the finder that adds names.
    `on_changes` is told of every article as it is added. What was added before a cancel stays.
    Importing the same files again continues an interrupted import: known articles are skipped.
    Raises LibraryError where the library cannot be written.
    """
    added: list[DocumentId] = []
    duplicates: list[Duplicate] = []
    failed: list[Failure] = []
    remarks: list[tuple[str, str]] = []
    options = BatchOptions(dct=dct, force_dct=force_dct, jobs=jobs, is_apart=is_apart, nlp=nlp)
    outcomes = extract_all(
        inputs, transform=whole, options=options, on_progress=progress, cancel=cancel
    )
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append(outcome)
            continue
        changes = add_article(library, outcome)
        if changes.duplicate_of is not None:
            duplicates.append(Duplicate(path=outcome.document.path, known_as=changes.duplicate_of))
            continue
        added.extend(changes.documents_added)
        remarks.extend((outcome.document.path, note) for note in outcome.document.notes)
        if on_changes is not None:
            on_changes(changes)
    return IngestReport(
        added=tuple(added),
        duplicates=tuple(duplicates),
        failed=tuple(failed),
        remarks=tuple(remarks),
        passed_over=tuple(map(shown_name, other_files(_paths(inputs)))),
        is_cancelled=cancel is not None and cancel.is_requested,
    )


def _paths(inputs: Sequence[Path | InputFile]) -> Iterator[Path]:
    return (given for given in inputs if isinstance(given, Path))


def whole(extraction: Extraction) -> Extraction:
    """Return the extraction as it is: what a process hands back when all of it is wanted."""
    return extraction
