"""Who is said to have said that it happened.

This module is being rewritten for headline wording, explanations, sources and calibration.
"""

from collections.abc import Sequence

from timeline_app.annotation.actor import Participant, Role, Source


def chain_of(
    governor: int | None,
    governors: Sequence[int | None],
    speakers: Sequence[Sequence[Participant]],
) -> tuple[Source, ...]:
    """Return the sources from the innermost speech act outward.

    `governor` is the speech act that tells of the happening, `governors` those of all the
    sentence's triggers, `speakers` the participants of each.
    """
    found: dict[str, Source] = {}
    seen: set[int] = set()
    while governor is not None and governor not in seen:
        seen.add(governor)
        for p in speakers[governor]:
            if p.role is Role.SPEAKER:
                found.setdefault(p.name, Source(name=p.name, kind=p.kind, span=p.span))
        governor = governors[governor]
    return tuple(found.values())
