"""Where to cut what follows a verb or a noun: where a phrase ends that a title has room for."""

from bisect import bisect_right

from timeline_app.extraction.events.titles.phrases import compares, is_list, is_nominal
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.wording import wording


def reach_of_noun(scope: Scope, start: int, room: int) -> int:
    """Return where to cut what belongs to the noun before `start`: its prepositional phrases."""
    s, g = scope.sentence, scope.sentence.grammar
    word = s.lower(start)
    is_another = (
        word in g.classes.determiner or start in scope.names or word in g.classes.conjunction
    )
    if is_another:
        return _with_fellow(scope, start, room)
    by = g.classes.agent_preposition
    if word in by and g.looks_ing(s.lower(start + 1)):
        return start
    end = reach(scope, start, room)
    return next((j for j in range(start + 1, end) if _is_next_subject(scope, j)), end)


def _is_date_alone(scope: Scope, i: int) -> bool:
    """Tell whether a date stands at `i` that leads to no noun: not "Monday's ruling"."""
    s, after = scope.sentence, scope.dates.get(i, i)
    return after > i and s.lower(after) not in s.grammar.classes.genitive and not s.is_open(after)


def _with_fellow(scope: Scope, start: int, room: int) -> int:
    """Return the end of "and conviction of a general" after "arrest"; `start` if none follows."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    after = start + 2
    is_fellow = s.lower(start) in scope.words("and") and s.is_open(start + 1)
    return reach(scope, after, room) if is_fellow and s.lower(after) in c.of else start


def _is_next_subject(scope: Scope, j: int) -> bool:
    """Tell whether a noun phrase begins at `j`: "a summit in Oslo | the leaders"."""
    s = scope.sentence
    if s.lowers[j] not in scope.words("articles"):
        return False
    is_led = s.is_name(j - 1) and s.lower(j - 2) in s.grammar.classes.preposition
    return is_led or j in scope.date_begins


def reach(
    scope: Scope,
    start: int,
    room: int,
    *,
    most: int = 0,
    is_clause: bool = False,
    keeps_articles: bool = False,
    limit: int = 0,
) -> int:
    """Return where to cut what follows a verb or noun, so that it fills at most `room` characters.

    It is cut where a phrase ends; the whole may be `most` characters long, as then nothing is lost.
    `is_clause` tells that verbs belong to it, `keeps_articles` that they will be written; nothing
    behind `limit` belongs to it.
    """
    cuts: list[int] = []
    loose: list[int] = []
    has_verb = not is_clause
    j, end = start, limit or len(scope.sentence)
    farthest = _farthest(scope, start, max(room, most))
    while j < end and not (cuts and j > farthest):
        if j in scope.dates:
            cuts.extend([j] if has_verb else [])
            j = scope.dates[j]
            continue
        named = scope.names.get(j)
        if named is not None and j > start:
            j = max(named.end, j + 1)
            continue
        step = _step(scope, j, start, is_clause=is_clause)
        if step == 0:
            break
        has_verb = has_verb or _has_verb_at(scope, j)
        if j > start and may_cut(scope, j):
            is_firm = has_verb and not (is_clause and _leans(scope, j))
            (cuts if is_firm else loose).append(j)
        has_verb = has_verb and not (is_clause and _opens_clause(scope, j))
        j += step
    j = min(j, end)
    if _is_within(scope, start, j, max(room, most), keeps_articles=keeps_articles):
        return j
    return _fitting(scope, start, cuts or [*loose, j], room, keeps_articles=keeps_articles)


def _leans(scope: Scope, j: int) -> bool:
    """Tell whether a preposition at `j` belongs to the verb before it: "fell | on the port"."""
    s, g = scope.sentence, scope.sentence.grammar
    word, before = s.lowers[j], s.lower(j - 1)
    is_preposition = word in g.classes.preposition and word not in scope.words("ends_phrase")
    return is_preposition and (_has_verb_at(scope, j - 1) or _is_base(scope, j - 1, before))


def _is_base(scope: Scope, i: int, word: str) -> bool:
    c = scope.sentence.grammar.classes
    leads = scope.sentence.lower(i - 1)
    is_led = leads in c.modal or (leads in c.to and scope.sentence.lower(i + 1) in c.moved_behind)
    return scope.sentence.grammar.is_open(word) and is_led


def is_complete(scope: Scope, begin: int, cut: int) -> bool:
    """Tell whether a clause that is cut short at `cut` still says something whole."""
    if not may_cut(scope, cut) or _leans(scope, cut):
        return False
    opened = (k for k in range(cut - 1, begin, -1) if _opens_clause(scope, k))
    first = next(opened, begin)
    return any(_has_verb_at(scope, k) for k in range(first, cut))


def _has_verb_at(scope: Scope, j: int) -> bool:
    return j in scope.candidate.verbs or scope.sentence.is_finite_verb(j)


def _opens_clause(scope: Scope, j: int) -> bool:
    """Tell whether a clause begins at `j` that has its verb yet to come."""
    c = scope.sentence.grammar.classes
    word = scope.sentence.lowers[j]
    return word in c.complementiser or word in c.relative or word in scope.words("ends_phrase")


def _farthest(scope: Scope, start: int, room: int) -> int:
    """Return a token beyond which no cut can fit into `room` characters, whatever is left out."""
    first = scope.sentence.first
    begin = scope.tokens.begins[first + min(start, len(scope.sentence) - 1)]
    dates = sum(scope.length(b, e) for b, e in scope.dates.items())
    return bisect_right(scope.tokens.ends, begin + room + _MOST_SPARED + dates) - first


def _fitting(scope: Scope, start: int, cuts: list[int], room: int, *, keeps_articles: bool) -> int:
    for cut in reversed(cuts):
        if _is_within(scope, start, cut, room, keeps_articles=keeps_articles):
            return cut
    last = cuts[0]
    while last > start + 1 and not _is_within(
        scope, start, last, room, keeps_articles=keeps_articles
    ):
        last -= 1
    return last


def _is_within(scope: Scope, start: int, end: int, room: int, *, keeps_articles: bool) -> bool:
    """Tell whether the words fill at most `room` characters as the title writes them."""
    length = scope.length(start, end)
    if length <= room:
        return True
    is_near = length <= room + _MOST_SPARED + _dated(scope, start, end)
    return is_near and len(wording(scope, start, end, keeps_articles=keeps_articles)) <= room


_MOST_SPARED = 60
"""Characters of articles and of long names, which a title leaves out, at most."""


def _dated(scope: Scope, begin: int, end: int) -> int:
    """Return the characters of the dates inside, which the title leaves out."""
    return sum(scope.length(b, e) for b, e in scope.dates.items() if begin <= b and e < end)


def _step(scope: Scope, j: int, start: int, *, is_clause: bool) -> int:
    """Return how many tokens to go on, 0 to stop before `j`."""
    s, g = scope.sentence, scope.sentence.grammar
    c = g.classes
    word = s.lowers[j]
    if not word[0].isalnum():
        return _sign_step(scope, j, is_clause=is_clause)
    opens_speech = scope.candidate.is_statement and word in c.complementiser
    if is_clause or (j == start and opens_speech):
        return 1
    if word in c.complementiser or word in c.relative:
        return int(s.lowers[j - 1] in c.preposition)
    if word in scope.words("ends_phrase") and not compares(scope, j):
        return int(word in c.preposition and _is_date_alone(scope, j + 1))
    if word in c.conjunction:
        opens = s.clauses[j] != s.clauses[j - 1] or _verb_follows(scope, j + 1)
        return int(not opens and j > start)
    is_object = j == start and not scope.candidate.trigger.is_noun
    is_modifier = is_object and g.looks_past(word) and s.is_open(j) and s.is_open(j + 1)
    return int(is_modifier or s.is_name(j) or not _is_verb(scope, j))


_NEAR_VERB = 2


def _verb_follows(scope: Scope, j: int) -> bool:
    return any(k in scope.candidate.verbs for k in range(j, j + _NEAR_VERB))


def _is_verb(scope: Scope, j: int) -> bool:
    """Tell whether a finite verb stands at `j`, not a participle in a noun phrase."""
    s, g = scope.sentence, scope.sentence.grammar
    if not s.is_finite_verb(j):
        return False
    if _is_infinite(scope, j):
        return False
    before = s.lower(j - 1)
    is_participle = s.lowers[j] not in g.past_forms and s.lowers[j] not in g.auxiliary
    after_adverb = g.is_adverb(before) and s.lower(j - 2) in g.classes.determiner
    return not (
        is_participle and (after_adverb or (is_nominal(scope, j - 1) and before[0].isdigit()))
    )


def _is_infinite(scope: Scope, j: int) -> bool:
    """Tell whether a verb is part of a gerund or an infinitive: "having failed", "to be tried"."""
    s, g = scope.sentence, scope.sentence.grammar
    while s.lower(j - 1) in g.auxiliary and not g.looks_ing(s.lower(j)):
        j -= 1
    is_gerund = g.looks_ing(s.lower(j)) and s.lower(j) in g.auxiliary
    return is_gerund or s.lower(j - 1) in g.classes.to


def _sign_step(scope: Scope, j: int, *, is_clause: bool) -> int:
    s, g = scope.sentence, scope.sentence.grammar
    word = s.lowers[j]
    if word in scope.words("kept_signs") or word in g.classes.genitive:
        return 1
    if is_clause and word in scope.words("passed_signs"):
        return 1
    after = s.lower(j + 1)
    if word in scope.words("abbreviating") and (after[:1].isalnum() or after in g.classes.genitive):
        return 1
    if word == ",":
        return int(is_clause or is_list(scope, j))
    if word in g.classes.opening_quote or word in g.classes.plain_quote:
        close = _closing(scope, j)
        return close + 1 - j if close else 0
    return 0


_LONGEST_QUOTED = 9


def _closing(scope: Scope, j: int) -> int:
    """Return the closing mark of a few quoted words, 0 if they go on."""
    c = scope.sentence.grammar.classes
    lowers = scope.sentence.lowers
    near = range(j + 2, min(j + 2 + _LONGEST_QUOTED, len(lowers)))
    marks = (k for k in near if lowers[k] in c.closing_quote or lowers[k] in c.plain_quote)
    return next(marks, 0)


def may_cut(scope: Scope, j: int) -> bool:
    """Tell whether a phrase ends before `j`."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    word = s.lowers[j]
    is_second = word in scope.words("as") and s.lower(j - 2) in scope.words("as")
    if word in c.of or is_second or compares(scope, j) or _is_half(scope, j):
        return False
    is_ing = s.grammar.looks_ing(s.lower(j - 1)) and not s.is_name(j - 1)
    is_verb_before = is_ing or _has_verb_at(scope, j - 1)
    if (word in c.to or word in c.complementiser) and is_verb_before:
        return False
    return (
        word in c.preposition
        or word in c.conjunction
        or word in c.comma
        or word in c.to
        or word in c.relative
        or word in c.complementiser
        or word in scope.words("ends_phrase")
        or word in c.opening_quote
    )


def _is_half(scope: Scope, j: int) -> bool:
    """Tell whether "and" stands between two adjectives, or the ends of a range."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    if s.lowers[j] not in c.conjunction:
        return False
    is_range = any(s.lower(k) in scope.words("before_pair") for k in range(j - _NEAR_PAIR, j))
    before = s.lower(j - 1)
    if before in scope.words("counting_words"):
        return s.lower(j + 1) in scope.words("counting_words")
    is_compound = any(sign in before for sign in c.hyphen)
    is_modifier = is_compound or (s.grammar.is_adjective(before) and j - 1 not in scope.names)
    return is_range or (
        is_modifier and (s.is_open(j + 1) or s.grammar.is_adjective(s.lower(j + 1)))
    )


_NEAR_PAIR = 5


def ends_clause(scope: Scope, cut: int, end: int) -> bool:
    """Tell whether a clause ends where it was cut."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    while cut < end and (cut in scope.dates or cut + 1 in scope.dates):
        cut = scope.dates.get(cut, cut + 1)
    after = s.lower(cut)
    if cut >= end or not after[:1].isalnum():
        return True
    return after in c.conjunction or after in scope.words("ends_phrase")
