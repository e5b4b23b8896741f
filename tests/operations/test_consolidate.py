"""Articles that tell of one happening share an event; those that do not, do not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import day, document, extraction, group, mention, month, person, place, state, week

from timeline_app.annotation.actor import Role
from timeline_app.annotation.event import Event
from timeline_app.annotation.event_columns import EventFlag
from timeline_app.annotation.ids import EventId
from timeline_app.annotation.mention import EventMention, EventType, Modality
from timeline_app.annotation.span import Span
from timeline_app.chrono.event_time import EventTime
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import SetNote
from timeline_app.storage.library import Library

MERKEL = person("Angela Merkel")
PUTIN, HOLLANDE = person("Vladimir Putin"), person("François Hollande")
SUMMIT = mention(
    title="Putin meets Hollande", time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE)
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tlib") as library:
        yield library


def told_by_two(
    library: Library,
    one: EventMention,
    other: EventMention,
    *,
    texts: tuple[str, str] = ("Here is one article.", "That one differs much."),
) -> list[Event]:
    """Return the events after two articles of different days told one mention each."""
    for at, said in enumerate((one, other)):
        of = document(texts[at], path=f"{at}.txt",
                      published=f"2015-11-2{7 + at}", outlet=f"Outlet {at}")  # fmt: skip
        add_article(library, extraction(said, of=of))
    return [library.event(event_id) for event_id in library.columns().ids.tolist()]


def test_a_meeting_of_the_same_two_on_the_same_day_is_one(library: Library) -> None:
    other = mention(
        title="Talks in the Kremlin", time=day(2015, 11, 26), participants=(HOLLANDE, PUTIN)
    )
    (event,) = told_by_two(library, SUMMIT, other)
    assert [report.mention.title for report in event.reports] == [SUMMIT.title, other.title]
    assert event.reports[1].merge_reason == (
        "same type, both involve François Hollande and Vladimir Putin, both on 26 Nov 2015"
    )


@pytest.mark.parametrize("is_nameless_first", [True, False])
def test_a_meeting_that_leaves_its_town_to_the_beginning_of_its_article_is_found(
    library: Library, is_nameless_first: bool
) -> None:
    nameless = mention(title="Second meeting agrees on timetable", time=day(2015, 11, 14))
    placed = replace(nameless, places=(place("Geneva", "CH"),))
    texts = ("The envoys were back in Geneva.", "They had a long day of it.")
    one, other = (nameless, placed) if is_nameless_first else (placed, nameless)
    told = told_by_two(library, one, other, texts=texts if is_nameless_first else texts[::-1])
    (event,) = told
    assert len(event.reports) == 2


def test_what_names_a_town_is_not_one_with_what_its_article_begins_with(library: Library) -> None:
    paris = mention(
        title="Second meeting agrees on timetable", time=day(2015, 11, 14),
        places=(place("Paris", "FR"),),
    )  # fmt: skip
    geneva = replace(paris, places=(place("Geneva", "CH"),))
    texts = ("The envoys were back in Geneva.", "They had a long day of it.")
    assert len(told_by_two(library, paris, geneva, texts=texts)) == 2


def test_a_surname_is_enough_for_a_person(library: Library) -> None:
    other = mention(
        title="Talks", time=day(2015, 11, 26), participants=(person("Putin"), person("Hollande"))
    )
    (event,) = told_by_two(library, SUMMIT, other)
    assert "Vladimir Putin and François Hollande" in event.reports[1].merge_reason.replace(
        "François Hollande and Vladimir Putin", "Vladimir Putin and François Hollande"
    )


@pytest.mark.parametrize(
    "other",
    [
        mention(title="Talks", time=day(2015, 11, 26), participants=(PUTIN, MERKEL)),
        mention(title="Talks", time=day(2015, 10, 2), participants=(PUTIN, HOLLANDE)),
        mention(title="Talks", time=None, participants=(PUTIN, HOLLANDE)),
        mention(title="Talks", time=month(2015, 11), participants=(PUTIN, HOLLANDE)),
        mention(title="Talks", time=day(2015, 11, 27), participants=(PUTIN, HOLLANDE)),
        mention(
            title=SUMMIT.title, type=EventType.AGREEMENT,
            time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE),
        ),
        mention(
            title="Talks", modality=Modality.DENIED,
            time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE),
        ),
    ],
    ids=["other person", "other day", "no day", "month", "next day", "other type", "denied"],
)  # fmt: skip
def test_what_may_be_another_happening_stays_apart(library: Library, other: EventMention) -> None:
    assert len(told_by_two(library, SUMMIT, other)) == 2


def test_the_places_of_two_meetings_keep_them_apart(library: Library) -> None:
    here = mention(time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE),
                   places=(place("Moscow", "RU"),))  # fmt: skip
    there = mention(time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE),
                    places=(place("Paris", "FR"),))  # fmt: skip
    assert len(told_by_two(library, here, there)) == 2


def test_a_plan_and_its_outcome_are_one_event_that_happened(library: Library) -> None:
    plan = mention(title="Putin to meet Hollande", time=day(2015, 11, 26),
                   modality=Modality.PLANNED, participants=(PUTIN, HOLLANDE))  # fmt: skip
    (event,) = told_by_two(library, plan, SUMMIT)
    assert event.modality is Modality.ACTUAL
    assert [report.mention.modality for report in event.reports] == ["planned", "actual"]
    assert "one tells of the plan, the other of the outcome" in event.reports[1].merge_reason


def test_disagreement_about_the_date_is_kept_and_flagged(library: Library) -> None:
    moscow = (place("Moscow", "RU"),)
    one = mention(title="Putin meets Hollande", time=day(2015, 11, 26),
                  participants=(PUTIN, HOLLANDE), places=moscow)  # fmt: skip
    other = mention(title="Putin meets Hollande", time=day(2015, 11, 27),
                    participants=(PUTIN, HOLLANDE), places=moscow)  # fmt: skip
    (event,) = told_by_two(library, one, other)
    assert {event.time, *event.rival_times} == {day(2015, 11, 26), day(2015, 11, 27)}
    assert library.columns().flags[0] & EventFlag.DISPUTED
    assert "dates differ: 26 Nov 2015, here 27 Nov 2015" in event.reports[1].merge_reason


def test_two_names_of_one_person_are_not_two_people(library: Library) -> None:
    both_names = (person("Obama"), person("Barack Obama"))
    one = mention(title="Talks", time=day(2015, 11, 24), participants=both_names)
    other = mention(title="A dinner", time=day(2015, 11, 24), participants=both_names)
    assert len(told_by_two(library, one, other)) == 2


def test_the_spelling_of_a_name_makes_no_difference(library: Library) -> None:
    assad = person("Bashar al-Assad")
    one = mention(time=day(2015, 10, 20), participants=(assad, person("Recep Tayyip Erdoğan")))
    other = mention(time=day(2015, 10, 20), participants=(person("Assad"), person("Erdogan")))
    assert len(told_by_two(library, one, other)) == 1


@pytest.mark.parametrize(("town", "events"), [("Moscow", 1), ("Sochi", 2)])
def test_a_visit_is_known_by_visitor_town_and_day(library: Library, town: str, events: int) -> None:
    def visit(title: str, host: str, town: str) -> EventMention:
        return mention(title=title, subtype="visit", time=day(2015, 10, 20),
                       participants=(person("Bashar al-Assad"), person(host)),
                       places=(place(town, "RU"),))  # fmt: skip

    one = visit("Assad makes a surprise visit to Moscow", "Kremlin", "Moscow")
    other = visit("Assad pays a visit to Putin", "Vladimir Putin", town)
    assert len(told_by_two(library, one, other)) == events


def said(title: str, *, who: str = "Sergei Lavrov", on: int = 25) -> EventMention:
    return mention(title=title, type=EventType.STATEMENT, time=day(2015, 11, on),
                   participants=(person(who, Role.SPEAKER),))  # fmt: skip


def test_the_same_words_of_a_speaker_on_a_day_are_one_statement(library: Library) -> None:
    one = said("Lavrov backs closing the border between Syria and Turkey")
    other = said("Lavrov backs closing of the border between Syria and Turkey")
    assert len(told_by_two(library, one, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        said("Lavrov cancels his visit to Turkey"),
        said("Lavrov backs closing the border", who="John Kerry"),
        said("Lavrov backs closing the border", on=26),
    ],
)
def test_other_words_speakers_or_days_are_other_statements(
    library: Library, other: EventMention
) -> None:
    assert len(told_by_two(library, said("Lavrov backs closing the border"), other)) == 2


def test_an_attack_is_known_by_day_and_place_and_words(library: Library) -> None:
    paris = (place("Paris", "FR"),)
    attack = mention(title="Attacks in Paris", type=EventType.ATTACK, subtype="assault",
                     time=day(2015, 11, 13), places=paris)  # fmt: skip
    again = mention(title="Paris attacks kill 130", type=EventType.ATTACK, subtype="assault",
                    time=day(2015, 11, 13), places=paris)  # fmt: skip
    raid = mention(title="Police raid in Saint-Denis", type=EventType.ATTACK,
                   time=day(2015, 11, 13), places=(place("Saint-Denis", "FR"),))  # fmt: skip
    assert len(told_by_two(library, attack, again)) == 1
    add_article(library, extraction(raid, of=document("Third words.", path="3.txt")))
    assert len(library.columns()) == 2


def test_one_article_never_has_its_own_happenings_merged(library: Library) -> None:
    twice = (mention("e1", time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE)),
             mention("e2", time=day(2015, 11, 26), participants=(PUTIN, HOLLANDE)))  # fmt: skip
    add_article(library, extraction(*twice))
    other = extraction(*twice, of=document("Other words.", path="b.txt"))
    add_article(library, other)
    assert len(library.columns()) == 2
    assert library.columns().reports.tolist() == [2, 2]


def test_the_order_of_articles_does_not_matter_for_a_plan(library: Library) -> None:
    plan = mention(title="Planned", time=day(2015, 11, 26), modality=Modality.PLANNED,
                   participants=(PUTIN, HOLLANDE))  # fmt: skip
    (event,) = told_by_two(library, SUMMIT, plan)
    assert (event.modality, event.title) == (Modality.ACTUAL, SUMMIT.title)


def test_states_are_actors_too(library: Library) -> None:
    strike = mention(title="Turkey shoots down Russian Su-24", type=EventType.ATTACK,
                     time=day(2015, 11, 24),
                     participants=(state("Turkey"), state("Russia", Role.TARGET)))  # fmt: skip
    again = mention(title="Turkish jets shoot down Russian Su-24 bomber", type=EventType.ATTACK,
                    time=day(2015, 11, 24),
                    participants=(state("Turkey"), state("Russia", Role.TARGET)))  # fmt: skip
    assert len(told_by_two(library, strike, again)) == 1


GALE = mention(title="Gale tears roofs off", type=EventType.DISASTER, subtype="storm",
               time=day(2015, 11, 25), places=(place("Brest", "FR"),))  # fmt: skip


@pytest.mark.parametrize(
    ("time", "events"), [(week(2015, 11, 23), 1), (week(2015, 11, 30), 2), (month(2015, 11), 2)]
)
def test_a_day_agrees_with_its_own_week_and_with_nothing_vaguer(
    library: Library, time: EventTime, events: int
) -> None:
    vague = replace(GALE, title="Gale tears roofs off houses", time=time)
    assert len(told_by_two(library, GALE, vague)) == events


def test_an_undated_telling_joins_the_dated_one_of_those_days(library: Library) -> None:
    undated = replace(SUMMIT, time=None, modality=Modality.PLANNED, places=(place("Sochi", "RU"),))
    dated = replace(SUMMIT, time=day(2015, 12, 2), places=(place("Sochi", "RU"),))
    (event,) = told_by_two(library, undated, dated)
    assert event.time == dated.time
    assert "2 Dec 2015, undated there in an article of those days" in event.reports[1].merge_reason


def test_an_undated_telling_joins_nothing_long_past(library: Library) -> None:
    undated = replace(SUMMIT, time=None, places=(place("Sochi", "RU"),))
    dated = replace(SUMMIT, time=day(2015, 10, 2), places=(place("Sochi", "RU"),))
    assert len(told_by_two(library, undated, dated)) == 2


def test_one_report_names_the_town_and_the_other_opens_with_it(library: Library) -> None:
    texts = (
        "A bomb of the Taliban shook the town of Kandahar.",
        "KANDAHAR — A bomb killed Afghan guards near the Kandahar airfield, which Taliban watch.",
    )
    bomb = mention(type=EventType.ATTACK, subtype="bomb", time=day(2015, 11, 25))
    one = replace(bomb, title="Bomb goes off", trigger=Span(2, 6), sentence=Span(0, 49),
                  participants=(group("Taliban"),), places=(place("Kandahar", "AF"),))  # fmt: skip
    other = replace(bomb, title="Bomb kills guards", participants=(group("guards"),),
                    trigger=Span(13, 17), sentence=Span(0, 87))  # fmt: skip
    (event,) = told_by_two(library, one, other, texts=texts)
    assert "Taliban and Kandahar named in one and around the other" in (
        event.reports[1].merge_reason
    )


def test_the_same_figures_speak_for_one_happening(library: Library) -> None:
    texts = (
        "The ferry with 211 people sank off an island with 4,350 tonnes of cement.",
        "It took 4,350 tonnes of cement and 211 passengers to the bottom of the sea.",
    )
    one = mention(title="Ferry sinks", type=EventType.DISASTER, subtype="sink", sentence=(0, 73),
                  time=day(2015, 11, 25), places=(place("Greece", "GR"),))  # fmt: skip
    (event,) = told_by_two(library, one, replace(one, title="Ferry capsizes"), texts=texts)
    assert "both give 211 and 4350" in event.reports[1].merge_reason


def test_the_company_of_one_keeps_it_from_another_meeting_of_the_day(library: Library) -> None:
    moscow = (place("Moscow", "RU"),)
    one = mention(title="Putin receives Merkel", time=day(2015, 11, 26),
                  participants=(PUTIN, MERKEL), places=moscow)  # fmt: skip
    other = mention(title="Putin receives Hollande", time=day(2015, 11, 26),
                    participants=(PUTIN, HOLLANDE), places=moscow)  # fmt: skip
    assert len(told_by_two(library, one, other)) == 2


def test_a_town_and_the_country_that_it_lies_in_agree(library: Library) -> None:
    wide = replace(GALE, places=(place("France", "FR"),), participants=(group("Storm Ada"),))
    near = replace(GALE, participants=(group("Storm Ada"),))
    assert len(told_by_two(library, wide, near)) == 1


def test_a_later_article_connects_what_stood_apart(library: Library) -> None:
    moscow = (place("Moscow", "RU"),)
    first = mention(title="Talks by Hollande", subtype="meet", time=day(2015, 11, 26),
                    participants=(HOLLANDE,), places=moscow)  # fmt: skip
    second = mention(title="Putin gives a dinner", subtype="meet", time=day(2015, 11, 26),
                     participants=(PUTIN,), places=moscow)  # fmt: skip
    assert len(told_by_two(library, first, second)) == 2
    both = replace(SUMMIT, subtype="meet", places=moscow)
    changes = add_article(library, extraction(both, of=document("Third words.", path="3.txt")))
    (event_id,) = library.columns().ids.tolist()
    assert [len(library.event(event_id).reports), changes.events_removed] == [3, (EventId(2),)]
    reasons = [report.merge_reason for report in library.event(event_id).reports]
    assert any(
        reason.startswith("connected by a later article: same type, both involve")
        for reason in reasons
    )


def test_what_the_user_has_edited_is_not_connected_unasked(library: Library) -> None:
    moscow = (place("Moscow", "RU"),)
    first = mention(title="Talks by Hollande", subtype="meet", time=day(2015, 11, 26),
                    participants=(HOLLANDE,), places=moscow)  # fmt: skip
    second = replace(first, title="Putin gives a dinner", participants=(PUTIN,))
    told_by_two(library, first, second)
    for event_id in (EventId(1), EventId(2)):
        library.apply(SetNote(event_id=event_id, note="Mine"))
    both = replace(SUMMIT, subtype="meet", places=moscow)
    add_article(library, extraction(both, of=document("Third words.", path="3.txt")))
    assert len(library.columns()) == 2


def test_one_wrongly_read_part_does_not_part_what_agrees_otherwise(library: Library) -> None:
    killing = mention(title="Rebels kill Okello", type=EventType.ATTACK, subtype="kill",
                      time=day(2015, 11, 24), participants=(
                          person("Sam Okello", Role.TARGET), state("Uganda")))  # fmt: skip
    other = replace(killing, title="Killing of Okello", participants=(
        person("Sam Okello", Role.TARGET), state("Uganda", Role.TARGET)))  # fmt: skip
    assert len(told_by_two(library, killing, other)) == 1


def test_who_does_it_in_one_and_suffers_it_in_the_other_parts_them(library: Library) -> None:
    killing = mention(title="Rebels kill Okello", type=EventType.ATTACK, subtype="kill",
                      time=day(2015, 11, 24), participants=(
                          person("Sam Okello", Role.TARGET), state("Uganda")))  # fmt: skip
    turned = replace(killing, participants=(
        person("Sam Okello"), state("Uganda", Role.TARGET)))  # fmt: skip
    assert len(told_by_two(library, killing, turned)) == 2
