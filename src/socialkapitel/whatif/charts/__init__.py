"""How the tables are drawn. Only this package uses altair."""

from socialkapitel.errors import MissingExtra

try:
    import altair as alt
except ImportError:
    raise MissingExtra("plots", "altair") from None

del alt
