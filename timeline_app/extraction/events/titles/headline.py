"""A candidate's title: who does what, with or to whom, where, in the words of a headline."""

from collections.abc import Mapping, Sequence

from timeline_app.annotation.timex import Timex
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.titles.nominal import (
    bare_noun,
    kind_of_deed,
    nominal_title,
    noun_clause,
)
from timeline_app.extraction.events.titles.scope import MOST_LENGTH, Scope, scope_of
from timeline_app.extraction.events.titles.speech import speech_title
from timeline_app.extraction.events.titles.verb_words import Verb, verb_of
from timeline_app.extraction.events.titles.verbal import verbal_title
from timeline_app.extraction.events.titles.wording import headline
from timeline_app.extraction.tokens import Tokens


def title_of(
    candidate: Candidate,
    tokens: Tokens,
    timexes: Sequence[Timex],
    short: Mapping[str, str],
    language: str,
    *,
    before: Candidate | None = None,
) -> str:
    """Return a short headline for the happening, never longer than MOST_LENGTH characters.

    `timexes` are the date phrases of its sentence, which the title leaves out; `short` leads from
    canonical names to those of headlines; `before` is the happening that a noun named right before.
    """
    scope = scope_of(candidate, tokens, timexes, short, language, before)
    return shortened(headline(_title(scope)))


def _title(scope: Scope) -> str:
    verb = verb_of(scope)
    trigger = scope.candidate.trigger
    if verb is None:
        return nominal_title(scope) or noun_clause(scope) or _fallback(scope)
    if trigger.is_noun and _only_takes_place(scope, verb):
        return nominal_title(scope) or verbal_title(scope, verb) or _fallback(scope)
    if scope.candidate.is_statement and not trigger.is_noun:
        return speech_title(scope, verb) or _fallback(scope)
    return verbal_title(scope, verb) or _fallback(scope)


def _only_takes_place(scope: Scope, verb: Verb) -> bool:
    """Tell whether the verb says no more than that it happens."""
    is_after = verb.group.head > scope.candidate.trigger.head
    return is_after and verb.lemma in scope.words("empty_verbs")


def _fallback(scope: Scope) -> str:
    return bare_noun(scope) if scope.candidate.trigger.is_noun else kind_of_deed(scope)


def shortened(text: str) -> str:
    """Return the text cut at a word, where it is too long."""
    if len(text) <= MOST_LENGTH:
        return text
    cut = text.rfind(" ", 0, MOST_LENGTH - 1)
    return text[: max(cut, 1)].rstrip(" ,;:") + "…"
