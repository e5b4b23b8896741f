"""What a date phrase depends on in its sentence: a noun, a verb, or nothing."""

from collections.abc import Mapping, Sequence

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.describing import NEAR_NOUN, describes_only, tells_of_thing
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.phrase import (
    Phrase,
    contradicts,
    end_of_date,
    hangs_on_of,
    is_below,
    is_one_phrase,
    misfits,
    opening_when,
    past_order,
    plan_right,
    same_quotation,
)
from timeline_app.extraction.scheduled import scheduled_noun

OPENING = 4
"""A phrase that begins before this token sets the scene."""


def governed(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase, language: str
) -> list[int]:
    """Return the candidates that the phrase dates: mostly one, none if it dates something else."""
    modified = _modified_noun(sentence, candidates, end_of_date(sentence, phrase))
    if modified is None:
        modified = _noun_of_which(sentence, candidates, phrase.end)
    if modified is not None:
        return [modified]
    told_when = _verb_after_when(sentence, candidates, phrase)
    if told_when is not None:
        return [told_when, *(_governed_left(sentence, candidates, phrase, language))]
    if phrase.preposition in word_set(language, "events/linking", "of_noun"):
        nearest = _noun_right_before(sentence, candidates, phrase, language)
        return [nearest] if nearest is not None else []
    if describes_only(sentence, phrase):
        return []
    own = _noun_right_before(sentence, candidates, phrase, language)
    if own is not None:
        kin = _with_kin(sentence, candidates, own)
        return [*kin, *_at_the_scene(sentence, candidates, phrase, own, language)]
    scheduled = scheduled_noun(sentence, candidates, phrase.begin, language)
    if scheduled is not None:
        opened = range(candidates[scheduled].trigger.end, phrase.begin)
        told = [k for k, c in enumerate(candidates) if c.trigger.head in opened]
        return [scheduled, *(k for k in told if candidates[k].trigger.group is not None)]
    verb = _verb_left(sentence, candidates, phrase)
    if verb is not None:
        return _under_verb(sentence, candidates, phrase, verb, language)
    if tells_of_thing(sentence, phrase, language):
        return []
    right = _verb_right(sentence, candidates, phrase)
    if right is not None:
        return [right]
    return _far_left(sentence, candidates, phrase)


def _at_the_scene(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase, own: int, language: str
) -> list[int]:
    """Return the verb of what is done at the dated noun: "spoke at a meeting on Tuesday"."""
    noun = candidates[own].trigger
    hangs_on = preposition_before(sentence, noun.begin)
    if hangs_on not in word_set(language, "events/linking", "scene"):
        return []
    verb = _verb_left(sentence, candidates, phrase)
    listed = [] if verb is None else _verb_heads(candidates).get(verb, [])
    if phrase.is_future or not all(candidates[k].tense is Tense.PAST for k in listed):
        return []
    between = any(verb is not None and verb < c.trigger.head < noun.begin for c in candidates)
    return [] if between else listed


def _governed_left(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase, language: str
) -> list[int]:
    verb = _verb_left(sentence, candidates, phrase)
    return _under_verb(sentence, candidates, phrase, verb, language) if verb is not None else []


def _verb_after_when(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase
) -> int | None:
    """Return the verb that tells what happened then: "since Sunday, when he was detained"."""
    at = opening_when(sentence, phrase)
    if at is None:
        return None
    number = sentence.clauses[at]
    for k, candidate in enumerate(candidates):
        group = candidate.trigger.group
        if group is not None and group.is_finite and sentence.clauses[group.head] == number:
            return k
    return None


def _noun_of_which(sentence: Sentence, candidates: Sequence[Candidate], end: int) -> int | None:
    """Return the noun after "of": "the holding on 16 March of a referendum"."""
    of_noun = sentence.grammar.classes.of
    if sentence.lower(end) not in of_noun:
        return None
    near = range(end + 1, end + 1 + NEAR_NOUN)
    return next(
        (k for k, c in enumerate(candidates) if c.trigger.is_noun and c.trigger.head in near), None
    )


