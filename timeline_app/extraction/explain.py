"""Why a mention has its date and its mood, and why it repeats another: one plain sentence."""

from dataclasses import replace

from timeline_app.annotation.mention import Modality
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.mood_words import words_of_mood
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.link import Link
from timeline_app.extraction.timex.period import period_at
from timeline_app.extraction.timex.wording import day_text

_TABLE = "events/explanations"


def explanation_of(candidate: Candidate, link: Link, language: str) -> str:
    """Return why the mention has this time and this mood, with the words that they rest on.

    No time words stand behind a date that is the publication's own, and none behind no date.
    """
    date = _date_text(link, language)
    mood = _mood_text(candidate, language)
    return f"{date}; {mood}" if mood else date


def reread(timex: Timex, time: EventTime | None, language: str) -> Timex:
    """Return a date phrase in another of its readings, explained by what is told of it."""
    if time is None or timex.time is None or time == timex.time:
        return timex
    table = load_table(language, _TABLE)
    is_later = (time.begin or 0) > (timex.time.begin or 0)
    phrase = " ".join(timex.text.split())
    text = str(table["reading"]["later" if is_later else "earlier"])
    explanation = text.replace("{phrase}", phrase).replace("{date}", _time_text(time))
    return replace(timex, time=time, explanation=explanation)


def _date_text(link: Link, language: str) -> str:
    table = load_table(language, _TABLE)
    if link.timex is None:
        text = str(table["without_phrase"].get(link.reason, table["without_phrase"]["undated"]))
        return text.replace("{date}", _time_text(link.time) if link.time else "")
    phrase = " ".join(link.timex.text.split())
    reason = link.timex.explanation.rstrip(".")
    opening = str(table["opening"]).replace("{phrase}", phrase)
    text = str(table["link"].get(link.reason, "{reason}"))
    if not reason.startswith(opening):
        text = str(table["plain"])
    meaning = reason.removeprefix(opening)
    return (
        text.replace("{phrase}", phrase).replace("{meaning}", meaning).replace("{reason}", reason)
    )


def _time_text(time: EventTime) -> str:
    """Return a day or a stretch of days as the reader knows them, another time in EDTF."""
    last = None if time.end is None else period_at("day", time.end - 1)
    if time.begin is None and last is not None:
        return day_text(last)
    is_of_days = time.precision in (Precision.DAY, Precision.INTERVAL)
    if time.begin is None or last is None or not is_of_days:
        return edtf_text(time)
    first = period_at("day", time.begin)
    return day_text(first) if first == last else f"{day_text(first)} – {day_text(last)}"


def _mood_text(candidate: Candidate, language: str) -> str:
    """Return what shows that it is no plain fact: "planned, as “set to meet” says"."""
    mood = candidate.modality
    if mood is Modality.ACTUAL:
        return ""
    table = load_table(language, _TABLE)["mood"]
    words = words_of_mood(candidate, language)
    if not words:
        return str(table["without_words"]).replace("{mood}", str(table[mood.value]))
    text = str(table["with_words"]).replace("{mood}", str(table[mood.value]))
    return text.replace("{words}", words)


def same_as_text(reason: str, language: str) -> str:
    """Return why the mention is taken for a repeat, "" if it is none."""
    return str(load_table(language, _TABLE).get("same_as", {}).get(reason, ""))
