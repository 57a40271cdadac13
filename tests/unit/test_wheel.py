"""The wheel carries the program with its words, fonts and data, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"

pytestmark = pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    assert built.name.endswith("-py3-none-any.whl")
    return zipfile.ZipFile(built)


def tree(folder: str) -> set[str]:
    """The files of a folder of the checkout, from there."""
    place = ROOT / folder
    found = (path for path in place.rglob("*") if path.is_file())
    return {p.relative_to(place).as_posix() for p in found if "__pycache__" not in p.parts}


def carried(wheel: zipfile.ZipFile, folder: str) -> set[str]:
    return {n.removeprefix(folder) for n in wheel.namelist() if n.startswith(folder)}


@pytest.mark.parametrize("folder", ["resources", "chains"])
def test_it_carries_what_the_program_reads(wheel: zipfile.ZipFile, folder: str) -> None:
    found = carried(wheel, f"liantu/{folder}/")
    assert found == tree(folder)
    assert {"resources": "fonts/LiantuSansSC-Regular.ttf", "chains": "library.yaml"}[
        folder
    ] in found


def test_it_carries_the_program_alone(wheel: zipfile.ZipFile) -> None:
    code = {n for n in carried(wheel, "liantu/") if not n.startswith(("resources/", "chains/"))}
    assert code == tree("src/liantu")
    others = {n.partition("/")[0] for n in wheel.namelist()} - {"liantu"}
    assert [name.endswith(".dist-info") for name in others] == [True]


def test_it_has_both_commands_and_the_licences(wheel: zipfile.ZipFile) -> None:
    (entries,) = [n for n in wheel.namelist() if n.endswith("entry_points.txt")]
    told = wheel.read(entries).decode("utf-8").split("\n")
    assert "liantu = liantu.entry:run" in told[told.index("[gui_scripts]") :]
    assert "liantu-cli = liantu.cli.main:run" in told[told.index("[console_scripts]") :]
    licences = {Path(n).name for n in wheel.namelist() if "/licenses/" in n}
    assert {"LICENSE", "OFL.txt"} <= licences


def test_it_stays_small(wheel: zipfile.ZipFile) -> None:
    """A planner may get it by mail: 4.8 MB, nearly all of it the font."""
    assert sum(entry.compress_size for entry in wheel.infolist()) < 8_000_000
