"""Which words of speech are a speech act worth listing."""

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import clause_range, subject_end
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.scene import Scene, cited_at, own_group


def is_own_voice(scene: Scene, k: int) -> bool:
    """A speaker speaks of his own speaking: “I must say …”."""
    group = own_group(scene.triggers[k])
    if group is None or not scene.is_speech_verb(k) or not scene.sentence.quoted[group.head]:
        return False
    begin, _ = clause_range(scene.sentence, group.begin)
    lowers = scene.sentence.lowers
    first = scene.words("statements", "first_person")
    return any(lowers[j] in first for j in range(begin, group.begin))


def is_talk_in_speech(scene: Scene, k: int) -> bool:
    """A quoted speaker speaks of talk that goes on: “there are people who tell us to leave”."""
    group = own_group(scene.triggers[k])
    if group is None or not scene.is_speech_verb(k) or not scene.sentence.quoted[group.head]:
        return False
    return group.tense is Tense.PRESENT and not group.is_passive


def is_imagined(scene: Scene, k: int) -> bool:
    """Somebody only could say it: "only a fool can argue that"; "staff may offer tea"."""
    group = own_group(scene.triggers[k])
    if group is None or not scene.is_speech_verb(k):
        return False
    return group.modal in scene.sentence.grammar.classes.possible


def is_continued(scene: Scene, k: int) -> bool:
    """The verb goes on with what the same speaker says in this sentence: “…, he said, adding”."""
    group = own_group(scene.triggers[k])
    if group is None or not scene.is_speech_verb(k) or cited_at(scene, group.begin) > 0:
        return False
    others = [
        j
        for j in range(len(scene.triggers))
        if j != k and scene.is_speech_verb(j) and _is_carrier(scene, j) and _hears(scene, k, j)
    ]
    if group.tense is Tense.GERUND:
        if group.begin == 0 and scene.triggers[k].entry.subtype in _ACTS_OF_THEIR_OWN:
            return False
        after_comma = scene.sentence.lower(group.begin - 1) in scene.sentence.grammar.classes.comma
        return bool(others) and (
            after_comma or any(_same_or_no_speaker(scene, k, j) for j in others)
        )
    is_plain = scene.triggers[k].entry.subtype in _GOES_ON
    is_plain = is_plain and not group.is_passive
    return is_plain and any(j < k and _is_elided(scene, k) for j in others)


def _hears(scene: Scene, k: int, j: int) -> bool:
    """Tell whether the verb `j` is not only inside what the verb `k`, outside, quotes."""
    quoted = scene.sentence.quoted
    return quoted[scene.triggers[k].head] or not quoted[scene.triggers[j].head]


_ACTS_OF_THEIR_OWN = ("deny", "demand", "promise", "threaten")
"""Kinds of speech that a sentence can open with: "Rejecting the offer, she said"."""

_GOES_ON = ("say", "condemn", "praise", "approve")
"""Kinds of speech that only go on with a speech; a promise or a demand is one of its own."""


def _is_carrier(scene: Scene, j: int) -> bool:
    group = own_group(scene.triggers[j])
    return group is not None and group.is_finite


def _same_or_no_speaker(scene: Scene, k: int, j: int) -> bool:
    mine = scene.speakers(k)
    return not mine or mine <= scene.speakers(j)


def _is_elided(scene: Scene, k: int) -> bool:
    """Tell whether the verb's clause is coordinated and has no subject of its own."""
    group = own_group(scene.triggers[k])
    if group is None or not group.is_finite:
        return False
    begin, _ = clause_range(scene.sentence, group.begin)
    if scene.sentence.lower(begin) not in scene.sentence.grammar.classes.conjunction:
        return False
    return not any(scene.sentence.is_open(j) for j in range(begin + 1, group.begin))


def is_request_to_speak(scene: Scene, k: int) -> bool:
    """The speech is only asked for or promised: "urged her to tell"; not "was to lay out"."""
    governor = scene.governors[k]
    if scene.tense(k) is not Tense.INFINITIVE or not scene.is_speech_verb(k):
        return False
    group, c = own_group(scene.triggers[k]), scene.sentence.grammar.classes
    if group is not None and scene.sentence.lower(group.begin - 2) in c.be:
        return False
    return governor is not None and scene.triggers[governor].entry.type is EventType.STATEMENT


