"""Shows texts, numbers and dates in Danish or English. Loads babel when first used."""

from socialkapitel.i18n.catalogue import translate
from socialkapitel.i18n.formatting import (
    format_date,
    format_kroner,
    format_number,
    format_value,
    kroner_label,
)
from socialkapitel.i18n.languages import LANGUAGES, check_language

__all__ = [
    "LANGUAGES",
    "check_language",
    "format_date",
    "format_kroner",
    "format_number",
    "format_value",
    "kroner_label",
    "translate",
]
