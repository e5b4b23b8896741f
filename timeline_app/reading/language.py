"""The language of a text."""

import re
from functools import cache

from timeline_app.paths import resources_dir
from timeline_app.reading.words import reading_words

_PREFIX_CHARS = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_CERTAIN_SHARE = 0.2
_DEFAULT = "en"


def detect_language(text: str, stated: str | None = None) -> str:
    """Return the ISO 639-1 code of a text, judged by its beginning; "en" where there is no word.

    A text full of the function words of one language pack is known at once, whatever its page has
    `stated` (templates state the language of their maker); else the statement counts. Without one
    the statistical model, which takes a second to load, is asked.
    """
    words = [w.lower() for w in _WORD.findall(text[:_PREFIX_CHARS])]
    if not words:
        return stated or _DEFAULT
    packs = reading_words().function_words
    shares = sorted(
        ((sum(w in known for w in words) / len(words), lang) for lang, known in packs.items()),
        reverse=True,
    )
    best = shares[0]
    runner_up = shares[1][0] if len(shares) > 1 else 0.0
    if len(words) >= 8 and best[0] >= _CERTAIN_SHARE and best[0] >= 2 * runner_up:
        return best[1]
    return stated or _by_model(text[:_PREFIX_CHARS], len(words))


@cache
def language_notes(language: str) -> tuple[str, ...]:
    """Return what a person must know of an article in a language without rules of its own."""
    pack = resources_dir() / language
    if (pack / "events").is_dir():
        return ()
    found = "dates" if (pack / "time").is_dir() else "dates written in numbers"
    return (
        f"The article is in the language “{language}”, for which there are no rules yet: "
        f"only {found} are looked for, and no events.",
    )


def _by_model(prefix: str, word_count: int) -> str:
    if word_count < 4:  # too little to tell: the model answers at random
        return _DEFAULT
    import py3langid

    return str(py3langid.classify(prefix)[0])
