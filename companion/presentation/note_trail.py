"""The way through the notes: where one was before, and where one came back from."""


class NoteTrail:
    """Keys of notes in the order they were read, with a place in it, as a browser has it."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._place = -1

    @property
    def here(self) -> str | None:
        """The key at this place; None before the first."""
        return self._keys[self._place] if self._keys else None

    @property
    def may_go_back(self) -> bool:
        """True if there is a place before this one."""
        return self._place > 0

    @property
    def may_go_forward(self) -> bool:
        """True if there is a place after this one."""
        return self._place < len(self._keys) - 1

    def go(self, key: str) -> None:
        """Goes on to that note; what lay ahead is forgotten. Staying at the same note is no step."""
        if key != self.here:
            self._keys = [*self._keys[: self._place + 1], key]
            self._place += 1

    def back(self) -> str | None:
        """Steps back and returns the key there; None at the beginning."""
        if not self.may_go_back:
            return None
        self._place -= 1
        return self.here

    def forward(self) -> str | None:
        """Steps forward and returns the key there; None at the end."""
        if not self.may_go_forward:
            return None
        self._place += 1
        return self.here
