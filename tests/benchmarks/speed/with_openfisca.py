"""Contestant: OpenFisca-core, all rows in one month."""

from functools import partial

from benchmarks.speed import fisca
from benchmarks.speed.contest import contest, in_kroner, with_pyarrow


def amounts(_model, result):
    return result, "exact-one-date"


if __name__ == "__main__":
    contest(
        with_pyarrow(partial(fisca.set_up, "openfisca_core")), in_kroner, fisca.compute, amounts
    )
