"""Savings that are killed: in a child of its own each, at a counted call of the system or at any
moment. Needs ``fork``, in a process without threads: ``python -m tests.helpers.kills 25``.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from liantu.library import difference, keeping, load, reader
from liantu.library.editing import Draft, edited
from liantu.library.keeping import recovery, storing
from liantu.library.plain import plain
from liantu.library.writing import writer
from liantu.model import Atlas
from tests.helpers.folders import GOOD

CALLS = (
    (os, "open"),
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (os, "fsync"),
    (os, "unlink"),
    (os, "mkdir"),
    (io, "open"),
)
"""What is counted: every way in which saving touches a disk."""
WAYS = ("before", "after", "torn")
"""A kill before the call, after it, or at ``fsync`` with half of the file lost as without power."""
EXTRA = {
    "园区 名单/parks 甲.yaml": """\
format: 1
# 手写的注释
parks:
  east:
    name: 东园
    county: 东县
""",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder, what it reads as, what it is to be, and the bytes of both."""

    folder: Path
    state: Path
    base: keeping.Base
    before: Atlas
    after: Atlas
    new: dict[str, bytes]

    @classmethod
    def built(cls, root: Path) -> Stage:
        """A folder of five files, four of which change while a new one comes."""
        folder = root / "数据 一"
        for name, words in {**GOOD, **EXTRA}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(words, encoding="utf-8")
        base, before = keeping.Base.read(folder), load(folder).atlas
        after = changed(before)
        new = writer.rewritten(base.files, before, after)
        return cls(folder, root / "state", base, before, after, new)

    @property
    def whole(self) -> dict[str, bytes]:
        """All files as they are to be."""
        return {**self.base.files, **self.new}

    def reset(self) -> None:
        """The folder as it was, and nothing in the state folder."""
        shutil.rmtree(self.folder)
        shutil.rmtree(self.state, ignore_errors=True)
        for name, data in self.base.files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(data)

    def save(self) -> keeping.Saved:
        """Save what is to be."""
        return keeping.save(self.base, self.before, self.after, self.state)

    def autosave(self) -> None:
        """Keep what is to be as work that is not saved."""
        recovery.keep(self.state, self.base, self.new, "五处修改")


def changed(atlas: Atlas) -> Atlas:
    """An edit of things in four files, and a new thing in a file of its own."""
    drafts = []
    for kind, id_, key, value in (
        ("enterprise", "plant", "name", "试验新材料有限公司"),
        ("product", "bpa", "name", "双酚甲"),
        ("source", "daily", "title", "试验晚报"),
        ("park", "east", "name", "东方产业园"),
    ):
        values = plain(atlas, kind, id_)
        assert values is not None
        drafts.append(Draft(kind, id_, {**values, key: value}))
    figure = {"item": "产值", "text": "12亿元", "year": "2022", "source": ["daily"]}
    return edited(atlas, [*drafts, Draft("figure", "f1", figure)])


def counted(act: Callable[[], object]) -> list[str]:
    """The calls of ``act`` by name, which a child does and this process does not feel."""
    read, write = os.pipe()
    if not os.fork():
        seen: list[str] = []
        _patch(lambda name, _given: seen.append(name), lambda _name, _given: None)
        act()
        os.write(write, json.dumps(seen).encode())
        os._exit(0)
    os.close(write)
    os.wait()
    with os.fdopen(read) as pipe:
        return list(json.load(pipe))


