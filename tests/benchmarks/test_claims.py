"""The monthly run of a thousand employees, with every explanation and in Danish."""

from datetime import date

from benchmarks.timing import fastest, show

import socialkapitel as sk

MONTH = sk.Month(2024, 4)
STAFF = 1000
HEADS = (f"{STAFF:,} employees", "claims", "explained", "in Danish", "all")


def flexjob(number):
    return sk.Flexjob(
        started_on=date(2008, 9, 1),
        share="2/3" if number % 2 else "1/2",
        starting_pay=sk.Pay.monthly(28_000 + number),
        weekly_hours="37" if number % 3 else "30",
        atp_class="A",
        other_contributions="3552.00",
    )


def absence(number, basis=sk.RefundBasis.ORDINARY):
    """Absent from a day in March, for six to nine weeks and then at work."""
    last = 15 + number % 4
    return sk.SicknessAbsence(
        first_day=date(2024, 3, 4),
        contract_hours="37",
        hours={sk.Week(2024, week): "37" if week <= last else "0" for week in range(10, last + 2)},
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=basis,
        hours_in_other_jobs={},
    )


def given(number):
    """Half old flexjobs, an eighth absences, some sick in a flexjob, subsidies and help."""
    kind = number % 40
    if kind < 20:
        return flexjob(number)
    if kind < 25:
        return absence(number)
    if kind == 25:
        return [flexjob(number), absence(number, sk.RefundBasis.FLEXJOB)]
    if kind < 36:
        job = sk.SubsidisedJob(target_group="DISABILITY_PENSION", hourly_pay="160.00")
        return sk.Paid(job=job, hours=f"{50 + number % 40}.5")
    return sk.Assistance(hours="43.5")


EMPLOYEES = {f"E{number:04}": given(number) for number in range(STAFF)}


def test_a_run_with_its_explanations_in_danish(capsys):
    parts = [0.0, 0.0, 0.0]

    def run():
        found.append(sk.claims(EMPLOYEES, MONTH))

    def explained():
        _ = found[-1].caveats

    def danish():
        found[-1].render("da")
        texts = [one.explanation.render("da") for one in found[-1] if one.explanation]
        assert len(texts) >= STAFF

    found = []
    parts = fastest(run, explained, danish, blocks=5)
    show(capsys, HEADS, [("a month", *(f"{took:.2f} s" for took in (*parts, sum(parts))))])
