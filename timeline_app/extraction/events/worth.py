"""Whether a happening is worth a place on a timeline: the analyst's judgement, rule by rule.

Each rule says of one trigger of a scene whether it is to be left out, and is named for why.
"""

from collections.abc import Callable

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Tense, VerbGroup
from timeline_app.extraction.events.modality import is_governed, is_one_in_a_row
from timeline_app.extraction.events.scene import TOLLS, Scene, own_group
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.events.worth_at_large import NOUNS_AT_LARGE, VERBS_AT_LARGE
from timeline_app.extraction.events.worth_of_nouns import NOUN_RULES
from timeline_app.extraction.events.worth_of_speech import SPEECH_RULES, has_voice, is_naming

Rule = Callable[[Scene, int], bool]


def reason_to_leave_out(scene: Scene, k: int) -> str:
    """Return the name of the first rule that leaves the trigger out, "" if it is to be listed."""
    trigger = scene.triggers[k]
    by_kind = NOUN_RULES + NOUNS_AT_LARGE if trigger.is_noun else VERB_RULES
    for_speech = SPEECH_RULES if trigger.entry.type is EventType.STATEMENT else ()
    for rule in (*GENERAL_RULES, *by_kind, *for_speech):
        if rule(scene, k):
            return str(rule.__name__)
    return ""


def is_part_of_name(scene: Scene, k: int) -> bool:
    """The word belongs to a proper name: "the United States", "Orange Order"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    head = trigger.head
    if sentence.is_heading or head == 0 or not sentence.words[head][:1].isupper():
        return False
    return sentence.lower(head - 1) not in sentence.grammar.breaks


def is_toll(scene: Scene, k: int) -> bool:
    """The verb only counts the victims of a happening named beside it: "the blast killed ten"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if trigger.is_noun or trigger.entry.subtype not in TOLLS:
        return False
    if _counts_victims(scene, k):
        return True
    passive = trigger.group is not None and trigger.group.is_passive
    for other in scene.triggers:
        is_cause = other.is_noun and other.entry.type.value in ("ATTACK", "DISASTER")
        gap = abs(sentence.clauses[other.head] - sentence.clauses[trigger.head])
        is_near = is_cause and gap <= _NEAR_CLAUSES
        if is_near and _tells_the_toll(scene, other.head, trigger.head, is_passive=passive):
            return True
    return False


def _counts_victims(scene: Scene, k: int) -> bool:
    """Tell whether a gerund adds the toll of an accident: "sank off Crete, drowning six"."""
    group = own_group(scene.triggers[k])
    if group is None or group.tense is not Tense.GERUND:
        return False
    s = scene.sentence
    return s.lower(group.begin - 1) in s.grammar.classes.comma and any(
        not other.is_noun and other.entry.type is EventType.DISASTER for other in scene.triggers[:k]
    )


_NEAR_CLAUSES = 2


def _tells_the_toll(scene: Scene, cause: int, verb: int, *, is_passive: bool) -> bool:
    """Tell whether the cause is the verb's subject, or stands after it by "in" or "by"."""
    if cause < verb:
        return True
    if not is_passive:
        return False
    lowers = scene.sentence.lowers
    return any(lowers[j] in scene.words("worth", "cause") for j in range(verb + 1, cause))


def is_carrier(scene: Scene, k: int) -> bool:
    """The verb only carries the happening that a noun names: "a search was launched"."""
    group, key = own_group(scene.triggers[k]), scene.triggers[k].entry.key
    if group is None:
        return False
    carries = key in scene.words("worth", "carriers")
    strikes = key in scene.words("worth", "striking")
    return (carries or strikes) and any(
        other.is_noun
        and (_is_carried(other, group) if carries else _is_force(scene, other, k))
        and not any(rule(scene, j) for rule in NOUN_RULES)
        for j, other in enumerate(scene.triggers)
    )


def _is_carried(noun: Trigger, group: VerbGroup) -> bool:
    return noun.group is not None and noun.group.head == group.head


def _is_force(scene: Scene, noun: Trigger, k: int) -> bool:
    """Tell whether the noun is what strikes, blows or explodes, before the verb `k`.

    A verb of the same type tells it as well, with its object.
    """
    kinds = (EventType.DISASTER, EventType.ATTACK)
    if noun.entry.type not in kinds or noun.entry.type is scene.triggers[k].entry.type:
        return False
    gap = scene.triggers[k].head - noun.head
    return 0 < gap <= _NEAR_FORCE and not any(
        not t.is_noun and noun.head < t.head < scene.triggers[k].head for t in scene.triggers
    )


_NEAR_FORCE = 8


