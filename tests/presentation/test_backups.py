"""Copies as Settings shows them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from companion.application.backups import BackupService, CopyReport
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import CopiesChanged, VaultLocked
from companion.application.vault_ports import Vault
from companion.presentation.backups import BackupPresenter, saving_question
from tests.support.date_words import PlainDateWords
from tests.support.days import DaysVault

TODAY, STICK = date(2026, 11, 22), "/media/stick"


class Service:
    """Remembers what it was asked, and answers when it is told to."""

    def __init__(self) -> None:
        self.report, self.place = CopyReport(TODAY), ""
        self.trouble: UserError | None = None
        self.saves: list[tuple[str, bool]] = []
        self._done: list[Callable[[UserError | None], None]] = []

    def choose_place(self, folder: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.place = folder

    def save(self, path: str, done: Callable[[UserError | None], None], *, replace_fuller: bool = False) -> None:
        self.saves.append((path, replace_fuller))
        self._done.append(done)

    def answer(self, trouble: Trouble | None = None) -> None:
        self._done.pop(0)(None if trouble is None else UserError(trouble))


class Desk:
    """A presenter and what is around it."""

    def __init__(self) -> None:
        self.service, self.vault, self.bus = Service(), DaysVault(), EventBus()
        self.is_protected = False
        self.changes: list[str] = []
        self.asked: list[Callable[[], None]] = []
        service, vault = cast(BackupService, self.service), cast(Vault, self.vault)
        self.presenter = BackupPresenter(service, vault, lambda: self.is_protected, PlainDateWords(), self.bus)
        self.presenter.attach(lambda: self.changes.append(self.presenter.state().news))

    def save(self, path: str = "/tmp/a.companion") -> None:
        self.presenter.save(path, self.asked.append)

    @property
    def news(self) -> str:
        return self.presenter.state().news


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_newest_copy_and_where_it_lies(desk: Desk) -> None:
    assert desk.presenter.state().newest.endswith("It is in your data folder.")
    desk.service.place = STICK
    desk.service.report = replace(desk.service.report, laid_for=TODAY)
    assert desk.presenter.state().newest.endswith("It is in your data folder and in the second place.")
    desk.service.report = CopyReport()
    assert desk.presenter.state().newest.startswith("There is no copy yet.")


def test_who_can_read_a_copy_is_said_in_plain_words(desk: Desk) -> None:
    assert "anyone who has the file can read it" in desk.presenter.state().protection
    assert "anyone who has this file can read it" in saving_question().detail
    desk.is_protected = True
    assert desk.presenter.state().protection.startswith("Copies open with your passphrase")


def test_trouble_is_told_once_and_calmly(desk: Desk) -> None:
    desk.service.report = CopyReport(TODAY, place_trouble=UserError(Trouble.FOLDER_UNREADABLE, path="/secret"))
    assert desk.presenter.state().trouble == (
        "The second place was not there for the last copy. "
        "It is tried again by itself; the copy in your data folder is there."
    )
    desk.service.report = CopyReport(TODAY, place_trouble=UserError(Trouble.DISK_FULL))
    assert desk.presenter.state().trouble.startswith(
        "The last copy could not be put in the second place. The disk is full"
    )
    desk.service.report = CopyReport(trouble=UserError(Trouble.DISK_FULL))
    assert desk.presenter.state().trouble.startswith("The last copy could not be made. The disk is full")
    desk.service.report = CopyReport(TODAY)
    assert desk.presenter.state().trouble == ""


def test_news_of_copies_and_a_lock_are_shown(desk: Desk) -> None:
    desk.bus.publish(CopiesChanged())
    desk.vault.is_locked = True
    desk.bus.publish(VaultLocked())
    assert len(desk.changes) == 2
    assert not desk.presenter.state().can_save


def test_a_place_that_cannot_be_kept_is_said(desk: Desk) -> None:
    assert desk.presenter.choose_place(STICK) == ""
    assert desk.presenter.state().place == STICK
    desk.service.trouble = UserError(Trouble.FILE_UNWRITABLE)
    assert desk.presenter.choose_place("").startswith("This file could not be written.")
    assert desk.presenter.state().place == STICK


@pytest.mark.parametrize(
    ("typed", "file"),
    [("/tmp/a", "/tmp/a.companion"), ("/tmp/a.db", "/tmp/a.db"), ("/tmp/x.y/a", "/tmp/x.y/a.companion")],
)
def test_a_name_without_an_ending_gets_ours(desk: Desk, typed: str, file: str) -> None:
    desk.save(typed)
    assert desk.service.saves == [(file, False)]


def test_saving_is_said_from_its_beginning_to_its_end(desk: Desk) -> None:
    desk.save()
    assert (desk.news, desk.presenter.state().can_save) == ("Writing the copy. You can go on meanwhile.", False)
    desk.service.answer()
    assert desk.news == "A copy is in /tmp/a.companion now. Anyone who has this file can read it."
    assert desk.presenter.state().can_save
    desk.is_protected = True
    desk.save()
    desk.service.answer()
    assert desk.news.endswith("It opens with your passphrase or your recovery code.")


def test_over_a_copy_that_may_hold_more_it_is_asked_first(desk: Desk) -> None:
    desk.save()
    desk.service.answer(Trouble.COPY_FULLER)
    assert (len(desk.asked), desk.news, desk.presenter.state().can_save) == (1, "", True)
    desk.asked[0]()
    assert desk.service.saves[-1] == ("/tmp/a.companion", True)


def test_what_could_not_be_saved_is_said(desk: Desk) -> None:
    desk.save()
    desk.service.answer(Trouble.COPY_OTHER_THERE)
    assert desk.news.startswith("In this place is another file, and it was left as it is.")
    assert desk.asked == []
