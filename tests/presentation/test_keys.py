"""The overview of keys says what the program does with them."""

from companion.presentation.keys import key_groups


def test_no_key_stands_there_twice_and_each_does_something() -> None:
    for group in key_groups():
        keys = [line.keys for line in group.lines]
        assert len(set(keys)) == len(keys)
        assert all(line.does for line in group.lines)


def test_what_acts_everywhere_stands_first() -> None:
    first = key_groups()[0]
    assert {"Ctrl+N", "Ctrl+Z", "Ctrl+L", "Ctrl+H", "Ctrl+Q", "F1"} <= {line.keys for line in first.lines}
