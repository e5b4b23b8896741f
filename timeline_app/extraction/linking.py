"""Which time expression dates which mention: by clause, by frame, by the story's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.chrono.interval import Interval
from timeline_app.extraction.anchoring import anchored, is_distance
from timeline_app.extraction.attachment import Attached, attach
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, is_definite, preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import UNDATED, Link

_LOCAL_SENTENCES = 2
"""Sentences for which a date outside the story's day goes on to hold."""
_RECENT_S = 8 * DAY_S
"""A story's thread is at most this old at publication; older dates are background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Where the story is in time while it is read.

    `main` is the day that the story tells of, `local` an older one that only this paragraph
    tells of. `speakers` remembers the last time at which each spoke. `is_chronicle` tells that the
    paragraph is an entry under a date of its own, told in the present.
    """

    dct: EventTime | None
    main: Link | None = None
    main_paragraph: int = -1
    is_chronicle: bool = False
    local: Link | None = None
    local_age: int = 0
    paragraph: int = -1
    speakers: tuple[tuple[str, Link], ...] = ()


def enter_sentence(
    sentence: Sentence, timexes: Sequence[tuple[int, int, Timex]], thread: Thread
) -> Thread:
    """Return the thread at the beginning of a sentence, before anything in it is dated."""
    paragraph = sentence.paragraph
    is_stale = thread.local_age >= _LOCAL_SENTENCES and not thread.is_chronicle
    if paragraph != thread.paragraph:
        thread = replace(thread, paragraph=paragraph, local=None, is_chronicle=False)
    elif is_stale:
        thread = replace(thread, local=None)
    thread = replace(thread, local_age=thread.local_age + 1)
    entry = _entry_date(sentence, timexes)
    if entry is None:
        return thread
    link = Link(time=entry.time, basis=DateBasis.EXPLICIT, timex=entry, reason="clause")
    return replace(thread, local=link, local_age=0, is_chronicle=True)


def _entry_date(sentence: Sentence, timexes: Sequence[tuple[int, int, Timex]]) -> Timex | None:
    """Return the date where a sentence is nothing else: "12 December 1985."."""
    if len(timexes) != 1 or sentence.is_heading:
        return None
    begin, end, timex = timexes[0]
    rest = [*sentence.lowers[:begin], *sentence.lowers[end:]]
    is_alone = not any(word[:1].isalnum() for word in rest)
    return timex if is_alone and sentence.paragraph > _HEAD else None


_HEAD = 2
"""Paragraphs at the head of an article, where a date alone says when it was written."""


def passing_over(
    sentence: Sentence, timexes: Sequence[tuple[int, int, Timex]], thread: Thread
) -> Thread:
    """Return the thread moved by dates of which nothing worth listing is told.

    "He climbed onto a tank on Monday and called for a strike": the call takes place on Monday too.
    """
    past = sentence.grammar.past_forms | sentence.grammar.classes.be_past
    if not timexes or not any(w in past or w.endswith("ed") for w in sentence.lowers):
        return thread
    begin, _, timex = timexes[0]
    is_since = sentence.lower(begin - 1) in sentence.grammar.classes.since
    time = _past_reading(timex, thread.dct)
    if is_since or sentence.quoted[begin] or not _is_day(time):
        return thread
    link = Link(time=time, basis=DateBasis.EXPLICIT, timex=timex, reason="clause")
    return _moved(thread, sentence, link, sets_scene=begin < _SCENE)


def _past_reading(timex: Timex, dct: EventTime | None) -> EventTime | None:
    """Return the reading that lies not after publication, None if there is none."""
    if dct is None or not _is_after(timex.time, dct):
        return timex.time
    return next((r.time for r in timex.alternatives if _is_before(r.time, dct)), None)


def _is_day(time: EventTime | None) -> bool:
    if time is None or time.begin is None or time.end is None:
        return False
    return time.end - time.begin <= 2 * DAY_S


_SCENE = 4


