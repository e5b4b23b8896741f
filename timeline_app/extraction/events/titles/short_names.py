"""What a headline calls people and states: surnames, common abbreviations."""

from collections import Counter
from collections.abc import Iterable, Mapping

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.events.titles.scope import title_words
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.names.mention import ActorMention

_LONGEST_ACRONYM = 6


def short_names(actors: Iterable[ActorMention], text: str, language: str) -> Mapping[str, str]:
    """Return by canonical name what a headline says; two people of one surname keep full names."""
    known = load_table(language, "events/titles").get("short_names", {})
    people: dict[str, str] = {}
    short: dict[str, str] = {}
    for actor in actors:
        if actor.name in known:
            short[actor.name] = known[actor.name]
        elif actor.kind is ActorKind.PERSON and actor.name not in people:
            people[actor.name] = surname(actor.name, language)
        elif actor.kind is ActorKind.ORGANISATION:
            written = actor.head.of(text)
            if written.isupper() and 2 <= len(written) <= _LONGEST_ACRONYM:
                short[actor.name] = written
    shared = Counter(people.values())
    return short | {full: last for full, last in people.items() if shared[last] == 1}


def surname(name: str, language: str) -> str:
    """Return the family name: Moi of "Daniel arap Moi", Xi of "Xi Jinping".

    A name of one word, of a firm, or with a number or a rank in it, stays whole.
    """
    words = name.split()
    if words and words[-1].lower() in title_words(language, "name_suffixes"):
        words = words[:-1]
    if len(words) < 2 or words[-1].islower() or not words[0][:1].isupper():
        return name
    is_firm = words[-1].lower().rstrip(".") in title_words(language, "firm_suffixes")
    is_whole = words[0].lower() in title_words(language, "whole_names")
    if is_firm or is_whole or words[-1].isupper():
        return name
    if words[0] in title_words(language, "family_first") and len(words) <= _ASIAN:
        return words[0]
    last = words[-1]
    particles = title_words(language, "particles")
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in particles:
        first -= 1
    for article in title_words(language, "name_articles"):
        if last.lower().startswith(article):
            return last[len(article) :]
    return " ".join(words[first:])


_ASIAN = 3
