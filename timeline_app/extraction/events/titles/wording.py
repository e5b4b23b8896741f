"""Words of a sentence as a headline repeats them: without articles and dates, with short names."""

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.names.lexicon import load_lexicon
from timeline_app.extraction.names.mention import ActorForm

_BY_NAME = frozenset(
    {ActorForm.NAME, ActorForm.TITLE, ActorForm.PRONOUN, ActorForm.COUNTERPART, ActorForm.ROLE}
)


_PROPER = frozenset({ActorForm.NAME, ActorForm.DEMONYM, ActorForm.GOVERNMENT})
"""How a text speaks of actors by words that begin with a capital anywhere."""


def short_name(scope: Scope, name: str) -> str:
    """Return the name by which a headline calls an actor."""
    return scope.short.get(name, name)


def is_proper(named: Named) -> bool:
    """Tell whether the actor has a name, not only words like "protesters"."""
    return named.actor is not None and named.actor.name[:1].isupper()


def wording(
    scope: Scope, begin: int, end: int, *, keeps_articles: bool = False, is_whole: bool = False
) -> str:
    """Return tokens `begin` to `end` as a headline writes them.

    `is_whole` tells that a clause ends there, so that its last word stays whatever it is.
    """
    if not (keeps_articles and is_whole):
        begin, end = trimmed(scope, begin, end, is_whole=is_whole)
    parts: list[str] = []
    i = begin
    while i < end:
        if i in scope.dates and not keeps_articles:
            i = _after_date(scope, i, parts)
            continue
        named = None if keeps_articles else scope.names.get(i)
        text = _name_text(scope, named) if named is not None and named.end <= end else ""
        if parts and text and _is_owner(scope, i):
            text = ""
        if named is not None and text:
            _drop_owner(scope, i, parts)
            _add(scope, parts, i, text)
            i = _after_apposition(scope, named)
        elif meant := _meant(scope, i):
            _add(scope, parts, i, meant)
            i += 1
        elif scope.sentence.words[i] in scope.words("dropped_signs"):
            i += 1
        elif not keeps_articles and _is_inserted(scope, i):
            i += 3
        elif keeps_articles or _is_cited(scope, i) or not _is_article(scope, i):
            _add(scope, parts, i, _written(scope, i))
            i += 1
        else:
            i += 1
    return _balanced("".join(parts).strip())


def _after_apposition(scope: Scope, named: Named) -> int:
    """Return the token after a name, with the comma that closes it: "its envoy, Ann Roe, left"."""
    comma = scope.sentence.grammar.classes.comma
    is_beside = any(word in comma for word in scope.sentence.lowers[named.begin : named.end])
    is_closed = is_beside and scope.sentence.lower(named.end) in comma
    return named.end + is_closed


def _meant(scope: Scope, i: int) -> str:
    """Return the happening that "it" or "them" means as the verb's object, "" if none is near."""
    s, before, group = scope.sentence, scope.before, scope.candidate.trigger.group
    if before is None or s.lowers[i] not in scope.words("thing_pronouns"):
        return ""
    is_object = group is not None and i == group.head + 1 and not s.is_open(i + 1)
    if not is_object or s.lowers[i] not in s.grammar.classes.pronoun_object:
        return ""
    if before.trigger.is_plural != (s.lowers[i] in scope.words("plural_things")):
        return ""
    return " ".join(before.sentence.lowers[noun_begin(before.trigger) : before.trigger.end])


def after_inserted(scope: Scope, i: int) -> int:
    """Return the token after a joining adverb between commas, `i` where none stands there."""
    return i + 3 if _is_inserted(scope, i) else i


def _is_inserted(scope: Scope, i: int) -> bool:
    """Tell whether a joining adverb stands between commas at `i`: "the army, meanwhile, fired"."""
    s, comma = scope.sentence, scope.sentence.grammar.classes.comma
    is_between = s.lower(i) in comma and s.lower(i + 2) in comma
    return is_between and s.lower(i + 1) in scope.words("inserted")