def link_sentence(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    timexes: Sequence[tuple[int, int, Timex]],
    thread: Thread,
    language: str,
) -> tuple[tuple[Link, ...], Thread]:
    """Return the link of each candidate of one sentence, and the thread after it.

    `timexes` are the sentence's, each with its token indices.
    """
    distances = [t for t in timexes if is_distance(t[2])]
    timexes = [t for t in timexes if not is_distance(t[2])]
    attached = attach(candidates, timexes, thread.dct, language)
    used = {a.timex.id for a in attached.values()}
    left = [t for t in timexes if t[2].id not in used]
    thread = passing_over(sentence, left, thread)
    links: list[Link] = [
        _explicit(c, attached[k], thread.dct, language) if k in attached else UNDATED
        for k, c in enumerate(candidates)
    ]
    dated = [k for k in range(len(candidates)) if k in attached and links[k].time is not None]
    open_ones = [k for k in range(len(candidates)) if k not in attached]
    for k in sorted(open_ones, key=lambda k: candidates[k].trigger.group is None):
        links[k] = _carried(k, candidates, links, dated, thread, language)
    for k, link in anchored(sentence, candidates, links, distances, language):
        links[k] = link
    scene = frozenset(k for k in dated if attached[k].opens_sentence)
    return tuple(links), _advance(thread, candidates, links, dated, scene)


def _explicit(candidate: Candidate, found: Attached, dct: EventTime | None, language: str) -> Link:
    time = fitting_time(candidate, found, dct)
    table = "events/linking"
    if time is not None and found.preposition in word_set(language, table, "until"):
        if candidate.tense is not Tense.PAST:
            time = EventTime(begin=None, end=time.end, precision=Precision.INTERVAL)
    elif time is not None and found.preposition in word_set(language, table, "since"):
        ongoing = candidate.tense in (Tense.PERFECT, Tense.PRESENT)
        if ongoing and dct is not None and time.begin is not None and dct.end is not None:
            time = _stretch(time.begin, dct.end)
    reason = "shared" if found.is_shared else "clause"
    basis = DateBasis.CONTEXT if found.is_shared else DateBasis.EXPLICIT
    return Link(time=time, basis=basis, timex=found.timex, reason=reason)


def fitting_time(candidate: Candidate, found: Attached, dct: EventTime | None) -> EventTime | None:
    """Return the reading of a date phrase that fits the mention: a fact is past, a plan is not."""
    timex = found.timex
    time = timex.time
    if time is None or dct is None:
        return time
    past = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    wants_past = candidate.modality is Modality.ACTUAL and candidate.tense in past
    wants_future = found.is_aim or candidate.modality in (Modality.PLANNED, Modality.PROPOSED)
    if wants_past and not found.is_aim and _is_after(time, dct):
        back = (r.time for r in timex.alternatives if _is_before(r.time, dct))
        return next(back, _same_hour_that_day(time, dct))
    if wants_future and _is_before(time, dct):
        return next((r.time for r in timex.alternatives if _is_after(r.time, dct)), time)
    return time


def _same_hour_that_day(time: EventTime, dct: EventTime) -> EventTime:
    """Return a bare clock time on the day of publication; any other time as it is."""
    if time.precision not in (Precision.MINUTE, Precision.HOUR):
        return time
    if time.begin is None or time.end is None or dct.begin is None:
        return time
    back = (time.begin - dct.begin) // DAY_S * DAY_S
    return replace(time, begin=Instant(time.begin - back), end=Instant(time.end - back))


def _is_after(time: EventTime | None, dct: EventTime) -> bool:
    return (
        time is not None
        and time.begin is not None
        and dct.end is not None
        and (time.begin >= dct.end)
    )


def _is_before(time: EventTime | None, dct: EventTime) -> bool:
    return (
        time is not None
        and time.end is not None
        and dct.begin is not None
        and (time.end <= dct.begin)
    )


def as_plan(candidate: Candidate, link: Link, dct: EventTime | None) -> Candidate:
    """Return a happening told as a fact but dated after publication as the plan that it is."""
    is_ahead = dct is not None and link.basis is DateBasis.EXPLICIT and _is_after(link.time, dct)
    if is_ahead and candidate.modality is Modality.ACTUAL and not candidate.is_statement:
        return replace(candidate, modality=Modality.PLANNED)
    return candidate


def _stretch(begin: Instant, end: Instant) -> EventTime | None:
    if begin >= end:
        return None
    return EventTime(begin=begin, end=end, precision=Precision.INTERVAL)


