"""What each speech act of a sentence speaks of."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import clause_range, preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import word_set


def governors(
    sentence: Sentence, triggers: Sequence[Trigger], language: str
) -> tuple[int | None, ...]:
    """Return, for each trigger, the index of the speech act that tells of it, None for none."""
    plain = word_set(language, "events/statements", "plain")
    speech = [
        (k, t, told_before(sentence, t, plain))
        for k, t in enumerate(triggers)
        if t.entry.type is EventType.STATEMENT and t.group is not None and not t.is_noun
    ]
    words = _Words(
        plain=plain,
        beside=word_set(language, "events/statements", "beside"),
        told={k: told for k, _, told in speech},
    )
    return tuple(_governor(sentence, k, t, speech, words) for k, t in enumerate(triggers))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What is known of a sentence's speech: kinds of verbs, prepositions, ends by trigger."""

    plain: frozenset[str]
    beside: frozenset[str]
    told: Mapping[int, int]


def _governor(
    sentence: Sentence,
    index: int,
    trigger: Trigger,
    speech: Sequence[tuple[int, Trigger, int]],
    words: _Words,
) -> int | None:
    holding = [
        (abs(said.head - trigger.head), k)
        for k, said, told in speech
        if k != index
        and words.told.get(index, 0) <= said.head
        and _speaks_of(sentence, said, trigger, told, words)
    ]
    return min(holding)[1] if holding else None


def _speaks_of(sentence: Sentence, said: Trigger, other: Trigger, told: int, words: _Words) -> bool:
    if told:
        return other.head < told
    if other.head < said.end:
        return False
    if other.is_noun and sentence.clauses[other.head] == sentence.clauses[said.head]:
        return preposition_before(sentence, other.begin) not in words.beside
    if said.entry.subtype not in words.plain and _is_beyond_object(sentence, said, other):
        return False
    return not _is_coordinated(sentence, other) and not _leads_up(sentence, said, other)


def _leads_up(sentence: Sentence, said: Trigger, other: Trigger) -> bool:
    """Tell whether the speech only leads up to the main clause, and no “that” goes on.

    A gerund before the main verb ends with its comma: “demanding bread, crowds marched”. An
    infinitive in a relative clause ends before it: “those who had come to argue agreed”.
    """
    group, verb = said.group, other.group
    if group is None or group.is_finite or verb is None or not verb.is_finite:
        return False
    c = sentence.grammar.classes
    between = sentence.lowers[said.end : verb.begin]
    if not c.complementiser.isdisjoint(between) or not c.pronoun_subject.isdisjoint(between):
        return False
    if group.tense is Tense.GERUND:
        is_first = not any(sentence.is_finite_verb(j) for j in range(group.begin))
        return is_first and not c.comma.isdisjoint(between)
    begin, _ = clause_range(sentence, group.head)
    return begin > 0 and sentence.lower(begin) in c.relative


def _is_beyond_object(sentence: Sentence, said: Trigger, other: Trigger) -> bool:
    """Tell whether a new main clause follows a speech with an object, or "to", and no clause.

    "The mayor vowed to find them, and the army sealed the port."
    """
    if other.group is None or not other.group.is_finite:
        return False
    begin, _ = clause_range(sentence, other.group.begin)
    c = sentence.grammar.classes
    joins = sentence.lower(begin) in c.conjunction and sentence.lower(begin - 1) in c.comma
    told = (sentence.lowers[j] in c.complementiser for j in range(said.end, begin))
    return joins and begin > said.head and not any(told)


def _is_coordinated(sentence: Sentence, other: Trigger) -> bool:
    """Tell whether the verb only continues the main clause: “…, and vowed to …”.

    So does another speaker after a comma: “…, and the minister said …”.
    """
    if other.group is None or not other.group.is_finite:
        return False
    begin, _ = clause_range(sentence, other.group.begin)
    if sentence.lower(begin) not in sentence.grammar.classes.conjunction:
        return False
    speaks_next = other.entry.type is EventType.STATEMENT and not other.is_noun
    if speaks_next and sentence.lower(begin - 1) in sentence.grammar.classes.comma:
        return True
    return not any(sentence.is_open(j) for j in range(begin + 1, other.group.begin))


def told_before(sentence: Sentence, said: Trigger, plain: Container[str]) -> int:
    """Return where the speech ends that stands before its verb, 0 where it stands after it.

    “…,” he said; …, officials reported. Only `plain` verbs may have an object beside it.
    """
    if said.group is None or not said.group.is_finite:
        return 0
    g = sentence.grammar
    begin, _ = clause_range(sentence, said.head)
    if sentence.lower(begin) in g.classes.conjunction:
        return 0
    if sentence.lower(said.group.begin - 1) in g.classes.relative:
        return 0
    if said.entry.content is not None and sentence.lower(begin - 1) not in g.breaks:
        return 0
    if said.entry.subtype not in plain and _has_object(sentence, said.end):
        return 0
    if not g.classes.complementiser.isdisjoint(sentence.lowers[said.end :]):
        return 0
    tail = range(said.end, len(sentence))
    if any(sentence.is_finite_verb(j) for j in tail) or _quote_follows(sentence, said.end):
        return 0
    is_last = said.end >= len(sentence) - 1
    cut = _cut_before(sentence, said.group.begin, is_last=is_last)
    if _is_subordinate(sentence, max(cut, begin), said.group.begin):
        return 0
    if cut > begin:
        return cut
    before = sentence.lower(begin - 1)
    return begin if begin > 0 and (before in g.breaks or before in g.classes.comma) else 0


def _has_object(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun phrase begins at `i`: "announced | new duties"."""
    c = sentence.grammar.classes
    word = sentence.lower(i)
    leads = word in c.determiner or word in c.possessive or word[:1].isdigit()
    return leads or (sentence.is_open(i) and not sentence.is_finite_verb(i))


def _is_subordinate(sentence: Sentence, begin: int, verb: int) -> bool:
    """Tell whether the verb only says when or why: “…, a day after the minister announced cuts”."""
    c = sentence.grammar.classes
    words = c.subordinator - c.complementiser - c.relative - c.as_what
    return not words.isdisjoint(sentence.lowers[begin:verb])


def _cut_before(sentence: Sentence, i: int, *, is_last: bool) -> int:
    """Return the place after the last comma or closing quote before `i`, 0 if there is none.

    A verb stands before it, known or not where the speech is the sentence's last word.
    """
    g = sentence.grammar
    for j in range(i - 1, 0, -1):
        if sentence.lowers[j] == "," or sentence.lowers[j] in g.breaks:
            has_verb = is_last or any(sentence.is_finite_verb(k) for k in range(j))
            return j + 1 if has_verb or sentence.lowers[j] in g.breaks else 0
    return 0


_NEAR_QUOTE = 4


def _quote_follows(sentence: Sentence, i: int) -> bool:
    c = sentence.grammar.classes
    near = sentence.lowers[i : i + _NEAR_QUOTE]
    return any(word in c.opening_quote or word in c.plain_quote for word in near)
