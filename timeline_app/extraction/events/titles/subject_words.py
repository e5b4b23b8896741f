"""Names and noun phrases as subjects of a headline: their words, and whether they are many."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import VerbGroup
from timeline_app.extraction.events.titles.phrases import noun_phrase_begin, noun_phrase_end
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.wording import is_proper, short_name, trimmed, wording
from timeline_app.extraction.names.mention import ActorForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject's words; an empty text where nobody is named."""

    text: str
    is_plural: bool = False


NOBODY = Subject(text="")


_LONGEST = 44
"""Characters of a subject; a longer one keeps its head alone."""


_WORDED = frozenset(
    {ActorForm.GROUP, ActorForm.FORCES, ActorForm.DEMONYM, ActorForm.APPOSITION, ActorForm.ROLE}
)


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
        if not _is_head(scope, named, end) or _is_bare_suffix(scope, named):
            return []
        found.append(named)
        j = max(named.end, j + 1)
    return found


def _is_bare_suffix(scope: Scope, named: Named) -> bool:
    """Tell whether nothing but "Inc" was taken for a name, so that its phrase says more."""
    return named.actor is not None and named.actor.name.lower() in scope.words("firm_suffixes")


def _titled_person(scope: Scope, begin: int, end: int) -> Named | None:
    """Return the person named at the end of a phrase that only describes him."""
    c = scope.sentence.grammar.classes
    words = scope.sentence.lowers[begin:end]
    if not c.conjunction.isdisjoint(words) or not c.of.isdisjoint(words):
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
            is_suffix = text.lower() in scope.words("firm_suffixes") and bool(texts)
            if text and text not in texts and not is_suffix:
                texts.append(text)
    if not texts:
        return NOBODY
    if len(texts) == 1:
        return Subject(text=texts[0], is_plural=_is_many(scope, named[0], group))
    texts = _fitting(scope, texts)
    conjunction = next(iter(scope.words("and")))
    return Subject(text=f"{', '.join(texts[:-1])} {conjunction} {texts[-1]}", is_plural=True)


def _fitting(scope: Scope, texts: list[str]) -> list[str]:
    """Return as many members as a subject has room for, "others" for those left out."""
    kept = 2
    while kept < len(texts) and len(", ".join(texts[: kept + 1])) <= _LONGEST:
        kept += 1
    return texts if kept == len(texts) else [*texts[:kept], *scope.words("others")]


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
    return is_plural_word(scope, written[0]) and not scope.sentence.words[named.end - 1].isupper()


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


def worded(scope: Scope, begin: int, end: int, group: VerbGroup | None) -> Subject:
    named = _named_in(scope, begin, end)
    return joined(scope, named, group) if named else phrase_as_subject(scope, begin, end, group)


def words_as_subject(scope: Scope, begin: int, end: int) -> Subject:
    """Return the noun phrase at tokens `begin` to `end` as a subject."""
    return worded(scope, begin, end, None) if begin < end else NOBODY


def noun_subject(scope: Scope, end: int) -> Subject:
    """Return the noun phrase that ends at `end` as a subject, with what belongs to it."""
    begin = noun_phrase_begin(scope, end, 0)
    if scope.sentence.lower(end) in scope.sentence.grammar.classes.of:
        end = noun_phrase_end(scope, end - 1, len(scope.sentence))
    return phrase_as_subject(scope, begin, end, None)


def phrase_as_subject(scope: Scope, begin: int, end: int, group: VerbGroup | None) -> Subject:
    begin, end = trimmed(scope, begin, end)
    if begin >= end or is_pronoun_phrase(scope, begin, end):
        return NOBODY
    head_end = _before_phrases(scope, begin, end)
    first = _without_owner(scope, begin, head_end)
    text = wording(scope, first, end)
    if len(text) > _LONGEST:
        text = wording(scope, first, head_end)
    agreed = _agreement(scope, group)
    last = scope.sentence.lower(head_end - 1)
    is_acronym = scope.sentence.words[head_end - 1].isupper()
    many = agreed if agreed is not None else is_plural_word(scope, last) and not is_acronym
    many = many or (agreed is None and _counts(scope, begin))
    has_and = any(scope.sentence.lowers[j] in scope.words("and") for j in range(begin, head_end))
    return Subject(text=text, is_plural=many or (has_and and agreed is None))


def _counts(scope: Scope, begin: int) -> bool:
    """Tell whether a phrase begins with a number above one, or "both", "all"."""
    articles = scope.words("articles")
    begin += scope.sentence.lowers[begin] in articles and begin + 1 < len(scope.sentence)
    word = scope.sentence.lowers[begin]
    is_number = word[0].isdigit() and word not in ("1", "0")
    return is_number or word in scope.words("counting_words")


def _without_owner(scope: Scope, begin: int, end: int) -> int:
    """Return where the phrase begins without "his", "their"."""
    possessive = scope.sentence.grammar.classes.possessive
    named = scope.names.get(begin)
    is_known = named is not None and (named.end > begin + 1 or is_proper(named))
    is_owner = scope.sentence.lowers[begin] in possessive and not is_known
    return begin + 1 if is_owner and begin + 1 < end else begin


def _before_phrases(scope: Scope, begin: int, end: int) -> int:
    """Return where a noun's own prepositional phrases begin."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    phrases = (j for j in range(begin + 1, end) if s.lowers[j] in c.preposition)
    return next((j for j in phrases if not _is_quantity(scope, j)), end)


def _is_quantity(scope: Scope, j: int) -> bool:
    """Tell whether the preposition at `j` belongs to a number: "up to 40", "more than 40"."""
    s = scope.sentence
    return s.lowers[j] in scope.words("than") or s.lower(j + 1)[:1].isdigit()


def is_pronoun_phrase(scope: Scope, begin: int, end: int) -> bool:
    c = scope.sentence.grammar.classes
    word = scope.sentence.lowers[begin]
    if word in c.pronoun_subject or word in scope.words("no_subject"):
        return begin not in scope.names
    if end - begin != 1 or begin in scope.names or word in scope.words("counting_words"):
        return False
    is_pronoun = word in c.pronoun_object or word in c.relative or word in c.determiner
    return is_pronoun or (word.endswith("ing") and not scope.sentence.is_name(begin))
