"""A result, its text and its JSON beside the bare formula, and its JSON beside msgspec.

msgspec can't read the classes of explanations; it reads and writes the JSON as lists and dicts.
"""

import json
from datetime import date, timedelta
from decimal import Decimal

import msgspec
from benchmarks import bare
from benchmarks.timing import fastest, micro, show, times

import socialkapitel as sk
from socialkapitel import wire

HEADS = ("a refund and all that is told of it", "took", "of the bare formula", "of msgspec")
FIRST_DAY = date(2021, 7, 5)


def flexjob():
    job = sk.Flexjob(
        started_on=date(2008, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    plain = (date(2008, 3, 1), (2, 3), Decimal("18297.00"), Decimal(37), "A", Decimal(0))
    month = sk.Month(2015, 11)
    return (
        lambda: bare.flexjob(*plain, date(2015, 11, 1)),
        lambda: sk.flexjob_refund(job, month),
    )


def half_a_year():
    mondays = [FIRST_DAY + timedelta(weeks=number) for number in range(26)]
    absence = sk.SicknessAbsence(
        first_day=FIRST_DAY,
        contract_hours="37",
        hours={sk.Week.of(monday): "37" for monday in mondays},
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
    )
    weeks = [(monday, Decimal(37)) for monday in mondays]
    return (
        lambda: bare.sickness(FIRST_DAY, Decimal("185.00"), weeks),
        lambda: sk.sickness_refund(absence),
    )


def test_text_and_json_beside_the_bare_formula(capsys):
    rows = []
    for name, course, blocks in (("flexjob", flexjob, 300), ("26 weeks", half_a_year, 40)):
        formula, result = course()
        known = result()
        kind = type(known)
        text = wire.to_json(known)
        tree = json.loads(text)
        assert wire.from_json(text, kind) == known
        assert tree == msgspec.json.decode(text)
        took = fastest(
            formula,
            result,
            lambda result=result: result().explanation.render("da"),
            lambda known=known: known.explanation.render("da"),
            lambda result=result: wire.to_json(result()),
            lambda known=known: wire.to_json(known),
            lambda text=text, kind=kind: wire.from_json(text, kind),
            lambda tree=tree: msgspec.json.encode(tree),
            lambda text=text: msgspec.json.decode(text),
            blocks=blocks,
        )
        plain, writes, reads = took[0], took[-2], took[-1]
        told = ("the bare formula", "result", "result and text", "text", "result and JSON", "JSON")
        rows += [
            (f"{name}: {what}", micro(one), times(one, plain), "")
            for what, one in zip(told[:-1], took, strict=False)
        ]
        rows.append(
            (f"{name}: JSON", micro(took[5]), times(took[5], plain), times(took[5], writes))
        )
        rows.append(
            (f"{name}: JSON read", micro(took[6]), times(took[6], plain), times(took[6], reads))
        )
    show(capsys, HEADS, rows)
