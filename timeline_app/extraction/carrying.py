"""The time that a mention without a date phrase takes over, if a reader could tell."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, is_definite, preposition_before
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import UNDATED, Link
from timeline_app.extraction.thread import Thread, is_recent, speaker_of
from timeline_app.extraction.times import (
    stretch,
    whole_day,
)


def carried(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    thread: Thread,
    language: str,
) -> Link:
    """Return the time that a mention without a date phrase takes over, if a reader could tell."""
    candidate = candidates[k]
    if (
        thread.is_chronicle
        and thread.local is not None
        and _is_told_in_entry(candidate, thread.local)
    ):
        return replace(thread.local, basis=DateBasis.EXPLICIT, reason="entry")
    if candidate.modality is not Modality.ACTUAL or _is_headline(candidate):
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
    if _goes_on_now(candidate) and thread.dct is not None:
        return Link(time=thread.dct, basis=DateBasis.PUBLICATION, timex=None, reason="now")
    if candidate.tense is Tense.PERFECT and thread.is_opening:
        return _news_of_the_day(candidate, links, thread)
    if candidate.tense in _OPEN_TENSES:
        return _since(k, candidates, links, thread) or UNDATED
    if candidate.tense in (Tense.GERUND, Tense.PARTICIPLE, Tense.INFINITIVE):
        return _with_main_verb(k, candidates, links, thread, language)
    if _is_told_on_a_date(candidate, links, dated):
        return UNDATED
    return _from_thread(candidate, thread)


def _is_headline(candidate: Candidate) -> bool:
    """Tell whether it stands in the headline, perhaps beneath the paper's name."""
    sentence = candidate.sentence
    is_open = sentence.words[-1][-1].isalnum()
    return sentence.is_heading or (is_open and sentence.paragraph <= _HEADLINE)


_HEADLINE = 1
"""The last of the lines at the top among which the headline stands."""

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
    day = whole_day(story.time)
    time = EventTime(
        begin=None, end=day.end if day else story.time.end, precision=Precision.INTERVAL
    )
    return Link(time=time, basis=DateBasis.CONTEXT, timex=story.timex, reason="earlier")


def _goes_on_now(candidate: Candidate) -> bool:
    """Tell whether it goes on while the article is written: "is threatening to leave"."""
    group = candidate.trigger.group
    if group is None or candidate.is_told or candidate.is_quoted:
        return False
    return group.tense is Tense.PRESENT and group.is_progressive


def _has_just(candidate: Candidate) -> bool:
    """Tell whether it has happened just now: "has just demanded"."""
    group, sentence = candidate.trigger.group, candidate.sentence
    if group is None:
        return False
    helpers = sentence.lowers[group.begin : group.head]
    return not sentence.grammar.classes.just.isdisjoint(helpers)


def _news_of_the_day(candidate: Candidate, links: Sequence[Link], thread: Thread) -> Link:
    """Return the day of what "has happened" where an article opens with it: that of who says so.

    "The bank has cut its rate, it said on Tuesday", "the minister has said that …".
    """
    if candidate.governor is not None and links[candidate.governor].time is not None:
        teller = links[candidate.governor]
        return replace(teller, basis=DateBasis.CONTEXT, reason="shared")
    is_speech = candidate.is_statement and not candidate.is_told
    return _without_thread(thread) if is_speech else UNDATED


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
            time = stretch(other.time.begin, thread.dct.end)
            return Link(time=time, basis=DateBasis.CONTEXT, timex=other.timex, reason="since")
    return None


def _is_told_in_entry(candidate: Candidate, entry: Link) -> bool:
    """Tell whether an entry of a chronicle tells it as the entry's own happening.

    Under an hour, what "has happened" is the news of that hour.
    """
    group = candidate.trigger.group
    if group is None or candidate.is_told or candidate.modality is Modality.DENIED:
        return False
    is_hour = entry.time is not None and entry.time.precision in (Precision.HOUR, Precision.MINUTE)
    is_news = candidate.tense is Tense.PERFECT and is_hour
    return group.is_finite and (is_news or candidate.tense not in _LOOKING_BACK)


_LOOKING_BACK = (Tense.PLUPERFECT, Tense.PERFECT)


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
    preposition = preposition_before(sentence, candidate.trigger.begin)
    together = word_set(language, "events/linking", "together")
    scene = _set_scene(candidate, candidates, links) if preposition in together else None
    if scene is not None:
        return scene
    if candidate.type in _VIOLENT and not _is_news(candidate):
        return UNDATED
    if candidate.type in _VIOLENT:
        return _host_link(candidate, candidates, links) or _from_thread(candidate, thread)
    if candidate.type not in (EventType.MEETING, EventType.OTHER, EventType.PROTEST):
        return UNDATED
    for other, link in zip(candidates, links, strict=True):
        same = sentence.clauses[other.trigger.head] == sentence.clauses[candidate.trigger.head]
        is_host = same and not other.trigger.is_noun and link.time is not None
        is_aim = preposition in word_set(language, "events/linking", "aim")
        is_trip = is_aim and other.type is candidate.type is EventType.MEETING
        if is_host and (preposition in together or not preposition or is_trip):
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


