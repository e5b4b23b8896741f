"""The articles of an input, read in this process or in one of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError, TimelineError
from timeline_app.operations.apart import Ending, stream_apart
from timeline_app.operations.guard import READING_LIMIT_S
from timeline_app.operations.sources import Failure, is_risky
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input
from timeline_app.reading.web_page import FetchLimits, fetch_page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How an input is read: `dct` dates articles that state no date, all with `force_dct`.

    `skip` holds the paths of articles that are known already. `limit_s` is how long an article of
    an archive may take.
    """

    dct: str | None = None
    force_dct: bool = False
    skip: frozenset[str] = frozenset()
    limit_s: float = READING_LIMIT_S


def articles_of_archive(file: InputFile, options: ReadingOptions) -> Iterator[Document | Failure]:
    """Yield the articles of an archive one by one, its errors where they were met.

    One that may be hostile is read in a process of its own, which is ended where an article asks
    for too much; what stands before that article is yielded.
    """
    if not is_risky(file):
        return articles_of(file, options)
    return stream_apart(
        partial(articles_of, options=options),
        file,
        when_ended=partial(_given_up, file),
        limit_s=options.limit_s,
    )


def articles_of(file: InputFile, options: ReadingOptions) -> Iterator[Document | Failure]:
    """Yield a file's articles, and its errors where they were met, all read in this process."""
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
        if document.path not in options.skip:
            yield document


def fetched_articles(file: InputFile, options: ReadingOptions) -> Iterator[Document | Failure]:
    """Yield the articles of a file, or of a page of the web that the user asked for."""
    if file.is_to_be_fetched and file.url is not None:
        try:
            limits = FetchLimits(is_private_allowed=file.is_private)
            file = fetch_page(file.url, limits=limits)
        except ReadingError as error:
            yield Failure(path=file.name, message=str(error))
            return
    yield from articles_of(file, options)


def _given_up(file: InputFile, ending: Ending, count: int) -> Failure:
    before = f" after {count} of its articles" if count else ""
    return Failure(
        path=file.name,
        message=f"{file.name}: reading was ended{before}, because {ending.value}. "
        "What stands before is read, the other files are not affected. "
        "Take out the article that comes next, or split the file.",
    )
