"""Support posts, the ceiling, beds and the posts that could be filled, in a programme's model.

Takes a `ModelDraft` whose instructors, advisers and trainees stand; adds the tail that follows from them.
Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints
from cadre.programme.offered import able_at
from cadre.programme.sending import share_by_rotation
from cadre.programme.staffing import added_by_projects

ROUNDING = 1e-9
"""Part of a person that is none."""

Count = tuple[list[tuple[Ints, float]], Floats]
"""What a rule counts: columns by rotation with factors, and a constant part, both of shape (rotations,)."""


def command_posts(mission: Mission) -> dict[str, int]:
    """Return the posts of the chosen command by role; none where the ceiling leaves no mission to command."""
    if mission.command is None or mission.ceiling == 0:
        return {}
    return {role: n for role, n in mission.commands[mission.command].posts.items() if n}


def standing_command(draft: ModelDraft) -> dict[str, Floats]:
    """Return the command's posts by role and rotation, no more than could be filled."""
    rotations, site = range(draft.frame.rotations), draft.mission.headquarters
    return {
        role: np.array([min(people, _filled(draft, role, site, r)) for r in rotations], np.float64)
        for role, people in command_posts(draft.mission).items()
    }


def _filled(draft: ModelDraft, role: str, site: str, rotation: int) -> float:
    """Return the posts of a role at a site that offers could fill in a rotation, if they all served there."""
    if draft.frame.offered is None or draft.mission.roles[role].local:
        return np.inf
    able = able_at(draft.frame.offered, role, site)
    return float(
        np.floor(sum(o.people * share_by_rotation(draft.frame, o)[rotation] for o in able) + ROUNDING)
    )


def sites_of(mission: Mission, rule: SupportRule) -> tuple[str, ...]:
    """Return the sites at which a rule's posts stand."""
    if rule.at == "headquarters":
        return (mission.headquarters,)
    return tuple(k for k, s in mission.sites.items() if s.in_country or rule.at == "each site")


def add_support(draft: ModelDraft) -> None:
    """Every support rule at every site it stands at: `posts >= rule(what it counts)`."""
    _add_peaks(draft)
    for key, rule in draft.mission.support.items():
        for site in sites_of(draft.mission, rule):
            draft.support[key, site] = draft.lp.add(draft.frame.rotations, integer=True)
    excused = _excused(draft)
    for (key, site), posts in draft.support.items():
        _follow(draft, (key, site), posts, excused.get((key, site), np.zeros(draft.frame.rotations)))


def _add_peaks(draft: ModelDraft) -> None:
    """Trainees at the peak of a rotation: no fewer than in any period that shares a week with it."""
    if not any("trainees" in rule.of for rule in draft.mission.support.values()):
        return
    period, rotation = np.nonzero(draft.frame.shared_weeks(only_open=False, by_slot=False))
    row = np.arange(period.size)
    for site, terms in trainees_present(draft).items():
        peak = draft.lp.add(draft.frame.rotations)
        draft.trained[site] = peak
        every: list[tuple[Ints, Ints, Floats | float]] = [(row, peak[rotation], -1.0)]
        for p, t, share in terms:
            at, which = np.nonzero(period[:, None] == p)
            every.append((at, t[which], share[which]))
        draft.lp.require(f"peak.{site}", every, upper=np.zeros(row.size))


def trainees_present(draft: ModelDraft) -> dict[str, list[tuple[Ints, Ints, Floats]]]:
    """Return by site the periods, columns and shares whose sum is the trainees present."""
    present: dict[str, list[tuple[Ints, Ints, Floats]]] = {}
    for runs, _, t in draft.pairs():
        run, period, share = draft.frame.presence(runs)
        share = share * draft.heads(runs)
        present.setdefault(runs.site, []).append((period, t[run], share))
    return present


