"""Which way the verb near an expression points: back, forward, or nowhere clear.

The words and endings come from the language pack: this is evidence, not a parse. The nearest
marker to the left in the same clause decides, else the nearest to the right.
"""

from timeline_app.extraction.timex.matching import Match
from timeline_app.extraction.timex.tense_words import FUTURE, PAST, UNCLEAR, Tense, TenseWords

_REACH = 30
_WEAK_REACH = 7
_DENIAL_REACH = 10
_INSERTION = 12
_CLAUSE = 16
_HABIT_REACH = 7
_BRACKETS = {("(", 1): ")", (")", -1): "("}


def tense_of(match: Match, words: TenseWords) -> Tense:
    """Return what the words around a match say of its direction."""
    tokens = match.block.words
    after = _auxiliary(tokens, match.end, words)
    if after is not None:
        inside = _relative(tokens, match.begin, words)
        return inside or _participle(tokens, match.begin, after, words) or after
    lead = _lead(tokens, match.begin, words)
    is_after_to = match.begin > 0 and tokens[match.begin - 1].lower() in words.infinitive
    nearest = match.begin - 1 - is_after_to  # "to noon on Friday" is no infinitive
    left = _nearest(tokens, range(nearest, max(-1, match.begin - _REACH), -1), words)
    is_lasting = left is not None and left.evidence in words.lasting
    if lead is not None and not (is_lasting and lead.evidence in words.limits):
        return _told_by(tokens, match, lead, words) or lead
    left = _condition(tokens, match.begin, words) or left
    if left is not None:
        return _of_next_clause(tokens, match, words) or left
    right = range(match.end, min(len(tokens), match.end + _REACH))
    return _nearest(tokens, right, words) or Tense(direction=UNCLEAR)


def is_habitual(match: Match, words: TenseWords) -> bool:
    """Tell whether a word of habit stands in the clause: "usually closes in August"."""
    tokens = match.block.words
    left = range(match.begin - 1, max(-1, match.begin - _CLAUSE), -1)
    right = range(match.end, min(len(tokens), match.end + _HABIT_REACH))
    return _has_habit(tokens, left, words) or _has_habit(tokens, right, words)


def _has_habit(tokens: list[str], places: range, words: TenseWords) -> bool:
    for at in places:
        if tokens[at] in words.breaks or tokens[at] == "," or tokens[at][0] == "\n":
            return False
        if tokens[at].lower() in words.habitual:
            return at == 0 or tokens[at - 1].lower() not in words.determiners
    return False


def _of_next_clause(tokens: list[str], match: Match, words: TenseWords) -> Tense | None:
    """Return the tense of the clause that a date opens: "lost a vote, and in May the king left"."""
    joint = match.begin - 2
    if joint < 0 or tokens[joint + 1].lower() not in words.before_noun:
        return None
    opener = tokens[joint].lower()
    if not (opener.isalpha() and opener in words.joints) and opener not in words.relatives:
        return None
    right = _nearest(tokens, range(match.end, min(len(tokens), match.end + _CLAUSE)), words)
    has_subject = match.end < len(tokens) and tokens[match.end][0].isalpha()
    return right if has_subject and right is not None and right.is_firm else None


def _told_by(tokens: list[str], match: Match, lead: Tense, words: TenseWords) -> Tense | None:
    """Return the past of the verb behind in "By Monday the roads were clear"."""
    place, end = match.begin - 2, match.end
    is_fronted = place < 0 or tokens[place] in words.breaks or tokens[place] in words.joints
    if lead.evidence not in words.limits:
        return None
    if not (is_fronted or tokens[place][0] == "\n"):
        return _had_been(tokens, match.begin, words)
    right = _nearest(tokens, range(end, min(len(tokens), end + _CLAUSE)), words)
    return right if right is not None and right.direction == PAST and right.is_firm else None


def _had_been(tokens: list[str], begin: int, words: TenseWords) -> Tense | None:
    """Return the past of "no word had come by Monday"; "was to come" leaves it open."""
    for at in range(begin - 2, max(0, begin - _CLAUSE), -1):
        low, before = tokens[at].lower(), tokens[at - 1].lower()
        if low in words.infinitive and before in words.past:
            return Tense(direction=UNCLEAR, evidence=f"{before} {low}")  # "was to report by June"
        if low in words.breaks or low in words.infinitive or low[0] == "\n":
            return None
        if before in words.had and low.isalpha() and low not in words.not_participles:
            return Tense(direction=PAST, evidence=f"{before} {low}")
    return None


