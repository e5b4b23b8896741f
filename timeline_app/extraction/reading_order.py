"""Read an article sentence by sentence, keeping the thread of its story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.annotation.document import DctCandidate
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import parse_iso
from timeline_app.chrono.interval import Interval
from timeline_app.extraction.events.candidate import Candidate, subjects_of_speech
from timeline_app.extraction.events.frames import place_tokens
from timeline_app.extraction.events.grammar import Sentence, grammar_of, parse_sentence
from timeline_app.extraction.events.understanding import understand
from timeline_app.extraction.link import Link
from timeline_app.extraction.linking import as_plan, link_sentence
from timeline_app.extraction.names.dateline import Dateline
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.quotes import quoted_tokens
from timeline_app.extraction.span_index import SpanIndex
from timeline_app.extraction.telling import Telling
from timeline_app.extraction.thread import Thread, enter_sentence
from timeline_app.extraction.tokens import Tokens

_LONGEST = 150
"""Tokens read as one sentence at most; longer ones are read in pieces."""


def parse_sentences(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    datelines: Sequence[Dateline],
    language: str,
) -> Iterator[tuple[int, Sentence]]:
    """Yield each sentence with its number; a very long one in pieces."""
    quotes = quoted_tokens(text, tokens, language)
    finite_words = frozenset(filter(grammar_of(language).may_be_finite, set(tokens.lowers)))
    paragraph, last_end = 0, 0
    begins = {d.span.begin: d.span.end for d in datelines}
    for number, span in enumerate(sentences):
        paragraph += text.count("\n", last_end, span.begin) > 0
        last_end = span.end
        is_heading = number == 0 and text[span.end - 1] not in ".!?”\"'"
        body = Span(begins.get(span.begin, span.begin), span.end)
        for piece in _pieces(tokens, body):
            yield (
                number,
                parse_sentence(
                    tokens,
                    piece,
                    quotes,
                    finite_words,
                    language=language,
                    is_heading=is_heading,
                    paragraph=paragraph,
                ),
            )


def _pieces(tokens: Tokens, span: Span) -> Iterator[Span]:
    inside = tokens.inside(span)
    for first in range(inside.start, inside.stop, _LONGEST):
        last = min(first + _LONGEST, inside.stop) - 1
        yield tokens.span(first, last)


def tell_story(
    text: str,
    tokens: Tokens,
    parsed: Iterator[tuple[int, Sentence]],
    timexes: Sequence[Timex],
    actors: Sequence[ActorMention],
    places: Sequence[Place],
    dct: DctCandidate | None,
    language: str,
) -> tuple[Telling, ...]:
    """Return what the article tells, in order, each happening with its time."""
    dates, people, sites = SpanIndex(timexes), SpanIndex(actors), SpanIndex(places)
    start = thread = Thread(dct=day_of(dct))
    read: list[_Read] = []
    linked: list[tuple[Link, ...]] = []
    for number, sentence in parsed:
        span = sentence.span
        names = place_tokens(tokens, sentence, people.inside(span), sites.inside(span))
        placed = [(*sentence.indices_of(tokens, t.span), t) for t in dates.inside(span)]
        thread = enter_sentence(sentence, placed, thread)
        is_dated = bool(placed) or thread.is_chronicle
        candidates = understand(sentence, names, language, is_dated=is_dated)
        read.append(_Read(number=number, sentence=sentence, dates=placed, candidates=candidates))
        links, thread = link_sentence(sentence, candidates, placed, thread, language)
        linked.append(links)
        if thread.story is None and thread.main is not None:
            linked, thread = _linked(read, replace(start, story=thread.main), language)
    return tuple(_tellings(read, linked, start.dct))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A sentence as understood, with its dates placed in it, before its happenings are dated."""

    number: int
    sentence: Sentence
    dates: Sequence[tuple[int, int, Timex]]
    candidates: tuple[Candidate, ...]


def _linked(
    read: Sequence[_Read], thread: Thread, language: str
) -> tuple[list[tuple[Link, ...]], Thread]:
    """Return the links of the sentences read so far, now that the story's first day is known."""
    linked: list[tuple[Link, ...]] = []
    for r in read:
        thread = enter_sentence(r.sentence, r.dates, thread)
        links, thread = link_sentence(r.sentence, r.candidates, r.dates, thread, language)
        linked.append(links)
    return linked, thread


def _tellings(
    read: Sequence[_Read], linked: Sequence[tuple[Link, ...]], dct: EventTime | None
) -> Iterator[Telling]:
    base = 0
    for r, links in zip(read, linked, strict=True):
        subjects = subjects_of_speech(r.candidates)
        for k, (candidate, link) in enumerate(zip(r.candidates, links, strict=True)):
            yield Telling(
                candidate=as_plan(candidate, link, dct),
                link=link,
                position=r.number,
                about=base + subjects[k] if k in subjects else None,
            )
        base += len(r.candidates)


def day_of(dct: DctCandidate | None) -> EventTime | None:
    """Return the day of publication, None where it is not known."""
    if dct is None:
        return None
    day = Interval.of_unit(parse_iso(dct.value[:10]), Granularity.DAY)
    return EventTime(begin=day.begin, end=day.end, precision=Precision.DAY)
