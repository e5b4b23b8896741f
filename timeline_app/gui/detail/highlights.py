"""Which stretches of an article are marked, how, and what a click on each means."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextCharFormat

from timeline_app.annotation.ids import EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.annotation.span import Span
from timeline_app.gui.detail.teller import ArticleInView
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.theme import Tokens
from timeline_app.operations.coverage import Phrase, PhraseFate
from timeline_app.storage.search_hits import find_hits


def _tr(words: str) -> str:
    return QCoreApplication.translate("source text", words)


_MOST_HITS = 1_000


class Layer(IntEnum):
    """What a mark stands for; a later one is drawn over an earlier one."""

    SENTENCE = 0
    OTHER_EVENT = 1
    DATE = 2
    ACTOR = 3
    PLACE = 4
    OWN_DATE = 5
    TRIGGER = 6
    HIT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch: what it is, in words for a tooltip, and the event a click leads to."""

    span: Span
    layer: Layer
    words: str
    fate: PhraseFate = PhraseFate.PLACED
    event_id: EventId | None = None


def marks_of(article: ArticleInView, mention: EventMention | None) -> tuple[Mark, ...]:
    """Return an article's marks with `mention` in view, the lowest layer first."""
    marks = [*_other_events(article, mention), *_dates(article, mention)]
    if mention is not None:
        marks += _own(mention)
    return tuple(sorted(marks, key=lambda m: (m.layer, m.span)))


def hits_in(text: str, query: str, within: Span) -> tuple[Mark, ...]:
    """Return the marks of a search's words in a stretch of an article, found as by the search."""
    begin = within.begin
    spans = find_hits(within.of(text), query)[:_MOST_HITS]
    shifted = (Span(begin + span.begin, begin + span.end) for span in spans)
    return tuple(Mark(span=span, layer=Layer.HIT, words="") for span in shifted)


def _other_events(article: ArticleInView, own: EventMention | None) -> Iterable[Mark]:
    for mention in article.extraction.mentions:
        if own is not None and mention.trigger == own.trigger:
            continue
        facts = f"{type_text(mention.type)}, {status_text(mention.modality).lower()}"
        words = f"{mention.title} · {time_text(mention.time)} · {facts}"
        event_id = article.owners.get(mention.id)
        yield Mark(span=mention.trigger, layer=Layer.OTHER_EVENT, words=words, event_id=event_id)


def _dates(article: ArticleInView, own: EventMention | None) -> Iterable[Mark]:
    warnings = {f.span: f.text for f in article.findings if f.span is not None}
    for phrase in article.coverage.phrases:
        timex = phrase.timex
        is_own = own is not None and timex.id == own.timex_id
        words = _date_words(phrase)
        if timex.span in warnings:
            words = f"{words}\n{warnings[timex.span]}"
        yield Mark(
            span=timex.span,
            layer=Layer.OWN_DATE if is_own else Layer.DATE,
            words=words,
            fate=phrase.fate,
            event_id=phrase.event_ids[0] if phrase.event_ids and not is_own else None,
        )


def _date_words(phrase: Phrase) -> str:
    fates = {
        PhraseFate.PLACED: _tr("dates an event"),
        PhraseFate.REJECTED: _tr("dates only events that you rejected"),
        PhraseFate.UNDATED: _tr("could not be resolved or could not date its event"),
        PhraseFate.UNUSED: _tr("dates no event"),
        PhraseFate.DATELINE: _tr("tells when the article was written"),
    }
    timex = phrase.timex
    when = time_text(timex.time) if timex.time is not None else timex.value or _tr("unresolved")
    lines = (f"{when} · {fates[phrase.fate]}", timex.explanation)
    return "\n".join(line for line in lines if line)


def _own(mention: EventMention) -> Iterable[Mark]:
    yield Mark(span=mention.sentence, layer=Layer.SENTENCE, words="")
    yield Mark(span=mention.trigger, layer=Layer.TRIGGER, words=_tr("The words that tell of it"))
    for person in mention.participants:
        words = f"{person.name} ({person.role})"
        yield Mark(span=person.span, layer=Layer.ACTOR, words=words)
    for source in mention.attribution:
        words = _tr("{} is said to have said so").format(source.name)
        yield Mark(span=source.span, layer=Layer.ACTOR, words=words)
    for place in mention.places:
        yield Mark(span=place.span, layer=Layer.PLACE, words=place.name)


def format_of(mark: Mark, tokens: Tokens) -> QTextCharFormat:
    """Return how a mark looks: never by colour alone."""
    shape = QTextCharFormat()
    line = QTextCharFormat.UnderlineStyle
    if mark.layer is Layer.SENTENCE:
        shape.setBackground(tokens.accent_soft)
    elif mark.layer is Layer.OTHER_EVENT:
        _underline(shape, line.DashUnderline, tokens.text_faint)
    elif mark.layer is Layer.DATE:
        _mark_date(shape, mark.fate, tokens)
    elif mark.layer is Layer.OWN_DATE:
        shape.setBackground(tokens.phrase)
        _underline(shape, line.SingleUnderline, tokens.accent)
    elif mark.layer is Layer.HIT:
        shape.setBackground(tokens.hit)
    elif mark.layer is Layer.TRIGGER:
        shape.setBackground(tokens.trigger)
        shape.setFontWeight(QFont.Weight.Bold)
    else:
        shape.setBackground(tokens.actor)
        _underline(shape, line.DotLine, tokens.good)
    return shape


def _mark_date(shape: QTextCharFormat, fate: PhraseFate, tokens: Tokens) -> None:
    """Show a date phrase's fate: a line, a wave, or a strike."""
    line = QTextCharFormat.UnderlineStyle
    if fate is PhraseFate.PLACED:
        _underline(shape, line.SingleUnderline, tokens.accent)
    elif fate is PhraseFate.UNDATED:
        _underline(shape, line.WaveUnderline, tokens.warning)
    elif fate is PhraseFate.REJECTED:
        shape.setFontStrikeOut(True)
        shape.setForeground(tokens.text_muted)
    elif fate is PhraseFate.UNUSED:
        _underline(shape, line.DotLine, tokens.warning)
    else:
        _underline(shape, line.DotLine, tokens.published)


def _underline(
    shape: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: QColor
) -> None:
    shape.setUnderlineStyle(style)
    shape.setUnderlineColor(colour)
