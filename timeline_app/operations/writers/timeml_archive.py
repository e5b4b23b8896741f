"""TimeML with TIMEX3 and EVENT: a ZIP archive with one document an article."""

import io
import re
import zipfile
from collections import defaultdict

from timeline_app.annotation.event import DocumentId
from timeline_app.operations.export.timeml import timeml_text
from timeline_app.operations.writers.chronology import (
    Chronology,
    Entry,
    LeftOut,
    SourceArticle,
    Written,
    split,
)

_STAMP = (1980, 1, 1, 0, 0, 0)
"""A constant keeps the archive the same for the same events; ZIP knows no earlier time."""
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_NAME_LENGTH = 60


def write_timeml_archive(chronology: Chronology) -> Written:
    """Write the articles, each with its time expressions and the chronology's events in it."""
    entries, left_out = split(chronology, _obstacle)
    mentions: dict[DocumentId, set[str]] = defaultdict(set)
    for entry in entries:
        for citation in entry.citations:
            mentions[citation.article.id].add(citation.mention.id)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for article in chronology.articles:
            if extraction := chronology.extractions.get(article.id):
                content = timeml_text(extraction, mentions[article.id])
                archive.writestr(zipfile.ZipInfo(_name(article), _STAMP), content.encode())
        if left_out:
            info = zipfile.ZipInfo("LEFT-OUT.txt", _STAMP)
            archive.writestr(info, "".join(map(_line, left_out)).encode())
    return Written(content=out.getvalue(), left_out=left_out)


def _obstacle(entry: Entry) -> str | None:
    return None if entry.citations else "no article tells of it, and this format marks up articles"


def _name(article: SourceArticle) -> str:
    """Return a name of plain letters: what an article calls itself never names a folder."""
    words = _UNSAFE.sub("-", article.title or article.path).strip("-")[:_NAME_LENGTH]
    return f"{article.id:05d}-{words.lower() or 'article'}.tml"


def _line(item: LeftOut) -> str:
    return f"{item.title}: {item.reason}\n"
