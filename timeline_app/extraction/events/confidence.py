"""How sure it is that a mention is an event, of its type.

This module is being rewritten for headline wording, explanations, sources and calibration.
"""

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.candidate import Candidate


def confidence_of(candidate: Candidate, *, has_time: bool) -> float:
    """Return a probability, 0 to 1."""
    score = 0.5
    score += 0.15 * bool(candidate.participants)
    score += 0.1 * has_time
    score += 0.1 * (candidate.modality is Modality.ACTUAL)
    score -= 0.1 * (candidate.trigger.is_noun and candidate.trigger.group is None)
    return round(min(0.99, max(0.01, score)), 2)