def _carried(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    thread: Thread,
    language: str,
) -> Link:
    """Return the time that a mention without a date phrase takes over, if a reader could tell."""
    candidate = candidates[k]
    if thread.is_chronicle and thread.local is not None and _is_told_in_entry(candidate):
        return replace(thread.local, basis=DateBasis.EXPLICIT, reason="entry")
    if candidate.modality is not Modality.ACTUAL or candidate.sentence.is_heading:
        return UNDATED
    told_now = _told_as_going_on(candidate, links)
    if told_now is not None:
        return told_now
    if candidate.trigger.is_noun and not _is_carried_by_verb(candidate):
        return _noun_link(candidate, candidates, links, thread, language)
    if candidate.tense is Tense.PLUPERFECT and not candidate.is_told:
        return _before_the_story(thread)
    if candidate.tense is Tense.PERFECT and _has_just(candidate) and thread.dct is not None:
        return Link(time=thread.dct, basis=DateBasis.PUBLICATION, timex=None, reason="just")
    if candidate.tense in _OPEN_TENSES:
        return _since(k, candidates, links, thread) or UNDATED
    if candidate.tense in (Tense.GERUND, Tense.PARTICIPLE, Tense.INFINITIVE):
        return _with_main_verb(k, candidates, links, thread)
    if _is_told_on_a_date(candidate, links, dated):
        return UNDATED
    return _from_thread(candidate, thread)


_OPEN_TENSES = (
    Tense.PERFECT,
    Tense.PLUPERFECT,
    Tense.PRESENT,
    Tense.CONDITIONAL,
    Tense.SUBJUNCTIVE,
)


def _before_the_story(thread: Thread) -> Link:
    """Return what "had" says: some time until the story's day."""
    story = thread.local or thread.main
    if story is None or story.time is None or story.time.end is None:
        return UNDATED
    day = _whole_day(story.time)
    time = EventTime(
        begin=None, end=day.end if day else story.time.end, precision=Precision.INTERVAL
    )
    return Link(time=time, basis=DateBasis.CONTEXT, timex=story.timex, reason="earlier")


def _has_just(candidate: Candidate) -> bool:
    """Tell whether it has happened just now: "has just demanded"."""
    group, sentence = candidate.trigger.group, candidate.sentence
    if group is None:
        return False
    helpers = sentence.lowers[group.begin : group.head]
    return not sentence.grammar.classes.just.isdisjoint(helpers)


def _since(
    k: int, candidates: Sequence[Candidate], links: Sequence[Link], thread: Thread
) -> Link | None:
    """Return the time from a dated happening on: "have bombed two towns since it was expelled"."""
    candidate = candidates[k]
    if candidate.tense is not Tense.PERFECT or thread.dct is None or thread.dct.end is None:
        return None
    since = candidate.sentence.grammar.classes.since
    for j in range(k + 1, len(candidates)):
        other = links[j]
        between = candidate.sentence.lowers[candidate.trigger.end : candidates[j].trigger.head]
        is_since = other.time is not None and not since.isdisjoint(between)
        if is_since and other.time is not None and other.time.begin is not None:
            time = _stretch(other.time.begin, thread.dct.end)
            return Link(time=time, basis=DateBasis.CONTEXT, timex=other.timex, reason="since")
    return None


def _is_told_in_entry(candidate: Candidate) -> bool:
    """Tell whether an entry of a chronicle tells it as the entry's own happening."""
    group = candidate.trigger.group
    if group is None or candidate.is_told or candidate.modality is Modality.DENIED:
        return False
    return group.is_finite and candidate.tense not in (Tense.PLUPERFECT, Tense.PERFECT)


def _told_as_going_on(candidate: Candidate, links: Sequence[Link]) -> Link | None:
    """Return the time of the speech that tells it as going on: "said she was resigning"."""
    group, governor = candidate.trigger.group, candidate.governor
    if group is None or governor is None or not group.is_progressive or candidate.is_statement:
        return None
    if group.tense is not Tense.PAST or links[governor].time is None:
        return None
    return replace(links[governor], basis=DateBasis.CONTEXT, reason="shared")


def _is_carried_by_verb(candidate: Candidate) -> bool:
    """Tell whether a verb tells when it is: "held talks", but not "the attack killed ten"."""
    if candidate.trigger.group is None:
        return False
    points_back = is_definite(candidate.sentence, candidate.trigger) or is_kin(candidate)
    return not (points_back and candidate.type in _VIOLENT)


def _is_told_on_a_date(candidate: Candidate, links: Sequence[Link], dated: Sequence[int]) -> bool:
    """Tell whether its own date is open.

    So it is where the speech that tells of it has a date of its own, or none at all.
    """
    governor = candidate.governor
    if not candidate.is_told or candidate.is_statement:
        return False
    return governor is None or governor in dated or links[governor].time is None


