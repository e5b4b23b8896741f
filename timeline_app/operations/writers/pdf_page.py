"""Pages of a PDF on which texts of all scripts flow."""

import re
import unicodedata
from enum import Enum

from fpdf import FPDF
from fpdf.enums import CharVPos, XPos, YPos
from fpdf.fonts import TTFFont
from typing_extensions import override

from timeline_app.operations.writers.system_fonts import fonts_with
from timeline_app.paths import resources_dir

MARGIN_MM = 18
MISSING = "\N{REPLACEMENT CHARACTER}"

_FAMILY = "sans"
_LINE_HEIGHT = 1.35
_MM_PER_POINT = 25.4 / 72
_SIMPLE_BELOW = 0x0590  # Latin, Greek, Cyrillic, Armenian: letters stand side by side
_SIMPLE_FROM = 0x2E80  # Chinese, Japanese and Korean characters do too
_SIMPLE_TO = 0xD7FF
_ISO_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
"""After Arabic letters its parts would change places."""
_MARKS = ("\u2000", "\u206f")  # spaces, quotation marks, dashes


class Ink(Enum):
    """The colours of texts."""

    BLACK = (0x1D, 0x23, 0x30)
    SOFT = (0x5B, 0x64, 0x72)
    LINK = (0x0B, 0x62, 0xC4)


class Sheet(FPDF):
    """A document that knows beforehand which characters it must show.

    `missing` are those that no font has.
    """

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__(format="A4")
        self.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(True, margin=MARGIN_MM)
        self.c_margin = 0
        folder = resources_dir() / "fonts"
        self.add_font(_FAMILY, "", folder / "DejaVuSans.ttf")
        self.add_font(_FAMILY, "B", folder / "DejaVuSans-Bold.ttf")
        self._known = self._characters_of(_FAMILY)
        wanted = {c for c in characters if ord(c) not in self._known and not _is_unseen(c)}
        self._add_fonts(wanted)
        self.missing = {c for c in wanted if ord(c) not in self._known}
        self.style(size=9)

    def _add_fonts(self, wanted: set[str]) -> None:
        families: list[str] = []
        for number, path in enumerate(fonts_with(wanted)):
            family = f"more{number}"
            self.add_font(family, "", path)
            self._known |= self._characters_of(family)
            families.append(family)
        self.set_fallback_fonts(families, exact_match=False)

    def _characters_of(self, family: str) -> set[int]:
        font = self.fonts[family]
        return set(font.cmap) if isinstance(font, TTFFont) else set()

    @override
    def footer(self) -> None:
        """Number the page."""
        self.style(size=8, ink=Ink.SOFT)
        self.set_y(-MARGIN_MM + 4)
        self.cell(0, self.line_mm, str(self.page), align="R")

    def style(self, *, size: float, bold: bool = False, ink: Ink = Ink.BLACK) -> None:
        """Choose how what follows looks."""
        self.set_font(_FAMILY, "B" if bold else "", size)
        self.set_text_color(*ink.value)

    @property
    def line_mm(self) -> float:
        """Return the height of a line of the present size."""
        return float(self.font_size_pt) * _LINE_HEIGHT * _MM_PER_POINT

    def shown(self, text: str) -> str:
        """Return a text on one line, in which characters that no font has are marked.

        From here on letters are joined as its script wants.
        """
        plain = " ".join(text.split())
        edges = text[:1].isspace() * " ", text[-1:].isspace() * " "
        whole = f"{edges[0]}{plain}{edges[1]}" if plain else edges[0]
        self.set_text_shaping(not all(map(_is_simple, whole)))
        return "".join(self._shown(c) for c in whole)

    def _shown(self, character: str) -> str:
        if ord(character) in self._known:
            return character
        return "" if _is_unseen(character) else MISSING

    def paragraph(
        self, text: str, *, size: float, bold: bool = False, ink: Ink = Ink.BLACK
    ) -> None:
        """Write a text of its own."""
        self.style(size=size, bold=bold, ink=ink)
        self.flow(text)
        self.end_line()

    def flow(self, text: str, *, link: str | int | None = None, is_raised: bool = False) -> None:
        """Go on with a text; one that reads from right to left gets lines of its own."""
        if _reads_from_right(text):
            shown = self.shown(_ISO_DATE.sub("\N{LEFT-TO-RIGHT MARK}\\g<0>", text))
            self.end_line()
            self.multi_cell(
                0, self.line_mm, shown, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT,
                link=link or "",
            )  # fmt: skip
            return
        shown = self.shown(text)
        if link is not None:
            self.set_text_color(*Ink.LINK.value)
        self.char_vpos = CharVPos.SUP if is_raised else CharVPos.LINE
        self.write(self.line_mm, shown, link or "")
        self.char_vpos = CharVPos.LINE
        if link is not None:
            self.set_text_color(*Ink.BLACK.value)

    def part(self, sign: str) -> None:
        """Write what parts two texts, unless the second begins a line."""
        if self.x > self.l_margin:
            self.flow(sign)

    def end_line(self) -> None:
        """Begin a new line, unless at the beginning of one."""
        if self.x > self.l_margin:
            self.ln(self.line_mm)

    def ensure_lines(self, count: int) -> None:
        """Begin a new page where fewer lines are left."""
        if self.will_page_break(count * self.line_mm):
            self.add_page()

    def begin_row(self) -> None:
        """Stand at the beginning of a row, with room for its first lines."""
        self.style(size=9)
        self.ensure_lines(3)
        self.ln(1)

    def end_row(self, bottom_mm: float) -> None:
        """Draw a line under what was written, or at `bottom_mm` where that is lower."""
        self.set_xy(self.l_margin, max(self.y, bottom_mm) + 1)
        self.set_draw_color(0xD9, 0xDD, 0xE4)
        self.set_line_width(0.15)
        self.line(self.l_margin, self.y, self.w - self.r_margin, self.y)


def _is_simple(character: str) -> bool:
    code = ord(character)
    is_mark = _MARKS[0] <= character <= _MARKS[1]
    return code < _SIMPLE_BELOW or is_mark or _SIMPLE_FROM <= code <= _SIMPLE_TO


def _is_unseen(character: str) -> bool:
    """Tell whether a character only steers others and is no loss where a font lacks it."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _reads_from_right(text: str) -> bool:
    """Tell whether the first letter is of a script that is written from right to left."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
