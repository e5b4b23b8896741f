"""Who is said to have said that it happened, innermost first.

A source is the speaker of a speech act that encloses the happening ("Lavrov said that …", "…, the
army said, …"), then whoever tells of that speech act ("…, Vedomosti reported"), then whom a phrase
names ("according to Interfax"). Who only condemns, praises or orders something is no source of it.
"""

from collections.abc import Collection, Iterator, Sequence

from timeline_app.annotation.actor import ActorKind, Participant, Role, Source
from timeline_app.extraction.events.frames import Named, is_possessor
from timeline_app.extraction.events.scene import Scene, cited_at, quoting_at
from timeline_app.extraction.names.mention import ActorForm

_TABLE = "attribution"
_MOST_AFTER = 7
"""Most tokens after the verb of an inserted "the army said on Monday"."""
_MOST_BEFORE = 14
"""Most tokens of its subject."""


def chain_of(
    scene: Scene, k: int, participants: Sequence[Sequence[Participant]]
) -> tuple[Source, ...]:
    """Return the sources of trigger `k` from the innermost speech act outward.

    `participants` are those of each trigger. A speaker is no source of his own speech.
    """
    found: dict[str, Source] = {}
    seen = {k}
    inner, governor = k, _teller(scene, k)
    while governor is not None and governor not in seen:
        seen.add(governor)
        if _is_source(scene, governor, inner):
            for source in _cited_by(scene, governor):
                found.setdefault(source.name, source)
            for p in _speakers(scene, governor, inner, participants[governor]):
                found.setdefault(p.name, Source(name=p.name, kind=p.kind, span=p.span))
        inner, governor = governor, _beyond(scene, inner, governor)
    for source in (*_quoting(scene, seen), *_by_phrase(scene, k)):
        found.setdefault(source.name, source)
    if scene.is_speech_verb(k):
        for p in participants[k]:
            found.pop(p.name if p.role is Role.SPEAKER else "", None)
    return tuple(found.values())


def _beyond(scene: Scene, inner: int, governor: int) -> int | None:
    """Return who tells of the speech act in turn; one that follows its content has none before."""
    beyond = _teller(scene, governor)
    if beyond is None:
        return None
    follows = scene.triggers[governor].head > scene.triggers[inner].head
    is_before = scene.triggers[beyond].head < scene.triggers[governor].head
    return None if follows and is_before else beyond


def _speakers(
    scene: Scene, governor: int, inner: int, participants: Sequence[Participant]
) -> list[Participant]:
    """Return who speaks; where the speech stands before its verb, those after the comma alone."""
    speakers = _without_employers([p for p in participants if p.role is Role.SPEAKER])
    group = scene.triggers[governor].group
    if group is None or scene.triggers[inner].head > group.head:
        return speakers
    begin = group.begin if group.is_finite else _citation(scene, group.begin)
    comma = _last_comma(scene, begin)
    after = {n.actor.span for n in scene.names if n.actor is not None and n.begin > comma}
    return [p for p in speakers if p.span in after] or speakers


def _without_employers(speakers: Sequence[Participant]) -> list[Participant]:
    """Return the speakers without whom a person's title only names: "Treasury head Ida Elbe"."""
    people = {p.span for p in speakers if p.kind is ActorKind.PERSON}
    return [p for p in speakers if p.kind is ActorKind.PERSON or p.span not in people]


def _teller(scene: Scene, k: int) -> int | None:
    """Return the speech act that tells of trigger `k`, None beyond a semicolon."""
    governor = scene.governors[k]
    if governor is not None:
        within = (j for j in range(k + 1, governor) if _tells_before(scene, j, k))
        governor = next(within, governor)
        return None if _are_apart(scene, k, governor) else governor
    inserted = (j for j in range(k + 1, len(scene.triggers)) if _tells_before(scene, j, k))
    return next(inserted, None)


def _are_apart(scene: Scene, k: int, governor: int) -> bool:
    first, last = sorted((scene.triggers[k].head, scene.triggers[governor].head))
    breaks = scene.words(_TABLE, "independent")
    lowers, quoted = scene.sentence.lowers, scene.sentence.quoted
    return any(lowers[j] in breaks and not quoted[j] for j in range(first, last))


def _tells_before(scene: Scene, j: int, k: int) -> bool:
    """Tell whether verb `j` is inserted after the happening: "…, the army said, a day after …"."""
    said = scene.triggers[j]
    if not scene.is_speech_verb(j) or said.group is None:
        return False
    s = scene.sentence
    begin = said.group.begin if said.group.is_finite else _citation(scene, said.group.begin)
    comma = _last_comma(scene, begin)
    if comma < 0 or scene.triggers[k].head >= comma or _are_apart(scene, k, j):
        return False
    for i in range(said.end, min(said.end + _MOST_AFTER, len(s))):
        word = s.lowers[i]
        if not word[0].isalnum():
            return word in s.grammar.classes.comma or word in scene.words(_TABLE, "ends")
        if word in s.grammar.classes.complementiser or s.is_finite_verb(i):
            return False
    return said.end >= len(s) - 1


