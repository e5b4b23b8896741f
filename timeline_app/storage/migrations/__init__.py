"""The one path from every older library file to the present one.

`STEPS[n]` holds the statements that lead from schema version n to n + 1.
"""

from timeline_app.storage.migrations.v001_first import STATEMENTS as _FIRST
from timeline_app.storage.migrations.v002_listing import STATEMENTS as _LISTING

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _LISTING)

SCHEMA_VERSION = len(STEPS)
