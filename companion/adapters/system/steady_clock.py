"""The steady clock: for how long something takes, whatever is done to the time of day."""

import time


class SystemSteadyClock:
    """Fills SteadyClock with the system's monotonic clock."""

    def seconds(self) -> float:
        """Seconds since some moment of this run."""
        return time.monotonic()
