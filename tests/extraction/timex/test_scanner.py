"""Tokens, kinds and blocks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.extraction.timex.pack import load_pack
from timeline_app.extraction.timex.scanner import BLOCK_CHARS, Block, scan


def _blocks(text: str) -> list[Block]:
    return list(scan(text, load_pack("en").lexicon))


def _words(text: str) -> list[str]:
    return [w for block in _blocks(text) for w in block.words]


def test_numbers_with_signs_are_one_token() -> None:
    text = "On 2015-11-24 at 10:30 for $1,500 of 3.5 on 24/11/2015"
    assert _words(text)[1::2] == ["2015-11-24", "10:30", "$1,500", "3.5", "24/11/2015"]


def test_names_with_numbers_are_one_token() -> None:
    assert _words("Su-24 MH17 F-16 mid-1990s") == ["Su-24", "MH17", "F-16", "mid", "-", "1990s"]


def test_a_word_over_a_line_break_is_joined_only_when_it_tells_time() -> None:
    assert _words("Novem-\nber") == ["November"]
    assert _words("ele-\nphant") == ["ele", "-", "phant"]


def test_a_hyphen_is_no_dash() -> None:
    (block,) = _blocks("a-b a - b a–b")
    hyphen, dash, en_dash = (block.kinds[i] for i, w in enumerate(block.words) if w in "-–")
    assert hyphen != dash == en_dash


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_tokens_lie_where_they_say(text: str) -> None:
    for block in _blocks(text):
        assert len(block.kinds) == len(block.words) == len(block.begins) == len(block.ends)
        for i in range(len(block)):
            quoted = text[block.begin_of(i) : block.end_of(i)]
            assert quoted == block.words[i] or "\n" in quoted


def test_blocks_cover_a_long_text_and_cut_between_words() -> None:
    text = "They met on Tuesday. " * (3 * BLOCK_CHARS // 20)
    blocks = _blocks(text)
    assert "".join(b.text for b in blocks) == text
    assert len(blocks) > 2 and all(b.text.startswith("They") for b in blocks)
