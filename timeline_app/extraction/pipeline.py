"""Document → mentions: the whole order of the stages on one screen."""

from dataclasses import dataclass

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import Extraction
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.extraction.actors.tagger import tag_actors
from timeline_app.extraction.headlined import with_headline
from timeline_app.extraction.inheriting import with_inherited_arguments
from timeline_app.extraction.linking import is_date
from timeline_app.extraction.mentions import mentions_of
from timeline_app.extraction.merging import merge
from timeline_app.extraction.names.adding import with_found_names
from timeline_app.extraction.names.finder import NameFinder
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.names.reading import read_names
from timeline_app.extraction.places.tagger import tag_places
from timeline_app.extraction.reading_order import day_of, parse_sentences, tell_story
from timeline_app.extraction.refining import refined
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.telling import Telling
from timeline_app.extraction.timex.ranges import joined
from timeline_app.extraction.timex.tagger import tag_timexes
from timeline_app.extraction.tokens import Tokens, tokenize
from timeline_app.extraction.uncollected import collection_paused


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as understood, before its mentions are worded."""

    tokens: Tokens
    sentences: tuple[Span, ...]
    timexes: tuple[Timex, ...]
    actors: tuple[ActorMention, ...]
    tellings: tuple[Telling, ...]


def extract(document: Document, *, finder: NameFinder | None = None) -> Extraction:
    """Return everything found in `document`, in the order of its text.

    `finder` adds names where the rules find none.
    """
    with collection_paused():  # the values of a long text hold no cycles: do not search them
        return _extracted(document, finder)


def _extracted(document: Document, finder: NameFinder | None) -> Extraction:
    story = read_story(document, finder=finder)
    mentions = mentions_of(
        document.text,
        story.tokens,
        story.tellings,
        story.sentences,
        story.timexes,
        story.actors,
        document.language,
        outlet=document.outlet,
    )
    return Extraction(
        document=document, sentences=story.sentences, timexes=story.timexes, mentions=mentions
    )


def read_story(document: Document, *, finder: NameFinder | None = None) -> Story:
    """Return what `document` tells, with the words, dates and names that it rests on."""
    text, language = document.text, document.language
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens, language=language)
    timexes = tag_timexes(
        text, dct=document.dct, language=language, dateline_spans=document.dateline_spans
    )
    reading = read_names(text, tokens, sentences, language=language)
    actors = tag_actors(text, tokens, sentences, language=language, reading=reading)
    places = tag_places(text, tokens, sentences, actors, language=language, reading=reading)
    if finder is not None:
        found = finder.find(text, language=language)
        actors, places = with_found_names(found, reading, actors, places)
    parsed = parse_sentences(text, tokens, sentences, reading.datelines, language)
    dates = [t for t in joined(timexes, text, language=language) if is_date(t)]
    tellings = tell_story(text, tokens, parsed, dates, actors, places, document.dct, language)
    merged = merge(tellings, day_of(document.dct))
    return Story(
        tokens=tokens,
        sentences=sentences,
        timexes=timexes,
        actors=actors,
        tellings=with_inherited_arguments(refined(with_headline(merged))),
    )
