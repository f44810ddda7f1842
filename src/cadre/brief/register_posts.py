"""Numbers about posts of one option.

How many at the peak, with the tail apart, how offers fill them, and what to ask for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cadre.brief.fill import STATES, counted_on, requirements
from cadre.brief.inputs import set_name
from cadre.brief.numbers import Number
from cadre.brief.reading import Shown
from cadre.forces.states import shares

NEEDED = "cadre.brief.posts.peak_of on the programme needed (docs/model/programme.md)"
FILLED = "cadre.brief.fill.fill_of on the force plan (docs/model/forces.md)"
ASKED = "cadre.forces.asks (docs/model/forces.md)"


def posts_of(shown: Shown) -> Iterator[Number]:
    """Give every number about an option's posts."""
    yield from _peak(shown)
    yield from _fill(shown)
    yield from _burden(shown)
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        label = f"further ask {place}, {shown.mission.title_of('roles', ask.role)}"
        yield _exact(shown, f"ask.{place}", label, ask.people, ASKS)


@dataclass(frozen=True, slots=True)
class Kind:
    """What numbers of one kind share: their unit, the computation, and the families of their inputs."""

    unit: str
    how: str
    families: tuple[str, ...]


POSTS = Kind("posts", NEEDED, ("posts", "training"))
RATIO = Kind("ratio", NEEDED, ("posts", "training"))
SHARE = Kind("share", FILLED, ("offers", "posts"))
COUNTED = Kind(
    "share", "cadre.brief.fill.counted_on on the staff plan (docs/model/forces.md)", ("offers", "posts")
)
WEEKS = Kind("post-weeks", FILLED, ("offers", "posts"))
BURDEN = Kind("share", "cadre.forces.states.shares (docs/model/forces.md)", ("offers", "posts"))
BROUGHT = Kind("share", "cadre.forces.burden: Shapley values (docs/model/forces.md)", ("offers", "posts"))
ASKS = Kind("posts", ASKED, ("posts", "offers"))


def _exact(shown: Shown, name: str, label: str, value: float, kind: Kind) -> Number:
    """Make a number without chance."""
    inputs = tuple(set_name(shown.id, family) for family in kind.families)
    return Number(
        f"option.{shown.id}.{name}",
        f"{shown.letter}: {label}",
        value,
        value,
        value,
        kind.unit,
        kind.how,
        inputs,
    )


def _peak(shown: Shown) -> Iterator[Number]:
    peak = shown.peak
    counts = {
        "needed": (peak.total, "foreign posts needed at the peak"),
        "needed.trainers": (peak.trainers, "trainers needed at the peak"),
        "needed.advisers": (peak.advisers, "advisers needed at the peak"),
        "needed.command": (peak.command, "command posts at the peak"),
        "needed.tail": (peak.tail, "tail (support posts) at the peak"),
    }
    for name, (count, label) in counts.items():
        yield _exact(shown, name, f"{label}", count, POSTS)
    label = "foreign posts in all for each trainer or adviser"
    yield _exact(shown, "needed.per-trainer", label, peak.per_trainer, RATIO)


def _burden(shown: Shown) -> Iterator[Number]:
    """Give what each type of party carries of all that is filled, and what it brings on average."""
    filled, brought = shown.fill.by_party, sum(part.value for part in shown.planned.burden)
    offered = {share.party: share for share in shares(shown.planned.forces, shown.mission)}
    for part in shown.planned.burden:
        title, key = shown.mission.title_of("parties", part.party), f"burden.{part.party}"
        carried = filled.get(part.party, 0) / max(1, sum(filled.values()))
        load = offered[part.party].load if part.party in offered else 0.0
        yield _exact(shown, f"{key}.carries", f"{title}, share of what is filled", carried, BURDEN)
        yield _exact(shown, f"{key}.load", f"{title}, share of its offers that is used", load, BURDEN)
        for name, value, what in (
            ("brings", part.value, "brings on average to any set of parties (Shapley), share of all"),
            ("missed", part.missed, "share of what all can fill that is lost without it"),
        ):
            share = value / brought if brought else 0.0
            yield _exact(shown, f"{key}.{name}", f"{title}, {what}", share, BROUGHT)


def _fill(shown: Shown) -> Iterator[Number]:
    fill = shown.fill
    for state in STATES:
        label = f"share of post-weeks filled by offers that are {state}"
        share = fill.share(fill.by_state[state])
        yield _exact(shown, f"fill.{state}", label, share, SHARE)
    label = "share of post-weeks that nobody offers to fill"
    yield _exact(shown, "fill.open", label, fill.share(fill.open), SHARE)
    label = "critical post-weeks that nobody offers to fill"
    yield _exact(shown, "fill.critical-open", label, fill.critical_open, WEEKS)
    label = "share of the post-weeks that offers allow for which the plan counts on people"
    yield _exact(shown, "fill.counted", label, counted_on(shown.planned.staff), COUNTED)
    for key, line in requirements(shown.planned.forces, shown.mission).items():
        what = f"{shown.mission.title_of('roles', line.role)} at {shown.mission.title_of('sites', line.site)}"
        yield _exact(shown, f"posts.{key}.peak", f"{what}, posts at the peak", line.peak, POSTS)
        yield _exact(
            shown, f"posts.{key}.open", f"{what}, share of post-weeks open", line.share(line.open), SHARE
        )
