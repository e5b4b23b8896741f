"""One event from what its reports say."""

from collections.abc import Sequence

from builders import day, mention, month, person, place

from timeline_app.annotation.actor import Role
from timeline_app.annotation.event import DocumentId, Event, EventId, Report
from timeline_app.annotation.mention import DateBasis, EventMention, Modality
from timeline_app.storage.resolve import Told, resolve


def event_of(*mentions: EventMention) -> Event:
    return resolve(EventId(1), told(mentions), {})


def told(mentions: Sequence[EventMention]) -> list[Told]:
    return [
        Told(
            report=Report(document_id=DocumentId(at), mention=one),
            origin=DocumentId(at),
            source="",
            known_from=None,
        )
        for at, one in enumerate(mentions)
    ]


def test_what_happened_goes_before_plans_and_denials() -> None:
    statuses = (Modality.PLANNED, Modality.DENIED, Modality.ACTUAL, Modality.HYPOTHETICAL)
    event = event_of(*(mention(modality=one) for one in statuses))
    assert event.modality is Modality.ACTUAL


def test_the_date_said_outright_goes_before_a_guessed_one() -> None:
    guessed = mention(time=day(2015, 11, 24), date_basis=DateBasis.PUBLICATION)
    event = event_of(guessed, mention(time=month(2015, 11)))
    assert event.time == month(2015, 11)


def test_a_date_inside_another_is_no_rival() -> None:
    event = event_of(mention(time=month(2015, 11)), mention(time=day(2015, 11, 24)))
    assert (event.time, event.rival_times) == (day(2015, 11, 24), ())


def test_dates_apart_are_rivals_and_never_averaged() -> None:
    event = event_of(mention(time=day(2015, 11, 24)), mention(time=day(2015, 11, 26)))
    assert (event.time, event.rival_times) == (day(2015, 11, 24), (day(2015, 11, 26),))


def test_the_date_of_a_plan_is_no_rival_of_what_happened() -> None:
    plan = mention(time=day(2015, 11, 23), modality=Modality.PLANNED)
    assert event_of(plan, mention(time=day(2015, 11, 24))).rival_times == ()


def test_everyone_is_named_once_by_the_whole_name() -> None:
    names = ("Obama", "Barack Obama", "François Hollande", "Francois Hollande", "Merkel")
    event = event_of(*(mention(participants=(person(name),)) for name in names))
    assert [who.name for who in event.participants] == [
        "Barack Obama",
        "François Hollande",
        "Merkel",
    ]


def test_places_are_named_once() -> None:
    event = event_of(mention(places=(place("Zürich"),)), mention(places=(place("Zurich"),)))
    assert [place.name for place in event.places] == ["Zürich"]


def test_the_title_that_says_who_does_it_wins() -> None:
    vague = mention(title="A meeting")
    telling = mention(title="Obama receives Hollande", participants=(
        person("Barack Obama"), person("François Hollande", Role.TARGET)))  # fmt: skip
    assert event_of(vague, telling).title == "Obama receives Hollande"


def test_a_title_in_full_wins_over_one_noun_or_one_cut_short() -> None:
    taking_part = (person("Obama"), person("Hollande", Role.TARGET))
    bare = mention(title="Meeting", participants=taking_part, confidence=0.9)
    cut = mention(title="Spokesman: Obama received…", participants=taking_part, confidence=0.9)
    whole = mention(title="Obama receives Hollande in Washington", participants=())
    assert event_of(bare, cut, whole).title == "Obama receives Hollande in Washington"


def test_an_event_sources_only_if_all_its_reports_do() -> None:
    assert event_of(mention(is_sourcing=True)).is_sourcing
    assert not event_of(mention(is_sourcing=True), mention()).is_sourcing
