"""Run by tests in a process of its own: hold a store open, or be killed in the middle of a load."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from acuerdo.graph.stores import load as loading
from acuerdo.graph.stores import open_embedded, open_neo4j

sys.path.append(str(Path(__file__).parents[2] / "support"))
from wide import wide  # noqa: E402


def main(place: str, what: str, *arguments: str) -> None:
    kind, *address = json.loads(place)
    create = what != "read"
    with open_neo4j(*address) if kind == "neo4j" else open_embedded(Path(address[0]), create=create) as store:
        if what == "die":
            batches, size = map(int, arguments)
            loading.BATCH = 50
            store.load(wide(size), lambda done, total: os.kill(os.getpid(), signal.SIGKILL) if done >= 50 * batches else None)
            raise AssertionError("the load ended before its end")
        print(store.run("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"], "ready", flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main(*sys.argv[1:])
