"""Title, outlet and author above the story."""

import pytest

from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input, read_pasted_text

STORY = (
    "The president of the country flew to the capital of the other country to speak with his "
    "colleague there, a spokesman said, and both promised to continue the talks.\n"
)


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("# A visit\n\nNovember 26, 2015", "A visit", None),
        ("A visit\n\nNovember 26, 2015", "A visit", None),
        ("Continental Wire\n\nA visit to Paris", "A visit to Paris", "Continental Wire"),
        (
            "THE BOSPHORUS LEDGER\n\nA visit\n\nAnkara, 16.11.2015",
            "A visit",
            "The Bosphorus Ledger",
        ),
        (
            "The Hill Review\nA weekly of policy\n\nNovember 20, 2015\n\nA visit to Paris",
            "A visit to Paris",
            "The Hill Review",
        ),
        (
            "# A visit\n\n**The Hill Review** | Paris | November 25, 2015",
            "A visit",
            "The Hill Review",
        ),
        (
            "Turkey Detains Dozens at Opposition Daily",
            "Turkey Detains Dozens at Opposition Daily",
            None,
        ),
        ("NAIROBI, Kenya (AP) _", "pasted", None),
        ("", "pasted", None),
    ],
)
def test_title_and_outlet(head: str, title: str, outlet: str | None) -> None:
    document = read_pasted_text(f"{head}\n\n{STORY}", name="pasted")
    assert (document.title, document.outlet) == (title, outlet)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Berg", "Anna Berg"),
        ("By Anna Berg, Vienna", "Anna Berg"),
        ("Par Jean-Luc Petit", "Jean-Luc Petit"),
        ("By the time they met", None),
        ("By Train to Moscow", None),
        ("By Night Train to Moscow", None),
        ("By Ursula von der Leyen and Bo Ek", "Ursula von der Leyen"),
        ("**By Anna Berg** | Vienna", "Anna Berg"),
    ],
)
def test_author(line: str, author: str | None) -> None:
    assert read_pasted_text(f"A visit\n\n{line}\n\n{STORY}", name="p").author == author


def test_a_labelled_address_gives_outlet_and_date() -> None:
    text = f"# A visit\n\n{STORY}\nOriginal url:\n\n<https://www.themoscowtimes.com/2015/11/26/a>"
    document = read_pasted_text(text, name="p")
    assert document.outlet == "The Moscow Times"
    assert document.dct is not None and document.dct.span is not None
    assert document.dct.span.of(text) == "2015/11/26"


def test_an_address_that_the_story_mentions_is_not_its_own() -> None:
    text = f"A visit\n\n{STORY}\nSee also https://example.org/2014/01/01/x for more of it.\n"
    assert read_pasted_text(text, name="p").url is None


def test_front_matter_is_metadata() -> None:
    text = f"---\ntitle: A visit\nsource: Post\ndate: 26 November 2015\n---\n\n# Other\n\n{STORY}"
    (document,) = read_input(InputFile(name="a.md", content=text.encode()))
    assert (document.title, document.outlet) == ("A visit", "Post")
    assert document.dct is not None and document.dct.span is not None
    assert document.dct.span.of(text) == "26 November 2015"
