"""Find where things happen according to a text."""

from collections.abc import Sequence

from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.tokens import Tokens


def tag_places(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    *,
    language: str = "en",
) -> tuple[Place, ...]:
    """Return the places of `text` in order, told apart from the `actors` who bear such names."""
    return ()