def is_attitude(scene: Scene, k: int) -> bool:
    """The verb tells a lasting attitude: "extremists opposed to the truce", "has long backed"."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None or not scene.is_speech_verb(k):
        return False
    if group.tense is Tense.PARTICIPLE and not scene.sentence.is_heading:
        return True
    is_lasting = group.tense is not Tense.PAST or group.is_passive
    is_lasting = (
        is_lasting or scene.sentence.lower(group.head + 1) in scene.sentence.grammar.classes.to
    )
    is_lasting = is_lasting or scene.governors[k] is not None
    return is_lasting and trigger.entry.lemma in scene.words("worth", "attitudes")


def is_voiceless(scene: Scene, k: int) -> bool:
    """Nobody speaks: "the plan calls for", "the figures suggest"."""
    group = own_group(scene.triggers[k])
    if group is None or not scene.is_speech_verb(k) or not group.is_finite or group.is_passive:
        return False
    if _is_elliptic(scene, group.begin, group.head):
        return True
    if scene.subjects[k] or scene.sentence.is_heading or _is_elided(scene, k):
        return False
    return not has_voice(scene, k)


def _is_elliptic(scene: Scene, begin: int, head: int) -> bool:
    """Tell whether only a participle follows a conjunction: "if invited", "when asked"."""
    return begin == head and scene.sentence.lower(begin - 1) in scene.words("worth", "elliptic")


def has_voice(scene: Scene, k: int) -> bool:
    """Tell whether the words of the subject are somebody, for verbs that things can have too."""
    words = _subject_words(scene, k)
    classes = scene.sentence.grammar.classes
    nameless, people = scene.words("statements", "nameless"), scene.words("worth", "people")
    for word in words:
        if word in classes.person_pronoun or word in nameless or word in people:
            return True
        one = word[:-1]
        if (one in nameless or one in people) and scene.sentence.grammar.looks_plural(word):
            return True
    if scene.triggers[k].entry.lemma not in scene.words("worth", "speakers_only"):
        return False
    things = [scene.words(*table) for table in _THINGS]
    return any(
        scene.sentence.grammar.is_open(w) and not any(w in listed for listed in things)
        for w in words
    ) or not scene.words("worth", "it").isdisjoint(words)


_THINGS = (("statements", "press"), ("worth", "papers"), ("worth", "silent"))


def is_press_routine(scene: Scene, k: int) -> bool:
    """The press only reports: "the newspaper said"."""
    trigger = scene.triggers[k]
    routine = scene.words("statements", "routine")
    if not scene.is_speech_verb(k) or trigger.entry.lemma not in routine:
        return False
    group = own_group(trigger)
    if group is not None and cited_at(scene, group.begin) > 0:
        return False
    kinds = {n.actor.kind for n in scene.subjects[k] if n.actor is not None}
    if ActorKind.OUTLET in kinds:
        return True
    if _is_person_next(scene, trigger.end):
        return False
    press = scene.words("statements", "press")
    if any(word in press for word in _subject_words(scene, k)):
        return True
    return trigger.entry.lemma in scene.words("statements", "press_verbs") and not kinds


def _is_person_next(scene: Scene, end: int) -> bool:
    """Tell whether a person stands behind the verb: "said Ann Lee, a media consultant"."""
    people = (n for n in scene.names if n.actor is not None and n.begin == end)
    return any(n.actor.kind is ActorKind.PERSON for n in people if n.actor is not None)


_MOST_BEFORE = 7
_MOST_AFTER = 12


def _subject_words(scene: Scene, k: int) -> list[str]:
    """Return the words in which the verb's subject stands, before it or, inverted, after it."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None:
        return []
    begin, end = clause_range(scene.sentence, group.begin)
    lowers = scene.sentence.lowers
    at = subject_end(scene.sentence, group.begin)
    before = list(lowers[max(min(begin, at), at - _MOST_BEFORE) : at])
    if any(word[:1].isalnum() for word in before):
        return before
    return list(lowers[trigger.end : min(end, trigger.end + _MOST_AFTER)])


