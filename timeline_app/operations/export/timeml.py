"""TimeML 1.2.1 of an extraction: the article's text to the character, with inline TIMEX3."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from timeline_app.annotation.mention import Extraction
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


def timeml_text(extraction: Extraction) -> str:
    """Return the TimeML document of an extraction.

    The content of TEXT is the document's text to the character; only the control characters that
    XML 1.0 cannot carry are replaced, one for one, so that offsets hold.
    """
    document = extraction.document
    title = f"<TITLE>{_escaped(document.title)}</TITLE>\n\n" if document.title else ""
    return (
        f"{_HEAD}<DOCID>{_escaped(document.path)}</DOCID>\n\n{_dct(extraction)}{title}"
        f"<TEXT>{''.join(_pieces(document.text, extraction.timexes))}</TEXT>\n\n</TimeML>\n"
    )


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


def _pieces(text: str, timexes: Iterable[Timex]) -> Iterator[str]:
    at = 0
    for timex in sorted(timexes, key=lambda t: t.span):
        if timex.span.begin < at:
            continue
        yield _escaped(text[at : timex.span.begin])
        inner = _escaped(text[timex.span.begin : timex.span.end])
        yield f"<TIMEX3{_timex_attributes(timex)}>{inner}</TIMEX3>"
        at = timex.span.end
    yield _escaped(text[at:])


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
