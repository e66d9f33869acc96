"""What a caveat compares: what would be under another reading, and what is."""

from socialkapitel import Message


def compared(caveat):
    """The other value and the one here, of each thing that would be different."""
    told = [dict(one.values) for one in _within(caveat.text)]
    return [(each["other"], each["here"]) for each in told if {"other", "here"} <= each.keys()]


def other_amount(result, code):
    """The amount that the one caveat of a code gives under another reading.

    None where there is no such caveat, and the result's own where nothing would be different.
    """
    found = [compared(caveat) for caveat in result.caveats if caveat.code == code]
    if not found:
        return None
    [pairs] = found
    if not pairs:
        return result.amount
    [(other, here)] = pairs
    assert result.amount == here.amount
    return other.amount


def _within(message):
    yield message
    for _, value in message.values:
        if isinstance(value, Message):
            yield from _within(value)
