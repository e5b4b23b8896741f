"""Text → tagged and resolved time expressions: the whole order of the stages on one screen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from timeline_app.annotation.document import DctCandidate
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import civil, parse_iso
from timeline_app.chrono.timex_value import event_time_of
from timeline_app.extraction.timex.call import Call
from timeline_app.extraction.timex.context import DCT_ID, NEWS, Context
from timeline_app.extraction.timex.genre import genre_of
from timeline_app.extraction.timex.matching import Match, find_matches
from timeline_app.extraction.timex.meaning import Anchor, Meaning
from timeline_app.extraction.timex.numeric_order import is_month_first
from timeline_app.extraction.timex.operations import operate
from timeline_app.extraction.timex.pack import Pack, load_pack
from timeline_app.extraction.timex.period import Period
from timeline_app.extraction.timex.scanner import Block, scan
from timeline_app.extraction.timex.tense import is_habitual, tense_of
from timeline_app.extraction.timex.tense_words import tense_words

_ENDS = frozenset(".!?;:,")
_BACKGROUND_REACH = 10
_TELLING_REACH = 5
_OPENINGS = frozenset('\n"“‘«(`')


def tag_timexes(
    text: str,
    *,
    dct: DctCandidate | None,
    language: str = "en",
    dateline_spans: Sequence[Span] = (),
) -> tuple[Timex, ...]:
    """Return the time expressions of a text in order, resolved against its date and story.

    `dct` is None where the document states no date: what hangs on it stays unresolved.
    Expressions inside `dateline_spans` tell when the article was written and are marked so.
    """
    pack = load_pack(language)
    context = Context(
        genre=NEWS,
        dct=_dct_anchor(dct),
        language=pack.language,
        is_month_first=is_month_first(text, default=pack.settings["locale"]["month_first"]),
    )
    found: list[Timex] = []
    for match in _matches(text, pack, context):
        timex = _timex(match, context, pack, len(found) + 1, dateline_spans)
        if timex is not None:
            found.append(timex)
    return tuple(found)


def _dct_anchor(dct: DctCandidate | None) -> Anchor | None:
    if dct is None:
        return None
    begin = parse_iso(dct.value[:10])
    return Anchor(id=DCT_ID, period=Period(unit="day", begin=begin))


def _matches(text: str, pack: Pack, context: Context) -> Iterator[Match]:
    """Yield matches block by block; the first block tells the genre."""
    for number, block in enumerate(scan(text, pack.lexicon)):
        matches = list(find_matches(block, pack, context.genre))
        if number == 0:
            dct_year = civil(context.dct.period.begin).year if context.dct else None
            context.genre = genre_of(matches, dct_year)
            if context.genre != NEWS:
                matches = list(find_matches(block, pack, context.genre))
        yield from _by_sentence(block, matches, context)


def _by_sentence(block: Block, matches: list[Match], context: Context) -> Iterator[Match]:
    at = context.reached = 0
    for match in matches:
        if _breaks_sentence(block, at, match.begin):
            context.begin_sentence()
        at = match.end
        yield match


def _breaks_sentence(block: Block, begin: int, end: int) -> bool:
    for at in range(begin, end):
        word = block.words[at]
        if word[0] == "\n" or (word in ".!?" and at + 1 < len(block) and _is_upper(block, at + 1)):
            return True
    return False


def _is_upper(block: Block, at: int) -> bool:
    return block.words[at][0].isupper() or block.words[at][0] in _OPENINGS


def _timex(
    match: Match, context: Context, pack: Pack, number: int, dateline_spans: Sequence[Span]
) -> Timex | None:
    words = tense_words(pack.language)
    tense, is_habit = partial(tense_of, words=words), partial(is_habitual, words=words)
    call = Call(
        match=match,
        context=context,
        operate=operate,
        tense_of=tense,
        is_habit=is_habit,
        leads_up=partial(_leads_up, context=context, pack=pack),
    )
    meaning = operate(call)
    if meaning is None:
        return None
    identifier = f"t{number}"
    context.note(
        identifier,
        meaning,
        is_aside=_is_attributive(match, pack)
        or _is_old_plan(call, meaning)
        or _is_background(match, meaning, context, pack),
        names_weekday=match.names("weekday", "wd"),
        names_year=match.names("year"),
    )
    context.reached = match.end
    span = _span(match)
    text = match.text[: len(span)]
    return _as_timex(
        meaning, identifier, span, text, match, any(span.overlaps(d) for d in dateline_spans)
    )


def _is_attributive(match: Match, pack: Pack) -> bool:
    """Tell whether a date only qualifies a noun ("the Nov. 27 deal"): no step of the story."""
    words, before = match.block.words, pack.settings["context"]["attributive_after"].split()
    if match.begin == 0 or match.end >= len(words) or words[match.begin - 1].lower() not in before:
        return False
    return words[match.end].isalpha() and words[match.end].lower() not in pack.function_words


def _is_old_plan(call: Call, meaning: Meaning) -> bool:
    """Tell whether a date is only what "had been set for Friday": the story went another way."""
    return " " in (meaning.evidence or "") and call.tense.is_plan


def _is_background(match: Match, meaning: Meaning, context: Context, pack: Pack) -> bool:
    """Tell whether a date is that of what led to the day named, or of the telling of it.

    "On Friday after a tip on Monday" stays with Friday, "sank on Monday, he said on Friday" with
    Monday.
    """
    named, period = context.sentence_day, meaning.period
    if named is None or period is None or period.begin == named.period.begin:
        return False
    if period.begin < named.period.begin:
        return _leads_up(match, context, pack)
    return _is_after(match, pack.settings["context"]["telling"], match.begin - _TELLING_REACH)


def _leads_up(match: Match, context: Context, pack: Pack) -> bool:
    """Tell whether a word like "after" stands between the expression before and this one."""
    since = max(context.reached, match.begin - _BACKGROUND_REACH)
    return _is_after(match, pack.settings["context"]["background"], since)


def _is_after(match: Match, marks: str, since: int) -> bool:
    words, known = match.block.words, marks.split()
    before = (words[at].lower() for at in range(match.begin - 1, max(since, 0) - 1, -1))
    return any(word in known for word in takewhile(lambda word: word not in _ENDS, before))


def _span(match: Match) -> Span:
    """Return the match's span, without a full stop that ends the sentence."""
    block, end = match.block, match.end
    if block.words[end - 1] == "." and (end == len(block) or _is_upper(block, end)):
        end -= 1
    return Span(block.begin_of(match.begin), block.end_of(end - 1))


