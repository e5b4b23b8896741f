"""Words that speak of such things at large: a right to do them, people who did them."""

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.scene import Scene, own_group
from timeline_app.extraction.events.triggers import Trigger


def is_power(scene: Scene, k: int) -> bool:
    """Only a right or a power to do it is told of: "has the authority to seize or sell it"."""
    group = own_group(scene.triggers[k])
    if group is None or group.tense is not Tense.INFINITIVE:
        return False
    s, powers = scene.sentence, scene.words("worth", "powers")
    return any(
        s.lowers[j] in powers and s.lower(j + 1) in s.grammar.classes.to
        for j in range(max(0, group.begin - _CHAIN), group.begin)
    )


_CHAIN = 7
"""Most words from a power to the last of several verbs that it is a power to do."""


def is_able(scene: Scene, k: int) -> bool:
    """A condition only says what can be done: "if the state can seize their homes"."""
    group, s = own_group(scene.triggers[k]), scene.sentence
    if group is None or group.modal not in scene.words("worth", "can"):
        return False
    condition = s.grammar.classes.condition
    return not condition.isdisjoint(s.lowers[max(0, group.begin - _NEAR_IF) : group.begin])


_NEAR_IF = 6


def is_sort_of_people(scene: Scene, k: int) -> bool:
    """The participle only says of what sort people are: "lawyers of people accused of fraud"."""
    group, s = own_group(scene.triggers[k]), scene.sentence
    if group is None or group.begin != group.head or group.tense is not Tense.PAST:
        return False
    before, c = s.lower(group.begin - 1), s.grammar.classes
    is_sort = (
        before in scene.words("worth", "counted") and s.lower(group.begin - 2) in c.preposition
    )
    is_what = s.lower(group.head + 1) in scene.words("worth", "at_large")
    return is_sort and is_what and not scene.is_dated


def is_adjective(scene: Scene, k: int) -> bool:
    """The participle stands before what it describes: "arrested alleged smugglers"."""
    trigger, s = scene.triggers[k], scene.sentence
    group = own_group(trigger)
    if group is None or group.begin != group.head or group.tense is not Tense.PAST:
        return False
    if trigger.entry.lemma not in scene.words("worth", "alleged"):
        return False
    c, before = s.grammar.classes, s.lower(group.begin - 1)
    follows = before in c.preposition or before in c.determiner or before in c.conjunction
    is_behind_verb = s.is_finite_verb(group.begin - 1) or before in scene.words(
        "worth", "same_in_past"
    )
    return s.is_open(trigger.end) and (follows or is_behind_verb)


def is_form_of_message(scene: Scene, k: int) -> bool:
    """The noun only says what a message is like: "letters of protest", "words of warning"."""
    trigger, s = scene.triggers[k], scene.sentence
    is_of = s.lower(trigger.begin - 1) in s.grammar.classes.of
    return is_of and s.lower(trigger.begin - 2) in scene.words("worth", "messages")


def is_lack(scene: Scene, k: int) -> bool:
    """There has been none: "has no criminal convictions"."""
    trigger, s = scene.triggers[k], scene.sentence
    said = s.lowers[trigger.begin : trigger.head]
    return s.lowers[
        trigger.begin
    ] in s.grammar.classes.have and not s.grammar.classes.no.isdisjoint(said)


def is_told_by_participle(scene: Scene, k: int) -> bool:
    """The participle behind the noun tells it: "a suit filed by the owners"."""
    trigger, s = scene.triggers[k], scene.sentence
    if trigger.entry.type in _VIOLENT:
        return False
    at = trigger.end + s.grammar.is_adverb(s.lower(trigger.end))
    return any(
        t.entry.type is trigger.entry.type and t.head == at and _describes(scene, t)
        for t in scene.triggers
        if not t.is_noun
    )


_VIOLENT = (EventType.ATTACK, EventType.DISASTER)
"""Their verbs behind the noun tell what it did: "the blast killed six"."""


def _describes(scene: Scene, trigger: Trigger) -> bool:
    group, s = trigger.group, scene.sentence
    if group is None or group.begin != group.head:
        return False
    at = trigger.end + s.grammar.is_adverb(s.lower(trigger.end))
    is_form = group.tense in (Tense.PAST, Tense.PARTICIPLE)
    return is_form and s.lower(at) in s.grammar.classes.preposition


def is_object_of_like(scene: Scene, k: int) -> bool:
    """The noun is what a verb of its kind makes or turns down: "file an appeal"."""
    trigger, s = scene.triggers[k], scene.sentence
    if trigger.group is not None or trigger.entry.type is EventType.ATTACK:
        return False
    return any(
        0 < trigger.begin - t.end <= _NEAR_OBJECT
        and t.entry.type is trigger.entry.type
        and not any(
            s.lowers[j] in s.grammar.classes.preposition or s.lowers[j] in s.grammar.breaks
            for j in range(t.end, trigger.begin)
        )
        for t in scene.triggers
        if not t.is_noun and t.group is not None and not t.group.is_passive
    )


_NEAR_OBJECT = 3


def is_charge(scene: Scene, k: int) -> bool:
    """The noun is one of several crimes: "charged with fraud, conspiracy to commit murder"."""
    trigger, s = scene.triggers[k], scene.sentence
    if not trigger.is_noun or trigger.entry.type not in _CRIMES:
        return False
    crime_of, at_large = scene.words("worth", "crime_of"), scene.words("worth", "at_large")
    for j in range(trigger.begin - 1, max(0, trigger.begin - _LIST), -1):
        word = s.lowers[j]
        if word in at_large and not crime_of.isdisjoint(s.lowers[max(0, j - 5) : j]):
            return not s.is_name(trigger.end)
        c = s.grammar.classes
        is_other = word in c.determiner or word in c.preposition - c.to
        if is_other or s.is_name(j) or s.is_finite_verb(j):
            return False
    return False


_CRIMES = (EventType.ATTACK, EventType.OTHER)
_LIST = 12
"""Most words from "charged with" to the last of the crimes."""


def is_received(scene: Scene, k: int) -> bool:
    """The passive says how something is received: "the plan was met with scorn"."""
    group = own_group(scene.triggers[k])
    is_passive = group is not None and group.is_passive
    return is_passive and scene.triggers[k].entry.key in scene.words("worth", "receptions")


def is_sign(scene: Scene, k: int) -> bool:
    """A thing says it: "banners calling for peace", "posters urging people to vote"."""
    group, s = own_group(scene.triggers[k]), scene.sentence
    if group is None or not scene.is_speech_verb(k) or group.tense is not Tense.GERUND:
        return False
    before, silent = s.lower(group.begin - 1), scene.words("worth", "silent")
    return before in silent or (s.grammar.looks_plural(before) and before[:-1] in silent)


def is_denied_word(scene: Scene, k: int) -> bool:
    """The noun is what somebody denies or answers: "denied the allegations"."""
    trigger, governor = scene.triggers[k], scene.governors[k]
    if governor is None or trigger.entry.type is not EventType.STATEMENT:
        return False
    above, after = scene.triggers[governor], scene.sentence.lower(trigger.end)
    g = scene.sentence.grammar
    if g.looks_past(after) or after in g.past_forms or after in g.classes.agent_preposition:
        return False
    return above.entry.subtype == "deny" and 0 <= trigger.begin - above.end <= _NEAR_OBJECT


VERBS_AT_LARGE = (is_power, is_able, is_sort_of_people, is_adjective, is_received, is_sign)
NOUNS_AT_LARGE = (
    is_form_of_message,
    is_lack,
    is_told_by_participle,
    is_object_of_like,
    is_charge,
    is_denied_word,
)
