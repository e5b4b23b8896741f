"""Web addresses tell the day and the outlet."""

import pytest

from timeline_app.reading.web_address import date_in_url, outlet_of_url


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://www.themoscowtimes.com/2015/11/26/a-visit-a1", "2015-11-26"),
        ("https://www.theguardian.com/world/2015/nov/26/paris", "2015-11-26"),
        ("https://example.org/news/2015-11-26-visit.html", "2015-11-26"),
        ("https://example.org/news/20151126/visit", "2015-11-26"),
        ("https://example.org/2015/13/40/visit", None),
        ("https://example.org/visit-12345678", None),
        ("https://2015-11-26.example.org/", None),
    ],
)
def test_the_date_in_an_address(url: str, value: str | None) -> None:
    found = date_in_url(url)
    assert (found[0] if found else None) == value


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.themoscowtimes.com/2015/11/26/a", "The Moscow Times"),
        ("https://www.theguardian.com/world", "The Guardian"),
        ("https://news.bbc.co.uk/x", "BBC"),
        ("https://www.nytimes.com/x", "The New York Times"),
        ("https://seine-dispatch.example/world", "Seine Dispatch"),
        ("https://www.kommersant.ru/doc/1", "kommersant.ru"),
        ("https://straitstimes.com/x", "Straits Times"),
        ("https://[broken", None),
        ("mailto:someone", None),
    ],
)
def test_the_outlet_of_an_address(url: str, outlet: str | None) -> None:
    assert outlet_of_url(url) == outlet
