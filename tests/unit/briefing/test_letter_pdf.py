"""An official PDF has what GB/T 9704—2012 puts around a text; what is left out is asked for."""

from __future__ import annotations

from io import BytesIO

import pypdf

from liantu.briefing.office import Office, Style
from tests.helpers.papers import pdf, words_of

LETTER = Office(
    Style.OFFICIAL,
    issuer="聊城市工业和信息化局",
    addressee="市政府",
    number="聊工信字〔2023〕8号",
    signed="2023-01-10",
    attachments=("摸底任务单", "项目清单"),
)


def test_head_and_end_of_an_official_paper() -> None:
    data = pdf("soy", office=LETTER)
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]
    assert "聊城市工业和信息化局文件" in pages[0].replace("\n", "")
    assert "聊工信字〔2023〕8号" in pages[0]
    words = words_of(data)
    assert words.index("市政府：") < words.index("一、摘要", words.index("市政府："))
    assert "附件：1.摸底任务单2.项目清单" in words
    assert words.count("2023年1月10日印发") == 1
    assert words.index("2.项目清单") < words.index("2023年1月10日印发")
    assert "〔字体以黑体代〕" in pages[0].replace("\n", "")


def test_heads_are_numbered_as_the_standard_says() -> None:
    words = words_of(pdf("soy", office=LETTER))
    for head in ("一、摘要", "二、基本情况", "三、主要问题", "四、建议", "（一）目标"):
        assert head in words
    assert "一、摘要" not in words_of(pdf("soy"))


def test_pages_are_numbered_outside() -> None:
    pages = pypdf.PdfReader(BytesIO(pdf("soy", office=LETTER))).pages
    numbered = [page.extract_text() for page in pages]
    assert "— 2 —" in numbered[1]
    last = len(numbered)
    assert f"— {last} —" in numbered[-1], "drawn pages are counted as well"


def test_what_the_office_left_out_is_asked_for() -> None:
    words = words_of(pdf("soy", office=Office(Style.OFFICIAL)))
    for slot in ("请填写发文机关名称", "请填写发文字号", "请填写主送机关", "请填写成文日期"):
        assert slot in words
