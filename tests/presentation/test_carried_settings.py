"""Words for the settings that came in a file."""

from companion.application.carried_settings import CameSettings
from companion.presentation.carried_settings import came_lines


def test_of_settings_that_hold_now_it_is_said_how_many() -> None:
    assert came_lines(CameSettings({"look": "dark"})) == ("1 setting was taken over.",)


def test_where_none_holds_only_that_and_why_is_said() -> None:
    (line,) = came_lines(CameSettings({}, refused=("look",)))
    assert line == "“Colours” has a value that cannot be used; it stays as it is here."


def test_where_there_was_none_nothing_is_said() -> None:
    assert came_lines(CameSettings({})) == ()
