"""The checks find what they are there to find."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from companion.presentation.translation import pseudo
from companion.ui.theme.theme import Theme
from tests.support.screen_checks import (
    clipped,
    forbidden_words,
    scrolled_sideways,
    sticking_out,
    unnamed,
    untranslated,
)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    QVBoxLayout(made)
    made.show()
    return made


def put(screen: QWidget, *widgets: QWidget) -> None:
    layout = screen.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    QApplication.processEvents()


def test_plain_english_is_found_in_the_pseudo_language(screen: QWidget) -> None:
    put(screen, QLabel("Saved"), QLabel(pseudo("Saved")), QLabel("14:06 · 92"))
    assert len(untranslated(screen)) == 1


def test_what_a_reader_would_say_counts_as_words(screen: QWidget) -> None:
    button = QPushButton(pseudo("More"))
    button.setAccessibleName("More")
    put(screen, button)
    assert len(untranslated(screen)) == 1


def test_words_put_together_from_translated_parts_are_fine(screen: QWidget) -> None:
    put(screen, QLabel(f"{pseudo('Saved {time}').format(time='14:06')} · {pseudo('Undo')}"))
    assert untranslated(screen) == []


def test_what_the_person_wrote_is_theirs(screen: QWidget) -> None:
    note = QLabel("a bad day!")
    note.setProperty("personal", True)
    put(screen, note)
    assert untranslated(screen) == []
    assert forbidden_words(screen) == []


@pytest.mark.parametrize("words", ["Your score", "3 missed", "A good day", "Saved!", "Normal range", "Streak: 3"])
def test_words_that_judge_are_found(screen: QWidget, words: str) -> None:
    put(screen, QLabel(words))
    assert len(forbidden_words(screen)) == 1


def test_only_whole_words_judge(screen: QWidget) -> None:
    put(screen, QLabel("Goodwill, underscore, normally"))
    assert forbidden_words(screen) == []


def test_choices_of_a_box_are_read_too(screen: QWidget) -> None:
    box = QComboBox()
    box.addItems(["Light", "Normal"])
    put(screen, box)
    assert len(forbidden_words(screen)) == 1


def test_a_label_that_is_cut_is_found(screen: QWidget) -> None:
    cut, whole = QLabel("far too many words for so little room"), QLabel("fine")
    cut.setFixedWidth(40)
    put(screen, cut, whole)
    assert len(clipped(screen)) == 1


def test_a_wrapped_label_that_is_too_low_is_found(screen: QWidget) -> None:
    cut = QLabel("many words that need more than one line in this narrow place")
    cut.setWordWrap(True)
    cut.setFixedSize(120, 20)
    put(screen, cut)
    assert len(clipped(screen)) == 1


def test_a_button_that_is_cut_is_found(screen: QWidget) -> None:
    cut, whole = QPushButton("Save check-in"), QPushButton("Save check-in")
    cut.setFixedWidth(60)
    put(screen, cut, whole)
    assert len(clipped(screen)) == 1


def test_what_reaches_out_of_its_place_is_found(screen: QWidget) -> None:
    lost = QLabel("words", screen)
    lost.move(390, 0)
    lost.show()
    assert len(sticking_out(screen)) == 1


def test_controls_without_a_name_are_found(screen: QWidget) -> None:
    put(screen, QPushButton(), QCheckBox(), QLineEdit(), QComboBox(), QSpinBox(), QPushButton("More"))
    assert len(unnamed(screen)) == 5


def test_a_buddy_is_a_name(screen: QWidget) -> None:
    box, name = QComboBox(), QLabel("Look")
    name.setBuddy(box)
    put(screen, name, box)
    assert unnamed(screen) == []


def test_an_accessible_name_is_none_for_a_combo_box(screen: QWidget) -> None:
    box = QComboBox()
    box.setAccessibleName("Look")
    put(screen, box)
    assert len(unnamed(screen)) == 1


def test_what_is_hidden_needs_nothing(screen: QWidget) -> None:
    button = QPushButton()
    put(screen, button)
    button.hide()
    assert unnamed(screen) == []


@pytest.mark.parametrize(("name", "found"), [("window", 1), ("a part of one", 0)])
def test_a_main_window_never_scrolls_to_the_side(name: str, found: int, screen: QWidget) -> None:
    screen.setObjectName(name)
    for width in (300, 500):
        area, held = QScrollArea(), QWidget()
        held.resize(width, 900)
        area.setWidget(held)
        put(screen, area)
    assert len(scrolled_sideways(screen)) == found
