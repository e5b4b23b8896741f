"""Who stands before the verb in a headline: where in the sentence the subject is."""

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.extraction.events.frames import Named, clause_range, preposition_before
from timeline_app.extraction.events.grammar import Tense, VerbGroup
from timeline_app.extraction.events.speech import told_before
from timeline_app.extraction.events.titles.lists import list_end, subject_end
from timeline_app.extraction.events.titles.openings import after_opening
from timeline_app.extraction.events.titles.phrases import (
    is_nominal,
    noun_phrase_begin,
    noun_phrase_end,
)
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subject_words import (
    NOBODY,
    Subject,
    is_plural_word,
    is_pronoun_phrase,
    joined,
    worded,
    words_as_subject,
)
from timeline_app.extraction.events.titles.wording import is_proper, short_name


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
        found = _before_gerund(scope, limit)
    else:
        found = _before_verb(scope, group, limit)
    if found.text:
        return found
    named = _known(scope)
    return joined(scope, named, group) if named else _by_role(scope)


def _before_gerund(scope: Scope, limit: int) -> Subject:
    """Return the noun phrase right before a gerund; none that hangs on a preposition."""
    before = preposition_before(scope.sentence, noun_phrase_begin(scope, limit, 0))
    if before and before not in scope.sentence.grammar.classes.moved_behind:
        return NOBODY
    return _ending_at(scope, limit, clause_range(scope.sentence, limit)[0], None)


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
    known = [n for n in scope.candidate.subject if n.actor and n.begin < last]
    makers = {p.span for p in _makers(scope)}
    is_gerund = group is not None and group.tense is Tense.GERUND
    if makers or is_gerund:
        known = [n for n in known if n.actor and n.actor.span in makers]
    if is_gerund:
        known = [n for n in known if not preposition_before(scope.sentence, n.begin)]
    return [n for n in known if not _is_parted(scope, n.end, known[-1].begin)]


def _makers(scope: Scope) -> list[Participant]:
    """Return those who were found to do or to say it."""
    return [p for p in scope.candidate.participants if p.role in (Role.SPEAKER, Role.AGENT)]


def _is_parted(scope: Scope, begin: int, end: int) -> bool:
    """Tell whether a verb stands between two names: "Oslo backed a plan Lima was to explain"."""
    return any(scope.sentence.is_finite_verb(j) for j in range(begin, end))


def _before_verb(scope: Scope, group: VerbGroup, limit: int) -> Subject:
    """Return the noun phrase before the verb, by names or in its own words."""
    s, g = scope.sentence, scope.sentence.grammar
    if is_inverted(scope, group):
        return _after_verb(scope)
    pronoun = _pronoun_before(scope, limit)
    if pronoun >= 0:
        return _of_pronoun(scope, pronoun, group)
    begin = _clause_begin(scope, group)
    if limit > 0 and s.lowers[limit - 1] in g.classes.comma:
        found = _before_relative(scope, limit - 1, group)
        if found.text:
            return found
    begin = _with_name_before(scope, begin, limit)
    i = after_opening(scope, begin, limit)
    end = max(list_end(scope, i, limit), noun_phrase_end(scope, i, limit))
    if _has_verb(scope, max(end, i + 1), limit):
        found = _beyond_verb(scope, max(end, i + 1), limit, group)
        if not found.text and s.lower(begin) in scope.words("subject_relatives"):
            return _ending_at(scope, begin, 0, group)
        if found.text or end <= i:
            return found
    beside = _beside(scope, begin, end, limit)
    if beside is not None:
        return joined(scope, [beside], group)
    if limit == begin > 0 and s.lowers[begin - 1] in g.classes.comma:
        return _of_sentence(scope, group)
    if end > i and s.quoted[i] and not s.quoted[group.head]:
        return NOBODY
    if end > i and not is_pronoun_phrase(scope, i, end):
        return worded(scope, i, end, group)
    return _not_written(scope, begin, group, is_elided=end <= i)