def counted_by(draft: ModelDraft, key: str, site: str) -> Count:
    """Return what a rule counts at a site, or over the whole mission where it stands at the headquarters."""
    rule, roles = draft.mission.support[key], draft.mission.roles
    sites = set(draft.mission.sites) if rule.at == "headquarters" else {site}
    columns: list[tuple[Ints, float]] = []
    constant = np.zeros(draft.frame.rotations)
    for of in rule.of:
        if of == "trainees":
            columns += [(peak, 1.0) for s, peak in draft.trained.items() if s in sites]
        elif of in ("instructors", "advisers"):
            posts = draft.instructors if of == "instructors" else draft.advisers
            columns += [(p, 1.0) for (role, s), p in posts.items() if s in sites and not roles[role].local]
        elif of == "command":
            if draft.mission.headquarters in sites:
                for role, people in standing_command(draft).items():
                    constant = constant + (0.0 if roles[role].local else people)
        elif not roles[draft.mission.support[of].role].local:
            columns += [(p, 1.0) for (other, s), p in draft.support.items() if other == of and s in sites]
    return columns, constant


def _follow(draft: ModelDraft, place: tuple[str, str], posts: Ints, excused: Floats) -> None:
    """Posts of one rule at one site: `S >= rate x counted`, or by steps with one binary for each."""
    key, site = place
    rule, lp, row = draft.mission.support[key], draft.lp, np.arange(draft.frame.rotations)
    columns, constant = counted_by(draft, key, site)
    if rule.step is None and rule.fixed is None:
        counted = [(row, column, -rule.rate * factor) for column, factor in columns]
        lp.require(
            f"support.{key}.{site}", [(row, posts, 1.0), *counted], lower=rule.rate * constant - excused
        )
        return
    step = [(e, p) for e, p in rule.step.edges] if rule.step else []
    levels = [*step, (most_counted(draft, rule, site), rule.step.above if rule.step else rule.fixed or 0)]
    chosen = lp.add((len(levels), row.size), 0, 1, integer=True)
    draft.levels[key, site] = chosen
    edges = np.array([edge for edge, _ in levels], np.float64)[:, None]
    people = np.array([p for _, p in levels], np.float64)[:, None]
    rows = np.broadcast_to(row, chosen.shape)
    lp.require(f"one.{key}.{site}", [(rows, chosen, 1.0)], upper=np.ones(row.size))
    counted = [(row, column, factor) for column, factor in columns]
    lp.require(f"step.{key}.{site}", [*counted, (rows, chosen, -edges)], upper=-constant)
    lp.require(f"support.{key}.{site}", [(row, posts, 1.0), (rows, chosen, -people)], lower=-excused)


def most_counted(draft: ModelDraft, rule: SupportRule, site: str) -> float:
    """Bound what a step rule may count.

    Posts by the ceiling where there is one, trainees by the beds or by all people.
    """
    mission = draft.mission
    trainees = 0.0
    if "trainees" in rule.of:
        sites = mission.sites if rule.at == "headquarters" else (site,)
        beds = [_most_beds(mission, s) for s in sites]
        trainees = min(draft.frame.everybody, sum(beds))
    posts = mission.ceiling if mission.ceiling is not None else 20 * draft.frame.everybody
    return trainees + (posts if tuple(rule.of) != ("trainees",) else 0.0)


def _most_beds(mission: Mission, site: str) -> float:
    beds = mission.sites[site].beds
    if beds is None:
        return float("inf")
    return beds + sum(p.effects.adds.get(site, {}).get("beds", 0) for p in mission.projects.values())


def foreign_posts(draft: ModelDraft) -> Iterator[tuple[str, str, Ints]]:
    """Return role, site and columns of every kind of foreign posts but the command's."""
    roles = draft.mission.roles
    for posts in (draft.instructors, draft.advisers):
        yield from ((role, site, p) for (role, site), p in posts.items() if not roles[role].local)
    for (key, site), p in draft.support.items():
        role = draft.mission.support[key].role
        if not roles[role].local:
            yield role, site, p


