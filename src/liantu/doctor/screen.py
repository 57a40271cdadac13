"""What Qt found, judged, and the bundled font; nothing heavy, as every start logs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from liantu import paths
from liantu.doctor.finding import Finding
from liantu.render.faces import FACES, is_sound
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.render.facts import Facts


def screen(facts: Facts) -> Iterator[Finding]:
    """Qt, its plugin, the screens, its Chinese words."""
    yield Finding("Qt", f"{facts.version} {facts.plugin}")
    shown = "，".join(facts.screens) or text("cli.doctor.absent")
    yield Finding(text("cli.doctor.screen"), shown, good=bool(facts.screens))
    words = facts.translation or text("cli.doctor.english")
    yield Finding(text("cli.doctor.language"), words, good=bool(facts.translation))


def fonts() -> Iterator[Finding]:
    """The bundled font."""
    for face in FACES:
        path = paths.resource("fonts", face)
        size = path.stat().st_size if path.is_file() else 0
        yield Finding(text("cli.doctor.font"), f"{face} {size // 1024} kB", good=is_sound(path))
