"""Who did it, named behind a passive verb."""

from timeline_app.extraction.events.titles.phrases import noun_phrase_end
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subject_words import is_plural_word


def agent_phrase(scope: Scope, after: int) -> tuple[int, int, int] | None:
    """Return the token "by", where its noun phrase ends, and the words between it and the verb."""
    s = scope.sentence
    by = s.grammar.classes.agent_preposition
    for j in range(after, min(after + _NEAR_BY, len(s))):
        if s.lowers[j] in by:
            end = noun_phrase_end(scope, j + 1, len(s))
            is_agent = end > j + 1 and j + 1 not in scope.dates and _is_agent(scope, j + 1, end)
            return (j, end, j) if is_agent else None
        if not s.lowers[j][0].isalnum() or s.clauses[j] != s.clauses[after - 1]:
            return None
    return None


_NEAR_BY = 6


def _is_agent(scope: Scope, j: int, end: int) -> bool:
    """Tell an agent ("by rebels", "by a mob") from a means ("by road", "by shelling")."""
    s = scope.sentence
    word = s.lower(j)
    if word.endswith("ing") or word[:1].isdigit() or s.lower(end - 1) in scope.words("means"):
        return False
    is_one_word = end - j == 1
    return j in scope.names or not is_one_word or s.is_name(j) or is_plural_word(scope, word)
