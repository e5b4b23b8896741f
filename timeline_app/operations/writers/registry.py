"""The formats in which a chronology can be written."""

from timeline_app.errors import UsageError
from timeline_app.operations.writers.calendar import write_ics
from timeline_app.operations.writers.chronology import Chronology, Writer, Written
from timeline_app.operations.writers.clean import cleaned
from timeline_app.operations.writers.coded_rows import write_coded_rows
from timeline_app.operations.writers.machine_json import write_json, write_jsonl
from timeline_app.operations.writers.markdown import write_markdown
from timeline_app.operations.writers.page import write_html
from timeline_app.operations.writers.references import write_csl_json, write_ris
from timeline_app.operations.writers.tables import (
    write_events_csv,
    write_mentions_csv,
    write_xlsx,
)
from timeline_app.operations.writers.timeline_project import write_timeline_project
from timeline_app.operations.writers.timelinejs_sheet import write_timelinejs_sheet
from timeline_app.operations.writers.timeml_archive import write_timeml_archive
from timeline_app.operations.writers.timesketch import (
    write_timesketch_csv,
    write_timesketch_jsonl,
)
from timeline_app.operations.writers.web_timelines import (
    write_simile,
    write_timelinejs,
    write_vis,
)
from timeline_app.operations.writers.word_document import write_docx


def _write_pdf(chronology: Chronology) -> Written:
    """Write a PDF; what draws it is loaded only then, since it takes half a second."""
    from timeline_app.operations.writers.pdf_document import write_pdf

    return write_pdf(chronology)


WRITERS: tuple[Writer, ...] = (
    Writer(key="html", label="Interactive page", suffix=".html", write=cleaned(write_html)),
    Writer(
        key="markdown", label="Markdown, footnoted", suffix=".md", write=cleaned(write_markdown)
    ),
    Writer(key="docx", label="Word, footnoted", suffix=".docx", write=cleaned(write_docx)),
    Writer(key="pdf", label="PDF, sources linked", suffix=".pdf", write=cleaned(_write_pdf)),
    Writer(key="csv", label="CSV, a row an event", suffix=".csv", write=cleaned(write_events_csv)),
    Writer(
        key="csv-mentions",
        label="CSV, a row a mention",
        suffix=".mentions.csv",
        write=cleaned(write_mentions_csv),
    ),
    Writer(key="xlsx", label="Excel workbook", suffix=".xlsx", write=cleaned(write_xlsx)),
    Writer(key="json", label="JSON, without loss", suffix=".json", write=write_json),
    Writer(key="jsonl", label="JSON Lines", suffix=".jsonl", write=write_jsonl),
    Writer(key="ics", label="iCalendar", suffix=".ics", write=cleaned(write_ics)),
    Writer(
        key="timelinejs",
        label="TimelineJS3",
        suffix=".timelinejs.json",
        write=cleaned(write_timelinejs),
    ),
    Writer(
        key="timelinejs-csv",
        label="TimelineJS3 spreadsheet",
        suffix=".timelinejs.csv",
        write=cleaned(write_timelinejs_sheet),
    ),
    Writer(key="vis", label="vis-timeline", suffix=".vis.json", write=cleaned(write_vis)),
    Writer(
        key="simile", label="SIMILE Timeline", suffix=".simile.json", write=cleaned(write_simile)
    ),
    Writer(
        key="timeline-project",
        label="The Timeline Project",
        suffix=".timeline",
        write=cleaned(write_timeline_project),
    ),
    Writer(
        key="timesketch",
        label="Timesketch CSV",
        suffix=".timesketch.csv",
        write=cleaned(write_timesketch_csv),
    ),
    Writer(
        key="timesketch-jsonl",
        label="Timesketch JSON Lines",
        suffix=".timesketch.jsonl",
        write=cleaned(write_timesketch_jsonl),
    ),
    Writer(
        key="timeml",
        label="TimeML, a document an article",
        suffix=".timeml.zip",
        write=cleaned(write_timeml_archive),
    ),
    Writer(
        key="coded",
        label="PLOVER and CAMEO rows",
        suffix=".coded.csv",
        write=cleaned(write_coded_rows),
    ),
    Writer(key="ris", label="Sources as RIS", suffix=".ris", write=cleaned(write_ris)),
    Writer(
        key="csl-json",
        label="Sources as CSL-JSON",
        suffix=".csl.json",
        write=cleaned(write_csl_json),
    ),
)


def writer_for(key: str) -> Writer:
    """Return the writer of a format. Raises UsageError for one that there is not."""
    for writer in WRITERS:
        if writer.key == key:
            return writer
    known = ", ".join(writer.key for writer in WRITERS)
    raise UsageError(f"There is no format “{key}”. Choose one of: {known}.")


def writer_for_name(file_name: str) -> Writer | None:
    """Return the writer whose suffix a file name has, the longest suffix first."""
    fitting = [w for w in WRITERS if file_name.lower().endswith(w.suffix)]
    return max(fitting, key=lambda writer: len(writer.suffix), default=None)
