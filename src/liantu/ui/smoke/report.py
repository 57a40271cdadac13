"""What a smoke run found: ``smoke.json`` for machines, ``smoke.log`` (Chinese) for people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from liantu import files
from liantu.ui.smoke.faults import Fault
from liantu.wording import text

GOOD, BAD, SKIPPED = "good", "bad", "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended (``good``, ``bad``, ``skipped``) after so many ms, in which the processor
    worked ``cpu_ms``; ``words`` say why.
    """

    id: str
    title: str
    outcome: str
    ms: int
    cpu_ms: int
    words: str = ""


@dataclass(slots=True)
class Report:
    """``about`` describes program and machine, ``doctor`` says what it found; ``times`` are ms
    from the start of the program; ``finished`` tells that the last step was reached.
    """

    about: dict[str, Any] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    steps: list[Outcome] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    doctor: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    finished: bool = False

    @property
    def good(self) -> bool:
        """Whether everything was done and nothing went wrong."""
        return self.finished and not self.faults and all(s.outcome != BAD for s in self.steps)

    def save(self, path: Path) -> None:
        """Write it as JSON."""
        body = {"good": self.good, "finished": self.finished, **self.about, **self.times}
        body |= {
            "steps": [asdict(step) for step in self.steps],
            "files": self.files,
            "doctor": self.doctor,
            "faults": [asdict(fault) for fault in self.faults],
        }
        words = json.dumps(body, ensure_ascii=False, indent=1)
        files.put(path, (words + "\n").encode("utf-8", "replace"))

    @property
    def verdict(self) -> str:
        """The last line of the log."""
        if self.good:
            return text("ui.smoke.good", steps=len(self.steps), files=len(self.files))
        last = self.steps[-1].title if self.steps else ""
        why = self.faults[0].words if self.faults else text("ui.smoke.unfinished", step=last)
        return text("ui.smoke.bad", count=len(self.faults), why=" ".join(why.split()))


class Log:
    """Lines for the person who looks, written at once so that a crash leaves them."""

    def __init__(self, path: Path) -> None:
        self.file: TextIO = path.open("w", encoding="utf-8-sig")  # Notepad knows it by the mark

    def say(self, words: str) -> None:
        """Add a line."""
        self.file.write(f"{words}\n")
        self.file.flush()

    def tell(self, outcome: Outcome) -> None:
        """Add the line of a step."""
        how = text(f"ui.smoke.step.{outcome.outcome}")
        self.say(
            text("ui.smoke.step", title=outcome.title, how=how, ms=outcome.ms, why=outcome.words)
        )
