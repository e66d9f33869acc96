"""Contestant: ttsim, the backend of GETTSIM, all rows on one day."""

from datetime import date

from benchmarks.speed.contest import contest, figures, in_kroner, with_pyarrow

COLUMNS = {
    "starting_pay": "starting_pay_m",
    "weekly_hours": "weekly_hours_w",
    "other_contributions": "other_contributions_m",
}
BANDS = ("full", "two_thirds", "one_third")


def inputs(tt):
    """The columns that the data give."""
    unit = tt.TTSIMUnit

    @tt.policy_input(unit=unit.DIMENSIONLESS)
    def p_id() -> int:
        """The row."""

    @tt.policy_input(unit=unit.CURRENCY.PER_MONTH)
    def starting_pay_m() -> float:
        """Pay of a full-time month."""

    @tt.policy_input(unit=unit.HOURS.PER_WEEK)
    def weekly_hours_w() -> float:
        """Hours a week."""

    @tt.policy_input(unit=unit.CURRENCY.PER_MONTH)
    def other_contributions_m() -> float:
        """Other contributions."""

    return [p_id, starting_pay_m, weekly_hours_w, other_contributions_m]


def formulas(tt):
    """Basis, ATP and refund. Hours over 37 hours are a share, which its units can't say."""
    kroner = tt.TTSIMUnit.CURRENCY.PER_MONTH

    @tt.policy_function(unit=kroner, verify_units=False)
    def basis_m(
        starting_pay_m: float,
        weekly_hours_w: float,
        atp_m: float,
        other_contributions_m: float,
        ceiling_y: float,
    ) -> float:
        whole = starting_pay_m * weekly_hours_w / 37 + atp_m + other_contributions_m
        return min(whole, ceiling_y / 12 * weekly_hours_w / 37)

    @tt.policy_function(unit=kroner, verify_units=False)
    def atp_m(
        weekly_hours_w: float,
        full_hours: float,
        two_thirds_hours: float,
        one_third_hours: float,
        full_m: float,
        two_thirds_m: float,
        one_third_m: float,
    ) -> float:
        if weekly_hours_w * 52 / 12 >= full_hours:
            return full_m
        elif weekly_hours_w * 52 / 12 >= two_thirds_hours:  # noqa: RET505
            return two_thirds_m
        elif weekly_hours_w * 52 / 12 >= one_third_hours:
            return one_third_m
        else:
            return 0.0

    @tt.policy_function(unit=kroner)
    def refund_m(basis_m: float) -> float:
        return basis_m * 2 / 3

    return [basis_m, atp_m, refund_m]


def parameters(known):
    def dated(figure, unit):
        text = {"de": figure, "en": figure}
        values = {date.fromisoformat(day): {"value": value / 100} for day, value in known[figure]}
        return {"name": text, "description": text, "type": "scalar", "unit": unit, **values}

    return {
        "ceiling_y": dated("flexjob.ceiling_yearly", "DKK_PER_YEAR"),
        **{f"{band}_hours": dated(f"atp.band.{band}_hours", "HOURS_PER_MONTH") for band in BANDS},
        **{f"{band}_m": dated(f"atp.a.employer_monthly.{band}", "DKK_PER_MONTH") for band in BANDS},
    }


def set_up(task):
    """Its policy environment for the day."""
    import ttsim
    from ttsim import tt

    kroner = tt.UnitSystem(currencies={"DKK": tt.Currency(statutory_from="1900-01-01")})
    columns = {("flexjob.py", one.leaf_name): one for one in (*inputs(tt), *formulas(tt))}
    known = {("flexjob.yaml", name): spec for name, spec in parameters(figures(task)).items()}
    common = {"policy_date_str": task.one_date, "unit_system": kroner, "backend": "numpy"}
    environment = ttsim.main(
        main_target=ttsim.MainTarget.policy_environment,
        orig_policy_objects=ttsim.OrigPolicyObjects(
            column_objects_and_param_functions=columns, param_specs=known
        ),
        **common,
    )
    return ttsim, {**common, "policy_environment": environment}


def load(task):
    import numpy as np

    rows = {COLUMNS[name]: values for name, values in in_kroner(task).items()}
    return {"p_id": np.arange(task.rows), **rows}


def compute(model, rows):
    ttsim, common = model
    return ttsim.main(
        main_target=ttsim.MainTarget.results.qname,
        input_data=ttsim.InputData.tree(rows),
        tt_targets=ttsim.TTTargets.tree({"refund_m": None}),
        **common,
    )["refund_m"]


def amounts(_model, result):
    return result, "exact-one-date"


if __name__ == "__main__":
    contest(with_pyarrow(set_up), load, compute, amounts)
