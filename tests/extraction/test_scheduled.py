"""Dates that say when a noun is due, begins or ends."""

import pytest
from extraction_builders import date_of

DCT = "1994-02-09"
"""A Wednesday."""

CASES = [
    ("The mine awaits a court ruling, which is expected next month.", "ruling", "1994-03"),
    ("The visit of the sultan to Oman, planned for 23 April, was put off.", "visit", "1994-04-23"),
    (
        "The talks in Geneva, which had begun on Monday, were broken off by the Finns.",
        "talks",
        "1994-02-07",
    ),
    (
        "Refugees fled during the air strikes, which started on January 24.",
        "air strikes",
        "1994-01-24",
    ),
    ("She has invited the deans to a briefing on Friday.", "briefing", "1994-02-11"),
    ("The pilots threatened to hold a strike on Saturday.", "strike", "1994-02-12"),
    ("The envoy will arrive in Minsk on 16 March for talks with the union.", "talks", "1994-03-16"),
    (
        "The navy began at ten o'clock this morning to enforce the blockade.",
        "enforce",
        "1994-02-09",
    ),
    ("A panel will investigate the massacre of the miners four years ago.", "massacre", "1990"),
    ("A panel will investigate the massacre of the miners four years ago.", "investigate", None),
    ("Police arrested the forger in the small hours of Tuesday.", "arrested", "1994-02-08"),
    ("Police arrested Ahmed at the harbour of Aden on Tuesday.", "arrested", "1994-02-08"),
    ("As of Tuesday evening, the heirs had not signed the treaty.", "signed", "1994-02-08"),
    ("Raiders attacked a mill and crowded barns near Lund on Tuesday.", "attacked", "1994-02-08"),
    (
        "The bank will buy all bonds tendered by the owners in Basel from today through Feb. 17.",
        "buy",
        "1994-02-09/1994-02-17",
    ),
    (
        "The junta marked its rise on Monday with rallies calling for the return of the boy.",
        "rallies",
        "1994-02-07",
    ),
    (
        "The junta marked its rise on Monday with rallies calling for the return of the boy.",
        "calling for",
        "1994-02-07",
    ),
    ("The queen danced on Monday. The trial of the forger continues.", "trial", "1994-02-09"),
    ("The judge hailed the verdict as a new “May Day”.", "hailed", "1994-02-09"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_a_date_hangs_on_what_it_can_date(text: str, trigger: str, expected: str | None) -> None:
    assert (date_of(text, trigger, DCT) or "").split("T")[0] == (expected or "")
