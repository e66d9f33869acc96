"""What is going away still works, says what to write, and names the caller's line."""

import pytest

from socialkapitel.deprecation import deprecated, with_former


@with_former(lambda *args, **_: {"hours": args[0]} if args else None, "f(hours)", "f(hours=...)")
def keyed(*, hours):
    return hours


def going():
    deprecated("going()", "gone()")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: keyed(1), r"f\(hours\) is deprecated; write f\(hours=\.\.\.\)"),
        (going, r"going\(\) is deprecated; write gone\(\)"),
    ],
)
def test_a_warning_says_what_to_write_on_the_line_of_the_caller(call, message):
    with pytest.warns(DeprecationWarning, match=message) as told:
        assert call() in {1, None}
    assert __file__ == told[0].filename


def test_a_present_call_goes_through_without_a_word():
    assert 3 == keyed(hours=3)
