"""Tellings → event mentions with titles, explanations and confidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_app.annotation.mention import EventMention, Modality
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.confidence import confidence_of
from timeline_app.extraction.events.grammar import grammar_of
from timeline_app.extraction.events.titles.headline import title_of
from timeline_app.extraction.events.titles.short_names import short_names
from timeline_app.extraction.explain import explanation_of, same_as_text
from timeline_app.extraction.link import UNDATED
from timeline_app.extraction.merging import is_outcome
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.span_index import SpanIndex
from timeline_app.extraction.telling import Telling
from timeline_app.extraction.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """What the wording of a mention needs of its article."""

    tokens: Tokens
    sentences: Sequence[Span]
    dates: SpanIndex[Timex]
    short: Mapping[str, str]
    language: str
    outlet: str


def mentions_of(
    text: str,
    tokens: Tokens,
    tellings: Sequence[Telling],
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    actors: Sequence[ActorMention],
    language: str,
    *,
    outlet: str | None = None,
) -> tuple[EventMention, ...]:
    """Return the tellings as mentions with ids in the order of the text.

    `outlet` is the document's own, which is no source to be named.
    """
    article = _Article(
        tokens=tokens,
        sentences=sentences,
        dates=SpanIndex([t for t in timexes if t.type is not TimexType.DURATION]),
        short=short_names(actors, text, language),
        language=language,
        outlet=_without_article(outlet or "", language),
    )
    mentions: list[EventMention] = []
    before: Telling | None = None
    for k, telling in enumerate(tellings):
        if k > 0 and tellings[k - 1].position < telling.position:
            before = tellings[k - 1]
        mention = _mention(article, k, tellings, _named_before(telling, before))
        if telling.same_as is not None and _is_bare(mention):
            mention = replace(mention, title=mentions[telling.same_as].title)
        mentions.append(mention)
    return tuple(mentions)


def _is_bare(mention: EventMention) -> bool:
    """Tell whether the title is one noun, with its mood at most: "visit", "planned visit"."""
    return len(mention.title.split()) <= 1 + (mention.modality is not Modality.ACTUAL)


def _mention(
    article: _Article, k: int, tellings: Sequence[Telling], before: Candidate | None
) -> EventMention:
    tokens, language = article.tokens, article.language
    telling = tellings[k]
    # A phrase that cannot date what happened (a past ban "from Jan. 1") leaves it undated.
    link = telling.link if telling.link.time is not None else UNDATED
    c = telling.candidate
    first = c.sentence.first
    root = _id(telling.same_as) if telling.same_as is not None else None
    is_fulfilled = is_outcome(telling, tellings)
    return EventMention(
        id=_id(k),
        type=c.type,
        subtype=c.trigger.entry.subtype,
        title=title_of(
            c,
            tokens,
            article.dates.inside(c.sentence.span),
            article.short,
            language,
            before=before,
        ),
        trigger=tokens.span(first + c.trigger.begin, first + c.trigger.end - 1),
        sentence=article.sentences[telling.position],
        time=link.time,
        date_basis=link.basis,
        timex_id=link.timex.id if link.timex else None,
        modality=c.modality,
        participants=c.participants,
        places=c.places,
        attribution=tuple(
            x for x in c.attribution if _without_article(x.name, language) != article.outlet
        ),
        confidence=confidence_of(
            c,
            basis=link.basis,
            reason=link.reason,
            is_repeat=telling.same_as is not None,
            language=language,
        ),
        explanation=explanation_of(c, link, language),
        same_as=None if is_fulfilled else root,
        outcome_of=root if is_fulfilled else None,
        about=_id(telling.about) if telling.about is not None else None,
        same_as_reason=same_as_text(telling.reason, language),
        is_sourcing=c.is_sourcing,
    )


def _named_before(telling: Telling, last: Telling | None) -> Candidate | None:
    """Return the happening that a noun names in the sentence before.

    `last` is the last telling of an earlier sentence.
    """
    is_near = last is not None and telling.position - last.position == 1
    return (
        last.candidate if last is not None and is_near and last.candidate.trigger.is_noun else None
    )


def _without_article(name: str, language: str) -> str:
    """Return a name to compare by: "The Jakarta Post" is the Jakarta Post."""
    words = name.casefold().split()
    article = grammar_of(language).classes.article
    return " ".join(words[1:] if len(words) > 1 and words[0] in article else words)


def _id(k: int) -> str:
    return f"e{k + 1}"
