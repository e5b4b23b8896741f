"""The clipboard holds the same events as text, as a table and as JSON."""

from pathlib import Path

import builders
from lxml import html

from timeline_app.annotation.event import EventId
from timeline_app.operations.writers.clipboard import clipboard_forms
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.machine_json import read_json
from timeline_app.storage.library import Library


def test_the_three_forms_tell_the_same(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tlib") as library:
        mention = builders.mention(
            title="<b>Talks</b>\nin Vienna",
            time=builders.month(2015, 11),
            places=[builders.place("Vienna")],
        )
        library.add(builders.extraction(mention, of=builders.document(outlet="The Example")))
        chronology = gather(library, [EventId(int(i)) for i in library.columns().ids])
    forms = clipboard_forms(chronology)
    assert forms.text.startswith("November 2015: <b>Talks</b> in Vienna — Vienna [The Example")
    cells = [cell.text_content() for cell in html.fromstring(forms.html).iter("td")]
    assert cells[:2] == ["November 2015", "<b>Talks</b> in Vienna"]
    assert read_json(forms.json) == chronology
