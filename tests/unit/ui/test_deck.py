"""Where a show goes by its keys: every step once, to the contents and back, and no further."""

from __future__ import annotations

from liantu.model.story import Step, Story
from liantu.model.target import Target
from liantu.ui.show.deck import CONTENTS, Deck

A = Story("a", "甲", "", None, tuple(Step(f"甲{at}") for at in range(3)))
B = Story("b", "乙", "", None, (Step("乙0"),))


def walked(deck: Deck, presses: int) -> list[tuple[str, int, bool]]:
    found = []
    for _ in range(presses):
        deck = deck.next()
        found.append((deck.told.id, deck.at, deck.over))
    return found


def test_one_key_goes_through_all_stories_and_stops_at_the_last_contents() -> None:
    assert walked(Deck((A, B)), 8) == [
        ("a", 0, False),
        ("a", 1, False),
        ("a", 2, False),
        ("a", 2, True),
        ("b", CONTENTS, False),
        ("b", 0, False),
        ("b", 0, True),
        ("b", CONTENTS, False),
    ]


def test_back_ends_in_the_contents_of_the_same_story() -> None:
    deck = Deck((A, B), 1, 0)
    assert deck.back() == Deck((A, B), 1, CONTENTS)
    assert deck.back().back() == deck.back()
    assert Deck((A, B), 0, 2).next().back() == Deck((A, B), 0, 1)


def test_numbers_and_ends_are_the_nearest_there_are() -> None:
    deck = Deck((A, B), 0, 1)
    assert [deck.number(n).at for n in (0, 1, 3, 99)] == [0, 0, 2, 2]
    assert (deck.first().at, deck.last().at) == (0, 2)
    listed = deck.contents()
    assert (listed.last().story, listed.last().at) == (1, CONTENTS)
    assert (listed.number(2).told.id, listed.number(2).at) == ("b", 0)
    assert listed.marked(9).story == 1
    assert listed.marked(-4).story == 0


def test_what_is_selected_goes_with_the_step_and_by_the_same_click() -> None:
    bpa = Target("product", "bpa")
    deck = Deck((A, B), 0, 1).pick(bpa)
    assert deck.chosen == bpa
    assert deck.pick(bpa).chosen is None
    assert deck.next().chosen is None


def test_stories_that_were_edited_meanwhile_keep_the_place() -> None:
    shorter = Story("a", "甲", "", None, A.steps[:2])
    assert Deck((A, B), 0, 2).of((B, shorter)) == Deck((B, shorter), 1, 1)
    assert Deck((A, B), 1, 0).of((A,)) == Deck((A,), 0, CONTENTS)
