"""An event as a page: what, when and why, who, where, who says so, and every report of it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.actor import ActorKind, Participant, Source
from timeline_app.annotation.event import Report
from timeline_app.chrono.event_time import EventTime
from timeline_app.gui.detail import html
from timeline_app.gui.detail.story import Story
from timeline_app.gui.detail.why_html import why_section
from timeline_app.gui.models.article_model import article_title, outlet_text, published_text
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.history_text import change_lines, when_text
from timeline_app.gui.models.link_text import link_text
from timeline_app.gui.models.party_text import role_text
from timeline_app.gui.models.time_text import precision_text, time_text
from timeline_app.gui.theme import Space, Tokens
from timeline_app.operations.checks import FindingKind
from timeline_app.storage.history import HistoryEntry


def _tr(words: str) -> str:
    return QCoreApplication.translate("detail", words)


_KINDS_OF_FINDING = {
    FindingKind.RIVAL_PLACES: "Reports disagree about the place",
    FindingKind.RIVAL_FIGURES: "Reports disagree about figures",
}
_MOST_LINES = 4
_KINDS = {
    ActorKind.PERSON: "person",
    ActorKind.STATE: "state",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.GROUP: "group",
    ActorKind.OUTLET: "outlet",
}


def event_page(story: Story, tokens: Tokens) -> str:
    """Return the HTML of the event's page."""
    sections = [
        _head(story, tokens),
        _disagreement(story, tokens),
        _other_disagreements(story, tokens),
        why_section(story, tokens),
        _participants(story, tokens),
        _places(story, tokens),
        _said_by(story, tokens),
        _bonds(story, tokens),
        _reports(story, tokens),
        _notes(story, tokens),
        _history(story, tokens),
    ]
    return "".join(sections)


def _head(story: Story, tokens: Tokens) -> str:
    event = story.event
    marks = [type_text(event.type), status_text(event.modality)]
    marks += [_tr("reviewed")] * event.is_reviewed + [_tr("rejected")] * event.is_rejected
    marks += [_tr("{} % sure").format(round(event.confidence * 100))] * bool(event.reports)
    caption = html.muted(html.text(" · ".join(marks)), tokens)
    known = html.muted(html.text(precision_text(event.time)), tokens)
    return (
        f'<p style="margin:0"><img src="glyph:{event.type}"> {caption}</p>'
        f'<p style="margin:{Space.XS}px 0 {Space.S}px 0;font-size:x-large;font-weight:600">'
        f"{html.text(event.title)}</p>"
        f'<p style="margin:0;font-size:large">{html.text(time_text(event.time))}</p>'
        f'<p style="margin:0">{known}{_as_written(story, tokens)}</p>'
    )


def _as_written(story: Story, tokens: Tokens) -> str:
    timex = story.timex_of(story.report) if story.report is not None else None
    if timex is None:
        return ""
    words = _tr(" · written “{}”").format(" ".join(timex.text.split()))
    return html.muted(html.text(words), tokens)


def _disagreement(story: Story, tokens: Tokens) -> str:
    rivals = story.event.rival_times
    if not rivals:
        return ""
    words = html.strong(html.text(_tr("Reports disagree about the date")))
    others = "; ".join(f"{time_text(t)}{_by_whom(story, t)}" for t in rivals)
    body = f"{words}<br>{html.text(_tr('Others say {}').format(others))}"
    return html.box(body, ground=tokens.warning_soft, edge=tokens.warning)


def _by_whom(story: Story, time: EventTime) -> str:
    """Return the outlets that give a time, in brackets."""
    ids = dict.fromkeys(r.document_id for r in story.event.reports if r.mention.time == time)
    outlets = dict.fromkeys(outlet_text(story.articles[i]) for i in ids if i in story.articles)
    return f" ({', '.join(outlets)})" if outlets else ""


def _other_disagreements(story: Story, tokens: Tokens) -> str:
    """Return what reports disagree about besides the date: places, figures."""
    told = [one for one in story.findings if one.kind is not FindingKind.RIVAL_DATES]
    boxes = [
        html.box(
            f"{html.strong(html.text(_tr(_KINDS_OF_FINDING[one.kind])))}<br>{html.text(one.text)}",
            ground=tokens.warning_soft,
            edge=tokens.warning,
        )
        for one in told
        if one.kind in _KINDS_OF_FINDING
    ]
    return "".join(boxes)


