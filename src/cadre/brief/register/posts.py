"""Numbers about posts of one option.

How many at the peak, with the tail apart, how offers fill them, and what to ask for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cadre.brief.fill import STATES, counted_on, requirements
from cadre.brief.number import Number
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import key, of_option
from cadre.brief.view import OptionView
from cadre.forces.states import shares

NEEDED = "cadre.brief.posts.peak_of on the programme needed (docs/model/programme.md)"
FILLED = "cadre.brief.fill.fill_of on the force plan (docs/model/forces.md)"
ASKED = "cadre.forces.requests (docs/model/forces.md)"


def posts_of(shown: OptionView) -> Iterator[Number]:
    """Yield every number about an option's posts."""
    yield from _peak(shown)
    yield from _fill(shown)
    yield from _burden(shown)
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        role = shown.mission.title_of("roles", ask.role)
        label = shown.words.text("labels.ask", place=place, role=role)
        yield _exact(shown, key("ask.N", place), label, ask.people, ASKS)


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


def _exact(shown: OptionView, name: str, label: str, value: float, kind: Kind) -> Number:
    """Make a number without chance."""
    inputs = tuple(set_name(shown.id, family) for family in kind.families)
    return Number(
        of_option(shown.id, name),
        label,
        value,
        value,
        value,
        kind.unit,
        kind.how,
        inputs,
        of=shown.letter,
    )


def _peak(shown: OptionView) -> Iterator[Number]:
    peak = shown.peak
    counts = {
        "needed": peak.total,
        "needed.trainers": peak.trainers,
        "needed.advisers": peak.advisers,
        "needed.command": peak.command,
        "needed.tail": peak.tail,
    }
    for name, count in counts.items():
        label = shown.words.text(f"labels.{name.replace('.', '-')}")
        yield _exact(shown, name, label, count, POSTS)
    label = shown.words.text("labels.needed-per-trainer")
    yield _exact(shown, "needed.per-trainer", label, peak.per_trainer, RATIO)


def _burden(shown: OptionView) -> Iterator[Number]:
    """Yield what each type of party carries of all that is filled, and what it brings on average."""
    filled, brought = shown.fill.by_party, sum(part.value for part in shown.planned.burden)
    offered = {share.party: share for share in shares(shown.planned.forces, shown.mission)}
    for part in shown.planned.burden:
        party, begins = shown.mission.title_of("parties", part.party), key("burden.PARTY", part.party)
        carried = filled.get(part.party, 0) / max(1, sum(filled.values()))
        load = offered[part.party].load if part.party in offered else 0.0
        shares_of = {
            "carries": (carried, BURDEN),
            "load": (load, BURDEN),
            "brings": (part.value / brought if brought else 0.0, BROUGHT),
            "missed": (part.missed / brought if brought else 0.0, BROUGHT),
        }
        for name, (share, kind) in shares_of.items():
            label = shown.words.text(f"labels.burden-{name}", party=party)
            yield _exact(shown, begins.below(name), label, share, kind)


def _fill(shown: OptionView) -> Iterator[Number]:
    fill, word = shown.fill, shown.words.text
    for state in STATES:
        share = fill.share(fill.by_state[state])
        yield _exact(shown, f"fill.{state}", word(f"labels.fill-{state}"), share, SHARE)
    yield _exact(shown, "fill.open", word("labels.fill-open"), fill.share(fill.open), SHARE)
    label = word("labels.fill-critical-open")
    yield _exact(shown, "fill.critical-open", label, fill.critical_open, WEEKS)
    label = word("labels.fill-counted")
    yield _exact(shown, "fill.counted", label, counted_on(shown.planned.staff), COUNTED)
    for line in requirements(shown.planned.forces, shown.mission).values():
        begins = key("posts.ROLE@SITE", line.role, line.site)
        where = {
            "role": shown.mission.title_of("roles", line.role),
            "site": shown.mission.title_of("sites", line.site),
        }
        yield _exact(shown, begins.below("peak"), word("labels.posts-peak", **where), line.peak, POSTS)
        share = line.share(line.open)
        yield _exact(shown, begins.below("open"), word("labels.posts-open", **where), share, SHARE)
