"""What the employer gets back for a month, for those who may see pay and absence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, ConfigDict

import socialkapitel as sk
from hr_system.access import ReadCase
from hr_system.language import language_of
from socialkapitel import wire

router = APIRouter(tags=["money"], prefix="/cases/{case_id}/refunds")

MonthText = Annotated[str, Path(pattern=r"^\d{4}-\d{2}$")]


class Paid(BaseModel):
    """What payroll knows of the month, as exact texts such as ``"160.33"``; null where unknown."""

    model_config = ConfigDict(extra="forbid")

    paid_hours: str | None = None
    actual_pay: str | None = None


def _refunds(found: ReadCase, month: str, paid: Paid) -> sk.CaseRefunds:
    found.need(sk.Information.PAY, sk.Information.ABSENCE)
    year, number = map(int, month.split("-"))
    return found.case.refunds(
        sk.Month(year, number), paid_hours=paid.paid_hours, actual_pay=paid.actual_pay
    )


@router.get("/{month}")
def refunds(found: ReadCase, month: MonthText) -> Response:
    """The refunds of a month, each with its explanation in both languages."""
    return _document(_refunds(found, month, Paid()))


@router.post("/{month}")
def refunds_with_pay(found: ReadCase, month: MonthText, paid: Paid) -> Response:
    """The same with what payroll knows. It is sent, not stored, and stands in no address."""
    return _document(_refunds(found, month, paid))


@router.get("/{month}/explanation")
def explanation(request: Request, found: ReadCase, month: MonthText) -> PlainTextResponse:
    """The same for people: each step of each refund, in the reader's language."""
    language = language_of(request)
    answer = _refunds(found, month, Paid())
    texts = [refund.result.explanation.render(language) for refund in answer.refunds]
    texts += [f"{one.name}: {sk.translate(one.because, language)}" for one in answer.open]
    return PlainTextResponse("\n\n".join(texts), headers={"Content-Language": language})


def _document(answer: sk.CaseRefunds) -> Response:
    return Response(wire.to_json(answer), media_type="application/json")
