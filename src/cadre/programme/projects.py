"""Projects in a programme's model: when activities start and are done, and what waits for them.

Takes a `ModelDraft` with its serials, adds columns in step form and their rows. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

import numpy as np

from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Ints, ModelFrame


def add_projects(draft: ModelDraft) -> None:
    """Activities in step form, `z[p] >= z[p-1]`, after their predecessors: `z[p] <= z'[p - lag']`.

    A project is done with its last activity.

    Columns of periods too late to finish by exit are the last one that is not, so that nothing starts there.
    """
    frame = draft.frame
    carried = {k: p for k, p in draft.mission.projects.items() if p.carried_out}
    for key, project in carried.items():
        for name, activity in project.activities.items():
            last = int((draft.mission.exit_week - activity.weeks.mean) // frame.period_weeks)
            draft.begun[key, name] = _steps(draft, last, integer=True)
        draft.done[key] = _steps(draft, draft.mission.exit_week // frame.period_weeks, integer=False)
    for key in carried:
        _time_project(draft, key)


def _steps(draft: ModelDraft, last: int, *, integer: bool) -> Ints:
    """Return columns in [0, 1] for periods 0 to `last`, the last one repeated to the end.

    All 0 where `last` is negative.
    """
    columns = draft.lp.add(max(last, 0) + 1, 0, 1.0 if last >= 0 else 0.0, integer=integer)
    return columns[np.minimum(np.arange(draft.frame.periods), max(last, 0))]


def lag_in(frame: ModelFrame, project: str, activity: str) -> int:
    """Return the periods from the start of an activity to the first in which it is finished."""
    weeks = frame.mission.projects[project].activities[activity].weeks.mean
    return max(1, int(np.ceil(weeks / frame.period_weeks - 1e-9)))


def _time_project(draft: ModelDraft, key: str) -> None:
    project, lp = draft.mission.projects[key], draft.lp
    done = draft.done[key]
    for name, activity in project.activities.items():
        z, lag = draft.begun[key, name], lag_in(draft.frame, key, name)
        own = np.unique(z)
        row = np.arange(own.size - 1)
        if row.size:
            lp.require(f"step.{key}.{name}", [(row, own[1:], 1), (row, own[:-1], -1)], lower=0)
        _after(draft, f"done.{key}.{name}", done, [(z, lag)])
        before = [(draft.begun[key, b], lag_in(draft.frame, key, b)) for b in activity.after]
        _after(draft, f"after.{key}.{name}", z, before)
        first = [(draft.done[j], 0) for j in project.after if j in draft.done]
        _after(draft, f"follows.{key}.{name}", z, first)
        if len(first) < len(project.after):
            lp.require(f"blocked.{key}.{name}", [(np.arange(own.size), own, 1)], upper=0)


def earliest(draft: ModelDraft, key: str) -> int:
    """Return the first period at whose start a project can be done, were there advisers without end."""
    project = draft.mission.projects[key]
    begins = max((earliest(draft, other) for other in project.after), default=0)
    ends: dict[str, int] = {}
    while len(ends) < len(project.activities):
        for name, activity in project.activities.items():
            if name not in ends and all(b in ends for b in activity.after):
                ends[name] = max([begins, *(ends[b] for b in activity.after)]) + lag_in(
                    draft.frame, key, name
                )
    return max(ends.values())


def _after(draft: ModelDraft, name: str, later: Ints, earlier: list[tuple[Ints, int]]) -> None:
    """State `later[p] <= earlier[p - lag]`, and nothing later before the first lag is over."""
    own, row = np.unique(later), np.arange(np.unique(later).size)
    for n, (steps, lag) in enumerate(earlier):
        late = row[min(lag, row.size) :]
        terms = [(row, own, 1.0), (late, steps[late - lag], -1.0)]
        draft.lp.require(f"{name}.{n}", terms, upper=0)


def add_gates(draft: ModelDraft) -> None:
    """Serials start at a gated site only when the projects that open it are done: `y <= most done[p]`."""
    for n, (runs, y, _) in enumerate(draft.pairs()):
        row, most = np.arange(y.size), draft.most[n]
        for key, project in draft.mission.projects.items():
            if runs.site not in project.effects.opens:
                continue
            gate = [(row, draft.done[key][runs.periods], -most)] if key in draft.done else []
            draft.lp.require(
                f"gate.{key}.{runs.course}.{runs.site}.{runs.seats}", [(row, y, 1), *gate], upper=0
            )
