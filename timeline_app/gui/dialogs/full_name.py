"""The property by which a menu's entry tells the command palette its whole name."""

FULL_NAME = "fullName"
"""Property of a QAction: its name with that of its menu, where it says too little alone."""
