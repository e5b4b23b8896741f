"""Which nouns name a happening worth listing, and which only speak of such things."""

from itertools import pairwise

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import is_possessor, preposition_before
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.scene import Scene
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.events.worth_beside import BESIDE_RULES


def is_modifier(scene: Scene, k: int) -> bool:
    """The noun only modifies another one: "bombing victims", "riot police"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if not trigger.is_noun or sentence.is_heading:
        return False
    after = sentence.lower(trigger.end)
    if not sentence.is_open(trigger.end) or after in sentence.grammar.past_forms:
        return False
    g = sentence.grammar
    if g.looks_past(after) or g.looks_ing(after) or _is_adjective(scene, trigger.end):
        return False
    if sentence.words[trigger.end][:1].isupper() or after[:1].isdigit():
        return False
    return not trigger.is_plural and not _is_verb(scene, trigger.end)


def _is_adjective(scene: Scene, i: int) -> bool:
    """Tell whether the word after a noun is no noun itself: not "a crash official, said"."""
    s = scene.sentence
    is_last = s.lower(i + 1) in s.grammar.classes.comma
    return s.grammar.is_adjective(s.lower(i)) and not is_last


def _is_verb(scene: Scene, i: int) -> bool:
    """Tell whether the word after a noun is its verb: "a blast shocks the city"."""
    c = scene.sentence.grammar.classes
    follows, word = scene.sentence.lower(i + 1), scene.sentence.lower(i)
    is_form = word in scene.words("worth", "arranged")
    if scene.sentence.grammar.looks_plural(word) and follows in c.to:
        return True
    return follows in c.article or (is_form and follows in (c.preposition | c.to))


def is_bare_plural(scene: Scene, k: int) -> bool:
    """The plural speaks of such things at large, or ranks them: "because of terrorist attacks"."""
    trigger = scene.triggers[k]
    if not trigger.is_noun or not trigger.is_plural or scene.sentence.is_heading:
        return False
    near = scene.sentence.lowers[max(0, trigger.begin - 3) : trigger.begin]
    if not scene.words("worth", "ranking").isdisjoint(near):
        return True
    return trigger.group is None and not _is_particular(scene, k)


def is_vague(scene: Scene, k: int) -> bool:
    """The word names a state of affairs rather than a happening: "violence", "conflict"."""
    trigger = scene.triggers[k]
    if not trigger.is_noun or trigger.entry.lemma not in scene.words("worth", "vague"):
        return False
    return trigger.group is None and not _is_particular(scene, k)


def _is_particular(scene: Scene, k: int) -> bool:
    """Tell whether a determiner, an owner, a name or a place makes the noun a particular one."""
    sentence, trigger = scene.sentence, scene.triggers[k]
    c = sentence.grammar.classes
    if _has_length(scene, trigger.begin):
        return True
    for j in range(trigger.begin - 1, max(-1, trigger.begin - 5), -1):
        word = sentence.lowers[j]
        if word in c.determiner or word in c.possessive or word[:1].isdigit():
            return word not in scene.words("worth", "any")
        if not (sentence.is_open(j) or sentence.grammar.is_adjective(word)):
            break
    near = [n for n in scene.names if _is_behind(sentence, trigger.end, n.begin)]
    owners = [n for n in scene.names if 0 <= trigger.begin - n.end <= 2]
    return bool(near) or any(is_possessor(sentence, n) or n.actor for n in owners)


def _is_behind(sentence: Sentence, end: int, begin: int) -> bool:
    """Tell whether a name that begins at `begin` belongs to a noun: no comma parts them."""
    comma = sentence.grammar.classes.comma
    return 0 <= begin - end <= _NEAR and comma.isdisjoint(sentence.lowers[end:begin])


def _has_length(scene: Scene, begin: int) -> bool:
    """Tell whether it is said how long it lasted: "after five days of fighting"."""
    lowers = scene.sentence.lowers[max(0, begin - 4) : begin]
    units = scene.words("worth", "lengths")
    of_noun = scene.sentence.grammar.classes.of
    return any(a in units and b in of_noun for a, b in pairwise(lowers))


_NEAR = 5


def is_text(scene: Scene, k: int) -> bool:
    """The noun is a paper, not its making: "the treaty amounts to", "under the agreement"."""
    trigger = scene.triggers[k]
    words = {trigger.entry.lemma, *trigger.entry.rest[-1:]}  # "treaty", "peace agreement"
    if not trigger.is_noun or words.isdisjoint(scene.words("worth", "papers")):
        return False
    if scene.sentence.lower(trigger.end)[:1].isdigit():
        return True
    if trigger.group is not None:
        made = any(
            not other.is_noun and other.head == trigger.group.head
            for other in scene.triggers
            if other.entry.type in _OF_PAPERS
        )
        return made or (trigger.group.head > trigger.head and not trigger.group.is_passive)
    same_act = any(
        not other.is_noun and other.entry.type in (trigger.entry.type, *_OF_PAPERS)
        for other in scene.triggers
    )
    return same_act or (scene.is_pointing_back(k) and not _is_particular_paper(scene, k))


_OF_PAPERS = (EventType.AGREEMENT, EventType.LEGAL)


def _is_particular_paper(scene: Scene, k: int) -> bool:
    trigger = scene.triggers[k]
    return any(0 <= n.begin - trigger.end <= _NEAR for n in scene.names)


def is_tally(scene: Scene, k: int) -> bool:
    """The noun only counts: "by ten votes to one"."""
    trigger = scene.triggers[k]
    if not trigger.is_noun or trigger.entry.lemma not in scene.words("worth", "tally"):
        return False
    before = scene.sentence.lower(trigger.begin - 1)
    numbers = scene.sentence.grammar.classes.determiner
    return before[:1].isdigit() or (trigger.is_plural and before in numbers)


def is_predicate(scene: Scene, k: int) -> bool:
    """The noun only says what something else is called: "described it as an attack"."""
    trigger = scene.triggers[k]
    if not trigger.is_noun or trigger.group is not None:
        return False
    preposition = preposition_before(scene.sentence, trigger.begin)
    return preposition in scene.sentence.grammar.classes.as_what or _is_likened(scene, k)


def _is_likened(scene: Scene, k: int) -> bool:
    """Tell whether the noun is what something is or is not: "rather than a clash of armies".

    "It is a decision for the voters", "one of the worst attacks in years".
    """
    s, begin = scene.sentence, scene.triggers[k].begin
    c = s.grammar.classes
    near = s.lowers[max(0, begin - 4) : begin]
    if not scene.words("worth", "than").isdisjoint(near):
        return True
    says_what = s.lower(begin - 2) in c.be and s.lower(begin - 3) in scene.words(
        "worth", "pointers"
    )
    ranks = any(
        a in scene.words("worth", "one") and b in c.of
        for a, b in pairwise(s.lowers[max(0, begin - 6) : begin])
    )
    return (says_what and s.lower(begin - 1) in c.article) or ranks


def is_crime(scene: Scene, k: int) -> bool:
    """The noun is what somebody is charged with at large: "found guilty of genocide"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    at_large = scene.words("worth", "at_large")
    if trigger.group is not None or sentence.lower(trigger.begin - 1) not in at_large:
        return False
    has_object = any(n.begin == trigger.end for n in scene.names)
    if has_object or sentence.lower(trigger.end) in sentence.grammar.classes.determiner:
        return False
    near = sentence.lowers[max(0, trigger.begin - 6) : trigger.begin - 1]
    return not scene.words("worth", "crime_of").isdisjoint(near)


