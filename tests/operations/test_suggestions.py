"""What may be the same is offered, and never merged unasked."""

from pathlib import Path

from builders import day, document, extraction, mention, person

from timeline_app.annotation.event import EventId
from timeline_app.operations.adding import add_article
from timeline_app.operations.suggestions import similar_events
from timeline_app.storage.library import Library

PUTIN = person("Vladimir Putin")
TALKS = mention("e1", title="Putin holds talks", time=day(2015, 11, 26), participants=(PUTIN,))
DINNER = mention("e1", title="Putin gives a dinner", time=day(2015, 11, 26), participants=(PUTIN,))
LATER = mention("e2", title="Putin meets envoys", time=day(2015, 11, 28), participants=(PUTIN,))
OTHERS = mention("e3", title="Others meet", time=day(2015, 11, 26))


def test_what_shares_a_party_near_the_day_is_offered_best_first(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.tlib") as library:
        add_article(library, extraction(TALKS))
        add_article(library, extraction(DINNER, LATER, OTHERS, of=document("Two.", path="b.txt")))
        assert len(library.columns()) == 4
        found = similar_events(library, EventId(1))
        assert [one.title for one in found] == [DINNER.title, LATER.title]
        assert found[0].reason == "same type, both involve Vladimir Putin, both on 26 Nov 2015"
        assert similar_events(library, EventId(4)) == ()
