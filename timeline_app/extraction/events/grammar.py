"""Shallow syntax of a sentence: word classes, verb groups and clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from itertools import chain

from timeline_app.annotation.span import Span
from timeline_app.extraction.language_pack import load_table, word_set
from timeline_app.extraction.morphology import Form, verb_forms
from timeline_app.extraction.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClasses:
    """The closed word classes of a language, each a set of words in lower case."""

    determiner: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    pronoun_subject: frozenset[str]
    pronoun_object: frozenset[str]
    person_pronoun: frozenset[str]
    relative: frozenset[str]
    preposition: frozenset[str]
    conjunction: frozenset[str]
    moved_behind: frozenset[str]
    subordinator: frozenset[str]
    complementiser: frozenset[str]
    condition: frozenset[str]
    to: frozenset[str]
    be: frozenset[str]
    be_past: frozenset[str]
    being: frozenset[str]
    have: frozenset[str]
    have_past: frozenset[str]
    do: frozenset[str]
    do_past: frozenset[str]
    get: frozenset[str]
    future: frozenset[str]
    conditional: frozenset[str]
    modal: frozenset[str]
    obligation: frozenset[str]
    possible: frozenset[str]
    negator: frozenset[str]
    adverb: frozenset[str]
    adjective: frozenset[str]
    noun_like_adjective: frozenset[str]
    noun_and_adjective: frozenset[str]
    agent_preposition: frozenset[str]
    opening_quote: frozenset[str]
    closing_quote: frozenset[str]
    plain_quote: frozenset[str]
    genitive: frozenset[str]
    comma: frozenset[str]
    demand: frozenset[str]
    since: frozenset[str]
    simultaneous: frozenset[str]
    further: frozenset[str]
    as_well: frozenset[str]
    next_in_story: frozenset[str]
    when: frozenset[str]
    just: frozenset[str]
    article: frozenset[str]
    hortative: frozenset[str]
    hyphen: frozenset[str]
    question: frozenset[str]
    of: frozenset[str]
    joiner: frozenset[str]
    entry_mark: frozenset[str]
    heading_mark: frozenset[str]
    what: frozenset[str]
    as_what: frozenset[str]
    no: frozenset[str]
    plural_pronoun: frozenset[str]
    plural_noun: frozenset[str]
    would: frozenset[str]
    time_unit: frozenset[str]
    moment: frozenset[str]
    at_first: frozenset[str]
    on_day: frozenset[str]
    counted: frozenset[str]
    with_what: frozenset[str]
    adverb_endings: frozenset[str]
    adjective_endings: frozenset[str]
    past_endings: frozenset[str]
    ing_endings: frozenset[str]
    plural_endings: frozenset[str]
    singular_endings: frozenset[str]

    @property
    def auxiliary(self) -> frozenset[str]:
        """Return every word that helps a verb."""
        return self.be | self.have | self.do | self.modal


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """A language's word classes, with what is derived from them once."""

    classes: WordClasses
    closed: frozenset[str]
    auxiliary: frozenset[str]
    past_forms: frozenset[str]
    adverb_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    ing_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    breaks: frozenset[str]
    parting_signs: frozenset[str]
    """Signs after which a clause may begin."""
    openers: frozenset[str]
    """Words and signs that may begin a clause themselves."""

    def is_adverb(self, word: str) -> bool:
        """Tell whether `word` (in lower case) can stand inside a verb group."""
        c = self.classes
        return word in c.adverb or word in c.negator or word.endswith(self.adverb_endings)

    def is_adjective(self, word: str) -> bool:
        """Tell whether `word` (in lower case) can stand between an article and its noun."""
        c = self.classes
        is_shaped = word.endswith(self.adjective_endings) and word not in c.noun_like_adjective
        return is_shaped or word in c.adjective

    def looks_past(self, word: str) -> bool:
        """Tell whether `word` (in lower case) is a past tense or participle by its form."""
        return word in self.past_forms or word.endswith(self.past_endings)

    def may_be_finite(self, word: str) -> bool:
        """Tell whether `word` (in lower case) can begin a finite verb group, seen by itself."""
        is_listed = word in self.auxiliary or word in self.classes.genitive
        return is_listed or self.looks_past(word)

    def looks_ing(self, word: str) -> bool:
        """Tell whether `word` (in lower case) is a gerund by its form."""
        return word.endswith(self.ing_endings)

    def looks_plural(self, word: str) -> bool:
        """Tell whether `word` (in lower case) is a plural by its form."""
        return word.endswith(self.plural_endings) and not word.endswith(self.singular_endings)

    def is_open(self, word: str) -> bool:
        """Tell whether `word` (in lower case) is a noun, verb or adjective, not a function word."""
        return word[:1].isalnum() and word not in self.closed and not self.is_adverb(word)