def is_served(scene: Scene, k: int) -> bool:
    """The noun is a term that somebody is in: "is serving a life sentence"."""
    trigger = scene.triggers[k]
    near = scene.sentence.lowers[max(0, trigger.begin - 4) : trigger.begin]
    is_term = trigger.is_noun and trigger.entry.subtype == "sentence"
    return is_term and not scene.words("worth", "serving").isdisjoint(near)


def is_state(scene: Scene, k: int) -> bool:
    """The noun says in what state things are: "the first day under martial law"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if trigger.group is not None or trigger.entry.subtype not in _STATES:
        return False
    return sentence.lower(trigger.begin - 1) in scene.words("worth", "under")


_STATES = ("emergency", "arrest", "assault", "bomb", "ban", "sanction", "investigate")


def is_none(scene: Scene, k: int) -> bool:
    """There is none: "no attack in its history has cost more", "unable to make any statement"."""
    trigger = scene.triggers[k]
    near = scene.sentence.lowers[max(0, trigger.begin - 2) : trigger.begin]
    begin = noun_begin(trigger)
    own = scene.sentence.lowers[max(0, begin - 2) : begin]
    if not scene.words("worth", "any_one").isdisjoint(own) and not scene.sentence.is_heading:
        return True
    is_bare = trigger.is_noun and trigger.group is None
    return is_bare and not scene.sentence.grammar.classes.no.isdisjoint(near)


def is_place_of_speech(scene: Scene, k: int) -> bool:
    """A press conference only says where somebody spoke, unless two hold it together."""
    trigger = scene.triggers[k]
    if trigger.entry.subtype != "press" or not any(
        scene.is_speech_verb(j) for j in range(len(scene.triggers))
    ):
        return False
    near = scene.sentence.lowers[max(0, trigger.begin - 3) : trigger.end + 2]
    return scene.words("worth", "together").isdisjoint(near)


NOUN_RULES = (
    *BESIDE_RULES,
    is_predicate,
    is_crime,
    is_served,
    is_state,
    is_none,
    is_place_of_speech,
    is_tally,
    is_modifier,
    is_bare_plural,
    is_vague,
    is_text,
)
