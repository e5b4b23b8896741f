"""Turn hand-written annotations (`NAME.ann`) into the gold's JSON (`NAME.json`).

    python tests/quality/compile_annotations.py tests/quality/dev [FOLDER...]

An `.ann` file stands for one article. Its first line is `dct YYYY-MM-DD` (or `dct none`), further
lines are events, empty, or comments (`#`):

    e1 MEETING/OTHER | at the [meeting] with | 2015-11-24 explicit "Tuesday" | P A; B | @ Paris

The fields after the id, type and alternative types are: the trigger in brackets inside enough of
its wording to occur once in the article; the date (`-` for none), its basis and, where a phrase
dates it, that phrase; then in any order `planned|proposed|denied|hypothetical` (actual is the
default), `P` participants, `@` places, `by` who is said to have said it, `opt`, and `=e1` for the
same happening as e1. A line break in the article counts as a blank.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

MODALITIES = frozenset({"planned", "proposed", "denied", "hypothetical"})
BASES = frozenset({"explicit", "context", "publication", "none"})
TYPES = frozenset(
    {
        *("MEETING", "ATTACK", "STATEMENT", "AGREEMENT", "MILITARY"),
        *("SANCTION", "LEGAL", "PROTEST", "DISASTER", "OTHER"),
    }
)


class AnnotationError(Exception):
    """An annotation line that does not fit its article; the message names the line."""


def find_trigger(text: str, quoted: str) -> tuple[int, int]:
    """Return the offsets of the bracketed words; the whole wording must occur exactly once."""
    parts = re.fullmatch(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)", quoted, re.DOTALL)
    if parts is None:
        raise AnnotationError(f"no [trigger] in {quoted!r}")
    pattern = "".join(f"({_blank_tolerant(part)})" for part in parts.groups())
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        raise AnnotationError(f"{quoted!r} occurs {len(found)} times")
    return found[0].span(2)


def _blank_tolerant(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))


def parse_event(line: str, text: str) -> dict[str, Any]:
    """Return one event of the gold's JSON from its line."""
    head, quoted, when, *rest = [field.strip() for field in line.split(" | ")]
    ident, types = head.split()
    begin, end = find_trigger(text, quoted)
    event: dict[str, Any] = {
        "id": ident,
        "type": types.split("/")[0],
        "alt_types": types.split("/")[1:],
        "begin": begin,
        "end": end,
        "text": text[begin:end],
        **_parse_date(when, text),
        "modality": "actual",
        "participants": [],
        "places": [],
        "attribution": [],
        "optional": False,
        "same_as": None,
    }
    if unknown := set(types.split("/")) - TYPES:
        raise AnnotationError(f"unknown type {unknown} in {line!r}")
    for field in rest:
        _apply(field, event)
    return event


def _parse_date(field: str, text: str) -> dict[str, Any]:
    if field == "-":
        return {"date": None, "date_text": None, "date_basis": "none"}
    parts = re.fullmatch(r"(\S+) (\w+)(?: \"(.+)\")?", field)
    if parts is None or parts[2] not in BASES:
        raise AnnotationError(f"bad date field {field!r}")
    if parts[3] and not re.search(_blank_tolerant(parts[3]), text):
        raise AnnotationError(f"date text {parts[3]!r} is not in the article")
    value = None if parts[1] == "-" else parts[1]
    return {"date": value, "date_text": parts[3], "date_basis": parts[2]}


def _apply(field: str, event: dict[str, Any]) -> None:
    lists = {"P": "participants", "@": "places", "by": "attribution"}
    key, _, value = field.partition(" ")
    if key in lists:
        event[lists[key]] = [name.strip() for name in value.split(";")]
    elif field in MODALITIES:
        event["modality"] = field
    elif field == "opt":
        event["optional"] = True
    elif field.startswith("="):
        event["same_as"] = field[1:]
    else:
        raise AnnotationError(f"unknown field {field!r} of {event['id']}")


def compile_article(annotation: str, text: str, *, name: str) -> dict[str, Any]:
    """Return the gold's JSON of one article from its annotation lines."""
    lines = [x for x in annotation.splitlines() if x.strip() and not x.startswith("#")]
    dct = lines[0].split()[1]
    events = []
    for line in lines[1:]:
        try:
            events.append(parse_event(line, text))
        except (AnnotationError, ValueError) as error:
            raise AnnotationError(f"{name}: {error} in: {line}") from error
    known = {event["id"] for event in events}
    wrong = [e["id"] for e in events if e["same_as"] is not None and e["same_as"] not in known]
    if wrong or len(known) != len(events):
        raise AnnotationError(f"{name}: ids repeat, or same_as leads nowhere: {wrong}")
    return {
        "doc": name,
        "dct": None if dct == "none" else dct,
        "events": sorted(events, key=lambda event: (event["begin"], event["end"])),
    }


def find_article(annotation: Path) -> Path:
    """Return the article of an `.ann` file: beside it, or in the sample library."""
    samples = Path(__file__).resolve().parents[2] / "seeds"
    for folder in (annotation.parent, samples):
        for suffix in (".txt", ".md", ".html.txt"):
            article = folder / (annotation.stem + suffix)
            if article.is_file():
                return article
    raise AnnotationError(f"{annotation}: no article of that name")


def main(folders: list[str]) -> int:
    """Compile every `.ann` file of the folders; say what is wrong with those that do not fit."""
    failures = 0
    for annotation in sorted(path for folder in folders for path in Path(folder).glob("*.ann")):
        try:
            text = find_article(annotation).read_bytes().decode("utf-8")
            gold = compile_article(
                annotation.read_text(encoding="utf-8"), text, name=annotation.stem
            )
        except AnnotationError as error:
            failures += 1
            sys.stderr.write(f"{error}\n")
            continue
        target = annotation.with_suffix(".json")
        target.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
