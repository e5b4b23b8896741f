"""Titles of speech acts: “Lavrov condemns attack”, “Hollande: France ready to work with Moscow”."""

from dataclasses import replace

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.titles.content import (
    Content,
    content_of,
    has_verb,
    is_clause,
    main_clause,
)
from timeline_app.extraction.events.titles.cutting import ends_clause, is_complete, reach
from timeline_app.extraction.events.titles.naming import naming_title
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subject_words import Subject
from timeline_app.extraction.events.titles.subjects import subject_of_verb
from timeline_app.extraction.events.titles.verb_words import Verb, unshifted, verb_phrase
from timeline_app.extraction.events.titles.verbal import verbal_title
from timeline_app.extraction.events.titles.verbs import present
from timeline_app.extraction.events.titles.wording import headline, trimmed, wording
from timeline_app.extraction.language_pack import load_table


def speech_title(scope: Scope, verb: Verb) -> str:
    """Return speaker and verb with its object, or speaker and what is said."""
    named = naming_title(scope, verb)
    if named:
        return named
    is_plain = scope.candidate.trigger.entry.subtype in scope.words("plain_speech")
    if verb.group.is_passive and not is_plain:
        return verbal_title(scope, verb)
    content = content_of(scope, verb)
    if is_plain and _names_object(scope, verb):
        return verbal_title(scope, verb)
    if is_plain and content is not None and not _is_saying(scope, content, verb):
        content = None
    if not is_plain and not _is_bare(scope, verb, content):
        return verbal_title(scope, verb)
    if content is None or scope.candidate.modality is not Modality.ACTUAL:
        return verbal_title(scope, verb)
    speaker = subject_of_verb(scope, verb.group, verb.group.begin)
    if is_plain:
        return _says(scope, speaker, content)
    start = f"{speaker.text} {verb_phrase(scope, verb, speaker)}" if speaker.text else ""
    return _colon(scope, start or headline(verb.lemma), content)


def _names_object(scope: Scope, verb: Verb) -> bool:
    """Tell whether the verb gives something a name: "called the deal a mistake"."""
    is_naming = scope.candidate.trigger.entry.lemma in scope.words("naming_verbs")
    s, c = scope.sentence, scope.sentence.grammar.classes
    if not is_naming or not (s.is_open(verb.after) or s.is_open(verb.after + 1)):
        return False
    first = s.lower(verb.after)
    is_pronoun = first in c.pronoun_object or first in c.determiner
    return not is_pronoun or first in scope.words("articles")


def _is_bare(scope: Scope, verb: Verb, content: Content | None) -> bool:
    """Tell whether the verb has no object of its own beside what is said."""
    if content is None or not (content.is_quoted or has_verb(scope, content)):
        return False
    return content.begin < verb.group.begin or (
        content.is_quoted and content.begin - verb.after <= _NEAR_QUOTE
    )


_NEAR_QUOTE = 2


def _is_saying(scope: Scope, content: Content, verb: Verb) -> bool:
    """Tell whether what follows the verb is a clause or a quotation, not an object."""
    if content.is_quoted or content.begin < verb.group.begin:
        return True
    if scope.sentence.lower(content.begin - 1) in scope.words("that"):
        return True
    if _goes_on(scope, content, verb):
        return False
    takes_clause = scope.candidate.trigger.entry.lemma in scope.words("clause_verbs")
    return has_verb(scope, content) if takes_clause else is_clause(scope, content)


def _goes_on(scope: Scope, content: Content, verb: Verb) -> bool:
    """Tell whether a phrase follows, and then the speaker's next verb: "argued on it and left"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    if s.lower(content.begin) not in c.preposition or main_clause(scope, content) is not None:
        return False
    if verb.group.tense is Tense.INFINITIVE:
        return True
    verbs = (j for j in range(content.begin, content.end) if s.is_finite_verb(j))
    return s.lower(next(verbs, content.end) - 1) in c.conjunction


def _says(scope: Scope, speaker: Subject, content: Content) -> str:
    if not speaker.text:
        nobody = load_table(scope.language, "events/titles")["unnamed_speaker"]
        return _colon(scope, str(nobody), content)
    first = scope.sentence.lower(content.begin)
    c = scope.sentence.grammar.classes
    if content.is_quoted or not (first in c.pronoun_subject or first in c.possessive):
        return _colon(scope, speaker.text, content)
    lemma = scope.candidate.trigger.entry.lemma
    lemma = lemma if lemma in scope.words("takes_clause") else _plain_verb(scope)
    says = present(scope.language, lemma, is_plural=speaker.is_plural)
    start = f"{speaker.text} {says}"
    is_followed = scope.sentence.lower(content.begin + 1)[:1].isalnum()
    if first in c.pronoun_subject and first not in _FIRST and is_followed:
        return f"{start} {_of_himself(scope, content, _ROOM - len(start))}"
    said = _said(scope, content, _ROOM - len(start))
    is_pronoun = said.lower().startswith(first) and first not in _FIRST
    return f"{start} {said[:1].lower() + said[1:] if is_pronoun else said}"


def _of_himself(scope: Scope, content: Content, room: int) -> str:
    """Return what the speaker says of himself, with the pronoun that begins it."""
    pronoun = scope.sentence.lower(content.begin)
    rest = _said(scope, replace(content, begin=content.begin + 1), room - len(pronoun) - 1)
    return f"{pronoun} {rest}"


_FIRST = frozenset("i")


def _plain_verb(scope: Scope) -> str:
    return str(load_table(scope.language, "events/titles")["say"])


def _colon(scope: Scope, start: str, content: Content) -> str:
    said = _said(scope, content, _ROOM - len(start) - 3)
    if content.is_quoted:
        said = f"“{headline(said)}”"
    else:
        said = headline(said)
    return f"{start}: {said}" if start else said


_LEAST_ROOM = 24
_ROOM = 78
"""Characters of speaker and speech together."""


def _said(scope: Scope, content: Content, room: int) -> str:
    main = main_clause(scope, content)
    if main is None:
        return _worded(scope, content, room)
    begin, comma = main
    text = _worded(scope, replace(content, begin=begin), room)
    if scope.sentence.lower(content.begin) not in scope.sentence.grammar.classes.condition:
        return text
    condition = wording(scope, content.begin, comma)
    whole = f"{text} {condition}"
    return whole if len(whole) <= room else _worded(scope, content, room)


def _worded(scope: Scope, content: Content, room: int) -> str:
    """Return what is said, in the speaker's own words or as a headline tells it."""
    cut = reach(
        scope,
        content.begin,
        max(room, _LEAST_ROOM),
        is_clause=True,
        keeps_articles=content.is_quoted,
        limit=content.end,
    )
    end = min(cut, content.end)
    is_whole = end == content.end
    begin = content.begin
    if not (content.is_quoted and is_whole):
        begin, end = trimmed(scope, begin, end, is_whole=is_whole)
    text = wording(scope, begin, end, keeps_articles=content.is_quoted, is_whole=is_whole)
    if not content.is_quoted:
        text = unshifted(scope, text)
    said = replace(content, end=end)
    is_word = scope.sentence.lower(end)[:1].isalnum()
    is_ended = ends_clause(scope, end, content.end) and (is_word or has_verb(scope, said))
    is_ended = is_whole or is_ended
    is_ended = is_ended or (not content.is_quoted and is_complete(scope, content.begin, cut))
    return text if is_ended else f"{text}…"
