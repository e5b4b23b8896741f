"""Day or month first, by the document's own evidence."""

import pytest

from timeline_app.extraction.timex.numeric_order import is_month_first


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("Signed 4/5/2015.", True, True),
        ("Signed 4/5/2015.", False, False),
        ("Signed 4/5/2015, paid 24/5/2015.", True, False),
        ("Signed 4/5/2015, paid 5/24/2015.", False, True),
        ("24/5/2015 and 5/24/2015", True, True),
        ("Paid 24.5.2015", True, False),
        ("A part 24/5/2015/7", True, True),
        ("", False, False),
    ],
)
def test_order(text: str, default: bool, expected: bool) -> None:
    assert is_month_first(text, default=default) is expected