def _pronoun_before(scope: Scope, limit: int) -> int:
    """Return where a pronoun is the verb's subject, -1 where none is: "in which he | met"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    j = limit - 1
    while j > 0 and s.grammar.is_adverb(s.lowers[j]) and not s.is_name(j):
        j -= 1
    is_pronoun = s.lower(j) in c.pronoun_subject and s.lower(j) not in c.relative
    is_joined = s.lower(j - 1) in c.conjunction and j - 2 >= 0 and is_nominal(scope, j - 2)
    return j if is_pronoun and not is_joined else -1


def _of_pronoun(scope: Scope, i: int, group: VerbGroup) -> Subject:
    """Return whom a pronoun means, NOBODY if nobody is known."""
    named = scope.names.get(i)
    if named is None or not is_proper(named):
        return NOBODY
    return joined(scope, [named], group)


def _clause_begin(scope: Scope, group: VerbGroup) -> int:
    """Return where the verb's clause begins; that of a speaker, behind what he says before it."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    begin = clause_range(s, group.begin)[0]
    is_open = 0 < begin < group.begin and s.lowers[begin - 1] not in c.comma
    if is_open and s.lowers[begin] in c.relative and _is_of_relative(scope, begin, group.begin):
        begin = clause_range(s, begin - 1)[0]
    if not scope.candidate.is_statement:
        return begin
    plain = scope.words("plain_speech")
    return max(begin, told_before(scope.sentence, scope.candidate.trigger, plain))


def _beyond_verb(scope: Scope, floor: int, limit: int, group: VerbGroup) -> Subject:
    """Return the subject after the verb of another clause."""
    found = NOBODY
    if group.tense is not Tense.INFINITIVE:
        if _is_of_relative(scope, floor, limit):
            return NOBODY
        found = _after_other_verb(scope, floor, limit, group)
    return found if found.text else _ending_at(scope, limit, floor, group)


def _beside(scope: Scope, begin: int, end: int, limit: int) -> Named | None:
    """Return the person named between commas before the verb, None if none stands there."""
    comma = scope.sentence.grammar.classes.comma
    if scope.sentence.lower(end) in comma:
        beside = _apposition(scope, limit - 1)
        if beside is not None and beside.begin == end + 1:
            return beside
    if limit == begin > 0 and scope.sentence.lowers[begin - 1] in comma:
        return _apposition(scope, begin - 1)
    return None


def _not_written(scope: Scope, begin: int, group: VerbGroup, *, is_elided: bool) -> Subject:
    """Return the subject of a clause that has none of its own, or only a pronoun."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    if _known(scope):
        return NOBODY
    if s.lower(begin) in scope.words("subject_relatives"):
        return _ending_at(scope, begin, 0, group)
    is_joined = s.lower(begin) in c.conjunction
    is_inserted = begin > 0 and s.lowers[begin - 1] in c.comma and s.lower(begin) not in c.relative
    return _of_sentence(scope, group) if is_elided and (is_joined or is_inserted) else NOBODY


def _before_relative(scope: Scope, comma: int, group: VerbGroup) -> Subject:
    """Return the noun phrase before a clause that ends at `comma`: "Elbe, who had lost, left"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    for j in range(comma - 1, 0, -1):
        if s.lowers[j] in c.comma and s.lowers[j + 1] in c.relative:
            if not _has_verb(scope, j + 1, comma):
                return NOBODY
            i = after_opening(scope, clause_range(s, j)[0], j)
            is_whole = i < j and subject_end(scope, i, j) == j
            return worded(scope, i, j, group) if is_whole else NOBODY
    return NOBODY


def _after_other_verb(scope: Scope, floor: int, limit: int, group: VerbGroup) -> Subject:
    """Return the noun phrase between another clause's verb and the verb; NOBODY if words are left.

    "The mayor resigned, and some 40 members of the council walked out".
    """
    s, c = scope.sentence, scope.sentence.grammar.classes
    first = next((j + 1 for j in range(limit - 1, floor - 1, -1) if _is_bound(scope, j)), floor)
    commas = [j + 1 for j in range(first, limit) if s.lowers[j] in c.comma]
    is_object = scope.sentence.is_finite_verb(first - 1)
    for begin in (*commas, first) if is_object else (first, *commas):
        i = after_opening(scope, begin, limit)
        end = subject_end(scope, i, limit)
        if i < end and not is_pronoun_phrase(scope, i, end):
            return worded(scope, i, end, group)
    return NOBODY


