"""Which words of a sentence name a happening."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.grammar import Sentence, VerbGroup
from timeline_app.extraction.events.lexicon import Entry, Readings, Sense, readings_of_words
from timeline_app.extraction.events.light_verbs import light_group
from timeline_app.extraction.events.other_senses import in_its_sense
from timeline_app.extraction.events.verb_groups import coordinated_begin, verb_group
from timeline_app.extraction.morphology import Form

_MOST_BETWEEN = 5
"""Most words between a verb and its particle ("pulled all of its troops out")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or phrase that names a happening in a sentence.

    `begin` and `end` are token indices in the sentence, half-open; `head` is the index of the
    verb or noun itself. `group` is the verb's, or that of the light verb with which a noun stands
    ("held talks"), else None. `is_plural` is said of nouns.
    """

    entry: Entry
    begin: int
    end: int
    head: int
    group: VerbGroup | None
    is_plural: bool = False

    @property
    def is_noun(self) -> bool:
        """Tell whether the happening is named by a noun."""
        return self.entry.is_noun


def noun_begin(trigger: Trigger) -> int:
    """Return where the noun itself begins, without a light verb before it."""
    return trigger.head - len(trigger.entry.rest) if trigger.is_noun else trigger.begin


def find_triggers(sentence: Sentence, language: str) -> tuple[Trigger, ...]:
    """Return the triggers of `sentence` in order; none overlaps another."""
    found = [
        _in_its_sense(sentence, t, language) for t in _scan(sentence, readings_of_words(language))
    ]
    verbs = frozenset(t.head for t in found if not t.is_noun)
    return tuple(with_light_verb(sentence, t, verbs, language) if t.is_noun else t for t in found)


def _in_its_sense(sentence: Sentence, found: Trigger, language: str) -> Trigger:
    entry = _as_carried(found, in_its_sense(sentence, found.entry, found.head, language))
    return found if entry is found.entry else replace(found, entry=entry)


def _as_carried(found: Trigger, entry: Entry) -> Entry:
    """Return a journey in the passive as a transport: "was flown to Brussels" is no visit."""
    is_passive = found.group is not None and found.group.is_passive
    if entry.subtype == "visit" and is_passive and not entry.is_noun:
        return replace(entry, type=EventType.OTHER, subtype="move")
    return entry


def _scan(sentence: Sentence, known: Mapping[str, Readings]) -> Iterator[Trigger]:
    free_from = 0
    for i, word in enumerate(sentence.lowers):
        readings = known.get(word)
        if readings is None or i < free_from:
            continue
        found = _read(sentence, i, readings)
        if found is not None:
            free_from = found.end
            yield found


def _read(sentence: Sentence, i: int, readings: Readings) -> Trigger | None:
    is_either = readings.is_ambiguous
    prefers_noun = reads_as_noun(sentence, i, readings.verb_forms) if is_either else None
    has_phrase = not readings.others.isdisjoint(sentence.vocabulary)
    for entry, forms in readings.every if has_phrase else readings.alone:
        if not sentence.vocabulary.issuperset(entry.rest):
            continue
        if not entry.rest and prefers_noun is not None and entry.is_noun != prefers_noun:
            continue
        found = _noun(sentence, i, entry, forms) if entry.is_noun else None
        if not entry.is_noun and not (prefers_noun and len(entry.rest) < 2):
            found = _verb(sentence, i, entry, forms)
        if found is not None and _makes_sense(sentence, found, entry.sense):
            return found
    return None


def reads_as_noun(sentence: Sentence, i: int, forms: frozenset[Form]) -> bool:
    """Tell whether a word that is noun and verb ("attack", "meeting") is a noun at `i`."""
    g = sentence.grammar
    c = g.classes
    at = i - 1
    while at > 0 and sentence.lowers[at] in c.negator and sentence.lowers[at - 1] in g.auxiliary:
        at -= 1
    before, after = sentence.lower(at), sentence.lower(i + 1)
    if before in c.determiner or before in c.possessive or g.is_adjective(before):
        return True
    if Form.ING in forms:
        return _ing_reads_as_noun(sentence, i)
    if Form.BASE in forms and coordinated_begin(sentence, i) is not None:
        return False
    if before in c.to:
        return Form.BASE not in forms
    if before in c.modal or before in c.do or before in c.pronoun_subject:
        return False
    if Form.PAST in forms:
        return False
    if before in c.preposition or before in c.be or before in c.have:
        return True
    follows_plural = g.is_open(before) and g.looks_plural(before) and not sentence.is_name(at)
    if Form.BASE in forms and (g.is_adverb(before) or follows_plural):
        return False
    if Form.THIRD in forms or Form.BASE in forms:
        return not _reads_as_present(sentence, i, after)
    return True


def _ing_reads_as_noun(sentence: Sentence, i: int) -> bool:
    g = sentence.grammar
    before, after = sentence.lower(i - 1), sentence.lower(i + 1)
    if after in g.classes.article:
        return False
    if after in g.classes.of or before in g.classes.of:
        return True
    if before in g.closed or not before[:1].isalnum() or g.is_adverb(before):
        return False
    return not g.looks_plural(before) or after in g.classes.preposition


def _reads_as_present(sentence: Sentence, i: int, after: str) -> bool:
    """Tell a present-tense verb ("Turkey demands that", "Putin meets Merkel") from a noun."""
    g = sentence.grammar
    c = g.classes
    if i == 0 or not (sentence.is_name(i - 1) or sentence.is_open(i - 1)):
        return False
    takes_object = (
        after in c.determiner
        or after in c.possessive
        or after in c.complementiser
        or after in c.to
        or after in c.pronoun_object
        or sentence.is_name(i + 1)
        or (sentence.is_heading and after[:1].isalnum())
    )
    no_other_verb = not any(sentence.is_finite_verb(j) for j in range(i + 1, len(sentence)))
    return takes_object and (no_other_verb or sentence.is_name(i - 1)) and _one_finite(sentence, i)


def _one_finite(sentence: Sentence, i: int) -> bool:
    clause = sentence.clauses[i]
    return not any(
        sentence.clauses[j] == clause and sentence.is_finite_verb(j) for j in range(i - 1, -1, -1)
    )


def _noun(sentence: Sentence, i: int, entry: Entry, forms: frozenset[Form]) -> Trigger | None:
    end = i + 1 + len(entry.rest)
    if tuple(sentence.lowers[i + 1 : end]) != entry.rest:
        return None
    is_plural = sentence.grammar.looks_plural
    plural = Form.PLURAL in forms or (bool(entry.rest) and is_plural(entry.rest[-1]))
    return Trigger(entry=entry, begin=i, end=end, head=end - 1, group=None, is_plural=plural)


def _verb(sentence: Sentence, i: int, entry: Entry, forms: frozenset[Form]) -> Trigger | None:
    end = _end_of_phrase(sentence, i + 1, entry.rest)
    if end is None:
        return None
    group = verb_group(sentence, i, forms)
    if group is None:
        return None
    is_split = end - i - 1 > 2 * len(entry.rest)
    return Trigger(entry=entry, begin=i, end=i + 1 if is_split else end, head=i, group=group)


def _end_of_phrase(sentence: Sentence, i: int, rest: tuple[str, ...]) -> int | None:
    """Return where a phrase's other words end, None where they do not follow."""
    if not rest:
        return i
    g = sentence.grammar
    is_particle = len(rest) == 1 and rest[0] in g.classes.moved_behind
    skipped = 0
    at = i
    for word in rest:
        while sentence.lower(at) != word:
            current = sentence.lower(at)
            may_skip = is_particle or _fills(sentence, at)
            skipped += 1
            is_word = current[:1].isalnum() or current in g.classes.genitive
            if not may_skip or skipped > _MOST_BETWEEN or not is_word:
                return None
            if is_particle and current in g.classes.preposition and current not in g.classes.of:
                return None
            at += 1
        at += 1
    if rest[-1] in g.classes.on_day and sentence.lower(at) in g.classes.moment:
        return None  # "fired his aide on Friday" is no "fire on"
    return at


