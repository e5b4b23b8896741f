"""Find who is spoken of in a text."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.span import Span
from timeline_app.extraction.actors.casting import collect_cast
from timeline_app.extraction.actors.phrases import read_phrases
from timeline_app.extraction.actors.quotes import quoted_tokens
from timeline_app.extraction.actors.resolver import Resolver
from timeline_app.extraction.names.era import EraNames, era_names
from timeline_app.extraction.names.locative import locate
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading, read_names
from timeline_app.extraction.tokens import Tokens

__all__ = ["ActorForm", "ActorMention", "tag_actors"]


def tag_actors(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    *,
    language: str = "en",
    reading: NameReading | None = None,
) -> tuple[ActorMention, ...]:
    """Return the actors of `text` in order of their spans, which do not overlap.

    `reading` is what `read_names` returns for the same text; callers that also tag places hand it
    to both, so that the text is read once.
    """
    if reading is None:
        reading = read_names(text, tokens, sentences, language=language)
    phrases = list(read_phrases(reading))
    resolver = Resolver(
        reading=reading,
        cast=collect_cast(reading, phrases),
        location=locate(reading),
        quoted=quoted_tokens(reading),
        skipped=[tokens.inside(d.span) for d in reading.datelines],
    )
    era = era_names(reading)
    return tuple(_of_its_time(mention, era, text) for mention in resolver.mentions(phrases))


def _of_its_time(mention: ActorMention, era: EraNames, text: str) -> ActorMention:
    """Return a state's mention under the name that the article has for it."""
    if mention.kind is not ActorKind.STATE:
        return mention
    written = mention.head.of(text)
    if mention.form is ActorForm.CAPITAL_METONYM and written in era.seats:
        former = era.seats[written]
        return replace(mention, name=former.name, country=former.country)
    name, also = era.of(mention.name, written), tuple(era.of(n, "") for n in mention.also)
    if name == mention.name and also == mention.also:
        return mention
    return replace(mention, name=name, also=also)
