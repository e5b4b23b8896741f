"""Small real documents of office formats, made in memory."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/package.opf"/></rootfiles></container>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(*paragraphs: str, title: str = "", created: str = "", body: str = "") -> bytes:
    """Return a Word document; `body` is raw XML after the paragraphs."""
    inner = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    core = f"<dc:title>{escape(title)}</dc:title><dcterms:created>{created}</dcterms:created>"
    return zipped(
        {
            "word/document.xml": (
                f'<w:document xmlns:w="{_WORD}"><w:body>{inner}{body}</w:body></w:document>'
            ),
            "docProps/core.xml": f"<cp:coreProperties {_CORE}>{core}</cp:coreProperties>",
        }
    )


def epub(chapters: Mapping[str, str], *, date: str = "") -> bytes:
    """Return a book whose chapters (file name → body) are read in the order given."""
    items = "".join(f'<item id="c{n}" href="{name}"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A book</dc:title>'
        f"<dc:date>{date}</dc:date></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    members = {
        f"OPS/{name}": f"<html><body>{body}</body></html>" for name, body in chapters.items()
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OPS/package.opf": package,
            **members,
        }
    )


def pdf(*pages: str, title: str = "", created: str = "", password: str = "") -> bytes:
    """Return a PDF with one text line a line of each page."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(600, 800)
        shown = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.add_metadata({"/Title": title, **({"/CreationDate": created} if created else {})})
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
