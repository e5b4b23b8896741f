"""Runs of capitalised words, cut into known names, titles and unknown names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline_app.extraction.names.gazetteer import Entry, Gazetteer, Known, load_gazetteer
from timeline_app.extraction.names.lexicon import Lexicon, load_lexicon
from timeline_app.extraction.names.shapes import shape_of, shaped_by_noun
from timeline_app.extraction.names.units import Shape, Unit, UnitKind
from timeline_app.extraction.tokens import Tokens

_LONGEST_RUN = 40
"""Tokens of the longest run taken as one; a text in capitals is cut into such pieces."""
_TERRITORIES = (Known.STATE, Known.REGION, Known.CAPITAL, Known.ADJECTIVE, Known.PEOPLE)
_QUALIFIERS = (*_TERRITORIES, Known.CREED)
_INSIDE = (",", "(", ")", "'", "'s", "’s", "&", "/")
"""Signs after which a capital still marks a name."""
_NAMED = (Known.STATE, Known.REGION, Known.CAPITAL)


_PEOPLE = (
    *("body_nouns", "government_nouns", "force_nouns", "outlet_groups", "nation_plurals"),
    *("anaphor_state", "anaphor_outlet", "anaphor_organisation", "anaphor_group"),
    "anaphor_company",
)
"""Lists of nouns for people and bodies that are written small."""


@cache
def people_words(language: str) -> frozenset[str]:
    """Return the nouns by which people and bodies are spoken of."""
    lexicon = load_lexicon(language)
    roles = lexicon.roles
    return roles["groups"].union(roles["singles"], *(lexicon.words[key] for key in _PEOPLE))


@cache
def lower_starters(language: str) -> frozenset[str]:
    """Return the small-letter words with which a piece of a name can begin."""
    lexicon = load_lexicon(language)
    lower_names = (w for w in load_gazetteer(language).longest if w[0].islower())
    return people_words(language).union(lexicon.pronouns, lexicon.titles.longest, lower_names)


@dataclass(slots=True)
class CapitalRuns:
    """Cuts the capitalised runs of one text.

    `inside` are the words that have a capital inside sentences, `seen` all words of the text;
    `people` and `lower_starters` are those of its language.
    `resume` is where reading goes on after the run that was cut last.
    """

    tokens: Tokens
    lexicon: Lexicon
    gazetteer: Gazetteer
    inside: frozenset[str]
    seen: frozenset[str]
    people: frozenset[str]
    lower_starters: frozenset[str]
    resume: int = 0

    # -- where a run ends

    def end_of(self, at: int, stop: int) -> int:
        """Return the token after the run of capitals that begins at `at`."""
        end = at + 1
        limit = min(stop, at + _LONGEST_RUN)
        while end < limit:
            step = self._goes_on(end, limit)
            if not step:
                break
            end += step
        return end

    def _goes_on(self, at: int, stop: int) -> int:
        """Return how many tokens from `at` belong to the run, 0 where it has ended."""
        words, lowers = self.tokens.words, self.tokens.lowers
        word = words[at]
        if word[0].isupper():
            return 1
        if word == ".":
            return int(
                self._is_after_abbreviation(at) and at + 1 < stop and words[at + 1][0].isupper()
            )
        if word == "&" or lowers[at] in self.lexicon.words["name_particles"]:
            for count in (1, 2):
                if at + count < stop and words[at + count][0].isupper():
                    return count + 1
                if (
                    at + count >= stop
                    or lowers[at + count] not in self.lexicon.words["name_particles"]
                ):
                    break
        if "-" in word and word.split("-", 1)[0] in self.lexicon.words["name_particles"]:
            return 1
        return 0

    def _is_after_abbreviation(self, at: int) -> bool:
        before = self.tokens.words[at - 1]
        is_close = self.tokens.begins[at] == self.tokens.ends[at - 1]
        is_short = (
            len(before) == 1
            or self.tokens.lowers[at - 1] in self.lexicon.words["abbreviated_titles"]
        )
        return is_close and is_short

    # -- what it is made of

    def cut(
        self, at: int, end: int, inside: range, number: int, *, is_heading: bool
    ) -> Iterator[Unit]:
        """Yield the pieces of the run from `at` to `end`; sets `resume`."""
        self.resume = end
        titled = -1
        while at < end:
            unit = self._lower_case_piece(at, inside.start, number) or self._piece(
                at, end, inside.stop, number
            )
            if unit is None:
                at += 1
                continue
            if unit.kind is UnitKind.TITLE:
                titled = unit.last + 1
            if unit.kind is UnitKind.NAME or unit.shape:
                unit = self._joined(unit, end, inside.stop)
                if unit.first != titled or is_heading:
                    unit = self._judged(unit, inside.start, is_heading=is_heading)
            if unit is not None:
                unit = self._with_noun_after(unit, inside.stop)
                yield unit
                at = unit.last + 1
                self.resume = max(end, at)
            else:
                at += 1
            end = max(end, at)

    def _lower_case_piece(self, at: int, first: int, number: int) -> Unit | None:
        """Return a word that has its capital from its place: "He", "Police"."""
        lower = self.tokens.lowers[at]
        if lower in self.lexicon.pronouns and len(self.tokens.words[at]) > 1:
            return Unit(UnitKind.PRONOUN, at, at, number)
        stop = min(at + _LONGEST_RUN, len(self.tokens))
        if lower not in self.people or self.lexicon.titles.match(self.tokens.lowers, at, stop):
            return None
        if self._may_open(at, first) and not self.known_at(at, at + 1):
            return Unit(UnitKind.PEOPLE, at, at, number)
        return None

    def _piece(self, at: int, end: int, stop: int, number: int) -> Unit | None:
        """Return the piece at `at`, None for a word that begins none."""
        known = self.known_at(at, stop)
        title = self.lexicon.titles.match(self.tokens.lowers, at, stop)
        if known and known >= title:
            return self._composite(at, known, end, number)
        if title and not self._is_part_of_name(at, title, end):
            return Unit(
                UnitKind.TITLE, at, at + title - 1 + self._stop_after(at + title, end), number
            )
        if self._is_skipped(at):
            return None
        return self._name(at, end, number)

    def _stop_after(self, at: int, end: int) -> int:
        return int(at < end and self.tokens.words[at] == ".")

    def _is_part_of_name(self, at: int, count: int, end: int) -> bool:
        """Tell whether a title at the end of a run is somebody's family name: "Stephen King"."""
        before = self.tokens.lowers[at - 1] if at else ""
        return count == 1 and at + 1 == end and before in self.lexicon.given_names

    def _is_skipped(self, at: int) -> bool:
        lower = self.tokens.lowers[at].partition("'")[0].partition("’")[0]
        words = self.lexicon.words
        word = self.tokens.words[at]
        if "-" in word and word.rpartition("-")[2] in words["hyphened_ends"]:
            return True
        return not word[0].isupper() or (
            lower in words["openers"] or lower in words["calendar"] or lower in words["never_names"]
        )

    def known_at(self, at: int, stop: int) -> int:
        """Return how many tokens from `at` are a name of the gazetteer, 0 for none."""
        gazetteer, words = self.gazetteer, self.tokens.words
        longest = gazetteer.longest.get(words[at], 0)
        for count in range(min(longest, stop - at), 0, -1):
            if " ".join(words[at : at + count]) in gazetteer.entries:
                return count
        return 0

    def known_unit(self, at: int, count: int, number: int) -> Unit:
        """Return the known name of `count` tokens at `at`."""
        entry = self.gazetteer.entries[" ".join(self.tokens.words[at : at + count])]
        return Unit(UnitKind.KNOWN, at, at + count - 1, number, entry)

    def _composite(self, at: int, count: int, end: int, number: int) -> Unit:
        """Return a known name, or the longer name that it begins ("Kenya Airways")."""
        unit = self.known_unit(at, count, number)
        entry = unit.entry
        after = at + count
        if entry is None or entry.kind not in _QUALIFIERS or after >= end:
            return unit
        body = self.known_at(after, end)
        if body and self._is_general_body(after, body):
            return Unit(UnitKind.NAME, at, after + body - 1, number, entry, Shape.ORGANISATION)
        rest = self._name_end(after, end)
        if rest == after:
            return unit
        shape = shape_of(self.tokens, self.lexicon, after, rest)
        if shape in (Shape.ORGANISATION, Shape.GROUP, Shape.PLACE, Shape.OUTLET):
            return self._whole(at, rest, unit, shape)
        if shape is Shape.THING and entry.kind in _NAMED:
            return self._whole(at, rest, unit, shape)
        if entry.kind in _NAMED and self.tokens.lowers[at] in self.lexicon.given_names:
            return Unit(UnitKind.NAME, at, rest - 1, number)
        return unit

    def _is_general_body(self, at: int, count: int) -> bool:
        """Tell whether a known body is one of many: the Communist Party, the Supreme Court."""
        entry = self.gazetteer.entries[" ".join(self.tokens.words[at : at + count])]
        return entry.kind is Known.ORGANISATION and entry.country is None and count > 1

    def _whole(self, at: int, rest: int, unit: Unit, shape: Shape) -> Unit:
        last = self.tokens.lowers[rest - 1]
        words = self.lexicon.words
        if last in words["government_nouns"] or last in words["force_nouns"]:
            return unit
        return Unit(UnitKind.NAME, at, rest - 1, unit.sentence, unit.entry, shape)

    def _with_noun_after(self, unit: Unit, stop: int) -> Unit:
        """Return a name with what the small-letter noun after it says that it is.

        "Ben Gurion airport" is a place, noun and all; "the White Helmets rescue group" a group.
        """
        after = unit.last + 1
        if after >= stop:
            return unit
        if self.tokens.lowers[after] not in self.lexicon.words["place_nouns"]:
            return shaped_by_noun(self.tokens, self.lexicon, unit, stop)
        is_name = unit.kind is UnitKind.NAME and unit.shape is Shape.PLAIN
        entry = unit.entry
        if unit.kind is UnitKind.KNOWN and entry is not None:
            is_name = entry.kind in (Known.ADJECTIVE, Known.CAPITAL)
        if not is_name:
            return unit
        return Unit(UnitKind.NAME, unit.first, after, unit.sentence, entry, Shape.PLACE)

    # -- unknown names

    def _name(self, at: int, end: int, number: int) -> Unit:
        is_pair = self._is_compound(self.tokens.words[at])
        rest = at + 1 if is_pair else max(self._name_end(at, end), at + 1)
        return Unit(
            UnitKind.NAME, at, rest - 1, number, None, shape_of(self.tokens, self.lexicon, at, rest)
        )

    def _name_end(self, at: int, end: int) -> int:
        """Return where an unknown name that begins at `at` ends within its run."""
        at_first = at
        words, lowers = self.tokens.words, self.tokens.lowers
        while at < end:
            if lowers[at] in self.lexicon.words["calendar"] and not self._is_surname(at, at_first):
                break
            title = self.lexicon.titles.match(lowers, at, end)
            if title and at + title < end and not self._is_part_of_name(at, title, end):
                break
            known = self.known_at(at, end)
            if known and not self._is_swallowed(at, known, at_first):
                break
            at += max(known, 1)
        while at > at_first and not words[at - 1][0].isalnum():
            at -= 1
        return at

    def _is_surname(self, at: int, first: int) -> bool:
        return at == first + 1 and self.tokens.lowers[first] in self.lexicon.given_names

    def _is_swallowed(self, at: int, count: int, first: int) -> bool:
        """Tell whether a known name inside a run belongs to a longer one: "Michael Jordan"."""
        if at == first:
            return False
        entry = self.gazetteer.entries[" ".join(self.tokens.words[at : at + count])]
        return count == 1 and entry.kind in (*_NAMED, Known.ORGANISATION, Known.OUTLET, Known.GROUP)

    # -- "Ministry of Defence and Security"

    def _joined(self, unit: Unit, end: int, stop: int) -> Unit:
        """Return a name with what is joined to its head: "Parliament" + "of Iraq"."""
        if unit.last + 1 != end or unit.shape in (Shape.PLAIN, Shape.THING):
            return unit
        if self.tokens.lowers[unit.last] in self.lexicon.words["closed_heads"]:
            return unit
        after = self._after_joiner(end, stop)
        if after == 0:
            return unit
        rest = self._joined_end(after, stop)
        entry = unit.entry
        known = self.known_at(after, rest)
        if known and entry is None:
            entry = self._territory(after, known)
        return Unit(UnitKind.NAME, unit.first, rest - 1, unit.sentence, entry, unit.shape)

    def _territory(self, at: int, count: int) -> Entry | None:
        entry = self.gazetteer.entries[" ".join(self.tokens.words[at : at + count])]
        return entry if entry.kind in _TERRITORIES else None

    def _after_joiner(self, at: int, stop: int) -> int:
        """Return the capitalised token after "of" or "of the" at `at`, 0 where there is none."""
        words, lowers = self.tokens.words, self.tokens.lowers
        if at + 1 >= stop or lowers[at] not in self.lexicon.words["name_joiners"]:
            return 0
        after = at + 1 + (lowers[at + 1] in self.lexicon.words["definite"])
        if after < stop and words[after][0].isupper() and not self._is_skipped(after):
            return after
        return 0

    def _joined_end(self, at: int, stop: int) -> int:
        known = self.known_at(at, stop)
        if known:
            return at + known
        rest = max(self._name_end(at, self.end_of(at, stop)), at + 1)
        words, lowers = self.tokens.words, self.tokens.lowers
        if (
            rest + 1 < stop
            and lowers[rest] in self.lexicon.words["list_and"]
            and words[rest + 1][0].isupper()
        ):
            further = self.end_of(rest + 1, stop)
            is_free = not self.known_at(rest + 1, further) and not self.lexicon.titles.match(
                lowers, rest + 1, further
            )
            if is_free and further - rest == 2:
                return further
        return rest

    # -- is it a name at all?

    def _judged(self, unit: Unit, first: int, *, is_heading: bool) -> Unit | None:
        """Return the piece if its capitals mark a name, None if they come from the layout."""
        words = self.tokens.words
        if self._is_compound(words[unit.first]):
            return unit
        if is_heading:
            rest = [words[i] for i in range(unit.first, unit.last + 1) if words[i][0].isupper()]
            return unit if unit.entry or all(w in self.inside for w in rest) else None
        if unit.first == unit.last and self._may_open(unit.first, first):
            word = words[unit.first]
            if word.lower() in self.seen or not (word in self.inside or self._acts(unit.last + 1)):
                return None
        return unit

    def _is_compound(self, word: str) -> bool:
        """Tell whether a word is made of two known names: "Israeli-Palestinian"."""
        first, dash, second = word.partition("-")
        entries = self.gazetteer.entries
        is_first = first in entries or f"{first} -" in entries
        return dash == "-" and is_first and second in entries

    def _may_open(self, at: int, first: int) -> bool:
        before = self.tokens.words[at - 1] if at > first else "."
        return not before[0].isalnum() and before not in _INSIDE

    def _acts(self, at: int) -> bool:
        """Tell whether a verb of speech or a possessive follows, as after a name."""
        if at >= len(self.tokens):
            return False
        lower = self.tokens.lowers[at]
        return lower in self.lexicon.words["speech_verbs"] or lower in ("'s", "’s")