def _modified_noun(sentence: Sentence, candidates: Sequence[Candidate], end: int) -> int | None:
    """Return the noun that the phrase stands before: "Tuesday's attack", "the August 7 blasts"."""
    g = sentence.grammar
    for j in range(end, min(len(sentence), end + NEAR_NOUN)):
        for k, c in enumerate(candidates):
            if c.trigger.is_noun and j == c.trigger.head:
                return k
        word = sentence.lowers[j]
        passes = word in g.classes.genitive or g.is_adjective(word) or sentence.is_open(j)
        if not passes or sentence.is_finite_verb(j):
            return None
    return None


def _noun_right_before(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase, language: str
) -> int | None:
    """Return a noun in a phrase of its own that ends in the date: "after the attack Tuesday"."""
    own = word_set(language, "events/linking", "own_date")
    of_noun = word_set(language, "events/linking", "of_noun")
    takes_aim = phrase.preposition in word_set(language, "events/linking", "aim")
    for k in range(len(candidates) - 1, -1, -1):
        trigger = candidates[k].trigger
        if trigger.end > phrase.begin:
            continue
        if not trigger.is_noun or not is_one_phrase(sentence, trigger.end, phrase.begin):
            return None
        if takes_aim or phrase.preposition in of_noun:
            return k
        is_alone = trigger.group is None
        hangs_on = preposition_before(sentence, trigger.begin)
        return k if is_alone and hangs_on in own else None
    return None


def _with_kin(sentence: Sentence, candidates: Sequence[Candidate], own: int) -> list[int]:
    """Add the nouns of which the dated one is a part: "the killing of X in a raid last week"."""
    kin = [own]
    last = candidates[own]
    for k in range(own - 1, -1, -1):
        c = candidates[k]
        is_same = c.trigger.is_noun and c.type is last.type
        if not is_same or not is_one_phrase(sentence, c.trigger.end, last.trigger.begin):
            break
        kin.append(k)
    return kin


def _verb_left(sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase) -> int | None:
    """Return the token of the nearest verb left of the phrase in its clause.

    A listed verb is preferred to an unlisted one that continues it: "attacked a hall and crowded
    cafes on Friday".
    """
    first, _ = clause_range(sentence, phrase.begin)
    heads = _verb_heads(candidates)
    if first > 0 and sentence.lower(first) in sentence.grammar.classes.conjunction:
        before, _ = clause_range(sentence, first - 1)
        is_alone = heads.keys().isdisjoint(range(first, phrase.begin))
        joined = [j for j in range(first - 1, before - 1, -1) if j in heads]
        word = sentence.lower(first + 1)
        is_past = sentence.is_finite_verb(first + 1) and word not in sentence.grammar.auxiliary
        if is_alone and joined and is_past:
            return joined[0]
    around = _verb_around(candidates, phrase)
    if around is not None:
        return around
    for j in range(phrase.begin - 1, first - 1, -1):
        if _is_inserted(sentence, candidates, heads.get(j, ()), phrase):
            continue
        is_adjacent = j >= phrase.begin - 1 - bool(phrase.preposition)
        if j in heads or (
            sentence.is_finite_verb(j) and (is_adjacent or not _is_reduced(sentence, j))
        ):
            return j
    return _before_pronoun(sentence, heads, first)


def _verb_around(candidates: Sequence[Candidate], phrase: Phrase) -> int | None:
    """Return the verb inside whose words the date stands: "had in January set up"."""
    groups = (c.trigger.group for c in candidates if c.trigger.group is not None)
    return next((g.head for g in groups if g.begin < phrase.begin < g.head), None)


