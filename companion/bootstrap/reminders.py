"""Makes the Reminders screen with everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.desktop_abilities import Ability
from companion.application.events import (
    PromptsChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultLocking,
    VaultUnlocked,
)
from companion.application.prompt_stories import PromptStories
from companion.bootstrap.reminder_notices import make_questions
from companion.presentation.prompt_story import StoryPresenter
from companion.presentation.reminders import RemindersPresenter, trial_sentence
from companion.presentation.reminders_stillness import StillnessPresenter
from companion.ui.screens.reminders import RemindersScreen

if TYPE_CHECKING:
    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords
    from companion.presentation.desktop_check import Told
    from companion.presentation.reminders_question import QuestionPresenter
    from companion.ui.platform.desktop_trials import DesktopTrials
    from companion.ui.theme.theme import Theme


def make_reminders(
    core: Core,
    theme: Theme,
    words: DateWords,
    rounds: PromptRounds,
    question: QuestionPresenter,
    trials: DesktopTrials,
) -> RemindersScreen:
    """The screen; its files are loaded with this one, when it is first gone to."""
    offered = make_questions(core).offered_a_day
    presenter = RemindersPresenter(core.reminders, rounds, core.clock, words, core.check_in_setup, offered)
    stillness = StillnessPresenter(core.reminders, core.preferences, words)
    stories = StoryPresenter(PromptStories(core.vault, core.clock), presenter.names, core.clock, words)
    screen = RemindersScreen(presenter, stillness, question, stories, theme, words)
    for news in (PromptsChanged, RemindersChanged, StoreChangedElsewhere, VaultUnlocked):
        core.bus.listen(news, lambda _news: screen.refresh_if_seen())
    core.bus.listen(VaultUnlocked, lambda _news: screen.bring_back())
    core.bus.listen(VaultLocking, lambda _news: screen.hold())
    core.bus.listen(VaultLocked, lambda _news: screen.put_away())
    screen.test_wanted.connect(lambda: trials.begin(Ability.NOTIFICATIONS))

    def tell(ability: Ability, told: Told) -> None:
        if ability is Ability.NOTIFICATIONS and screen.isVisible():
            screen.toast.say(trial_sentence(told))

    trials.told.connect(tell)
    return screen
