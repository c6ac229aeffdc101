"""A process of its own on a store: `read` and `write` hold it open for a line, `die` is killed as it loads."""

from __future__ import annotations

import json
import os
import signal
import sys

from acuerdo.graph.stores import load as loading
from stored import Place, wide


def main(address: str, what: str, *numbers: str) -> None:
    kind, *rest = json.loads(address)
    with Place(kind, tuple(rest)).open(create=what != "read") as store:
        if what == "die":
            die(store, *map(int, numbers))
        print(store.run("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"], flush=True)
        sys.stdin.readline()


def die(store: object, after: int, size: int) -> None:
    def kill(done: int, total: int) -> None:
        if done >= after:
            assert done < total, "nothing is left to do"
            os.kill(os.getpid(), signal.SIGKILL)

    loading.BATCH = 50
    store.load(wide(size), kill)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(*sys.argv[1:])
