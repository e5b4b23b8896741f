"""Everything that reading articles of a language needs, loaded and compiled beforehand."""

from timeline_app.annotation.document import Document
from timeline_app.extraction.pipeline import extract
from timeline_app.extraction.timex.pack import load_pack


def make_ready(language: str = "en") -> None:
    """Load the words and rules of a language, which else are loaded when first needed."""
    extract(Document(path="", text=".", sha256="", dct=None, language=language))
    pack = load_pack(language)
    for rules in (pack.rules, *pack.phrases.values()):
        for rule in rules:
            rule.compile()
