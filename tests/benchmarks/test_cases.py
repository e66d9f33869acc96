"""What it costs to fold events into a case: for each event, in short cases and in long ones.

Folding looks at each event once: is it legal now, is its id new, what does it lead to. msgspec,
beside it, only reads the same events from JSON; whoever replays a stored case pays for both.
"""

from benchmarks import by_msgspec
from benchmarks.courses import long_course
from benchmarks.timing import fastest, micro, per_second, show, times
from wire.samples import EVERYTHING

from socialkapitel import wire
from socialkapitel.cases.case import Case

LENGTHS = {10: 1_000, 100: 400, 1_000: 60, 10_000: 30}
HEADS = ("events", "msgspec reads", "replay", "ratio", "events replayed", "an event beside 10's")


def test_replay_beside_reading_the_events(capsys):
    rows, shortest = [], None
    for number, blocks in LENGTHS.items():
        course = long_course(number)
        case = Case.replay(course)
        text = wire.to_json(case, include=EVERYTHING)

        def read(text=text):
            return by_msgspec.read_log(text)

        def replay(course=course):
            return Case.replay(course)

        assert read() == course == list(replay().events)
        reading, replaying = (took / number for took in fastest(read, replay, blocks=blocks))
        shortest = shortest or replaying
        rows.append(
            (
                f"{number:,}",
                micro(reading),
                micro(replaying),
                times(replaying, reading),
                per_second(replaying),
                times(replaying, shortest),
            )
        )
    show(capsys, HEADS, rows)
