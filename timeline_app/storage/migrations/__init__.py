"""The one path from every older library file to the present one.

`STEPS[n]` holds the statements that lead from schema version n to n + 1.
"""

from timeline_app.storage.migrations.v001_first import STATEMENTS as _FIRST
from timeline_app.storage.migrations.v002_listing import STATEMENTS as _LISTING
from timeline_app.storage.migrations.v003_splits import STATEMENTS as _SPLITS

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _LISTING, _SPLITS)

SCHEMA_VERSION = len(STEPS)
