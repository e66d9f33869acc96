"""Numbers of all cases, small ones hidden: for HR, and for committees that see no single case."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path

import socialkapitel as sk
from hr_system.access import CurrentPerson, Store
from hr_system.problems import NOT_FOR_YOU, Refused
from socialkapitel.cases import Gate, rights

router = APIRouter(tags=["numbers"])


@router.get("/statistics/{year}")
def statistics(
    person: CurrentPerson, store: Store, year: Annotated[int, Path(ge=2000, le=2100)]
) -> dict[str, Any]:
    """A calendar year's cases in tables. Other periods would tell more by what differs."""
    gets_numbers = person.office is not None and (
        person.office == "hr" or rights(person.office).gate is Gate.NEVER
    )
    if not gets_numbers:
        raise Refused(NOT_FOR_YOU)
    cases = [case for case in map(store.read, store.case_ids()) if case is not None]
    period = sk.Period(date(year, 1, 1), date(year, 12, 31))
    return sk.case_statistics(cases, period).document()
