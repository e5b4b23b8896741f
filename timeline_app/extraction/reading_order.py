"""Read an article sentence by sentence, keeping the thread of its story."""

from collections.abc import Iterator, Sequence

from timeline_app.annotation.document import DctCandidate
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import parse_iso
from timeline_app.chrono.interval import Interval
from timeline_app.extraction.events.candidate import subjects_of_speech
from timeline_app.extraction.events.frames import place_tokens
from timeline_app.extraction.events.grammar import Sentence, parse_sentence
from timeline_app.extraction.events.understanding import understand
from timeline_app.extraction.linking import as_plan, link_sentence
from timeline_app.extraction.merging import Telling
from timeline_app.extraction.names.dateline import Dateline
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.quotes import quoted_tokens
from timeline_app.extraction.span_index import SpanIndex
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
    thread = Thread(dct=day_of(dct))
    dates, people, sites = SpanIndex(timexes), SpanIndex(actors), SpanIndex(places)
    tellings: list[Telling] = []
    for number, sentence in parsed:
        span = sentence.span
        names = place_tokens(tokens, sentence, people.inside(span), sites.inside(span))
        placed = [(*sentence.indices_of(tokens, t.span), t) for t in dates.inside(span)]
        thread = enter_sentence(sentence, placed, thread)
        is_dated = bool(placed) or thread.is_chronicle
        candidates = understand(sentence, names, language, is_dated=is_dated)
        links, thread = link_sentence(sentence, candidates, placed, thread, language)
        subjects = subjects_of_speech(candidates)
        base = len(tellings)
        tellings.extend(
            Telling(
                candidate=as_plan(c, link, thread.dct),
                link=link,
                position=number,
                about=base + subjects[k] if k in subjects else None,
            )
            for k, (c, link) in enumerate(zip(candidates, links, strict=True))
        )
    return tuple(tellings)


def day_of(dct: DctCandidate | None) -> EventTime | None:
    """Return the day of publication, None where it is not known."""
    if dct is None:
        return None
    day = Interval.of_unit(parse_iso(dct.value[:10]), Granularity.DAY)
    return EventTime(begin=day.begin, end=day.end, precision=Precision.DAY)
