"""How long a person is at a form, over all the times that they come back to it."""

from datetime import timedelta

from companion.application.ports import Clock
from companion.domain.moment import Moment

_NOTHING = timedelta(0)


class Sitting:
    """Counts from the first attention to now, without the time for which the form was left."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._before: timedelta | None = _NOTHING
        self._since: Moment | None = None

    @property
    def took(self) -> timedelta | None:
        """How long it has been until now; None where an earlier part is not known."""
        if self._before is None or self._since is None:
            return self._before
        # A clock that was set back meanwhile takes nothing away.
        return self._before + max(self._clock.now().utc - self._since.utc, _NOTHING)

    def begin(self, *, is_attended: bool = False) -> None:
        """Begins anew, from now on or from the first attention."""
        self._before, self._since = _NOTHING, None
        if is_attended:
            self.attend()

    def attend(self) -> None:
        """The form has the person's attention, from now on unless it has it already."""
        if self._since is None:
            self._since = self._clock.now()

    def interrupt(self) -> None:
        """The form is left; the time until the next attention does not count."""
        self._before, self._since = self.took, None

    def continue_after(self, took: timedelta | None) -> None:
        """Goes on from now with what took that long before."""
        self._before, self._since = took, self._clock.now()
