"""ZIP archives of articles: their members, one by one; nothing is unpacked onto the disk."""

import zipfile
from collections.abc import Iterator

from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import InputFile, unreadable

ARCHIVE_SUFFIX = ".zip"

_MAX_MEMBERS = 100_000
_MAX_UNPACKED_BYTES = 4 * 1024**3
_ENCRYPTED = 0x1


def members(file: InputFile, suffixes: frozenset[str]) -> Iterator[InputFile]:
    """Yield the members whose suffix is one of `suffixes`, by name.

    Raises ReadingError where the archive is damaged, locked, or would unpack to more than any
    collection of articles.
    """
    infos = [info for info in _listed(file) if not info.is_dir()]
    if len(infos) > _MAX_MEMBERS or sum(i.file_size for i in infos) > _MAX_UNPACKED_BYTES:
        raise ReadingError(
            f"{file.name}: the archive would unpack to more than "
            f"{_MAX_UNPACKED_BYTES // 1024**3} GB or {_MAX_MEMBERS} files. "
            "Unpack what you need of it, and give that."
        )
    wanted = [info for info in infos if _is_article(info.filename, suffixes)]
    if not wanted:
        raise ReadingError(f"{file.name}: no article was found in this archive.")
    if any(info.flag_bits & _ENCRYPTED for info in wanted):
        raise ReadingError(f"{file.name}: the archive needs a password. Unpack it first.")
    for info in sorted(wanted, key=lambda i: i.filename):
        yield InputFile.of_member(file, info.filename)


def _listed(file: InputFile) -> list[zipfile.ZipInfo]:
    if file.path is None:
        raise ReadingError(f"{file.name}: an archive is read from a file only. Save it first.")
    try:
        with zipfile.ZipFile(file.path) as archive:
            return archive.infolist()
    except OSError as error:
        raise unreadable(file.name, error) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadingError(
            f"{file.name}: the archive is damaged ({error}). Get it again, or repair it."
        ) from error


def _is_article(name: str, suffixes: frozenset[str]) -> bool:
    parts = name.replace("\\", "/").split("/")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts if part != "..")
    return not is_hidden and any(parts[-1].lower().endswith(suffix) for suffix in suffixes)