def kill_at(step: int, way: str, act: Callable[[], object]) -> None:
    """Let a child do ``act`` and kill it at a call, counted from 0."""
    if os.fork():
        os.wait()
        return
    passed = 0

    def before(name: str, given: tuple[Any, ...]) -> None:
        if passed == step and way != "after":
            if way == "torn" and name == "fsync":
                os.ftruncate(given[0], os.fstat(given[0]).st_size // 2)
            _die()

    def after(_name: str, _given: tuple[Any, ...]) -> None:
        nonlocal passed
        passed += 1
        if passed == step + 1:
            _die()

    _patch(before, after)
    act()
    os._exit(0)


def kill_after(seconds: float, act: Callable[[], object]) -> None:
    """Let a child do ``act`` and kill it so many seconds later, wherever it is."""
    child = os.fork()
    if not child:
        act()
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.wait()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


Hook = Callable[[str, tuple[Any, ...]], object]


def _patch(before: Hook, after: Hook) -> None:
    for module, name in CALLS:
        setattr(module, name, _watched(getattr(module, name), name, before, after))


def _watched(real: Any, name: str, before: Hook, after: Hook) -> Any:
    def call(*given: Any, **more: Any) -> Any:
        before(name, given)
        result = real(*given, **more)
        after(name, given)
        return result

    return call


def verdict(stage: Stage, autosaved: bool) -> Iterator[str]:
    """What became of a folder whose saving was killed: what was found, and faults in capitals."""
    disk = keeping.Base.read(stage.folder)
    old = [n for n in stage.whole if disk.files.get(n) == stage.base.files.get(n)]
    new = [n for n in stage.whole if disk.files.get(n) == stage.whole[n]]
    if set(stage.whole) - {*old, *new} or set(disk.files) - set(stage.whole):
        yield "BROKEN"
    state = (
        "new" if set(new) == set(stage.whole) else "mixed" if set(new) & set(stage.new) else "old"
    )
    yield f"folder {state}"
    found = recovery.found(stage.state, disk)
    if found is None:
        yield from ["LOST"] if state == "mixed" or (autosaved and state != "new") else []
    else:
        yield "from the journal" if found.unfinished else "from an autosave"
        if found.over(disk) != keeping.base.ordered(stage.whole) or not found.matches(disk):
            yield "LOST"
    yield from _aftermath(stage, disk, found)


def _aftermath(stage: Stage, disk: keeping.Base, found: recovery.Recovery | None) -> Iterator[str]:
    """The next start: the lock is free, the work goes on and is saved, nothing is left."""
    if recovery.spoilt(stage.state, stage.folder):
        yield "DAMAGED"
    lock = keeping.Lock.take(stage.folder, stage.state)
    if lock.holder:
        yield "LOCKED"
        return
    goal = reader.load_files(found.over(disk)).atlas if found else stage.after
    try:
        saved = keeping.save(disk, load(stage.folder).atlas, goal, stage.state)
    except keeping.SavingError as error:
        yield f"REFUSED {error.code}"
        return
    lock.release()
    if not difference.same(load(stage.folder).atlas, stage.after):
        yield "LOST"
    if dict(saved.base.files) != stage.whole or recovery.found(stage.state, saved.base):
        yield "NOT SAVED"
    if any(version.files() != dict(stage.base.files) for version in _kept(stage)[-1:]):
        yield "NO BACKUP"


def _kept(stage: Stage) -> tuple[keeping.backups.Version, ...]:
    return keeping.backups.versions(stage.state, stage.folder)


def run(rounds: int, only: str = "", seed: int = 1) -> Counter[str]:
    """Kill ``rounds`` savings, half of them at every call in turn, and count what became of them;
    with ``only`` all of them at calls of this name.

    Half of the folders have been autosaved before, and are again while they may be killed.
    """
    luck = random.Random(seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as root:
        stage = Stage.built(Path(root))
        for autosaved in (False, True):
            _prepare(stage, autosaved)
            act = _act(stage, autosaved)
            start = time.perf_counter()
            steps = counted(act)
            length = time.perf_counter() - start
            cases = [(step, way) for step in _at(steps, only) for way in WAYS]
            luck.shuffle(cases)
            for at in range(rounds // 2):
                _prepare(stage, autosaved)
                if only or at % 2:
                    kill_at(*cases[(at if only else at // 2) % len(cases)], act)
                else:
                    kill_after(luck.uniform(0, length), act)
                found.update(verdict(stage, autosaved))
            found["calls of a saving"] = max(found["calls of a saving"], len(steps))
    return found


def _at(steps: list[str], only: str) -> list[int]:
    return [at for at, name in enumerate(steps) if only in ("", name)]


def _prepare(stage: Stage, autosaved: bool) -> None:
    stage.reset()
    if autosaved:
        stage.autosave()


def _act(stage: Stage, autosaved: bool) -> Callable[[], object]:
    return (lambda: (stage.autosave(), stage.save())) if autosaved else stage.save


if __name__ == "__main__":
    if sys.argv[2:] == ["--without-journal"]:  # the lie that has to be caught
        storing._begin = lambda *_: (None, "")  # type: ignore[assignment]
        print(json.dumps(run(int(sys.argv[1]), "replace")))
    else:
        print(json.dumps(run(int(sys.argv[1]))))
