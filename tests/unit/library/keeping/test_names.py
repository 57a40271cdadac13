"""Names of new files: within the folder, possible on Windows, readable by us, of nobody else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from liantu.library import keeping
from liantu.library.keeping import names, storing
from tests.helpers.kills import Stage

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")


def refused(folder: Path, *new: str) -> str:
    """Why a name is refused, as the end of its code; empty for a good one."""
    try:
        names.check(folder, new, keeping.Base.read(folder).files)
    except keeping.BadNameError as error:
        assert error.file in error.words()
        return error.code.rpartition(".")[2]
    return ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("新链.yaml", ""),
        ("子夹/新 链 (2) 100%.yml", ""),
        ("condition.yaml", ""),
        ("comet/com10.yaml", ""),
        ("../x.yaml", "outside"),
        ("a/../../x.yaml", "outside"),
        ("/etc/x.yaml", "outside"),
        ("a/b/c.yaml", "outside"),
        ("./x.yaml", "outside"),
        ("a//x.yaml", "outside"),
        ("", "outside"),
        ("C:\\x.yaml", "impossible"),
        ("C:x.yaml", "impossible"),
        ("a\\..\\x.yaml", "impossible"),
        ("a?.yaml", "impossible"),
        ("a\n.yaml", "impossible"),
        ("x.yaml.", "impossible"),
        ("x.yaml ", "impossible"),
        ("夹 /x.yaml", "impossible"),
        ("a\ud800.yaml", "impossible"),
        ("con.yaml", "device"),
        ("NUL.yaml", "device"),
        ("aux", "device"),
        ("Com1.tar.yaml", "device"),
        ("LPT³.yaml", "device"),
        ("con .yaml", "device"),
        ("CONOUT$.yaml", "device"),
        ("nul/x.yaml", "device"),
        ("链" * 84 + ".yaml", "long"),
        (".x.yaml", "unread"),
        ("~x.yaml", "unread"),
        (".git/x.yaml", "unread"),
        ("x.txt", "unread"),
        ("x", "unread"),
    ],
)
def test_g074_g075_names_of_new_files(stage: Stage, name: str, why: str) -> None:
    assert refused(stage.folder, name) == why


def test_g080_no_new_file_differs_from_another_by_case_alone(stage: Stage) -> None:
    assert refused(stage.folder, "Library.YAML") == "twin"
    assert refused(stage.folder, "园区 名单/PARKS 甲.yaml") == "twin"
    assert refused(stage.folder, "neu.yaml", "NEU.yaml") == "twin"
    (stage.folder / "Ä.txt.yaml").mkdir()
    assert refused(stage.folder, "a\u0308.txt.yaml") == "twin"


def test_files_that_were_read_keep_their_names(stage: Stage) -> None:
    if sys.platform != "win32":
        (stage.folder / "con.yaml").write_bytes(b"format: 1\n")
        assert refused(stage.folder, "con.yaml") == ""
    assert refused(stage.folder, "library.yaml") == ""


@LINKS
def test_g076_no_link_leads_the_writing_out_of_the_folder(stage: Stage, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_bytes(b"theirs")
    (stage.folder / "out").symlink_to(outside, target_is_directory=True)
    (stage.folder / "library.yaml").unlink()
    (stage.folder / "library.yaml").symlink_to(outside / "a.yaml")
    (stage.folder / "loop.yaml").symlink_to("loop.yaml")
    for name in ("out/neu.yaml", "library.yaml", "loop.yaml"):
        with pytest.raises(keeping.BadNameError):
            storing.store(
                keeping.Base(stage.folder, {"library.yaml": b"", "loop.yaml": b""}),
                {name: b"x"},
                stage.state,
            )
    assert (outside / "a.yaml").read_bytes() == b"theirs"
    assert [p.name for p in outside.iterdir()] == ["a.yaml"]
