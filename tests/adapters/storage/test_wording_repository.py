"""Own words: kept by their names, and gone when they are emptied."""

from pathlib import Path

from tests.support.builders import a_moment
from tests.support.store import a_vault


def test_own_words_are_kept_until_they_are_emptied(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.wording.set("zone.below.words", "like wading", a_moment(2))
        store.wording.set("zone.above.label", "Über dem 🙂", a_moment(2))
        store.wording.set("zone.below.words", "like treacle", a_moment(1))
    with vault.reading() as store:
        assert list(store.wording.all().items()) == [
            ("zone.above.label", "Über dem 🙂"),
            ("zone.below.words", "like treacle"),
        ]
    with vault.writing() as store:
        store.wording.set("zone.above.label", "", a_moment())
        store.wording.set("zone.never.set", "", a_moment())
        assert store.wording.all() == {"zone.below.words": "like treacle"}
