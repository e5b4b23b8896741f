"""A process that writes to a library until it is killed, telling after each write that it is done.

usage: python worker.py LIBRARY ROUND
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from builders import day, document, extraction, mention, person  # noqa: E402 - after the paths

from timeline_app.annotation.event import EventId  # noqa: E402 - after the paths
from timeline_app.operations.adding import add_article  # noqa: E402 - after the paths
from timeline_app.operations.edits import ChangeTitle  # noqa: E402 - after the paths
from timeline_app.storage.library import Library  # noqa: E402 - after the paths


def main(path: Path, number: str) -> None:
    """Add articles and edit events until the end of the world."""
    sys.stdout.reconfigure(line_buffering=True)
    sys.stdout.write("ready\n")
    library = Library.open(path)
    for count in range(100_000):
        name = f"{number}-{count}"
        said = mention(
            title=f"Meeting {name}", time=day(2015, 11, count % 28 + 1),
            participants=(person("Barack Obama"), person(f"Person {name}")),
        )  # fmt: skip
        of = document(f"Article {name}: Obama met someone. " * 20, path=f"{name}.txt")
        (event_id,) = add_article(library, extraction(said, of=of)).events_added
        sys.stdout.write(f"article {name}.txt\n")
        library.apply(ChangeTitle(event_id=EventId(event_id), title=f"Edited {name}"))
        sys.stdout.write(f"edit {event_id} Edited {name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
