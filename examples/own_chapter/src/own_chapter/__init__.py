"""The social chapter of Solhavn, an invented municipality."""

from importlib.resources import files

CHAPTER = files(__name__) / "chapter.toml"
