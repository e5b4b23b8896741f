"""Where a story is in time while it is read, sentence by sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S
from timeline_app.extraction.chronicle import entry_date, is_alone, is_heading_line
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.explain import reread
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import Link
from timeline_app.extraction.subordinate import opening_of
from timeline_app.extraction.times import (
    is_after,
    is_before,
    same_hour_on,
)

_LOCAL_SENTENCES = 2
"""Sentences for which a date outside the story's day goes on to hold."""

BARE_HOUR = ("clock",)
"""Rules of time expressions that name an hour of no day in particular."""

_RECENT_S = 8 * DAY_S
"""A story's thread is at most this old at publication; older dates are background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Where the story is in time while it is read.

    `main` is the day that the story tells of, `local` an older one that only this paragraph
    tells of. `speakers` remembers the last time at which each spoke. `is_chronicle` tells that the
    paragraph is an entry under a date of its own, told in the present; `section` is the date that
    stands over this paragraph and those before it, as a heading; `over_next` one that fills its
    paragraph so far, and is a heading if nothing follows there. `story` is the first day
    that a reading of the whole article has found the story at; `is_opening` tells that nothing has
    been told yet.
    """

    dct: EventTime | None
    story: Link | None = None
    is_opening: bool = True
    main: Link | None = None
    main_paragraph: int = -1
    is_chronicle: bool = False
    section: Link | None = None
    over_next: Link | None = None
    local: Link | None = None
    local_age: int = 0
    paragraph: int = -1
    speakers: tuple[tuple[str, Link], ...] = ()
    dated: Mapping[EventType, Link] = field(default_factory=dict)
    """The last happening of each type that had a date of its own."""


def enter_sentence(
    sentence: Sentence, timexes: Sequence[tuple[int, int, Timex]], thread: Thread
) -> Thread:
    """Return the thread at the beginning of a sentence, before anything in it is dated."""
    paragraph = sentence.paragraph
    is_stale = thread.local_age >= _LOCAL_SENTENCES and not thread.is_chronicle
    is_first = paragraph != thread.paragraph
    if paragraph != thread.paragraph:
        is_opening = thread.is_opening and paragraph < _OPENING
        thread = replace(
            thread, paragraph=paragraph, local=None, is_chronicle=False, is_opening=is_opening
        )
    elif is_stale and thread.local is not None:
        thread = replace(thread, local=None)
    if thread.local is not None:
        thread = replace(thread, local_age=thread.local_age + 1)
    entry = entry_date(sentence, timexes) or (
        _entry_hour(timexes, thread) if is_first and not sentence.is_heading else None
    )
    if entry is None:
        if is_first:
            return _under_heading(sentence, thread)
        return thread if thread.over_next is None else replace(thread, over_next=None)
    link = Link(time=entry.time, basis=DateBasis.EXPLICIT, timex=entry, reason="clause")
    heads = link if entry.time != thread.dct else None
    begin, end, _ = timexes[0]
    return replace(
        thread,
        local=link,
        local_age=0,
        is_chronicle=True,
        section=heads if is_heading_line(sentence) else None,
        over_next=heads if is_alone(sentence, begin, end) else None,
    )


def _under_heading(sentence: Sentence, thread: Thread) -> Thread:
    """Return the thread in a new paragraph: under the date of its section, if it has one."""
    section = thread.over_next or thread.section
    if section is None:
        return thread
    if is_heading_line(sentence):
        return replace(thread, section=None, over_next=None)
    return replace(
        thread, section=section, over_next=None, local=section, local_age=0, is_chronicle=True
    )


def _entry_hour(timexes: Sequence[tuple[int, int, Timex]], thread: Thread) -> Timex | None:
    """Return the hour that an entry of a running report begins with, on the day of the report."""
    if not timexes or timexes[0][0] != 0 or thread.dct is None:
        return None
    timex = timexes[0][2]
    if timex.rule not in BARE_HOUR or timex.time is None:
        return None
    return replace(timex, time=same_hour_on(timex.time, thread.dct))


_OPENING = 5
"""Paragraphs, with the lines at the head, in which an article opens: later it is in the midst."""


def on_story_day(timex: Timex, thread: Thread) -> Timex:
    """Return a bare clock time on the day that the story is at: "at 9 p.m." tells no day."""
    story = thread.local or thread.main
    if timex.rule not in BARE_HOUR or timex.time is None or thread.dct is None:
        return timex
    if story is None or story.time is None or not _is_day(story.time):
        return timex
    is_today = timex.time.begin is not None and not is_before(timex.time, thread.dct)
    return replace(timex, time=same_hour_on(timex.time, story.time)) if is_today else timex


