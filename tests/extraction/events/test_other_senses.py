"""Words that name another kind of happening in other company."""

import pytest
from extraction_builders import found


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("In May the envoy called on Sultan Qaboos in Muscat.", "called", "MEETING"),
        ("The bishop called on both sides in Lima to talk.", "called", "STATEMENT"),
        ("The bishop called on voters in a letter on Monday.", "called", "STATEMENT"),
        ("Chile took over the chair of the forum on Friday.", "took over", "LEGAL"),
        ("Rebels took over the town on Friday.", "took over", "ATTACK"),
        ("Scuffles broke out between police and mourners.", "Scuffles", "PROTEST"),
        ("Scuffles broke out between the two armies.", "Scuffles", "ATTACK"),
    ],
)
def test_company_decides_what_a_word_names(text: str, trigger: str, expected: str) -> None:
    assert found(text, trigger).type.value == expected
