"""How the tables draw themselves. Only this package knows altair."""

from socialkapitel.errors import MissingExtra

try:
    import altair as alt
except ImportError:
    raise MissingExtra("plots", "altair") from None

del alt
