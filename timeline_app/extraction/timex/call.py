"""One match being given its meaning: its arguments, its anchors and its tense."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline_app.annotation.timex import TimexMod
from timeline_app.extraction.timex.context import Context
from timeline_app.extraction.timex.matching import Argument, Match
from timeline_app.extraction.timex.meaning import Meaning
from timeline_app.extraction.timex.tense_words import Tense

_GROUPED_RE = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL_RE = re.compile(r"\d{1,4}[.,]\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A match in its context, with typed access to its arguments."""

    match: Match
    context: Context
    operate: "Callable[[Call], Meaning | None]"
    tense_of: Callable[[Match], Tense]
    is_habit: Callable[[Match], bool]
    """Whether a match tells of no one time ("usually closes in August")."""
    leads_up: Callable[[Match], bool]
    """Whether a match tells of what led to a day named before ("after a tip on Monday")."""
    whole_match: Match | None = None
    """The match of which this one is a phrase."""

    def argument(self, name: str) -> Argument | None:
        """Return an argument, None where the rule has none of that name."""
        return self.match.arguments.get(name)

    def text(self, name: str, default: str = "") -> str:
        """Return a word argument."""
        value = self._plain(name)
        return value if isinstance(value, str) else default

    def whole(self, name: str) -> int | None:
        """Return a whole-number argument, None where absent or vague."""
        value = self.number(name)
        return int(value) if value is not None else None

    def number(self, name: str) -> float | None:
        """Return a number argument, None where absent or vague."""
        value = self._plain(name)
        if isinstance(value, str):
            return number_in(value)
        return value if isinstance(value, int | float) else None

    def has(self, name: str) -> bool:
        """Tell whether the match has an argument."""
        return name in self.match.arguments

    def inner(self, name: str) -> Meaning | None:
        """Return the meaning of a phrase argument."""
        value = self.argument(name)
        return self.operate(self.of(value)) if isinstance(value, Match) else None

    def of(self, match: Match) -> "Call":
        """Return the call for a phrase inside this match, in the same context."""
        return replace(self, match=match, whole_match=self.whole_match or self.match)

    @property
    def tense(self) -> Tense:
        """Return the tense evidence around the match, or around the expression that goes on to it.

        A word right before a phrase decides, even inside the expression ("two weeks from Monday").
        """
        own, whole = self.tense_of(self.match), self.whole_match
        is_first = whole is not None and self.match.begin == whole.begin
        is_whole_s = whole is not None and (self.match.end >= whole.end or not is_first)
        return self.tense_of(whole) if whole is not None and is_whole_s and not own.is_lead else own

    def _plain(self, name: str) -> Argument | None:
        value = self.argument(name)
        while isinstance(value, Match):
            value = phrase_value(value)
        return value


def mod_of(call: Call) -> TimexMod | None:
    """Return the TIMEX3 mod that the rule or its words give."""
    name = call.text("mod")
    return TimexMod(name) if name else None


def number_in(surface: str) -> float | None:
    """Return the number written as `1,500` or `2.5` (or `2,5`), None for any other text."""
    if _GROUPED_RE.fullmatch(surface):
        return float(re.sub(r"[.,]", "", surface))
    return float(surface.replace(",", ".")) if _DECIMAL_RE.fullmatch(surface) else None


def phrase_value(match: Match) -> Argument | None:
    """Return the number or word that a phrase stands for."""
    if "value" in match.arguments:
        return match.arguments["value"]
    return _sum(match)


def _sum(match: Match) -> float | None:
    """Add up a number in words: 20 + 5, 2 × 100, 2 + ½; None where it is vague."""
    total, group = 0.0, 0.0
    read = ((n, number_in(v) if isinstance(v, str) else v) for n, v in match.arguments.items())
    parts = [v for _, v in sorted(read) if isinstance(v, int | float)]
    if not parts:
        return None
    for part in parts:
        if part in (100, 1000) and group:
            group *= part
        elif part >= 1_000_000:
            total, group = total + group * part, 0.0
        else:
            group += part
    return total + group
