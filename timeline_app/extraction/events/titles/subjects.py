"""Who stands before the verb in a headline, and whether that is one or many."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.extraction.events.frames import Named, clause_range, preposition_before
from timeline_app.extraction.events.grammar import Tense, VerbGroup
from timeline_app.extraction.events.speech import told_before
from timeline_app.extraction.events.titles.phrases import (
    after_quantity,
    is_nominal,
    noun_phrase_begin,
    noun_phrase_end,
)
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.wording import short_name, trimmed, wording
from timeline_app.extraction.names.mention import ActorForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject's words; an empty text where nobody is named."""

    text: str
    is_plural: bool = False


NOBODY = Subject(text="")
_LONGEST = 44
"""Characters of a subject; a longer one keeps its head alone."""
_MOST_NAMED = 3


def subject_of_verb(scope: Scope, group: VerbGroup, limit: int) -> Subject:
    """Return the subject of the verb group, by names where it has them, else in its own words.

    `limit` is where the verb begins, with a verb that governs it ("| agreed to meet").
    """
    if group.tense is Tense.PARTICIPLE:
        found = _before_participle(scope, group.begin)
        if found.text:
            return found
    cited = citation_begin(scope, group)
    if cited >= 0:
        found = _ending_at(scope, cited, 0, None)
    elif group.tense is Tense.GERUND:
        found = _ending_at(scope, limit, clause_range(scope.sentence, limit)[0], None)
    else:
        found = _before_verb(scope, group, limit)
    if found.text:
        return found
    named = _known(scope)
    return joined(scope, named, group) if named else _by_role(scope)


_WORDED = frozenset(
    {ActorForm.GROUP, ActorForm.FORCES, ActorForm.DEMONYM, ActorForm.APPOSITION, ActorForm.ROLE}
)


def citation_begin(scope: Scope, group: VerbGroup) -> int:
    """Return where "was quoted as" before "saying" begins, -1 where that does not stand there."""
    s = scope.sentence
    j = group.begin - 2
    if s.lower(j + 1) not in scope.words("as") or s.lower(j) not in scope.words("cited"):
        return -1
    while j > 0 and (s.lowers[j - 1] in s.grammar.auxiliary or j - 1 in scope.date_begins.values()):
        j -= 1
    return j


def _known(scope: Scope) -> list[Named]:
    """Return the actors known as the subject; what follows a verb is none, but of speech."""
    group = scope.candidate.trigger.group
    last = len(scope.sentence)
    if group is not None and not scope.candidate.is_statement and group.tense is not Tense.GERUND:
        last = group.head
    return [n for n in scope.candidate.subject if n.actor and n.begin < last]


