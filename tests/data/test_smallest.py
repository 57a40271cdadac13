"""The smallest folder that the description of the format shows is one that the program reads."""

from __future__ import annotations

import re
from pathlib import Path

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.issues import Severity
from liantu.library import load
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.plain import plain

_FILE = re.compile(r"```yaml\n# (\S+\.yaml)\n(.*?)```", re.DOTALL)


def test_the_smallest_folder_is_read_and_told(tmp_path: Path) -> None:
    shown = (paths.shipped_chains() / "README.md").read_text(encoding="utf-8")
    files = dict(_FILE.findall(shown[: shown.index("## 各个文件")]))
    for name, words in files.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    loaded = load(tmp_path)
    assert [i for i in loaded.issues if i.severity is not Severity.INFO] == []
    words = plain(chain_poster(Reading.of(loaded.atlas), "pv"))
    assert words.startswith("光伏产业链图谱")
    assert "[产] 电池片　临海晴光新能源　5GW/年" in words
    assert "年需多晶硅1.1万吨" in words
