"""Typefaces that an office expects by name, and whether a machine has them (字体检查)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from liantu.briefing.office import Style
from liantu.wording import text

ROLES = ("title", "head", "second", "body")
NAMED = {
    Style.PLAIN: {"title": "黑体", "head": "黑体", "second": "黑体", "body": "宋体"},
    Style.OFFICIAL: {
        "title": "方正小标宋简体",
        "head": "黑体",
        "second": "楷体",
        "body": "仿宋",
    },
}
"""The names that Word documents carry: those of GB/T 9704—2012 and of Windows."""
ALSO = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "小标宋", "宋体", "SimSun"),
    "黑体": ("SimHei", "微软雅黑", "Microsoft YaHei"),
    "楷体": ("KaiTi", "楷体_GB2312", "KaiTi_GB2312", "宋体", "SimSun"),
    "仿宋": ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "宋体", "SimSun"),
    "宋体": ("SimSun", "NSimSun"),
}
"""The same face by its other names first, then what stands in for it."""
SAME = {"SimHei", "KaiTi", "FangSong", "SimSun", "FZXiaoBiaoSong-B05S"}


@dataclass(frozen=True, slots=True)
class Face:
    """A role with the name wanted and the one that this machine would show (may be empty)."""

    role: str
    wanted: str
    found: str

    @property
    def exact(self) -> bool:
        """Whether the wanted face itself is there."""
        return self.found == self.wanted or self.found in SAME & set(ALSO[self.wanted][:1])


def check(style: Style, families: Collection[str]) -> list[Face]:
    """What a machine with these font families shows for each role."""
    faces = []
    for role in ROLES:
        wanted = NAMED[style][role]
        names = (wanted, *ALSO[wanted])
        faces.append(Face(role, wanted, next((n for n in names if n in families), "")))
    return faces


def told(faces: Collection[Face]) -> list[str]:
    """One sentence a role."""
    lines = []
    for face in faces:
        code = "exact" if face.exact else "instead" if face.found else "absent"
        role = text(f"brief.face.{face.role}")
        words = {"role": role, "wanted": face.wanted, "found": face.found}
        lines.append(text(f"brief.face.is_{code}", **words))
    return lines