def _balanced(text: str) -> str:
    """Return the text with curly quotation marks, without marks that miss their partner."""
    text = text.replace("``", "“").replace("''", "”")
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())


def _written(scope: Scope, i: int) -> str:
    """Return the word, in lower case where only the sentence's begin made it a capital."""
    s = scope.sentence
    word = s.words[i]
    is_first = i == 0 and not s.is_name(1) and not word[1:].isupper() and len(word) > 1
    named = scope.names.get(i)
    if named is not None and named.actor is not None and named.actor.form in _PROPER:
        is_first = False
    return word[:1].lower() + word[1:] if is_first and not scope.candidate.is_quoted else word


def _is_owner(scope: Scope, i: int) -> bool:
    """Tell whether a pronoun owns what follows: "his", "its"."""
    c = scope.sentence.grammar.classes
    return scope.sentence.lowers[i] in c.possessive and scope.sentence.lowers[i][0].isalpha()


def _is_cited(scope: Scope, i: int) -> bool:
    """Tell whether the word stands in quotation marks that do not hold the whole happening."""
    return scope.sentence.quoted[i] and not scope.candidate.is_quoted


def _drop_owner(scope: Scope, i: int, parts: list[str]) -> None:
    """Leave out "his" of "his French counterpart", where the counterpart's name is written."""
    owners = scope.sentence.grammar.classes.possessive
    if parts and i > 0 and scope.sentence.lowers[i - 1] in owners:
        parts.pop()
        if scope.sentence.lowers[i - 1] in scope.sentence.grammar.classes.genitive:
            parts[-1:] = []
        if parts and parts[-1] == " ":
            parts.pop()


def _add(scope: Scope, parts: list[str], i: int, text: str) -> None:
    if parts and not scope.is_glued(i):
        parts.append(" ")
    parts.append(text)


def _after_date(scope: Scope, i: int, parts: list[str]) -> int:
    """Leave a date out, with the preposition before it and the genitive after it."""
    c = scope.sentence.grammar.classes
    after = scope.dates[i]
    is_modifier = scope.sentence.is_open(after) or scope.sentence.lower(after) in c.genitive
    while (
        parts
        and not is_modifier
        and (parts[-1] == " " or _leads_to_date(scope, parts[-1].lower()) or parts[-1] == ",")
    ):
        parts.pop()
    return after + 1 if scope.sentence.lower(after) in c.genitive else after


def _leads_to_date(scope: Scope, word: str) -> bool:
    """Tell whether a word goes with the date that it leads to: "on", not "called it off"."""
    c = scope.sentence.grammar.classes
    is_either = word in scope.words("before_dates") or word in scope.words("before_number")
    return word in c.preposition and (is_either or word not in c.moved_behind)


def _is_article(scope: Scope, i: int) -> bool:
    if scope.sentence.lowers[i] not in scope.words("articles"):
        return False
    if i > 0 and scope.sentence.words[i][0].isupper() and scope.sentence.is_name(i + 1):
        return scope.sentence.is_heading
    return scope.sentence.lower(i + 1) not in scope.words("after_kept_article")


def _name_text(scope: Scope, named: Named) -> str:
    """Return what a headline writes for a name, "" where the text's own words stay."""
    actor = named.actor
    if actor is None or actor.form not in _BY_NAME or actor.also:
        return ""
    is_pronoun = actor.form is ActorForm.PRONOUN
    if not actor.name[:1].isupper():
        return ""
    is_own = scope.sentence.lowers[named.begin] in load_lexicon(scope.language).reflexive
    if is_pronoun and (is_own or _is_plain_pronoun(scope, named)):
        return ""
    if actor.kind is not ActorKind.PERSON and not is_pronoun:
        return scope.short.get(actor.name, "") if actor.form is ActorForm.NAME else ""
    text = short_name(scope, actor.name)
    last = scope.sentence.lower(named.end - 1)
    return text + _genitive(text) if last in scope.sentence.grammar.classes.possessive else text


