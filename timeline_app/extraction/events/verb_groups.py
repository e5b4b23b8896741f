"""Verbs with their auxiliaries: tense, voice, negation."""

from timeline_app.extraction.events.grammar import Sentence, Tense, VerbGroup
from timeline_app.extraction.morphology import Form

_MOST_AUXILIARIES = 7


def verb_group(sentence: Sentence, i: int, forms: frozenset[Form]) -> VerbGroup | None:
    """Return the verb group headed by the word at `i`, None where it is no verb there.

    `forms` are the verb forms that the word can be.
    """
    begin, helpers = _auxiliaries(sentence, i)
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
        is_negated=negated or (is_infinitive and sentence.lower(begin - 2) == "not"),
        modal=modal,
    )


def _auxiliaries(sentence: Sentence, i: int) -> tuple[int, list[str]]:
    """Return where the group begins and its helping words from left to right."""
    g = sentence.grammar
    helpers: list[str] = []
    j = i - 1
    begin = i
    while j >= 0 and i - j <= _MOST_AUXILIARIES:
        word = sentence.lowers[j]
        is_get = word in g.classes.get and j == i - 1
        if word in g.auxiliary or is_get or word in g.classes.negator:
            helpers.append(word)
            begin = j
        elif not (g.is_adverb(word) and not sentence.is_name(j)):
            break
        j -= 1
    return begin, helpers[::-1]


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
        return _aux_tense(sentence, verbs), True, False
    if last in c.have and Form.PARTICIPLE in forms:
        return _aux_tense(sentence, verbs), False, False
    if (last in c.modal or last in c.do) and Form.BASE in forms:
        return _aux_tense(sentence, verbs), False, False
    if verbs and last in c.be | c.have:
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
    if Form.THIRD in forms:
        return (Tense.PRESENT, False, False) if _has_subject(sentence, i) else None
    is_present = Form.BASE in forms and _has_plural_subject(sentence, i)
    return (Tense.PRESENT, False, False) if is_present else None


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
    if before in c.determiner or before in c.possessive:
        return None
    return Tense.PAST, False, False


def _is_agent_next(sentence: Sentence, i: int) -> bool:
    c = sentence.grammar.classes
    if sentence.lower(i + 1) not in c.agent_preposition:
        return False
    after = sentence.lower(i + 2)
    return not after[:1].isdigit() and not after.endswith("ing")


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
        or word in {",", ")", "and", "but"}
        or word in g.breaks
        or g.is_open(word)
    )


def _has_plural_subject(sentence: Sentence, i: int) -> bool:
    g = sentence.grammar
    j = i - 1
    while j >= 0 and g.is_adverb(sentence.lowers[j]):
        j -= 1
    word = sentence.lower(j)
    if word in {"they", "we", "i", "you", "who"}:
        return True
    return g.is_open(word) and word.endswith("s") and not word.endswith("ss")
