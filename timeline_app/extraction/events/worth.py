"""Whether a happening is worth a place on a timeline: the analyst's judgement, rule by rule."""

from collections.abc import Sequence

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import Named, clause_range, preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import word_set


def is_part_of_name(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the word belongs to a proper name: "the United States", "Orange Order"."""
    if sentence.is_heading or (trigger.group is not None and not trigger.is_noun):
        return False
    head = trigger.end - 1
    if head == 0 or not sentence.words[head][:1].isupper() or not sentence.is_name(head):
        return False
    return sentence.is_name(head - 1) or sentence.is_name(head + 1) or trigger.begin > 0


def is_modifier(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the noun only modifies another one: "bombing victims", "riot police"."""
    if not trigger.is_noun:
        return False
    after = sentence.lower(trigger.end)
    if not sentence.is_open(trigger.end) or after.endswith(("ed", "ing")):
        return False
    g = sentence.grammar
    if after in g.past_forms or g.is_adjective(after) or sentence.words[trigger.end][:1].isupper():
        return False
    return not (trigger.is_plural and not after.endswith("s")) and not trigger.group


def is_own_voice(sentence: Sentence, trigger: Trigger, *, is_quoted: bool, language: str) -> bool:
    """Tell whether a speaker speaks of his own speaking: “I must say …”."""
    if trigger.entry.type is not EventType.STATEMENT or trigger.group is None or not is_quoted:
        return False
    begin, _ = clause_range(sentence, trigger.group.begin)
    first = word_set(language, "events/statements", "first_person")
    return any(sentence.lowers[j] in first for j in range(begin, trigger.group.begin))


def is_toll(sentence: Sentence, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Tell whether the verb only counts the victims of a happening named as its subject.

    "The blast killed twelve people": the blast is the event.
    """
    if trigger.is_noun or trigger.entry.subtype not in ("kill", "toll", "destroy"):
        return False
    return any(
        o.is_noun
        and o.head < trigger.head
        and o.entry.type in (EventType.ATTACK, EventType.DISASTER)
        and abs(sentence.clauses[o.head] - sentence.clauses[trigger.head]) <= 1
        for o in others
    )


def is_aside(sentence: Sentence, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Tell whether the speech verb only goes on with another's speech: “…, he said, adding …”."""
    group = trigger.group
    if trigger.entry.type is not EventType.STATEMENT or trigger.is_noun or group is None:
        return False
    if group.tense is not Tense.GERUND:
        return False
    before = sentence.lower(group.begin - 1)
    has_subject = sentence.is_open(group.begin - 1) and before != ","
    return not has_subject and any(
        o.entry.type is EventType.STATEMENT and not o.is_noun and o is not trigger for o in others
    )


def is_purpose(sentence: Sentence, trigger: Trigger, *, has_governing_word: bool) -> bool:
    """Tell whether the infinitive only says what for: "came to discuss", "enough to fight"."""
    group = trigger.group
    if group is None or trigger.is_noun or group.tense is not Tense.INFINITIVE:
        return False
    return not has_governing_word


def is_attribute(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a participle of speech only describes: "extremists opposed to the truce"."""
    group = trigger.group
    if trigger.is_noun or group is None or trigger.entry.type is not EventType.STATEMENT:
        return False
    return group.tense is Tense.PARTICIPLE and not sentence.is_heading


def is_habit(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a present tense states what is always so: "is banned", "center on"."""
    group = trigger.group
    if group is None or sentence.is_heading or group.modal:
        return False
    if group.tense is not Tense.PRESENT or group.is_progressive:
        return False
    return trigger.entry.type is not EventType.STATEMENT


def is_press_routine(
    sentence: Sentence, trigger: Trigger, subject: Sequence[Named], language: str
) -> bool:
    """Tell whether the press only reports: "the newspaper said"."""
    if trigger.entry.type is not EventType.STATEMENT or trigger.is_noun:
        return False
    table = "events/statements"
    routine = word_set(language, table, "routine")
    if trigger.entry.lemma not in routine:
        return False
    if any(n.actor is not None and n.actor.kind.value == "outlet" for n in subject):
        return True
    press = word_set(language, table, "press")
    begin, end = _subject_words(sentence, trigger)
    if any(sentence.lowers[j] in press for j in range(begin, end)):
        return True
    is_report = trigger.entry.lemma in ("report", "write")
    return is_report and not any(n.actor and n.actor.kind.value != "outlet" for n in subject)


def _subject_words(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    assert trigger.group is not None
    begin, end = clause_range(sentence, trigger.group.begin)
    if begin == trigger.group.begin:
        return trigger.end, min(end, trigger.end + 8)
    return max(begin, trigger.group.begin - 6), trigger.group.begin


def is_nameless(
    sentence: Sentence, trigger: Trigger, subject: Sequence[Named], language: str
) -> bool:
    """Tell whether nobody in particular speaks: "officials said", "witnesses said"."""
    if any(n.actor is not None and n.actor.kind.value in ("person", "state") for n in subject):
        return False
    nameless = word_set(language, "events/statements", "nameless")
    if trigger.group is None:
        return False
    begin, end = _subject_words(sentence, trigger)
    return any(sentence.lowers[j] in nameless for j in range(begin, end))


def hangs_on(sentence: Sentence, trigger: Trigger) -> str:
    """Return the preposition on which a noun hangs, "" for none."""
    return preposition_before(sentence, trigger.begin) if trigger.is_noun else ""