def is_nameless(scene: Scene, k: int) -> bool:
    """Nobody in particular speaks: "officials said", "witnesses said"."""
    named = (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION)
    if any(n.actor is not None and n.actor.kind in named for n in scene.subjects[k]):
        return False
    nameless = scene.words("statements", "nameless")
    return any(word in nameless for word in _subject_words(scene, k))


def is_impersonal(scene: Scene, k: int) -> bool:
    """Nobody is said to say it: "has been reported", "are said to have approved"."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None or not scene.is_speech_verb(k):
        return False
    is_plain = trigger.entry.subtype == "say" or trigger.entry.key in _silent(scene)
    if not is_plain:
        return False
    by = scene.sentence.grammar.classes.agent_preposition
    return group.is_passive and by.isdisjoint(scene.sentence.lowers[trigger.end : trigger.end + 6])


def is_naming(scene: Scene, k: int) -> bool:
    """The words only name something: "what he called a heinous attack"."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None or trigger.entry.lemma not in scene.words("worth", "naming"):
        return False
    begin, _ = clause_range(scene.sentence, group.begin)
    before = scene.sentence.lowers[begin : group.begin]
    return not scene.sentence.grammar.classes.what.isdisjoint(before)


def is_silence(scene: Scene, k: int) -> bool:
    """The speaker does not speak: "cannot confirm", "unwilling to make any statement"."""
    trigger = scene.triggers[k]
    group = own_group(trigger)
    if group is None or not scene.is_speech_verb(k):
        return False
    said = scene.sentence.lowers[trigger.begin : trigger.end]
    if not scene.words("worth", "any_one").isdisjoint(said):
        return True
    if not group.is_negated:
        return False
    is_plain = trigger.entry.subtype == "say" or trigger.entry.key in _silent(scene)
    has_helper = bool(group.modal) or scene.sentence.lower(group.begin) in _do(scene)
    return is_plain and has_helper


def _silent(scene: Scene) -> frozenset[str]:
    """Return verbs that with a negation leave everything open: "did not rule out"."""
    return scene.words("worth", "left_open")


def _do(scene: Scene) -> frozenset[str]:
    return scene.sentence.grammar.classes.do


def is_speech_noun_beside_verb(scene: Scene, k: int) -> bool:
    """The noun only says in what form somebody speaks: "in a statement", "his remarks"."""
    trigger = scene.triggers[k]
    if not trigger.is_noun or trigger.entry.type is not EventType.STATEMENT:
        return False
    is_plain = trigger.entry.subtype == "say"
    if scene.governors[k] is not None and _is_object(scene, k) and scene.is_pointing_back(k):
        return True
    if any(scene.is_speech_verb(j) for j in range(len(scene.triggers))):
        return is_plain or not _is_owned_subject(scene, k)
    return trigger.group is None and not _has_owner(scene, k)


def _is_object(scene: Scene, k: int) -> bool:
    governor = scene.governors[k]
    if governor is None:
        return False
    clauses = scene.sentence.clauses
    return clauses[scene.triggers[governor].head] == clauses[scene.triggers[k].head]


def _is_owned_subject(scene: Scene, k: int) -> bool:
    """Tell whether the noun, with its owner, is what the verb is about: "Rome's demand … was"."""
    is_governed = scene.governors[k] is not None
    return _has_owner(scene, k) and (is_governed or scene.triggers[k].group is None)


def _has_owner(scene: Scene, k: int) -> bool:
    trigger = scene.triggers[k]
    return any(n.actor and 0 <= trigger.begin - n.end <= 3 for n in scene.names) or any(
        n.actor and 0 <= n.begin - trigger.end <= 3 for n in scene.names
    )


SPEECH_RULES = (
    is_own_voice,
    is_talk_in_speech,
    is_imagined,
    is_continued,
    is_request_to_speak,
    is_attitude,
    is_voiceless,
    is_impersonal,
    is_silence,
    is_press_routine,
    is_speech_noun_beside_verb,
)
