"""Verbs with their auxiliaries: tense, voice, negation."""

from timeline_app.extraction.events.grammar import Sentence, Tense, VerbGroup
from timeline_app.extraction.morphology import Form

_MOST_AUXILIARIES = 7


def verb_group(sentence: Sentence, i: int, forms: frozenset[Form]) -> VerbGroup | None:
    """Return the verb group headed by the word at `i`, None where it is no verb there.

    `forms` are the verb forms that the word can be.
    """
    begin, helpers = _auxiliaries(sentence, i)
    if not helpers and Form.BASE in forms and Form.PAST not in forms:
        joined = _joined(sentence, i)
        if joined is not None:
            return joined
    negated = any(h in sentence.grammar.classes.negator for h in helpers)
    verbs = [h for h in helpers if h in sentence.grammar.auxiliary]
    modal = next((h for h in verbs if h in sentence.grammar.classes.modal), "")
    is_infinitive = sentence.lower(begin - 1) in sentence.grammar.classes.to
    found = _tense(sentence, i, begin, forms, verbs, is_infinitive=is_infinitive)
    if found is None:
        return None
    tense, passive, progressive = found
    return VerbGroup(
        begin=begin,
        head=i,
        tense=tense,
        is_passive=passive,
        is_progressive=progressive,
        is_negated=negated
        or (is_infinitive and sentence.lower(begin - 2) in sentence.grammar.classes.negator),
        modal=modal,
    )


def _joined(sentence: Sentence, i: int) -> VerbGroup | None:
    """Return a base form that an earlier "to" or modal also governs, or a demand's subjunctive."""
    if sentence.lower(i - 1) in sentence.grammar.classes.hortative:
        return VerbGroup(begin=i, head=i, tense=Tense.SUBJUNCTIVE)
    begin = coordinated_begin(sentence, i)
    if begin is None:
        if not _is_subjunctive(sentence, i):
            return None
        return VerbGroup(begin=i, head=i, tense=Tense.SUBJUNCTIVE)
    if sentence.lower(begin - 1) in sentence.grammar.classes.to:
        return VerbGroup(begin=begin, head=i, tense=Tense.INFINITIVE)
    modal = sentence.lower(begin)
    is_future = modal in sentence.grammar.classes.future
    tense = Tense.FUTURE if is_future else Tense.CONDITIONAL
    return VerbGroup(begin=begin, head=i, tense=tense, modal=modal)


_MOST_BETWEEN = 22
"""Most tokens between two verbs that share a "to" or a modal."""


def coordinated_begin(sentence: Sentence, i: int) -> int | None:
    """Return where the verb group begins with which a base form after "and" or a comma is joined.

    "to meet the king, talk to survivors and visit the port": "visit" begins with "meet".
    """
    c = sentence.grammar.classes
    before = sentence.lower(i - 1)
    if before not in c.conjunction and before not in c.comma:
        return None
    for j in range(i - 2, max(0, i - _MOST_BETWEEN), -1):
        word = sentence.lowers[j]
        if word in c.to and _is_base_next(sentence, j + 1):
            return j + 1
        if word in c.modal:
            return j
        is_past = word in sentence.grammar.past_forms and sentence.lower(j - 1) not in c.to
        if is_past or word in c.relative:
            return None
    return None


def _is_base_next(sentence: Sentence, j: int) -> bool:
    word = sentence.lower(j)
    g = sentence.grammar
    is_inflected = word.endswith(g.plural_endings) or g.looks_past(word) or g.looks_ing(word)
    is_base = g.is_open(word) and not is_inflected
    return (is_base or word in g.classes.be or word in g.classes.have) and not sentence.is_name(j)


def _is_subjunctive(sentence: Sentence, i: int) -> bool:
    """Tell whether a demand governs the bare verb: "demanded that Argentina withdraw"."""
    if not _has_subject(sentence, i):
        return False
    asks = sentence.grammar.classes.demand
    return any(sentence.lowers[j] in asks for j in range(max(0, i - _MOST_BETWEEN), i - 1))


def _auxiliaries(sentence: Sentence, i: int) -> tuple[int, list[str]]:
    """Return where the group begins and its helping words from left to right."""
    g = sentence.grammar
    helpers: list[str] = []
    j = i - 1
    begin = i
    while j >= 0 and i - j <= _MOST_AUXILIARIES:
        word = sentence.lowers[j]
        is_get = word in g.classes.get and j == i - 1
        if word in g.classes.moment and sentence.lower(j - 1) in g.classes.preposition:
            j -= 1
        elif word in g.auxiliary or is_get or word in g.classes.negator:
            helpers.append(word)
            begin = j
        elif not _is_beside(sentence, j):
            break
        j -= 1
    return begin, helpers[::-1]


def _is_beside(sentence: Sentence, j: int) -> bool:
    """Tell whether a word stands inside a verb group: "had finally left", "had in May set up"."""
    g, word = sentence.grammar, sentence.lowers[j]
    is_on = word in g.classes.preposition and sentence.lower(j + 1) in g.classes.moment
    if is_on or word in g.classes.moment:
        return True
    return g.is_adverb(word) and not sentence.is_name(j)


