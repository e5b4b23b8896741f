"""Where noun phrases end, seen from left or right."""

from timeline_app.extraction.events.titles.scope import Scope


def noun_phrase_end(scope: Scope, i: int, end: int) -> int:
    """Return where the noun phrase that begins at `i` ends, with its of-phrases."""
    s, g = scope.sentence, scope.sentence.grammar
    j = after_quantity(scope, i)
    while j < end:
        word = s.lowers[j]
        if (word in g.classes.of and j > i) or compares(scope, j):
            j += 1
        elif j > i and _starts_anew(scope, j):
            break
        elif j in scope.names:
            j = max(scope.names[j].end, j + 1)
        elif (
            word in g.classes.conjunction and i < j < end - 1 and is_nominal(scope, j + 1)
        ) or is_nominal(scope, j):
            j += 1
        else:
            break
    return j


def _first_determiner(scope: Scope, j: int, floor: int) -> int:
    """Return the first of the determiners that end at `j`: "no such", "all the"."""
    c = scope.sentence.grammar.classes
    lowers = scope.sentence.lowers
    while j > floor and lowers[j - 1] in c.determiner and lowers[j - 1] not in c.complementiser:
        j -= 1
    return j


def after_quantity(scope: Scope, i: int) -> int:
    """Return the number after "at least", "up to", "nearly"; `i` itself where there is none."""
    s, j = scope.sentence, i
    while s.lower(j) in scope.words("quantity") and j - i < _MOST_OF_QUANTITY:
        j += 1
    is_number = s.lower(j)[:1].isdigit() or s.lower(j) in scope.words("counting_words")
    return j if j > i and is_number else i


_MOST_OF_QUANTITY = 3


def compares(scope: Scope, j: int) -> bool:
    """Tell whether the word at `j` is "than" of "more than 30 people"."""
    s = scope.sentence
    return s.lowers[j] in scope.words("than") and s.lower(j - 1) in scope.words("before_than")


def _starts_anew(scope: Scope, j: int) -> bool:
    """Tell whether a relative clause or a pronoun stands at `j`, which ends a noun phrase."""
    c = scope.sentence.grammar.classes
    word = scope.sentence.lowers[j]
    is_pronoun = word in c.pronoun_subject or word in c.pronoun_object
    if word in scope.words("articles"):
        before = scope.sentence.lowers[j - 1]
        return not (before in c.determiner or before in c.preposition or before in c.conjunction)
    return is_pronoun or word in c.complementiser or word in c.relative


def noun_phrase_begin(scope: Scope, end: int, floor: int) -> int:
    """Return where the noun phrase that ends at `end` begins; not left of `floor`."""
    s, g = scope.sentence, scope.sentence.grammar
    name_begins = {named.end: begin for begin, named in scope.names.items()}
    j = end
    while j > floor:
        step = name_begins.get(j, scope.date_begins.get(j, -1))
        if step >= floor:
            j = step
            continue
        word = s.lowers[j - 1]
        is_owner = word in g.classes.possessive and word[0].isalpha()
        if is_owner or (word in g.classes.determiner and not word[0].isdigit()):
            return _first_determiner(scope, j - 1, floor)
        is_genitive = word in g.classes.genitive
        if not is_genitive and (not is_nominal(scope, j - 1) or s.is_finite_verb(j - 1)):
            return j
        j -= 1
    return j


def is_nominal(scope: Scope, j: int) -> bool:
    s, g = scope.sentence, scope.sentence.grammar
    word = s.lowers[j]
    c = g.classes
    if j in scope.candidate.verbs or (word in c.complementiser and word not in c.definite):
        return False
    if word in c.genitive or word in c.possessive or word in c.determiner:
        return True
    if word in g.auxiliary or word in c.preposition or word in c.relative or word in c.conjunction:
        return False
    if word in c.pronoun_subject or word in c.pronoun_object or word in c.complementiser:
        return False
    if s.is_name(j):
        return True
    if s.is_finite_verb(j):
        return False
    return g.is_open(word) or g.is_adjective(word) or word in scope.words("kept_signs")


_NEXT_IN_LIST = 7


def is_list(scope: Scope, j: int) -> bool:
    """Tell whether the comma stands between the members of a list: "Paris, Rome and Bonn"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    for k in range(j + 1, min(j + _NEXT_IN_LIST, len(s))):
        if s.lowers[k] in c.conjunction:
            return k > j + 1 and s.clauses[k] == s.clauses[j]
        is_part = s.lowers[k] == "," or is_nominal(scope, k)
        if not is_part or (s.lowers[k] in c.determiner and s.lowers[k] in scope.words("articles")):
            return False
    return False
