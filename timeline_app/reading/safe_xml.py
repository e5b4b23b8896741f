"""XML of strangers: no entities of its own, no network, bounded."""

from lxml import etree

from timeline_app.errors import ReadingError


def parse_xml(content: bytes, name: str) -> etree._Element:
    """Return the root element. Entities are not resolved, so none can grow or fetch.

    Raises ReadingError where it is no well-formed XML or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            f"{name}: the XML is damaged ({error}). Save the document again."
        ) from error
    _refuse_entities(root, name)
    return root


def _refuse_entities(root: etree._Element, name: str) -> None:
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise ReadingError(
            f"{name}: the XML defines entities of its own, which articles never need and attacks "
            "do. Save the article as text."
        )


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str:
    """Return the text of the first child with one of the names, in the order of the names."""
    for name in names:
        for child in element:
            if local_name(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return ""