def _tense(
    sentence: Sentence,
    i: int,
    begin: int,
    forms: frozenset[Form],
    verbs: list[str],
    *,
    is_infinitive: bool,
) -> tuple[Tense, bool, bool] | None:
    """Return tense, passive and progressive."""
    c = sentence.grammar.classes
    if is_infinitive and (verbs or Form.BASE in forms):
        return Tense.INFINITIVE, bool(verbs) and Form.PARTICIPLE in forms, False
    last = verbs[-1] if verbs else ""
    is_be = last in c.be or (not verbs and sentence.lower(i - 1) in c.get)
    if Form.ING in forms:
        return _ing_tense(sentence, i, verbs)
    if is_be and Form.PARTICIPLE in forms:
        return _aux_tense(sentence, verbs), True, last in c.being
    if last in c.have and Form.PARTICIPLE in forms:
        return _aux_tense(sentence, verbs), False, False
    if (last in c.modal or last in c.do) and Form.BASE in forms:
        return _aux_tense(sentence, verbs), False, False
    if last in c.be or last in c.have:
        return None
    return _bare_tense(sentence, i, forms)


def _aux_tense(sentence: Sentence, verbs: list[str]) -> Tense:
    c = sentence.grammar.classes
    if any(v in c.conditional for v in verbs):
        return Tense.CONDITIONAL
    if any(v in c.future for v in verbs):
        return Tense.FUTURE
    if any(v in c.have_past for v in verbs):
        return Tense.PLUPERFECT
    if any(v in c.have for v in verbs):
        return Tense.PERFECT
    if any(v in c.be_past or v in c.do_past for v in verbs):
        return Tense.PAST
    return Tense.PRESENT


def _ing_tense(sentence: Sentence, i: int, verbs: list[str]) -> tuple[Tense, bool, bool] | None:
    c = sentence.grammar.classes
    if verbs and verbs[-1] in c.be:
        return _aux_tense(sentence, verbs), False, True
    before = sentence.lower(i - 1)
    if before in c.determiner or before in c.possessive or sentence.grammar.is_adjective(before):
        return None
    return Tense.GERUND, False, False


def _bare_tense(
    sentence: Sentence, i: int, forms: frozenset[Form]
) -> tuple[Tense, bool, bool] | None:
    """Return the reading of a verb without auxiliary."""
    if Form.PAST in forms and Form.BASE in forms:
        return (Tense.PAST, False, False) if _has_subject(sentence, i) else None
    if Form.PAST in forms or Form.PARTICIPLE in forms:
        return _past_or_participle(sentence, i, forms)
    if _has_verb_before(sentence, i):
        return None
    if Form.THIRD in forms:
        if sentence.is_finite_verb(i + 1) or _is_second_object(sentence, i):
            return None
        return (Tense.PRESENT, False, False) if _has_subject(sentence, i) else None
    is_present = Form.BASE in forms and _has_plural_subject(sentence, i)
    return (Tense.PRESENT, False, False) if is_present else None


def _is_second_object(sentence: Sentence, i: int) -> bool:
    """Tell whether a plural goes on with a past verb's objects: "threw eggs and stones at"."""
    g = sentence.grammar
    before = sentence.lower(i - 2)
    is_joined = sentence.lower(i - 1) in g.classes.conjunction
    if not is_joined or not g.looks_plural(before) or not g.is_open(before):
        return False
    number = sentence.clauses[i - 2]
    back = range(i - 3, max(-1, i - _MOST_BETWEEN), -1)
    return any(g.looks_past(sentence.lowers[j]) for j in back if sentence.clauses[j] == number)


def _has_verb_before(sentence: Sentence, i: int) -> bool:
    """Tell whether the clause has its finite verb already ("fired mortar shells")."""
    j = i - 1
    while j >= 0 and sentence.clauses[j] == sentence.clauses[i] and i - j < _MOST_BETWEEN:
        word = sentence.lowers[j]
        if word in sentence.grammar.classes.conjunction:
            return False
        if word in sentence.grammar.past_forms and not _is_led(sentence, j):
            return True
        j -= 1
    return False


def _is_led(sentence: Sentence, j: int) -> bool:
    c, before = sentence.grammar.classes, sentence.lower(j - 1)
    return before in c.determiner or before in c.possessive


def _past_or_participle(
    sentence: Sentence, i: int, forms: frozenset[Form]
) -> tuple[Tense, bool, bool] | None:
    c = sentence.grammar.classes
    if sentence.is_prenominal(i):
        return None
    by_agent = Form.PARTICIPLE in forms and _is_agent_next(sentence, i)
    if by_agent or Form.PAST not in forms:
        return Tense.PARTICIPLE, True, False
    before = sentence.lower(i - 1)
    after_verb = before in sentence.grammar.past_forms and sentence.is_open(i + 1)
    if before in c.article or before in c.possessive or after_verb:
        return None
    return Tense.PAST, False, False


def _is_agent_next(sentence: Sentence, i: int) -> bool:
    c = sentence.grammar.classes
    if sentence.lower(i + 1) not in c.agent_preposition:
        return False
    after = sentence.lower(i + 2)
    return not after[:1].isdigit() and not sentence.grammar.looks_ing(after)


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun, a name or a pronoun stands before the verb at `i`."""
    g = sentence.grammar
    j = i - 1
    while j >= 0 and g.is_adverb(sentence.lowers[j]) and not sentence.is_name(j):
        j -= 1
    word = sentence.lower(j)
    return (
        word in g.classes.pronoun_subject
        or word in g.classes.relative
        or word in g.classes.joiner
        or word in g.breaks
        or g.is_open(word)
    )


def _has_plural_subject(sentence: Sentence, i: int) -> bool:
    g = sentence.grammar
    j = i - 1
    while j >= 0 and g.is_adverb(sentence.lowers[j]):
        j -= 1
    word = sentence.lower(j)
    if word in g.classes.plural_pronoun:
        return True
    return word in g.classes.plural_noun or (g.is_open(word) and g.looks_plural(word))
