"""The event's page: what it says, and that nothing from an article becomes markup."""

from dataclasses import replace

from builders import day, document, extraction, mention, person, timex, week
from PySide6.QtGui import QTextDocument

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.event import DocumentId, Event, EventId, Report
from timeline_app.annotation.mention import EventMention, EventType, Modality
from timeline_app.annotation.timex import Reading, TimexType
from timeline_app.chrono.event_time import EventTime
from timeline_app.gui.detail.event_html import event_page
from timeline_app.gui.detail.story import Story, best_report
from timeline_app.gui.scheme import Scheme
from timeline_app.gui.theme import tokens_for

EVIL = "<img src=http://example.org/x.png><script>alert(1)</script>&amp;"


def event(*mentions: EventMention, rivals: tuple[EventTime, ...] = ()) -> Event:
    first = mentions[0]
    return Event(
        id=EventId(1), type=EventType.MEETING, title=first.title, time=first.time,
        modality=Modality.ACTUAL, participants=first.participants, places=first.places,
        confidence=0.9,
        reports=tuple(
            Report(document_id=DocumentId(at), mention=m) for at, m in enumerate(mentions, start=1)
        ),
        rival_times=rivals,
    )  # fmt: skip


def page(told: Event, **extractions: object) -> str:
    of = {DocumentId(int(k[1:])): v for k, v in extractions.items()}
    story = Story(event=told, extractions=of, articles={}, shown=best_report(told))
    return event_page(story, tokens_for(Scheme.LIGHT))


def words_of(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return " ".join(document.toPlainText().split())


def test_nothing_from_an_article_becomes_markup(qapp: object) -> None:
    told = mention(title=EVIL, participants=[person(EVIL)], explanation=EVIL)
    html = page(event(told), d1=extraction(told, of=document(EVIL, title=EVIL, outlet=EVIL)))
    assert "<script" not in html
    assert "<img src=http" not in html
    assert EVIL in words_of(html)


def test_the_chain_goes_from_phrase_over_anchor_to_result(qapp: object) -> None:
    when = day(2015, 11, 24)
    phrase = timex("t1", time=when, text="the day before")
    lost = Reading(value="2015-11-22", time=day(2015, 11, 22), reason="“that” points further back")
    anchor = timex("t0", time=day(2015, 11, 25), text="Wednesday", begin=20)
    phrase = replace(phrase, anchor="t0", value="2015-11-24", alternatives=(lost,))
    anchor = replace(anchor, anchor="dct")
    told = mention(time=when, timex_id="t1", explanation="one day before Wednesday")
    dct = DctCandidate(value="2015-11-26", source=DctSource.BYLINE, evidence="Nov. 26, 2015")
    article = replace(document("the day before … Wednesday"), dct=dct)
    html = page(event(told), d1=extraction(told, of=article, timexes=[phrase, anchor]))
    words = words_of(html)
    order = [
        "one day before Wednesday", "“the day before”", "“Wednesday” = Wed 25 Nov 2015",
        "Thu 26 Nov 2015 (from the byline “Nov. 26, 2015”)", "weekday past", "Tue 24 Nov 2015",
        "to the day", "Sun 22 Nov 2015",
    ]  # fmt: skip
    places = [words.index(part, words.index("Why this date?")) for part in order]
    assert places == sorted(places)
    assert "alternative:0" in html


def test_disagreement_is_told_and_not_averaged(qapp: object) -> None:
    one = mention("e1", time=day(2015, 11, 24))
    other = mention("e2", time=day(2015, 11, 25))
    words = words_of(page(event(one, other, rivals=(day(2015, 11, 25),))))
    assert "Reports disagree about the date" in words
    assert "Wed 25 Nov 2015" in words
    assert "⚠ Wed 25 Nov 2015" in words


def test_a_vaguer_date_that_holds_the_other_is_no_disagreement(qapp: object) -> None:
    one, other = mention("e1", time=day(2015, 11, 24)), mention("e2", time=week(2015, 11, 23))
    assert "⚠" not in words_of(page(event(one, other)))


def test_an_undated_event_says_so(qapp: object) -> None:
    words = words_of(page(event(mention())))
    assert "Undated" in words
    assert "supports no date" in words


def test_the_result_is_the_events_date_and_not_the_phrases_own(qapp: object) -> None:
    length = replace(timex("t1", text="a day"), type=TimexType.DURATION, value="P1D", time=None)
    length = replace(length, anchor=None)
    told = mention(time=day(2015, 11, 13), timex_id="t1", explanation="a day before the vote")
    article = document("a day after the flood")
    words = words_of(page(event(told), d1=extraction(told, of=article, timexes=[length])))
    assert "Phrase means a length, no date P1D" in words
    assert "Result Fri 13 Nov 2015" in words
    assert "states the date itself" not in words
    assert "No date is supported" not in words
