"""Imports at Python's own speed.

PySide puts itself before Python's import, to see which modules ask for its `__feature__` switch,
and for that it reads the source of every module that is imported later. No module here has the
switch; without the search a start takes a fifth less time.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (puts itself before the import)


def use_plain_import() -> None:
    """Give Python's own import back, where PySide has kept it."""
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
