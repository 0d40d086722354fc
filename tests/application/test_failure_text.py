"""A failure in words that a log may keep."""

from companion.application.errors import Trouble, UserError
from companion.application.failure_text import failure_text
from companion.domain.errors import DomainError, Rule


def caught(failure: BaseException) -> BaseException:
    try:
        raise failure
    except BaseException as raised:
        return raised


def test_kind_and_place_are_there_and_what_it_said_is_not() -> None:
    text = failure_text(caught(ValueError("I met Paula")))
    assert "builtins.ValueError" in text
    assert "test_failure_text.py" in text
    assert "caught" in text
    assert "Paula" not in text


def test_the_cause_comes_first() -> None:
    try:
        try:
            raise KeyError("secret")
        except KeyError as cause:
            raise RuntimeError("also secret") from cause
    except RuntimeError as failure:
        text = failure_text(failure)
    assert text.index("KeyError") < text.index("which led to") < text.index("RuntimeError")
    assert "secret" not in text


def test_our_own_errors_say_which_rule_or_trouble() -> None:
    assert "nothing_answered" in failure_text(DomainError(Rule.NOTHING_ANSWERED))
    text = failure_text(UserError(Trouble.DISK_FULL, path="/home/anna"))
    assert "disk_full" in text
    assert "anna" not in text


def test_folders_above_the_program_are_left_out() -> None:
    code = compile("raise ValueError", "/home/anna/src/companion/domain/zone.py", "exec")
    try:
        exec(code)  # noqa: S102
    except ValueError as failure:
        text = failure_text(failure)
    assert "companion/domain/zone.py:1" in text
    assert "anna" not in text


def test_failures_that_name_each_other_come_to_an_end() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert "ValueError" in failure_text(one)