def _citation(scene: Scene, begin: int) -> int:
    """Return where "was quoted as" begins before "saying", 0 where that does not stand there."""
    s = scene.sentence
    j = begin - 2
    is_cited = s.lower(j) in scene.words(_TABLE, "cited")
    if not is_cited or s.lower(begin - 1) not in scene.words(_TABLE, "as"):
        return 0
    while j > 0 and s.lowers[j - 1] in s.grammar.auxiliary:
        j -= 1
    return j


def _last_comma(scene: Scene, begin: int) -> int:
    """Return the comma before the subject that ends at `begin`, -1 where a verb comes between."""
    s = scene.sentence
    for i in range(begin - 1, max(-1, begin - _MOST_BEFORE), -1):
        if s.lowers[i] in s.grammar.classes.comma:
            return i
        opens = s.lowers[i] in s.grammar.classes.subordinator
        if opens or s.is_finite_verb(i) or s.lowers[i] in s.grammar.classes.relative:
            return -1
    return -1


def _is_source(scene: Scene, governor: int, inner: int) -> bool:
    """Tell whether a speech act vouches for what it speaks of."""
    said, told = scene.triggers[governor], scene.triggers[inner]
    if said.entry.lemma in scene.words(_TABLE, "no_source_lemmas"):
        return False
    is_object = told.is_noun and told.head > said.head
    kinds = "no_source_of_objects" if is_object else "no_source"
    return said.entry.subtype not in scene.words(_TABLE, kinds)


def _cited_by(scene: Scene, governor: int) -> Iterator[Source]:
    """Yield whose words are passed on: "quoted Elbe as saying", "reported, citing police"."""
    s, said = scene.sentence, scene.triggers[governor]
    group = said.group
    if group is None:
        return
    at = quoting_at(scene, group.begin)
    named = _first_actor(scene, at + 1) if at >= 0 else None
    if named is not None and named.end < group.begin:
        yield from _sources(named)
    citing = scene.words(_TABLE, "citing")
    if citing.isdisjoint(s.vocabulary):
        return
    for i, word in enumerate(s.lowers):
        if word in citing and not s.quoted[i]:
            yield from _sources(_first_actor(scene, i + 1))


def _sources(named: Named | None) -> Iterator[Source]:
    """Yield everybody whom an actor's mention means."""
    actor = named.actor if named is not None else None
    for name in actor.names if actor is not None else ():
        assert actor is not None
        yield Source(name=name, kind=actor.kind, span=actor.span)


_MOST_DATE = 3
"""Most tokens of a date between "saying" and "by"."""


def _quoting(scene: Scene, speeches: Collection[int]) -> Iterator[Source]:
    """Yield who passes a speech on: "was quoted by Vedomosti as saying", "… as saying by TASS"."""
    s, by = scene.sentence, scene.sentence.grammar.classes.agent_preposition
    for j in sorted(speeches):
        group = scene.triggers[j].group
        if group is None or group.begin == 0 or not scene.is_speech_verb(j):
            continue
        cited = cited_at(scene, group.begin)
        if cited < 0:
            continue
        end = scene.triggers[j].end
        near = (*range(cited + 1, group.begin), *range(end, end + _MOST_DATE))
        begin = next((i + 1 for i in near if s.lower(i) in by), -1)
        yield from _sources(_first_actor(scene, begin) if begin > 0 else None)


def _by_phrase(scene: Scene, k: int) -> Iterator[Source]:
    """Yield whom a phrase names as source: "according to the Anatolia news agency"."""
    s = scene.sentence
    openers = scene.words(_TABLE, "according")
    if openers.isdisjoint(s.vocabulary):
        return
    for i, word in enumerate(s.lowers):
        if word not in openers or s.quoted[i]:
            continue
        named = _first_actor(scene, i + 2)
        begin, end = sorted((i, scene.triggers[k].head))
        breaks = scene.words(_TABLE, "independent")
        is_apart = any(s.lowers[j] in breaks and not s.quoted[j] for j in range(begin, end))
        if not is_apart:
            yield from _sources(named)


def _first_actor(scene: Scene, begin: int) -> Named | None:
    """Return the actor in the noun phrase at `begin`, whoever owns it only if nobody else is."""
    owner: Named | None = None
    s = scene.sentence
    for named in scene.names:
        if named.actor is None or named.begin < begin:
            continue
        between = s.lowers[begin : named.begin]
        if named.begin - begin > _MOST_AFTER or any(not w[0].isalnum() for w in between):
            break
        is_modifier = is_possessor(s, named) or named.actor.form is ActorForm.DEMONYM
        if not is_modifier:
            return named
        owner = owner or named
    return owner
