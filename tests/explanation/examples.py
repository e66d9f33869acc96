"""Two explained refunds: one as short as they get, one in which everything happens."""

from datetime import date

import socialkapitel as sk


def short():
    """A full-time job with monthly pay, granted before there was a ceiling."""
    job = sk.Flexjob(
        started_on=date(2006, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    return sk.flexjob_refund(job, sk.Month(2007, 11)).explanation


def long():
    """Hourly pay, what was paid, a ceiling, and two days with sickness benefit."""
    job = sk.Flexjob(
        started_on=date(2006, 7, 5),
        share="2/3",
        starting_pay=sk.Pay.hourly("214.12"),
        weekly_hours="30",
        atp_class="A",
        other_contributions="1200.50",
    )
    return sk.flexjob_refund(
        job,
        sk.Month(2012, 11),
        actual_pay="30000",
        sickness={date(2012, 11, 5): "300", date(2012, 11, 6): "900.10"},
    ).explanation


EXAMPLES = {"short": short, "long": long}
