"""The words by which a language tells whether a verb points back or forward.

They come from the language pack (`[tense]` in words.toml).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from timeline_app.extraction.language_pack import load_table

PAST, FUTURE, UNCLEAR = -1, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense:
    """A direction and the word that shows it; `is_firm` is false for a mere leaning."""

    direction: int
    evidence: str = ""
    is_firm: bool = True
    is_lead: bool = False
    """Whether a word right before the expression decides ("since"), which no habit overrides."""
    is_plan: bool = False
    """Whether it is a plan of the past ("had been set for Friday"), kept or not."""


@dataclass(frozen=True, kw_only=True)
class TenseWords:
    """A pack's tense markers, lower case."""

    past: frozenset[str]
    future: frozenset[str]
    present: frozenset[str]
    base: frozenset[str]
    """Plain forms of verbs that news uses of what is to come ("they meet Tuesday")."""
    before_noun: frozenset[str]
    """Words after which such a form is a noun ("the vote")."""
    single: frozenset[str]
    """Those that no plural follows: with an adjective too it is a noun ("a single vote")."""
    not_participles: frozenset[str]
    """Words behind "had" with which it is a verb of its own ("had until Friday")."""
    did: frozenset[str]
    """Auxiliaries that make a plain form past ("did not meet")."""
    leads: Mapping[str, int]
    """Words directly before the expression that decide by themselves ("until", "since")."""
    infinitive: frozenset[str]
    not_infinitive: frozenset[str]
    intention: frozenset[str]
    """Words before an infinitive that make it a plan ("is to meet", "agreed to meet")."""
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    not_verbs: frozenset[str]
    leaning: frozenset[str]
    """Auxiliaries that rather point ahead ("could meet"), but not when denied."""
    denial: frozenset[str]
    modal: frozenset[str]
    """Auxiliaries before a plain form that looks like a past ("will hit")."""
    follows_future: frozenset[str]
    """Nouns directly after the expression that lie ahead ("May delivery")."""
    passive: frozenset[str]
    """Words that make the participle after them a passive: its auxiliary decides."""
    perfect: frozenset[str]
    """Auxiliary pairs before a participle ("had been" scheduled) that make it past."""
    relatives: frozenset[str]
    """Words that begin a clause about a noun ("that", "which")."""
    habitual: frozenset[str]
    """Words that tell of no one time ("usually")."""
    having: frozenset[str]
    determiners: frozenset[str]
    """Words behind which one of habit only qualifies a noun ("the usually calm lake")."""
    summoning: frozenset[str]
    """Participles of setting a day: what one "has called on Thursday" lies ahead."""
    pluperfect: frozenset[str]
    """Those of them before which even a plan ("had been" scheduled for) is past."""
    had: frozenset[str]
    auxiliary: frozenset[str]
    condition: frozenset[str]
    """Words that begin a clause whose present tense means what is to come ("when", "if")."""
    now_auxiliary: frozenset[str]
    """Present auxiliaries of such a clause ("is" heard)."""
    lasting: frozenset[str]
    """Past verbs that reach up to what follows "until" ("lasted until Sunday")."""
    limits: frozenset[str]
    """Words for a limit in time ("by"): it lies ahead, unless the verb behind it tells a past."""
    joints: frozenset[str]
    """Words and signs after which a clause begins."""
    breaks: frozenset[str]
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence, for a name follows ("Mr")."""

    @cached_property
    def markers(self) -> frozenset[str]:
        """Return every word that may show a tense by itself or with its neighbours."""
        pairs = {lead.partition("_")[0] for lead in self.leads if "_" in lead}
        lists = (self.past, self.future, self.present, self.base, self.infinitive, self.leaning)
        return frozenset(pairs).union(*lists)

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Return the endings of verbs that show a tense."""
        return self.past_endings + self.future_endings


@cache
def tense_words(language: str) -> TenseWords:
    """Return the tense markers of a language."""
    table: Mapping[str, Any] = load_table(language, "time/words")["tense"]

    def words(key: str) -> frozenset[str]:
        return frozenset(table.get(key, "").split())

    return TenseWords(
        past=words("past"),
        future=words("future"),
        present=words("present"),
        base=words("base"),
        before_noun=words("before_noun"),
        did=words("did"),
        leads={
            **dict.fromkeys(words("leads_past"), PAST),
            **dict.fromkeys(words("leads_future"), FUTURE),
        },
        infinitive=words("infinitive"),
        not_infinitive=words("not_infinitive"),
        intention=words("intention"),
        past_endings=tuple(table.get("past_endings", "").split()),
        future_endings=tuple(table.get("future_endings", "").split()),
        not_verbs=words("not_verbs"),
        leaning=words("leaning"),
        denial=words("denial"),
        modal=words("modal"),
        follows_future=words("follows_future"),
        passive=words("passive"),
        perfect=words("perfect"),
        single=words("single"),
        having=words("having"),
        determiners=words("determiners"),
        summoning=words("summoning"),
        not_participles=words("not_infinitive") | words("limits") | words("before_noun"),
        habitual=words("habitual"),
        relatives=words("relatives"),
        pluperfect=words("pluperfect"),
        had=words("had"),
        auxiliary=words("auxiliary"),
        condition=words("condition"),
        now_auxiliary=words("now_auxiliary"),
        lasting=words("lasting"),
        limits=words("limits"),
        joints=words("joints"),
        breaks=words("breaks"),
        abbreviations=frozenset(
            load_table(language, "abbreviations").get("before_name", "").split()
        ),
    )
