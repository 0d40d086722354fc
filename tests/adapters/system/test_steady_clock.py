"""The steady clock only goes forward."""

from companion.adapters.system.steady_clock import SystemSteadyClock


def test_it_never_goes_back() -> None:
    clock = SystemSteadyClock()
    seen = [clock.seconds() for _ in range(1000)]
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]
