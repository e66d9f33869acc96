"""Rows with what is expected of them, kept for another session that needs the same.

To work them out takes longer than to compare them. `FRAME_KEPT` names the folder. A file counts as
long as the library, the making of rows and the calling of the scalar calculators stay the same.
"""

import os
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import polars as pl

HERE = Path(__file__).parent
MAKERS = ("persons.py", "rows.py", "scalars.py")


def kept(work_out, name, count):
    """The frame that ``work_out`` makes for a calculator and so many rows, or made before."""
    folder = os.environ.get("FRAME_KEPT")
    if not folder:
        return work_out(name, count)
    file = Path(folder, f"{name}-{count}-{state()}.parquet")
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        begun = file.with_suffix(f".{os.getpid()}")  # another session may ask for it meanwhile
        work_out(name, count).write_parquet(begun)
        begun.replace(file)
    return pl.read_parquet(file)


def state():
    """What changes with any file that the expected rows rest on."""
    digest = sha256()
    package = [*Path(str(files("socialkapitel"))).rglob("*.py")]
    figures = [*Path(str(files("socialkapitel"))).rglob("*.toml")]
    for path in sorted([*package, *figures, *(HERE / name for name in MAKERS)]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
