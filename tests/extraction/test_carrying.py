"""Which time a mention without a date phrase takes over, and which takes none."""

from extraction_builders import date_of


def test_a_headline_beneath_the_papers_name_has_no_date_of_its_own() -> None:
    text = (
        "The Harbour Post\n\nPresident Bachelet flew to Lima for talks\n\n"
        "The price of copper fell in Santiago on Tuesday.\n"
    )
    assert date_of(text, "flew") is None


def test_what_a_speaker_says_in_the_opening_is_news_of_the_day() -> None:
    text = "President Bachelet says the mine must close before the winter.\n\nShe called it unsafe."
    assert date_of(text, "says") == "2015-11-26"


def test_what_befell_somebody_before_is_not_of_the_storys_day() -> None:
    text = (
        "President Bachelet met the premier of Peru in Lima on Tuesday.\n\n"
        "The widow moved to Cusco after her husband died in a fire. Rescuers fled as the dam "
        "collapsed."
    )
    assert date_of(text, "died") is None
    assert date_of(text, "collapsed") == "2015-11-24"
