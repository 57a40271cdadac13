"""All that is measured as one table: what, measured, floor, ratio, goal, and what it was before.

Every part is a module of this package with ``rows``; a part that fails or needs what this machine
does not have is named below the table, the others are told all the same.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.row import Row

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
TABLE = HERE / "results.md"
PARTS: tuple[str, ...] = (
    *("startup", "reading", "large", "shocks"),
    *("layout", "maps"),
    *("window", "canvas", "lenses", "searching"),
    *("saving", "importing", "kills"),
    "huge",
)
"""The modules of the table, in its order; one that has no ``rows`` (yet) is passed over."""
HEAD = ("what", "measured", "floor", "ratio", "goal", "", "before")
HUNDRED, TEN = 100, 10
TIMEOUT = 1500
RUN = """
import importlib, json, sys
from dataclasses import asdict
module = importlib.import_module(f"tests.bench.{sys.argv[1]}")
rows = module.rows(quick=sys.argv[2] == "quick") if hasattr(module, "rows") else []
print("\\n" + json.dumps([asdict(row) for row in rows], ensure_ascii=False), flush=True)
"""
"""What a part runs in its process."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its rows, or with the reason why it has none."""

    name: str
    rows: tuple[Row, ...] = ()
    failed: str = ""


def measure(name: str, *, quick: bool) -> Part:
    """The rows of a part, measured in a fresh process."""
    argv = [sys.executable, "-c", RUN, name, "quick" if quick else "full"]
    told = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            argv, capture_output=True, text=True, check=False, timeout=TIMEOUT, env=told
        )
    except subprocess.TimeoutExpired:
        return Part(name, failed=f"took more than {TIMEOUT} s")
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        return Part(name, failed=lines[-1])
    return Part(name, tuple(Row(**row) for row in json.loads(done.stdout.splitlines()[-1])))


def machine() -> str:
    """The machine by its kind: nothing that names this one."""
    system = f"{platform.system()} {platform.machine()}"
    cores = f"{os.cpu_count()} cores of {_processor()}"
    return f"{cores}, software rendering, {system}, Python {platform.python_version()}"


def _processor() -> str:
    """The maker and family of the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown kind"
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    found = {key.strip(): value.strip() for key, value in told.items()}
    return f"{found.get('vendor_id', 'unknown kind')} family {found.get('cpu family', '?')}"


def number(value: float) -> str:
    """With as many digits as mean something."""
    if abs(value) >= HUNDRED:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= TEN else f"{value:.2f}"


def cells(row: Row, before: Mapping[str, Row]) -> tuple[str, ...]:
    """A row as told."""
    unit = f" {row.unit}" if row.unit else ""
    floor = f"{number(row.floor)}{unit}" if row.floor is not None else ""
    if floor and row.against:
        floor += f" ({row.against})"
    ratio = f"{number(row.ratio)} ×" if row.ratio is not None else ""
    bound = " ×" if row.relative else unit.partition(" (")[0]
    goal = "" if row.goal is None else f"≤ {number(row.goal)}{bound}"
    mark = {True: "met", False: "MISSED", None: ""}[row.met]
    was = before.get(row.name)
    return row.name, f"{number(row.value)}{unit}", floor, ratio, goal, mark, was_words(was)


def was_words(was: Row | None) -> str:
    """What a row was in the committed results."""
    if was is None:
        return ""
    return f"{number(was.ratio)} ×" if was.relative and was.ratio else number(was.value)


def lines(parts: Iterable[Part], before: Mapping[str, Row]) -> list[str]:
    """The table in Markdown."""
    told = [HEAD, tuple("---" for _ in HEAD)]
    told += [cells(row, before) for part in parts for row in part.rows]
    widths = [max(len(row[at]) for row in told) for at in range(len(HEAD))]
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in told
    ]


def known() -> dict[str, Row]:
    """The committed results by name."""
    if not RESULTS.exists():
        return {}
    data = json.loads(RESULTS.read_text(encoding="utf-8"))
    return {row["name"]: Row(**row) for row in data["rows"]}


def write(parts: Sequence[Part]) -> None:
    """Keep the results for comparison, as numbers and to be read."""
    rows = [row for part in parts for row in part.rows]
    data = {"machine": machine(), "rows": [asdict(row) for row in rows]}
    RESULTS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    words = [
        "# Measured",
        "",
        f"On {machine()}; written by `python -m tests.bench --write`. Times are those of the",
        "processor unless a row says otherwise; a ratio is to the floor measured beside it.",
        "",
        *lines(parts, {}),
    ]
    missing = [f"- {part.name}: {part.failed}" for part in parts if part.failed]
    words += ["", "Not measured:", "", *missing] if missing else []
    TABLE.write_text("\n".join(words) + "\n", encoding="utf-8")