def _named_in(scope: Scope, begin: int, end: int) -> list[Named]:
    """Return the actors that make up a noun phrase; none where they only modify its noun."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    person = _titled_person(scope, begin, end)
    if person is not None:
        return [person]
    found: list[Named] = []
    j = begin
    while j < end:
        named = scope.names.get(j)
        if named is None:
            is_joint = s.lowers[j] in c.conjunction or s.lowers[j] in c.comma
            if not is_joint and s.lowers[j] not in scope.words("articles"):
                return [] if not found or s.lowers[j] not in c.of else found
            j += 1
            continue
        if not _is_head(scope, named, end):
            return []
        found.append(named)
        j = max(named.end, j + 1)
    return found


def _titled_person(scope: Scope, begin: int, end: int) -> Named | None:
    """Return the person named at the end of a phrase that only describes him."""
    joints = scope.sentence.grammar.classes.conjunction | scope.sentence.grammar.classes.of
    if any(scope.sentence.lowers[j] in joints for j in range(begin, end)):
        return None
    for named in scope.names.values():
        actor = named.actor
        is_last = named.end == end and named.begin >= begin
        if is_last and actor is not None and actor.kind is ActorKind.PERSON:
            return named if actor.form in (ActorForm.NAME, ActorForm.TITLE) else None
    return None


def _is_head(scope: Scope, named: Named, end: int) -> bool:
    """Tell whether the name is the head of its phrase: not "the Russian bomber"."""
    assert named.actor is not None
    if named.actor.form in (ActorForm.DEMONYM, ActorForm.APPOSITION):
        return False
    if named.end >= end:
        return True
    c = scope.sentence.grammar.classes
    after = scope.sentence.lower(named.end)
    return after in c.of or after in c.conjunction or after in c.comma


def joined(scope: Scope, named: Sequence[Named], group: VerbGroup | None) -> Subject:
    """Return the names in a row, each as a headline calls it."""
    texts: list[str] = []
    for n in named:
        for text in _texts(scope, n):
            if text and text not in texts:
                texts.append(text)
    if not texts:
        return NOBODY
    texts = texts[:_MOST_NAMED]
    if len(texts) == 1:
        return Subject(text=texts[0], is_plural=_is_many(scope, named[0], group))
    conjunction = next(iter(scope.words("and")))
    return Subject(text=f"{', '.join(texts[:-1])} {conjunction} {texts[-1]}", is_plural=True)


def _texts(scope: Scope, named: Named) -> list[str]:
    actor = named.actor
    assert actor is not None
    if actor.also:
        return [short_name(scope, name) for name in actor.names if name]
    is_person = actor.kind is ActorKind.PERSON and actor.name[:1].isupper()
    if actor.form in _WORDED and not is_person:
        return [wording(scope, named.begin, named.end)]
    return [short_name(scope, actor.name)]


def _is_many(scope: Scope, named: Named, group: VerbGroup | None) -> bool:
    actor = named.actor
    assert actor is not None
    written = (scope.sentence.lower(named.end - 1), actor.name.split()[-1].lower())
    if any(word in scope.words("plural_words") for word in written):
        return True
    is_common = actor.name.split()[-1].islower() or actor.kind is ActorKind.GROUP
    if is_common and any(is_plural_word(scope, word) for word in written):
        return True
    agreed = _agreement(scope, group)
    if agreed is not None:
        return agreed
    if actor.kind in (ActorKind.PERSON, ActorKind.STATE) and actor.form not in _WORDED:
        return False
    is_proper = scope.sentence.is_name(named.end - 1)
    if actor.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET) and is_proper:
        return False
    return is_plural_word(scope, written[0])


def _agreement(scope: Scope, group: VerbGroup | None) -> bool | None:
    """Return what the verb's helping words say of the number: "was" one, "have" many."""
    if group is None:
        return None
    for i in range(group.begin, group.head):
        word = scope.sentence.lowers[i]
        if word in scope.words("singular_helpers"):
            return False
        if word in scope.words("plural_helpers"):
            return True
    return None


