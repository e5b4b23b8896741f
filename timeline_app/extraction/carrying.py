"""The time that a mention without a date phrase takes over, if a reader could tell."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, is_definite, preposition_before
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import UNDATED, Link
from timeline_app.extraction.noun_time import VIOLENT, continues, is_kin, noun_link
from timeline_app.extraction.story_time import from_thread, without_thread
from timeline_app.extraction.subordinate import opening_of
from timeline_app.extraction.thread import Thread, is_recent
from timeline_app.extraction.times import (
    is_before,
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
    if thread.is_chronicle and thread.local is not None and _is_met_in_entry(candidate):
        return replace(thread.local, basis=DateBasis.CONTEXT, reason="entry")
    if candidate.modality is not Modality.ACTUAL or candidate.is_in_headline:
        return UNDATED
    now = _told_as_going_on(candidate, links) or _of_now(candidate, thread, language)
    if now is not None:
        return now
    if candidate.trigger.is_noun and not _is_carried_by_verb(candidate):
        return noun_link(candidate, candidates, links, thread, language)
    if candidate.tense is Tense.PLUPERFECT and not candidate.is_told:
        return _before_the_story(thread)
    says_now = candidate.tense is Tense.PRESENT and candidate.is_statement
    if thread.is_opening and (candidate.tense is Tense.PERFECT or says_now):
        return _news_of_the_day(candidate, links, thread)
    if candidate.tense in _OPEN_TENSES:
        return _since(k, candidates, links, thread) or UNDATED
    if candidate.tense in (Tense.GERUND, Tense.PARTICIPLE, Tense.INFINITIVE):
        return _with_main_verb(k, candidates, links, thread, language)
    return _of_past(k, candidates, links, dated, thread, language)


def _of_past(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    thread: Thread,
    language: str,
) -> Link:
    """Return the time of a verb in the past tense: the story's day, if nothing forbids it."""
    candidate = candidates[k]
    if _is_told_on_a_date(candidate, links, dated) or _is_since(candidate):
        return UNDATED
    if _is_some_time_past(candidate, language):
        return UNDATED
    if _is_after_background(k, candidates, links, dated, thread, language):
        return UNDATED
    if not dated and _is_recalled(candidate, language):
        return UNDATED
    background = _behind_dated(k, candidates, links, dated, thread, language)
    return background or from_thread(candidate, thread, language)


def _is_recalled(candidate: Candidate, language: str) -> bool:
    """Tell whether a clause brings up what befell somebody: "the father left after it sank".

    What goes on meanwhile is of the story's day: "as the tower fell".
    """
    sentence, group = candidate.sentence, candidate.trigger.group
    opening = opening_of(sentence, group) if group is not None else None
    if opening is None or candidate.type not in _BEFALLS:
        return False
    return sentence.lower(opening) not in word_set(language, "events/linking", "meanwhile")


def _is_some_time_past(candidate: Candidate, language: str) -> bool:
    """Tell whether a word beside the verb says that it was some time ago: "was recently sold"."""
    group = candidate.trigger.group
    if group is None:
        return False
    near = candidate.sentence.lowers[max(0, group.begin - 1) : candidate.trigger.end + 1]
    table = "events/linking"
    vague = word_set(language, table, "vague")
    begin, _ = clause_range(candidate.sentence, group.begin)
    opening = candidate.sentence.lowers[begin : group.begin]
    if not candidate.sentence.grammar.classes.relative.isdisjoint(opening):
        vague |= word_set(language, table, "afterwards")
    return not vague.isdisjoint(near)


def _is_after_background(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    thread: Thread,
    language: str,
) -> bool:
    """Tell whether it is told to follow on what has a bygone date: "fell after it lost in May"."""
    sentence, end = candidates[k].sentence, candidates[k].trigger.end
    later = word_set(language, "events/linking", "later_than")
    for j in dated:
        between = sentence.lowers[end : candidates[j].trigger.head]
        if _is_bygone(links[j], thread) and not later.isdisjoint(between):
            return True
    return False


def _is_bygone(link: Link, thread: Thread) -> bool:
    """Tell whether a date lies before the days that the story tells of."""
    is_over = thread.dct is not None and is_before(link.time, thread.dct)
    return is_over and not is_recent(link.time, thread.dct)


