"""Titles of happenings that a noun names: its phrase with what belongs to it."""

from timeline_app.annotation.actor import Participant, Role
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.titles.cutting import reach, reach_of_noun
from timeline_app.extraction.events.titles.phrases import noun_phrase_begin
from timeline_app.extraction.events.titles.scope import GOOD_LENGTH, Scope
from timeline_app.extraction.events.titles.wording import (
    OPENING_SIGNS,
    short_name,
    trimmed,
    wording,
)
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.names.mention import ActorForm


def nominal_title(scope: Scope) -> str:
    """Return the noun with its modifiers and prepositional phrases; "" where it stands bare."""
    trigger = scope.candidate.trigger
    first = trigger.begin if trigger.group is None else trigger.head
    begin = min(noun_phrase_begin(scope, first, _floor(scope)), trigger.head)
    before = scope.sentence.lower(begin - 1)
    c = scope.sentence.grammar.classes
    first_word = scope.sentence.lower(begin)
    is_named = begin in scope.names or first_word in c.determiner or first_word in c.possessive
    if (before in c.to or before in c.modal) and not is_named and trigger.begin - begin > 1:
        begin = min(begin + 1, trigger.begin, trigger.head)
    begin = _without_leading(scope, begin, trigger.head)
    cut = reach if scope.sentence.lower(trigger.head) in c.preposition else reach_of_noun
    end = cut(scope, trigger.head + 1, GOOD_LENGTH - scope.length(begin, trigger.head + 1))
    text = wording(scope, begin, max(end, trigger.head + 1))
    if len(text.split()) > 1:
        return _with_mood(scope, _with_side(scope, text))
    enriched = _enriched(scope, text)
    return _with_mood(scope, enriched) if enriched else _with_relative(scope, text)


def _with_side(scope: Scope, text: str) -> str:
    """Put who meets before a noun that names only whom: "Hollande’s talks with Putin"."""
    s, span = scope.sentence, scope.sentence.span
    is_one_sided = s.lower(scope.candidate.trigger.head + 1) in scope.words("with")
    if scope.candidate.type not in _MUTUAL or not is_one_sided or _genitive_in(text) in text:
        return text
    agents = [p for p in scope.candidate.participants if p.role is Role.AGENT]
    if len(agents) != 1 or not span.contains(agents[0].span):
        return text
    name = short_name(scope, agents[0].name)
    if not name[:1].isupper() or name in text:
        return text
    pattern = load_table(scope.language, "events/titles")["bare"]["side"]
    return str(pattern.replace("{a}", name).replace("{event}", text))


def _with_relative(scope: Scope, text: str) -> str:
    """Return a noun that stands alone with its relative clause: "a deal that lets …"."""
    after = scope.candidate.trigger.head + 1
    if scope.sentence.lower(after) not in scope.words("object_relatives"):
        return ""
    rest = wording(scope, after, reach(scope, after, GOOD_LENGTH - len(text), is_clause=True))
    return f"{_with_mood(scope, text)} {rest}" if " " in rest else ""


def noun_clause(scope: Scope) -> str:
    """Return a noun that stands alone with the verb that it is subject of: "Inquiry reopened"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    after = scope.candidate.trigger.head + 1
    if preposition_before(s, scope.candidate.trigger.begin) or not s.is_finite_verb(after):
        return ""
    verb = _after_helpers(scope, after)
    if verb >= len(s):
        return ""
    helpers = s.lowers[after:verb]
    is_led = s.lower(verb) in c.to or s.lower(verb) in c.preposition
    is_passive = s.grammar.looks_past(s.lower(verb)) and not c.be.isdisjoint(helpers)
    first = verb if is_led or is_passive else after
    begin = scope.candidate.trigger.head
    end = reach(scope, verb + 1, GOOD_LENGTH - scope.length(begin, verb + 1))
    rest = wording(scope, first, end)
    if not rest:
        return ""
    if first == verb and not c.negator.isdisjoint(helpers):
        rest = f"{load_table(scope.language, 'events/titles')['negated']['word']} {rest}"
    return f"{wording(scope, begin, begin + 1)} {rest}"


def _after_helpers(scope: Scope, i: int) -> int:
    """Return where the main verb stands after "has not yet been"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    while s.lower(i) in c.be or s.lower(i) in c.have or s.grammar.is_adverb(s.lower(i)):
        i += 1
    return i


def _floor(scope: Scope) -> int:
    trigger = scope.candidate.trigger
    group = trigger.group
    if group is not None and group.head < trigger.head:
        return group.head + 1
    return 0


