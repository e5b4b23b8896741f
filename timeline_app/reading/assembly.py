"""From an article as its format states it to a Document."""

from dataclasses import replace
from textwrap import shorten

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.reading.byline import address_of_lines, date_of_address, dates_of_lines
from timeline_app.reading.citation import Citation
from timeline_app.reading.dateline import weigh
from timeline_app.reading.header_lines import Line, end_lines
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.language import detect_language, language_notes
from timeline_app.reading.masthead import author_of_lines, masthead_of_lines
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import RawArticle
from timeline_app.reading.web_address import date_in_url, outlet_of_url
from timeline_app.reading.words import reading_words

_TITLE_CHARS = 80


def assemble(
    article: RawArticle, file: InputFile, *, argument: DctCandidate | None, is_forced: bool
) -> Document:
    """Return the document: dates weighed, title, outlet, address, author and language found."""
    if file.citation is not None:
        article = _cited(article, file.citation)
    language = detect_language(article.text, article.language)
    lines = end_lines(article.text)
    text_dates = dates_of_lines(lines, slash_order=_slash_order(language))
    url, stated = _addresses(article, lines, file.url)
    masthead = masthead_of_lines(lines, date_begins=frozenset(d.span.begin for d in text_dates))
    spans = {d.span for d in text_dates} | {d.span for d in stated if d.span is not None}
    dated = weigh(
        stated,
        text_dates,
        argument=argument,
        is_forced=is_forced,
        file_date=article.guessed_date or _file_date(article, file),
    )
    return Document(
        path=file.name if article.part is None else f"{file.name}#{article.part}",
        text=article.text,
        sha256=article.sha256,
        title=article.title or masthead.title or _name_of(article, file),
        outlet=article.outlet or (outlet_of_url(url) if url else None) or masthead.outlet,
        url=url,
        author=article.author or author_of_lines(lines),
        dct=dated.dct,
        rival_dcts=dated.rivals,
        language=language,
        dateline_spans=tuple(sorted(spans)),
        notes=(*article.notes, *dated.notes, *language_notes(language)),
    )


def _cited(article: RawArticle, citation: Citation) -> RawArticle:
    """Return the article with what a bibliography states in place of its own statements."""
    return replace(
        article,
        title=citation.title or article.title,
        outlet=citation.outlet or article.outlet,
        url=citation.url or article.url,
        author=citation.author or article.author,
        dates=(*metadata_dates(citation.published, "bibliography"), *article.dates),
    )


def _name_of(article: RawArticle, file: InputFile) -> str:
    """Return what an article without a title is called: its file's name, but in an archive, whose
    numbers say nothing, its first words.
    """
    if article.part is None:
        return file.stem
    lines = (line.strip(" \t\ufeff") for line in article.text.splitlines())
    first = next(filter(None, lines), "")
    return shorten(first, _TITLE_CHARS, placeholder=" …") if first else article.part


def _slash_order(language: str) -> str:
    return reading_words().slash_orders.get(language, "dmy")


def _addresses(
    article: RawArticle, lines: tuple[Line, ...], from_web: str | None
) -> tuple[str | None, tuple[DctCandidate, ...]]:
    """Return the article's address, and the dates that the format and the address state."""
    given = article.url or from_web
    found = None if given else address_of_lines(lines)
    url, span = found if found else (given, None)
    dated = date_of_address(url, span) if url else None
    return url, article.dates if dated is None else (*article.dates, dated)


def _file_date(article: RawArticle, file: InputFile) -> DctCandidate | None:
    """Return the date in the file's name, which people give to the articles that they save."""
    if file.path is None or article.part is not None:
        return None
    found = date_in_url(f"//file/{file.stem}")
    if found is None:
        return None
    return DctCandidate(value=found[0], source=DctSource.URL, evidence=f"file name {file.stem}")
