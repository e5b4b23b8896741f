"""Folders watched for new articles, by looking again: it works on every disk and network share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from timeline_app.reading.registry import article_files

_Look = tuple[int, int]


class FolderWatch:
    """Knows which articles of some folders are new since it last looked."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._seen: dict[Path, _Look] = {}
        self._given: dict[Path, _Look] = {}

    @classmethod
    def of_what_comes(cls, folders: Sequence[Path]) -> Self:
        """Return a watch that takes what is there now for known."""
        watch = cls(folders)
        watch.settled()
        watch.settled()
        return watch

    def settled(self) -> tuple[Path, ...]:
        """Return the files that are new or changed and no longer being written.

        A file counts as written when size and time are the same in two looks, one after another;
        so the first look returns nothing.
        """
        now = {path: look for path in article_files(self._folders) if (look := _look(path))}
        new = tuple(
            path
            for path, look in now.items()
            if self._seen.get(path) == look and self._given.get(path) != look
        )
        self._seen = now
        self._given = {p: look for p, look in self._given.items() if p in now}
        self._given.update((path, now[path]) for path in new)
        return new


def _look(path: Path) -> _Look | None:
    try:
        status = path.stat()
    except OSError:  # gone meanwhile
        return None
    return status.st_mtime_ns, status.st_size
