"""The filter on columns shows what a naive filter, event by event, shows."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.annotation.event_columns import (
    MODALITIES,
    OPEN_BEGIN,
    OPEN_END,
    TYPES,
    UNDATED,
    EventColumns,
    EventFlag,
    GroupColumn,
    Grouping,
)
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.layout.column_selection import taken
from timeline_app.layout.filtering import (
    FLAG_FACETS,
    GROUP_FIELDS,
    EventFilter,
    facets,
    rows_with_ids,
    shown,
)

NAMES = ("Lavrov", "Putin", "Hollande")


@st.composite
def columns(draw: st.DrawFn) -> EventColumns:
    count = draw(st.integers(0, 12))
    small = st.integers(-50, 50)
    begins, ends, flags = [], [], []
    for _ in range(count):
        is_undated = draw(st.booleans()) and draw(st.booleans())
        begin = draw(small)
        dated = draw(st.sampled_from([begin, int(OPEN_BEGIN)]))
        begins.append(int(UNDATED) if is_undated else dated)
        end = draw(st.sampled_from([begin + 5, int(OPEN_END)]))
        ends.append(int(UNDATED) if is_undated else end)
        bits = draw(st.sampled_from([0, 8, 16, 24, 32, 64, 128]))
        flags.append(bits | (EventFlag.UNDATED if is_undated else 0))
    return EventColumns(
        ids=np.arange(count, dtype=np.int64) * 3,
        begins=np.array(begins, np.int64),
        ends=np.array(ends, np.int64),
        precisions=np.zeros(count, np.uint8),
        types=np.array([draw(st.integers(0, len(TYPES) - 1)) for _ in range(count)], np.uint8),
        modalities=np.array(
            [draw(st.integers(0, len(MODALITIES) - 1)) for _ in range(count)], np.uint8
        ),
        flags=np.array(flags, np.uint16),
        confidences=np.array([draw(st.integers(0, 100)) for _ in range(count)], np.uint8),
        reports=np.ones(count, np.uint16),
        groups={grouping: draw(group(count)) for grouping in Grouping},
        known_from=np.array([draw(small) for _ in range(count)], np.int64),
    )


@st.composite
def group(draw: st.DrawFn, count: int) -> GroupColumn:
    members = [draw(st.lists(st.integers(0, 2), max_size=3, unique=True)) for _ in range(count)]
    offsets = np.concatenate(([0], np.cumsum([len(m) for m in members]))).astype(np.int64)
    codes = np.array([code for m in members for code in m], np.int32)
    return GroupColumn(names=NAMES, offsets=offsets, codes=codes)


filters = st.builds(
    EventFilter,
    types=st.frozensets(st.sampled_from(list(EventType)), max_size=4),
    modalities=st.frozensets(st.sampled_from(list(Modality)), max_size=2),
    actors=st.frozensets(st.sampled_from([*NAMES, "Nobody"]), max_size=2),
    places=st.frozensets(st.sampled_from(NAMES), max_size=2),
    sources=st.frozensets(st.sampled_from(NAMES), max_size=1),
    min_confidence=st.sampled_from([0, 0, 40, 100]),
    reviewed=st.sampled_from([None, None, True, False]),
    within=st.sampled_from([None, (0, 10), (-60, 60)]),
    flags=st.frozensets(st.sampled_from(FLAG_FACETS), max_size=2),
    with_rejected=st.booleans(),
)


def is_shown(c: EventColumns, row: int, wanted: EventFilter) -> bool:
    flags = EventFlag(int(c.flags[row]))
    begin, end = int(c.begins[row]), int(c.ends[row])
    in_time = wanted.within is None or (
        EventFlag.UNDATED not in flags and begin < wanted.within[1] and end > wanted.within[0]
    )
    return (
        in_time
        and (not wanted.types or TYPES[c.types[row]] in wanted.types)
        and (not wanted.modalities or MODALITIES[c.modalities[row]] in wanted.modalities)
        and all(
            not getattr(wanted, field) or set(c.groups[g].of(row)) & getattr(wanted, field)
            for g, field in GROUP_FIELDS.items()
        )
        and int(c.confidences[row]) >= wanted.min_confidence
        and (wanted.reviewed is None or wanted.reviewed == (EventFlag.REVIEWED in flags))
        and (not wanted.flags or any(flag in flags for flag in wanted.flags))
        and (wanted.with_rejected or EventFlag.REJECTED not in flags)
    )


@given(columns(), filters)
def test_the_mask_is_that_of_a_naive_filter(c: EventColumns, wanted: EventFilter) -> None:
    assert shown(c, wanted).tolist() == [is_shown(c, row, wanted) for row in range(len(c))]


@given(columns(), filters)
def test_each_count_is_what_choosing_that_value_alone_would_show(
    c: EventColumns, wanted: EventFilter
) -> None:
    counted = facets(c, wanted)
    for kind, count in counted.types.items():
        assert count == shown(c, replace(wanted, types=frozenset({kind}))).sum()
    for state, count in counted.modalities.items():
        assert count == shown(c, replace(wanted, modalities=frozenset({state}))).sum()
    for grouping, field in GROUP_FIELDS.items():
        for name, count in zip(NAMES, counted.groups[grouping], strict=True):
            assert count == shown(c, replace(wanted, **{field: frozenset({name})})).sum()
    for is_reviewed in (False, True):
        only = shown(c, replace(wanted, reviewed=is_reviewed)).sum()
        assert counted.reviewed[is_reviewed] == only
    for flag, count in counted.flags.items():
        assert count == shown(c, replace(wanted, flags=frozenset({flag}))).sum()


@given(columns(), st.data())
def test_found_events_are_shown_and_no_others(c: EventColumns, data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from([0, 3, 6, 99]), max_size=3))
    found = rows_with_ids(c, ids)
    everything = EventFilter(with_rejected=True)
    assert set(c.ids[shown(c, everything, found=found)].tolist()) == set(ids) & set(c.ids.tolist())


@given(columns(), filters)
def test_taken_columns_hold_the_shown_events_with_their_groups(
    c: EventColumns, wanted: EventFilter
) -> None:
    mask = shown(c, wanted)
    some = taken(c, mask)
    rows = np.flatnonzero(mask)
    assert some.ids.tolist() == c.ids[rows].tolist()
    for grouping in Grouping:
        assert [some.groups[grouping].of(i) for i in range(len(some))] == [
            c.groups[grouping].of(int(row)) for row in rows
        ]


def test_an_empty_library_has_no_counts() -> None:
    counted = facets(EventColumns.empty(), EventFilter())
    assert not any(counted.types.values())
    assert EventFilter().is_empty