def _is_plain_pronoun(scope: Scope, pronoun: Named) -> bool:
    """Tell whether a pronoun is clear as it stands: it means, or owns for, the title's subject."""
    assert pronoun.actor is not None
    candidate, name = scope.candidate, pronoun.actor.name
    group = candidate.trigger.group
    if group is not None and pronoun.begin > group.head and _is_owner(scope, pronoun.begin):
        return True
    subjects = (n for n in candidate.subject if n.actor is not None and n.end <= pronoun.begin)
    makers = (
        p
        for p in candidate.participants
        if p.role in (Role.AGENT, Role.SPEAKER) and p.span != pronoun.actor.span
    )
    return name in {n.actor.name for n in subjects if n.actor} | {p.name for p in makers}


def _genitive(text: str) -> str:
    return "’" if text.endswith("s") and " " in text else "’s"


def trimmed(scope: Scope, begin: int, end: int, *, is_whole: bool = False) -> tuple[int, int]:
    """Return the range without dates, function words and signs that would dangle at its ends.

    Where a clause `is_whole`, only a date with its preposition is left out at its end.
    """
    lowers = scope.sentence.lowers
    while end > begin:
        date = scope.date_begins.get(end)
        if not is_whole and _points_nowhere(scope, begin, end):
            end -= 2
        elif date is not None and date >= begin:
            end = date
            is_whole = is_whole and scope.sentence.lower(end - 1) not in scope.words("before_dates")
        elif (not is_whole or not lowers[end - 1][0].isalnum()) and _dangles(scope, begin, end - 1):
            end -= 1
        else:
            break
    while begin < end and (not lowers[begin][0].isalnum() and lowers[begin] not in OPENING_SIGNS):
        begin += 1
    return begin, end


def _points_nowhere(scope: Scope, begin: int, end: int) -> bool:
    """Tell whether a preposition ends the words with a thing that nobody names: "from it"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_thing = s.lower(end - 1) in scope.words("thing_pronouns")
    named = scope.names.get(end - 1)
    is_thing = is_thing and (named is None or not is_proper(named))
    before = s.lower(end - 2)
    return is_thing and end - 2 >= begin and before in c.preposition and before not in c.of


def _dangles(scope: Scope, begin: int, i: int) -> bool:
    """Tell whether the word at `i` cannot be a title's last."""
    word = scope.sentence.lowers[i]
    c = scope.sentence.grammar.classes
    if not word[0].isalnum():
        return word not in scope.words("kept_signs")
    if word in scope.words("time_nouns"):
        is_counted_off = scope.sentence.lower(i + 1) in scope.words("after_times")
        return is_counted_off or (i > begin and _is_loose(scope, i - 1))
    is_number = word in scope.words("numbers") or word.isdigit()
    if is_number and scope.sentence.lower(i + 1) in scope.words("time_nouns"):
        return True
    if word in scope.words("dangling"):
        return True
    if word not in c.determiner or word in c.pronoun_object or word[0].isdigit():
        return False
    return not (word in scope.words("counting_words") or word in scope.words("numbers"))


def _is_loose(scope: Scope, i: int) -> bool:
    """Tell whether a time that ends after `i` hangs on words that were cut: "Syria | hours after".

    One on a preposition of its own stays: "jailed for forty years".
    """
    s, c = scope.sentence, scope.sentence.grammar.classes
    while i >= 0 and (s.lowers[i][0].isdigit() or _measures(scope, s.lowers[i])):
        i -= 1 + (s.lower(i - 1) in c.conjunction and i > 1)
    return i >= 0 and s.lowers[i] not in c.preposition and s.lowers[i] not in c.possessive


def _measures(scope: Scope, word: str) -> bool:
    return word in scope.words("numbers") or word in scope.sentence.grammar.classes.determiner


OPENING_SIGNS = frozenset("$€£¥")
"""Signs with which an amount begins."""


def headline(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
