"""What our own bugs leave behind: a file that a user can send."""

import hashlib
import traceback
from pathlib import Path


def write_crash_report(error: BaseException, folder: Path) -> Path | None:
    """Write where an error came from, and return the file; None where it cannot be written.

    The same bug has the same file name, so that a batch does not leave thousands. No local
    values are written: they may hold texts of the user.
    """
    report = "".join(traceback.format_exception(error))
    origin = "".join(traceback.format_tb(error.__traceback__))
    digest = hashlib.sha256(origin.encode("utf-8", "replace")).hexdigest()[:10]
    place = folder / f"crash-{digest}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return place
