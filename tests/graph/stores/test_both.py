"""Neo4j and the embedded store hold the same for the same dataset, node by node and value by value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from stored import EMPTY, Place, dump, wide

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.neo4j
def test_both_hold_the_same(neo4j_server: Any, tmp_path: Path) -> None:
    places = (
        Place("embedded", (str(tmp_path),)),
        Place("neo4j", (neo4j_server.uri, neo4j_server.user, neo4j_server.password)),
    )
    dumps, counters = [], []
    for place in places:
        with place.open() as store:
            store.load(EMPTY)
            counters.append(store.load(wide(80)).counters)
            dumps.append(dump(store))
    assert dumps[0] == dumps[1]
    assert counters[0] == counters[1]
