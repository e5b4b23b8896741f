"""Find who is spoken of in a text."""

from collections.abc import Sequence

from timeline_app.annotation.span import Span
from timeline_app.extraction.actors.casting import collect_cast
from timeline_app.extraction.actors.phrases import read_phrases
from timeline_app.extraction.actors.quotes import quoted_tokens
from timeline_app.extraction.actors.resolver import Resolver
from timeline_app.extraction.names.dateline import find_datelines
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
        skipped=[tokens.inside(d.span) for d in find_datelines(text, sentences)],
    )
    return tuple(resolver.mentions(phrases))
