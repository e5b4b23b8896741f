"""A finder of names adds those that the rules do not find, and changes none that they do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from extraction_builders import a_document

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.mention import Extraction
from timeline_app.annotation.span import Span
from timeline_app.errors import UsageError
from timeline_app.extraction.names.finder import FoundName, NameFinder, NameKind, load_finder
from timeline_app.extraction.pipeline import extract, read_story

PERSON, BODY, PLACE = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE


@dataclass(frozen=True)
class Listed:
    """Finds every occurrence of the names that it was told."""

    names: dict[str, NameKind]

    def find(self, text: str, *, language: str) -> Sequence[FoundName]:
        return [
            FoundName(span=Span(at, at + len(name)), kind=kind)
            for name, kind in self.names.items()
            for at in range(len(text))
            if text.startswith(name, at)
        ]


@dataclass(frozen=True)
class At:
    """Finds one person at a span."""

    span: Span

    def find(self, text: str, *, language: str) -> Sequence[FoundName]:
        return [FoundName(span=self.span, kind=PERSON)]


def read_with(text: str, names: dict[str, NameKind]) -> Extraction:
    finder: NameFinder = Listed(names)
    return extract(a_document(text), finder=finder)


def actors(text: str, names: dict[str, NameKind]) -> list[tuple[str, str, ActorKind]]:
    """Return wording, name and kind of every actor."""
    story = read_story(a_document(text), finder=Listed(names))
    return [(a.span.of(text), a.name, a.kind) for a in story.actors]


def participants(extraction: Extraction) -> set[str]:
    return {p.name for m in extraction.mentions for p in m.participants}


def places(extraction: Extraction) -> set[str]:
    return {p.name for m in extraction.mentions for p in m.places}


def test_a_found_person_takes_part_in_what_the_sentence_tells() -> None:
    text = "On Tuesday the police arrested bell hooks in Lima."
    assert "bell hooks" not in participants(extract(a_document(text)))
    assert "bell hooks" in participants(read_with(text, {"bell hooks": PERSON}))


def test_a_found_place_is_where_something_happens() -> None:
    text = "Ten people were killed in an attack at el Zubero on Tuesday."
    assert not places(extract(a_document(text)))
    assert places(read_with(text, {"el Zubero": PLACE})) == {"el Zubero"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ana Ruiz met Japan's foreign minister.", {"Ruiz": BODY, "Japan": PERSON}),
        ("The leaders met in Moscow on Friday.", {"Moscow": PERSON}),
        ("They signed the Lima Treaty on Friday.", {"Lima Treaty": BODY}),
        ("They met the Kenyan president.", {"Kenyan president": PERSON}),
        ("LIMA, May 3 - Talks began on Monday.", {"LIMA": PERSON}),
    ],
)
def test_the_rules_win(text: str, names: dict[str, NameKind]) -> None:
    document = a_document(text)
    story = read_story(document)
    assert read_story(document, finder=Listed(names)) == story


def test_what_the_rules_found_stays_as_it_was() -> None:
    text = "Ana Ruiz met Japan's premier in Lima. On Tuesday police freed bell hooks there."
    before = read_story(a_document(text))
    after = read_story(a_document(text), finder=Listed({"bell hooks": PERSON}))
    assert [a for a in after.actors if a.name != "bell hooks"] == list(before.actors)
    assert len(after.actors) == len(before.actors) + 1


def test_a_single_name_gets_the_full_one_that_one_person_bears() -> None:
    text = "bell hooks arrived. Later hooks spoke. "
    names = {"bell hooks": PERSON, "hooks": PERSON}
    found = [a[:2] for a in actors(text, names)]
    assert found == [("bell hooks", "bell hooks"), ("hooks", "bell hooks")]
    names["ann hooks"] = PERSON
    found = [a[:2] for a in actors(text + "So did ann hooks.", names)]
    assert ("hooks", "hooks") in found


def test_article_possessive_and_line_break_are_no_part_of_a_name() -> None:
    text = "Later the blue\nhelmets's tents burned."
    assert actors(text, {"the blue\nhelmets's": BODY}) == [
        ("blue\nhelmets", "blue helmets", ActorKind.ORGANISATION)
    ]


@pytest.mark.parametrize("name", ["zub", "arrived. Later", "the", "'s"])
def test_a_name_that_cuts_a_word_or_spans_sentences_is_left_out(name: str) -> None:
    text = "The zub-led group arrived. Later it left the zub's."
    finder = At(Span(text.find(name), text.find(name) + len(name)))
    assert read_story(a_document(text), finder=finder) == read_story(a_document(text))


def test_the_finder_is_told_the_language() -> None:
    told: list[str] = []

    class Asking:
        def find(self, text: str, *, language: str) -> Sequence[FoundName]:
            told.append(language)
            return ()

    extract(replace(a_document("Rien."), language="fr"), finder=Asking())
    assert told == ["fr"]


@pytest.mark.parametrize("spec", ["", "spacy", "spacy:", "spacy: ", "other:sm", "en_core_web_sm"])
def test_a_malformed_spec_is_told_with_its_form(spec: str) -> None:
    with pytest.raises(UsageError, match="spacy:en_core_web_sm"):
        load_finder(spec)
