"""Whether a mention brings in one more happening of a kind, or may repeat the one told before."""

from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.triggers import noun_begin


def is_new(candidate: Candidate) -> bool:
    """Tell whether it brings in another happening: "a future meeting", "four other attacks"."""
    sentence = candidate.sentence
    c = sentence.grammar.classes
    begin = noun_begin(candidate.trigger)
    near = [sentence.lowers[j] for j in range(max(0, begin - 3), begin)]
    if not c.further.isdisjoint(near):
        return True
    return any(w in c.indefinite for w in near) and not any(w in c.definite for w in near)


def is_one_of(a: Candidate, b: Candidate) -> bool:
    """Tell whether one of them is of one, the other of several: "a march", "the marches"."""
    brings_in = a.trigger.is_noun and is_new(a)
    return brings_in and a.trigger.is_plural != b.trigger.is_plural


def is_one_more(candidate: Candidate) -> bool:
    """Tell whether a verb tells of one more happening of its kind: "will also buy"."""
    group, sentence = candidate.trigger.group, candidate.sentence
    if group is None:
        return False
    return not sentence.grammar.classes.as_well.isdisjoint(
        sentence.lowers[max(0, group.begin - 1) : candidate.trigger.end]
    )


def is_next(candidate: Candidate) -> bool:
    """Tell whether a verb tells what came next: "told reporters afterwards"."""
    sentence, group = candidate.sentence, candidate.trigger.group
    if group is None:
        return False
    near = sentence.lowers[max(0, group.begin - 1) : candidate.trigger.end + _NEAR_NEXT]
    return not sentence.grammar.classes.next_in_story.isdisjoint(near)


_NEAR_NEXT = 2


def differ_in_amount(a: Candidate, b: Candidate) -> bool:
    """Tell whether two verbs have different numbers behind them: "buy 32 percent", "buy a 10…"."""
    first, second = _amount(a), _amount(b)
    return bool(first and second) and first != second


def _amount(candidate: Candidate) -> str:
    begin = candidate.trigger.end
    near = candidate.sentence.lowers[begin : begin + _NEAR_AMOUNT]
    return next((word for word in near if word[:1].isdigit()), "")


_NEAR_AMOUNT = 2
