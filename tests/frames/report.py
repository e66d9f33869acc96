"""What was compared, engine by engine: the capability table of the manual is made of it."""

import json
import os
from importlib.metadata import version
from pathlib import Path

PACKAGES = {"PySpark": "pyspark"}


class Report:
    """A JSON file of the comparisons that held; another session's engines are kept."""

    def __init__(self, path):
        self.path = Path(path)
        self.engines = json.loads(self.path.read_text("utf-8")) if self.path.exists() else {}

    @classmethod
    def wanted(cls):
        """The report that the environment asks for; None where it asks for none."""
        path = os.environ.get("FRAME_REPORT")
        return cls(path) if path else None

    def note(self, engine, kind, calculator, rows):
        """Note that so many rows of a calculator were the scalar calculator's, all of them."""
        library = engine.split()[0]
        found = self.engines.setdefault(engine, {"rows": {}})
        found["version"] = version(PACKAGES.get(library, library))
        found["lazy"] = kind == "LazyFrame"
        found["rows"][calculator] = rows

    def write(self):
        """Write the file."""
        text = json.dumps(dict(sorted(self.engines.items())), indent=1, sort_keys=True)
        self.path.write_text(text + "\n", "utf-8")