def _behind_dated(
    k: int,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    dated: Sequence[int],
    thread: Thread,
    language: str,
) -> Link | None:
    """Return the time of a clause beside a verb of the story's background, which has a date.

    "Work was halted in May after a miner died": until then; "when a miner died": then.
    """
    candidate = candidates[k]
    sentence, group = candidate.sentence, candidate.trigger.group
    opening = opening_of(sentence, group) if group is not None else None
    if opening is None:
        return None
    main = [j for j in dated if candidates[j].trigger.head < opening]
    host = links[main[-1]] if main else UNDATED
    if host.time is None or not _is_bygone(host, thread):
        return None
    if sentence.lower(opening) not in word_set(language, "events/linking", "later_than"):
        return replace(host, basis=DateBasis.CONTEXT, reason="shared")
    time = EventTime(begin=None, end=host.time.end, precision=Precision.INTERVAL)
    return Link(time=time, basis=DateBasis.CONTEXT, timex=host.timex, reason="earlier")


_BEFALLS = (EventType.DISASTER, EventType.OTHER)


def _is_since(candidate: Candidate) -> bool:
    """Tell whether it only says since when something is so: "since they obtained a warrant"."""
    sentence, group = candidate.sentence, candidate.trigger.group
    opening = opening_of(sentence, group) if group is not None else None
    return opening is not None and sentence.lower(opening) in sentence.grammar.classes.since


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


def _of_now(candidate: Candidate, thread: Thread, language: str) -> Link | None:
    """Return the day of publication for what goes on, or has just happened, when it is written."""
    goes_on = _goes_on_now(candidate) or continues(candidate, language)
    has_just = candidate.tense is Tense.PERFECT and _has_just(candidate)
    if thread.dct is None or not (goes_on or has_just):
        return None
    reason = "now" if goes_on else "just"
    return Link(time=thread.dct, basis=DateBasis.PUBLICATION, timex=None, reason=reason)


def _goes_on_now(candidate: Candidate) -> bool:
    """Tell whether it goes on while the article is written: "is threatening to leave"."""
    group = candidate.trigger.group
    if group is None or candidate.is_told or candidate.is_quoted:
        return False
    return group.tense is Tense.PRESENT and group.is_progressive and not group.is_passive


def _has_just(candidate: Candidate) -> bool:
    """Tell whether it has happened just now: "has just demanded"."""
    group, sentence = candidate.trigger.group, candidate.sentence
    if group is None:
        return False
    helpers = sentence.lowers[group.begin : group.head]
    return not sentence.grammar.classes.just.isdisjoint(helpers)


def _news_of_the_day(candidate: Candidate, links: Sequence[Link], thread: Thread) -> Link:
    """Return the day of what "has happened" where an article opens with it: that of who says so.

    "The bank has cut its rate, it said on Tuesday", "the minister has said that …", "… says".
    """
    teller = UNDATED if candidate.governor is None else links[candidate.governor]
    if teller.time is not None and teller.basis is not DateBasis.PUBLICATION:
        return replace(teller, basis=DateBasis.CONTEXT, reason="shared")
    is_speech = candidate.is_statement and not candidate.is_told
    return without_thread(thread) if is_speech else UNDATED


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


def _is_met_in_entry(candidate: Candidate) -> bool:
    """Tell whether an entry speaks of a meeting: "the premier skips a summit in Lima"."""
    is_news = candidate.modality is Modality.ACTUAL and not candidate.is_told
    return is_news and candidate.trigger.is_noun and candidate.type is EventType.MEETING


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
    return not (points_back and candidate.type in VIOLENT)


def _is_told_on_a_date(candidate: Candidate, links: Sequence[Link], dated: Sequence[int]) -> bool:
    """Tell whether its own date is open.

    So it is where the speech that tells of it has a date of its own, or none at all.
    """
    governor = candidate.governor
    if not candidate.is_told or candidate.is_statement:
        return False
    if governor is None or governor in dated or links[governor].time is None:
        return True
    return links[governor].basis is DateBasis.PUBLICATION


def _is_cause(candidate: Candidate, language: str) -> bool:
    """Tell whether a noun only says after what: "after the attack on Monday, saying …"."""
    before = preposition_before(candidate.sentence, candidate.trigger.begin)
    return before in word_set(language, "events/linking", "cause")


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
    finite = finite or [
        j
        for j in range(k)
        if links[j].basis is DateBasis.EXPLICIT and not _is_cause(candidates[j], language)
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
        from_thread(candidates[k], thread, language)
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