_CURRENCY = frozenset("$€£¥")


def _fills(sentence: Sentence, at: int) -> bool:
    """Tell whether a word only leads to the noun: "closed the country's airspace"."""
    word, g = sentence.lower(at), sentence.grammar
    c = g.classes
    leads = word in c.determiner or word in c.possessive or word in c.pronoun_object
    owns = word in c.genitive or sentence.lower(at + 1) in c.genitive
    is_plain = g.is_adjective(word) or word[:1].isdigit() or word in _CURRENCY
    return leads or owns or is_plain or _is_moment(sentence, at)


def _is_moment(sentence: Sentence, at: int) -> bool:
    """Tell whether a word only says when or how: "called again on Monday for"."""
    c, word = sentence.grammar.classes, sentence.lower(at)
    is_on = word in c.preposition and sentence.lower(at + 1) in c.moment
    is_how = sentence.grammar.is_adverb(word) and word not in c.moved_behind
    return word in c.moment or is_on or is_how


def _makes_sense(sentence: Sentence, found: Trigger, sense: Sense | None) -> bool:
    if sense is None:
        return True
    lowers = sentence.lowers
    if sense.before and not sense.before.isdisjoint(lowers[max(0, found.begin - 2) : found.begin]):
        return False
    of_what = sentence.grammar.classes.of
    if sense.not_of and sentence.lower(found.end) in of_what:
        return False
    following = lowers[found.end : found.end + 3]
    if sense.after and not sense.after.isdisjoint(following):
        return False
    if sense.only_after and sense.only_after.isdisjoint(lowers[found.end : found.end + 4]):
        return False
    return not sense.only or not sense.only.isdisjoint(_clause_words(sentence, found.head))


_NEAR = 14


def _clause_words(sentence: Sentence, i: int) -> list[str]:
    clause = sentence.clauses[i]
    near = range(max(0, i - _NEAR), min(len(sentence), i + _NEAR))
    return [sentence.lowers[j] for j in near if abs(sentence.clauses[j] - clause) <= _NEAR_CLAUSES]


_NEAR_CLAUSES = 2


def with_light_verb(
    sentence: Sentence, found: Trigger, verbs: frozenset[int], language: str
) -> Trigger:
    """Return a noun's trigger with the verb that only carries it, if there is one: "held talks"."""
    group = light_group(sentence, found.begin, found.end, found.entry.type.value, language)
    if group is None:
        return found
    is_near = 0 < found.begin - group.head <= _NEAR_LIGHT and group.head not in verbs
    begin = group.head if is_near else found.begin
    return replace(found, group=group, begin=begin)


_NEAR_LIGHT = 4
