"""Expected rows are kept for as long as what they rest on."""

import polars as pl
import pytest
from frames import kept as keeping
from frames.kept import kept


@pytest.fixture
def asked():
    return []


@pytest.fixture
def work_out(asked):
    def made(name, count):
        asked.append(name)
        return pl.DataFrame({"row": range(count)})

    return made


def test_without_a_folder_they_are_worked_out_each_time(work_out, asked, monkeypatch):
    monkeypatch.delenv("FRAME_KEPT", raising=False)
    assert [3, 3] == [kept(work_out, "a", 3).height for _ in range(2)]
    assert ["a", "a"] == asked


def test_in_a_folder_they_are_worked_out_once(work_out, asked, monkeypatch, tmp_path):
    monkeypatch.setenv("FRAME_KEPT", str(tmp_path / "new"))
    found = [kept(work_out, *what) for what in [("a", 3), ("a", 3), ("b", 3), ("a", 4)]]
    assert [3, 3, 3, 4] == [frame.height for frame in found]
    assert found[0].equals(found[1])
    assert ["a", "b", "a"] == asked


def test_they_are_worked_out_anew_when_a_file_changes(work_out, asked, monkeypatch, tmp_path):
    for name in keeping.MAKERS:
        (tmp_path / name).write_text("before")
    monkeypatch.setattr(keeping, "HERE", tmp_path)
    monkeypatch.setenv("FRAME_KEPT", str(tmp_path / "kept"))
    kept(work_out, "a", 3)
    (tmp_path / "rows.py").write_text("after")
    kept(work_out, "a", 3)
    assert ["a", "a"] == asked
