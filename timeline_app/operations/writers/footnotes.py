"""Footnotes of a DOCX document, which python-docx does not write (ECMA-376 part 1, 17.11)."""

from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:footnotes xmlns:w="{_NAMESPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_SMALL = '<w:rPr><w:sz w:val="16"/></w:rPr>'


class Footnotes:
    """Collects the notes of a document; `attach` writes them into it."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a reference at the end of a paragraph, and its text at the foot of the page."""
        self._notes.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        number = str(len(self._notes))
        etree.SubElement(run.element, qn("w:footnoteReference"), {qn("w:id"): number})

    def attach(self, document: Document) -> None:
        """Add the notes to the document's package."""
        notes = "".join(_note(number, text) for number, text in enumerate(self._notes, start=1))
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            f"{_HEAD}{notes}</w:footnotes>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>'
        f'<w:r>{_SMALL}<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )
