"""Every rule of every language pack does what its examples say."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.timex import Timex
from timeline_app.extraction.timex.pack import load_pack
from timeline_app.extraction.timex.tagger import tag_timexes
from timeline_app.paths import resources_dir

DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="")
NOTHING = "no-time-at-all"
"""The table of texts in which no rule may find anything."""
LANGUAGES = tuple(p.parent.parent.name for p in resources_dir().glob("*/time/rules.toml"))
_EXAMPLE_RE = re.compile(r"(.*?)\[(.+?)\](.*?) => (\S*)(?: (\w+))?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One line of a pack's examples."""

    language: str
    rule: str
    story: str
    line: str


def _examples(kind: str) -> Iterator[Example]:
    for language in LANGUAGES:
        path = resources_dir() / language / "time" / "examples.toml"
        for rule, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for line in _lines(table.get(kind, ""), is_marked=kind == "yes"):
                yield Example(language=language, rule=rule, story=table.get("story", ""), line=line)


def _lines(block: str, *, is_marked: bool) -> list[str]:
    """Split a block into examples; a marked one ends with its arrow, and may span lines."""
    lines: list[str] = []
    for line in block.strip().splitlines():
        if is_marked and lines and "=>" not in lines[-1]:
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    return lines


def _tag(example: Example, text: str) -> tuple[Timex, ...]:
    return tag_timexes(example.story + text, dct=DCT, language=example.language)


YES, NO = list(_examples("yes")), list(_examples("no"))


def _name(example: Example) -> str:
    return f"{example.language}:{example.rule}:{example.line[:40]}"


@pytest.mark.parametrize("example", YES, ids=_name)
def test_rule_gives_the_value_of_its_example(example: Example) -> None:
    match = _EXAMPLE_RE.fullmatch(example.line)
    assert match is not None, example.line
    head, expression, tail, value, mod = match.groups()
    begin = len(example.story) + len(head)
    found = [t for t in _tag(example, head + expression + tail) if t.span.begin == begin]
    assert found, "nothing found there"
    timex = found[0]
    assert (timex.text, timex.value, timex.rule) == (expression, value, example.rule)
    assert mod is None or timex.mod == mod


@pytest.mark.parametrize("example", NO, ids=_name)
def test_rule_leaves_its_counterexample(example: Example) -> None:
    begin = len(example.story)
    found = [t for t in _tag(example, example.line) if t.span.begin >= begin]
    if example.rule == NOTHING:
        assert [t.text for t in found] == []
    assert example.rule not in {t.rule for t in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_examples(language: str) -> None:
    exampled = {e.rule for e in [*YES, *NO] if e.language == language} - {NOTHING}
    assert {r.name for r in load_pack(language).rules} == exampled


def test_there_are_enough_examples() -> None:
    assert len(YES) + len(NO) >= 600


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_a_pack_compiles(language: str) -> None:
    pack = load_pack(language)
    rules = [*pack.rules, *(r for rows in pack.phrases.values() for r in rows)]
    assert all(rule.regex.pattern for rule in rules)
