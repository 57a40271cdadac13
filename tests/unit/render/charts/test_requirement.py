"""Which matplotlib is taken."""

from importlib.metadata import version


def test_loading_matplotlib_never_waits_for_the_interpreter() -> None:
    """Newer ones take the interpreter's lock while Windows loads ft2font and holds the lock of its
    loader, which whoever starts a thread at that moment wants: the window stood still for ever.
    """
    major, minor = (int(part) for part in version("matplotlib").split(".")[:2])
    assert (major, minor) < (3, 10)
