"""Every scene holds to what every screen holds to: words, names, room; at 100 % and 200 %, in two languages."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.presentation.translation import PSEUDO, use_language
from companion.ui.theme.theme import Theme
from tests.support.screen_checks import complaints, show_for_checks
from tests.ui.gallery.scenes import Scene, all_scenes


@pytest.fixture(params=["en", PSEUDO])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param, None)
    yield request.param
    use_language("en", None)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scene", all_scenes(), ids=lambda scene: scene.name)
def test_a_scene_reads_well(scene: Scene, percent: int, language: str, theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Look.LIGHT, percent, reduce_motion=True)
    widget = scene.make(theme)
    qtbot.addWidget(widget)
    show_for_checks(widget, scene.width, scene.height)
    found = complaints(widget, pseudo=language == PSEUDO)
    assert not found, "\n".join(found)
