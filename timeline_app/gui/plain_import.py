"""Imports at Python's own speed.

PySide puts itself before Python's import, to see which modules ask for its `__feature__` switch,
and for that it reads the source of every module that is imported later. No module here has the
switch; without the search a start takes a fifth less time.
"""

import builtins

from timeline_app.gui.late_modules import SIGNATURES, import_without


def use_plain_import() -> None:
    """Load PySide without what a start does not need, and give Python's own import back."""
    import_without(SIGNATURES, "PySide6.QtCore")  # puts itself before the import
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
