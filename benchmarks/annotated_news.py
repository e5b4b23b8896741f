"""Where annotated news lies: articles of others, which are no part of the project."""

import os
from pathlib import Path

ANNOTATED = Path(os.environ.get("TIMELINE_GOLD", Path(__file__).resolve().parents[2] / "shared"))
"""The folder that $TIMELINE_GOLD names, else one beside the checkout (it may not exist)."""
GOLD_EVENTS = ANNOTATED / "gold" / "events"
