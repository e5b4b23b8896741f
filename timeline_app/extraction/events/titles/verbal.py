"""Titles of happenings that a verb names, or a noun that a light verb carries."""

from timeline_app.annotation.actor import Role
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Tense, VerbGroup
from timeline_app.extraction.events.titles.agents import agent_phrase
from timeline_app.extraction.events.titles.cutting import ends_clause, is_complete, reach
from timeline_app.extraction.events.titles.lists import is_clause_at, member_end
from timeline_app.extraction.events.titles.phrases import noun_phrase_begin, noun_phrase_end
from timeline_app.extraction.events.titles.scope import GOOD_LENGTH, MOST_LENGTH, Scope
from timeline_app.extraction.events.titles.subject_words import (
    Subject,
    noun_subject,
    words_as_subject,
)
from timeline_app.extraction.events.titles.subjects import subject_of_verb
from timeline_app.extraction.events.titles.verb_words import (
    Verb,
    governing,
    is_asking,
    mood_of_verb,
    unshifted,
    verb_phrase,
)
from timeline_app.extraction.events.titles.verbs import inflected
from timeline_app.extraction.events.titles.wording import after_inserted, short_name, wording
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.morphology import Form


def verbal_title(scope: Scope, verb: Verb) -> str:
    """Return subject, verb in the headline's tense, and what follows; "" if nobody does it."""
    governed = _under_noun(scope, verb)
    if governed:
        return governed
    is_passive = verb.group.is_passive and not _shares_have(scope, verb.group)
    if is_passive or _is_reduced(scope, verb):
        return _passive_title(scope, verb)
    subject = _subject(scope, verb)
    if not subject.text:
        return _without_subject(scope, verb)
    phrase = verb_phrase(scope, verb, subject)
    s, after = scope.sentence, verb.after
    if s.lower(verb.group.head) in s.grammar.classes.have and s.is_finite_verb(after):
        phrase, after = f"{phrase} {s.lowers[after]}", after + 1
    after, phrase = _with_particles(scope, after, phrase)
    title = _with_rest(scope, f"{subject.text} {phrase}{_gap(scope, verb, after)}", after)
    if _says_twice(title, subject.text, " ".join(scope.candidate.trigger.entry.rest)):
        return _without_subject(scope, verb) or title
    lacks_object = title == f"{subject.text} {phrase}" and after == verb.after
    return f"{title}{_antecedent(scope, verb)}" if lacks_object else title


def _with_particles(scope: Scope, after: int, phrase: str) -> tuple[int, str]:
    """Return where the complement begins and the verb, with words that belong to it: "broke in"."""
    s, rest = scope.sentence, scope.candidate.trigger.entry.rest
    end = after + len(rest)
    if (
        tuple(s.lowers[after:end]) != rest
        or not rest
        or rest[-1] not in s.grammar.classes.moved_behind
    ):
        return after, phrase
    is_dated = end in scope.dates or end + 1 in scope.dates
    if end in scope.dates and len(rest) == 1 and rest[0] in scope.words("before_dates"):
        return after, phrase  # "in May"
    is_followed = s.lower(end)[:1].isalnum() and not wording(scope, end, reach(scope, end, 1))
    if is_followed and not is_dated:
        return after, phrase
    return end, " ".join((phrase, *s.words[after:end]))


def _is_verb_at(scope: Scope, j: int) -> bool:
    return j in scope.candidate.verbs or scope.sentence.is_finite_verb(j)


