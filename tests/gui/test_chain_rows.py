"""Where a chain stands in the list is known without looking through the rows."""

from liantu.ui.pages.map.chain_delegate import CHAIN
from tests.gui.conftest import Open


def test_every_chain_is_marked_in_its_own_row(open_window: Open) -> None:
    listed = open_window().chains
    for chain in listed.chains():
        listed.mark(chain)
        assert listed.view.currentIndex().data(CHAIN) == chain
    listed.mark("none of them")
    assert not listed.view.currentIndex().isValid()
