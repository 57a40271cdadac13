"""Five hundred savings killed: at every call of the system in turn, and at any moment.

Prints what became of them; words in capitals are faults, of which there must be none.
"""

from __future__ import annotations

import sys
import time

from tests.bench.row import Row
from tests.helpers.kills import run


def rows(*, quick: bool = False) -> list[Row]:
    """What is lost of so many savings that are killed."""
    rounds = 25 if quick else 200
    found = run(rounds)
    bad = sum(count for words, count in found.items() if words.split()[0].isupper())
    return [Row(f"files lost or broken by {rounds} kills", bad, "", goal=0)]


def main(rounds: int = 500) -> None:
    """Kill and count."""
    start = time.perf_counter()
    found = run(rounds)
    print(f"{rounds} kills in {time.perf_counter() - start:.0f} s")
    for words, count in sorted(found.items()):
        print(f"{count:6} {words}")
    bad = sum(count for words, count in found.items() if words.split()[0].isupper())
    print(f"{bad:6} faults")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 500)
