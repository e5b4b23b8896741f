"""Who stands where in a sentence: actors by token, subjects, objects, and what speech contains."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.place import Place
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import Trigger, noun_begin
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor or a place at tokens `begin` to `end` of its sentence."""

    begin: int
    end: int
    actor: ActorMention | None = None
    place: Place | None = None


def place_tokens(
    tokens: Tokens,
    sentence: Sentence,
    actors: Sequence[ActorMention],
    places: Sequence[Place],
) -> tuple[Named, ...]:
    """Return the actors and places of one sentence with their token indices, in order."""
    found: list[Named] = []
    for actor in actors:
        begin, end = sentence.indices_of(tokens, actor.span)
        found.append(Named(begin=begin, end=end, actor=actor))
    for place in places:
        begin, end = sentence.indices_of(tokens, place.span)
        found.append(Named(begin=begin, end=end, place=place))
    return tuple(sorted(found, key=lambda n: (n.begin, n.end)))


_NO_SUBJECT = frozenset({ActorForm.DEMONYM, ActorForm.APPOSITION})


def preposition_before(sentence: Sentence, i: int) -> str:
    """Return the preposition that the noun phrase ending at `i` hangs on, "" if none."""
    g = sentence.grammar
    for j in range(i - 1, max(-1, i - 1 - _LONG_PHRASE), -1):
        word = sentence.lowers[j]
        if sentence.clauses[j] != sentence.clauses[i - 1]:
            return ""
        if word in g.classes.preposition:
            return word
        fills = word in g.classes.determiner or word in g.classes.possessive
        fills = fills or g.is_adjective(word) or sentence.is_name(j) or word[:1].isdigit()
        if not fills and not _is_plain_modifier(sentence, j):
            return ""
    return ""


_LONG_PHRASE = 9
"""Most words between a preposition and its noun."""


def _is_plain_modifier(sentence: Sentence, j: int) -> bool:
    word = sentence.lowers[j]
    is_verb = sentence.grammar.looks_past(word)
    return sentence.is_open(j) and not is_verb


def is_possessor(sentence: Sentence, named: Named) -> bool:
    """Tell whether the name owns what follows ("Merkel's spokesman")."""
    return sentence.lower(named.end) in sentence.grammar.classes.genitive


def clause_range(sentence: Sentence, i: int) -> tuple[int, int]:
    """Return the tokens of the clause that holds `i`, half-open."""
    number = sentence.clauses[i]
    return bisect_left(sentence.clauses, number), bisect_right(sentence.clauses, number)