def is_counted(scene: Scene, k: int) -> bool:
    """The participle only describes: "and over 360 injured", "of those killed", "found buried"."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None or group.begin != group.head or group.tense is not Tense.PAST:
        return False
    s = scene.sentence
    before = s.lower(group.begin - 1)
    if before in scene.words("worth", "found"):
        return True
    if trigger.entry.subtype not in TOLLS or s.is_heading:
        return False
    takes_object = s.lower(trigger.end) in s.grammar.classes.determiner or s.is_name(trigger.end)
    counts = before in scene.words("worth", "counted") and s.lower(group.begin - 2)[:1].isdigit()
    return before[:1].isdigit() or (
        not takes_object and (counts or before in s.grammar.classes.definite)
    )


def is_purpose(scene: Scene, k: int) -> bool:
    """The infinitive only says what for: "came to discuss"; not "meets to vote"."""
    group = own_group(scene.triggers[k])
    if group is None or group.tense is not Tense.INFINITIVE:
        return False
    if scene.triggers[k].entry.lemma in scene.words("worth", "convened_for"):
        return False
    if scene.triggers[k].entry.type is EventType.MEETING and _is_on_the_spot(scene, group.begin):
        return False
    if is_one_in_a_row(scene.sentence, group, scene.language):
        return False
    return not is_governed(scene.sentence, group, scene.language)


def _is_on_the_spot(scene: Scene, begin: int) -> bool:
    """Tell whether a place is where somebody is for it: "in Kenya to talk to ministers"."""
    named = next((n for n in scene.names if n.place and n.end == begin - 1), None)
    if named is None or any(
        t.entry.type is EventType.MEETING and t.end < begin for t in scene.triggers
    ):
        return False
    return scene.sentence.lower(named.begin - 1) in scene.words("worth", "on_the_spot")


def is_bare_gerund(scene: Scene, k: int) -> bool:
    """The -ing form names an activity, no happening: "continue visiting", "barred from flying"."""
    group = own_group(scene.triggers[k])
    if group is None or group.tense is not Tense.GERUND or scene.is_speech_verb(k):
        return False
    before = scene.sentence.lower(group.begin - 1)
    is_ahead = scene.sentence.lower(group.begin - 2) in scene.words("worth", "look_ahead")
    if is_ahead or _opens(scene, group):
        return False
    if _is_circumstance(scene, group):
        return False
    joins = before in scene.sentence.grammar.classes.conjunction
    if joins and any(scene.tense(j) is Tense.GERUND for j in range(k)):
        return False
    if scene.sentence.lower(group.begin - 2) in scene.words("worth", "crime_of"):
        return False
    if before == "," or before in scene.words("worth", "gerund_after"):
        return False
    return not scene.subjects[k] or before in scene.sentence.grammar.classes.preposition


def _is_circumstance(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether "with" and a noun stand before it: "with rebels closing in on the port"."""
    s = scene.sentence
    c = s.grammar.classes
    for j in range(group.begin - 2, max(-1, group.begin - _NEAR_WITH), -1):
        if s.lowers[j] in c.with_what:
            return j == 0 or s.lowers[j - 1] in c.comma
        if s.lowers[j] in c.comma or s.lowers[j] in c.preposition or s.is_finite_verb(j):
            return False
    return False


_NEAR_WITH = 8


def _opens(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a clause with a subject of its own follows: "Taking the stand, she said"."""
    s = scene.sentence
    if group.begin > 0 and s.lower(group.begin - 1) not in s.grammar.breaks:
        return False
    comma = next((j for j in range(group.head, len(s)) if s.lowers[j] == ","), len(s))
    return any(s.is_finite_verb(j) for j in range(comma, len(s)))


def is_compound(scene: Scene, k: int) -> bool:
    """The participle is part of a hyphened word: "U.S.-designated"."""
    group = own_group(scene.triggers[k])
    hyphen = scene.sentence.grammar.classes.hyphen
    return group is not None and scene.sentence.lower(group.head - 1) in hyphen


def is_indirect_question(scene: Scene, k: int) -> bool:
    """Only asked is how or whether it could happen: "how the strike could be ended"."""
    group = own_group(scene.triggers[k])
    if group is None or scene.is_speech_verb(k) or group.tense is not Tense.CONDITIONAL:
        return False
    begin, _ = clause_range(scene.sentence, group.begin)
    return scene.sentence.lower(begin) in scene.sentence.grammar.classes.question


def lacks_actor(scene: Scene, k: int) -> bool:
    """The verb needs somebody who does it, and nobody stands as its subject."""
    trigger = scene.triggers[k]
    group, sense = own_group(trigger), trigger.entry.sense
    if group is None or sense is None or not sense.needs_actor or scene.is_speech_verb(k):
        return False
    if not group.is_finite or group.is_passive or scene.sentence.is_heading:
        return False
    if _is_shared(scene, group):
        return False
    return not scene.subjects[k] and not has_voice(scene, k) and not _has_plural(scene, group)


def _is_shared(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether the subject stands with an earlier verb, or only counts: "the two met"."""
    c = scene.sentence.grammar.classes
    before = scene.sentence.lower(group.begin - 1)
    return before in c.comma or before in c.conjunction or before in c.determiner


def _has_plural(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a plural noun stands right before the verb: "guerrillas raided"."""
    word = scene.sentence.lower(group.begin - 1)
    return scene.sentence.grammar.is_open(word) and scene.sentence.grammar.looks_plural(word)


def is_habit(scene: Scene, k: int) -> bool:
    """A present tense states what is always so: "is banned", "meetings center on"."""
    group = own_group(scene.triggers[k])
    if group is None or scene.sentence.is_heading or group.modal:
        return False
    habitual = scene.words("worth", "habitual")
    if not habitual.isdisjoint(scene.sentence.lowers[group.begin : group.head]):
        return True
    if scene.is_speech_verb(k):
        return False
    begin, _ = clause_range(scene.sentence, group.begin)
    if scene.sentence.lower(begin) in scene.sentence.grammar.classes.condition:
        return False
    if scene.is_dated and habitual.isdisjoint(scene.clause_words(k)):
        return False
    return group.tense is Tense.PRESENT and not group.is_progressive


GENERAL_RULES: tuple[Rule, ...] = (is_part_of_name,)
VERB_RULES: tuple[Rule, ...] = (
    is_toll,
    is_carrier,
    is_counted,
    is_purpose,
    is_bare_gerund,
    is_compound,
    is_indirect_question,
    lacks_actor,
    is_naming,
    is_habit,
    *VERBS_AT_LARGE,
)