def _noun_link(
    candidate: Candidate,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    thread: Thread,
    language: str,
) -> Link:
    """Return the time of the verb beside which a noun stands: “said during a meeting”."""
    sentence = candidate.sentence
    if candidate.type in _VIOLENT and not _is_news(candidate):
        return UNDATED
    if candidate.type in _VIOLENT:
        return _host_link(candidate, candidates, links) or _from_thread(candidate, thread)
    if candidate.type not in (EventType.MEETING, EventType.OTHER, EventType.PROTEST):
        return UNDATED
    preposition = preposition_before(sentence, candidate.trigger.begin)
    together = word_set(language, "events/linking", "together")
    for other, link in zip(candidates, links, strict=True):
        same = sentence.clauses[other.trigger.head] == sentence.clauses[candidate.trigger.head]
        is_host = same and not other.trigger.is_noun and link.time is not None
        if is_host and (preposition in together or not preposition):
            return replace(link, basis=DateBasis.CONTEXT, reason="shared")
    around = word_set(language, "events/linking", "around")
    is_known = (
        is_definite(candidate.sentence, candidate.trigger)
        or preposition in together
        or preposition in around
    )
    if candidate.type is EventType.MEETING and is_known:
        return _from_thread(candidate, thread)
    return UNDATED


def _host_link(
    candidate: Candidate, candidates: Sequence[Candidate], links: Sequence[Link]
) -> Link | None:
    """Return the link of the verb in whose clause a noun stands."""
    clauses = candidate.sentence.clauses
    for other, link in zip(candidates, links, strict=True):
        same = clauses[other.trigger.head] == clauses[candidate.trigger.head]
        if same and not other.trigger.is_noun and link.time is not None:
            return replace(link, basis=DateBasis.CONTEXT, reason="shared")
    return None


_VIOLENT = (EventType.ATTACK, EventType.DISASTER, EventType.PROTEST)


def is_kin(candidate: Candidate) -> bool:
    """Tell whether the noun sets the happening beside another one: "a simultaneous blast"."""
    sentence, begin = candidate.sentence, candidate.trigger.begin
    near = sentence.lowers[max(0, begin - 4) : begin]
    return not sentence.grammar.classes.simultaneous.isdisjoint(near)


def _is_news(candidate: Candidate) -> bool:
    """Tell whether a noun brings something new in the main line: "responded with a volley"."""
    sentence = candidate.sentence
    begin, end = clause_range(sentence, candidate.trigger.head)
    if (
        is_kin(candidate)
        or candidate.is_told
        or candidate.trigger.is_plural
        or is_definite(candidate.sentence, candidate.trigger)
    ):
        return False
    past = sentence.grammar.past_forms
    if not any(sentence.is_finite_verb(j) for j in range(len(sentence))):
        return True
    return any(
        sentence.lowers[j] in past or sentence.lowers[j].endswith("ed") for j in range(begin, end)
    )


def _with_main_verb(
    k: int, candidates: Sequence[Candidate], links: Sequence[Link], thread: Thread
) -> Link:
    """Return the time of the verb that a participle accompanies."""
    finite = [
        j
        for j, other in enumerate(candidates)
        if j != k and other.trigger.group is not None and other.trigger.group.is_finite
    ]
    if finite:
        nearest = min(
            finite, key=lambda j: abs(candidates[j].trigger.head - candidates[k].trigger.head)
        )
        if links[nearest].time is not None and candidates[k].tense is Tense.GERUND:
            return replace(links[nearest], basis=DateBasis.CONTEXT, reason="shared")
    if candidates[k].tense is Tense.GERUND:
        return _from_thread(candidates[k], thread)
    return UNDATED


def _from_thread(candidate: Candidate, thread: Thread) -> Link:
    """Return the day that the story is at; never an hour that another happening had."""
    link = _thread_link(candidate, thread)
    return replace(link, time=_whole_day(link.time))


def _whole_day(time: EventTime | None) -> EventTime | None:
    """Return the day of a time within a day or a night."""
    finer = (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY)
    if time is None or time.begin is None or time.precision not in finer:
        return time
    day = Interval.of_unit(time.begin, Granularity.DAY)
    return EventTime(begin=day.begin, end=day.end, precision=Precision.DAY)


