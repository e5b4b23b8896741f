"""One sentence → its candidates: triggers, frames, arguments, modality, worth."""

from collections.abc import Sequence

from timeline_app.annotation.actor import Participant
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events import worth
from timeline_app.extraction.events.arguments import participants_of, places_of
from timeline_app.extraction.events.attribution import chain_of
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import Named, clause_range, subject_of
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.modality import governing_word, modality_of
from timeline_app.extraction.events.speech import governors
from timeline_app.extraction.events.triggers import Trigger, find_triggers


def understand(
    sentence: Sentence, names: Sequence[Named], quoted: Sequence[bool], language: str
) -> tuple[Candidate, ...]:
    """Return what the sentence tells that is worth listing, in order.

    `quoted` tells of each token whether it stands inside quotation marks.
    """
    triggers = find_triggers(sentence, language)
    above = governors(sentence, triggers, language)
    people = [participants_of(sentence, t, names, language) for t in triggers]
    kept = [
        k
        for k, t in enumerate(triggers)
        if _is_listed(sentence, t, triggers, names, quoted[t.head], language)
    ]
    number = {k: n for n, k in enumerate(kept)}
    return tuple(
        _candidate(sentence, k, triggers, above, people, names, number, quoted, language)
        for k in kept
    )


def _candidate(
    sentence: Sentence,
    k: int,
    triggers: Sequence[Trigger],
    above: Sequence[int | None],
    people: Sequence[tuple[Participant, ...]],
    names: Sequence[Named],
    number: dict[int, int],
    quoted: Sequence[bool],
    language: str,
) -> Candidate:
    trigger, governor = triggers[k], above[k]
    told_by = triggers[governor] if governor is not None else None
    return Candidate(
        sentence=sentence,
        trigger=trigger,
        modality=modality_of(sentence, trigger, told_by, language),
        governor=number.get(governor) if governor is not None else None,
        is_told=governor is not None,
        is_quoted=quoted[trigger.head],
        participants=people[k],
        places=places_of(sentence, trigger, names),
        attribution=chain_of(governor, above, people),
        is_sourcing=_is_sourcing(sentence, trigger, names, language),
    )


def _is_sourcing(
    sentence: Sentence, trigger: Trigger, names: Sequence[Named], language: str
) -> bool:
    if trigger.entry.type is not EventType.STATEMENT or trigger.entry.subtype != "say":
        return False
    return worth.is_nameless(sentence, trigger, subject_of(sentence, trigger, names), language)


def _is_listed(
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    names: Sequence[Named],
    is_quoted: bool,
    language: str,
) -> bool:
    subject = subject_of(sentence, trigger, names)
    return not (
        worth.is_part_of_name(sentence, trigger)
        or worth.is_modifier(sentence, trigger)
        or worth.is_own_voice(sentence, trigger, is_quoted=is_quoted, language=language)
        or worth.is_toll(sentence, trigger, triggers)
        or worth.is_aside(sentence, trigger, triggers)
        or worth.is_purpose(
            sentence, trigger, has_governing_word=_is_governed(sentence, trigger, language)
        )
        or worth.is_attribute(sentence, trigger)
        or worth.is_habit(sentence, trigger)
        or worth.is_press_routine(sentence, trigger, subject, language)
    )


def _is_governed(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    group = trigger.group
    if group is None or group.tense is not Tense.INFINITIVE:
        return True
    before = group.begin - 2
    if sentence.lower(before) in sentence.grammar.classes.be:
        return True
    begin, _ = clause_range(sentence, group.begin)
    return governing_word(sentence, before, begin, language) is not None
