"""Help: short pages about what Companion does, in the order in which a person meets it."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from companion.presentation.about import Said, about
from companion.presentation.translation import _


class Topic(Enum):
    """The pages, in their order. The last two are more than words."""

    ABOUT = "about"
    WINDOW = "window"
    CHECKING_IN = "checking_in"
    REMINDERS = "reminders"
    CHART = "chart"
    DATA = "data"
    PRIVACY = "privacy"
    KEYS = "keys"


class HelpPage(NamedTuple):
    """One page: its parts, and the publications that it rests on."""

    title: str
    parts: tuple[Said, ...] = ()
    sources: tuple[str, ...] = ()


def topic_name(topic: Topic) -> str:
    """What the page is called where it is chosen."""
    return {
        Topic.ABOUT: _("What Companion is"),
        Topic.WINDOW: _("The line and the window"),
        Topic.CHECKING_IN: _("Checking in"),
        Topic.REMINDERS: _("Reminders"),
        Topic.CHART: _("Chart and numbers"),
        Topic.DATA: _("Your data"),
        Topic.PRIVACY: _("What is stored"),
        Topic.KEYS: _("Keys"),
    }[topic]


def help_page(topic: Topic) -> HelpPage:
    """The words of that page."""
    pages: dict[Topic, Callable[[], HelpPage]] = {
        Topic.ABOUT: _about,
        Topic.WINDOW: _window,
        Topic.CHECKING_IN: _checking_in,
        Topic.REMINDERS: _reminders,
        Topic.CHART: _chart,
        Topic.DATA: _data,
        Topic.PRIVACY: lambda: HelpPage(_("What is stored, where, how long, and who can read it")),
        Topic.KEYS: lambda: HelpPage(_("Keys")),
    }
    return pages[topic]()


def _about() -> HelpPage:
    return HelpPage(
        _("What Companion is, and what it is not"),
        about(),
    )


def _window() -> HelpPage:
    return HelpPage(
        _("The line and the window"),
        (
            Said(
                _("The line"),
                _(
                    "“How much energy is in your body?” asks how activated you are, from almost none to as much as "
                    "there can be. Pleasant or not is another matter: joy and fear can both be high, rest and "
                    "emptiness both low."
                ),
            ),
            Said(
                _("The window"),
                _(
                    "Your window is the part of the line in which you can feel and think at the same time. The "
                    "second question asks whether you are inside, above or below it, mixed, or not sure. What you "
                    "answer counts, whatever the line says."
                ),
            ),
            Said(
                _("Where it begins and ends"),
                _(
                    "At first there is a guess, from 30 to 70. After some weeks of answers Companion works out where "
                    "the ends probably lie for you; in Settings you can see that, and set them yourself. A change "
                    "holds from its day on. What was before stays as it was."
                ),
            ),
            Said(
                _("How sure this is"),
                _(
                    "The window of tolerance is an image from therapy that many people find useful. It is a model, "
                    "and nobody can measure it in a body. The numbers are your own: they cannot be compared with "
                    "those of somebody else."
                ),
            ),
        ),
        (
            "Siegel 1999, The Developing Mind",
            "Corrigan, Fisher & Nutt 2011, Journal of Psychopharmacology 25:17",
            "Kuppens, Tuerlinckx, Russell & Barrett 2013, Psychological Bulletin 139:917",
        ),
    )


def _checking_in() -> HelpPage:
    return HelpPage(
        _("Checking in"),
        (
            Said(
                _("Two answers"),
                _(
                    "Click the line or type a number, choose an answer, save. One answer is enough, and zero is an "
                    "answer. It takes a few seconds."
                ),
            ),
            Said(
                _("Why it is empty"),
                _(
                    "Nothing is chosen before you choose it, and earlier answers are folded away meanwhile, so that "
                    "nothing pulls yours to one side."
                ),
            ),
            Said(
                _("More"),
                _(
                    "Behind “More” are a note, when it was, and up to three questions that you switch on in "
                    "Settings. All of it may stay empty."
                ),
            ),
            Said(
                _("Changing your mind"),
                _(
                    "“Undo” takes the last check-in back. In the journal each one can be changed or deleted. What "
                    "you leave half filled waits for a day."
                ),
            ),
            Said(
                _("Afterwards"),
                _(
                    "There may be a concept that fits and, outside the window, up to three practices. They are "
                    "offers. Doing nothing is fine."
                ),
            ),
        ),
    )


def _reminders() -> HelpPage:
    return HelpPage(
        _("Reminders"),
        (
            Said(
                _("Only if you want them"),
                _(
                    "There are none until you add one. They can come at fixed times, at moments that change, after a "
                    "while, once, or after a check-in."
                ),
            ),
            Said(
                _("Fixed times, or moments that change"),
                _(
                    "Moments that change show more of your ordinary days, since nobody can prepare for them. Fixed "
                    "times are easier to get used to. Both are fine."
                ),
            ),
            Said(
                _("What you can answer"),
                _(
                    "Check in, “Later” once, or “Not now”. Not answering is an answer, too: it goes away by itself, "
                    "and nothing is counted."
                ),
            ),
            Said(
                _("When they wait"),
                _(
                    "In quiet hours none comes. They wait while you type, while a window fills the screen, while the "
                    "desktop is not to be disturbed, or the screen is locked. After sleep there is one quiet card."
                ),
            ),
            Said(
                _("Pausing"),
                _(
                    "Reminders, and the icon in the tray, can pause all of them until a time you choose. “Why did it "
                    "ask me? Why did it not?” on that screen says what became of each."
                ),
            ),
        ),
        ("Vachon and others 2019, Journal of Medical Internet Research 21:e14475",),
    )


def _chart() -> HelpPage:
    return HelpPage(
        _("The chart, and what numbers can and cannot say"),
        (
            Said(
                _("What you see"),
                _(
                    "Each check-in is a mark whose shape says your answer: above, inside, below, mixed, not sure. "
                    "The band is your window. A smooth line with its likely range appears where marks lie close "
                    "together. Where nothing was noted, nothing is drawn."
                ),
            ),
            Said(
                _("What they can say"),
                _(
                    "How often, of the moments in which you were asked, you were where; how long coming back took; "
                    "which hours and weekdays were different. Beside each number stands what it rests on. Until that "
                    "is enough, the number waits."
                ),
            ),
            Said(
                _("What they cannot say"),
                _(
                    "Why something was so. How you are compared with others. Whether you are doing it right. A "
                    "single day says little, and two weeks can differ by chance alone: then it says “no clear "
                    "difference”."
                ),
            ),
            Said(
                _("Does noting it help"),
                _(
                    "It can make you more aware of how you are. In studies of noting one's mood the mood itself "
                    "changed little or not at all, and about 4 of 100 people found it a burden or felt worse. If it "
                    "weighs on you, pausing is a fine answer."
                ),
            ),
        ),
        ("Astill Wright and others 2025, JMIR Mental Health 12:e79500",),
    )


def _data() -> HelpPage:
    return HelpPage(
        _("Your data"),
        (
            Said(
                _("Where it is"),
                _(
                    "In one encrypted file on this computer. There is no account, nothing is sent, and nobody but "
                    "you has it."
                ),
            ),
            Said(
                _("A passphrase"),
                _(
                    "Without one, whoever can read the folder can open the notebook. With one (Settings, Privacy) "
                    "only the passphrase or the recovery code opens it. If both are lost, so is what you noted."
                ),
            ),
            Said(
                _("Copies"),
                _(
                    "Each day with changes has a copy, made and checked by itself. Settings, Copies, saves one where "
                    "you like, and brings one back."
                ),
            ),
            Said(
                _("Taking it with you"),
                _(
                    "Settings, My notebook as a file, writes all of it as JSON or CSV and reads files of other "
                    "programs. The report is a page to print for a session."
                ),
            ),
            Said(
                _("Deleting"),
                _(
                    "Single things in the journal, with undo, or permanently. Everything at once at the end of "
                    "Settings; that cannot be undone."
                ),
            ),
        ),
    )