def _as_timex(
    meaning: Meaning, identifier: str, span: Span, text: str, match: Match, is_dateline: bool
) -> Timex:
    is_dated = meaning.type in (TimexType.DATE, TimexType.TIME)
    return Timex(
        id=identifier,
        span=span,
        text=text,
        type=meaning.type,
        value=meaning.value,
        rule=match.rule.name,
        explanation=f"“{' '.join(text.split())}” is {meaning.because}",
        time=_time_of(meaning) if is_dated else None,
        mod=meaning.mod,
        quant=meaning.quant,
        freq=meaning.freq,
        anchor=meaning.anchor.id if meaning.anchor is not None else None,
        evidence=meaning.evidence,
        alternatives=meaning.alternatives,
        is_dateline=is_dateline,
    )


def _time_of(meaning: Meaning) -> EventTime | None:
    """Return the bounds: of "earlier this month" the days before the anchor, not its first ones."""
    time = meaning.time or event_time_of(meaning.value, meaning.mod)
    anchor = meaning.anchor
    whole = event_time_of(meaning.value) if meaning.side and anchor is not None else None
    if whole is None or anchor is None or whole.begin is None or whole.end is None:
        return time
    cut = anchor.period.begin if meaning.side < 0 else anchor.period.end
    if not whole.begin < cut < whole.end:
        return time
    if meaning.side < 0:
        return replace(whole, end=cut, precision=Precision.INTERVAL)
    return replace(whole, begin=cut, precision=Precision.INTERVAL)
