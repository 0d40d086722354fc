"""Every scene holds to what every screen holds to: words, names, room; at 100 % and 200 %, German at its largest."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.presentation.translation import PSEUDO, use_language
from companion.ui.theme.theme import Theme
from tests.conftest import RESOURCES
from tests.support.screen_checks import complaints, show_for_checks
from tests.ui.gallery.scenes import Scene, all_scenes

NARROW = 640
SPOKEN = [(language, percent) for language in ("en", PSEUDO) for percent in (100, 200)]
CASES = [
    (scene, *spoken)
    for scene in all_scenes()
    for spoken in (*SPOKEN, *([("de", 200)] if scene.width <= NARROW else []))  # where long words have least room
]


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    use_language("en", None)


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize(("scene", "language", "percent"), CASES, ids=lambda part: getattr(part, "name", part))
def test_a_scene_reads_well(scene: Scene, language: str, percent: int, theme: Theme, qtbot: QtBot) -> None:
    use_language(language, RESOURCES / "locale")
    theme.apply(Look.LIGHT, percent, reduce_motion=True)
    widget = scene.make(theme)
    qtbot.addWidget(widget)
    show_for_checks(widget, scene.width, scene.height)
    found = complaints(widget, pseudo=language == PSEUDO)
    assert not found, "\n".join(found)