def _auxiliary(tokens: list[str], at: int, words: TenseWords) -> Tense | None:
    """Return the tense of a verb right after: in "the talks on Friday were …" it governs."""
    low = tokens[at].lower() if at < len(tokens) else ""
    if low in words.follows_future:
        return Tense(direction=FUTURE, evidence=low, is_lead=True)
    return _marker(tokens, at, words) if low in words.auxiliary else None


def _participle(tokens: list[str], begin: int, after: Tense, words: TenseWords) -> Tense | None:
    """Return the past of "a plan agreed on Friday will …": the day is the participle's."""
    for at in range(begin - 1, max(-1, begin - 3), -1) if after.direction == FUTURE else ():
        found = _marker(tokens, at, words)
        if found is not None:
            is_past = found.direction == PAST and tokens[at].lower() not in words.auxiliary
            return found if is_past else None
    return None


def _relative(tokens: list[str], begin: int, words: TenseWords) -> Tense | None:
    """Return the tense of "a truce that takes effect on Sunday was …": the day is the clause's."""
    for at in range(begin - 1, max(-1, begin - _WEAK_REACH), -1):
        if tokens[at] in words.breaks or tokens[at] in words.joints:
            return None
        found = _marker(tokens, at, words)
        if found is not None and found.is_firm:
            before = tokens[max(0, at - 3) : at]
            return found if any(t.lower() in words.relatives for t in before) else None
    return None


def _lead(tokens: list[str], begin: int, words: TenseWords) -> Tense | None:
    for at in range(begin - 1, max(-1, begin - 3), -1):
        pair = f"{tokens[at - 1]}_{tokens[at]}".lower() if at > 0 else ""
        triple = f"{tokens[at - 2]}_{pair}".lower() if at > 1 else ""
        for lead in (triple, pair, tokens[at].lower()):
            if lead in words.leads:
                evidence = lead.replace("_", " ")
                if "_" in lead and f"{tokens[at - 3]}_{tokens[at - 2]}".lower() in words.pluperfect:
                    return Tense(direction=PAST, evidence=evidence, is_lead=True, is_plan=True)
                return Tense(direction=words.leads[lead], evidence=evidence, is_lead=True)
    return None


def _nearest(tokens: list[str], places: range, words: TenseWords) -> Tense | None:
    open_until = None
    for at in places:
        token = tokens[at]
        if open_until is not None:
            open_until = None if at == open_until else open_until
            continue
        open_until = _other_bracket(tokens, at, places.step)
        if open_until is not None:
            continue
        if token[0] == "\n" or (token in words.breaks and not _is_inside(tokens, at, words)):
            return None
        low = token.lower()
        if low in words.markers or low.endswith(words.endings):
            found = _marker(tokens, at, words)
            if found is not None and (found.is_firm or abs(at - places.start) < _WEAK_REACH):
                return found
    return None


def _is_inside(tokens: list[str], at: int, words: TenseWords) -> bool:
    """Tell whether a full stop only shortens a word: "Mr. Smith", "John F. Kennedy"."""
    if tokens[at] != "." or at == 0:
        return False
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else "\n"
    is_initial = len(before) == 1 and before.isupper()
    return is_initial or before.lower() in words.abbreviations or after == "," or after[0].islower()


def _condition(tokens: list[str], begin: int, words: TenseWords) -> Tense | None:
    """Return the tense of a present verb in a clause of condition: "when the case is heard"."""
    verb = None
    for at in range(begin - 1, max(-1, begin - _CLAUSE), -1):
        low = tokens[at].lower()
        if low in words.breaks or low[0] == "\n":
            return None
        if low in words.now_auxiliary:
            verb = low
        elif low in words.condition and verb is not None:
            return Tense(direction=FUTURE, evidence=f"{low} … {verb}", is_firm=False)
    return None


def _other_bracket(tokens: list[str], at: int, step: int) -> int | None:
    """Return where an insertion in brackets that begins here ends: its verbs are its own."""
    other = _BRACKETS.get((tokens[at], step))
    for place in range(at + step, at + step * _INSERTION, step) if other is not None else ():
        if 0 <= place < len(tokens) and tokens[place] == other:
            return place
    return None