_OPEN = frozenset(
    {
        *("adjective", "noun_like_adjective", "noun_and_adjective"),
        *("adverb_endings", "adjective_endings", "past_endings", "ing_endings"),
        *("plural_endings", "singular_endings", "joiner", "demand"),
        *("simultaneous", "further", "as_well", "next_in_story", "just", "plural_noun"),
        *("time_unit", "moment", "at_first", "counted"),
    }
)
"""Lists that are no closed class of words."""

_BREAKS = frozenset(";:()[]{}—–_…") | {"--", "...", "..", "!", "?"}


@cache
def grammar_of(language: str) -> Grammar:
    """Return the grammar that `resources/LANG/grammar.toml` states."""
    names = [f.name for f in fields(WordClasses)]
    classes = WordClasses(**{name: word_set(language, "grammar", name) for name in names})
    closed = frozenset(chain(*(getattr(classes, n) for n in names if n not in _OPEN)))
    irregular = load_table(language, "morphology").get("irregular", {})
    past = {
        word
        for lemma in irregular
        for word, forms in verb_forms(language, lemma).items()
        if Form.PAST in forms and Form.BASE not in forms
    }
    breaks = _BREAKS | classes.opening_quote | classes.closing_quote | classes.plain_quote
    return Grammar(
        classes=classes,
        closed=closed,
        auxiliary=classes.auxiliary,
        past_forms=frozenset(past) - classes.auxiliary,
        adverb_endings=tuple(classes.adverb_endings),
        adjective_endings=tuple(classes.adjective_endings),
        past_endings=tuple(classes.past_endings),
        ing_endings=tuple(classes.ing_endings),
        plural_endings=tuple(classes.plural_endings),
        singular_endings=tuple(classes.singular_endings),
        breaks=breaks,
        parting_signs=breaks | classes.comma | {","},
        openers=breaks.union(
            *(classes.complementiser, classes.relative, classes.conjunction, classes.subordinator)
        ),
    )