def _before_pronoun(
    sentence: Sentence, heads: Mapping[int, Sequence[int]], first: int
) -> int | None:
    """Return the listed verb before a "that" that opens no clause: "ruled that out on Monday"."""
    is_pronoun = sentence.lower(first) in sentence.grammar.classes.definite
    return first - 1 if is_pronoun and first - 1 in heads else None


def _is_inserted(
    sentence: Sentence, candidates: Sequence[Candidate], heads: Sequence[int], phrase: Phrase
) -> bool:
    """Tell whether a gerund's insertion has ended: "X, meeting in Lima, chose 1 May"."""
    comma = sentence.grammar.classes.comma
    for k in heads:
        group = candidates[k].trigger.group
        if group is None or group.tense is not Tense.GERUND:
            return False
        is_opened = sentence.lower(group.begin - 1) in comma
        if not is_opened or comma.isdisjoint(sentence.lowers[group.head : phrase.begin]):
            return False
    return bool(heads)


def _is_reduced(sentence: Sentence, j: int) -> bool:
    """Tell whether a participle only describes a noun.

    "a hijacked plane", "in a letter sent", "shares tendered by the owners".
    """
    g = sentence.grammar
    word, before = sentence.lower(j), sentence.lower(j - 1)
    if word in g.auxiliary or before in g.auxiliary or g.is_adverb(before):
        return False
    if before in g.classes.indefinite or before in g.classes.possessive:
        return True
    is_passive = sentence.lower(j + 1) in g.classes.agent_preposition
    if is_passive and not sentence.lower(j + 2)[:1].isdigit():
        return True
    return bool(preposition_before(sentence, j))


def _verb_heads(candidates: Sequence[Candidate]) -> dict[int, list[int]]:
    heads: dict[int, list[int]] = {}
    for k, c in enumerate(candidates):
        if c.trigger.group is not None:
            heads.setdefault(c.trigger.group.head, []).append(k)
    return heads


def _under_verb(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    phrase: Phrase,
    verb: int,
    language: str,
) -> list[int]:
    """Return the candidates of the verb at token `verb`; for another verb, the nouns beside it."""
    heads = _verb_heads(candidates)
    if verb in heads:
        above = past_order(candidates, heads[verb], phrase)
        if above is not None:
            return [above]
        listed = [k for k in heads[verb] if same_quotation(sentence, candidates[k], phrase)]
        if any(misfits(sentence, candidates[k], phrase) for k in listed):
            own = _last_noun(sentence, candidates, verb, phrase)
            return own or [k for k in listed if contradicts(sentence, candidates[k], phrase)]
        if phrase.may_lie_ahead and any(candidates[k].tense is Tense.PERFECT for k in listed):
            listed = _last_noun(sentence, candidates, verb, phrase) or listed
        is_speech = any(candidates[k].is_statement for k in listed)
        if is_speech and phrase.is_long_ago:
            listed = _last_noun(sentence, candidates, verb, phrase) or listed
        cut_off = any(sentence.lowers[j] == "," for j in range(verb, phrase.begin))
        return [] if is_speech and cut_off and phrase.preposition else listed
    number = sentence.clauses[verb]
    opening = sentence.lower(clause_range(sentence, verb)[0])
    is_inside = opening not in sentence.grammar.classes.conjunction
    comma = sentence.grammar.classes.comma
    nouns = [
        (phrase.begin - c.trigger.head, k)
        for k, c in enumerate(candidates)
        if c.trigger.is_noun
        and c.trigger.head < phrase.begin
        and comma.isdisjoint(sentence.lowers[c.trigger.end : verb])
        and not (c.trigger.end <= verb and hangs_on_of(sentence, c))
        and (
            sentence.clauses[c.trigger.head] == number
            or (
                is_inside
                and sentence.clauses[c.trigger.head] == number - 1
                and c.modality is Modality.ACTUAL
            )
        )
    ]
    if nouns:
        return [min(nouns)[1]]
    return _infinitive_right(sentence, candidates, phrase) or _noun_with(
        sentence, candidates, phrase, language
    )