def in_section(timex: Timex, thread: Thread, language: str) -> Timex:
    """Return a date under a heading, read as the first such one from the heading's on.

    Under "January 2016", "in July" is that of 2016, whatever the report's own date.
    """
    section = thread.section.time if thread.section is not None else None
    if section is None or section.begin is None:
        return timex
    readings = (timex.time, *(r.time for r in timex.alternatives))
    later = [t for t in readings if t and t.begin is not None and t.begin >= section.begin]
    first = min(later, key=lambda t: t.begin or 0, default=timex.time)
    return timex if first == timex.time else replace(reread(timex, first, language), time=first)


def passing_over(
    sentence: Sentence,
    timexes: Sequence[tuple[int, int, Timex]],
    thread: Thread,
    routine: frozenset[str],
    language: str,
) -> Thread:
    """Return the thread moved by dates of which nothing worth listing is told.

    "He climbed onto a tank on Monday and called for a strike": the call takes place on Monday too.
    A date behind one of the `routine` verbs at the end only dates the report: "…, the daily wrote
    on Tuesday".
    """
    if not timexes or not _is_about_past(sentence):
        return thread
    begin, end, timex = timexes[0]
    is_since = sentence.lower(begin - 1) in sentence.grammar.classes.since
    is_report = end >= len(sentence) - 1 and not routine.isdisjoint(
        sentence.lowers[max(0, begin - 2) : begin]
    )
    time = _until_publication(sentence, begin, timex, thread.dct)
    if is_since or is_report or sentence.quoted[begin] or not _is_day(time):
        return thread
    timex = reread(timex, time, language)
    link = Link(time=time, basis=DateBasis.EXPLICIT, timex=timex, reason="clause")
    return _moved(thread, sentence, link, sets_scene=begin < _SCENE)


def _is_about_past(sentence: Sentence) -> bool:
    was, looks_past = sentence.grammar.classes.be_past, sentence.grammar.looks_past
    return any(w in was or looks_past(w) for w in sentence.lowers)


def _until_publication(
    sentence: Sentence, begin: int, timex: Timex, dct: EventTime | None
) -> EventTime | None:
    """Return the reading that does not lie ahead: of two, the one that a past verb before wants."""
    if dct is None or not is_after(timex.time, dct):
        return timex.time
    if not _follows_past_verb(sentence, begin):
        return None
    return next((r.time for r in timex.alternatives if is_before(r.time, dct)), None)


def _follows_past_verb(sentence: Sentence, begin: int) -> bool:
    """Tell whether the nearest verb before a date, in its clause, is a past one."""
    c, first = sentence.grammar.classes, clause_range(sentence, begin)[0]
    for j in range(begin - 1, first - 1, -1):
        word = sentence.lowers[j]
        if word in c.modal or word in c.to or word in c.relative:
            return False
        if sentence.is_finite_verb(j):
            helpers = sentence.lowers[max(first, j - 3) : j]
            return c.to.isdisjoint(helpers) and c.modal.isdisjoint(helpers)
    return False


def _is_day(time: EventTime | None) -> bool:
    if time is None or time.begin is None or time.end is None:
        return False
    return time.end - time.begin <= 2 * DAY_S


_SCENE = 4


def advance(
    thread: Thread,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    scene: frozenset[int],
) -> Thread:
    """Return the thread after a sentence: a dated main-line happening moves it."""
    said: dict[str, Link] = {}
    for k, candidate in enumerate(candidates):
        link = links[k]
        speaker = speaker_of(candidate)
        is_told_now = candidate.modality is Modality.ACTUAL and is_recent(link.time, thread.dct)
        if speaker and is_told_now:
            said[speaker] = link
        agent = _agent(candidate)
        if agent and is_told_now and k in dated and candidate.tense is Tense.PAST:
            said[agent] = link
        if k in dated and (_is_main_line(candidate) or _is_latest_news(candidate, link, thread)):
            thread = _moved(thread, candidate.sentence, link, sets_scene=k in scene)
    if thread.is_opening and any(not c.sentence.is_heading for c in candidates):
        thread = replace(thread, is_opening=False)
    return _with_speakers(thread, said) if said else thread


def _with_speakers(thread: Thread, said: Mapping[str, Link]) -> Thread:
    """Return the thread with who spoke now as the last ones."""
    before = [pair for pair in thread.speakers if pair[0] not in said]
    return replace(thread, speakers=(*before, *said.items())[-_MOST_SPEAKERS:])


