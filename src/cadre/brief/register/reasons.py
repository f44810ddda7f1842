"""Reasons that the brief gives.

Why an option is dominated, warnings, what binds, why posts stay open and serials out, why options were
dropped, conditions of parties. Takes a `StudyView`, gives `Reasoned`s in a fixed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cadre.brief.fill import requirements
from cadre.brief.number import STATED
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import key, of_option
from cadre.brief.register.reasoned import Reasoned
from cadre.brief.view import LISTED, OptionView, StudyView
from cadre.programme.plan import PlannedTarget
from cadre.reasons import Reason
from cadre.reasons.common import together
from cadre.words.conditions import reason_of

ALL = ("training", "offers", "costs", "posts")
ROUNDING = 1e-6
"""Relative shortage that is rounding."""
DOMINANCE = "means compared by cadre.decision.dominance (docs/model/decision.md)"
SCREENED = "fast evaluation of cadre.screening (docs/model/decision.md)"
CHOSEN = "options chosen, planned and played by cadre.screening (docs/model/decision.md)"
BINDING = "one limit lifted at a time by cadre.programme.bottlenecks (docs/model/programme.md)"
GAPS = "offers counted by cadre.forces.gaps (docs/model/forces.md)"
LATE = "tried by cadre.timetable.explain (docs/model/timetable.md)"


def reasons_of(view: StudyView) -> Iterator[Reasoned]:
    """Return every reason but those of the analysis."""
    for shown in view.options:
        yield from _of_option(view, shown)
    yield from _warnings(view)
    yield from _dropped(view)
    yield from _mandate(view)
    yield from _conditions(view)


def _of_option(view: StudyView, shown: OptionView) -> Iterator[Reasoned]:
    begins, letter, words = of_option(shown.id, "said"), shown.letter, shown.words
    if shown.dominated is not None:
        criteria = [criterion.id for criterion in view.study.comparison.criteria]
        inputs = tuple(f"option.{o}.{c}" for c in criteria for o in (shown.id, shown.dominated.by))
        about, reason = words.text("labels.said-dominated"), shown.dominated.reason
        yield Reasoned(begins.below("dominated"), about, reason, view.mission, DOMINANCE, inputs, letter)
    why = view.why_shown.get(shown.id)
    if why is not None:
        about = words.text("labels.said-shown")
        yield Reasoned(begins.below("shown"), about, why, view.mission, CHOSEN, (), letter)
    first = first_short(shown)
    if first is not None:
        about, inputs = words.text("labels.said-binds"), _sets(shown, ("training", "posts"))
        yield Reasoned(begins.below("binds"), about, first, shown.mission, BINDING, inputs, letter)
    for line, requirement in requirements(shown.planned.forces, shown.mission).items():
        about, inputs = words.text("labels.said-why", line=line), _sets(shown, ("offers", "posts"))
        for why in requirement.why[:1]:
            said_id = begins.below(key("why.ROLE@SITE", requirement.role, requirement.site))
            yield Reasoned(said_id, about, why, shown.mission, GAPS, inputs, letter)
    left = left_out(shown)
    if left is not None:
        about, inputs = words.text("labels.said-left"), _sets(shown, ("training", "posts", "offers"))
        yield Reasoned(begins.below("left"), about, left, shown.mission, LATE, inputs, letter)


def first_short(shown: OptionView) -> Reason | None:
    """Return why the first target is missed of which a plan says it, None where it misses none."""
    return next((target.why for target in short_targets(shown) if target.why is not None), None)


def short_targets(shown: OptionView) -> list[PlannedTarget]:
    """Return the targets that a plan misses, by more than rounding."""
    targets = shown.planned.programme.targets
    return [target for target in targets if target.reached < target.wanted * (1 - ROUNDING)]


def left_out(shown: OptionView) -> Reason | None:
    """Return what stood against the most of the serials that could not be placed, None where all could."""
    left = [serial for serial in shown.planned.timetable.serials if serial.start is None]
    most = Counter(serial.why for serial in left if serial.why).most_common(1)
    return together(most[0][0]) if most else None


def _warnings(view: StudyView) -> Iterator[Reasoned]:
    about = view.words.text("labels.said-warning")
    for place, warning in enumerate(view.study.warnings, start=1):
        concerned = [option for option in warning.options if option in view.by_id]
        inputs = tuple(set_name(option, family) for option in concerned for family in ALL)
        yield Reasoned(key("said.warning.N", place), about, warning.reason, view.mission, SCREENED, inputs)


def _mandate(view: StudyView) -> Iterator[Reasoned]:
    """Yield what stands against what is asked, what no option shown meets, and choices that none holds."""
    study = view.study
    for kind, reasons in (
        ("said.asked.N", study.asked.why_not),
        ("said.unmet.N", study.unmet),
        ("said.lever.N", study.by_lever),
    ):
        about = view.words.text(f"labels.said-{kind.split('.')[1]}")
        for place, reason in enumerate(reasons, start=1):
            yield Reasoned(key(kind, place), about, reason, view.mission, CHOSEN)


def _dropped(view: StudyView) -> Iterator[Reasoned]:
    about = view.words.text("labels.said-dropped")
    for place, dropped in enumerate(view.dropped[:LISTED], start=1):
        yield Reasoned(key("said.dropped.N", place), about, dropped[0].reason, view.mission, SCREENED)


def _conditions(view: StudyView) -> Iterator[Reasoned]:
    mission = view.mission
    for place, position in enumerate(mission.positions):
        about = view.words.text(
            "labels.said-position",
            party=mission.title_of("parties", position.party),
            stance=position.stance.replace(" ", "-"),
        )
        reason, inputs = reason_of(position.condition), (f"positions.{place}",)
        yield Reasoned(key("said.position.N", place), about, reason, mission, STATED, inputs)


def _sets(shown: OptionView, families: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)
