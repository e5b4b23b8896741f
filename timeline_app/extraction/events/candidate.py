"""A happening as one sentence names it, while it is being understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import Participant, Source
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.annotation.place import Place
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import Trigger

_HEADLINE = 1
"""The last of the lines at the top among which the headline stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A trigger in its sentence with what has been found out about it.

    `governor` is the index, among the candidates of the sentence, of the speech act that tells of
    it, None where that one is not listed itself; `is_told` that there is one. `is_quoted` tells
    that it stands inside quotation marks. `names` are all names of the sentence, `subject` those
    that stand as the verb's subject; `teller` is the speech act that tells of it, listed or not;
    `speech` is the index of the nearest listed speech act above it. `verbs` are the tokens of the
    verbs that name happenings in the sentence.
    """

    sentence: Sentence
    trigger: Trigger
    modality: Modality
    governor: int | None
    is_told: bool
    is_quoted: bool
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    attribution: tuple[Source, ...] = ()
    is_sourcing: bool = False
    names: Sequence[Named] = ()
    subject: Sequence[Named] = ()
    teller: Trigger | None = None
    speech: int | None = None
    verbs: frozenset[int] = frozenset()

    @property
    def type(self) -> EventType:
        """Return the type that the trigger's entry states."""
        return self.trigger.entry.type

    @property
    def is_statement(self) -> bool:
        """Tell whether it is a speech act."""
        return self.trigger.entry.type is EventType.STATEMENT

    @property
    def is_in_headline(self) -> bool:
        """Tell whether it stands in the headline, perhaps beneath the paper's name."""
        is_open = self.sentence.words[-1][-1].isalnum()
        return self.sentence.is_heading or (is_open and self.sentence.paragraph <= _HEADLINE)

    @property
    def tense(self) -> Tense | None:
        """Return the tense of the verb group, None for a noun."""
        return self.trigger.group.tense if self.trigger.group else None


def subjects_of_speech(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Return, for each speech act of one sentence, the happening that it speaks of."""
    found: dict[int, int] = {}
    for k, candidate in enumerate(candidates):
        if candidate.speech is not None and not candidate.is_statement:
            found.setdefault(candidate.speech, k)
    return found
