"""TimeML 1.2.1 of an extraction: the article's text to the character, with inline TIMEX3 and EVENT.

Of an event TimeML tells the class, the polarity and the modality; tense and aspect are not found
here and are NONE. A trigger inside or across a time expression gets no tag of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from timeline_app.annotation.mention import EventMention, EventType, Extraction, Modality
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex

DCT_TID = "t0"
"""The tid of the document creation time; expressions in the text begin at t1."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

"""
_ILLEGAL = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), "�")
_ILLEGAL |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_TEXT_ESCAPES = {"\r": "&#13;"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tag:
    """A stretch of the text that is marked; `attributes` is ready to be written."""

    span: Span
    name: str
    attributes: str


def timeml_text(extraction: Extraction, mention_ids: Collection[str] | None = None) -> str:
    """Return the TimeML document of an extraction, with its time expressions and its events.

    `mention_ids` chooses among the events; each gets EVENT, MAKEINSTANCE and, where a phrase dates
    it, TLINK. The content of TEXT is the document's text to the character; only the control
    characters that XML 1.0 cannot carry are replaced, one for one, so that offsets hold.
    """
    timexes = list(map(_timex_tag, extraction.timexes))
    taken = [tag.span for tag in timexes]
    mentions = [
        mention
        for mention in extraction.mentions
        if (mention_ids is None or mention.id in mention_ids)
        and not any(mention.trigger.overlaps(s) for s in taken)
    ]
    tags = [*timexes, *map(_event_tag, mentions)]
    return _document_text(extraction, tags, "".join(_relations(_told(tags, mentions))))


def _document_text(extraction: Extraction, tags: Sequence[_Tag], relations: str) -> str:
    document = extraction.document
    title = f"<TITLE>{_escaped(document.title)}</TITLE>\n\n" if document.title else ""
    return (
        f"{_HEAD}<DOCID>{_escaped(document.path)}</DOCID>\n\n{_dct(extraction)}{title}"
        f"<TEXT>{''.join(_pieces(document.text, tags))}</TEXT>\n\n{relations}</TimeML>\n"
    )


def _told(tags: Iterable[_Tag], mentions: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions whose tag is written: of tags that overlap the first one is."""
    written = {tag.attributes for tag in _apart(tags)}
    return [mention for mention in mentions if _event_tag(mention).attributes in written]


def _event_tag(mention: EventMention) -> _Tag:
    kind = "REPORTING" if mention.type is EventType.STATEMENT else "OCCURRENCE"
    return _Tag(
        span=mention.trigger,
        name="EVENT",
        attributes=_attributes(eid=mention.id, **{"class": kind}),
    )


def _relations(mentions: Iterable[EventMention]) -> Iterator[str]:
    for number, mention in enumerate(mentions, start=1):
        instance = _attributes(
            eiid=f"ei{number}",
            eventID=mention.id,
            tense="NONE",
            aspect="NONE",
            pos="OTHER",
            polarity="NEG" if mention.modality is Modality.DENIED else "POS",
            modality=None if mention.modality is Modality.ACTUAL else mention.modality.value,
        )
        yield f"<MAKEINSTANCE{instance}/>\n"
        if mention.timex_id is not None:
            link = _attributes(
                lid=f"l{number}",
                eventInstanceID=f"ei{number}",
                relatedToTime=mention.timex_id,
                relType="IS_INCLUDED",
            )
            yield f"<TLINK{link}/>\n"


def _dct(extraction: Extraction) -> str:
    dct = extraction.document.dct
    if dct is None:
        return ""
    kind = "TIME" if "T" in dct.value else "DATE"
    attributes = _attributes(
        tid=DCT_TID,
        type=kind,
        value=dct.value,
        temporalFunction="false",
        functionInDocument="CREATION_TIME",
    )
    return f"<DCT><TIMEX3{attributes}>{_escaped(dct.value)}</TIMEX3></DCT>\n\n"


def _pieces(text: str, tags: Iterable[_Tag]) -> Iterator[str]:
    at = 0
    for tag in _apart(tags):
        yield _escaped(text[at : tag.span.begin])
        inner = _escaped(text[tag.span.begin : tag.span.end])
        yield f"<{tag.name}{tag.attributes}>{inner}</{tag.name}>"
        at = tag.span.end
    yield _escaped(text[at:])


def _apart(tags: Iterable[_Tag]) -> Iterator[_Tag]:
    """Yield the tags in the order of the text, the first of those that overlap."""
    at = 0
    for tag in sorted(tags, key=lambda t: t.span):
        if tag.span.begin >= at:
            yield tag
            at = tag.span.end


def _timex_tag(timex: Timex) -> _Tag:
    return _Tag(span=timex.span, name="TIMEX3", attributes=_timex_attributes(timex))


def _timex_attributes(timex: Timex) -> str:
    anchor = DCT_TID if timex.anchor == "dct" else timex.anchor
    return _attributes(
        tid=timex.id,
        type=timex.type.value,
        value=timex.value,
        mod=timex.mod.value if timex.mod is not None else None,
        quant=timex.quant,
        freq=timex.freq,
        temporalFunction="true" if anchor is not None else "false",
        functionInDocument="PUBLICATION_TIME" if timex.is_dateline else "NONE",
        anchorTimeID=anchor,
    )


def _attributes(**values: str | None) -> str:
    given = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(value.translate(_ILLEGAL))}" for name, value in given)


def _escaped(text: str) -> str:
    return escape(text.translate(_ILLEGAL), _TEXT_ESCAPES)
