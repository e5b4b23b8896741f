"""What earlier text has established: the document's date and the thread of the story."""

from dataclasses import dataclass

from timeline_app.annotation.timex import TimexType
from timeline_app.extraction.timex.meaning import Anchor, Meaning
from timeline_app.extraction.timex.period import fineness, period_at

NEWS = "news"
NARRATIVE = "narrative"
DCT_ID = "dct"
_THREADS = 4


@dataclass(slots=True, kw_only=True)
class Context:
    """The anchors at one place of a text, as left by the expressions before it."""

    genre: str
    dct: Anchor | None
    language: str
    is_month_first: bool = True
    story: Anchor | None = None
    story_day: Anchor | None = None
    bygone_day: Anchor | None = None
    """The last day told that the article's date had seen."""
    reporting: Anchor | None = None
    threads: tuple[Anchor, ...] = ()
    """Where the story stood before, the latest first."""
    last: Meaning | None = None
    reached: int = 0
    """The token of the block at which the expression before ends."""
    sentence_day: Anchor | None = None
    sentence_year: Anchor | None = None
    """The last date of this sentence that was given with its year."""
    sentence_weekday: Anchor | None = None
    """The day that this sentence has called by its weekday."""
    sentence_set: bool = False
    """Whether this sentence tells of what comes again and again ("every Friday")."""

    @property
    def is_told(self) -> bool:
        """Tell whether dates hang on the story's own thread, and not on the document's date."""
        return self.genre == NARRATIVE or self.dct is None

    def thread_of(self, unit: str) -> Anchor | None:
        """Return the story's time, at least as fine as `unit` where the story told such a one."""
        if fineness(unit) <= fineness("day"):
            return self.sentence_day or self.story_day or self.thread
        if self.story is None or fineness(self.story.period.unit) <= fineness(unit):
            return self.thread
        return self.story if self.is_told else self.story_day or self.dct

    def seen(self, anchor: Anchor | None) -> Anchor | None:
        """Return the day told before where the anchor is a plan: what is past follows no plan."""
        if anchor is None or self.dct is None or self.is_told:
            return anchor
        is_ahead = anchor.period.begin > self.dct.period.begin
        return self.bygone_day or anchor if is_ahead else anchor

    @property
    def base(self) -> Anchor | None:
        """Return what a bare weekday or month is counted from."""
        if self.is_told:
            return self.story or self.dct
        return self.dct or self.story

    @property
    def thread(self) -> Anchor | None:
        """Return what "the next day" is counted from: the story, else the document's date."""
        return self.story or self.dct

    @property
    def day(self) -> Anchor | None:
        """Return the day to which a bare clock time belongs."""
        return self.sentence_day or self.story_day or self.dct

    def note(
        self,
        identifier: str,
        meaning: Meaning,
        *,
        is_aside: bool = False,
        names_weekday: bool = False,
        names_year: bool = False,
    ) -> None:
        """Take an expression's meaning up into the story; an aside is no step of it."""
        self.last = meaning
        self.sentence_set |= meaning.type is TimexType.SET and meaning.quant is not None
        period = meaning.period
        if meaning.amount is not None and meaning.amount.unit == "month":
            self.reporting = None
        if period is None or not meaning.moves_story:
            return
        anchor = Anchor(id=identifier, period=period)
        if period.unit in ("quarter", "half"):
            self.reporting = anchor
        if not is_aside:
            self._step(anchor)
        if names_year and not fineness(period.unit) > fineness("year"):
            self.sentence_year = anchor
        if names_weekday:
            self.sentence_weekday = self.sentence_day

    def _step(self, anchor: Anchor) -> None:
        period = anchor.period
        if self.story is not None and self.story.period != period:
            self.threads = (self.story, *self.threads)[:_THREADS]
        self.story = anchor
        if fineness(period.unit) <= fineness("day"):
            day = period_at("day", period.begin)
            self.story_day = self.sentence_day = Anchor(id=anchor.id, period=day)
            if self.dct is None or day.begin <= self.dct.period.begin:
                self.bygone_day = self.story_day

    def begin_sentence(self) -> None:
        """Forget what holds only within a sentence."""
        self.sentence_day = self.sentence_weekday = self.sentence_year = None
        self.sentence_set = False
