"""Where a happening takes place."""

from collections.abc import Sequence

from timeline_app.annotation.place import Place
from timeline_app.extraction.events.frames import Named, clause_range
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.triggers import Trigger


def places_of(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> tuple[Place, ...]:
    """Return the places in the trigger's clause, those after it first."""
    begin, end = clause_range(sentence, trigger.head)
    inside = [n for n in names if n.place and begin <= n.begin < end]
    inside.sort(key=lambda n: (n.begin < trigger.begin, n.begin))
    kept: dict[str, Place] = {}
    for named in inside:
        assert named.place is not None
        kept.setdefault(named.place.name, named.place)
    return tuple(kept.values())