def _thread_link(candidate: Candidate, thread: Thread) -> Link:
    speaker = _speaker(candidate)
    for name, link in reversed(thread.speakers):
        if speaker and name == speaker:
            return replace(link, basis=DateBasis.CONTEXT, reason="speaker")
    if thread.local is not None:
        return replace(thread.local, basis=DateBasis.CONTEXT, reason="thread")
    if thread.main is not None:
        return _reaction(candidate, thread) or replace(
            thread.main, basis=DateBasis.CONTEXT, reason="thread"
        )
    if thread.dct is None:
        return UNDATED
    return Link(time=thread.dct, basis=DateBasis.PUBLICATION, timex=None, reason="publication")


def _speaker(candidate: Candidate) -> str:
    if not candidate.is_statement or not candidate.participants:
        return ""
    return candidate.participants[0].name


def _agent(candidate: Candidate) -> str:
    """Return who does it, where that is a person."""
    if candidate.modality is not Modality.ACTUAL or not candidate.participants:
        return ""
    first = candidate.participants[0]
    is_person = first.role is Role.AGENT and first.kind is ActorKind.PERSON
    return first.name if is_person else ""


def _reaction(candidate: Candidate, thread: Thread) -> Link | None:
    """Return the days from the story's event to publication, in which others reacted to it."""
    main, dct = thread.main, thread.dct
    if not candidate.is_statement or main is None or main.time is None or dct is None:
        return None
    if candidate.trigger.group is not None and candidate.trigger.group.is_passive:
        return None
    begin, end = main.time.begin, dct.end
    if begin is None or end is None or end - begin <= 2 * DAY_S:
        return None
    if candidate.sentence.paragraph == thread.main_paragraph:
        return None
    return Link(
        time=_stretch(begin, end), basis=DateBasis.CONTEXT, timex=main.timex, reason="reaction"
    )


def _advance(
    thread: Thread,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    scene: frozenset[int],
) -> Thread:
    """Return the thread after a sentence: a dated main-line happening moves it."""
    speakers = dict(thread.speakers)
    for k, candidate in enumerate(candidates):
        link = links[k]
        speaker = _speaker(candidate)
        is_told_now = candidate.modality is Modality.ACTUAL and _is_recent(link.time, thread.dct)
        if speaker and is_told_now:
            speakers.pop(speaker, None)
            speakers[speaker] = link
        agent = _agent(candidate)
        if agent and is_told_now and k in dated and candidate.tense is Tense.PAST:
            speakers.pop(agent, None)
            speakers[agent] = link
        if k in dated and _is_main_line(candidate):
            thread = _moved(thread, candidate.sentence, link, sets_scene=k in scene)
    return replace(thread, speakers=tuple(speakers.items())[-_MOST_SPEAKERS:])


_MOST_SPEAKERS = 24


def _moved(thread: Thread, sentence: Sentence, link: Link, *, sets_scene: bool) -> Thread:
    """Return the thread at a dated happening.

    The story's day moves on with a later day only. Any other date holds for a sentence or two of
    its paragraph; to the paragraph's end where its phrase opens the sentence.
    """
    local = replace(thread, local=link, local_age=-_PARAGRAPH if sets_scene else 0)
    if not _is_recent(link.time, thread.dct):
        return local
    assert link.time is not None and link.time.begin is not None
    main = thread.main
    is_later = (
        main is None
        or main.time is None
        or main.time.begin is None
        or link.time.begin > main.time.begin
    )
    if is_later:
        return replace(thread, main=link, local=None, main_paragraph=sentence.paragraph)
    return local


_PARAGRAPH = 1_000
"""More sentences than a paragraph has: a date that sets the scene holds to its end."""


def _is_main_line(candidate: Candidate) -> bool:
    group = candidate.trigger.group
    return (
        candidate.modality is Modality.ACTUAL
        and group is not None
        and group.tense is Tense.PAST
        and not candidate.is_told
    )


def _is_recent(time: EventTime | None, dct: EventTime | None) -> bool:
    if time is None or time.begin is None or time.end is None:
        return False
    if time.end - time.begin > 2 * DAY_S:
        return False
    if dct is None or dct.end is None:
        return True
    return dct.end - _RECENT_S < time.end and time.begin < dct.end


def is_date(timex: Timex) -> bool:
    """Tell whether an expression can date a mention, by itself or as a distance from another."""
    dates = (TimexType.DATE, TimexType.TIME)
    if is_distance(timex):
        return True
    return timex.time is not None and timex.type in dates and not timex.is_dateline
