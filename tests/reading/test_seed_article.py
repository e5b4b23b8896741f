"""A real newspaper article, where it lies beside the checkout, is read as its readers read it."""

import os
from pathlib import Path

import pytest

from timeline_app.reading.registry import read_path

SHARED = Path(os.environ.get("TIMELINE_GOLD", Path(__file__).resolve().parents[3] / "shared"))
ARTICLE = SHARED / "seed" / "russia-france-military-cooperation.md"


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article lies beside the checkout")
def test_the_article_has_its_date_outlet_and_title() -> None:
    (document,) = read_path(ARTICLE)
    assert document.text == ARTICLE.read_bytes().decode("utf-8")
    assert document.title == "Russia-France Military Cooperation in Syria to Go Ahead"
    assert document.outlet == "The Moscow Times"
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert not document.is_date_disputed
    quotes = [span.of(document.text) for span in document.dateline_spans]
    assert quotes == ["November 26, 2015", "2015/11/26"]
