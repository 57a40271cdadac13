"""What Windows shows of an executable under 属性, 详细信息.

The version is that of the package; nothing is typed twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

NAME = "链图"
COPYRIGHT = "MIT 许可证"
CHINESE_UNICODE = (0x0804, 1200)
"""Language and code page: simplified Chinese, Unicode."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """``1.2.3rc1`` as Windows counts: four whole numbers; what follows them is left out."""
    parts: list[int] = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        parts.append(int(digits or 0))
        if digits != part:
            break
    one, two, three, four = (*parts, 0, 0, 0, 0)[:4]
    return one, two, three, four


def version_info(version: str, file: str, described: str) -> VSVersionInfo:
    """The resource of the executable ``file`` (``liantu.exe``), with a line on what it is."""
    # Only there on Windows.
    from PyInstaller.utils.win32 import versioninfo as win  # noqa: PLC0415

    counted = numbers(version)
    told = {
        "CompanyName": NAME,
        "FileDescription": described,
        "FileVersion": version,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": file,
        "ProductName": NAME,
        "ProductVersion": version,
    }
    language, page = CHINESE_UNICODE
    strings = [win.StringStruct(name, value) for name, value in told.items()]
    table = win.StringTable(f"{language:04x}{page:04x}", strings)
    translation = win.VarStruct("Translation", [language, page])
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=counted, prodvers=counted),
        kids=[win.StringFileInfo([table]), win.VarFileInfo([translation])],
    )