def add_ceiling(draft: ModelDraft) -> None:
    """All foreign posts of a rotation together: `sum posts <= ceiling`."""
    if draft.mission.ceiling is None:
        return
    row = np.arange(draft.frame.rotations)
    most = np.full(row.size, float(draft.mission.ceiling)) - foreign_command(draft)
    draft.lp.require("ceiling", [(row, p, 1.0) for _, _, p in foreign_posts(draft)], upper=most)


def foreign_command(draft: ModelDraft) -> Floats:
    """Return the foreign posts of the command by rotation."""
    post_state = standing_command(draft)
    foreign = [people for role, people in post_state.items() if not draft.mission.roles[role].local]
    return sum(foreign, start=np.zeros(draft.frame.rotations))


def add_beds(draft: ModelDraft) -> None:
    """Beds of a site hold who sleeps there in a period.

    `mean trainees present + mean foreign posts <= beds + added by finished projects`.
    """
    frame, present = draft.frame, trainees_present(draft)
    shared = frame.shared_weeks(only_open=False, by_slot=False) / frame.weeks_in_period[:, None]
    period, rotation = np.nonzero(shared)
    for site, place in draft.mission.sites.items():
        if place.beds is None:
            continue
        posts = [
            (period, p[rotation], shared[period, rotation]) for _, s, p in foreign_posts(draft) if s == site
        ]
        added = added_by_projects(draft, site, "beds", np.ones(frame.periods))
        beds = np.full(frame.periods, float(place.beds))
        if site == draft.mission.headquarters:
            beds -= shared @ foreign_command(draft)
        draft.lp.require(f"beds.{site}", [*present.get(site, []), *posts, *added], upper=beds)


def add_fill(draft: ModelDraft) -> None:
    """Posts whose lack stops work are filled by people of offers who are there.

    Over a rotation `advisers + critical support <= sum_o share of the rotation x f - command`; where the same
    role teaches, in slots in which all who come are there, also
    `work[q] <= open weeks x (sum_o f - advisers - critical support - command)`.
    """
    if draft.frame.offered is None:
        return
    row, post_state = np.arange(draft.frame.rotations), standing_command(draft)
    groups: dict[tuple[str, str], list[Ints]] = {}
    for role, site, posts in _stopping(draft):
        groups.setdefault((role, site), []).append(posts)
    for role in post_state:
        if not draft.mission.roles[role].local:
            groups.setdefault((role, draft.mission.headquarters), [])
    for (role, site), columns in groups.items():
        able = able_at(draft.frame.offered, role, site)
        nobody = np.zeros(row.size)
        command = post_state.get(role, nobody) if site == draft.mission.headquarters else nobody
        sent = [(row, draft.sent[o.who, site], -share_by_rotation(draft.frame, o)) for o in able]
        stand = [(row, c, 1.0) for c in columns]
        draft.lp.require(f"fill.{role}.{site}", [*stand, *sent], upper=-command)
        if (role, site) in draft.instructors:
            _teach_besides(draft, (role, site), columns, command)


def _teach_besides(draft: ModelDraft, place: tuple[str, str], columns: list[Ints], command: Floats) -> None:
    frame, (role, site) = draft.frame, place
    able = able_at(frame.offered or (), role, site)
    full = np.all([share_by_rotation(frame, o) % 1 == 0 for o in able], axis=0)
    slot = np.nonzero(frame.foreign)[0]
    slot = slot[full[frame.slot_rotation[slot]]] if able else slot[:0]
    rotation, weeks = frame.slot_rotation[slot], frame.open_in_slot[slot]
    terms = [(slot, c[rotation], weeks) for c in columns]
    for o in able:
        there = share_by_rotation(frame, o)[rotation]
        terms.append((slot, draft.sent[o.who, site][rotation], -weeks * there))
    for work, taught in draft.taught[place]:
        kept = np.isin(work, slot)
        terms.append((work[kept], taught[kept], np.ones(kept.sum())))
    upper = np.full(frame.slots, np.inf)
    upper[slot] = -weeks * command[rotation]
    draft.lp.require(f"fill.besides.{role}.{site}", terms, upper=upper)