def _relative_begin(scope: Scope, verb: Verb) -> int:
    """Return where the verb's clause begins, before two subjects: "which he and she led"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    begin, _ = clause_range(s, verb.group.begin)
    if begin == 0 or s.lower(begin) not in c.conjunction:
        return begin
    before, _ = clause_range(s, begin - 1)
    is_one = not any(_is_verb_at(scope, j) for j in range(before, begin))
    return before if is_one and s.lower(before) in scope.words("object_relatives") else begin


def _gap(scope: Scope, verb: Verb, after: int) -> str:
    """Return the object that a relative clause has before it: "a base that Rome offered | to Oslo".

    "" where the verb has an object behind it, or has none.
    """
    s, c = scope.sentence, scope.sentence.grammar.classes
    begin = _relative_begin(scope, verb)
    is_gap = s.lower(begin) in scope.words("object_relatives") and s.lower(after) in c.to
    is_gap = is_gap and verb.group.tense is not Tense.INFINITIVE
    if is_gap and s.lower(begin) in scope.words("that"):
        comma = next((j for j in range(begin - 1, 0, -1) if s.lowers[j] in c.comma), begin)
        is_gap = comma < begin and not any(_is_verb_at(scope, j) for j in range(comma, begin))
    return _antecedent(scope, verb) if is_gap and begin + 1 < verb.group.begin else ""


def _says_twice(title: str, subject: str, particle: str) -> bool:
    """Tell whether somebody would do it to himself, which is a wrongly found subject."""
    rest = title[len(subject) + 1 :].split(" ", 1)
    if len(rest) < 2:
        return False
    after = rest[1].removeprefix(f"{particle} ") if particle else rest[1]
    return (after + " ").startswith(subject + " ")


def _antecedent(scope: Scope, verb: Verb) -> str:
    """Return the object before a relative clause: "the treaty, which both signed"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    begin = _relative_begin(scope, verb)
    is_relative = s.lower(begin) in scope.words("object_relatives")
    if not is_relative:
        return _object_before(scope, verb.group.begin)
    if begin == 0 or begin + 1 >= verb.group.begin:
        return ""
    end = begin - 1 if s.lowers[begin - 1] in c.comma else begin
    first = noun_phrase_begin(scope, end, 0)
    if s.lower(first - 1) in scope.words("noun_prepositions"):
        whole = noun_phrase_begin(scope, first - 1, 0)
        first = whole if whole < first - 1 else first
    words = wording(scope, first, end)
    return f" {words}" if words else ""


def _object_before(scope: Scope, at: int) -> str:
    """Return the noun before a subject that has no "that": "a charge | Elbe denied"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    subject = next((n for n in scope.names.values() if n.end == at), None)
    if subject is None:
        return ""
    first = subject.begin
    begin = noun_phrase_begin(scope, first, 0)
    is_noun = begin < first and s.is_open(first - 1) and not s.is_name(first - 1)
    words = wording(scope, begin, first) if is_noun and s.lower(begin) in c.determiner else ""
    return f" {words}" if words else ""


def _is_reduced(scope: Scope, verb: Verb) -> bool:
    """Tell whether a past form is a participle: "a court set up by", "20 killed in clash"."""
    group, s = verb.group, scope.sentence
    is_bare = group.tense is Tense.PAST and group.begin == group.head and not group.modal
    is_form = inflected(scope.language, verb.lemma, Form.PARTICIPLE) == s.lowers[group.head]
    if not is_bare or not is_form or scope.candidate.trigger.is_noun:
        return False
    after = verb.after + len(scope.candidate.trigger.entry.rest)
    c = s.grammar.classes
    is_headline = s.is_heading and s.lower(after) in c.preposition - c.to
    is_made_by = s.lower(after) in c.agent_preposition
    is_headline = is_headline or _shares_passive(scope, group.head)
    return is_headline or (is_made_by and agent_phrase(scope, after) is not None)


def _shares_have(scope: Scope, group: VerbGroup) -> bool:
    """Tell whether a participle shares its "has": "has broken off relations and frozen assets"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    is_joined = group.tense is Tense.PARTICIPLE and s.lower(group.begin - 1) in c.conjunction
    if not is_joined or s.lower(group.head + 1) in c.agent_preposition:
        return False
    last = next((j for j in range(group.begin - 2, 0, -1) if s.is_finite_verb(j)), 0)
    return s.lower(last) in c.have or s.lower(last - 1) in c.have


def _shares_passive(scope: Scope, head: int) -> bool:
    """Tell whether a participle shares its "were": "20 were injured and at least 90 arrested"."""
    s, c = scope.sentence, scope.sentence.grammar.classes
    ends = not s.lower(head + 1)[:1].isalnum()
    joint = next((j for j in range(head - 1, 0, -1) if s.lowers[j] in c.conjunction), 0)
    between = range(joint, head)
    is_near = ends and not any(s.is_finite_verb(j) or s.lowers[j] in c.comma for j in between)
    is_near = is_near and s.lower(joint - 1) not in c.comma
    last = next((j for j in range(joint - 1, 0, -1) if s.is_finite_verb(j)), 0)
    return is_near and joint > 0 and s.lower(last - 1) in c.be


def _subject(scope: Scope, verb: Verb) -> Subject:
    """Return the subject; the noun itself where the verb follows it, or whom another asks."""
    trigger = scope.candidate.trigger
    if trigger.is_noun and verb.group.head > trigger.head:
        return noun_subject(scope, trigger.head + 1)
    at = governing(scope, verb.group)
    if at >= 0 and is_asking(scope, at):
        begin = at + 1
        while scope.sentence.lower(begin) in scope.sentence.grammar.classes.preposition:
            begin += 1
        end = noun_phrase_end(scope, begin, verb.group.begin - 1)
        asked = words_as_subject(scope, begin, end)
        if asked.text:
            return asked
    return subject_of_verb(scope, verb.group, at if at >= 0 else verb.group.begin)