def _is_of_relative(scope: Scope, floor: int, limit: int) -> bool:
    """Tell whether a relative clause reaches to the verb: "a man whose car had burned | left"."""
    comma = scope.sentence.grammar.classes.comma
    if any(scope.sentence.lowers[j] in comma for j in range(floor, limit)):
        return False
    bound = next((j for j in range(limit - 1, floor - 1, -1) if _is_bound(scope, j)), -1)
    is_verb = bound in scope.candidate.verbs or scope.sentence.is_finite_verb(bound)
    return is_verb and _is_relative(scope, bound)


def _is_relative(scope: Scope, j: int) -> bool:
    """Tell whether the verb at `j` belongs to a relative clause: "floods that have covered"."""
    begin, _ = clause_range(scope.sentence, j)
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_verb = s.is_finite_verb(begin - 1) or begin - 1 in scope.candidate.verbs
    return not is_verb and (s.lower(begin) in c.relative or s.lower(begin) in scope.words("that"))


def _is_bound(scope: Scope, j: int) -> bool:
    """Tell whether another clause has its verb at `j`, or the verb's own clause begins there."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    word = s.lowers[j]
    opens = word in scope.words("ends_phrase") or word in c.complementiser or word in c.relative
    return j in scope.candidate.verbs or s.is_finite_verb(j) or opens


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
    if scope.sentence.lower(i) in scope.words("that"):
        return False
    end = noun_phrase_end(scope, i, len(scope.sentence))
    after = scope.sentence.lower(end)
    return end > i and (not after[:1].isalnum() or scope.sentence.grammar.is_adverb(after))


def _after_verb(scope: Scope) -> Subject:
    i = scope.candidate.trigger.end
    return words_as_subject(scope, i, noun_phrase_end(scope, i, len(scope.sentence)))


def _with_name_before(scope: Scope, begin: int, limit: int) -> int:
    """Return the begin of the name to which a clause adds another: "Kohl and | Major met"."""
    s = scope.sentence
    if begin == 0 or s.lower(begin) not in scope.words("joints"):
        return begin
    if not any(is_nominal(scope, j) for j in range(begin + 1, limit)):
        return begin
    before, _ = clause_range(s, begin - 1)
    before += s.lower(before) in s.grammar.classes.relative
    first = after_opening(scope, before, begin)
    is_member = noun_phrase_end(scope, first, begin) == begin
    if first < begin and (is_member or list_end(scope, first, limit) > first):
        return before
    joined_to = next((b for b, n in scope.names.items() if n.end == begin), -1)
    if joined_to < 0 or begin + 1 not in scope.names:
        return begin
    return before if preposition_before(s, joined_to) else joined_to


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
    i = after_opening(scope, 0, group.begin)
    end = noun_phrase_end(scope, i, group.begin)
    return worded(scope, i, end, None) if end > i else NOBODY


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
    return worded(scope, begin, end, group) if begin < end else NOBODY


def _by_role(scope: Scope) -> Subject:
    """Return those who were found to do it, wherever they stand."""
    first = scope.sentence.first + _group_head(scope)
    begins = scope.tokens.begins
    is_speech = scope.candidate.is_statement
    makers = [p for p in _makers(scope) if is_speech or p.span.begin < begins[first]]
    if not makers:
        return NOBODY
    texts = [short_name(scope, p.name) for p in makers[:2]]
    conjunction = next(iter(scope.words("and")))
    last = makers[0].name.split()[-1]
    is_many = makers[0].kind is ActorKind.GROUP and is_plural_word(scope, last.lower())
    return Subject(text=f" {conjunction} ".join(texts), is_plural=len(texts) > 1 or is_many)


def _group_head(scope: Scope) -> int:
    group = scope.candidate.trigger.group
    return group.head if group else scope.candidate.trigger.head