def _bonds(story: Story, tokens: Tokens) -> str:
    if not story.bonds:
        return ""
    lines = [
        (
            link_text(one.kind, is_back=one.is_back),
            html.link(f"event:{one.event_id}", one.title, tokens),
        )
        for one in story.bonds
    ]
    return html.heading(_tr("Links"), tokens) + html.rows(lines, tokens)


def _participants(story: Story, tokens: Tokens) -> str:
    people = _distinct(story.event.participants)
    if not people:
        return ""
    lines = [(role_text(p.role), _actor(p.name, p.kind, tokens)) for p in people]
    return html.heading(_tr("Who"), tokens) + html.rows(lines, tokens)


def _distinct(people: Iterable[Participant]) -> list[Participant]:
    """Return each name and role once, in their order."""
    return list({(p.name, p.role): p for p in people}.values())


def _actor(name: str, kind: ActorKind, tokens: Tokens) -> str:
    kind_text = html.muted(html.text(f"  {_tr(_KINDS[kind])}"), tokens)
    return html.link(f"filter:actors/{name}", name, tokens) + kind_text


def _places(story: Story, tokens: Tokens) -> str:
    places = {p.name: p for p in story.event.places}
    if not places:
        return ""
    items = [
        html.link(f"filter:places/{p.name}", p.name, tokens)
        + (html.muted(html.text(f" {p.country}"), tokens) if p.country else "")
        for p in places.values()
    ]
    return html.heading(_tr("Where"), tokens) + f'<p style="margin:0">{", ".join(items)}</p>'


def _said_by(story: Story, tokens: Tokens) -> str:
    report = story.report
    if report is None:
        return ""
    chain: list[str] = [_said(source) for source in report.mention.attribution]
    article = story.articles.get(report.document_id)
    if article is not None:
        chain.append(outlet_text(article))
    words = html.text(" → ".join(chain))
    return html.heading(_tr("Who says so"), tokens) + f'<p style="margin:0">{words}</p>'


def _said(source: Source) -> str:
    return source.name


def _reports(story: Story, tokens: Tokens) -> str:
    reports = story.event.reports
    if not reports:
        return ""
    count = len({r.document_id for r in reports})
    title = _tr("Reported by 1 article") if count == 1 else _tr("Reported by {} articles")
    lines = [_report(story, at, r, tokens) for at, r in enumerate(reports)]
    return html.heading(title.format(count), tokens) + "".join(lines)


def _report(story: Story, at: int, report: Report, tokens: Tokens) -> str:
    article = story.articles.get(report.document_id)
    title = article_title(article) if article is not None else _tr("an article")
    source = f"{outlet_text(article)}, {published_text(article)}" if article is not None else ""
    timex = story.timex_of(report)
    phrase = f"“{' '.join(timex.text.split())}” → " if timex is not None else ""
    dated = html.text(f"{phrase}{time_text(report.mention.time)}")
    if report.mention.time in story.event.rival_times and "time" not in story.event.edited_fields:
        colour = tokens.warning.name()
        dated = f'<span style="color:{colour}">⚠ {dated}</span>'
    lines = [
        html.link(f"report:{at}", title, tokens),
        html.muted(html.text(source), tokens),
        dated,
    ]
    if report.merge_reason:
        lines.append(html.muted(html.text(report.merge_reason), tokens))
    body = "<br>".join(lines)
    edge = tokens.accent if at == story.shown else tokens.rule
    ground = tokens.accent_soft if at == story.shown else tokens.surface
    return html.box(body, ground=ground, edge=edge)


def _notes(story: Story, tokens: Tokens) -> str:
    event = story.event
    parts = []
    if event.tags:
        tags = html.text(", ".join(event.tags))
        parts.append(html.heading(_tr("Tags"), tokens) + f'<p style="margin:0">{tags}</p>')
    if event.note:
        note = html.text(event.note).replace("\n", "<br>")
        parts.append(html.heading(_tr("Note"), tokens) + f'<p style="margin:0">{note}</p>')
    return "".join(parts)


def _history(story: Story, tokens: Tokens) -> str:
    if not story.history:
        return ""
    lines = [(when_text(one), _edit(one, tokens)) for one in story.history]
    return html.heading(_tr("Edits"), tokens) + html.rows(lines, tokens)


def _edit(entry: HistoryEntry, tokens: Tokens) -> str:
    """Return who did what, and beneath it what it changed."""
    head = html.text(" · ".join(part for part in (entry.name, entry.who) if part))
    changed = [html.muted(html.text(line), tokens) for line in change_lines(entry)[:_MOST_LINES]]
    return "<br>".join([head, *changed])
