"""One JSON array of all documents, each as in the JSON Lines output."""

import json

from timeline_app.annotation.mention import Extraction
from timeline_app.operations.export.jsonl import document_object

JSON_BEGIN = "[\n"
JSON_SEPARATOR = ",\n"
JSON_END = "\n]\n"


def json_item(extraction: Extraction) -> str:
    """Return one document of the array, indented."""
    return json.dumps(document_object(extraction), ensure_ascii=False, indent=2)
