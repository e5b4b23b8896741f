"""Who does what a verb says: its subject, read leftwards, inherited, controlled or inverted."""

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.arguments.phrases import (
    NO_PHRASE,
    Phrase,
    best_of_apposition,
    hangs_on,
    phrase_before,
)
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.names.mention import ActorForm

_DEEPEST = 4
"""How many verbs a subject is inherited over at most."""


def subject_phrase(stage: Stage, trigger: Trigger, depth: int = 0) -> Phrase:
    """Return the subject of the trigger's verb, empty where none can be found.

    `depth` tells over how many verbs the search has come: two verbs may each seem to take their
    subject from the other.
    """
    group = trigger.group
    if group is None or depth > _DEEPEST:
        return NO_PHRASE
    if group.tense is Tense.INFINITIVE:
        return _of_infinitive(stage, group.begin, depth)
    if group.tense is Tense.GERUND:
        return _of_gerund(stage, group.begin, depth)
    if group.tense is Tense.PARTICIPLE:
        return _of_participle(stage, trigger, group.begin, depth)
    return _of_finite(stage, group.begin, trigger, depth)


def _of_finite(stage: Stage, begin: int, trigger: Trigger | None, depth: int) -> Phrase:
    """Return the subject of the finite verb group that begins at `begin`."""
    s = stage.sentence
    c = s.grammar.classes
    j = _skip_adverbs(stage, begin - 1)
    word = s.lower(j)
    if depth > _DEEPEST:
        return NO_PHRASE
    if j < 0 or (stage.is_break(j) and word not in stage.words.enclosing):
        return _inverted(stage, trigger, j)
    if j not in stage.at and word in c.relative:
        return _antecedent(stage, j, trigger, depth)
    if word in c.conjunction:
        return _elided(stage, j, trigger, depth)
    if word in c.comma or (stage.is_break(j) and word in stage.words.enclosing):
        return (
            _around_insertion(stage, j)
            or _inverted(stage, trigger, j)
            or _elided(stage, j, trigger, depth)
        )
    if stage.is_verb(j) and depth < _DEEPEST:
        return _of_finite(stage, stage.group_begin(j), None, depth + 1)
    if j not in stage.at and word in c.pronoun_subject:
        return _of_teller(stage, j, depth)
    return phrase_before(stage, j + 1)


def _of_teller(stage: Stage, pronoun: int, depth: int) -> Phrase:
    """Return who is meant by an unknown pronoun in what is told: "China said it would"."""
    for k in range(pronoun - 1, max(-1, pronoun - _NEAR_TELLER), -1):
        trigger = stage.verbs.get(k)
        if trigger is not None and trigger.entry.type is EventType.STATEMENT:
            return subject_at(stage, k, depth + 1)
    return NO_PHRASE


_NEAR_TELLER = 5


def _skip_adverbs(stage: Stage, j: int) -> int:
    s = stage.sentence
    c = s.grammar.classes
    begin = j
    while j >= 0 and j not in stage.at:
        word = s.lowers[j]
        is_adverb = s.grammar.is_adverb(word) and word not in c.preposition
        if not is_adverb and not stage.is_time(j):
            break
        j -= 1
    return j - 1 if j < begin and s.lower(j) in c.preposition else j


def _antecedent(stage: Stage, relative: int, trigger: Trigger | None, depth: int) -> Phrase:
    """Return whom a relative word stands for: "Hollande, who flew to Moscow"."""
    s = stage.sentence
    c = s.grammar.classes
    j = relative - 1
    if s.lower(j) in c.conjunction:
        return _elided(stage, j, trigger, depth)
    if s.lower(j) in c.comma:
        j -= 1
    if s.lower(j) in c.preposition:
        return NO_PHRASE
    last = stage.at.get(j)
    if last is not None and not stage.is_modifier(last):
        return Phrase(heads=(last,), begin=last.begin)
    phrase = phrase_before(stage, j + 1)
    return phrase if phrase.heads else _beside(stage, phrase) or phrase


def _beside(stage: Stage, description: Phrase) -> Phrase:
    """Return the name before a description: "Schleyer, the employers' president, who was"."""
    comma = description.begin - 1
    named = stage.at.get(comma - 1)
    if stage.sentence.lower(comma) not in stage.sentence.grammar.classes.comma or named is None:
        return NO_PHRASE
    return Phrase(heads=(named,), begin=named.begin)


