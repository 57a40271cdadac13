"""Saving in folders as offices have them: only what was meant, and never over what others did."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from liantu import paths, wording
from liantu.library import difference, keeping, load
from liantu.library.editing import Draft, edited
from liantu.library.keeping import backups, recovery
from liantu.library.plain import plain
from liantu.library.writing import writer
from liantu.model import Atlas
from tests.helpers.kills import Stage

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")


def renamed(atlas: Atlas, name: str) -> Atlas:
    values = plain(atlas, "enterprise", "plant")
    assert values is not None
    return edited(atlas, [Draft("enterprise", "plant", {**values, "name": name})])


def save_name(folder: Path, state: Path, name: str = "新名有限公司") -> keeping.Saved:
    """Open a folder, give its enterprise another name, and save it."""
    base, before = keeping.Base.read(folder), load(folder).atlas
    after = renamed(before, name)
    saved = keeping.save(base, before, after, state)
    assert difference.same(load(folder).atlas, after)
    return saved


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_saved_reads_as_what_was_meant(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    if packed:
        monkeypatch.setattr(keeping.base, "LARGE", 0)
    saved = stage.save()
    loaded = load(stage.folder)
    assert difference.same(loaded.atlas, stage.after)
    assert saved.places == loaded.atlas.places
    assert saved.files == tuple(sorted(stage.new))
    assert saved.base.files == keeping.Base.read(stage.folder).files
    assert sorted(stage.new) == [
        "01-resin.yaml",
        "enterprises.yaml",
        "figures.yaml",
        "sources.yaml",
        "园区 名单/parks 甲.yaml",
    ]
    again = keeping.save(saved.base, stage.after, stage.before, stage.state)
    assert difference.same(load(stage.folder).atlas, stage.before)
    assert len(backups.versions(stage.state, stage.folder)) == 2
    assert "figures.yaml" in again.files


def test_a_saving_ends_what_was_kept_of_it(stage: Stage) -> None:
    stage.autosave()
    saved = stage.save()
    assert recovery.found(stage.state, saved.base) is None
    assert recovery.found(stage.state, stage.base) is None


def test_one_edit_of_the_shipped_data_changes_one_line_of_one_file(tmp_path: Path) -> None:
    folder = keeping.own_copy(paths.shipped_chains(), tmp_path / "聊城市")
    base, before = keeping.Base.read(folder), load(folder).atlas
    id_, old = next((i, e.name) for i, e in before.enterprises.items() if not e.aka)
    values = plain(before, "enterprise", id_)
    assert values is not None
    after = edited(before, [Draft("enterprise", id_, {**values, "name": "新名有限公司"})])
    saved = keeping.save(base, before, after, tmp_path / "state")
    (name,) = saved.files
    lines = zip(base.files[name].splitlines(), saved.base.files[name].splitlines(), strict=True)
    ((was, now),) = [(a, b) for a, b in lines if a != b]
    assert was.decode().replace(old, "新名有限公司") == now.decode()


def test_g086_comments_bom_and_line_ends_stay(stage: Stage) -> None:
    path = stage.folder / "enterprises.yaml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("name: 试", "name: '试")
        .replace("公司\n", "公司'   # 曾用名待核\n")
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    old = path.read_bytes()
    save_name(stage.folder, stage.state)
    assert path.read_bytes() == old.replace(
        "'试验化工有限公司'".encode(), "'新名有限公司'".encode()
    )


@pytest.mark.parametrize(
    "name",
    [
        *("产业链 数据/#1%20 & (甲)", "％TEMP％ №1", "a^b;c'd,e", "长" * 60),
        pytest.param("x" * 200, marks=LINKS, id="longer than Windows takes"),
    ],
)
def test_g073_folders_with_any_name_are_saved(stage: Stage, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    shutil.copytree(stage.folder, folder)
    save_name(folder, stage.state)
    (version,) = backups.versions(stage.state, folder)
    assert version.files() == dict(stage.base.files)


def test_files_with_the_longest_name_are_saved(stage: Stage) -> None:
    path = stage.folder / ("链" * 83 + ".yaml")
    (stage.folder / "enterprises.yaml").rename(path)
    assert save_name(stage.folder, stage.state).files == (path.name,)
    assert len(keeping.Base.read(stage.folder).files) == 5


def test_g084_what_others_changed_is_not_overwritten(stage: Stage) -> None:
    path = stage.folder / "enterprises.yaml"
    seen = path.stat()
    path.write_bytes(path.read_bytes().replace(b"20", b"30", 1))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size
    theirs = keeping.Base.read(stage.folder)
    with pytest.raises(keeping.ChangedOutsideError) as caught:
        stage.save()
    assert caught.value.files == ("enterprises.yaml",)
    assert "enterprises.yaml" in caught.value.words()
    assert keeping.Base.read(stage.folder).files == theirs.files
    after = keeping.save(theirs, load(stage.folder).atlas, stage.after, stage.state)
    assert after.base.files["enterprises.yaml"] == stage.new["enterprises.yaml"], "mine, if I want"
    assert backups.versions(stage.state, stage.folder)[0].files() == dict(theirs.files)


@pytest.mark.parametrize("change", ["gone", "new", "other"])
def test_files_that_come_and_go_are_changes_too(stage: Stage, change: str) -> None:
    match change:
        case "gone":
            (stage.folder / "sources.yaml").unlink()
        case "new":
            (stage.folder / "figures.yaml").write_bytes(b"format: 1\n")
        case _:
            (stage.folder / "library.yaml").write_bytes(b"format: 1\n")
    before = keeping.Base.read(stage.folder)
    with pytest.raises(keeping.ChangedOutsideError):
        stage.save()
    assert keeping.Base.read(stage.folder).files == before.files


def test_a_change_while_the_new_files_are_checked_is_noticed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writer.rewritten

    def slow(*given: object) -> dict[str, bytes]:
        (stage.folder / "sources.yaml").write_bytes(b"format: 1\n")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(writer, "rewritten", slow)
    with pytest.raises(keeping.ChangedOutsideError) as caught:
        stage.save()
    assert caught.value.files == ("sources.yaml",)
    left = {p.name for p in stage.folder.rglob("*")} - {"园区 名单"}
    assert left == {name.rpartition("/")[2] for name in stage.base.files}


def test_g089_a_stale_state_is_never_written(stage: Stage) -> None:
    saved = stage.save()
    with pytest.raises(keeping.ChangedOutsideError):
        keeping.save(stage.base, stage.before, renamed(stage.before, "旧"), stage.state)
    assert keeping.Base.read(stage.folder).files == saved.base.files


def test_many_files_are_told_by_the_first_and_their_number(stage: Stage) -> None:
    shutil.rmtree(stage.folder / "园区 名单")
    for path in stage.folder.iterdir():
        path.write_bytes(b"format: 1\n")
    with pytest.raises(keeping.ChangedOutsideError) as caught:
        stage.save()
    assert "library.yaml 等 5 个文件" in caught.value.words()


def test_a_folder_that_is_gone_says_so(stage: Stage) -> None:
    shutil.rmtree(stage.folder)
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    assert caught.value.error.errno == errno.ENOENT
    assert not stage.folder.exists()


def test_g078_a_read_only_file_is_named_and_nothing_is_half_saved(stage: Stage) -> None:
    path = stage.folder / "sources.yaml"
    path.chmod(0o444)
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    path.chmod(0o644)
    assert caught.value.file == "sources.yaml"
    assert "只读" in caught.value.words()
    assert keeping.Base.read(stage.folder).files == stage.base.files
    assert backups.versions(stage.state, stage.folder) == ()


def test_g078_a_file_of_somebody_else_is_named_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "sources.yaml")
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    assert "sources.yaml 写不进去（没有权限）" in caught.value.words()
    assert keeping.Base.read(stage.folder).files == stage.base.files


@LINKS
def test_a_link_within_the_folder_is_written_through(stage: Stage) -> None:
    link, real = stage.folder / "enterprises.yaml", stage.folder / "archiv" / "firms.txt"
    real.parent.mkdir()
    link.rename(real)
    link.symlink_to(Path("archiv") / "firms.txt")
    save_name(stage.folder, stage.state)
    assert link.is_symlink()
    assert "新名有限公司" in real.read_text(encoding="utf-8")
    assert [p.name for p in real.parent.iterdir()] == ["firms.txt"]


@LINKS
def test_the_folder_itself_may_be_a_link(stage: Stage, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(stage.folder, target_is_directory=True)
    save_name(link, stage.state)
    assert len(backups.versions(stage.state, stage.folder)) == 1, "one folder, whatever its way"


@LINKS
def test_of_two_names_of_one_file_only_ours_changes(stage: Stage, tmp_path: Path) -> None:
    """The other keeps what it had: a file is replaced, never cut off and written anew."""
    path, other = stage.folder / "enterprises.yaml", tmp_path / "other.yaml"
    other.hardlink_to(path)
    old = path.read_bytes()
    save_name(stage.folder, stage.state)
    assert other.read_bytes() == old
    assert path.read_bytes() != old


@LINKS
def test_the_mode_of_a_file_stays(stage: Stage) -> None:
    (stage.folder / "enterprises.yaml").chmod(0o640)
    save_name(stage.folder, stage.state)
    assert (stage.folder / "enterprises.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "名称：鲁西".encode("gbk"),
        "format: 1\n".encode("utf-16"),
        b"format: 1\nchain: [",
        b"<html>",
    ],
    ids=["G007 empty", "G002 GBK", "G003 UTF-16", "broken", "G010 HTML"],
)
def test_files_that_cannot_be_read_stay_byte_by_byte(stage: Stage, data: bytes) -> None:
    (stage.folder / "02-x.yaml").write_bytes(data)
    saved = save_name(stage.folder, stage.state)
    assert saved.files == ("enterprises.yaml",)
    assert (stage.folder / "02-x.yaml").read_bytes() == data


def test_g007_what_became_empty_is_in_the_backup(stage: Stage) -> None:
    save_name(stage.folder, stage.state)
    (stage.folder / "sources.yaml").write_bytes(b"")
    assert (stage.folder / "sources.yaml").read_bytes() == b""
    newest = backups.versions(stage.state, stage.folder)[0]
    assert newest.files()["sources.yaml"] == stage.base.files["sources.yaml"]


def test_g051_a_file_without_format_changes_only_when_it_is_saved(stage: Stage) -> None:
    path = stage.folder / "enterprises.yaml"
    path.write_bytes(path.read_bytes().removeprefix(b"format: 1\n"))
    old = path.read_bytes()
    load(stage.folder)
    assert path.read_bytes() == old
    save_name(stage.folder, stage.state)
    assert backups.versions(stage.state, stage.folder)[0].files()["enterprises.yaml"] == old


def test_g079_a_folder_named_as_a_file_is_passed_over(stage: Stage) -> None:
    (stage.folder / "x.yaml").mkdir()
    save_name(stage.folder, stage.state)
    assert (stage.folder / "x.yaml").is_dir()


@LINKS
def test_g080_files_that_differ_by_case_alone_are_both_kept(stage: Stage) -> None:
    (stage.folder / "Sources.yaml").write_bytes(b"format: 1\n")
    save_name(stage.folder, stage.state)
    assert (stage.folder / "Sources.yaml").read_bytes() == b"format: 1\n"
    assert (stage.folder / "sources.yaml").read_bytes() == stage.base.files["sources.yaml"]
    assert len(backups.versions(stage.state, stage.folder)[0].files()) == 6


def test_g081_capital_endings_are_saved_in_place(stage: Stage) -> None:
    (stage.folder / "enterprises.yaml").rename(stage.folder / "E.YML")
    assert save_name(stage.folder, stage.state).files == ("E.YML",)


def test_every_error_has_its_sentence(stage: Stage) -> None:
    error = OSError(errno.ENOSPC, "")
    for told in (
        keeping.ShippedError(),
        keeping.HeldError(keeping.Holder("王敏", "PC-2", 7, backups.datetime(2026, 3, 1, 9, 5))),
        keeping.HeldError(keeping.Holder.unknown(0)),
        keeping.ChangedOutsideError(["a.yaml"]),
        keeping.NotMeantError(["a.yaml"]),
        keeping.FileError("a.yaml", error),
        keeping.HalfSavedError(["a.yaml"], error),
    ):
        assert "{" not in told.words()
        assert told.code in wording.table()
    assert (
        "王敏（电脑 PC-2）从 2026-03-01 09:05 起"
        in keeping.HeldError(
            keeping.Holder("王敏", "PC-2", 7, backups.datetime(2026, 3, 1, 9, 5))
        ).words()
    )
