"""The statement of requirements: from the posts of a programme to lines that parties can be asked to fill.

Takes a `Programme` and its mission, gives `PostLine`s. Local posts are hired, not asked for, and make no
line.
"""

from __future__ import annotations

from collections.abc import Sequence

from cadre.forces.plan import PostLine
from cadre.mission import Mission
from cadre.programme.plan import PostBatch, Programme


def post_lines(programme: Programme, mission: Mission) -> tuple[PostLine, ...]:
    """Return one line for each role, site and rotation with foreign posts.

    Posts that follow from several rules are added; the rules stay named in `reasons`. A rotation that the
    exit cuts is cut, and one that begins after it makes no line.

    Parameters
    ----------
    programme : Programme
        Its posts are read, with its `rotation_weeks`.
    mission : Mission
        Tells which roles are local, which are critical, and when the mission exits.

    Returns
    -------
    tuple of PostLine
        Sorted by site and role in the order written, then rotation.
    """
    sites, roles = list(mission.sites), list(mission.roles)
    batches: dict[tuple[int, int, int], list[PostBatch]] = {}
    for batch in programme.posts:
        if not mission.roles[batch.role].local and batch.people > 0:
            key = (sites.index(batch.site), roles.index(batch.role), batch.rotation)
            batches.setdefault(key, []).append(batch)
    lines = (_line(batches[key], programme.rotation_weeks, mission) for key in sorted(batches))
    return tuple(line for line in lines if line.opens < line.closes)


def _line(batches: Sequence[PostBatch], rotation_weeks: int, mission: Mission) -> PostLine:
    first = batches[0]
    opens = first.rotation * rotation_weeks
    return PostLine(
        id=f"{first.role}@{first.site}/r{first.rotation}",
        role=first.role,
        site=first.site,
        rotation=first.rotation,
        opens=opens,
        closes=min(opens + rotation_weeks, mission.exit_week),
        people=sum(batch.people for batch in batches),
        critical=mission.roles[first.role].critical,
        reasons=tuple(dict.fromkeys(sorted(batch.reason for batch in batches))),
    )
