"""Settings that go along in an export."""

import pytest

from companion.adapters.settings.carried import CarriedSettings
from companion.application.settings import Look, Settings
from companion.domain.checkin_field import CheckInField

CHOSEN = Settings(look=Look.DARK, text_percent=150, fields=(CheckInField.SLEEP,), lock_after_minutes=0)
CARRIER = CarriedSettings()


def test_what_goes_out_holds_where_it_comes_in() -> None:
    came = CARRIER.came(CARRIER.plain(CHOSEN))
    assert Settings()._replace(**came.wanted) == CHOSEN
    assert (came.refused, came.elsewhere, came.unknown) == ((), (), 0)


def test_places_of_this_computer_stay_on_it() -> None:
    chosen = CHOSEN._replace(backup_folder="/media/stick", note_folders=("/home/robin/notes",))
    assert not {"backup_folder", "note_folders"} & CARRIER.plain(chosen).keys()
    came = CARRIER.came({"backup_folder": "//elsewhere/share", "look": "dark"})
    assert (dict(came.wanted), came.elsewhere) == ({"look": Look.DARK}, ("backup_folder",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look", "../../etc"),
        ("look", ["dark"]),
        ("language", "x" * 1000),
        ("text_percent", 10**30),
        ("text_percent", True),
        ("lock_after_minutes", -1),
        ("lock_on_sleep", "no"),
        ("fields", ["sleep", "sleep", "x"]),
        ("fields", [["sleep"]]),
        ("without_numbers", None),
    ],
)
def test_a_hostile_value_is_refused_by_itself(name: str, value: object) -> None:
    came = CARRIER.came({name: value, "reduce_motion": True, "day_of_the_week": "x"})
    assert (dict(came.wanted), came.refused, came.unknown) == ({"reduce_motion": True}, (name,), 1)