def subject_of(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> tuple[Named, ...]:
    """Return the actors that stand as the subject of the trigger's verb group."""
    if trigger.group is None:
        return ()
    end = subject_end(sentence, trigger.group.begin)
    begin, _ = clause_range(sentence, max(0, end - 1) if end < trigger.group.begin else end)
    before = [n for n in names if n.actor and begin < n.end <= end]
    heads = tuple(n for n in before if _can_be_subject(sentence, n))
    if heads:
        return heads[-_MOST_SUBJECTS:]
    if _has_own_noun(sentence, begin, end):
        return tuple(before[-1:])
    if trigger.group.tense is Tense.GERUND:
        return _of_main_clause(sentence, trigger, names)
    return _inverted(sentence, trigger, names) or _inherited(sentence, begin, names)


def subject_end(sentence: Sentence, begin: int) -> int:
    """Return where the subject ends that a phrase in commas may part from its verb at `begin`.

    "The minister, speaking at a news conference, said".
    """
    comma, ing = sentence.grammar.classes.comma, sentence.grammar.looks_ing
    if sentence.lower(begin - 1) not in comma:
        return begin
    for j in range(begin - 2, max(0, begin - _LONG_INSERTION), -1):
        if sentence.lowers[j] in comma:
            is_inserted = ing(sentence.lowers[j + 1]) and not sentence.is_name(j + 1)
            return j if is_inserted else begin
    return begin


_LONG_INSERTION = 20


def _of_main_clause(
    sentence: Sentence, trigger: Trigger, names: Sequence[Named]
) -> tuple[Named, ...]:
    """Return the subject that a gerund shares: "After meeting her, he left"."""
    g = sentence.grammar
    follows = [
        n
        for n in names
        if n.actor
        and n.begin > trigger.head
        and sentence.lower(n.begin - 1) in g.classes.comma
        and _can_be_subject(sentence, n)
    ]
    leads = [
        n for n in names if n.actor and n.end <= trigger.begin and _can_be_subject(sentence, n)
    ]
    opens = trigger.begin <= _OPENING
    return tuple((follows if opens else leads)[:1])


_OPENING = 2


_MOST_SUBJECTS = 6


def _can_be_subject(sentence: Sentence, named: Named) -> bool:
    if named.actor is None or named.actor.form in _NO_SUBJECT or is_possessor(sentence, named):
        return False
    return not preposition_before(sentence, named.begin)


def _has_own_noun(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell whether a noun without a name stands as subject ("a senior official said")."""
    times = sentence.grammar.classes.time_unit
    return any(
        sentence.is_open(j)
        and sentence.lowers[j] not in times
        and not preposition_before(sentence, j)
        for j in range(begin, end)
    )


def _inverted(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> tuple[Named, ...]:
    """Return the subject after the verb: “…,” said Gerard Rice."""
    at = trigger.end
    c = sentence.grammar.classes
    while sentence.lower(at) in c.determiner or sentence.grammar.is_adjective(sentence.lower(at)):
        at += 1
    return tuple(n for n in names if n.actor and n.begin <= at < n.end)[:1]


_NEAR_ANTECEDENT = 2


def _inherited(sentence: Sentence, begin: int, names: Sequence[Named]) -> tuple[Named, ...]:
    """Return the subject that an elided or relative clause takes over from what stands before."""
    c = sentence.grammar.classes
    if sentence.lower(begin) in c.relative:
        near = (n for n in names if n.actor and 0 <= begin - n.end <= _NEAR_ANTECEDENT)
        return tuple(near)[-1:]
    before = [n for n in names if n.actor and n.end <= begin and _can_be_subject(sentence, n)]
    return tuple(before[:1])


def is_guest(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> bool:
    """Tell whether an -ing form only says who is a guest: "met visiting President Moi"."""
    is_ing = sentence.grammar.looks_ing(sentence.lowers[trigger.head])
    if trigger.entry.subtype != "visit" or not is_ing:
        return False
    guest = next((n for n in names if n.actor and n.begin == trigger.end), None)
    if guest is None or guest.actor is None or guest.actor.form not in _GUESTS:
        return False
    return sentence.lower(trigger.begin - 1) not in sentence.grammar.classes.be


def is_in_name(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> bool:
    """Tell whether the word is a part of somebody's name: "Ban Ki-moon"."""
    return sentence.words[trigger.head][:1].isupper() and any(
        n.actor is not None
        and n.actor.kind is ActorKind.PERSON
        and n.actor.form in _BY_NAME
        and n.begin <= trigger.head < n.end
        for n in names
    )


_BY_NAME = frozenset({ActorForm.NAME, ActorForm.TITLE})
_GUESTS = frozenset({ActorForm.TITLE, ActorForm.ROLE})


def is_definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the noun points back: "the attack", "his visit"."""
    c = sentence.grammar.classes
    begin = noun_begin(trigger)
    for j in range(begin - 1, max(-1, begin - 5), -1):
        word = sentence.lowers[j]
        if word in c.definite or word in c.possessive:
            opens = j > 0 and sentence.clauses[j] != sentence.clauses[j - 1]
            return not (opens and word in c.complementiser)
        if word in c.indefinite or word in c.preposition or not word[:1].isalnum():
            return False
    return False
