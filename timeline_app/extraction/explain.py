"""Why a mention has its date, and why it repeats another: one plain sentence.

This module is being rewritten for headline wording, explanations, sources and calibration.
"""

from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.link import Link


def explanation_of(link: Link, language: str) -> str:
    """Return why the mention has this time, with the words that it rests on."""
    texts = load_table(language, "events/explanations").get("link", {})
    text = str(texts.get(link.reason, ""))
    if link.timex is None:
        return text
    reason = link.timex.explanation.rstrip(".")
    return text.replace("{phrase}", link.timex.text).replace("{reason}", reason)


def same_as_text(reason: str, language: str) -> str:
    """Return why the mention is taken for a repeat, "" if it is none."""
    return str(load_table(language, "events/explanations").get("same_as", {}).get(reason, ""))
