"""Fuzz the time tagger: `python -m benchmarks.fuzz_timex [SECONDS]` (an hour by default).

Texts are made of words of time, numbers, hostile repetition and mixed scripts. Each must be tagged
without an exception, with exact offsets, the same twice, and in time linear in its length.
"""

import random
import sys
import time

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.chrono.edtf import edtf_text
from timeline_app.extraction.timex.pack import load_pack
from timeline_app.extraction.timex.tagger import tag_timexes

LIMIT_S_PER_CHAR = 200e-6
"""CPU time a character above which a text counts as too slow (1e-6 is typical, 6e-5 where every
word is a date to be resolved)."""
LEAST_S = 0.25
DCTS = ("2015-11-26", "2000-02-29", "0001-01-01", "9999-12-31", "2015-11-26T23:59")
MARKS = (" ", " ", " ", "\n", "\n\n", "-", "–", ", ", ". ", "'", "’", "/", ":", "\u00a0", "", "-\n")
SCRIPTS = "абвгд漢字かなعربיםĀé́\u202e\u200b\U0001f600\x00\ud7ff"
NUMBERS = (
    "0",
    "1",
    "31",
    "32",
    "99",
    "1999",
    "2016",
    "12:61",
    "24:00",
    "9/11",
    "2015-02-30",
    "1st",
)


def vocabulary(language: str) -> list[str]:
    """Return every surface that the language's rules know."""
    return [w for w in load_pack(language).lexicon.kind_of if not w.isdecimal()]


def make_text(rng: random.Random, words: list[str]) -> str:
    """Return one random text."""
    shape = rng.random()
    if shape < 0.05:
        return rng.choice(words) * rng.randrange(1, 4_000)
    if shape < 0.08:
        return rng.choice("0123456789") * rng.randrange(1, 60_000)
    if shape < 0.12:
        return (rng.choice(words) + rng.choice(MARKS)) * rng.randrange(1, 5_000)
    parts: list[str] = []
    for _ in range(rng.randrange(1, 120)):
        kind = rng.random()
        if kind < 0.6:
            parts.append(rng.choice(words))
        elif kind < 0.85:
            parts.append(rng.choice(NUMBERS) if kind < 0.7 else str(rng.randrange(10**9)))
        else:
            parts.append("".join(rng.choices(SCRIPTS, k=rng.randrange(1, 6))))
        parts.append(rng.choice(MARKS))
    return "".join(parts)


def check(text: str, dct: DctCandidate | None, language: str) -> None:
    """Raise AssertionError where the tagger's answer for a text is unsound."""
    begin = time.process_time()
    timexes = tag_timexes(text, dct=dct, language=language)
    spent = time.process_time() - begin
    assert spent < max(LEAST_S, LIMIT_S_PER_CHAR * len(text)), f"slow: {spent:.2f} s"
    at = 0
    for timex in timexes:
        assert at <= timex.span.begin < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.text
        assert timex.time is None or edtf_text(timex.time)
        at = timex.span.end
    assert tag_timexes(text, dct=dct, language=language) == timexes


def main() -> int:
    """Fuzz for the given number of seconds; print the first failure and return 1."""
    limit_s = float(sys.argv[1]) if len(sys.argv) > 1 else 3_600.0
    words = {language: vocabulary(language) for language in ("en", "fr")}
    begin, cases = time.monotonic(), 0
    while time.monotonic() - begin < limit_s:
        rng = random.Random(cases)
        language = rng.choice(("en", "fr"))
        value = rng.choice((*DCTS, None))
        dct = value and DctCandidate(value=value, source=DctSource.ARGUMENT, evidence="")
        text = make_text(rng, words[language])
        try:
            check(text, dct or None, language)
        except Exception as error:
            print(f"case {cases} ({language}, {value}): {error!r}\n{text[:400]!r}")
            return 1
        cases += 1
    print(f"{cases:,} cases, no failure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
