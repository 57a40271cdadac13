"""Small posters by hand: lines that share stations, with marks, jobs and all parts of the panel."""

from __future__ import annotations

from itertools import pairwise

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.telling.composition import Piece
from liantu.telling.mark import Look, Mark
from liantu.telling.poster.model import (
    ChainPoster,
    Head,
    Job,
    Joint,
    Need,
    Network,
    Panel,
    Said,
    Stage,
    Station,
    Way,
    Where,
    Work,
)

MADE = Mark("产", Look.HERE, "在产")
BOUGHT = Mark("购", Word.SHORT_UP, "疑似短链·向上", hollow=True)
RAW = Mark("调", Look.OUTSIDE, "市外调入")
OVERALL = (
    "中段成型，两头在外。丙至戊在本地相连；在产5个环节中甲厂占3个；乙、己等3种本地未见、靠外购。"
)


def network(*ways: str, made: str = "") -> Network:
    """Each way a string of one-letter stations; those in ``made`` are local."""
    letters = dict.fromkeys("".join(ways))
    stations = tuple(
        Station(
            p,
            p * 3,
            MADE if p in made else BOUGHT,
            p in made,
            (("鲁西集团", "鲁西"), ("20万吨/年",)),
        )
        for p in letters
    )
    pairs = dict.fromkeys(pair for way in ways for pair in pairwise(way))
    joints = tuple(
        Joint(a, b, a in made and b in made, mark=None if a in made and b in made else BOUGHT)
        for a, b in pairs
    )
    found = (Way(w, f"{w}线", f"{len(w)}站通{sum(p in made for p in w)}站", tuple(w)) for w in ways)
    return Network(tuple(found), stations, joints)


def poster(
    *, holds: int = 4, needs: int = 7, works: int = 6, places: int = 6, asks: int = 6
) -> ChainPoster:
    """A poster with so many rows in each part."""
    jobs = tuple(
        Job(
            product=p,
            board=Board.FILL,
            title=f"落实{p * 3}来源",
            why=f"{p * 3}（鲁西集团，20万吨/年）等2个产品年需17.7万吨，本地未见产出。",
            action="先问鲁西集团（高新区）现从哪里采购、有无自产；再比自建与长协。",
            firm="luxi",
        )
        for p in "abf"
    )
    return ChainPoster(
        chain="planted",
        head=Head(
            "试验产业链图谱", "某市", "全链9个环节", (Piece(MADE, 5), Piece(BOUGHT, 4)), "关键环节2"
        ),
        network=network("abcde", "abfg", "hcd", made="cde"),
        overall=OVERALL,
        jobs=jobs,
        holds=Panel(
            tuple(
                Said(
                    f"第{n}种（鲁西集团）停供，直接断丙、丁等3个，牵连9个产品。",
                    Target("product", "c"),
                )
                for n in range(holds)
            ),
            "资料内独家4个",
        ),
        needs=Panel(
            tuple(
                Need(
                    "b",
                    f"物料{n}",
                    10.0 + n,
                    float(n),
                    "t",
                    f"缺 {10}万吨",
                    f"需{10 + n} 供{n}",
                    True,
                )
                for n in range(needs)
            ),
            "浅＝需，深＝供",
        ),
        bought="年需调入：铝土矿1723万吨。",
        works=Panel(
            tuple(
                Work("d", f"装置{n} 20万吨", Stage.BUILDING, "2021-06" if n % 2 else "", ("在建",))
                for n in range(works)
            ),
            "竖线为口径日期",
        ),
        places=Panel(
            tuple(
                Where("高新区", (("luxi", "鲁西集团"), ("xinfa", "信发华兴")))
                for _ in range(places)
            ),
            "有在产记录的9家",
        ),
        asks=Panel(
            tuple(
                Said(f"先问鲁西集团（高新区）：第{n}种是否在产。", Target("product", "f"))
                for n in range(asks)
            ),
            "摸底任务单前6项",
        ),
        keys=Panel((Station("c", "丙", MADE, True), Station("b", "乙", BOUGHT, False)), "2个"),
        foot="资料收录235家，约为规上1574家的15%；“未见记录”不等于没有。",
        date="2022-12-31",
    )
