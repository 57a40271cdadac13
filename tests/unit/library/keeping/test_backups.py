"""The folder as it was before each saving: whole, the last ten and one of each day, bounded."""

from __future__ import annotations

import errno
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from liantu.library import keeping
from liantu.library.keeping import backups
from liantu.library.keeping.backups import Version
from tests.helpers.faults import Disk
from tests.helpers.kills import Stage


def at(count: int, time: datetime) -> Version:
    return Version(Path(f"{count}.zip"), time)


def test_a_saving_keeps_the_folder_as_it_was(stage: Stage) -> None:
    assert stage.save().unbacked == ""
    (version,) = backups.versions(stage.state, stage.folder)
    assert version.files() == dict(stage.base.files)
    assert abs(datetime.now() - version.time) < timedelta(minutes=5)
    with zipfile.ZipFile(version.path) as zipped:
        assert "data/园区 名单/parks 甲.yaml" in zipped.namelist()


def test_nothing_is_kept_where_nothing_is_written(stage: Stage) -> None:
    saved = keeping.save(stage.base, stage.before, stage.before, stage.state)
    assert saved.files == ()
    assert backups.versions(stage.state, stage.folder) == ()


def test_savings_that_fail_drive_out_no_older_version(stage: Stage, disk: Disk) -> None:
    saved = stage.save()
    before = backups.versions(stage.state, stage.folder)
    disk.fail("replace", lambda _path: OSError(errno.EIO, ""))
    for _ in range(3):
        with pytest.raises(keeping.FileError):
            keeping.save(saved.base, stage.after, stage.before, stage.state)
    now = backups.versions(stage.state, stage.folder)
    assert now[1:] == before
    assert now[0].files() == dict(saved.base.files)


def test_a_damaged_version_is_not_taken_for_the_same(stage: Stage) -> None:
    first = backups.keep(stage.state, stage.base)
    assert backups.keep(stage.state, stage.base) == first
    first.write_bytes(b"PK")
    assert backups.keep(stage.state, stage.base) != first


def test_the_last_ten_stay_and_one_of_each_of_thirty_days() -> None:
    noon = datetime(2026, 3, 31, 12)
    today = [at(1000 - n, noon - timedelta(minutes=n)) for n in range(15)]
    earlier = [
        at(900 - 2 * day - late, noon - timedelta(days=day, hours=late))
        for day in range(1, 41)
        for late in (0, 1)
    ]
    gone = set(backups.outlived((*today, *earlier)))
    stay = [one for one in (*today, *earlier) if one not in gone]
    assert stay[:10] == today[:10]
    assert [one.time.date() for one in stay[10:]] == [
        (noon - timedelta(days=day)).date() for day in range(1, 30)
    ]
    assert all(one.time.hour == 12 for one in stay[10:]), "the last of a day"


def test_what_is_too_much_goes_but_never_the_last_three(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backups, "_size", lambda _path: backups.MOST_BYTES // 2)
    noon = datetime(2026, 3, 31, 12)
    all_ = tuple(at(n, noon - timedelta(days=n)) for n in range(6))
    assert backups.outlived(all_) == all_[3:]


def test_g104_a_clock_set_back_loses_no_newer_version(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        year_now = 2099

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(cls.year_now, 1, 1, 12)

    monkeypatch.setattr(backups, "datetime", Clock)
    for count in range(14):
        Clock.year_now = 2099 if count < 12 else 1970
        backups.keep(stage.state, keeping.Base(stage.folder, {"a.yaml": b"%d" % count}))
    found = [version.files()["a.yaml"] for version in backups.versions(stage.state, stage.folder)]
    assert found[:3] == [b"13", b"12", b"11"]
    assert len(found) == backups.LAST


def test_a_damaged_version_says_so(stage: Stage) -> None:
    stage.save()
    (version,) = backups.versions(stage.state, stage.folder)
    version.path.write_bytes(version.path.read_bytes()[:-30])
    with pytest.raises(keeping.SpoiltError):
        version.files()


def test_two_folders_of_one_name_are_kept_apart(stage: Stage, tmp_path: Path) -> None:
    other = tmp_path / "另一处" / stage.folder.name
    backups.keep(stage.state, keeping.Base(other, {"a.yaml": b"1"}))
    assert backups.versions(stage.state, stage.folder) == ()
    assert len(backups.versions(stage.state, other)) == 1
