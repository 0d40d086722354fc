"""Looks do not change by accident: chosen scenes are compared with small pictures of them."""

from typing import Any

import pytest
from PySide6.QtGui import QImage

from companion.application.settings import Look
from companion.ui.theme import tokens
from companion.ui.theme.theme import Theme
from tests.ui.gallery.reference import FOLDER, SIGHTS, Sight, changed_share, thumbnail

MAY_CHANGE = 0.01
HINT = "if this is meant: python -m tests.ui.gallery --reference, and look at what it drew"


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.path.stem)
def test_a_scene_looks_as_it_did(sight: Sight, theme: Theme) -> None:
    before = QImage(str(sight.path)).convertToFormat(QImage.Format.Format_RGB32)
    assert not before.isNull(), HINT
    assert changed_share(before, thumbnail(sight, theme)) <= MAY_CHANGE, HINT


def test_every_small_picture_belongs_to_a_scene() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == {sight.path.name for sight in SIGHTS}


@pytest.mark.parametrize("change", [{"accent": "#7a4a1c"}, {"background": "#e4ecf6"}], ids=["accent", "background"])
def test_another_colour_would_be_noticed(
    change: dict[str, Any], theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    sight = Sight("shell-today", "light", 100)
    before = thumbnail(sight, theme)
    theme.apply(Look.DARK, 100)  # the same look again would not be read anew
    monkeypatch.setattr(tokens, "LOOKS", (tokens.LIGHT._replace(**change), *tokens.LOOKS[1:]))
    assert changed_share(before, thumbnail(sight, theme)) > MAY_CHANGE
