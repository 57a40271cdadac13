"""``python -m tests.bench [--quick] [--write] [part …]``: one table of all that is measured.

``--quick`` takes two minutes: fewer rounds, ten times the data instead of a hundred. ``--write``
keeps the results of a full run in ``results.json`` and ``results.md``, which later runs are
compared with.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.bench import table


def main() -> int:
    """Measure, print, perhaps write; 1 where a part failed or a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=", ".join(table.PARTS))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.write and (given.quick or given.parts):
        parser.error("only a full run of all parts is kept")
    if unknown := set(given.parts) - set(table.PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    parts = []
    for name in given.parts or table.PARTS:
        start = time.perf_counter()
        parts.append(table.measure(name, quick=given.quick))
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    print(table.machine(), *table.lines(parts, table.known()), sep="\n")
    failed = [part for part in parts if part.failed]
    for part in failed:
        print(f"{part.name}: {part.failed}")
    if given.write:
        table.write(parts)
    return int(bool(failed) or any(row.met is False for part in parts for row in part.rows))


if __name__ == "__main__":
    sys.exit(main())
