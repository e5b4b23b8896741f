""" "Why this date?": phrase, anchor, rule, result, precision, and the readings that lost."""

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.mention import DateBasis
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import parse_iso
from timeline_app.gui.detail import html
from timeline_app.gui.detail.story import Story
from timeline_app.gui.models.time_text import day_text, precision_text, time_text
from timeline_app.gui.theme import Tokens


def _tr(words: str) -> str:
    return QCoreApplication.translate("why", words)


_SOURCES = {
    DctSource.ARGUMENT: "as you stated",
    DctSource.METADATA: "from the page's metadata",
    DctSource.URL: "from the address",
    DctSource.BYLINE: "from the byline",
    DctSource.DATELINE: "from the dateline",
    DctSource.NONE: "",
}


def why_section(story: Story, tokens: Tokens) -> str:
    """Return the section that explains the date of the report in view."""
    title = html.heading(_tr("Why this date?"), tokens)
    if "time" in story.event.edited_fields:
        title += html.text(_tr("You set this date. What the article says:"))
    report = story.report
    if report is None:
        return title + html.text(_tr("Made by hand: it rests on no article."))
    chain = story.chain()
    if not chain:
        return title + _without_phrase(story, tokens)
    parts = [title, _sentence(report.mention.explanation or chain[0].explanation)]
    parts.append(html.rows(_steps(chain, report.mention.time, story.document, tokens), tokens))
    parts.append(_alternatives(chain[0], tokens))
    return "".join(parts)


def _sentence(words: str) -> str:
    return f'<p style="margin:0 0 4px 0">{html.text(words)}</p>' if words else ""


def _without_phrase(story: Story, tokens: Tokens) -> str:
    report, document = story.report, story.document
    if report is None or report.mention.date_basis is DateBasis.NONE:
        words = _tr("The article supports no date for it, so it stays undated.")
        return _sentence(words)
    lines = [_sentence(report.mention.explanation)]
    if document is not None and report.mention.date_basis is DateBasis.PUBLICATION:
        lines.append(html.rows([(_tr("Rests on"), published_html(document, tokens))], tokens))
    return "".join(lines)


def _steps(
    chain: tuple[Timex, ...], result: EventTime | None, document: Document | None, tokens: Tokens
) -> list[tuple[str, str]]:
    """Return the rows from the phrase to the result, which may be another than the phrase's own.

    A length ("a day after the vote") has no date, and what lies before a day is not that day.
    """
    first = chain[0]
    steps = [(_tr("Phrase"), _phrase(first, tokens))]
    for anchor in chain[1:]:
        dated = html.text(f"{_quoted(anchor)} = {time_text(anchor.time)}")
        steps.append((_tr("Counted from"), html.link(f"phrase:{anchor.id}", "↳ ", tokens) + dated))
    if chain[-1].anchor == "dct" and document is not None:
        steps.append((_tr("Counted from"), published_html(document, tokens)))
    elif chain[-1].anchor is None and chain[-1].time is not None:
        steps.append((_tr("Counted from"), html.text(_tr("nothing: it states the date itself"))))
    steps.append((_tr("Rule"), html.text(first.rule.replace("-", " ")) + _evidence(first, tokens)))
    value = html.muted(html.text(f"  {first.value}"), tokens)
    if result == first.time:
        steps.append((_tr("Result"), html.strong(html.text(time_text(result))) + value))
    else:
        own = time_text(first.time) if first.time is not None else _tr("a length, no date")
        steps.append((_tr("Phrase means"), html.text(own) + value))
        steps.append((_tr("Result"), html.strong(html.text(time_text(result)))))
    steps.append((_tr("Known"), html.text(precision_text(result))))
    return steps


def _phrase(timex: Timex, tokens: Tokens) -> str:
    return html.link(f"phrase:{timex.id}", _quoted(timex), tokens)


def _quoted(timex: Timex) -> str:
    return f"“{' '.join(timex.text.split())}”"


def _evidence(timex: Timex, tokens: Tokens) -> str:
    if not timex.evidence:
        return ""
    return html.muted(html.text(_tr(" · decided by “{}”").format(timex.evidence)), tokens)


def published_html(document: Document, tokens: Tokens) -> str:
    """Return when an article was published, where that was found, and what disagrees."""
    if document.dct is None:
        return html.text(_tr("the article's date, which nothing states"))
    lines = [html.text(_tr("the article's date, {}").format(_dct_text(document.dct)))]
    lines += [
        html.muted(html.text(_tr("disagrees: {}").format(_dct_text(rival))), tokens)
        for rival in document.rival_dcts
    ]
    return "<br>".join(lines)


def _dct_text(dct: DctCandidate) -> str:
    try:
        day = day_text(parse_iso(dct.value), with_weekday=True)
    except ValueError:
        day = dct.value
    source = _tr(_SOURCES[dct.source])
    evidence = f" “{dct.evidence}”" if dct.evidence and dct.source is not DctSource.URL else ""
    return f"{day} ({source}{evidence})" if source else day


def _alternatives(timex: Timex, tokens: Tokens) -> str:
    if not timex.alternatives:
        return ""
    lines = []
    for at, reading in enumerate(timex.alternatives):
        when = time_text(reading.time) if reading.time is not None else reading.value
        choose = html.link(f"alternative:{at}", _tr("use this"), tokens)
        reason = html.muted(html.text(reading.reason), tokens)
        lines.append((_tr("Or"), f"{html.text(when)} · {reason} · {choose}"))
    return html.rows(lines, tokens)
