"""Where the running program listens and what is said to it."""

from companion.application.instance_address import Message, instance_address, line_of, message_in


def test_it_lies_in_the_runtime_folder_and_hides_the_data_folders_name() -> None:
    address = instance_address("/home/anna/private", "/run/user/1000")
    assert address.startswith("/run/user/1000/companion-")
    assert address.endswith(".sock")
    assert "anna" not in address


def test_without_a_runtime_folder_it_lies_with_the_data() -> None:
    assert instance_address("/data", None).startswith("/data/companion-")
    assert instance_address("/data", "").startswith("/data/companion-")


def test_two_data_folders_have_two_addresses() -> None:
    assert instance_address("/a", "/run") != instance_address("/b", "/run")
    assert instance_address("/a", "/run") == instance_address("/a", "/run")


def test_a_folder_name_that_is_no_unicode_is_possible() -> None:
    assert instance_address("/da\udcffta", "/run")


def test_a_message_comes_out_as_it_went_in() -> None:
    for message in Message:
        assert message_in(line_of(message)) == (message, "")
        assert message_in(line_of(message, "token_7")) == (message, "token_7")


def test_a_token_can_never_become_a_second_line() -> None:
    assert line_of(Message.SHOW, "a\nchanged\r\n") == b"show achanged\n"


def test_what_is_none_of_ours_is_nothing() -> None:
    for line in (b"", b"\n", b"quit\n", b"\xff\xfe", b"showing\n"):
        assert message_in(line) is None
