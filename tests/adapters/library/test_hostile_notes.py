"""Whatever is in a file, it becomes a harmless page or a problem: some of what tests/fuzz runs for long."""

import pytest

from tests.fuzz.notes import run


@pytest.mark.parametrize("seed", range(4))
def test_files_made_of_what_hurts_become_pages_or_problems(seed: int) -> None:
    assert 0 < run(100, seed).shown < 100
