"""字体检查: the wanted face, the same by its other name, a stand-in, or none."""

from __future__ import annotations

import pytest

from liantu.briefing.office import Style
from liantu.briefing.typefaces import ALSO, NAMED, check, told

OFFICE = {"方正小标宋简体", "黑体", "楷体", "仿宋"}


def test_all_there() -> None:
    assert all(face.exact for face in check(Style.OFFICIAL, OFFICE))


def test_windows_lists_them_by_english_names() -> None:
    faces = {f.role: f for f in check(Style.OFFICIAL, {"SimHei", "KaiTi", "FangSong", "SimSun"})}
    assert [faces[role].exact for role in ("head", "second", "body")] == [True] * 3
    assert not faces["title"].exact
    assert faces["title"].found == "SimSun"


@pytest.mark.parametrize(
    ("families", "words"),
    [({"仿宋"}, "本机有"), ({"宋体"}, "本机显示为 宋体"), (set(), "没有可代替的")],
)
def test_what_is_told(families: set[str], words: str) -> None:
    line = told(check(Style.OFFICIAL, families))[-1]
    assert line.startswith("字体检查：正文用 仿宋")
    assert words in line


def test_every_named_face_has_its_other_names() -> None:
    assert {face for roles in NAMED.values() for face in roles.values()} <= set(ALSO)
