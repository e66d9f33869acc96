"""What is to be known of an old flexjob's refund: what was taken for granted, other readings."""

from __future__ import annotations

from datetime import date

from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.flexjob_month import FlexjobMonth
from socialkapitel.calculators.inputs import FULL_TIME
from socialkapitel.explanation import Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere

_DOUBTFUL_STARTS = (date(2006, 7, 1), date(2006, 7, 4))
_WEEKDAYS = 5


def warn_of_start(sheet: Worksheet, job: Flexjob) -> None:
    """Tell what is taken for the job's start, and where a ceiling is in doubt."""
    if job.started_on is None:
        sheet.caveat(
            "start-not-known",
            msg(
                "The day on which the job began is not known: it is taken to be that of the grant,"
                " {day}. A job that began in 2013 or later gives no refund, and one that began on"
                " 5 July 2006 or later has a ceiling; give started_on",
                day=job.first_day,
            ),
            concerns=("started_on",),
        )
    first, last = _DOUBTFUL_STARTS
    if first <= job.first_day <= last:
        sheet.caveat(
            "ceiling-start",
            msg(
                "The ceiling is known for jobs that began on 5 July 2006 or later; whether"
                " municipal refunds had it from 1 July is not known"
            ),
            concerns=("started_on", "flexjob.ceiling_yearly"),
        )


def warn_of_month(sheet: Worksheet, asked: FlexjobMonth) -> None:
    """Tell what is taken for granted where a month is not whole or its hours are not known."""
    if len(asked.parts) > 1:
        _warn_of_parts(sheet, asked)
    if asked.paid_hours is None:
        if asked.by_hour and asked.actual_pay is None:
            sheet.caveat(
                "paid-hours-not-known",
                msg(
                    "The paid hours of the month are not known; those of an average month are"
                    " used. Give paid_hours"
                ),
                concerns=("paid_hours",),
            )
        return
    if asked.taken_evenly:
        sheet.caveat(
            "part-of-month",
            msg(
                "The job is not held in the whole month, and its paid hours are not known: each"
                " day from Monday to Friday is taken to have a fifth of the weekly hours,"
                " {hours} hours in all. Give paid_hours",
                hours=decimal(asked.paid_hours),
            ),
            concerns=("paid_hours", "actual_pay"),
        )
    if not asked.by_hour and asked.actual_pay is None:
        sheet.caveat(
            "month-by-hours",
            msg(
                "No source was found for how a month's pay is divided; here each paid hour has an"
                " equal part of a full-time month. Give actual_pay where payroll divides it"
                " otherwise"
            ),
            concerns=("actual_pay",),
        )
    if asked.other and asked.other == oere(asked.job.other_contributions):
        sheet.caveat(
            "contributions-of-whole-month",
            msg(
                "The other contributions are those of a whole month; give the month's own where"
                " they follow the paid hours"
            ),
            concerns=("other_contributions",),
        )
    if asked.paid_hours * _WEEKDAYS > FULL_TIME * 100 * asked.weekdays:
        sheet.caveat(
            "overtime",
            msg(
                "The paid hours are more than full time on {days} days from Monday to Friday;"
                " overtime is not refunded",
                days=asked.weekdays,
            ),
            concerns=("paid_hours",),
        )


def _warn_of_parts(sheet: Worksheet, asked: FlexjobMonth) -> None:
    day = asked.parts[1].first_day
    if asked.paid_hours is None:
        text = msg(
            "The terms change on {day}, within the month, and its paid hours are not known: the"
            " month is divided by its days from Monday to Friday. Give paid_hours by date",
            day=day,
        )
    else:
        text = msg(
            "The terms change on {day}, within the month. No source was found for how the month is"
            " divided: pay and ceiling follow the paid hours of each part, and so do ATP and other"
            " contributions",
            day=day,
        )
    sheet.caveat("terms-change-within-month", text, concerns=("paid_hours",))


def warn_of_ceiling(sheet: Worksheet, asked: FlexjobMonth, by_pay: int | None) -> None:
    """Tell what the refund would be if the ceiling, where it limits, did so with the pay alone."""
    if by_pay is None:
        return
    sheet.caveat(
        "ceiling-pay-alone",
        msg(
            "The ceiling is taken to limit pay, ATP and other contributions together. If it"
            " limited the pay alone, the refund would be {amount} kroner",
            amount=decimal(asked.left(by_pay)),
        ),
        concerns=("flexjob.ceiling_yearly", "flexjob.ceiling_hourly"),
    )
    if asked.paid_hours is not None or asked.actual_pay is not None:
        sheet.caveat(
            "ceiling-of-the-year",
            msg(
                "The act has a yearly and an hourly ceiling, and none for a month: where the"
                " months of a year differ, the yearly ceiling may allow more. flexjob_year tells"
                " how much"
            ),
            concerns=("flexjob.ceiling_yearly",),
        )
