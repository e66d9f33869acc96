"""What frames need, and what is loaded when."""

import subprocess
import sys
from importlib import reload

import pytest

from socialkapitel import MissingExtra, frames

LOADED = "import sys; print(*sorted(sys.modules))"


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_no_frame_library_is_loaded():
    found = run(f"from socialkapitel import frames\n{LOADED}").stdout.split()
    assert "narwhals" in found
    libraries = {"babel", "cattrs", "dask", "duckdb", "pandas", "polars", "pyarrow", "pyspark"}
    assert set() == libraries & set(found)


def test_without_narwhals_the_extra_is_named():
    done = run("import sys; sys.modules['narwhals'] = None\nfrom socialkapitel import frames")
    assert "narwhals is missing; install socialkapitel[frames]" in done.stderr


@pytest.mark.parametrize("error", [ImportError, MissingExtra])
def test_the_error_is_of_both_families(error, monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(error, match="narwhals is missing"):
        reload(frames)


def test_a_calculator_loads_no_other():
    found = run(
        f"from socialkapitel import frames\nframes.flexjob_refunds\n{LOADED}"
    ).stdout.split()
    loaded = {name.removeprefix("socialkapitel.frames.") for name in found}
    assert "flexjob" in loaded
    others = {"explaining", "hours", "places", "sickness", "sickness_persons", "wage_subsidy"}
    assert set() == loaded & others
    assert "socialkapitel.calculators.sickness" not in found
    assert "socialkapitel.explanation" not in found


def test_every_name_is_there_and_no_other():
    assert set(frames.__all__) <= set(dir(frames))
    assert all(callable(getattr(frames, name)) for name in frames.__all__)
    with pytest.raises(AttributeError, match="flexjob_refund"):
        frames.flexjob_refund  # noqa: B018
