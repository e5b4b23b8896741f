"""Which time a mention without a date phrase takes over, and which takes none."""

from extraction_builders import date_of


def test_a_headline_beneath_the_papers_name_has_no_date_of_its_own() -> None:
    text = (
        "The Harbour Post\n\nPresident Bachelet flew to Lima for talks\n\n"
        "The price of copper fell in Santiago on Tuesday.\n"
    )
    assert date_of(text, "flew") is None
