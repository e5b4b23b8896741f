"""The whole way: any text is read without harm, in linear time, to the offset."""

import os
import time
from pathlib import Path

import pytest
from extraction_builders import a_document, read
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.mention import EventMention
from timeline_app.chrono.edtf import edtf_text
from timeline_app.extraction.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TIMELINE_GOLD", ROOT.parent / "shared"))
SEED = SHARED / "seed" / "russia-france-military-cooperation.md"

VOCABULARY = """said met that who attack on Tuesday the of , . “ ” " ( ) — Paris Merkel and to will
not if 2015 May talks signed killed by in was has been had - ``"""
WORDS = st.sampled_from([*VOCABULARY.split(), "''\n\n"])


def check(text: str) -> None:
    extraction = extract(a_document(text))
    ids = {mention.id for mention in extraction.mentions}
    for mention in extraction.mentions:
        assert 0 <= mention.trigger.begin < mention.trigger.end <= len(text)
        assert 0.0 <= mention.confidence <= 1.0
        assert mention.title
        for link in (mention.same_as, mention.about, mention.outcome_of):
            assert link is None or (link in ids and link != mention.id)
        for actor in (*mention.participants, *mention.attribution):
            assert actor.span.of(text)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    check(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize(
    "piece", ["a ", "“", "said ", "attack on Tuesday ", "the ", "met and ", "\n"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        extract(a_document(piece * count))
        return time.process_time() - started

    seconds(10)
    short, long = seconds(500), seconds(4_000)
    assert long < 8 * short * 3 + 0.5


def test_two_verbs_that_seem_to_share_a_subject_are_read() -> None:
    check(
        "Calling for a new bridge over the river, to be designed by local engineers, mayor Ines "
        "Duarte told reporters, “We need it.”"
    )


@pytest.mark.parametrize("before", range(12))
def test_a_long_sentence_may_be_cut_inside_a_name(before: int) -> None:
    told = "The council met, and " * 27 + "so " * before
    check(f"{told}it promised the city a bridge for the European Union, and left")


def test_nothing_is_found_in_nothing() -> None:
    assert read("") == ()


needs_seed = pytest.mark.skipif(not SEED.is_file(), reason=f"the seed article is not at {SEED}")


@pytest.fixture(scope="module")
def seed_events() -> list[tuple[EventMention, str, str]]:
    """Return the events of a real article of 26 November 2015, with triggers and dates."""
    text = SEED.read_text(encoding="utf-8")
    return [
        (m, m.trigger.of(text), edtf_text(m.time) if m.time else "")
        for m in extract(a_document(text)).mentions
    ]


EXPECTED = [
    ("meet", "MEETING", "2015-11-26", "planned"),
    ("visit", "MEETING", "2015-11-26", "planned"),
    ("lay out", "STATEMENT", "", "planned"),
    ("attacks", "ATTACK", "2015-11-13/2015-11-14", "actual"),
    ("downing", "ATTACK", "2015-11-24", "actual"),
    ("referring to", "STATEMENT", "2015-11-24", "actual"),
    ("meeting", "MEETING", "2015-11-24", "actual"),
    ("said", "STATEMENT", "2015-11-24", "actual"),
    ("said", "STATEMENT", "2015-11-25", "actual"),
    ("close", "SANCTION", "", "proposed"),
    ("saying", "STATEMENT", "2015-11-25", "actual"),
]


@needs_seed
@pytest.mark.parametrize(("trigger", "kind", "date", "modality"), EXPECTED)
def test_the_seed_article_yields_what_an_analyst_expects(
    seed_events: list[tuple[EventMention, str, str]],
    trigger: str,
    kind: str,
    date: str,
    modality: str,
) -> None:
    rows = [(m.type.value, d, m.modality.value) for m, t, d in seed_events if trigger in t]
    assert (kind, date, modality) in rows


@needs_seed
def test_the_seed_articles_background_is_no_event(
    seed_events: list[tuple[EventMention, str, str]],
) -> None:
    assert not any(trigger == "banned" for _, trigger, _ in seed_events)


@needs_seed
def test_the_ministers_words_are_his(
    seed_events: list[tuple[EventMention, str, str]],
) -> None:
    saying = next(m for m, trigger, _ in seed_events if trigger == "saying")
    assert saying.participants[0].name == "Sergei Lavrov"
    assert [source.name for source in saying.attribution] == ["Vedomosti"]
    assert saying.same_as is None


@needs_seed
def test_no_visit_has_the_date_of_a_report(
    seed_events: list[tuple[EventMention, str, str]],
) -> None:
    assert {date for _, trigger, date in seed_events if trigger == "visit"} == {"2015-11-26"}


@needs_seed
def test_the_ministers_support_is_about_the_closing(
    seed_events: list[tuple[EventMention, str, str]],
) -> None:
    closing = next(m for m, trigger, _ in seed_events if trigger.startswith("close"))
    assert any(m.about == closing.id for m, trigger, _ in seed_events if trigger == "said")
