"""Things that apply for a limited time."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.periods import read_date


@attrs.frozen(kw_only=True)
class Dated:
    """Something that applies from one day through another; without dates, always."""

    valid_from: date | None = None
    valid_to: date | None = None

    def in_force(self, day: date | str) -> bool:
        """Whether it applies on a day.

        >>> Dated(valid_to=date(2006, 12, 31)).in_force(date(2007, 1, 1))
        False
        """
        day = read_date(day, "day")
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
