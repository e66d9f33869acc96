"""What is going away still works, says what to write, and names the caller's line."""

import pytest

from socialkapitel.deprecation import deprecated, renamed, with_former


@renamed({"old": "new"})
def plain(*, new):
    return new


@renamed({"old": "new"}, of="Holder")
def held(new):
    return new


@with_former(lambda *args, **_: {"hours": args[0]} if args else None, "f(hours)", "f(hours=...)")
def keyed(*, hours):
    return hours


def going():
    deprecated("going()", "gone()")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: plain(old=1), r"plain\(old=\.\.\.\) is deprecated; write plain\(new=\.\.\.\)"),
        (lambda: held(old=1), r"Holder\(old=\.\.\.\) is deprecated; write Holder\(new=\.\.\.\)"),
        (lambda: keyed(1), r"f\(hours\) is deprecated; write f\(hours=\.\.\.\)"),
        (going, r"going\(\) is deprecated; write gone\(\)"),
    ],
)
def test_a_warning_says_what_to_write_on_the_line_of_the_caller(call, message):
    with pytest.warns(DeprecationWarning, match=message) as told:
        assert call() in {1, None}
    assert __file__ == told[0].filename


def test_a_present_call_goes_through_without_a_word():
    assert (1, 2, 3) == (plain(new=1), held(2), keyed(hours=3))


def test_an_argument_by_both_names_is_refused():
    with pytest.raises(TypeError, match="got both 'old' and 'new'"):
        plain(old=1, new=2)
