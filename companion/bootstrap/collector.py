"""Python's collector of unreachable cycles, which rests while the program starts."""

import gc


def rest() -> None:
    """No collecting from now on.

    Starting makes tens of thousands of things that all stay. The collector would go through them again and again
    and find nothing, for a fifth of the time until the first picture.
    """
    gc.disable()


def resume() -> None:
    """Collecting as usual. What the start made will stay, so it is not gone through any more."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
