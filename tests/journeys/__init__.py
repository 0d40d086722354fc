"""Journeys: the whole program through its real bootstrap, with a clock that the tests own."""
