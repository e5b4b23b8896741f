"""Titles as a person would write them: who does what, with or to whom, where.

This module is being rewritten for headline wording, explanations, sources and calibration.
"""

from collections.abc import Sequence

from timeline_app.annotation.actor import Participant, Role
from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.candidate import Candidate


def title_of(candidate: Candidate, language: str) -> str:
    """Return a short headline for the happening."""
    agents = [p for p in candidate.participants if p.role in (Role.AGENT, Role.SPEAKER)]
    others = [p for p in candidate.participants if p.role not in (Role.AGENT, Role.SPEAKER)]
    head = candidate.trigger.entry.key.replace("_", " ")
    parts = [_joined(agents), head, _joined(others)]
    text = " ".join(part for part in parts if part)
    if candidate.modality is not Modality.ACTUAL:
        text = f"{text} ({candidate.modality.value})"
    return text[:1].upper() + text[1:]


def _joined(people: Sequence[Participant]) -> str:
    return " and ".join(p.name for p in people[:2])
