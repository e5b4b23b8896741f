"""Extraction from many articles: streamed in input order, one bad input stopping nothing."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import Extraction
from timeline_app.errors import ReadingError, TimelineError
from timeline_app.operations.process_pool import map_in_order
from timeline_app.operations.progress import Cancel, Counter, OnProgress
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import article_files, count_articles, is_archive, read_input

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that gave no article; `message` names it and says why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How articles are read: `dct` dates those that state no date, all with `force_dct`.

    `jobs` is the number of processes; 1 works in this one, 0 takes as many as there are cores.
    """

    dct: str | None = None
    force_dct: bool = False
    jobs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One piece of work: a file to read, an article of an archive, or what failed already."""

    name: str
    source: InputFile | Document | Failure
    options: BatchOptions


def extract_all(
    inputs: Sequence[Path | InputFile],
    *,
    transform: Callable[[Extraction], Result],
    options: BatchOptions,
    on_progress: OnProgress | None = None,
    cancel: Cancel | None = None,
) -> Iterator[Result | Failure]:
    """Yield `transform` of every article's extraction in input order, failures among them.

    `transform` runs where the extraction ran, so it must be a function of a module. Folders
    are walked. One bad input never stops the others. `cancel` ends the stream early.
    """
    files = tuple(_files(inputs))
    counter = Counter(on_progress, sum(map(count_articles, files)) if on_progress else None)
    tasks = _tasks(files, options)
    jobs = _jobs(options.jobs, files)
    run = partial(_run, transform)
    outcomes = (
        map(run, tasks) if jobs == 1 else map_in_order(run, tasks, jobs=jobs, when_lost=_lost)
    )
    for outcome in (one for several in outcomes for one in several):
        yield outcome
        counter.count()
        if cancel is not None and cancel.is_requested:
            return


def _files(inputs: Sequence[Path | InputFile]) -> Iterator[InputFile]:
    for given in inputs:
        if isinstance(given, InputFile):
            yield given
        else:
            yield from map(InputFile.of_path, article_files([given]))


def _jobs(asked: int, files: Sequence[InputFile]) -> int:
    """Return the number of processes: starting one pays only where there is work for it."""
    most = asked if asked > 0 else (os.cpu_count() or 1)
    return most if any(map(is_archive, files)) else max(1, min(most, len(files)))


def _tasks(files: Iterable[InputFile], options: BatchOptions) -> Iterator[_Task]:
    """Yield the work: a file each, but the articles of an archive one by one."""
    for file in files:
        if is_archive(file):
            for source in _read(file, options):
                name = source.path
                yield _Task(name=name, source=source, options=options)
        else:
            yield _Task(name=file.name, source=file, options=options)


def _read(file: InputFile, options: BatchOptions) -> Iterator[Document | Failure]:
    """Yield a file's articles, and its errors where they were met."""
    errors: list[ReadingError] = []
    documents = read_input(
        file, dct=options.dct, force_dct=options.force_dct, on_error=errors.append
    )
    while True:
        try:
            document = next(documents, None)
        except TimelineError as error:
            yield Failure(path=file.name, message=str(error))
            return
        yield from (Failure(path=file.name, message=str(error)) for error in errors)
        errors.clear()
        if document is None:
            return
        yield document


def _run(transform: Callable[[Extraction], Result], task: _Task) -> tuple[Result | Failure, ...]:
    """Do one piece of work. Whatever goes wrong is that article's own, told with its name."""
    try:
        return tuple(_outcomes(transform, task))
    except Exception as error:
        return (_crash(task.name, f"{type(error).__name__}: {error}"),)


def _outcomes(transform: Callable[[Extraction], Result], task: _Task) -> Iterator[Result | Failure]:
    from timeline_app.extraction.pipeline import extract

    sources = (
        _read(task.source, task.options) if isinstance(task.source, InputFile) else (task.source,)
    )
    for source in sources:
        yield source if isinstance(source, Failure) else transform(extract(source))


def _lost(task: _Task) -> tuple[Failure, ...]:
    return (_crash(task.name, "its process was killed"),)


def _crash(name: str, reason: str) -> Failure:
    return Failure(
        path=name,
        message=f"{name}: the program failed on this article ({reason}). "
        "The others are not affected; please report it.",
    )
