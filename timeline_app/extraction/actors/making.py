"""Make a mention of a phrase."""

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.phrase import Phrase
from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading

KINDS = {
    Known.STATE: ActorKind.STATE,
    Known.REGION: ActorKind.STATE,
    Known.CAPITAL: ActorKind.STATE,
    Known.ADJECTIVE: ActorKind.STATE,
    Known.SEAT: ActorKind.ORGANISATION,
    Known.ORGANISATION: ActorKind.ORGANISATION,
    Known.GROUP: ActorKind.GROUP,
    Known.OUTLET: ActorKind.OUTLET,
    Known.PEOPLE: ActorKind.GROUP,
}
"""What a known name's bearer is as an actor."""


def made(
    reading: NameReading,
    phrase: Phrase,
    names: tuple[str, ...],
    kind: ActorKind,
    form: ActorForm,
    country: str | None = None,
) -> ActorMention:
    """Return the mention by which `phrase` means those of `names`."""
    tokens = reading.tokens
    return ActorMention(
        span=tokens.span(phrase.first, phrase.last),
        head=tokens.span(phrase.head_first, phrase.head_last),
        name=names[0],
        kind=kind,
        form=form,
        country=country,
        also=names[1:],
    )


def surface(reading: NameReading, phrase: Phrase) -> str:
    """Return the words of a phrase's head as a name."""
    words = reading.tokens.words[phrase.head_first : phrase.head_last + 1]
    return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
