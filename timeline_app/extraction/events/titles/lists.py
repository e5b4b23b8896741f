"""Subjects of several members: "ten states, the African Union and the World Bank"."""

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.events.titles.phrases import is_nominal, noun_phrase_end
from timeline_app.extraction.events.titles.scope import Scope


def list_end(scope: Scope, begin: int, limit: int) -> int:
    """Return `limit` where noun phrases joined by commas and "and" fill the words from `begin` on.

    Dates and adverbs before `limit` are left out; `begin` is returned where anything else stands
    among them, or no conjunction.
    """
    end = _without_adverbs(scope, begin, limit)
    if not any(scope.sentence.lowers[k] in scope.words("joints") for k in range(begin, end)):
        return begin
    j = begin
    while j < end:
        after = member_end(scope, j, end)
        if after == j:
            return begin
        joined = _after_joint(scope, after, end)
        if after < end and (joined == after or _describes(scope, after, joined)):
            return begin
        j = joined
    return end


def subject_end(scope: Scope, begin: int, limit: int) -> int:
    """Return where a subject ends that fills the words from `begin` to the verb, `begin` if none.

    Dates and adverbs may stand between it and the verb.
    """
    end = _without_adverbs(scope, begin, limit)
    is_whole = begin < end and member_end(scope, begin, end) == end
    return end if is_whole else list_end(scope, begin, limit)


def _after_joint(scope: Scope, j: int, end: int) -> int:
    """Return where the next member begins after a comma, "and" or both; `j` where none stands."""
    s = scope.sentence
    at = j + (s.lower(j) in s.grammar.classes.comma)
    at += s.lower(at) in scope.words("joints")
    return at if at < end else j


def _describes(scope: Scope, comma: int, begin: int) -> bool:
    """Tell whether what follows a person's name describes him: "Elbe, the head of the bank"."""
    person = next((n for n in scope.names.values() if n.end == comma), None)
    if person is None or person.actor is None or person.actor.kind is not ActorKind.PERSON:
        return False
    named = scope.names.get(begin)
    return named is None or named.actor is None or named.actor.kind is not ActorKind.PERSON


def _without_adverbs(scope: Scope, begin: int, limit: int) -> int:
    s = scope.sentence
    end = limit
    while end > begin:
        date = scope.date_begins.get(end, -1)
        if date > begin:
            end = date - (s.lowers[date - 1] in scope.words("before_dates"))
        elif s.grammar.is_adverb(s.lowers[end - 1]) and not s.is_name(end - 1):
            end -= 1
        else:
            break
    return end


def member_end(scope: Scope, i: int, end: int) -> int:
    """Return where a noun phrase with its prepositional phrases ends, `i` if none stands there."""
    c = scope.sentence.grammar.classes
    j = noun_phrase_end(scope, i, end)
    while i < j < end and scope.sentence.lowers[j] in c.preposition:
        if j + 1 >= end or (not is_nominal(scope, j + 1) and j + 1 not in scope.names):
            return j
        j = noun_phrase_end(scope, j + 1, end)
    return j


def is_clause_at(scope: Scope, i: int, end: int) -> bool:
    """Tell whether a subject begins at `i` and its verb follows at once."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_pronoun = s.lower(i) in c.pronoun_subject or s.grammar.is_adverb(s.lower(i))
    at = i + 1 if is_pronoun else member_end(scope, i, end)
    while at < end and s.grammar.is_adverb(s.lowers[at]):
        at += 1
    return i < at < end and (at in scope.candidate.verbs or s.is_finite_verb(at))