def _elided(stage: Stage, j: int, trigger: Trigger | None, depth: int) -> Phrase:
    """Return the subject of an earlier verb that goes on here: "met her and flew to Moscow"."""
    verb = _earlier_verb(stage, j, trigger)
    if verb is None:
        return _first_free(stage, j)
    earlier = stage.verbs.get(verb)
    if earlier is not None and earlier.group is not None and not earlier.group.is_finite:
        return subject_phrase(stage, earlier, depth + 1)
    return _of_finite(stage, stage.group_begin(verb), earlier, depth + 1)


def _first_free(stage: Stage, end: int) -> Phrase:
    """Return the first actor before `end` that hangs on nothing."""
    for named in stage.actors:
        if named.end > end:
            break
        if not stage.is_modifier(named) and not hangs_on(stage, named.begin):
            return phrase_before(stage, named.end)
    return NO_PHRASE


def _earlier_verb(stage: Stage, j: int, trigger: Trigger | None) -> int | None:
    """Return the verb before `j` with which the trigger shares its subject.

    A verb of speech goes on from the earlier verb of speech, any other from the nearest verb.
    """
    verbs = [k for k in range(j - 1, -1, -1) if stage.is_verb(k)]
    if not verbs:
        return None
    if trigger is not None and trigger.entry.type is EventType.STATEMENT:
        for k in verbs:
            other = stage.verbs.get(k)
            if other is not None and other.entry.type is EventType.STATEMENT:
                return k
    heads = [k for k in verbs if not _is_reduced(stage, k)]
    return (heads or verbs)[0]


def _is_reduced(stage: Stage, k: int) -> bool:
    """Tell whether the verb form at `k` only qualifies a noun: "the plane shot down by"."""
    trigger = stage.verbs.get(k)
    return trigger is not None and trigger.group is not None and not trigger.group.is_finite


_LONG_INSERTION = 45


def _around_insertion(stage: Stage, comma: int) -> Phrase:
    """Return the subject that an insertion parts from its verb: "X, a spokesman, said"."""
    sign = stage.sentence.lower(comma)
    for k in range(comma - 1, max(0, comma - _LONG_INSERTION), -1):
        if stage.sentence.lowers[k] != sign:
            continue
        outer = _skip_adverbs(stage, k - 1)
        phrase = phrase_before(stage, outer + 1)
        inner = stage.at.get(_first_of_noun(stage, k + 1))
        if not phrase or not _is_insertion(stage, k, comma):
            continue
        is_whole = inner is not None and inner.end >= comma - 1 - _tail(stage, inner, comma)
        heads = best_of_apposition(phrase.heads, inner if is_whole else None)
        if heads:
            return Phrase(heads=heads, begin=phrase.begin)
        if phrase.owners:
            return phrase
    return NO_PHRASE


def _tail(stage: Stage, inner: Named, comma: int) -> int:
    """Return how many tokens of a relative clause or a place follow the name inside commas."""
    s = stage.sentence
    after = s.lower(inner.end)
    is_free = after in s.grammar.classes.preposition or after in s.grammar.classes.relative
    return comma - inner.end if is_free else 0


def _first_of_noun(stage: Stage, j: int) -> int:
    while j not in stage.at and j < len(stage.sentence) and stage.fills(j):
        j += 1
    return j


def _is_insertion(stage: Stage, begin: int, end: int) -> bool:
    """Tell whether no clause of its own stands between the two signs."""
    s = stage.sentence
    c = s.grammar.classes
    first = s.lower(begin + 1)
    if first in c.relative or first in c.subordinator or first.endswith("ed"):
        return True
    if first in c.preposition or first in stage.words.including:
        return True
    return not _has_verb(stage, begin, end) or _has_relative(stage, begin, end)


def _has_verb(stage: Stage, begin: int, end: int) -> bool:
    return any(stage.is_verb(j) for j in range(begin + 1, end))


def _has_relative(stage: Stage, begin: int, end: int) -> bool:
    """Tell whether a relative word comes before any verb between the two tokens."""
    for j in range(begin + 1, end):
        if stage.sentence.lowers[j] in stage.sentence.grammar.classes.relative:
            return True
        if stage.is_verb(j):
            return False
    return False


def _inverted(stage: Stage, trigger: Trigger | None, before: int) -> Phrase:
    """Return the subject after a verb of speech: “…,” said Gerard Rice."""
    if trigger is None or trigger.entry.type is not EventType.STATEMENT or trigger.is_noun:
        return NO_PHRASE
    named = stage.at.get(_first_of_noun(stage, trigger.end))
    if before < 0 or named is None or named.actor is None:
        return NO_PHRASE
    if named.actor.form is ActorForm.DEMONYM and named.end in stage.at:
        named = stage.at[named.end]
    if stage.is_verb(named.end) or stage.is_modifier(named):
        return NO_PHRASE
    return Phrase(heads=(named,), begin=named.begin)


