"""Tellings → event mentions with titles, explanations and confidence."""

from collections.abc import Sequence

from timeline_app.annotation.mention import EventMention
from timeline_app.annotation.span import Span
from timeline_app.extraction.events.confidence import confidence_of
from timeline_app.extraction.events.titles import title_of
from timeline_app.extraction.explain import explanation_of, same_as_text
from timeline_app.extraction.merging import Telling, is_outcome
from timeline_app.extraction.tokens import Tokens


def mentions_of(
    text: str,
    tokens: Tokens,
    tellings: Sequence[Telling],
    sentences: Sequence[Span],
    language: str,
) -> tuple[EventMention, ...]:
    """Return the tellings as mentions with ids in the order of the text."""
    return tuple(
        _mention(text, tokens, k, tellings, sentences, language) for k in range(len(tellings))
    )


def _mention(
    text: str,
    tokens: Tokens,
    k: int,
    tellings: Sequence[Telling],
    sentences: Sequence[Span],
    language: str,
) -> EventMention:
    telling = tellings[k]
    c, link = telling.candidate, telling.link
    first = c.sentence.first
    root = _id(telling.same_as) if telling.same_as is not None else None
    is_fulfilled = is_outcome(telling, tellings)
    return EventMention(
        id=_id(k),
        type=c.type,
        subtype=c.trigger.entry.subtype,
        title=title_of(c, language),
        trigger=tokens.span(first + c.trigger.begin, first + c.trigger.end - 1),
        sentence=sentences[telling.position],
        time=link.time,
        date_basis=link.basis,
        timex_id=link.timex.id if link.timex else None,
        modality=c.modality,
        participants=c.participants,
        places=c.places,
        attribution=c.attribution,
        confidence=confidence_of(c, has_time=link.time is not None),
        explanation=explanation_of(link, language),
        same_as=None if is_fulfilled else root,
        outcome_of=root if is_fulfilled else None,
        about=_id(telling.about) if telling.about is not None else None,
        same_as_reason=same_as_text(telling.reason, language),
        is_sourcing=c.is_sourcing,
    )


def _id(k: int) -> str:
    return f"e{k + 1}"
