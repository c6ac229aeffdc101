"""A load that is killed and run again leaves the store as one clean load does."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from stored import EMPTY, dump, wide

if TYPE_CHECKING:
    from stored import Place

SIZE = 150  # of entities; about 600 rows, in batches of 50


@pytest.mark.parametrize("after", [1, 160, 400])
def test_killed_between_batches_and_run_again(emptied: Place, after: int) -> None:
    dataset = wide(SIZE)
    with emptied.open() as store:
        store.load(dataset)
        clean = dump(store)
        store.load(EMPTY)

    with emptied.in_another_process("die", after, SIZE) as process:
        _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors

    with emptied.open(create=False) as store:  # readable at once, and really half-way
        half = dump(store)
        assert half != clean
        assert set(half[0]) <= set(clean[0])
        assert set(half[1]) <= set(clean[1])
    with emptied.open() as store:
        report = store.load(dataset)
        assert report.nodes.created + report.relationships.created > 0
        assert dump(store) == clean
        assert store.read() == dataset
        assert not store.load(dataset).contains_updates
