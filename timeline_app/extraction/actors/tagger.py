"""Find who is spoken of in a text."""

from collections.abc import Sequence

from timeline_app.annotation.span import Span
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.tokens import Tokens

__all__ = ["ActorForm", "ActorMention", "tag_actors"]


def tag_actors(
    text: str, tokens: Tokens, sentences: Sequence[Span], *, language: str = "en"
) -> tuple[ActorMention, ...]:
    """Return the actors of `text` in order of their spans, which do not overlap."""
    return ()