def _stopping(draft: ModelDraft) -> Iterator[tuple[str, str, Ints]]:
    """Return advisers and critical support, whose lack stops work; instructors are bounded by who comes."""
    roles = draft.mission.roles
    yield from ((role, site, p) for (role, site), p in draft.advisers.items() if not roles[role].local)
    for (key, site), p in draft.support.items():
        role = draft.mission.support[key].role
        if roles[role].critical and not roles[role].local:
            yield role, site, p


def _excused(draft: ModelDraft) -> dict[tuple[str, str], Floats]:
    """Return the critical support posts that the command alone would need and that could not be filled.

    They are excused, so that an unfilled tail keeps trainers away but never makes doing nothing impossible.
    """
    if draft.frame.offered is None:
        return {}
    mission, rotations = draft.mission, range(draft.frame.rotations)
    post_state = standing_command(draft)
    answer = {place: np.zeros(draft.frame.rotations) for place in draft.support}
    for r in rotations:
        left: dict[tuple[str, str], float] = {}
        command = sum(float(v[r]) for k, v in post_state.items() if not mission.roles[k].local)
        counts = {s: {"command": command if s == mission.headquarters else 0.0} for s in mission.sites}
        for (key, site), people in tail_of(mission, counts).items():
            role = mission.support[key].role
            if not mission.roles[role].critical:
                continue
            taken = post_state[role][r] if role in post_state and site == mission.headquarters else 0.0
            free = left.setdefault((role, site), _filled(draft, role, site, r) - taken)
            answer[key, site][r] = max(0.0, people - max(0.0, free))
            left[role, site] = free - people
    return answer


def tail_of(
    mission: Mission, counts: Mapping[str, Mapping[str, float]], steps: Sequence[TailStep] | None = None
) -> dict[tuple[str, str], int]:
    """Return the support posts that follow from what stands, by rule and site.

    Parameters
    ----------
    mission : Mission
        Whose rules.
    counts : mapping of site to mapping of str to float
        Foreign `instructors`, `advisers`, `command` and `trainees` at each site.
    steps : sequence of TailStep, optional
        What `tail_steps` gives, for those who ask often.
    """
    tail: dict[tuple[str, str], int] = {}
    for key, rule, site, kinds, rules in tail_steps(mission) if steps is None else steps:
        counted = 0.0
        for s, kind in kinds:
            counted += counts[s].get(kind, 0.0)
        for other in rules:
            counted += tail.get(other, 0)
        tail[key, site] = rule.posts(counted)
    return tail


TailStep = tuple[str, SupportRule, str, list[tuple[str, str]], list[tuple[str, str]]]
"""A rule at a site: what it counts, as (site, kind of post or trainees) and as (rule, site)."""


def tail_steps(mission: Mission) -> list[TailStep]:
    """Return every rule at every site where it stands, after those that it counts."""
    steps: list[TailStep] = []
    for key in feeding_order(mission):
        rule = mission.support[key]
        foreign = [
            of
            for of in rule.of
            if of in mission.support and not mission.roles[mission.support[of].role].local
        ]
        for site in sites_of(mission, rule):
            near = list(mission.sites) if rule.at == "headquarters" else [site]
            kinds = [(s, of) for of in rule.of if of not in mission.support for s in near]
            steps.append((key, rule, site, kinds, [(of, s) for of in foreign for s in near]))
    return steps


def feeding_order(mission: Mission) -> list[str]:
    """Return the support rules so that each stands after those it counts."""
    order: list[str] = []
    while len(order) < len(mission.support):
        order.append(
            next(
                key
                for key, rule in mission.support.items()
                if key not in order and all(of in order for of in rule.of if of in mission.support)
            )
        )
    return order