def _under_noun(scope: Scope, verb: Verb) -> str:
    """Return the noun on which an infinitive hangs, with it: "Hollande's proposal to close …"."""
    s = scope.sentence
    at = verb.group.begin - 2
    if verb.group.tense is not Tense.INFINITIVE or s.lower(at) not in scope.words("plan_nouns"):
        return ""
    if s.is_finite_verb(at):
        return ""
    begin = min(noun_phrase_begin(scope, at + 1, 0), at)
    end = reach(scope, verb.after, GOOD_LENGTH - scope.length(begin, verb.after))
    return wording(scope, begin, end)


def _with_rest(scope: Scope, start: str, after: int) -> str:
    room = GOOD_LENGTH - len(start)
    after = _told_after(scope, after_inserted(scope, after))
    is_told = scope.sentence.lower(after) in scope.sentence.grammar.classes.complementiser
    if is_told and _is_pronoun(scope, after):
        start, after, is_told = f"{start} {scope.sentence.words[after]}", after + 1, False
    is_clause = is_told and (scope.candidate.is_statement or _is_that_clause(scope, after))
    is_clause = is_clause or _is_bare_clause(scope, after)
    is_particle = len(scope.candidate.trigger.entry.rest) > 1
    if is_clause and not is_particle and scope.sentence.lower(after) in scope.words("that"):
        after += 1
    most = MOST_LENGTH - len(start) - 1
    room = most - 1 if is_clause else room
    after = scope.dates.get(after, after) if is_clause else after
    end = reach(scope, after, max(room, _LEAST_ROOM), most=most, is_clause=is_clause)
    rest = wording(scope, after, end) or _behind_date(scope, after, most)
    if is_clause:
        rest = unshifted(scope, rest)
        is_ended = ends_clause(scope, end, len(scope.sentence)) or is_complete(scope, after, end)
        rest = rest if is_ended else f"{rest}…"
    return f"{start} {rest}" if rest else start


def _is_pronoun(scope: Scope, i: int) -> bool:
    """Tell whether "that" at `i` stands inside the verb's phrase: "ruled that out"."""
    s, rest = scope.sentence, scope.candidate.trigger.entry.rest
    c = s.grammar.classes
    is_phrase = all(s.grammar.is_open(word) or word in c.moved_behind for word in rest)
    behind = tuple(s.lowers[i + 1 : i + 1 + len(rest)])
    return bool(rest) and is_phrase and s.lower(i) in scope.words("that") and behind == rest


def _behind_date(scope: Scope, after: int, room: int) -> str:
    """Return the object behind a date for which the phrase before it left no room."""
    first = after + (scope.sentence.lower(after) in scope.words("before_dates"))
    begin = scope.dates.get(first, after)
    return wording(scope, begin, reach(scope, begin, room)) if begin > after else ""


def _is_that_clause(scope: Scope, i: int) -> bool:
    """Tell whether "that" at `i` opens a clause: "ruled that …", not "released that summer"."""
    s = scope.sentence
    if s.lower(i) not in scope.words("that"):
        return False
    return any(s.is_finite_verb(j) for j in range(i + 1, i + _MOST_BESIDE))


def _told_after(scope: Scope, i: int) -> int:
    """Return the "that" behind a date: "denied on Monday that …"; `i` where there is none."""
    s = scope.sentence
    j = i + (s.lower(i) in scope.words("before_dates"))
    after = scope.dates.get(j, i)
    if s.lower(after) in s.grammar.classes.complementiser:
        return after
    lemma, is_passive = scope.candidate.trigger.entry.lemma, _is_passive(scope)
    may_tell = lemma in scope.words("takes_clause") or lemma in scope.words("clause_verbs")
    is_beside = may_tell and not is_passive and s.lower(i) in s.grammar.classes.preposition
    return _far_that(scope, i) if is_beside else i


_MOST_BESIDE = 10


def _is_bare_clause(scope: Scope, i: int) -> bool:
    """Tell whether a clause without "that" follows: "announced it will close"."""
    takes_clause = scope.candidate.trigger.entry.lemma in scope.words("clause_verbs")
    if not scope.candidate.is_statement or not takes_clause or _is_passive(scope):
        return False
    s = scope.sentence
    i = scope.dates.get(i, i)
    is_pronoun = s.lower(i) in s.grammar.classes.pronoun_subject
    helped = s.lower(member_end(scope, i, len(s))) in s.grammar.auxiliary
    return (is_pronoun or helped) and is_clause_at(scope, i, len(s))


