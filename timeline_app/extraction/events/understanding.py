"""One sentence → its candidates: triggers, frames, arguments, modality, worth."""

from collections.abc import Sequence

from timeline_app.annotation.actor import Participant
from timeline_app.annotation.place import Place
from timeline_app.extraction.events.arguments.participants import participants_in
from timeline_app.extraction.events.arguments.places import places_in
from timeline_app.extraction.events.attribution import chain_of
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import Named, is_guest, is_in_name
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.modality import modality_of
from timeline_app.extraction.events.scene import Scene, scene_of
from timeline_app.extraction.events.shared_auxiliaries import with_shared_auxiliaries
from timeline_app.extraction.events.speech import governors
from timeline_app.extraction.events.triggers import find_triggers
from timeline_app.extraction.events.worth import reason_to_leave_out
from timeline_app.extraction.events.worth_of_speech import is_nameless


def understand(
    sentence: Sentence,
    names: Sequence[Named],
    language: str,
    *,
    is_dated: bool,
) -> tuple[Candidate, ...]:
    """Return what the sentence tells that is worth listing, in order.

    `is_dated` tells that the sentence has a date, or stands under one in a chronicle.
    """
    found = [
        t
        for t in find_triggers(sentence, language)
        if not is_guest(sentence, t, names) and not is_in_name(sentence, t, names)
    ]
    triggers = with_shared_auxiliaries(sentence, found)
    if not triggers:
        return ()
    above = governors(sentence, triggers, language)
    scene = scene_of(sentence, triggers, above, names, language, is_dated=is_dated)
    people = participants_in(sentence, triggers, names, language)
    places = places_in(sentence, triggers, names, language)
    kept = [k for k in range(len(triggers)) if not reason_to_leave_out(scene, k)]
    number = {k: n for n, k in enumerate(kept)}
    return tuple(_candidate(scene, k, people, places[k], number) for k in kept)


def _candidate(
    scene: Scene,
    k: int,
    people: Sequence[tuple[Participant, ...]],
    places: tuple[Place, ...],
    number: dict[int, int],
) -> Candidate:
    trigger, governor = scene.triggers[k], scene.governors[k]
    told_by = scene.triggers[governor] if governor is not None else None
    return Candidate(
        sentence=scene.sentence,
        trigger=trigger,
        modality=modality_of(scene.sentence, trigger, told_by, scene.language),
        governor=number.get(governor) if governor is not None else None,
        is_told=governor is not None,
        is_quoted=scene.sentence.quoted[trigger.head],
        participants=people[k],
        places=places,
        attribution=chain_of(scene, k, people),
        is_sourcing=_is_sourcing(scene, k),
        names=scene.names,
        subject=scene.subjects[k],
        teller=told_by,
        speech=_listed_speech(scene, k, number),
        verbs=frozenset(t.head for t in scene.triggers if not t.is_noun),
    )


def _listed_speech(scene: Scene, k: int, number: dict[int, int]) -> int | None:
    """Return the nearest speech act that is listed: "said that they backed the plan to attack"."""
    heads = [trigger.head for trigger in scene.triggers]
    inner, governor = k, scene.governors[k]
    for _ in heads:
        if governor is None or governor in number:
            break
        beyond = scene.governors[governor]
        follows = heads[governor] > heads[inner]
        if beyond is None or (follows and heads[beyond] < heads[governor]):
            return None
        inner, governor = governor, beyond
    return number.get(governor) if governor is not None else None


def _is_sourcing(scene: Scene, k: int) -> bool:
    is_plain = scene.triggers[k].entry.subtype == "say"
    return is_plain and scene.is_speech_verb(k) and is_nameless(scene, k)
