"""Silence of the libraries that read formats: what matters is raised or kept as a remark."""

import logging


def keep_quiet(*names: str) -> None:
    """Keep the warnings of libraries off standard error, where nobody asked for them."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
