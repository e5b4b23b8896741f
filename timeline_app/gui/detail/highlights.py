"""Which stretches of an article are marked, how, and what a click on each means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextCharFormat

from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.theme import Tokens


def _tr(words: str) -> str:
    return QCoreApplication.translate("source text", words)


class Layer(IntEnum):
    """What a mark stands for; a later one is drawn over an earlier one."""

    SENTENCE = 0
    OTHER_EVENT = 1
    DATE = 2
    ACTOR = 3
    PLACE = 4
    OWN_DATE = 5
    TRIGGER = 6


class Fate(StrEnum):
    """What became of a date phrase."""

    PLACED = "placed"
    UNRESOLVED = "unresolved"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch: what it is, in words for a tooltip, and the event a click leads to."""

    span: Span
    layer: Layer
    words: str
    fate: Fate = Fate.PLACED
    event_id: EventId | None = None


def marks_of(
    extraction: Extraction, mention: EventMention | None, owners: Mapping[str, EventId]
) -> tuple[Mark, ...]:
    """Return an article's marks with `mention` in view, the lowest layer first.

    `owners` maps the ids of mentions to the events of the library that they tell of.
    """
    marks = [*_other_events(extraction, mention, owners), *_dates(extraction, mention, owners)]
    if mention is not None:
        marks += _own(extraction, mention)
    return tuple(sorted(marks, key=lambda m: (m.layer, m.span)))


def _other_events(
    extraction: Extraction, own: EventMention | None, owners: Mapping[str, EventId]
) -> Iterable[Mark]:
    for mention in extraction.mentions:
        if own is not None and mention.trigger == own.trigger:
            continue
        facts = f"{type_text(mention.type)}, {status_text(mention.modality).lower()}"
        words = f"{mention.title} · {time_text(mention.time)} · {facts}"
        event_id = owners.get(mention.id)
        yield Mark(span=mention.trigger, layer=Layer.OTHER_EVENT, words=words, event_id=event_id)


def _dates(
    extraction: Extraction, own: EventMention | None, owners: Mapping[str, EventId]
) -> Iterable[Mark]:
    users: dict[str, EventMention] = {}
    for mention in extraction.mentions:
        if mention.timex_id is not None and mention.time is not None:
            users.setdefault(mention.timex_id, mention)
    for timex in extraction.timexes:
        is_own = own is not None and timex.id == own.timex_id
        user = users.get(timex.id)
        yield Mark(
            span=timex.span,
            layer=Layer.OWN_DATE if is_own else Layer.DATE,
            words=_date_words(timex, user),
            fate=_fate(timex, user),
            event_id=owners.get(user.id) if user is not None and not is_own else None,
        )


def _fate(timex: Timex, user: EventMention | None) -> Fate:
    if user is not None or timex.is_dateline:
        return Fate.PLACED
    return Fate.UNRESOLVED if timex.time is None else Fate.UNUSED


def _date_words(timex: Timex, user: EventMention | None) -> str:
    if timex.is_dateline:
        fate = _tr("tells when the article was written")
    elif user is not None:
        fate = _tr("dates: {}").format(user.title)
    elif timex.type in (TimexType.DURATION, TimexType.SET):
        fate = _tr("a length or a repetition, which dates nothing by itself")
    else:
        fate = _tr("dates no event")
    when = time_text(timex.time) if timex.time is not None else timex.value or _tr("unresolved")
    return "\n".join(line for line in (f"{when} · {fate}", timex.explanation) if line)


def _own(extraction: Extraction, mention: EventMention) -> Iterable[Mark]:
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
        style = line.SingleUnderline if mark.fate is Fate.PLACED else line.WaveUnderline
        _underline(shape, style, tokens.accent if mark.fate is Fate.PLACED else tokens.warning)
    elif mark.layer is Layer.OWN_DATE:
        shape.setBackground(tokens.phrase)
        _underline(shape, line.SingleUnderline, tokens.accent)
    elif mark.layer is Layer.TRIGGER:
        shape.setBackground(tokens.trigger)
        shape.setFontWeight(QFont.Weight.Bold)
    else:
        shape.setBackground(tokens.actor)
        _underline(shape, line.DotLine, tokens.good)
    return shape


def _underline(
    shape: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: QColor
) -> None:
    shape.setUnderlineStyle(style)
    shape.setUnderlineColor(colour)