def _is_passive(scope: Scope) -> bool:
    group = scope.candidate.trigger.group
    return group is not None and group.is_passive


def _far_that(scope: Scope, i: int) -> int:
    """Return the "that" behind a circumstance: "announced outside the house that"; `i` if none."""
    s = scope.sentence
    for j in range(i, min(i + _MOST_BESIDE, len(s))):
        if s.lowers[j] in scope.words("that"):
            return j
        if s.is_finite_verb(j) or s.lowers[j] in s.grammar.classes.comma:
            break
    return i


_LEAST_ROOM = 18


def _passive_title(scope: Scope, verb: Verb) -> str:
    patient = _subject(scope, verb)
    by = agent_phrase(scope, verb.after)
    if by is not None and patient.text and scope.candidate.modality is not Modality.DENIED:
        return _turned_active(scope, verb, patient, by)
    pattern = load_table(scope.language, "events/titles")["passive"]
    mood = mood_of_verb(scope, verb)
    if verb.group.modal and mood in (Modality.HYPOTHETICAL, Modality.PROPOSED):
        phrase = f"{verb.group.modal} {pattern['base']}"
    elif verb.group.is_negated and mood is not Modality.DENIED:
        phrase = pattern["denied"]
    else:
        phrase = pattern[mood.value]
    participle = inflected(scope.language, verb.lemma, Form.PARTICIPLE)
    after, words = _with_particles(scope, verb.after, phrase.replace("{participle}", participle))
    return _with_rest(scope, f"{patient.text} {words}".strip(), after)


def _turned_active(scope: Scope, verb: Verb, patient: Subject, by: tuple[int, int, int]) -> str:
    at, end, _ = by
    agent = words_as_subject(scope, at + 1, end)
    agent_text = agent.text
    active = Verb(
        lemma=verb.lemma,
        group=VerbGroup(
            begin=verb.group.begin,
            head=verb.group.head,
            tense=verb.group.tense,
            modal=verb.group.modal,
        ),
        after=verb.after,
    )
    phrase = verb_phrase(scope, active, agent)
    particles = wording(scope, verb.after, verb.after + len(scope.candidate.trigger.entry.rest))
    start = " ".join(x for x in (agent_text, phrase, particles, _inside(scope, patient)) if x)
    return _with_rest(scope, start, end) if len(start) < GOOD_LENGTH - _LEAST_ROOM else start


def _inside(scope: Scope, subject: Subject) -> str:
    """Return a subject's words as they stand inside a title: "no action", not "No action"."""
    first, _, rest = subject.text.partition(" ")
    return (
        f"{first.lower()} {rest}"
        if first.lower() in scope.sentence.grammar.closed
        else subject.text
    )


def _without_subject(scope: Scope, verb: Verb) -> str:
    """Return the object with the verb in the passive: "12 people killed in Ankara"."""
    s = scope.sentence
    end = noun_phrase_end(scope, verb.after, len(s))
    target = next((p for p in scope.candidate.participants if p.role is Role.TARGET), None)
    words = wording(scope, verb.after, end)
    is_object = bool(end > verb.after and _takes_object(scope) and words)
    is_meeting = scope.candidate.type is EventType.MEETING
    is_object = is_object and not is_meeting and not scope.candidate.trigger.is_noun
    if is_object and not _is_pronoun_word(scope, words):
        table = load_table(scope.language, "events/titles")["passive"]
        participle = inflected(scope.language, verb.lemma, Form.PARTICIPLE)
        phrase = table[scope.candidate.modality.value].replace("{participle}", participle)
        return _with_rest(scope, f"{words} {phrase}", end)
    mood = load_table(scope.language, "events/titles")["subjectless"][
        scope.candidate.modality.value
    ]
    ing = inflected(scope.language, verb.lemma, Form.ING)
    start = mood.replace("{base}", verb.lemma).replace("{ing}", ing)
    title = _with_rest(scope, start, verb.after)
    if title != start:
        return title
    if target is not None:
        return f"{title} {short_name(scope, target.name)}"
    return "" if scope.candidate.modality is Modality.ACTUAL else title


def _takes_object(scope: Scope) -> bool:
    """Tell whether what follows the verb is its object, not the rest of its phrase: "go on | X"."""
    rest, g = scope.candidate.trigger.entry.rest, scope.sentence.grammar
    return not rest or all(g.is_open(word) for word in rest)


def _is_pronoun_word(scope: Scope, words: str) -> bool:
    c = scope.sentence.grammar.classes
    return words.lower() in c.pronoun_object | c.pronoun_subject
