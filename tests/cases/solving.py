"""Plays the outsider: works out what tables with hidden numbers give away.

Knows nothing of how the numbers were hidden. `bounds` solves the equations of all tables together
exactly, by linear programming over fractions; `fillings` tries every set of whole numbers.
"""

from fractions import Fraction
from functools import cached_property
from itertools import product

from socialkapitel.cases.suppression import TOTAL


class Puzzle:
    """The equations that what is shown leaves: numbers from 0 up that add up.

    A number is a name with its value, None where it is hidden.
    """

    def __init__(self):
        self.unknown = []
        self.equations = []  # (the unknown with their factors, what they add up to)

    @classmethod
    def of_counts(cls, tables, hidden):
        """What is left of counts once something is hidden of them."""
        puzzle = cls()
        totals = [
            (("total", c), None if c in hidden.columns else sum(column))
            for c, column in enumerate(zip(*tables[0].rows, strict=True))
        ]
        grand = (("grand",), sum(map(sum, tables[0].rows)))

        def number(name, value):
            return name, None if name in hidden.cells else value

        for k, table in enumerate(tables):
            cells = [
                [number((k, r, c), value) for c, value in enumerate(row)]
                for r, row in enumerate(table.rows)
            ]
            sums = [number((k, r, TOTAL), sum(row)) for r, row in enumerate(table.rows)]
            puzzle._add([] if table.by_total else cells, sums, totals, grand)
        return puzzle

    @classmethod
    def of_tables(cls, tables):
        """What published tables with the same columns say."""
        puzzle = cls()
        totals = [(("total", c), t) for c, t in enumerate(tables[0].column_totals)]
        for table in tables:
            cells = [
                [((table.id, r, c), value) for c, value in enumerate(row)]
                for r, row in enumerate(table.cells)
            ]
            sums = [((table.id, r, TOTAL), value) for r, value in enumerate(table.row_totals)]
            columns = totals if table.columns else []
            puzzle._add(cells if columns else [], sums, columns, (("grand",), table.total))
        return puzzle

    def _add(self, cells, sums, totals, grand):
        self._equate(sums, grand)
        if totals:
            self._equate(totals, grand)
        for row, result in zip(cells, sums, strict=False):
            self._equate(row, result)
        for column, result in zip(zip(*cells, strict=True), totals, strict=False):
            self._equate(column, result)

    def _equate(self, parts, result):
        name, value = result
        factors = {part: 1 for part, number in parts if number is None}
        amount = (value or 0) - sum(number or 0 for _, number in parts)
        if value is None:
            factors[name] = -1
        self.equations.append((factors, amount))
        self.unknown += [cell for cell in factors if cell not in self.unknown]

    def bounds(self, cell):
        """The least and the largest value that a hidden number can have."""
        return -self._largest({cell: -1}), self._largest({cell: 1})

    def _largest(self, goal):
        rows, basis = [list(row) for row in self._start[0]], list(self._start[1])
        count = len(self.unknown)
        _improve(rows, basis, [goal.get(n, 0) for n in self.unknown], count)
        values = {b: row[-1] for row, b in zip(rows, basis, strict=True)}
        return sum(goal.get(name, 0) * values.get(i, 0) for i, name in enumerate(self.unknown))

    @cached_property
    def _start(self):
        """A first solution: what the simplex method (with Bland's rule) begins from."""
        names, count, extra = self.unknown, len(self.unknown), len(self.equations)
        rows = []
        for number, (factors, amount) in enumerate(self.equations):
            sign = -1 if amount < 0 else 1
            slack = [Fraction(number == other) for other in range(extra)]
            rows.append([*(Fraction(sign * factors.get(n, 0)) for n in names), *slack])
            rows[-1].append(Fraction(sign * amount))
        basis = list(range(count, count + extra))
        _improve(rows, basis, [0] * count + [-1] * extra, count)
        kept = []
        for i, row in enumerate(rows):
            if basis[i] >= count:
                assert row[-1] == 0
                column = next((j for j in range(count) if row[j]), None)
                if column is None:
                    continue  # the equation follows from the others
                _exchange(rows, basis, i, column)
            kept.append(i)
        return [[*rows[i][:count], rows[i][-1]] for i in kept], [basis[i] for i in kept]

    def fillings(self):
        """Every way to fill in the hidden numbers, each as a dict. Small tables only."""
        return list(self._fill({}, list(self.equations)))

    def _fill(self, known, equations):
        if not equations:
            yield known
            return
        left = [
            (sum(n not in known for n in factors), i) for i, (factors, _) in enumerate(equations)
        ]
        _, chosen = min(left)
        factors, amount = equations[chosen]
        rest = equations[:chosen] + equations[chosen + 1 :]
        amount -= sum(f * known[n] for n, f in factors.items() if n in known)
        still = [(n, f) for n, f in factors.items() if n not in known]
        for values in _summing(still, amount):
            yield from self._fill(known | values, rest)


def _summing(terms, amount):
    """Every choice of numbers from 0 up, with factors 1 or at most one -1, for a sum."""
    if not terms:
        if amount == 0:
            yield {}
        return
    (name, factor), *rest = sorted(terms, key=lambda term: term[1])
    if factor == -1:
        for value in range(_MOST + 1):
            for others in _summing(rest, amount + value):
                yield {name: value} | others
        return
    if not rest:
        if amount >= 0:
            yield {name: amount}
        return
    for value in range(amount + 1):
        for others in _summing(rest, amount - value):
            yield {name: value} | others


_MOST = 12


def _improve(rows, basis, goal, allowed):
    """Exchange variables until the goal is as large as can be."""
    while True:
        prices = [goal[b] for b in basis]
        gains = (
            (goal[j] - sum(p * row[j] for p, row in zip(prices, rows, strict=True)), j)
            for j in range(allowed)
            if j not in basis
        )
        entering = next((j for gain, j in gains if gain > 0), None)
        if entering is None:
            return
        ratios = [
            (row[-1] / row[entering], basis[i], i)
            for i, row in enumerate(rows)
            if row[entering] > 0
        ]
        _exchange(rows, basis, min(ratios)[2], entering)


def _exchange(rows, basis, leaving, entering):
    pivot = rows[leaving][entering]
    rows[leaving] = [value / pivot for value in rows[leaving]]
    for i, row in enumerate(rows):
        if i != leaving and row[entering]:
            factor = row[entering]
            rows[i] = [v - factor * p if p else v for v, p in zip(row, rows[leaving], strict=True)]
    basis[leaving] = entering


def every_small_table(rows, columns, most):
    """Every table of that size with numbers through ``most``."""
    for numbers in product(range(most + 1), repeat=rows * columns):
        yield tuple(tuple(numbers[row * columns : (row + 1) * columns]) for row in range(rows))
