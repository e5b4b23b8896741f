"""Titles of happenings that a noun names: its phrase with what belongs to it."""

from timeline_app.annotation.actor import Participant, Role
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.titles.phrases import noun_phrase_begin, reach_of_noun
from timeline_app.extraction.events.titles.scope import GOOD_LENGTH, Scope
from timeline_app.extraction.events.titles.wording import short_name, trimmed, wording
from timeline_app.extraction.language_pack import load_table


def nominal_title(scope: Scope) -> str:
    """Return the noun with its modifiers and prepositional phrases; "" where it stands bare."""
    trigger = scope.candidate.trigger
    begin = noun_phrase_begin(scope, trigger.head, _floor(scope))
    begin = min(begin, trigger.head)
    begin = _without_leading(scope, begin, trigger.head)
    end = reach_of_noun(
        scope, trigger.head + 1, GOOD_LENGTH - scope.length(begin, trigger.head + 1)
    )
    text = wording(scope, begin, max(end, trigger.head + 1))
    text = _with_mood(scope, text)
    return text if len(text.split()) > 1 else _enriched(scope, text)


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
    while begin < head and begin not in scope.names:
        word = scope.sentence.lowers[begin]
        is_owner = word in possessive and begin not in scope.names
        if word not in drop and not is_owner and word[0].isalnum() and begin not in scope.dates:
            return begin
        begin = scope.dates.get(begin, begin + 1)
    return begin


def _with_mood(scope: Scope, text: str) -> str:
    """Put the word for a mere plan or thought before the noun, unless one stands there."""
    mood = scope.candidate.modality
    if mood is Modality.ACTUAL:
        return text
    words = load_table(scope.language, "events/titles").get("noun_mood", {})
    known = scope.words("mood_words")
    if any(word in known for word in text.lower().split()):
        return text
    return f"{words[mood.value]} {text}"


def _enriched(scope: Scope, text: str) -> str:
    """Add the participants or the place to a noun that stands alone; "" if there are none."""
    patterns = load_table(scope.language, "events/titles").get("bare", {})
    people = _distinct_names(scope, scope.candidate.participants)
    kind = scope.candidate.type
    if len(people) > 1 and kind in _MUTUAL:
        pattern, values = patterns["mutual"], people
    elif people:
        first = scope.candidate.participants[0]
        is_maker = first.role in (Role.AGENT, Role.SPEAKER, Role.HOST)
        pattern, values = patterns["maker" if is_maker else "target"], people
    else:
        pattern, values = patterns["place"], [place_inside(scope)]
    if not values[0]:
        return ""
    values = [*values, ""]
    filled = pattern.replace("{event}", text).replace("{a}", values[0])
    return str(filled.replace("{b}", values[1]))


def place_inside(scope: Scope) -> str:
    """Return the place in which it happens ("in Vienna"), "" if the clause names none so."""
    inside = scope.words("inside")
    for place in scope.candidate.places:
        begin = scope.tokens.first_from(place.span.begin) - scope.sentence.first
        if preposition_before(scope.sentence, begin) in inside:
            return place.name
    return ""


_MUTUAL = (EventType.MEETING, EventType.AGREEMENT)


def _distinct_names(scope: Scope, people: tuple[Participant, ...]) -> list[str]:
    return list(dict.fromkeys(short_name(scope, p.name) for p in people))


def bare_noun(scope: Scope) -> str:
    """Return the noun's own words."""
    trigger = scope.candidate.trigger
    begin, end = trimmed(scope, trigger.begin, trigger.end)
    return wording(scope, begin, end)
