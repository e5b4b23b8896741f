"""Operations for lengths of time, repeated times and vague references."""

from dataclasses import replace

from timeline_app.annotation.timex import TimexMod, TimexType
from timeline_app.extraction.timex.call import Call, mod_of
from timeline_app.extraction.timex.meaning import Amount, Meaning

_CODES = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "weekend": ("P", "WE"),
    "week": ("P", "W"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "season": ("P", "M"),
    "half": ("P", "M"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
    "millennium": ("P", "ML"),
    "time": ("P", "X"),
}
_VAGUE_CODES = {"decade": "Y", "century": "CE"}
"""TimeBank writes uncounted decades as years."""
_FINER = {
    "minute": ("second", 60),
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def duration(call: Call) -> Meaning | None:
    """Return the length of time of a count and a unit ("a three-day visit", "two years")."""
    amount = amount_of(call)
    second = (
        Amount(count=call.number("count2"), unit=call.text("unit2")) if call.has("unit2") else None
    )
    value = duration_value(amount)
    return Meaning(
        type=TimexType.DURATION,
        value=_together(value, duration_value(second)) if second is not None else value,
        because=f"a length of time, {amount_text(amount)}",
        mod=mod_of(call),
        amount=amount,
    )


def _together(first: str, second: str) -> str:
    """Return two lengths as one: "P2Y" and "P6M" are P2Y6M, "P1D" and "PT2H" are P1DT2H."""
    is_clock = second.startswith("PT")
    if is_clock and not first.startswith("PT"):
        return f"{first}{second.removeprefix('P')}"
    return f"{first}{second.removeprefix('PT' if is_clock else 'P')}"


def amount_of(call: Call) -> Amount:
    """Return the count and unit of a call; no count argument at all means one."""
    count = call.number("count") if call.has("count") else 1.0
    extra = call.number("fraction")
    factor = call.number("factor") or 1
    if count is not None:
        count = (count + (extra or 0)) * factor
    return Amount(count=count, unit=call.text("unit"))


def duration_value(amount: Amount) -> str:
    """Return the TIMEX3 value of a length ("P3D", "PXY", "PT1M30S")."""
    head, code = _CODES[amount.unit]
    if amount.count is None:
        return f"{head}X{_VAGUE_CODES.get(amount.unit, code)}"
    whole = int(amount.count)
    rest = amount.count - whole
    if not rest:
        return f"{head}{whole}{code}"
    finer, per = _FINER.get(amount.unit, (amount.unit, 1))
    finer_head, finer_code = _CODES[finer]
    finer_count = round(rest * per)
    if per == 1 or not finer_count:
        return f"{head}{amount.count:g}{code}"
    if finer_head == head or whole == 0:
        lead = f"{head}{whole}{code}" if whole else finer_head
        return f"{lead}{finer_count}{finer_code}"
    return f"{head}{whole}{code}T{finer_count}{finer_code}"


def amount_text(amount: Amount) -> str:
    """Return an amount for a sentence."""
    if amount.count is None:
        return f"some {amount.unit}s"
    return f"{amount.count:g} {amount.unit}{'' if amount.count == 1 else 's'}"


def repeated(call: Call) -> Meaning | None:
    """Return a SET: "every Tuesday", "daily", "twice a week", "in each quarter"."""
    return Meaning(
        type=TimexType.SET,
        value=_set_value(call),
        because="a time that comes again and again",
        quant=call.text("quant") or None,
        freq=_freq(call),
        moves_story=False,
    )


def _set_value(call: Call) -> str:
    part = call.text("part")
    if call.has("value"):
        return call.text("value")
    if call.has("weekday"):
        return f"XXXX-WXX-{call.whole('weekday')}" + (f"T{part}" if part else "")
    if call.has("month"):
        day = call.whole("day")
        return f"XXXX-{call.whole('month'):02d}" + (f"-{day:02d}" if day else "")
    if call.has("quarter"):
        return f"XXXX-Q{call.whole('quarter')}"
    if call.has("season"):
        return f"XXXX-{call.text('season')}"
    if part:
        return f"XXXX-XX-XXT{part}"
    return duration_value(amount_of(call)) if call.has("unit") else "XXXX"


def _freq(call: Call) -> str | None:
    times = call.whole("times")
    return f"{times}X" if times else None


def reference(call: Call) -> Meaning | None:
    """Return PRESENT_REF, PAST_REF or FUTURE_REF."""
    value = call.text("value")
    side = {"PRESENT_REF": "now", "PAST_REF": "some time ago"}.get(value, "some time to come")
    return Meaning(
        type=TimexType.DATE,
        value=value,
        because=f"a vague “{side}”, which names no date",
        moves_story=False,
    )


def comparison(call: Call) -> Meaning | None:
    """Return an inner length under a comparison: "more than four hours", "about two years"."""
    inner = call.inner("inner")
    if inner is None:
        return None
    mod = call.text("mod") or (inner.mod.value if inner.mod else "")
    return _with_mod(inner, TimexMod(mod) if mod else None)


def _with_mod(inner: Meaning, mod: TimexMod | None) -> Meaning:
    return replace(inner, mod=mod) if mod is not None else inner
