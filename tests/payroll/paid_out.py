"""Results that are paid out, one of each kind and course, for what is tried of all of them."""

from datetime import date

import socialkapitel as sk

MARCH = sk.Month(2024, 3)


def job(**terms):
    known = {
        "started_on": date(2008, 9, 1),
        "share": "2/3",
        "starting_pay": sk.Pay.monthly("29600.00"),
        "weekly_hours": "37",
        "atp_class": "A",
        "other_contributions": "3552.00",
    }
    return sk.Flexjob(**{**known, **terms})


def absence(**facts):
    known = {
        "first_day": date(2024, 3, 4),
        "contract_hours": "37",
        "hours": {sk.Week(2024, week): "37" for week in range(10, 16)},
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": sk.RefundBasis.ORDINARY,
        "hours_in_other_jobs": {},
    }
    return sk.SicknessAbsence(**{**known, **facts})


def hours_by_date(first, *days):
    return {date(2024, 3, first + place): hours for place, hours in enumerate(days)}


PENSIONER = sk.SubsidisedJob(target_group="DISABILITY_PENSION", hourly_pay="160.00")

RESULTS = {
    "flexjob": lambda: sk.flexjob_refund(job(), MARCH),
    "flexjob above the ceiling": lambda: sk.flexjob_refund(
        job(starting_pay=sk.Pay.monthly("52000.00")), MARCH
    ),
    "flexjob before the ceiling": lambda: sk.flexjob_refund(
        job(started_on=date(2006, 3, 1), starting_pay=sk.Pay.monthly("52000.00")), MARCH
    ),
    "flexjob without a ceiling": lambda: sk.flexjob_refund(
        job(started_on=date(2006, 3, 1), starting_pay=sk.Pay.monthly("52000.00")),
        sk.Month(2006, 6),
    ),
    "flexjob by the hour": lambda: sk.flexjob_refund(
        job(starting_pay=sk.Pay.hourly("305.00"), weekly_hours="18.5", atp_class=None),
        MARCH,
        paid_hours="81.30",
        other_contributions="1500.00",
    ),
    "flexjob in a part of a month": lambda: sk.flexjob_refund(
        job(), MARCH, paid_hours="81.30", actual_pay="14000.00"
    ),
    "flexjob of somebody sick": lambda: sk.flexjob_refund(
        job(),
        MARCH,
        sickness={
            date(2024, 3, 4): "938.90",
            date(2024, 3, 5): "1938.90",
            date(2024, 3, 9): "938.90",
        },
    ),
    "flexjob without contributions, sick on a weekday": lambda: sk.flexjob_refund(
        job(other_contributions="0"), MARCH, sickness={date(2024, 3, 4): "938.90"}
    ),
    "flexjob whose terms change": lambda: sk.flexjob_refund(
        job().change(date(2024, 3, 15), share="1/2", weekly_hours="30"), MARCH
    ),
    "flexjob with an absence": lambda: sk.flexjob_refund(
        job(),
        MARCH,
        sickness=absence(basis=sk.RefundBasis.FLEXJOB, hours={sk.Week(2024, 10): "37"}),
    ),
    "flexjob without pay": lambda: sk.flexjob_refund(job(), MARCH, actual_pay="0"),
    "sickness": lambda: sk.sickness_refund(absence()),
    "sickness in part time": lambda: sk.sickness_refund(
        absence(
            contract_hours="30",
            hours={sk.Week(2024, week): "28.3" for week in range(10, 16)},
            hours_in_other_jobs={sk.Week(2024, week): "5" for week in range(10, 16)},
        )
    ),
    "sickness by date": lambda: sk.sickness_refund(
        absence(
            first_day=date(2024, 3, 18),
            hours=hours_by_date(18, "3", "7.4", "7.4", "7.4", "7.4")
            | hours_by_date(25, "7.4", "7.4", "7.4", "7.4"),
            basis=sk.RefundBasis.SECTION_56,
            days={date(2024, 3, 28): sk.DayState.ON_DUTY},
        )
    ),
    "sickness on a third shift": lambda: sk.sickness_refund(
        absence(
            contract_hours="34",
            full_time_hours="34",
            hours={sk.Week(2024, week): "34" for week in range(10, 16)},
        )
    ),
    "sickness by a schedule": lambda: sk.sickness_refund(
        absence(
            contract_hours=None,
            schedule=sk.Schedule.days({"monday": "12", "tuesday": "12", "saturday": "6"}),
            hours={sk.Week(2024, week): "30" for week in range(10, 16)},
        )
    ),
    "sickness of 2012": lambda: sk.sickness_refund(
        absence(
            first_day=date(2012, 4, 2),
            hours={date(2012, 4, 2): "7.4", date(2012, 4, 5): "7.4"}
            | {sk.Week(2012, week): "37" for week in range(15, 21)},
        )
    ),
    "sickness within the employer period": lambda: sk.sickness_refund(
        absence(hours={sk.Week(2024, 10): "37"})
    ),
    "sickness without pay": lambda: sk.sickness_refund(absence(paid_during_sickness=False)),
    "sickness in a month": lambda: sk.sickness_refund(absence()).month(sk.Month(2024, 4)),
    "flex wage supplement": lambda: sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        MARCH,
        pay="15600",
        deciding_pay="21000",
    ),
    "flex wage supplement without pay": lambda: sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        sk.Month(2014, 3),
        pay="0",
    ),
    "flex wage supplement at full time": lambda: sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="30000"), MARCH, pay="25000"
    ),
    "wage subsidy": lambda: sk.wage_subsidy(PENSIONER, sk.Month(2021, 3), hours="50.20"),
    "wage subsidy, special rate": lambda: sk.wage_subsidy(
        sk.SubsidisedJob(
            target_group="DISABILITY_PENSION", hourly_pay="160.00", granted_rate="60.00"
        ),
        sk.Month(2021, 3),
        hours={date(2021, 3, 1): "6", date(2021, 3, 2): "4"},
        refunded={date(2021, 3, 1): "700.00"},
    ),
    "wage subsidy, low pay": lambda: sk.wage_subsidy(
        sk.SubsidisedJob(target_group="UNEMPLOYED_WITH_BENEFIT", hourly_pay="100.00"),
        sk.Month(2021, 3),
        hours="137",
        refunded={date(2021, 3, 1): "20.00"},
    ),
    "wage subsidy, rehabilitation": lambda: sk.wage_subsidy(
        sk.SubsidisedJob(target_group="REHABILITATION", hourly_pay="131.75", granted_rate="105.00"),
        sk.Month(2007, 3),
        hours="120",
    ),
    "assistance": lambda: sk.assistance_refund("43.70", on=date(2023, 3, 1)),
    "assistance at a rate": lambda: sk.assistance_refund("43.7", hourly_rate="140.05"),
}
