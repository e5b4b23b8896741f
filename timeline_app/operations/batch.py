"""Extraction from many articles: streamed in input order, one bad input stopping nothing."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import Extraction
from timeline_app.errors import ReadingError, TimelineError
from timeline_app.operations.articles import (
    ReadingOptions,
    articles_of,
    articles_of_archive,
    fetched_articles,
)
from timeline_app.operations.crash_report import write_crash_report
from timeline_app.operations.dask_cluster import map_on_cluster
from timeline_app.operations.guard import guarded
from timeline_app.operations.process_pool import map_in_order
from timeline_app.operations.progress import Cancel, Counter, OnProgress
from timeline_app.operations.sources import (
    Failure,
    Source,
    count_of,
    holds_many,
    is_risky,
    name_of,
    sources_of,
)
from timeline_app.paths import log_dir
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile

Result = TypeVar("Result")

_TOO_MUCH_MEMORY = (
    "reading it asks for too much memory. The others are not affected; save the article as text."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How articles are read: `dct` dates those that state no date, all with `force_dct`.

    `jobs` is the number of processes; 1 works in this one, 0 takes as many as there are cores.
    `is_apart` keeps the work out of this process even so, because it has a window to draw.
    `dask` is the address of a Dask scheduler that does the work instead. `skip` holds the paths
    of documents that are done already. `nlp` names the finder that adds names (`load_finder`).
    """

    dct: str | None = None
    force_dct: bool = False
    jobs: int = 0
    is_apart: bool = False
    dask: str | None = None
    skip: frozenset[str] = frozenset()
    nlp: str | None = None


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
    sources = tuple(s for s in sources_of(inputs) if name_of(s) not in options.skip)
    counter = Counter(on_progress, sum(map(count_of, sources)) if on_progress else None)
    tasks = _tasks(sources, options)
    outcomes = _outcomes_of(tasks, partial(_run, transform), options, sources)
    for outcome in (one for several in outcomes for one in several):
        yield outcome
        counter.count()
        if cancel is not None and cancel.is_requested:
            return


def _outcomes_of(
    tasks: Iterator[_Task],
    run: Callable[[_Task], tuple[Result | Failure, ...]],
    options: BatchOptions,
    sources: Sequence[Source],
) -> Iterator[tuple[Result | Failure, ...]]:
    """Yield what each task gave, wherever it was done."""
    if options.dask is not None:
        return map_on_cluster(run, map(_packed, tasks), address=options.dask, when_lost=_lost)
    jobs = _jobs(options, sources)
    return map(run, tasks) if jobs == 0 else map_in_order(run, tasks, jobs=jobs, when_lost=_lost)


def _packed(task: _Task) -> _Task:
    """Return the task with the file's bytes in it: a cluster does not see our disk."""
    file = task.source
    if not isinstance(file, InputFile) or file.path is None:
        return task
    try:
        content = file.read(limit=MAX_CONTAINER_BYTES)
    except ReadingError as error:
        return replace(task, source=Failure(path=file.name, message=str(error)))
    return replace(task, source=replace(file, content=content))


def _jobs(options: BatchOptions, sources: Sequence[Source]) -> int:
    """Return the number of processes; 0 is this one: starting another must pay.

    Files that may be hostile are never read in this one.
    """
    most = options.jobs or os.cpu_count() or 1
    jobs = most if any(map(holds_many, sources)) else max(1, min(most, len(sources)))
    is_own = jobs == 1 and not options.is_apart and not any(map(is_risky, sources))
    return 0 if is_own else jobs


def _tasks(sources: Iterable[Source], options: BatchOptions) -> Iterator[_Task]:
    """Yield the work: a file each, but the articles of an archive one by one."""
    for source in sources:
        if isinstance(source, Failure):
            yield _Task(name=source.path, source=source, options=options)
        elif holds_many(source):
            for article in articles_of_archive(source, _reading(options)):
                yield _Task(name=article.path, source=article, options=options)
        else:
            yield _Task(name=source.name, source=source, options=options)


def _run(transform: Callable[[Extraction], Result], task: _Task) -> tuple[Result | Failure, ...]:
    """Do one piece of work. Whatever goes wrong is that article's own, told with its name."""
    try:
        return tuple(_outcomes(transform, task))
    except MemoryError:
        return (Failure(path=task.name, message=f"{task.name}: {_TOO_MUCH_MEMORY}"),)
    except TimelineError as error:  # what a cluster's machine lacks
        return (Failure(path=task.name, message=f"{task.name}: {error}"),)
    except Exception as error:
        report = write_crash_report(error, log_dir())
        reason = f"{type(error).__name__}: {error}"
        return (_crash(task.name, f"{reason}; {report}" if report else reason),)


def _outcomes(transform: Callable[[Extraction], Result], task: _Task) -> Iterator[Result | Failure]:
    from timeline_app.extraction.names.finder import load_finder
    from timeline_app.extraction.pipeline import extract

    finder = load_finder(task.options.nlp) if task.options.nlp is not None else None
    for article in _articles(task):
        if isinstance(article, Failure):
            yield article
        else:
            yield transform(extract(article, finder=finder))


def _articles(task: _Task) -> Iterable[Document | Failure]:
    if not isinstance(task.source, InputFile):
        return (task.source,)
    is_own_process = multiprocessing.parent_process() is None
    if is_own_process and not is_risky(task.source):
        return articles_of(task.source, _reading(task.options))
    with guarded():
        return tuple(fetched_articles(task.source, _reading(task.options)))


def _reading(options: BatchOptions) -> ReadingOptions:
    return ReadingOptions(dct=options.dct, force_dct=options.force_dct, skip=options.skip)


def _lost(task: _Task) -> tuple[Failure, ...]:
    return (
        Failure(
            path=task.name,
            message=f"{task.name}: its process was ended, because it asked for too much time or "
            "memory, or crashed. The others are not affected; save the article as text.",
        ),
    )


def _crash(name: str, reason: str) -> Failure:
    return Failure(
        path=name,
        message=f"{name}: the program failed on this article ({reason}). "
        "The others are not affected; please report it.",
    )