def _set_scene(
    candidate: Candidate, candidates: Sequence[Candidate], links: Sequence[Link]
) -> Link | None:
    """Return the link of the main verb that a noun sets the scene for: "At a rally, he said"."""
    if noun_begin(candidate.trigger) > _SCENE:
        return None
    for other, link in zip(candidates, links, strict=True):
        group = other.trigger.group
        is_main = group is not None and group.tense is Tense.PAST and not other.is_told
        if is_main and not other.trigger.is_noun and other.trigger.head > candidate.trigger.head:
            dated = link.time is not None
            return replace(link, basis=DateBasis.CONTEXT, reason="shared") if dated else None
    return None


_SCENE = 5
"""A noun that begins before this token stands at the head of its sentence."""


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
    sentence, begin = candidate.sentence, noun_begin(candidate.trigger)
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
    if not any(sentence.is_finite_verb(j) for j in range(len(sentence))):
        return True
    return any(sentence.grammar.looks_past(sentence.lowers[j]) for j in range(begin, end))


def _with_main_verb(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    thread: Thread,
    language: str,
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
    if candidates[k].tense is not Tense.GERUND or _goes_with_present(candidates[k]):
        return UNDATED
    return (
        _from_thread(candidates[k], thread)
        if not _stands_apart(candidates[k], language)
        else UNDATED
    )


def _stands_apart(candidate: Candidate, language: str) -> bool:
    """Tell whether a gerund is set before or after its main verb: "after rejecting the order"."""
    group = candidate.trigger.group
    before = candidate.sentence.lower(group.begin - 1) if group is not None else ""
    table = "events/linking"
    return before in word_set(language, table, "later_than") | word_set(
        language, table, "earlier_than"
    )


def _goes_with_present(candidate: Candidate) -> bool:
    """Tell whether a gerund goes with what is so now: "they are staying, saying that …"."""
    sentence, group = candidate.sentence, candidate.trigger.group
    if group is None:
        return False
    c = sentence.grammar.classes
    present = (c.be | c.have | c.do) - c.be_past - c.have_past - c.do_past
    verbs = [j for j in range(group.begin) if sentence.is_finite_verb(j)]
    return bool(verbs) and sentence.lowers[verbs[-1]] in present


def _from_thread(candidate: Candidate, thread: Thread) -> Link:
    """Return the day that the story is at; never an hour that another happening had."""
    link = _thread_link(candidate, thread)
    return replace(link, time=whole_day(link.time))


def _thread_link(candidate: Candidate, thread: Thread) -> Link:
    speaker = speaker_of(candidate)
    for name, link in reversed(thread.speakers):
        if speaker and name == speaker:
            return replace(link, basis=DateBasis.CONTEXT, reason="speaker")
    if thread.local is not None and not _is_back_in_the_story(candidate, thread):
        return replace(thread.local, basis=DateBasis.CONTEXT, reason="thread")
    if thread.main is not None:
        return _reaction(candidate, thread) or replace(
            thread.main, basis=DateBasis.CONTEXT, reason="thread"
        )
    return _without_thread(thread)


def _is_back_in_the_story(candidate: Candidate, thread: Thread) -> bool:
    """Tell whether a speaker comments on the story after a sentence of its background.

    "The party was closed last May. A spokesman voiced concern." Not where the older date has set
    the scene, unless the place changes: "In Washington, …".
    """
    sentence = candidate.sentence
    elsewhere = sentence.lower(0) in sentence.grammar.classes.preposition and sentence.is_name(1)
    leaves = elsewhere or thread.local_age >= 0
    if not candidate.is_statement or candidate.is_told or not leaves or thread.main is None:
        return False
    local = thread.local.time if thread.local is not None else None
    return local is not None and not is_recent(local, thread.dct)


def _without_thread(thread: Thread) -> Link:
    """Return the time of what is told before the article has named a day of its story.

    It is the day that the article names later, if that one is fresh; an older day is background of
    what is news on the day of publication. In an article that names no day of its story, only what
    opens it is taken for news: a reader could not date the rest.
    """
    story, dct = thread.story, thread.dct
    if story is not None and _is_fresh(story, dct):
        return replace(story, basis=DateBasis.CONTEXT, reason="thread")
    if dct is None or (story is None and not thread.is_opening):
        return UNDATED
    return Link(time=dct, basis=DateBasis.PUBLICATION, timex=None, reason="publication")


def _is_fresh(story: Link, dct: EventTime | None) -> bool:
    """Tell whether a day is the one before publication or that one itself."""
    if story.time is None or story.time.begin is None or dct is None or dct.begin is None:
        return False
    return story.time.begin >= dct.begin - DAY_S


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
        time=stretch(begin, end), basis=DateBasis.CONTEXT, timex=main.timex, reason="reaction"
    )
