"""A damaged bundled font is told in words, by every way that sets text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liantu import paths
from liantu.cli.main import run
from liantu.diagram.drawing import Drawing, Label
from liantu.render.errors import ExportError
from liantu.render.faces import FACES, is_sound, lacking_faces
from liantu.render.fonts import register_fonts
from liantu.render.pdf import to_pdf
from tests.helpers.folders import write

DRAWING = Drawing(100, 50, (Label(10, 20, "双酚A", 12, "#000000"),), title="a", date="2022")


@pytest.fixture(params=["cut", "empty", "missing", "text"])
def damaged(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The program's resources with one font damaged."""
    root = tmp_path / "root"
    shutil.copytree(paths.resource(), root / "resources")
    face = root / "resources" / "fonts" / FACES[0]
    data = face.read_bytes()
    face.unlink()
    bodies = {"cut": data[: len(data) // 2], "empty": b"", "text": b"<html>404</html>"}
    if request.param in bodies:
        face.write_bytes(bodies[request.param])
    monkeypatch.setattr(paths, "_root", lambda: root)
    register_fonts.cache_clear()
    yield face
    register_fonts.cache_clear()


def test_the_shipped_faces_are_sound() -> None:
    assert lacking_faces() == ()


def test_a_damaged_face_is_seen(damaged: Path) -> None:
    assert not is_sound(damaged)
    assert lacking_faces() == (FACES[0],)


def test_exports_say_so(damaged: Path, qapp: object) -> None:
    for make in (lambda: to_pdf(DRAWING), register_fonts):
        with pytest.raises(ExportError) as caught:
            make()
        assert caught.value.code == "render.font"


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_commands_say_so(
    damaged: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    folder, out = write(tmp_path / "data"), tmp_path / f"a.{suffix}"
    assert run(["draw", str(folder), "--chain", "resin", "--out", str(out)]) == 3
    assert "随附字体" in capsys.readouterr().err
    assert not out.exists()
