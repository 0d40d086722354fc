"""The five answers: of one size, none chosen first, one at most, and heard as a group of radio buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.zone import Zone
from companion.presentation.zones import ZoneWords, use_own_words, zone_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_row import AnswerRow
from companion.ui.widgets.zone_answers import ZoneAnswers
from tests.support.keys import hold

Key = Qt.Key


@pytest.fixture
def answers(theme: Theme, qtbot: QtBot) -> Iterator[ZoneAnswers]:
    made = ZoneAnswers(zone_words(), theme)
    qtbot.addWidget(made)
    made.resize(280, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def letter(answers: ZoneAnswers, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    return answers.take_letter_key(QKeyEvent(QKeyEvent.Type.KeyPress, ord(text.upper()), modifiers, text))


def chosen(answers: ZoneAnswers) -> list[Zone]:
    return [row.words.zone for row in answers.rows if row.isChecked()]


def test_none_is_chosen_first(answers: ZoneAnswers) -> None:
    assert answers.zone is None
    assert chosen(answers) == []


def test_their_order_is_the_picture_of_the_window(answers: ZoneAnswers) -> None:
    by_height = sorted(answers.rows, key=lambda row: row.y())
    assert [row.words.zone for row in by_height] == [Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE]


@pytest.mark.parametrize("width", [200, 280, 500])
def test_all_are_of_one_size(answers: ZoneAnswers, width: int) -> None:
    answers.resize(width, answers.heightForWidth(width))
    assert len({(row.width(), row.height()) for row in answers.rows}) == 1
    assert all(row.height() >= row.heightForWidth(row.width()) for row in answers.rows)


@pytest.mark.parametrize(
    ("label", "at"),
    [("Above my window", 0), ("\u200f(Above my window", 2), ("\u05de\u05e2\u05dc my window", 0)],
    ids=["left to right", "against its line", "right to left"],
)
def test_the_line_below_the_letter_is_as_wide_as_the_letter(label: str, at: int, theme: Theme, qtbot: QtBot) -> None:
    pictures = []
    for letter_at in (at, None):
        row = AnswerRow(ZoneWords(Zone.ABOVE, label, letter_at=letter_at), theme)
        qtbot.addWidget(row)
        row.resize(300, 60)
        pictures.append(row.grab().toImage())
    one, other = pictures
    points = ((x, y) for x in range(one.width()) for y in range(one.height()))
    line = {x for x, y in points if one.pixel(x, y) != other.pixel(x, y)}
    wide = QFontMetricsF(row.font()).horizontalAdvance(label[at])
    assert 0 < max(line) - min(line) < 2 * wide


def test_a_narrow_one_wraps_its_words_instead_of_cutting_them(answers: ZoneAnswers) -> None:
    assert answers.heightForWidth(190) > answers.heightForWidth(400)


def test_a_click_chooses_one_and_only_one(answers: ZoneAnswers) -> None:
    QTest.mouseClick(answers.rows[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(answers.rows[3], Qt.MouseButton.LeftButton)
    assert answers.zone is Zone.MIXED
    assert chosen(answers) == [Zone.MIXED]


def test_the_same_again_un_chooses(answers: ZoneAnswers) -> None:
    said: list[Zone | None] = []
    answers.zone_chosen.connect(said.append)
    QTest.mouseClick(answers.rows[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(answers.rows[0], Qt.MouseButton.LeftButton)
    assert answers.zone is None
    assert said == [Zone.ABOVE, None]


@pytest.mark.parametrize(
    ("text", "zone"),
    [("a", Zone.ABOVE), ("i", Zone.INSIDE), ("b", Zone.BELOW), ("M", Zone.MIXED), ("N", Zone.UNSURE)],
)
def test_its_letter_chooses_an_answer(answers: ZoneAnswers, text: str, zone: Zone) -> None:
    assert letter(answers, text)
    assert answers.zone is zone


def test_its_letter_again_un_chooses_it(answers: ZoneAnswers) -> None:
    letter(answers, "a")
    letter(answers, "a")
    assert answers.zone is None


def test_other_letters_and_shortcuts_choose_nothing(answers: ZoneAnswers) -> None:
    assert not letter(answers, "x")
    assert not letter(answers, "a", Qt.KeyboardModifier.ControlModifier)
    assert answers.zone is None


@pytest.mark.usefixtures("pseudo_language")
def test_in_another_language_the_letters_are_those_of_its_labels(theme: Theme, qtbot: QtBot) -> None:
    answers = ZoneAnswers(zone_words(), theme)
    qtbot.addWidget(answers)
    letters = [row.words.letter for row in answers.rows]
    assert len(set(letters)) == 5
    assert letter(answers, letters[2])
    assert answers.zone is Zone.BELOW


def test_arrow_keys_move_the_focus_and_choose_nothing(answers: ZoneAnswers) -> None:
    answers.rows[0].setFocus()
    passed = []
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        passed.append(next(row.words.zone for row in answers.rows if row.hasFocus()))
    assert passed == [Zone.INSIDE, Zone.BELOW, Zone.INSIDE, Zone.ABOVE, Zone.UNSURE]
    assert chosen(answers) == []


def test_space_chooses_and_un_chooses(answers: ZoneAnswers) -> None:
    row = answers.rows[1]
    row.setFocus()
    QTest.keyClick(row, Key.Key_Space)
    assert answers.zone is Zone.INSIDE
    QTest.keyClick(row, Key.Key_Space)
    assert answers.zone is None


def test_a_held_space_chooses_nothing(answers: ZoneAnswers) -> None:
    assert not hold(answers.rows[0], Key.Key_Space, " ")
    assert answers.zone is None


def test_enter_is_left_to_whoever_saves(answers: ZoneAnswers) -> None:
    press = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    answers.rows[0].keyPressEvent(press)
    assert not press.isAccepted()
    assert answers.zone is None


def test_a_chosen_answer_is_marked_the_same_way_for_all_five(answers: ZoneAnswers, theme: Theme) -> None:
    for row in answers.rows:
        answers.put(row.words.zone)
        picture = row.grab().toImage()
        edge = picture.pixelColor(row.width() // 2, 0)
        fill = picture.pixelColor(row.width() - 20, 8)
        assert edge == theme.color("accent")
        assert fill == theme.color("accent_soft")


def test_nothing_is_marked_while_nothing_is_chosen(answers: ZoneAnswers, theme: Theme) -> None:
    for row in answers.rows:
        assert row.grab().toImage().pixelColor(row.width() - 20, 8) == theme.color("surface")


def test_they_are_heard_as_radio_buttons_in_a_named_group(answers: ZoneAnswers) -> None:
    group = QAccessible.queryAccessibleInterface(answers)
    assert group is not None
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Where is that for you?"
    heard = [group.child(index) for index in range(group.childCount())]
    assert [one.role() for one in heard] == [QAccessible.Role.RadioButton] * 5
    first = heard[0]
    assert first is not None
    assert first.text(QAccessible.Text.Name) == "Above my window"
    assert first.text(QAccessible.Text.Description) == "on edge, flooded, cannot settle"


def test_what_is_chosen_is_heard(answers: ZoneAnswers) -> None:
    answers.put(Zone.BELOW)
    heard = [QAccessible.queryAccessibleInterface(row) for row in answers.rows]
    assert [bool(one.state().checked) for one in heard] == [False, False, True, False, False]


def test_targets_stay_large_at_any_text_size(answers: ZoneAnswers, theme: Theme) -> None:
    assert all(row.height() >= 44 for row in answers.rows)
    theme.apply(Look.LIGHT, 200)
    assert answers.heightForWidth(600) >= 5 * 88


def test_assistive_technology_can_choose(answers: ZoneAnswers, qtbot: QtBot) -> None:
    answers.put(Zone.ABOVE)
    with qtbot.waitSignal(answers.zone_chosen):
        answers.rows[2].toggle()
    assert chosen(answers) == [Zone.BELOW]


def test_showing_an_earlier_answer_says_nothing(answers: ZoneAnswers, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(answers.zone_chosen):
        answers.put(Zone.BELOW)
        answers.put(None)
    assert chosen(answers) == []


OWN = {
    "zone.above.label": "Zu viel & zu laut",
    "zone.inside.label": "\N{GRINNING FACE} ruhig genug",
    "zone.below.label": "מתחת לחלון",
    "zone.below.words": "wieunterwasserwieunterwasserwieunterwasserwieunterwasserwieunterwasser",
}


@pytest.fixture
def own_words() -> Iterator[None]:
    yield
    use_own_words({})


@pytest.mark.usefixtures("own_words")
def test_other_words_leave_what_is_chosen(answers: ZoneAnswers) -> None:
    answers.put(Zone.ABOVE)
    use_own_words(OWN)
    answers.show_words(zone_words())
    assert chosen(answers) == [Zone.ABOVE]
    group = QAccessible.queryAccessibleInterface(answers.rows[0])
    assert group is not None
    assert group.text(QAccessible.Text.Name) == "Zu viel & zu laut"
    assert answers.rows[0].shortcut().isEmpty()


@pytest.mark.usefixtures("own_words")
def test_letters_are_those_of_the_words_in_force(answers: ZoneAnswers) -> None:
    use_own_words(OWN)
    answers.show_words(zone_words())
    assert [letter(answers, key) for key in ("z", "a", "מ")] == [True, False, True]
    assert chosen(answers) == [Zone.BELOW]


@pytest.mark.usefixtures("own_words")
def test_very_long_words_wrap_inside_their_answer(answers: ZoneAnswers) -> None:
    before = answers.heightForWidth(280)
    use_own_words(OWN)
    answers.show_words(zone_words())
    assert answers.heightForWidth(280) > before
    assert len({row.height() for row in answers.rows}) == 1


@pytest.mark.usefixtures("own_words")
def test_words_of_the_same_length_move_nothing(answers: ZoneAnswers) -> None:
    before = [row.geometry() for row in answers.rows]
    use_own_words({"zone.above.label": "Too much for me", "zone.below.words": "like under water"})
    answers.show_words(zone_words())
    QApplication.processEvents()
    assert [row.geometry() for row in answers.rows] == before


def test_the_letter_after_an_emoji_is_the_one_that_is_underlined(answers: ZoneAnswers) -> None:
    row = answers.rows[1]
    pictures = []
    for letter_at in (None, 1):
        row.show_words(ZoneWords(Zone.INSIDE, "\N{GRINNING FACE}l", "", letter_at))
        pictures.append(row.grab().toImage())
    plain, underlined = pictures
    places = [(x, y) for x in range(plain.width()) for y in range(plain.height())]
    stroke = {x for x, y in places if plain.pixelColor(x, y) != underlined.pixelColor(x, y)}
    beginning, emoji_at_least, letter_at_most = 40, 12, 8
    assert min(stroke) >= beginning + emoji_at_least
    assert max(stroke) - min(stroke) <= letter_at_most
