"""先办三件事 in sentences: amount and place where they are known, silence where they are not."""

from __future__ import annotations

import re

import pytest

from liantu.telling.poster.jobs import told_jobs
from liantu.telling.poster.model import Job
from tests.helpers.readings import loaded, shipped_at

DAY = "2022-12-31"
CHAINS = tuple(loaded().atlas.chains)


def of(chain: str, product: str) -> Job:
    return next(job for job in told_jobs(shipped_at(DAY), chain) if job.product == product)


def test_what_is_lacking_is_told_with_user_amount_and_place() -> None:
    job = of("al", "anode")
    assert job.title == "落实预焙阳极来源"
    assert job.why == "电解铝（信发集团，158万吨/年）年需预焙阳极79万吨，本地未见产出。"
    assert job.action == "先问信发集团（茌平区）现从哪里采购、有无自产；再比自建与长协。"
    assert job.verify == "待茌平区核实本地有无预焙阳极在产"
    assert (job.who, job.county, job.firm) == ("信发集团", "茌平区", "xinfa")
    assert job.chains == ("铝",)


def test_what_comes_beside_it_is_one_job_with_it() -> None:
    job = of("pc-nylon", "phenol")
    assert job.title == "落实苯酚（联产丙酮）来源"
    assert "年需苯酚17万吨、联产丙酮5.3万吨，" in job.why
    assert job.action == "先问鲁西集团（高新区）现从哪里采购、有无自产；再比自建与长协。"


def test_what_is_asked_as_before_is_only_pointed_to() -> None:
    assert of("machinery", "linear").action == "与①同问，一并核实。"


def test_consumption_is_told_where_no_sum_is_known() -> None:
    job = of("rubber", "phthimide")
    assert job.why == (
        "防焦剂CTP（阳谷华泰）在用，每吨约耗0.59吨，总量不详，本地未见产出；关键环节：防焦剂主料外购。"
    )


def test_a_main_that_is_short_itself_is_not_offered_as_if_it_were_at_hand() -> None:
    assert "；主料酸洗卷（冠洲集团，180万吨/年）在本地，但已偏紧。" in of("sheet", "coldform").why


def test_who_needs_most_is_named_even_if_it_is_no_main_of_his() -> None:
    job = of("pipe", "sqtube")
    assert (
        job.why == "农用电动车（时风集团，20万辆/年）等4个产品年需方矩形管≥1.8万吨，本地未见产出。"
    )
    assert job.who == "时风集团"


def test_a_reason_that_only_names_the_product_is_left_out() -> None:
    assert "关键环节" not in of("nev", "smartbus").why
    assert of("cu", "batfoil_cu").why.endswith("；关键环节：锂电集流体，耗铜大户。")


def test_who_builds_what_he_needs_is_asked_once() -> None:
    job = of("pc-nylon", "chexone")
    assert job.title == "盯住环己酮项目"
    assert job.action == "列入调度，向鲁西集团（高新区）核实投产时间和产能，以及现有来源。"


def test_what_is_under_way_is_watched() -> None:
    job = of("al", "alsheet")
    assert job.title == "盯住铝板带项目"
    assert job.why.endswith("；中源新材料（茌平区）在建。")
    assert job.action.startswith("向中源新材料（茌平区）核实投产时间和产能，")
    assert job.firm == "zhongyuan"


def test_what_follows_from_a_group_is_asked_of_its_county() -> None:
    job = of("brg", "robbrg")
    assert job.action == "请临清市先摸清成品套圈在产企业，再议延伸。"
    assert (job.who, job.county, job.firm) == ("临清市", "临清市", "")


def test_what_is_thin_tells_what_is_lacking_at_least() -> None:
    job = of("sheet", "pickled")
    assert job.title == "增粗酸洗卷"
    assert job.why == "已知年需224万吨，在产180万吨（冠洲集团），至少缺44.4万吨。"
    assert job.verify == ""


def test_a_stop_within_the_year_is_evidence() -> None:
    assert "2022年3月至2022年5月停产" in of("cu", "cath").why


@pytest.mark.parametrize("chain", CHAINS)
def test_no_job_says_what_another_says(chain: str) -> None:
    jobs = told_jobs(shipped_at(DAY), chain)
    assert len({job.action for job in jobs}) == len(jobs)
    assert len({job.title for job in jobs}) == len(jobs)
    words = "".join(job.title + job.why + job.action + job.verify for job in jobs)
    assert not re.search(r"\d[eE][+-]?\d|[()]|未注明|。。|，，", words)


def test_nobody_is_asked_for_buses_that_are_left_over() -> None:
    job = of("nev", "smartbus")
    assert "纯电动客车本地在产（中通客车）；" in job.why
    assert "余量" not in job.why + job.action
    assert "延伸意愿" in job.action
