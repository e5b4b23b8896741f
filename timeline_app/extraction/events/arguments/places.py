"""Where the happenings of one sentence take place."""

from collections.abc import Iterator, Mapping, Sequence

from timeline_app.annotation.mention import EventType
from timeline_app.annotation.place import Place
from timeline_app.extraction.events.arguments.stage import ArgumentWords, argument_words
from timeline_app.extraction.events.frames import Named, clause_range
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.triggers import Trigger

_FARTHEST = 30
"""Most tokens after the trigger in which its place is looked for."""
_WITH_OBJECT = (
    EventType.ATTACK,
    EventType.MEETING,
    EventType.MILITARY,
    EventType.DISASTER,
    EventType.OTHER,
)
"""Types whose direct object may be the place: "bombed Idlib", "visited Cuba"."""


def places_in(
    sentence: Sentence, triggers: Sequence[Trigger], names: Sequence[Named], language: str
) -> list[tuple[Place, ...]]:
    """Return the places of what each trigger names, those after it first."""
    at = {n.begin: n for n in names if n.place is not None}
    if not at:
        return [()] * len(triggers)
    finder = _Finder(sentence, triggers, at, argument_words(language))
    found: list[tuple[Place, ...]] = []
    for k, trigger in enumerate(triggers):
        places = finder.places(trigger)
        if not places and finder.is_joined(trigger):
            places = _of_verb_before(triggers, found, k)
        found.append(places)
    return found


def _of_verb_before(
    triggers: Sequence[Trigger], found: Sequence[tuple[Place, ...]], k: int
) -> tuple[Place, ...]:
    """Return the place of the verb that this one goes on from: "flew to Peking and talked"."""
    earlier = (found[i] for i in range(k - 1, -1, -1) if not triggers[i].is_noun)
    return next(earlier, ())


class _Finder:
    """Looks for places around the triggers of a sentence."""

    def __init__(
        self,
        sentence: Sentence,
        triggers: Sequence[Trigger],
        at: Mapping[int, Named],
        words: ArgumentWords,
    ) -> None:
        self.sentence = sentence
        self.heads = {t.head: t for t in triggers}
        self.at = at
        self.words = words

    def places(self, trigger: Trigger) -> tuple[Place, ...]:
        """Return the places of one trigger, each once."""
        kept: dict[str, Place] = {}
        for named in (*self._after(trigger), *self._before(trigger)):
            if named.place is not None:
                kept.setdefault(named.place.name, named.place)
        return tuple(kept.values())

    def is_joined(self, trigger: Trigger) -> bool:
        """Tell whether the verb goes on from an earlier one without a subject of its own."""
        if trigger.is_noun or trigger.group is None:
            return False
        before = self.sentence.lower(trigger.group.begin - 1)
        return before in self.sentence.grammar.classes.conjunction

    def _after(self, trigger: Trigger) -> Iterator[Named]:
        s = self.sentence
        c = s.grammar.classes
        preposition = ""
        j = trigger.end if trigger.is_noun else trigger.head + 1
        stop = min(len(s), j + _FARTHEST)
        while j < stop:
            named = self.at.get(j)
            if named is not None:
                if self._fits(trigger, preposition):
                    yield named
                j = named.end
                continue
            if self._ends(trigger, j, preposition):
                return
            is_part = s.lowers[j] in c.of and preposition in self.words.locative
            if s.lowers[j] in c.preposition and not is_part:
                preposition = s.lowers[j]
            j += 1

    def _fits(self, trigger: Trigger, preposition: str) -> bool:
        kind = trigger.entry.type
        if not preposition:
            return kind in _WITH_OBJECT
        if preposition in self.words.locative:
            return True
        is_goal = kind in (*_WITH_OBJECT, EventType.PROTEST)
        return is_goal and preposition in self.words.reaching

    def _ends(self, trigger: Trigger, j: int, preposition: str) -> bool:
        """Tell whether the token at `j` leads away from what the trigger names."""
        s = self.sentence
        c = s.grammar.classes
        word = s.lowers[j]
        other = self.heads.get(j)
        if other is not None and self._leads_away(trigger, other, preposition):
            return True
        if word in s.grammar.breaks or word in c.complementiser or word in c.relative:
            return True
        if trigger.entry.type is EventType.STATEMENT and word in c.preposition:
            return word not in self.words.locative and word not in self.words.addressing
        if word in c.comma:
            return not self._goes_on(j + 1)
        if trigger.is_noun or s.is_name(j) or s.grammar.is_adverb(s.lower(j - 1)):
            return False
        if word.endswith("ed") and s.lower(j - 1) in c.conjunction and s.is_open(j + 1):
            return False
        return s.is_finite_verb(j)

    def _leads_away(self, trigger: Trigger, other: Trigger, preposition: str) -> bool:
        """Tell whether places of another happening begin: not "at a ceremony", "blasts killed"."""
        if other.is_noun:
            return bool(preposition) and preposition not in self.words.locative
        return not (trigger.is_noun and other.entry.type is trigger.entry.type)

    def _goes_on(self, j: int) -> bool:
        """Tell whether a place, a place's phrase or a listed noun follows a comma."""
        s = self.sentence
        c = s.grammar.classes
        word = s.lower(j)
        if j in self.at or word in self.words.locative or word in c.conjunction:
            return True
        return word in c.determiner and any(
            s.lower(k) in c.conjunction for k in range(j, j + _LIST)
        )

    def _before(self, trigger: Trigger) -> Iterator[Named]:
        begin, _ = clause_range(self.sentence, trigger.head)
        for named in self.at.values():
            if named.end > trigger.begin:
                break
            if self._is_of(named, trigger, begin):
                yield named

    def _is_of(self, named: Named, trigger: Trigger, clause: int) -> bool:
        """Tell whether a place before the trigger is its own."""
        if trigger.is_noun and self._is_compound(named, trigger):
            return True
        between = [t for h, t in self.heads.items() if named.end <= h < trigger.begin]
        preposition = self._preposition(named)
        if self._opens(named):
            return not any(t.entry.type is EventType.STATEMENT for t in between)
        if self._leads_relative(named, clause):
            return True
        if between:
            return False
        is_verb = not trigger.is_noun and trigger.group is not None
        is_near = named.begin >= clause and preposition in self.words.locative
        return is_near and is_verb and trigger.group is not None and trigger.group.is_finite

    def _is_compound(self, named: Named, trigger: Trigger) -> bool:
        s = self.sentence
        g = s.grammar
        first = trigger.head - len(trigger.entry.rest)
        between = range(named.end, first)
        return len(between) <= _NEAR and all(
            s.lowers[j] in g.classes.genitive or s.is_open(j) for j in between
        )

    def _preposition(self, named: Named) -> str:
        s = self.sentence
        c = s.grammar.classes
        j = named.begin - 1
        while j >= 0 and (s.lowers[j] in c.determiner or s.grammar.is_adjective(s.lowers[j])):
            j -= 1
        word = s.lower(j)
        return word if word in c.preposition else ""

    def _opens(self, named: Named) -> bool:
        """Tell whether the place is what the sentence opens with: "In Lagos, police said"."""
        return named.begin <= _NEAR and self._preposition(named) in self.words.locative

    def _leads_relative(self, named: Named, clause: int) -> bool:
        """Tell whether the clause says what happened there: "Kampala, where bombs went off"."""
        s = self.sentence
        is_where = s.lower(clause) in self.words.where
        return is_where and 0 <= clause - named.end <= 1


_LIST = 8
_NEAR = 3
