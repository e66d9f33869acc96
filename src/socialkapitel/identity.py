"""Numbers that identify employers and persons, checked with python-stdnum.

They need the extra ``identity``: ``pip install socialkapitel[identity]``. No calculator or
assessment needs them; they are here for those who keep cases.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from types import ModuleType

import attrs

from socialkapitel.errors import InvalidInput, MissingExtra, SocialkapitelError, WrongType
from socialkapitel.fields import bare, checked, named
from socialkapitel.messages import msg
from socialkapitel.sealing import Enclosed

_MASK = "######-####"


def _checks(number: str) -> ModuleType:
    try:
        return import_module(f"stdnum.dk.{number}")
    except ModuleNotFoundError:
        raise MissingExtra("identity", "python-stdnum") from None


def _read_cvr(value: str) -> str:
    accepted = msg("a CVR number of eight digits whose check digit is right")
    if not isinstance(value, str):
        raise WrongType("cvr", value, accepted)
    cvr = _checks("cvr")
    if not cvr.is_valid(value):
        raise InvalidInput("cvr", value, accepted)
    return str(cvr.compact(value))


def _read_cpr(value: str) -> str:
    accepted = msg("a CPR number of ten digits that begins with a date")
    if not isinstance(value, str):
        raise WrongType("cpr", _MASK, accepted)
    cpr = _checks("cpr")
    number = str(cpr.compact(value))
    if not (number.isascii() and number.isdigit() and len(number) == 10):
        raise InvalidInput("cpr", _MASK, accepted)
    try:
        cpr.get_birth_date(number)
    except ValueError:
        raise InvalidInput("cpr", _MASK, accepted) from None
    return number


@checked
@attrs.frozen(order=True)
class Cvr:
    """The number of a company or public employer in the central business register (CVR-nummer).

    Raises:
        MissingExtra: where python-stdnum is not installed.
        WrongType: for anything but a text.
        InvalidInput: for a text that is not a CVR number.

    >>> Cvr("13 58 56 28")
    Cvr(number='13585628')
    """

    number: str = attrs.field(
        converter=_read_cvr, metadata=named("CVR number", "CVR-nummer", field="cvr")
    )

    def __str__(self) -> str:
        return self.number


class Cpr(Enclosed):
    """A person's number in the civil register (CPR-nummer). It is never shown.

    ``repr``, ``str``, errors and every printer show a mask, and it is not pickled; only `reveal`
    gives the number. Its form and date are checked, not its last digit: since 2007, numbers that
    fail the old check have been issued. Whether the date is in the future is not checked, because
    the library never looks at today's date.

    Raises:
        MissingExtra: where python-stdnum is not installed.
        WrongType: for anything but a text.
        InvalidInput: for a text that is not a CPR number; the error is masked too.

    >>> Cpr("070761-4285")
    Cpr('######-####')
    >>> Cpr("070761-4285").reveal()
    '070761-4285'
    """

    __slots__ = ()

    def __init__(self, number: str) -> None:
        try:
            super().__init__(_read_cpr(number))
        except SocialkapitelError as error:
            refused = bare(error)
        else:
            return
        del self, number  # a traceback that shows local variables would show it
        raise refused

    @property
    def born_on(self) -> date:
        """The date of birth in the number.

        >>> Cpr("070761-4285").born_on
        datetime.date(1961, 7, 7)
        """
        day: date = _checks("cpr").get_birth_date(self._open())
        return day

    def reveal(self) -> str:
        """The number itself. Ask for it only where it is really needed."""
        number = self._open()
        return f"{number[:6]}-{number[6:]}"

    def __str__(self) -> str:
        return _MASK

    def __repr__(self) -> str:
        return f"Cpr({_MASK!r})"