class Tense(StrEnum):
    """How a verb group places what it says."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    INFINITIVE = "infinitive"
    SUBJUNCTIVE = "subjunctive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries; `begin` and `head` are token indices in the sentence."""

    begin: int
    head: int
    tense: Tense
    is_passive: bool = False
    is_negated: bool = False
    is_progressive: bool = False
    modal: str = ""

    @property
    def is_finite(self) -> bool:
        """Tell whether it can carry a clause."""
        return self.tense not in (Tense.INFINITIVE, Tense.GERUND, Tense.PARTICIPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence's tokens as columns of its own; `first` is its first token in the document.

    `vocabulary` holds its words in lower case, `clauses` numbers the clause of each token, `quoted`
    tells whether it stands in quotation marks. `finite_words` are those of the document that can
    begin a finite verb group.
    """

    span: Span
    first: int
    words: Sequence[str]
    lowers: Sequence[str]
    vocabulary: frozenset[str]
    finite_words: frozenset[str]
    clauses: Sequence[int]
    quoted: Sequence[bool]
    grammar: Grammar
    is_heading: bool
    paragraph: int

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, i: int) -> str:
        """Return the word at `i` in lower case, "" outside the sentence."""
        if i < 0:
            return ""
        try:
            return self.lowers[i]
        except IndexError:
            return ""

    def indices_of(self, tokens: Tokens, span: Span) -> tuple[int, int]:
        """Return the tokens of `span` in the sentence, half-open, at least one.

        What the sentence's end cuts, as where a very long one is read in pieces, ends there.
        """
        inside = tokens.inside(span)
        begin = inside.start - self.first
        return begin, min(max(inside.stop - self.first, begin + 1), len(self))

    def is_name(self, i: int) -> bool:
        """Tell whether the word at `i` is capitalised inside the sentence."""
        if not 0 <= i < len(self.words):
            return False
        word = self.words[i]
        return word[:1].isupper() and (i > 0 or self.lowers[i] not in self.grammar.closed)

    def is_open(self, i: int) -> bool:
        """Tell whether the word at `i` is no function word and no sign."""
        return self.grammar.is_open(self.lower(i))

    def is_finite_verb(self, i: int) -> bool:
        """Guess whether the word at `i` begins a finite verb group; Ahmed and Reed are names."""
        word = self.lower(i)
        if word not in self.finite_words:
            return False
        if word in self.grammar.classes.genitive:
            return self.lower(i - 1) in self.grammar.classes.pronoun_subject
        if word in self.grammar.auxiliary or word in self.grammar.past_forms:
            return True
        if self.is_prenominal(i):
            return False
        return self.is_heading or i == 0 or not self.words[i][:1].isupper()

    def is_prenominal(self, i: int) -> bool:
        """Tell whether the participle at `i` stands before its noun ("the planned visit")."""
        g = self.grammar
        before = self.lower(i - 1)
        leans = (
            before in g.classes.determiner
            or before in g.classes.possessive
            or (before in g.classes.preposition and before not in g.classes.to)
            or (
                g.is_adjective(before)
                and before not in g.classes.noun_and_adjective
                and not (self.is_name(i - 1) and self.is_name(i - 2))
            )
        )
        return leans and (self.is_open(i + 1) or g.is_adjective(self.lower(i + 1)))


def parse_sentence(
    tokens: Tokens,
    span: Span,
    quoted: Sequence[bool],
    finite_words: frozenset[str],
    *,
    language: str,
    is_heading: bool,
    paragraph: int,
) -> Sentence:
    """Return the sentence at `span` with its clauses numbered.

    `finite_words` are found once a document, as sentences ask for them at nearly every token.
    """
    inside = tokens.inside(span)
    grammar = grammar_of(language)
    lowers = tokens.lowers[inside.start : inside.stop]
    words = tokens.words[inside.start : inside.stop]
    return Sentence(
        span=span,
        first=inside.start,
        words=words,
        lowers=lowers,
        vocabulary=frozenset(lowers),
        finite_words=finite_words,
        clauses=number_clauses(lowers, grammar),
        quoted=quoted[inside.start : inside.stop],
        grammar=grammar,
        is_heading=is_heading,
        paragraph=paragraph,
    )


def number_clauses(lowers: Sequence[str], grammar: Grammar) -> Sequence[int]:
    """Return the clause number of each token; a sign or a word that opens a clause begins one."""
    numbers: list[int] = []
    clause = 0
    relative = False
    before = ""
    for i, word in enumerate(lowers):
        may_open = word in grammar.openers or before in grammar.parting_signs
        if i and may_open and _opens_clause(lowers, i, word, grammar, relative=relative):
            clause += 1
            relative = word in grammar.classes.relative
        numbers.append(clause)
        before = word
    return numbers


_MOST_WORDS_TO_VERB = 5


def _opens_clause(
    lowers: Sequence[str], i: int, word: str, grammar: Grammar, *, relative: bool
) -> bool:
    c = grammar.classes
    if word in grammar.breaks or lowers[i - 1] in grammar.breaks:
        return True
    if word in c.complementiser or word in c.relative:
        return lowers[i - 1] not in c.preposition
    if word in c.conjunction:
        return _verb_follows(lowers, i + 1, grammar)
    if word in c.subordinator and word not in c.preposition:
        return True
    if lowers[i - 1] == "," and relative and _is_finite(word, grammar):
        return True
    return lowers[i - 1] in c.comma and grammar.looks_ing(word) and grammar.is_open(word)


def _is_finite(word: str, grammar: Grammar) -> bool:
    return (
        word in grammar.auxiliary
        or word in grammar.past_forms
        or (grammar.looks_past(word) and grammar.is_open(word))
    )


def _verb_follows(lowers: Sequence[str], i: int, grammar: Grammar) -> bool:
    """Tell whether a verb, or a subject with its verb, follows a conjunction at once."""
    for j in range(i, min(i + _MOST_WORDS_TO_VERB, len(lowers))):
        word = lowers[j]
        if word in grammar.auxiliary or grammar.looks_past(word):
            return True
        if word == "," or word in grammar.breaks or word in grammar.classes.preposition:
            return False
    return False
