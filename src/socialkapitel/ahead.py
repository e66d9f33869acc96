"""What is expected to change in the law after it was last checked (kommende lovgivning)."""

from __future__ import annotations

from datetime import date

from socialkapitel.messages import msg

UNCHECKED_FROM = date(2027, 1, 1)
"""The first day for which no rule, citation or figure was checked."""

NOTICE = msg(
    "From {day} new acts on the employment effort and on sickness benefit are expected; none was"
    " found when the rules were checked in November 2026, so every rule and citation must be"
    " checked again",
    day=UNCHECKED_FROM,
)
