from extraction_builders import date_of, found

_HARBOUR = (
    "Gunmen shot dead guards at Lima hotel\n\n"
    "LIMA, Nov. 26 — Four men in masks attacked a hotel by the harbour in Lima on Tuesday, "
    "the police said.\n"
)


def test_a_headline_is_the_happening_that_the_opening_dates() -> None:
    headline, opening = found(_HARBOUR, "shot"), found(_HARBOUR, "attacked")
    assert opening.same_as == headline.id
    assert opening.same_as_reason
    assert date_of(_HARBOUR, "shot") == "2015-11-24"


def test_a_headline_beneath_the_papers_name_is_one_too() -> None:
    text = "The Fjord Gazette\n\n" + _HARBOUR
    assert found(text, "attacked").same_as == found(text, "shot").id


def test_another_place_and_kind_of_deed_is_not_what_the_headline_tells() -> None:
    text = (
        "Gunmen shot dead guards at Lima hotel\n\n"
        "OSLO, Nov. 26 — A bomb exploded in Oslo on Tuesday.\n\n"
        "Nobody was hurt.\n"
    )
    assert found(text, "exploded").same_as is None
    assert date_of(text, "shot") is None


def test_a_plan_of_the_opening_is_not_what_the_headline_tells_as_done() -> None:
    text = (
        "Solberg visits Lima\n\n"
        "OSLO, Nov. 26 — Prime Minister Erna Solberg will visit Lima again on Dec. 20.\n"
    )
    assert date_of(text, "visits") is None
