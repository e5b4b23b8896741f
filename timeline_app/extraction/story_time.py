"""The time that the story is at when it tells something: of its speaker, its day, or none yet."""

from dataclasses import replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.mention import DateBasis
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, weekday
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import UNDATED, Link
from timeline_app.extraction.thread import Thread, is_recent, speaker_of
from timeline_app.extraction.times import stretch, whole_day


def from_thread(candidate: Candidate, thread: Thread, language: str) -> Link:
    """Return the day that the story is at; never an hour that another happening had."""
    link = _thread_link(candidate, thread, language)
    return replace(link, time=whole_day(link.time))


def _thread_link(candidate: Candidate, thread: Thread, language: str) -> Link:
    speaker = speaker_of(candidate)
    for name, link in reversed(thread.speakers):
        if speaker and name == speaker:
            return replace(link, basis=DateBasis.CONTEXT, reason="speaker")
    if thread.local is not None and not _is_back_in_the_story(candidate, thread):
        return replace(thread.local, basis=DateBasis.CONTEXT, reason="thread")
    if thread.main is not None:
        return _reaction(candidate, thread, language) or replace(
            thread.main, basis=DateBasis.CONTEXT, reason="thread"
        )
    return without_thread(thread)


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
    is_other_day = elsewhere and thread.local_age >= 0
    return local is not None and (is_other_day or not is_recent(local, thread.dct))


def without_thread(thread: Thread) -> Link:
    """Return the time of what is told before the article has named a day of its story.

    It is the day that the article names later, if that one is fresh; an older day is background of
    what is news on the day of publication. Only what opens an article is taken for such news: a
    reader could not date the rest.
    """
    story, dct = thread.story, thread.dct
    if story is not None and _is_fresh(story, dct):
        return replace(story, basis=DateBasis.CONTEXT, reason="thread")
    if dct is None or not thread.is_opening:
        return UNDATED
    return Link(time=dct, basis=DateBasis.PUBLICATION, timex=None, reason="publication")


def _is_fresh(story: Link, dct: EventTime | None) -> bool:
    """Tell whether a day is that of publication, or the working day before it."""
    if story.time is None or story.time.begin is None or dct is None or dct.begin is None:
        return False
    is_after_weekend = weekday(dct.begin) == _MONDAY
    return story.time.begin >= dct.begin - (_WEEKEND_DAYS if is_after_weekend else 1) * DAY_S


_MONDAY = 1
_WEEKEND_DAYS = 3
"""Days from a Friday to the Monday on which a paper tells of it."""


def _reaction(candidate: Candidate, thread: Thread, language: str) -> Link | None:
    """Return the days from the story's event to publication, in which others reacted to it.

    What a person merely "said" about it is no step of the story: a reader could not date it.
    """
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
    if _is_remark(candidate, language):
        return UNDATED
    return Link(
        time=stretch(begin, end), basis=DateBasis.CONTEXT, timex=main.timex, reason="reaction"
    )


def _is_remark(candidate: Candidate, language: str) -> bool:
    """Tell whether a person merely says something, and neither demands, promises nor condemns."""
    is_plain = candidate.trigger.entry.lemma in word_set(language, "events/statements", "routine")
    speakers = candidate.participants[:1]
    return is_plain and any(speaker.kind is ActorKind.PERSON for speaker in speakers)