def _without_leading(scope: Scope, begin: int, head: int) -> int:
    """Return where the phrase begins, without words that count or point but tell nothing."""
    drop = scope.words("leading_words")
    possessive = scope.sentence.grammar.classes.possessive
    while begin < head and not _is_owner(scope, begin):
        word = scope.sentence.lowers[begin]
        is_owner = word in possessive and begin not in scope.names
        is_word = word[0].isalnum() or word in OPENING_SIGNS
        if word not in drop and not is_owner and is_word and begin not in scope.dates:
            return begin
        begin = scope.dates.get(begin, begin + 1)
    return begin


def _is_owner(scope: Scope, i: int) -> bool:
    """Tell whether a known actor stands at `i`; "their" of unnamed people tells nothing."""
    named = scope.names.get(i)
    if named is None or named.actor is None or named.actor.also:
        return False
    return named.actor.form is not ActorForm.PRONOUN or named.actor.name[:1].isupper()


def _with_mood(scope: Scope, text: str) -> str:
    """Put the word for a mere plan or thought before the noun, unless one stands there."""
    mood = scope.candidate.modality
    if mood is Modality.ACTUAL:
        return text
    words = load_table(scope.language, "events/titles").get("noun_mood", {})
    teller = scope.candidate.teller
    is_denied = teller is not None and teller.entry.content is Modality.DENIED
    if mood is Modality.DENIED and is_denied:
        words = {mood.value: load_table(scope.language, "events/titles")["noun_denied"]["word"]}
    known = scope.words("mood_words")
    if any(word in known for word in text.lower().split()):
        return text
    owner, mark, rest = text.partition(_genitive_in(text))
    is_owner = mark and scope.sentence.lower(scope.candidate.trigger.head) in rest.lower().split()
    if is_owner:
        return f"{owner}{mark}{words[mood.value]} {rest}"
    return f"{words[mood.value]} {text}"


def _genitive_in(text: str) -> str:
    """Return the mark after which an owner's noun comes, a sign that no title has if none."""
    return next((mark for mark in ("’s ", "'s ") if mark in text), "\0")


def _enriched(scope: Scope, text: str) -> str:
    """Add the participants or the place to a noun that stands alone; "" if there are none."""
    patterns = load_table(scope.language, "events/titles").get("bare", {})
    span = scope.sentence.span
    taking_part = tuple(p for p in scope.candidate.participants if span.contains(p.span))
    people = _distinct_names(scope, taking_part)
    kind = scope.candidate.type
    is_mutual = kind in _MUTUAL and all(w[:1].isupper() for p in people[:2] for w in p.split())
    if len(people) > 1 and is_mutual:
        pattern, values = patterns["mutual"], people
    elif people:
        first = taking_part[0]
        is_maker = first.role in (Role.AGENT, Role.SPEAKER, Role.HOST)
        if not is_maker:
            return ""
        pattern, values = patterns["maker"], people
    else:
        pattern, values = patterns["place"], list(place_inside(scope))
    if not values[0]:
        return ""
    values = [*values, ""]
    filled = pattern.replace("{event}", text).replace("{a}", values[0])
    return str(filled.replace("{b}", values[1]))


def place_inside(scope: Scope) -> tuple[str, str]:
    """Return the place in which it happens and its preposition, "" if the clause names none so."""
    inside = scope.words("inside")
    clauses = scope.sentence.clauses
    number = clauses[scope.candidate.trigger.head]
    head = scope.candidate.trigger.head
    # What opens a sentence is where its verb takes place, not what its object names.
    near = [
        n.place
        for n in scope.candidate.names
        if n.place is not None and clauses[n.begin] == number and n.begin > head
    ]
    for place in (*scope.candidate.places, *near):
        begin = scope.tokens.first_from(place.span.begin) - scope.sentence.first
        preposition = preposition_before(scope.sentence, begin)
        if preposition in inside:
            return place.name, preposition
    return "", ""


_MUTUAL = (EventType.MEETING, EventType.AGREEMENT)


def _distinct_names(scope: Scope, people: tuple[Participant, ...]) -> list[str]:
    return list(dict.fromkeys(short_name(scope, p.name) for p in people))


def kind_of_deed(scope: Scope) -> str:
    """Return what a verb tells of, by its type alone: nobody is said to do it, nothing suffers it.

    With who takes part, or where, if that is known: "Agreement in Oslo".
    """
    noun = load_table(scope.language, "events/titles")["deeds"][scope.candidate.type.value.lower()]
    return _with_mood(scope, _enriched(scope, noun) or noun)


def bare_noun(scope: Scope) -> str:
    """Return the noun's own words."""
    trigger = scope.candidate.trigger
    begin, end = trimmed(scope, trigger.begin, trigger.end)
    return _with_mood(scope, wording(scope, begin, end))
