"""Plays the reader who has the published numbers and the code that chose what to hide.

Every world that there can be is published. Worlds that look the same from outside are what the
reader cannot tell apart: a secret is known if it is the same in all of them.
"""

from collections import Counter, defaultdict
from itertools import combinations, pairwise, product

from socialkapitel.cases.suppression import TOTAL, Counts, hide


def divisions(total, parts):
    """Every way to divide a number of people into so many parts."""
    for cuts in combinations(range(total + parts - 1), parts - 1):
        ends = (-1, *cuts, total + parts - 1)
        yield tuple(after - before - 1 for before, after in pairwise(ends))


def every_table(total, height, width):
    """Every table of that size with so many people."""
    for numbers in divisions(total, height * width):
        yield tuple(numbers[start : start + width] for start in range(0, len(numbers), width))


def numbers_of(rows):
    """The numbers of a table by row and column, its totals under `TOTAL`."""
    found = {(r, c): number for r, row in enumerate(rows) for c, number in enumerate(row)}
    found |= {(r, TOTAL): sum(row) for r, row in enumerate(rows)}
    found |= {(TOTAL, c): sum(column) for c, column in enumerate(zip(*rows, strict=True))}
    return found | {(TOTAL, TOTAL): sum(map(sum, rows))}


def seen(tables, min_cell):
    """What is published: each number by table, row and column, None where it is hidden."""
    hidden = hide(tables, min_cell)

    cells = hidden.cells | {(n, TOTAL, c) for n in range(len(tables)) for c in hidden.columns}

    return {
        (at := (number, *place)): None if hidden.everything or at in cells else value
        for number, table in enumerate(tables)
        for place, value in numbers_of(table.rows).items()
        if not table.by_total or place[1] == TOTAL
    }


def alike(worlds, look):
    """The worlds in groups that look the same."""
    groups = defaultdict(list)
    for world in worlds:
        groups[tuple(look(world).items())].append(world)
    return groups


def small(values, min_cell):
    return {name for name, value in values.items() if 0 < value < min_cell}


def known(group, values_of, min_cell):
    """The small numbers that all worlds of a group have in common."""
    first, *others = group
    values = values_of(first)
    names = small(values, min_cell)
    for world in others:
        if not names:
            break
        there = values_of(world)
        names = {name for name in names if there[name] == values[name]}
    return sorted(names)


# --- reports side by side -------------------------------------------------------------------------


def every_history(places, reports, most):
    """Every number of people on every trail, where no report counts more than so many."""
    kinds = [kind for kind in product([*places, None], repeat=reports) if any(kind)]

    def on(kinds, room):
        if not kinds:
            yield {}
            return
        kind, *others = kinds
        for people in range(min(r for r, cell in zip(room, kind, strict=True) if cell) + 1):
            left = [r - people * bool(cell) for r, cell in zip(room, kind, strict=True)]
            for rest in on(others, left):
                yield {kind: people, **rest} if people else rest

    return on(kinds, [most] * reports)


def published(trails, reports, height, width, min_cell, *, by_total=False):
    """What each report shows, the first one last: each was published beside those before it."""
    shown = []
    for first in range(reports - 1, -1, -1):
        # A report in which everything is hidden is no report.
        before = [k for k, numbers in enumerate(shown, first + 1) if numbers]
        cut = Counter()
        for trail, people in trails.items():
            kept = (trail[first], *(trail[k] for k in before))
            if any(kept):
                cut[kept] += people
        earlier = tuple(shown[k - first - 1] for k in before)
        counts = Counts(height, width, cut, earlier, by_total=by_total)
        numbers = seen([counts], min_cell)
        shown.insert(0, {place[1:]: n for place, n in numbers.items() if n is not None})
    return {(k, *place): n for k, one in enumerate(shown) for place, n in one.items()}


def came_and_went(trails, reports, height, width):
    """Every number of every report, and who came to it and left it beside some earlier reports."""
    places = [*product([*range(height), TOTAL], [*range(width), TOTAL])]
    choices = [choice for choice in product([False, True], repeat=reports - 1) if any(choice)]
    values = Counter()
    for trail, people in trails.items():
        for place in places:
            now, *before = [_within(cell, place) for cell in trail]
            for report, inside in enumerate([now, *before]):
                values["counted", report, place] += people * inside
            for choice in choices:
                was = any(one and chosen for one, chosen in zip(before, choice, strict=True))
                values["came", choice, place] += people * (now and not was)
                values["went", choice, place] += people * (was and not now)
    return values


def _within(cell, place):
    return cell is not None and all(b in {a, TOTAL} for a, b in zip(cell, place, strict=True))
