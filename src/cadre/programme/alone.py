"""What hosts may teach without the foreigners that a course asks for: after a project, or once shown to.

Takes a `ModelDraft` with serials, people and projects; adds what the host has been shown to teach, and the
serials that it teaches alone. Formulas: docs/model/programme.md. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Ints
from cadre.programme.projects import earliest
from cadre.programme.skills import may_be_shown, skills_of
from cadre.solving.linear import LinearModel

Groups = dict[tuple[int, int], list[tuple[int, float]]]
"""By period of the start and period of the end: columns of serials, and how many they may be."""


def add_shown(draft: ModelDraft) -> None:
    """Whether the host has held a course together with foreigners often enough by the start of a period.

    `g <= sum y`, `g <= N b` over serials in country of one start and end, `b <= hosts of each skill` at the
    start; `G[p] <= G[p-1] + sum g` over those that ended in `p - 1`, `N s[p] <= G[p]`; `b`, `s` in {0, 1}.
    After exit nothing is held together any more: what is shown then is what was shown at the last.
    """
    after = draft.mission.hosts_teach_alone.after
    for course in draft.mission.courses:
        if after is not None and may_be_shown(draft.mission, course):
            groups = _held_together(draft, course)
            first = _first_shown(groups, after)
            if first is not None and first < draft.frame.periods:
                draft.shown[course] = (first, _steps(draft, (course, after), groups, first))


def _held_together(draft: ModelDraft, course: str) -> Groups:
    """Return the serials in country, over by exit, that begin when there may be hosts of all their skills."""
    hosts = max(draft.reach.hosts_from[skill] for skill in skills_of(draft.mission, course))
    groups: Groups = {}
    for n, (runs, y, _) in enumerate(draft.pairs()):
        if runs.course == course and draft.mission.sites[runs.site].in_country:
            late, over = (
                runs.periods * draft.frame.period_weeks >= hosts,
                runs.ends <= draft.mission.exit_week,
            )
            for i in np.nonzero(late & over)[0]:
                at = (int(runs.periods[i]), int(runs.finishes[i]))
                groups.setdefault(at, []).append((int(y[i]), float(draft.most[n][i])))
    return groups


def _first_shown(groups: Groups, after: int) -> int | None:
    """Return the first period by whose start so many serials could be over."""
    most = 0.0
    for (_, finish), columns in sorted(groups.items(), key=lambda item: item[0][1]):
        most += sum(many for _, many in columns)
        if most >= after:
            return finish + 1
    return None


def _steps(draft: ModelDraft, rule: tuple[str, int], groups: Groups, first: int) -> Ints:
    """Add the columns of what is shown, from the first period on, and their rows; gives them to the end."""
    lp, (course, after) = draft.lp, rule
    ended = np.array([finish + 1 for _, finish in groups], np.int64)
    total = lp.add(int(ended.max()) + 1, 0, np.inf)
    shown = lp.add(total.size - first, 0, 1, integer=True)
    counted, row = lp.add(len(groups), 0, after), np.arange(total.size)
    sums = [(row, total, 1.0), (row[1:], total[:-1], -1.0), (ended, counted, -1.0)]
    lp.require(f"together.{course}", sums, upper=np.zeros(total.size))
    row = np.arange(shown.size)
    lp.require(f"shown.{course}", [(row, shown, float(after)), (row, total[first:], -1.0)], upper=0)
    row = row[1:]
    lp.require(f"stays.{course}", [(row - 1, shown[1:], 1.0), (row - 1, shown[:-1], -1.0)], lower=0)
    hosts = _hosts_stand(draft, course, sorted({begins for begins, _ in groups}))
    for n, ((begins, _), columns) in enumerate(groups.items()):
        own, ys = np.zeros(1, np.int64), np.array([y for y, _ in columns], np.int64)
        one = (own, counted[n : n + 1], 1.0)
        lp.require(f"held.{course}.{n}", [one, (np.zeros(ys.size, np.int64), ys, -1.0)], upper=np.zeros(1))
        lp.require(f"beside.{course}.{n}", [one, (own, hosts[begins], -float(after))], upper=np.zeros(1))
    return shown[np.minimum(np.arange(draft.frame.periods - first), shown.size - 1)]


def _hosts_stand(draft: ModelDraft, course: str, periods: list[int]) -> Mapping[int, Ints]:
    """Add by period whether a host instructor of each skill is there as it begins."""
    mission, lp = draft.mission, draft.lp
    stand = lp.add(len(periods), 0, 1, integer=True)
    row, before = np.arange(stand.size), np.array(periods, np.int64) - 1
    for skill in skills_of(mission, course):
        pools = [pool for pool in draft.people if pool[0] == "hosts" and skill in pool[1:]]
        later = before >= 0
        there = [(row[later], draft.people[pool][before[later]], -1.0) for pool in pools]
        upper = np.where(later, 0.0, mission.skills[skill].hosts_at_start.mean)
        lp.require(f"hosts.stand.{course}.{skill}", [(row, stand, 1.0), *there], upper=upper)
    return {period: stand[n : n + 1] for n, period in enumerate(periods)}


def freed_by(draft: ModelDraft, course: str) -> list[str]:
    """Return the projects carried out that let hosts teach a course alone."""
    projects = draft.mission.projects.items()
    return [k for k, p in projects if course in p.effects.hosts_teach_alone and k in draft.done]


def ask_before_exit(draft: ModelDraft) -> None:
    """Let only projects free serials that are over by exit: `a <= most sum done`.

    For plans in fractions that are played: there the host is shown to teach by a part of what it takes, and
    posts would be left out that the first serials cannot do without. After exit the play itself asks.
    """
    for pair, (late, alone) in draft.alone.items():
        runs, first = draft.frame.runs[pair], draft.serials[pair].size - late.size
        over = np.nonzero(runs.ends[first:] <= draft.mission.exit_week)[0]
        row, most = np.arange(over.size), draft.most[pair][late[over]]
        done = [(row, draft.done[k][runs.periods[late[over]]], -most) for k in freed_by(draft, runs.course)]
        draft.lp.require(f"asks.{pair}", [(row, alone[over], 1), *done], upper=np.zeros(over.size))


def asking_before_exit(draft: ModelDraft) -> LinearModel:
    """Return the model in which nothing is shown before exit: foreigners keep their share until then."""
    lower, upper, _ = draft.lp.bounds()
    for _, shown in draft.shown.values():
        upper[shown[shown < shown[-1]]] = 0.0
    return draft.lp.only(draft.lp.objectives, lower, upper)


def waive(draft: ModelDraft, pair: int) -> tuple[Ints, Ints]:
    """Serials begun when hosts may teach alone: `a <= y`, `a <= most (sum done + s)`.

    Columns stand only for runs late enough that a project can be done, or the host be shown to; gives those
    runs and their columns.
    """
    lp, runs, y = draft.lp, draft.frame.runs[pair], draft.serials[pair]
    freed = freed_by(draft, runs.course)
    first, shown = draft.shown.get(runs.course, (draft.frame.periods, np.zeros(0, np.int64)))
    late = np.nonzero(runs.periods >= min([first, *(earliest(draft, key) for key in freed)]))[0]
    alone, row = lp.add(late.size), np.arange(late.size)
    most = draft.most[pair][late]
    if late.size:
        lp.require(f"alone.{pair}", [(row, alone, 1), (row, y[late], -1)], upper=0)
        done = [(row, draft.done[key][runs.periods[late]], -most) for key in freed]
        by_rule = runs.periods[late] >= first
        done.append((row[by_rule], shown[runs.periods[late][by_rule] - first], -most[by_rule]))
        lp.require(f"freed.{pair}", [(row, alone, 1), *done], upper=0)
    return late, alone