def is_plural_word(scope: Scope, word: str) -> bool:
    """Tell whether a noun is in the plural."""
    if word in scope.words("plural_words") or word.endswith("men"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _before_verb(scope: Scope, group: VerbGroup, limit: int) -> Subject:
    """Return the noun phrase before the verb, by names or in its own words."""
    s, g = scope.sentence, scope.sentence.grammar
    if is_inverted(scope, group):
        return _after_verb(scope)
    begin = max(clause_range(s, group.begin)[0], told_before(s, scope.candidate.trigger))
    begin = _with_name_before(scope, begin, limit)
    i = _after_opening(scope, begin, limit)
    end = noun_phrase_end(scope, i, limit)
    if _has_verb(scope, max(end, i + 1), limit):
        found = _ending_at(scope, limit, max(end, i + 1), group)
        if not found.text and s.lower(begin) in g.classes.relative:
            return _ending_at(scope, begin, 0, group)
        if found.text or end <= i:
            return found
    if limit == begin > 0 and s.lowers[begin - 1] in g.classes.comma:
        beside = _apposition(scope, begin - 1)
        if beside is not None:
            return joined(scope, [beside], group)
        return _of_sentence(scope, group)
    if end > i and s.quoted[i] and not s.quoted[group.head]:
        return NOBODY
    if end <= i or _is_pronoun(scope, i, end):
        if s.lower(begin) in g.classes.relative and not _known(scope):
            return _ending_at(scope, begin, 0, group)
        is_elided = end <= i and s.lower(begin) in g.classes.conjunction
        is_inserted = end <= i and begin > 0 and s.lowers[begin - 1] in g.classes.comma
        is_elided = (is_elided or is_inserted) and not _known(scope)
        return _of_sentence(scope, group) if is_elided else NOBODY
    return _worded(scope, i, end, group)


def _apposition(scope: Scope, comma: int) -> Named | None:
    """Return the person named between two commas: "the governor, Rex Hunt, ordered"."""
    for begin, named in scope.names.items():
        is_beside = named.end == comma and not scope.sentence.lower(begin - 1)[:1].isalnum()
        if is_beside and begin > 0 and named.actor and named.actor.kind is ActorKind.PERSON:
            return named
    return None


def is_inverted(scope: Scope, group: VerbGroup) -> bool:
    """Tell whether the speaker follows the verb: “…,” said Gerard Rice."""
    before = scope.sentence.lower(group.begin - 1)
    is_after_sign = bool(before) and not before[0].isalnum() and group.begin == group.head
    entry = scope.candidate.trigger.entry
    if entry.lemma in scope.words("naming_verbs"):
        return False
    if not is_after_sign or entry.subtype not in scope.words("plain_speech"):
        return False
    i = scope.candidate.trigger.end
    end = noun_phrase_end(scope, i, len(scope.sentence))
    after = scope.sentence.lower(end)
    return end > i and (not after[:1].isalnum() or scope.sentence.grammar.is_adverb(after))


def _after_verb(scope: Scope) -> Subject:
    i = scope.candidate.trigger.end
    return words_as_subject(scope, i, noun_phrase_end(scope, i, len(scope.sentence)))


def _with_name_before(scope: Scope, begin: int, limit: int) -> int:
    """Return the begin of the name to which a clause adds another: "Kohl and | Major met"."""
    s = scope.sentence
    if begin == 0 or s.lower(begin) not in s.grammar.classes.conjunction:
        return begin
    if not any(is_nominal(scope, j) for j in range(begin + 1, limit)):
        return begin
    before, _ = clause_range(s, begin - 1)
    first = _after_opening(scope, before, begin)
    if first < begin and noun_phrase_end(scope, first, begin) == begin:
        return before
    joined_to = next((b for b, n in scope.names.items() if n.end == begin), -1)
    if joined_to < 0 or begin + 1 not in scope.names:
        return begin
    return before if preposition_before(s, joined_to) else joined_to


def _worded(scope: Scope, begin: int, end: int, group: VerbGroup | None) -> Subject:
    named = _named_in(scope, begin, end)
    return joined(scope, named, group) if named else _phrase(scope, begin, end, group)


def words_as_subject(scope: Scope, begin: int, end: int) -> Subject:
    """Return the noun phrase at tokens `begin` to `end` as a subject."""
    return _worded(scope, begin, end, None) if begin < end else NOBODY


def noun_subject(scope: Scope, end: int) -> Subject:
    """Return the noun phrase that ends at `end` as a subject, with what belongs to it."""
    begin = noun_phrase_begin(scope, end, 0)
    if scope.sentence.lower(end) in scope.sentence.grammar.classes.of:
        end = noun_phrase_end(scope, end - 1, len(scope.sentence))
    return _phrase(scope, begin, end, None)


def _has_verb(scope: Scope, begin: int, end: int) -> bool:
    """Tell whether a verb of another clause stands between a noun phrase and the verb."""
    s = scope.sentence
    return any(
        j in scope.candidate.verbs
        or s.is_finite_verb(j)
        or s.lowers[j] in scope.words("ends_phrase")
        for j in range(begin, end)
    )


def _of_sentence(scope: Scope, group: VerbGroup) -> Subject:
    """Return the subject of the first clause, which an elided one shares."""
    i = _after_opening(scope, 0, group.begin)
    end = noun_phrase_end(scope, i, group.begin)
    return _worded(scope, i, end, None) if end > i else NOBODY


def _after_opening(scope: Scope, i: int, end: int) -> int:
    """Return where the subject begins, after conjunctions, adverbs, dates and opening phrases."""
    s, g = scope.sentence, scope.sentence.grammar
    c = g.classes
    while i < end:
        word = s.lowers[i]
        if i in scope.dates:
            i = scope.dates[i]
        elif i in scope.names:
            return i
        elif _is_time(scope, i, end):
            i = noun_phrase_end(scope, i, end)
        elif after_quantity(scope, i) > i:
            return i
        elif _opens_phrase(scope, word):
            comma = next((j for j in range(i, end) if s.lowers[j] == ","), -1)
            i = comma + 1 if comma > 0 else noun_phrase_end(scope, i + 1, end)
        elif (
            not word[0].isalnum()
            or (g.is_adverb(word) and word not in c.determiner)
            or word in c.conjunction
            or word in c.subordinator
        ):
            i += 1
        else:
            return i
    return end


def _opens_phrase(scope: Scope, word: str) -> bool:
    is_preposition = word in scope.sentence.grammar.classes.preposition
    is_preposition = is_preposition and word not in scope.words("before_number")
    return is_preposition or word in scope.words("no_subject")


def _is_time(scope: Scope, i: int, end: int) -> bool:
    """Tell whether a stretch of time opens the clause: "Hours later the army fired"."""
    after = noun_phrase_end(scope, i, end)
    return i < after < end and scope.sentence.lowers[after - 1] in scope.words("time_nouns")


def _before_participle(scope: Scope, i: int) -> Subject:
    j = i
    s = scope.sentence
    while j > 0 and (s.lowers[j - 1] == "," or s.grammar.is_adverb(s.lowers[j - 1])):
        j -= 1
    return _ending_at(scope, j, 0, None)


def _ending_at(scope: Scope, end: int, floor: int, group: VerbGroup | None) -> Subject:
    while end > floor and not scope.sentence.lowers[end - 1][0].isalnum():
        end -= 1
    end = scope.date_begins.get(end, end)
    begin = noun_phrase_begin(scope, end, floor)
    before = preposition_before(scope.sentence, begin) if floor else ""
    if before and before not in scope.words("clause_openers"):
        return NOBODY
    return _worded(scope, begin, end, group) if begin < end else NOBODY


def _phrase(scope: Scope, begin: int, end: int, group: VerbGroup | None) -> Subject:
    begin, end = trimmed(scope, begin, end)
    if begin >= end or _is_pronoun(scope, begin, end):
        return NOBODY
    head_end = _before_of(scope, begin, end)
    if scope.length(begin, end) > _LONGEST:
        end = head_end
    text = wording(scope, _without_owner(scope, begin, head_end), end)
    agreed = _agreement(scope, group)
    last = scope.sentence.lower(head_end - 1)
    many = agreed if agreed is not None else is_plural_word(scope, last)
    many = many or (agreed is None and _counts(scope, begin))
    has_and = any(scope.sentence.lowers[j] in scope.words("and") for j in range(begin, head_end))
    return Subject(text=text, is_plural=many or (has_and and agreed is None))


def _counts(scope: Scope, begin: int) -> bool:
    """Tell whether a phrase begins with a number above one, or "both", "all"."""
    word = scope.sentence.lowers[begin]
    is_number = word[0].isdigit() and word not in ("1", "0")
    return is_number or word in scope.words("counting_words")


def _without_owner(scope: Scope, begin: int, end: int) -> int:
    """Return where the phrase begins without "his", "their"."""
    possessive = scope.sentence.grammar.classes.possessive
    is_owner = scope.sentence.lowers[begin] in possessive and begin not in scope.names
    return begin + 1 if is_owner and begin + 1 < end else begin


def _before_of(scope: Scope, begin: int, end: int) -> int:
    of = scope.sentence.grammar.classes.of
    return next((j for j in range(begin + 1, end) if scope.sentence.lowers[j] in of), end)


def _is_pronoun(scope: Scope, begin: int, end: int) -> bool:
    c = scope.sentence.grammar.classes
    pronouns = c.pronoun_subject | c.pronoun_object | c.relative | c.determiner
    word = scope.sentence.lowers[begin]
    is_verbal = word.endswith("ing") and not scope.sentence.is_name(begin)
    if word in c.pronoun_subject or word in scope.words("no_subject"):
        return begin not in scope.names
    if word in scope.words("counting_words"):
        return False
    return end - begin == 1 and begin not in scope.names and (word in pronouns or is_verbal)


def _group_head(scope: Scope) -> int:
    group = scope.candidate.trigger.group
    return group.head if group else scope.candidate.trigger.head


def _by_role(scope: Scope) -> Subject:
    """Return those who were found to do it, wherever they stand."""
    first = scope.sentence.first + _group_head(scope)
    begins = scope.tokens.begins
    is_speech = scope.candidate.is_statement
    makers = [
        p
        for p in scope.candidate.participants
        if p.role in (Role.SPEAKER, Role.AGENT) and (is_speech or p.span.begin < begins[first])
    ]
    if not makers:
        return NOBODY
    texts = [short_name(scope, p.name) for p in makers[:2]]
    conjunction = next(iter(scope.words("and")))
    last = makers[0].name.split()[-1]
    is_many = makers[0].kind is ActorKind.GROUP and is_plural_word(scope, last.lower())
    return Subject(text=f" {conjunction} ".join(texts), is_plural=len(texts) > 1 or is_many)