def _of_participle(stage: Stage, trigger: Trigger, begin: int, depth: int) -> Phrase:
    """Return whom a participle qualifies, or whose verb it goes on from."""
    c = stage.sentence.grammar.classes
    j = begin - 1
    before = stage.sentence.lower(j)
    if before in c.relative:
        return _antecedent(stage, j, trigger, depth)
    if before in c.conjunction:
        return _elided(stage, j, trigger, depth)
    if before in c.comma:
        j -= 1
    named = stage.at.get(j)
    if named is not None and not stage.is_modifier(named):
        return Phrase(heads=(named,), begin=named.begin)
    return NO_PHRASE


def _of_infinitive(stage: Stage, begin: int, depth: int) -> Phrase:
    """Return who is to do what an infinitive says, from the verb or noun that governs it."""
    to = begin - 1
    verb = _governing(stage, to)
    near = stage.at.get(to - 1)
    if near is not None and not stage.is_modifier(near):
        controls = verb is None or _controls_object(stage, verb)
        if controls:
            return phrase_before(stage, to, may_hang=True)
    if verb is None or depth > _DEEPEST:
        return phrase_before(stage, to)
    owned = _owner_of_plan(stage, to)
    if owned is not None:
        return owned
    return subject_at(stage, verb, depth)


def subject_at(stage: Stage, verb: int, depth: int = 0) -> Phrase:
    """Return the subject of any verb, whose head is the token `verb`."""
    trigger = stage.verbs.get(verb)
    if trigger is not None and trigger.group is not None:
        if trigger.group.tense is Tense.INFINITIVE and depth <= _DEEPEST:
            return _of_infinitive(stage, trigger.group.begin, depth + 1)
        if trigger.group.tense is not Tense.INFINITIVE:
            return subject_phrase(stage, trigger, depth)
    begin = stage.group_begin(verb)
    if stage.sentence.lower(begin - 1) in stage.sentence.grammar.classes.to:
        return _of_infinitive(stage, begin, depth + 1) if depth <= _DEEPEST else NO_PHRASE
    return _of_finite(stage, begin, trigger, depth)


def _governing(stage: Stage, to: int) -> int | None:
    """Return the verb before "to": finite, or itself an infinitive or a trigger."""
    s = stage.sentence
    to_words = s.grammar.classes.to
    for j in range(to - 1, -1, -1):
        if stage.is_break(j):
            return None
        if stage.is_verb(j) or j in stage.verbs:
            return j
        if s.lowers[j] in to_words and j + 1 < to and s.is_open(j + 1) and j + 1 not in stage.at:
            return j + 1
    return None


def _controls_object(stage: Stage, verb: int) -> bool:
    trigger = stage.verbs.get(verb)
    if trigger is not None and trigger.entry.type is EventType.STATEMENT:
        return True
    return stage.sentence.lower(verb) in stage.words.object_control


def _owner_of_plan(stage: Stage, to: int) -> Phrase | None:
    """Return whose plan it is: "Rabin's proposal to open the road"."""
    if not stage.is_nameless(to - 1) or stage.is_verb(to - 1):
        return None
    j = to - 1
    while j > 0 and stage.is_nameless(j) and not stage.is_verb(j):
        j -= 1
    owner = stage.at.get(j - 1) if stage.is_genitive(j) else None
    return Phrase(heads=(owner,), begin=owner.begin) if owner is not None else None


def _of_gerund(stage: Stage, begin: int, depth: int) -> Phrase:
    """Return who does what a gerund says: the main verb's subject, or the blamed object."""
    s = stage.sentence
    c = s.grammar.classes
    before = s.lower(begin - 1)
    near = stage.at.get(begin - 1)
    if near is not None and not stage.is_modifier(near):
        return Phrase(heads=(near,), begin=near.begin)
    verb = _governing(stage, begin - 1)
    if verb is None:
        return subject_after_comma(stage, begin, depth)
    blamed = stage.at.get(begin - 2)
    trigger = stage.verbs.get(verb)
    is_blame = trigger is not None and before in c.preposition and before in stage.words.blaming
    if is_blame and blamed is not None:
        return phrase_before(stage, begin - 1, may_hang=True)
    return subject_at(stage, verb, depth + 1)


def subject_after_comma(stage: Stage, begin: int, depth: int = 0) -> Phrase:
    """Return the subject of the main clause after an opening phrase: "After meeting her, he"."""
    s = stage.sentence
    comma = s.grammar.classes.comma
    for j in range(begin, len(s)):
        if stage.is_verb(j) and any(s.lowers[k] in comma for k in range(begin, j)):
            return subject_at(stage, j, depth + 1)
    return NO_PHRASE