def _marker(tokens: list[str], at: int, words: TenseWords) -> Tense | None:
    token, low = tokens[at], tokens[at].lower()
    before = tokens[at - 1].lower() if at > 0 else ""
    if before in words.passive or (before in words.now_auxiliary and _has_past_ending(low, words)):
        return None  # "is listed for Monday" tells no past
    if at > 1 and f"{tokens[at - 2]}_{before}".lower() in words.perfect:
        return Tense(direction=PAST, evidence=" ".join(tokens[at - 2 : at + 1]))
    if low in words.base and token.islower():
        return _plain_form(tokens, at, before, words)
    if low in words.infinitive:
        return _infinitive(tokens, at, words)
    return _listed(tokens, at, low, words) or _by_ending(token, words)


def _plain_form(tokens: list[str], at: int, before: str, words: TenseWords) -> Tense | None:
    if before in words.future or before in words.before_noun:
        return None  # "at the close Tuesday", "by start of business"
    if at > 1 and tokens[at - 2].lower() in words.single and before not in words.joints:
        return None  # "by a single vote"
    if before in words.infinitive:
        return _infinitive(tokens, at - 1, words)
    is_past = any(t.lower() in words.did for t in tokens[max(0, at - 3) : at])
    return Tense(direction=PAST if is_past else FUTURE, evidence=tokens[at], is_firm=is_past)


def _listed(tokens: list[str], at: int, low: str, words: TenseWords) -> Tense | None:
    pair = f"{low}_{tokens[at + 1].lower()}" if at + 1 < len(tokens) else ""
    before = tokens[at - 1].lower() if at > 0 else ""
    if before in words.infinitive and (low in words.future or low in words.past):
        return _infinitive(tokens, at - 1, words)
    if before in words.modal and low in words.past:
        return None
    if low in words.future and before in words.had:
        return Tense(direction=PAST, evidence=f"{before} {low}")
    if low in words.summoning and before in words.having:
        return Tense(direction=FUTURE, evidence=f"{before} {low}")
    if low in words.future or words.leads.get(pair) == FUTURE:
        return Tense(direction=FUTURE, evidence=tokens[at])
    if low in words.past:
        return Tense(direction=PAST, evidence=tokens[at])
    if low in words.leaning:
        around = tokens[max(0, at - _DENIAL_REACH) : at + 2]
        is_denied = any(t.lower() in words.denial for t in around)
        return None if is_denied else Tense(direction=FUTURE, evidence=low, is_firm=False)
    return Tense(direction=UNCLEAR, evidence=tokens[at]) if low in words.present else None


def _by_ending(token: str, words: TenseWords) -> Tense | None:
    if not token.islower() or len(token) <= 3 or token in words.not_verbs:
        return None
    if words.future_endings and token.endswith(words.future_endings):
        return Tense(direction=FUTURE, evidence=token)
    if words.past_endings and token.endswith(words.past_endings):
        return Tense(direction=PAST, evidence=token)
    return None


def _has_past_ending(word: str, words: TenseWords) -> bool:
    return bool(words.past_endings) and word.endswith(words.past_endings)


def _is_past_form(word: str, words: TenseWords) -> bool:
    has_ending = _has_past_ending(word, words)
    is_auxiliary = word in words.auxiliary or word in words.did
    return (word in words.past or (has_ending and word not in words.not_verbs)) and not is_auxiliary


def _infinitive(tokens: list[str], at: int, words: TenseWords) -> Tense | None:
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if at + 2 < len(tokens) and tokens[at + 2] == "-":
        return None  # "to end-March": a compound, no infinitive
    lead = tokens[at - 1].lower() if at > 0 else ""
    is_plan = after in words.passive and lead in words.intention
    if is_plan or (after.islower() and after.isalpha() and after not in words.not_infinitive):
        if at > 2 and f"{tokens[at - 3]}_{tokens[at - 2]}".lower() in words.perfect:
            return Tense(direction=PAST, evidence=" ".join(tokens[at - 3 : at + 2]))
        is_firm = lead in words.intention
        if not is_firm and _is_past_form(lead, words):
            return None  # "spoke to parliament", "managed to escape": the verb before it decides
        evidence = f"{lead} {tokens[at]} {after}" if is_firm else f"{tokens[at]} {after}"
        return Tense(direction=FUTURE, evidence=evidence, is_firm=is_firm)
    return None
