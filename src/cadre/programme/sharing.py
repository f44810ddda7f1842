"""What is missing of all targets with given holders, however capabilities share them.

Takes holders of each competence by week; gives the part of the first objective that targets make. Units of
one week take nothing from another, so that shared competences are divided by one small linear programme.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array

from cadre.programme.frame import Floats, ModelFrame
from cadre.programme.targets import counted


class SharedTargets:
    """The targets of a mission, by the weeks that count.

    Parameters
    ----------
    frame : ModelFrame
        The mission and its periods.
    """

    def __init__(self, frame: ModelFrame) -> None:
        capabilities = frame.mission.capabilities
        self._made_of = {key: capabilities[key].made_of for key in capabilities}
        self._goals = {key: counted(frame, key) for key in capabilities}
        total = sum(c.priority for c in capabilities.values()) or 1.0
        self._priority = {key: c.priority / total for key, c in capabilities.items()}
        used = [k for made_of in self._made_of.values() for k in made_of]
        self._shared = len(used) > len(set(used))

    def missing(self, holders: Mapping[str, Floats]) -> float:
        """Return what is missing of all targets, weighted as in the first objective, between 0 and 1.

        Parameters
        ----------
        holders : mapping of str to ndarray of float64
            By competence, shape (weeks,).
        """
        return self._divided(holders) if self._shared else self._apart(holders)

    def _apart(self, holders: Mapping[str, Floats]) -> float:
        total = 0.0
        for key, (weeks, levels, weights) in self._goals.items():
            if weeks.size:
                units = np.min([holders[k][weeks] / n for k, n in self._made_of[key].items()], axis=0)
                total += self._priority[key] * float(weights @ np.clip(1 - units / levels, 0.0, 1.0))
        return total

    def _divided(self, holders: Mapping[str, Floats]) -> float:
        """Divide holders so that least is missing: `sum n u <= Z`, `u + s >= wanted`, least weighted `s`."""
        columns: dict[tuple[str, int], int] = {}
        cost, least, rows = list[float](), list[float](), list[tuple[int, int, float]]()
        for key, (weeks, levels, weights) in self._goals.items():
            for week, level, weight in zip(weeks.tolist(), levels, weights, strict=True):
                unit = columns.setdefault((key, week), len(columns))
                rows.append((len(least), unit, -1.0))
                least.append(-float(level))
                cost.append(self._priority[key] * float(weight / level))
        if not least:
            return 0.0
        short = [(row, len(columns) + row, -1.0) for row in range(len(least))]
        taken = [(k, w) for key, w in columns for k in self._made_of[key]]
        row_of = {at: len(least) + n for n, at in enumerate(dict.fromkeys(taken))}
        stocks = [
            (row_of[k, w], u, float(n))
            for (key, w), u in columns.items()
            for k, n in self._made_of[key].items()
        ]
        upper = [*least, *(max(0.0, float(holders[k][w])) for k, w in row_of)]
        costs = np.concatenate([np.zeros(len(columns)), cost])
        matrix = _matrix([*rows, *short, *stocks])
        answer = linprog(costs, A_ub=matrix, b_ub=np.array(upper), method="highs")  # type: ignore[call-overload]
        return float(answer.fun)


def _matrix(entries: list[tuple[int, int, float]]) -> csr_array:
    row, column, value = zip(*entries, strict=True)
    return csr_array(coo_array((value, (row, column))))