def beside(
    k: int,
    thread: Thread,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    language: str,
) -> Thread:
    """Return the thread for what a sentence tells after a main-line happening that it dates.

    "This morning she met the premier, who told her …", "when he asked on Tuesday, most said …",
    and for what a dated clause after it says the time of.
    """
    for j in dated:
        is_before = candidates[j].trigger.head < candidates[k].trigger.head
        is_main = _is_main_line(candidates[j]) and not _is_relative(candidates[j])
        if is_before and is_main and is_recent(links[j].time, thread.dct):
            return replace(thread, local=links[j])
        if not is_before and _is_at_once(candidates[k], candidates[j], language):
            return replace(thread, local=links[j])
    return thread


def _is_at_once(candidate: Candidate, later: Candidate, language: str) -> bool:
    """Tell whether a dated clause says when: "was shot shortly after he came home on Friday"."""
    group, sentence = later.trigger.group, later.sentence
    opening = opening_of(sentence, group) if group is not None else None
    if opening is None or opening < candidate.trigger.end or candidate.is_told:
        return False
    between = sentence.lowers[candidate.trigger.end : opening]
    if any(sentence.is_finite_verb(j) for j in range(candidate.trigger.end, opening)):
        return False
    table = "events/linking"
    is_when = sentence.lowers[opening] in word_set(language, table, "while")
    return is_when or not word_set(language, table, "at_once").isdisjoint(between)


def _is_relative(candidate: Candidate) -> bool:
    """Tell whether a relative clause tells it: "the premier, who took office on Tuesday, said"."""
    begin, _ = clause_range(candidate.sentence, candidate.trigger.head)
    return (
        begin > 0 and candidate.sentence.lower(begin) in candidate.sentence.grammar.classes.relative
    )


_MOST_SPEAKERS = 24


def _moved(thread: Thread, sentence: Sentence, link: Link, *, sets_scene: bool) -> Thread:
    """Return the thread at a dated happening.

    The story's day moves on with a later day only. Any other date holds for a sentence or two of
    its paragraph; to the paragraph's end where its phrase opens the sentence.
    """
    if is_recent(link.time, thread.dct) and _is_later(link, thread.main):
        return replace(thread, main=link, local=None, main_paragraph=sentence.paragraph)
    return replace(thread, local=link, local_age=-_PARAGRAPH if sets_scene else 0)


def _is_later(link: Link, main: Link | None) -> bool:
    assert link.time is not None and link.time.begin is not None
    if main is None or main.time is None or main.time.begin is None:
        return True
    return link.time.begin > main.time.begin


_PARAGRAPH = 1_000
"""More sentences than a paragraph has: a date that sets the scene holds to its end."""


def _is_main_line(candidate: Candidate) -> bool:
    group = candidate.trigger.group
    return (
        candidate.modality is Modality.ACTUAL
        and group is not None
        and group.tense is Tense.PAST
        and (not candidate.is_told or _is_sourced(candidate))
    )


def _is_sourced(candidate: Candidate) -> bool:
    """Tell whether its source is only named after it: "bombs went off, witnesses said"."""
    teller = candidate.teller
    if teller is None or candidate.is_quoted:
        return False
    return teller.head > candidate.trigger.head


def _is_latest_news(candidate: Candidate, link: Link, thread: Thread) -> bool:
    """Tell whether it happened on the very day of publication, though no past verb says so.

    "Have been closed today", "according to a statement today".
    """
    is_open = candidate.tense is Tense.PERFECT or candidate.trigger.is_noun
    if not is_open or candidate.is_told or thread.dct is None:
        return False
    return candidate.modality is Modality.ACTUAL and link.time == thread.dct


def is_recent(time: EventTime | None, dct: EventTime | None) -> bool:
    """Tell whether it is a day of the last week before publication, as a story's own day is."""
    if time is None or time.begin is None or time.end is None:
        return False
    if time.end - time.begin > 2 * DAY_S:
        return False
    if dct is None or dct.end is None:
        return True
    return dct.end - _RECENT_S < time.end and time.begin < dct.end


def speaker_of(candidate: Candidate) -> str:
    if not candidate.is_statement or not candidate.participants:
        return ""
    return candidate.participants[0].name


def _agent(candidate: Candidate) -> str:
    """Return who does it, where that is a person or a body, who may speak of it next."""
    if candidate.modality is not Modality.ACTUAL or not candidate.participants:
        return ""
    first = candidate.participants[0]
    is_voice = first.role is Role.AGENT and first.kind in _VOICES
    return first.name if is_voice else ""


_VOICES = (ActorKind.PERSON, ActorKind.ORGANISATION)