def _noun_with(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase, language: str
) -> list[int]:
    """Return the noun with which it is done: "marked the day on Friday with rallies"."""
    if sentence.lower(phrase.end) not in word_set(language, "events/linking", "by_means"):
        return []
    after = [k for k, c in enumerate(candidates) if c.trigger.begin > phrase.end]
    is_near = bool(after) and candidates[after[0]].trigger.is_noun
    near = is_near and candidates[after[0]].trigger.begin <= phrase.end + NEAR_NOUN
    return after[:1] if near else []


def _infinitive_right(
    sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase
) -> list[int]:
    """Return the infinitive that the verb goes on with: "began at ten this morning to unload"."""
    if sentence.lower(phrase.end) not in sentence.grammar.classes.to:
        return []
    return [
        k
        for k, c in enumerate(candidates)
        if c.tense is Tense.INFINITIVE and c.trigger.head == phrase.end + 1
    ]


def _last_noun(
    sentence: Sentence, candidates: Sequence[Candidate], verb: int, phrase: Phrase
) -> list[int]:
    """Return the noun nearest before a date that the verb cannot have.

    "promised to put it to a referendum next year": the referendum is next year. "will inquire into
    the massacre three years ago": the massacre was then.
    """
    nouns = [
        k
        for k, c in enumerate(candidates)
        if verb < c.trigger.head < phrase.begin and c.trigger.is_noun
    ]
    return (
        nouns[-1:]
        if nouns and is_one_phrase(sentence, candidates[nouns[-1]].trigger.end, phrase.begin)
        else []
    )


def _verb_right(sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase) -> int | None:
    """Return the first finite verb right of the phrase, in its clause.

    A phrase that opens the sentence reaches over a relative clause to the main verb, but not over
    what its own clause plans for then: "On Friday, the club plans to meet before the vote opens".
    """
    c = sentence.grammar.classes
    plan = plan_right(sentence, candidates, phrase)
    for k, candidate in enumerate(candidates):
        group = candidate.trigger.group
        if group is None or group.head < phrase.end or not group.is_finite:
            continue
        if not same_quotation(sentence, candidate, phrase):
            continue
        begin, _ = clause_range(sentence, group.head)
        is_relative = begin >= phrase.end and sentence.lower(begin) in c.relative
        same = sentence.clauses[group.head] == sentence.clauses[phrase.begin]
        if plan is not None and plan < k and (not same or is_below(candidates[plan], candidate)):
            return plan
        if same or (phrase.begin < OPENING and not is_relative):
            return k
    return None


def _far_left(sentence: Sentence, candidates: Sequence[Candidate], phrase: Phrase) -> list[int]:
    """Return what stands left beyond a quotation, an inserted clause or no verb at all."""
    number = sentence.clauses[phrase.begin]
    ended = [
        c.trigger.head
        for k, c in enumerate(candidates)
        if _is_inserted(sentence, candidates, [k], phrase)
    ]
    inserted = range(min(ended), phrase.begin) if ended else range(0)
    same = [
        (abs(c.trigger.head - phrase.begin), k)
        for k, c in enumerate(candidates)
        if sentence.clauses[c.trigger.head] == number
        and c.trigger.head not in inserted
        and not (c.trigger.is_noun and c.trigger.head > phrase.end and hangs_on_of(sentence, c))
    ]
    if same:
        return [min(same)[1]]
    first, _ = clause_range(sentence, phrase.begin)
    is_after_break = phrase.begin - first <= _AFTER_BREAK
    verbs = [
        (phrase.begin - c.trigger.head, k)
        for k, c in enumerate(candidates)
        if c.trigger.group is not None
        and c.trigger.head < phrase.begin
        and c.trigger.head not in inserted
        and not c.is_quoted
    ]
    return [min(verbs)[1]] if verbs and is_after_break else []


_AFTER_BREAK = 2
