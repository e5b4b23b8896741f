"""Which words stand inside quotation marks."""

from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.tokens import Tokens


def quoted_tokens(text: str, tokens: Tokens, language: str) -> list[bool]:
    """Tell of each token whether it is quoted; a blank line ends a quotation in plain marks."""
    opening = word_set(language, "grammar", "opening_quote")
    closing = word_set(language, "grammar", "closing_quote")
    plain = word_set(language, "grammar", "plain_quote")
    if not opening.isdisjoint(tokens.words):
        pairs: frozenset[str] = frozenset()
    else:
        pairs = word_set(language, "grammar", "paired_quote")
    quoted: list[bool] = []
    inside = is_plain = False
    last_end = 0
    for word, begin, end in zip(tokens.words, tokens.begins, tokens.ends, strict=True):
        if begin - last_end > 1 and text.count("\n", last_end, begin) > 1:
            inside, is_plain = inside and not is_plain, False
        last_end = end
        if word in plain or word in pairs:
            inside, is_plain = not inside, not inside
        elif word in opening:
            inside, is_plain = True, False
        elif word in closing:
            inside = False
        quoted.append(inside)
    return quoted
