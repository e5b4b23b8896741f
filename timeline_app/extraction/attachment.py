"""Which mention a date phrase hangs on, inside one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.annotation.timex import Timex
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.language_pack import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A date phrase on a mention; `is_shared` where another verb of the sentence carries it."""

    timex: Timex
    preposition: str
    is_shared: bool = False


_NEAR_NOUN = 4


def attach(
    candidates: Sequence[Candidate], timexes: Sequence[tuple[int, int, Timex]], language: str
) -> dict[int, Attached]:
    """Return, by index, the candidates that a date phrase of their sentence dates."""
    found: dict[int, Attached] = {}
    if not candidates:
        return found
    sentence = candidates[0].sentence
    for begin, end, timex in timexes:
        preposition = sentence.lower(begin - 1)
        if preposition not in sentence.grammar.classes.preposition:
            preposition = ""
        for k in _governed(sentence, candidates, begin, end, preposition, language):
            found.setdefault(k, Attached(timex=timex, preposition=preposition))
    for k, attached in _shared(sentence, candidates, found):
        found.setdefault(k, attached)
    return found


def _governed(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    begin: int,
    end: int,
    preposition: str,
    language: str,
) -> list[int]:
    modified = _modified_noun(sentence, candidates, end)
    if modified is not None:
        return [modified]
    own = _noun_right_before(sentence, candidates, begin, language)
    if own is not None:
        return [own]
    left = _verb_left(sentence, candidates, begin)
    if left is not None:
        return [left]
    right = _verb_right(sentence, candidates, end)
    if right is not None:
        return [right]
    return _nearest_noun(sentence, candidates, begin)


def _modified_noun(sentence: Sentence, candidates: Sequence[Candidate], end: int) -> int | None:
    """Return the noun that the phrase stands before: "Tuesday's attack", "the August 7 blasts"."""
    g = sentence.grammar
    for j in range(end, min(len(sentence), end + _NEAR_NOUN)):
        for k, c in enumerate(candidates):
            if c.trigger.is_noun and j == c.trigger.head:
                return k
        word = sentence.lowers[j]
        passes = word in g.classes.genitive or g.is_adjective(word) or sentence.is_open(j)
        if not passes or sentence.is_finite_verb(j):
            return None
    return None


def _noun_right_before(
    sentence: Sentence, candidates: Sequence[Candidate], begin: int, language: str
) -> int | None:
    """Return a noun in a phrase of its own that ends in the date: "after the attack Tuesday"."""
    own = word_set(language, "events/linking", "own_date")
    for k in range(len(candidates) - 1, -1, -1):
        c = candidates[k]
        if c.trigger.end > begin or not c.trigger.is_noun:
            continue
        between = range(c.trigger.end, begin)
        if not _is_one_phrase(sentence, between):
            return None
        is_heading_noun = c.trigger.group is None
        if is_heading_noun and preposition_before(sentence, c.trigger.begin) in own:
            return k
        return None
    return None


_LONG_PHRASE = 14


def _is_one_phrase(sentence: Sentence, between: range) -> bool:
    g = sentence.grammar
    return len(between) <= _LONG_PHRASE and not any(
        sentence.is_finite_verb(j) or sentence.lowers[j] in g.breaks or sentence.lowers[j] == ","
        for j in between
    )


def _verb_left(sentence: Sentence, candidates: Sequence[Candidate], begin: int) -> int | None:
    """Return the candidate whose verb is the nearest left of the phrase in its clause."""
    first, _ = clause_range(sentence, begin)
    heads = _verb_heads(candidates)
    for j in range(begin - 1, first - 1, -1):
        if j in heads:
            return heads[j]
        if sentence.is_finite_verb(j) and sentence.lowers[j] not in sentence.grammar.auxiliary:
            return None
    return None


def _verb_heads(candidates: Sequence[Candidate]) -> dict[int, int]:
    heads: dict[int, int] = {}
    for k, c in enumerate(candidates):
        if c.trigger.group is not None:
            heads.setdefault(c.trigger.group.head, k)
    return heads


def _verb_right(sentence: Sentence, candidates: Sequence[Candidate], end: int) -> int | None:
    """Return the first finite verb right of the phrase that no relative clause holds."""
    c = sentence.grammar.classes
    for k, candidate in enumerate(candidates):
        group = candidate.trigger.group
        if group is None or group.head < end or not group.is_finite:
            continue
        begin, _ = clause_range(sentence, group.head)
        if begin >= end and sentence.lower(begin) in c.relative:
            continue
        return k
    return None


def _nearest_noun(sentence: Sentence, candidates: Sequence[Candidate], begin: int) -> list[int]:
    number = sentence.clauses[begin]
    same = [
        (abs(c.trigger.head - begin), k)
        for k, c in enumerate(candidates)
        if c.trigger.is_noun and sentence.clauses[c.trigger.head] == number
    ]
    if not same:
        same = [
            (begin - c.trigger.head, k) for k, c in enumerate(candidates) if c.trigger.head < begin
        ]
    return [min(same)[1]] if same else []


def _shared(
    sentence: Sentence, candidates: Sequence[Candidate], found: dict[int, Attached]
) -> Iterator[tuple[int, Attached]]:
    """Yield verbs that share the date of the verb that they continue: "met Merkel and flew"."""
    last: Attached | None = None
    for k, c in enumerate(candidates):
        group = c.trigger.group
        if k in found and group is not None and group.is_finite:
            last = found[k]
        elif last is not None and group is not None and _continues(sentence, c):
            yield k, Attached(timex=last.timex, preposition=last.preposition, is_shared=True)


def _continues(sentence: Sentence, candidate: Candidate) -> bool:
    group = candidate.trigger.group
    assert group is not None
    if group.tense is not Tense.PAST or group.is_negated:
        return False
    begin, _ = clause_range(sentence, group.begin)
    if sentence.lower(begin) not in sentence.grammar.classes.conjunction:
        return False
    return not any(sentence.is_open(j) for j in range(begin + 1, group.begin))
