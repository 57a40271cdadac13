"""What goes into the folder of the program, and the check of a built folder.

Run with a built folder: prints what is there of Qt and fails for anything that is not kept here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

BINDINGS = frozenset({"Core", "Gui", "PrintSupport", "Svg", "Widgets"})
"""The modules of PySide6 that the program imports."""
LIBRARIES = BINDINGS | {"DBus", "XcbQpa"}
"""Qt's own libraries. The last two are what Gui and the plugin ``xcb`` need on Linux."""
PLUGINS = {
    "platforms": {"windows", "offscreen", "xcb"},
    "styles": {"modernwindowsstyle"},
    "imageformats": {"svg", "ico", "jpeg"},
    "iconengines": {"svgicon"},
    "printsupport": {"windowsprintersupport", "cupsprintersupport"},
    "platforminputcontexts": {
        "ibusplatforminputcontextplugin",
        "composeplatforminputcontextplugin",
    },
}
"""Plugins by folder, without ``q`` and ``lib``. The last are how Chinese is typed on Linux."""
TRANSLATIONS = frozenset({"qt_zh_CN.qm", "qtbase_zh_CN.qm", "qt_en.qm", "qtbase_en.qm"})
SYSTEM = re.compile(
    r"libpython3[.\d]*\.so[.\d]*|libpyside6\.abi3\.so.*|libshiboken6\.abi3\.so.*|libicu\w+\.so\..*"
    r"|libxcb-(cursor|icccm|image|keysyms|render-util|util|xkb)\.so\..*|libxkbcommon(-x11)?\.so\..*"
    r"|lib(ffi|bz2|lzma|z)\.so\..*|lib[\w+]+-[0-9a-f]{8}[-\w]*\.so[.\d]*|lib\w+64_-[0-9a-f]{8}\.so"
)
"""Libraries that the Linux folder carries at its top: Python's, those of wheels (with a checksum in
their names), and those for ``xcb`` that a desktop of ten years may lack. All others, as X11 and
fontconfig, have to be the system's own.
"""
DROPPED = re.compile(
    r"(^|/)(opengl32sw|d3dcompiler_\d+)\.dll$"  # 21 MB to draw OpenGL without a graphics card
    r"|^matplotlib/mpl-data/(sample_data|stylelib|plot_directive|images)/"
    r"|^matplotlib/mpl-data/fonts/(afm|pdfcorefonts|ttf/(?!(DejaVuSans|LastResortHE-Regular)\.ttf$))"
    r"|^numpy/_core/_\w+_tests\."
    r"|(^|/)tests?/|\.(pyi|pxd|h|c|cpp)$|(^|/)py\.typed$"
    r"|^PIL/_(avif|webp|imagingcms|imagingtk|imagingft)\."
    r"|(^|/)lib(avif|webp\w*|sharpyuv|lcms2|freetype|harfbuzz|brotli\w*|png16)-[0-9a-f]{8}"
)
_QT = re.compile(r"^(?:lib)?Qt6?([A-Z]\w*?)(?:\.abi3)?(?:\.so[.\d]*|\.pyd|\.dll)$")


def keeps(name: str) -> bool:
    """Whether a file at this place of the folder (its parts split by ``/`` or ``\\``) stays."""
    place = PurePosixPath(name.replace("\\", "/"))
    if DROPPED.search(str(place)) or not _keeps_library(place):
        return False
    if "plugins" in place.parts:
        return _plugin(place.name) in PLUGINS.get(place.parent.name, ())
    if place.suffix == ".qm":
        return place.name in TRANSLATIONS
    return "qml" not in place.name and not {"qml", "metatypes"} & set(place.parts)


def _keeps_library(place: PurePosixPath) -> bool:
    if found := module(place.name):
        binding = place.parent.name == "PySide6" and place.name.startswith(f"Qt{found}")
        return found in (BINDINGS if binding else LIBRARIES)
    at_top = len(place.parts) == 1 and ".so" in place.name
    return not at_top or bool(SYSTEM.fullmatch(place.name))


def _plugin(name: str) -> str:
    return re.sub(r"^(lib)?q?|\.(dll|so)$", "", name)


def module(name: str) -> str | None:
    """The module of Qt that a library is (``Gui`` for ``QtGui.pyd`` and ``Qt6Gui.dll``)."""
    found = _QT.match(name)
    return found.group(1) if found else None


def strangers(folder: Path) -> Iterator[str]:
    """What is in a built folder and should not be; links that lead nowhere too."""
    inside = folder / "_internal"
    for path in sorted(inside.rglob("*")):
        place = path.relative_to(inside).as_posix()
        if not path.exists() or (path.is_file() and not keeps(place)):
            yield place


def main(folder: Path) -> int:
    """The exit code: 1 where something is in the folder that is not kept here."""
    found = {module(path.name) for path in folder.rglob("*")} - {None}
    print("Qt modules:", *sorted(str(one) for one in found))
    strange = list(strangers(folder))
    for place in strange:
        print("not kept by keep.py:", place, file=sys.stderr)
    return 1 if strange or not found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
