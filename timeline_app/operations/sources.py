"""What is to be read: the files that a user's paths name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from timeline_app.errors import ReadingError
from timeline_app.operations.apart import Ending, stream_apart
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import (
    article_files,
    count_articles,
    expanded,
    is_archive,
    is_collection,
    known_suffixes,
    needs_guard,
)
from timeline_app.reading.shown_name import shown_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that gave no article; `message` names it and says why."""

    path: str
    message: str


Source = InputFile | Failure
"""What is to be read, or why it cannot be."""


def sources_of(inputs: Sequence[Path | InputFile]) -> Iterator[Source]:
    """Yield the files of folders and the members of ZIP archives."""
    for given in inputs:
        if isinstance(given, InputFile):
            yield from _expanded(given)
            continue
        is_any = False
        for path in article_files([given]):
            is_any = True
            yield from _expanded(InputFile.of_path(path))
        if not is_any:
            name = shown_name(given)
            yield Failure(
                path=name,
                message=f"{name}: no article was found in this folder. See which formats are read: "
                f"{', '.join(sorted(known_suffixes()))}.",
            )


def _expanded(file: InputFile) -> Iterator[Source]:
    """Yield what a file holds; what lists other files is read in a process of its own."""
    if not is_collection(file):
        yield file
        return
    yield from stream_apart(_listed, file, when_ended=partial(_given_up, file))


def _listed(file: InputFile) -> Iterator[Source]:
    errors: list[ReadingError] = []
    try:
        yield from expanded(file, errors.append)
    except ReadingError as error:
        errors.append(error)
    yield from (Failure(path=file.name, message=str(error)) for error in errors)


def _given_up(file: InputFile, ending: Ending, _count: int) -> Failure:
    return Failure(
        path=file.name,
        message=f"{file.name}: listing what it holds was ended, because {ending.value}. "
        "Unpack it, or export it again, and give its files.",
    )


def name_of(source: Source) -> str:
    """Return the path by which its document is known, if it holds but one."""
    return source.name if isinstance(source, InputFile) else source.path


def count_of(source: Source) -> int:
    """Return how many articles it holds, as far as can be told before reading."""
    if isinstance(source, InputFile) and holds_many(source):
        return count_articles(source)
    return 1


def holds_many(source: Source) -> bool:
    """Tell whether it is an archive whose articles are handed out one by one."""
    if not isinstance(source, InputFile) or source.is_to_be_fetched:
        return False
    return _asked(is_archive, source)


def is_risky(source: Source) -> bool:
    """Tell whether it may ask for endless time or memory."""
    if not isinstance(source, InputFile):
        return False
    return source.is_to_be_fetched or _asked(needs_guard, source)


def _asked(question: Callable[[InputFile], bool], file: InputFile) -> bool:
    try:
        return question(file)
    except ReadingError:  # told when the file is read
        return False
