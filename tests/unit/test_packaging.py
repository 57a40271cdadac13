"""What is frozen and what is told of it, as far as that can be seen without freezing."""

from __future__ import annotations

import hashlib
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from PySide6.QtWidgets import QApplication

from liantu import paths
from liantu.doctor.machine import PACKAGES

CHARTS = Path(__file__).parents[2] / "src" / "liantu" / "render" / "charts"
PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
NAMES = ("icon", "keep", "licences", "parts", "sums", "version_info")
icon, keep, licences, parts, sums, version_info = map(import_module, NAMES)
sys.path.remove(str(PACKAGING))


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtWidgets.pyd",
        "PySide6/QtPrintSupport.pyd",
        "PySide6/plugins/printsupport/windowsprintersupport.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\Qt6Svg.dll",
        "PySide6/Qt/lib/libQt6DBus.so.6",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/translations/qt_zh_CN.qm",
        "PySide6/msvcp140.dll",
        "libpython3.11.so.1.0",
        "libxcb-cursor.so.0",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "python311.dll",
        "liantu/resources/icons/liantu.svg",
        "matplotlib/mpl-data/fonts/ttf/LastResortHE-Regular.ttf",
    ],
)
def test_what_the_program_runs_on_is_kept(place: str) -> None:
    assert keep.keeps(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtNetwork.pyd",
        "PySide6/QtDBus.abi3.so",
        "PySide6\\Qt6Qml.dll",
        "libQt6Network.so.6",
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "libgtk-3.so.0",
        "libX11.so.6",
        "matplotlib/mpl-data/sample_data/data.csv",
        "numpy/_core/tests/data.txt",
    ],
)
def test_what_nobody_needs_is_dropped(place: str) -> None:
    assert not keep.keeps(place)


def test_a_stranger_in_the_folder_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("PySide6/Qt6Core.dll", "PySide6/Qt6Quick.dll"):
        path = tmp_path / "_internal" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert keep.main(tmp_path) == 1
    told = capsys.readouterr()
    assert told.err == "not kept by keep.py: PySide6/Qt6Quick.dll\n"
    (tmp_path / "_internal/PySide6/Qt6Quick.dll").unlink()
    assert keep.main(tmp_path) == 0
    assert capsys.readouterr().out == "Qt modules: Core\n"


def test_an_empty_folder_is_no_program(tmp_path: Path) -> None:
    assert keep.main(tmp_path) == 1


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)), ("2.0.1.7.9", (2, 0, 1, 7))],
)
def test_windows_counts_versions_in_four(version: str, numbers: tuple[int, ...]) -> None:
    assert version_info.numbers(version) == numbers


def test_sums_are_those_of_the_usual_tool(tmp_path: Path) -> None:
    (tmp_path / "乙.zip").write_bytes(b"two")
    (tmp_path / "a.exe").write_bytes(b"one")
    told = sums.write([tmp_path / "乙.zip", tmp_path / "a.exe"]).read_bytes().decode()
    one, two = (hashlib.sha256(words).hexdigest() for words in (b"one", b"two"))
    assert told == f"{one}  a.exe\n{two}  乙.zip\n"


def test_the_icon_is_drawn_at_every_size(qapp: QApplication, tmp_path: Path) -> None:
    icon.main(tmp_path)
    with Image.open(tmp_path / "liantu.ico") as drawn:
        assert drawn.info["sizes"] == {(size, size) for size in icon.ICO_SIZES}
    with Image.open(tmp_path / "liantu-16.png") as small:
        seen = small.convert("RGBA")
        assert seen.getpixel((0, 0))[3] < 128  # the corner is round
        assert [seen.getpixel(at)[:3] for at in ((3, 7), (11, 3))] == [(255, 255, 255)] * 2
        assert seen.getpixel((11, 11))[:3] == (0xFF, 0x8A, 0x5C)


def shipped(monkeypatch: pytest.MonkeyPatch, *more: tuple[str, str]) -> list[Any]:
    monkeypatch.setattr(parts, "BOOTLOADER", "pytest")  # PyInstaller is there only when freezing
    ours = str(paths.resource("icons", "liantu.svg"))
    return parts.parts([("yaml", yaml.__file__), ("liantu.svg", ours), *more])


def test_every_file_is_traced_to_its_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {part.name: part for part in shipped(monkeypatch)}
    assert set(found) == {"PyYAML", "pytest", "Python", "Liantu Sans SC", "Lucide"}
    assert found["PyYAML"].licence == "MIT"
    assert found["PyYAML"].purl.startswith("pkg:pypi/pyyaml@")
    assert found["PyYAML"].shipped == {"yaml"}
    assert all(path.is_file() for part in found.values() for path in part.texts)


def test_a_file_of_nobody_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stray = tmp_path / "site-packages" / "stray.so"
    stray.parent.mkdir()
    stray.touch()
    with pytest.raises(parts.NoLicenceError, match=r"stray\.so"):
        shipped(monkeypatch, ("stray.so", str(stray)))


def test_licences_are_written_for_an_old_editor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = shipped(monkeypatch)
    licences.write(tmp_path / "licences", "1.2.3", found)
    told = (tmp_path / "licences" / "README.txt").read_bytes()
    assert told.startswith(b"\xef\xbb\xbf")
    assert told.count(b"\n") == told.count(b"\r\n") > 10
    assert "链图 1.2.3" in told.decode("utf-8-sig")
    for part in found:
        assert part.name in told.decode("utf-8-sig")
        assert len((tmp_path / "licences" / licences.file_name(part)).read_text("utf-8")) > 400


def test_every_package_that_doctor_tells_of_can_be_told() -> None:
    """All of them are frozen with their metadata; a name that no package has stops the build."""
    known = {parts._key(one) for one in parts.distributions()}
    assert {name.lower().replace("-", "_") for name in PACKAGES} <= known


def test_matplotlib_writes_nothing_that_is_not_frozen() -> None:
    """It imports the backend of a format by its name, which no freezer sees: see the spec."""
    code = "".join(path.read_text("utf-8") for path in CHARTS.glob("*.py"))
    assert set(re.findall(r'savefig\(.*?format="(\w+)"', code, re.DOTALL)) == {"svg", "png"}
    assert code.count("savefig(") == 2
