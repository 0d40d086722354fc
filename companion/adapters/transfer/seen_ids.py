"""Which ids of a file were read already: 16 bytes for each while they ascend, as those of our exports do."""

from bisect import bisect_left

WIDTH = 16


class SeenIds:
    """Ids of 16 bytes."""

    def __init__(self) -> None:
        self._ascending = bytearray()
        self._others: set[bytes] = set()

    def add(self, new: bytes) -> bool:
        """False if it was added before."""
        if new > self._ascending[-WIDTH:]:
            self._ascending += new
            return True
        if new in self._others or self._is_among_ascending(new):
            return False
        self._others.add(new)
        return True

    def _is_among_ascending(self, wanted: bytes) -> bool:
        places = range(len(self._ascending) // WIDTH)
        place = bisect_left(places, wanted, key=self._at)
        return place < len(places) and self._at(place) == wanted

    def _at(self, place: int) -> bytes:
        return bytes(self._ascending[place * WIDTH : (place + 1) * WIDTH])
