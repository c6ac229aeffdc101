"""How long the first question takes in a fresh process, beside the limit (2 s) and the bare imports it cannot avoid.

Run it where acuerdo is installed and a graph is built: `python bench/cold_start.py`. It prints medians of five runs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 2.0
RUNS = 5
ACUERDO = str(Path(sys.executable).with_name("acuerdo"))
COMMANDS = {
    "ask who-must-act hled": [ACUERDO, "ask", "who-must-act", "hled", "--as-of", "2021-06-01"],
    "ask (the list of questions)": [ACUERDO, "ask"],
    "bare: python -c 'import arcadedb, neo4j'": [sys.executable, "-P", "-c", "import arcadedb, neo4j"],
}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    print(f"{'command':45} {'median s':>9} {'of limit':>9}")
    for name, command in COMMANDS.items():
        median = statistics.median(seconds(command) for _ in range(RUNS))
        print(f"{name:45} {median:9.2f} {median / LIMIT:9.0%}")


if __name__ == "__main__":
    main()
