"""What the commands print: plain text that fits 80 columns, or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from cadre.cli.printing import head, money, number, percent, print_json, print_sentence, print_table
from cadre.cli.unshown import unshown, unshown_sentence
from cadre.cli.warnings import as_data, print_warnings
from cadre.messages import FaultText
from cadre.options import NOTHING, lettered
from cadre.reasons.common import together
from cadre.words import Catalogue, Counted, Formats
from cadre.words.criteria import title_of
from cadre.words.reasons import Plainly, in_words, with_text
from cadre.words.saying import ENGLISH, said

if TYPE_CHECKING:
    from cadre.brief.changes import Since
    from cadre.brief.data.trace import Trace
    from cadre.cli.says import Says
    from cadre.cures.trying import Cure
    from cadre.decision.analysis import DecisionAnalysis
    from cadre.decision.types import Comparison, Spread
    from cadre.errors import Fault, MissionWarning
    from cadre.mission_files import ReadMission
    from cadre.options import Option
    from cadre.plans import Planned
    from cadre.programme.plan import Programme
    from cadre.screening import Screening
    from cadre.simulation.outcome import Outcome
    from cadre.solving import Result
    from cadre.study import Study

    Warnings = Sequence[MissionWarning]

PLANS = ("need", "forces", "programme", "staff", "timetable")
"""The plans of an option, in the order in which they are made."""
HELD = ("courses", "projects", "capabilities", "sites", "roles", "support", "parties", "offers", "levers")


def checked(read: ReadMission, *, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print what a sound mission holds, and what of it is odd."""
    from cadre.mission.judgements import widened_paths, widening
    from cadre.options import combinations

    mission = read.mission
    counts = {kind: len(getattr(mission, kind)) for kind in HELD}
    counts |= {
        "statements": len(mission.ledger.statements),
        "options": 1 + sum(1 for _ in combinations(mission)),
    }
    if as_json:
        characters, paths = unshown(mission)
        replaced = {"characters": characters, "in": paths}
        told = {"title": mission.mission.title, "faults": [], "warnings": as_data(read.warnings, words)}
        print_json({**told, "counts": counts, "not_in_print": replaced})
        return
    print(words.text("cli.no-fault", title=mission.mission.title))
    for kind, count in counts.items():
        print(f"  {count:>5} {words.text(f'cli.held-{kind}', count=count)}")
    if widened := len(widened_paths(mission)):
        factor = Formats(words).number(widening(mission), "factor")
        print(words.text("cli.widened", count=widened, factor=factor))
    if replacing := unshown_sentence(mission, words):
        print_sentence(replacing)
    print_warnings(read.warnings, words)


def packs(*, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print the packs that a mission can begin from, with what each of them holds."""
    from cadre.packs import pack_names, read_pack

    told = [(name, words.text(f"packs.{name}"), len(read_pack(name).figures)) for name in pack_names()]
    if as_json:
        print_json([{"name": name, "holds": holds, "figures": count} for name, holds, count in told])
        return
    for name, holds, _ in told:
        print_sentence(words.text("cli.pack-line", name=name, holds=holds))
    print_sentence(words.text("cli.begin-from-pack"))


def generated(options: Sequence[Option], *, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print every option that the rules allow."""
    if as_json:
        print_json(
            [{"id": option.id, "title": option.title, "choices": option.choices} for option in options]
        )
        return
    for option in options:
        print(option.id)
    print(words.text("cli.generated", count=len(options)))


def screened(
    screening: Screening, *, as_json: bool, words: Catalogue = ENGLISH, warned: Warnings = ()
) -> None:
    """Print the options shown, the warnings about them, and how many were dropped."""
    from cadre.cli.says import Says

    says = Says.of(screening.shown[0].base, screening.screened, words)
    if as_json:
        about = {
            "screened": screening.screened,
            "warnings": screening.warnings,
            "asked": screening.asked,
            "by_lever": screening.by_lever,
        }
        print_json({**about, "mission_warnings": as_data(warned, words)}, says.data)
        return
    shown = {option: letter for letter, option in lettered(o.id for o in screening.shown).items()}
    rows = [
        (
            f"{shown[entry.option]} {entry.option}",
            percent(entry.measures.get("outcome", 0), words),
            percent(entry.measures.get("lasting", 0), words),
            money(entry.measures.get("cost", 0), words),
            f"{entry.measures.get('posts', 0):.0f}",
        )
        for entry in screening.screened
        if entry.option in shown
    ]
    print_table(head(words, "option", "outcome", "lasting", "cost", "posts"), rows)
    print(words.text("cli.screened", screened=len(screening.screened), shown=len(rows)))
    for entry in screening.screened:
        if entry.option in shown:
            why = says.text(entry.reason)
            print_sentence(words.text("cli.why-shown", option=shown[entry.option], why=why))
    _chosen(screening, says)
    for warning in screening.warnings:
        print_sentence(words.text("cli.warning", what=says.text(warning.reason)))


def _chosen(found: Screening | Study, says: Says) -> None:
    """Tell why what is asked is no option where it is none, and of which choices no option is shown."""
    words = says.formats.catalogue
    for why in found.asked.why_not:
        print_sentence(words.text("cli.asked-is-none", why=says.text(why)))
    for reason in found.by_lever:
        print_sentence(words.text("cli.none-shown-with", what=says.text(reason)))


def planned(plan: Planned, *, as_json: bool, words: Catalogue = ENGLISH, warned: Warnings = ()) -> None:
    """Print the plans of one option in short, or whole as JSON."""
    if as_json:
        parts = {name: getattr(plan, name) for name in PLANS}
        write = partial(with_text, formats=Formats(words), shows=Plainly(Formats(words), plan.option.mission))
        about = {"option": plan.option.id, "mission_warnings": as_data(warned, words)}
        print_json(about | parts, write)
        return
    print(plan.option.title)
    _programme("cli.needs", plan.need, words)
    _programme("cli.achieves", plan.programme, words)
    wanted = sum(line.people * (line.closes - line.opens) for line in plan.forces.lines)
    filled = sum(stint.people * (stint.ends - stint.begins) for stint in plan.forces.stints)
    print(words.text("cli.posts", filled=filled, wanted=wanted, asks=len(plan.forces.asks)))
    _falls(plan, words)
    placed = sum(1 for serial in plan.timetable.serials if serial.start is not None)
    short = sum(1 for serial in plan.timetable.serials for seat in serial.seats if not seat.person)
    serials = len(plan.timetable.serials)
    print(words.text("cli.timetable", placed=placed, serials=serials, short=short))
    changing = len({handover.serial for handover in plan.timetable.handovers})
    print(words.text("cli.handovers", count=len(plan.timetable.handovers), changing=changing))
    for name in PLANS:
        result = getattr(plan, name).result
        if result is not None:
            gap, objective = percent(result.gap, words), number(result.objective, words)
            status = words.text(f"cli.status-{result.status.value.replace(' ', '-')}")
            told = words.text("cli.searched", status=status, objective=objective, gap=gap)
            print(f"  {words.text(f'cli.plan-{name}'):<10} {told}")
            if result.is_far:
                print(f"  {'':<10} {stopped(result, words)}")


def stopped(result: Result, words: Catalogue = ENGLISH) -> str:
    """Return in few words that a search stopped far from its bound; empty where it did not."""
    return words.text("cli.search-stopped", lower=_lower(result, words)) if result.is_far else ""


def said_first(result: Result, words: Catalogue = ENGLISH) -> str:
    """Return before any other reason that a search stopped far from its bound; empty where it did not.

    What may find a better plan is named: seconds where they ended the search, else more work.
    """
    if not result.is_far:
        return ""
    by = "seconds" if result.by_seconds else "work"
    return words.text("cli.search-first", lower=_lower(result, words), by=by)


def _lower(result: Result, words: Catalogue) -> str:
    """Return how far the bound lies below the plan, as a share."""
    return percent(result.left_open, words)


def _falls(plan: Planned, words: Catalogue) -> None:
    """Print what falls of the posts if only what is firm comes, critical roles apart."""
    from cadre.forces.confirmed_only import what_falls
    from cadre.forces.states import states

    firm = states(plan.forces, plan.option.mission).total
    critical = {line.id for line in plan.forces.lines if line.critical}
    left = what_falls(plan.forces, plan.option.mission)
    before, after = (
        sum(gap.post_weeks for gap in forces.gaps if gap.line in critical) for forces in (plan.forces, left)
    )
    print_sentence(words.text("cli.falls", fall=firm.filled - firm.firm, critical=after - before))


def _programme(message: str, programme: Programme, words: Catalogue) -> None:
    print(words.text(message, serials=sum(batch.serials for batch in programme.serials)))
    rows = [
        (
            target.capability,
            str(target.week),
            f"{target.wanted:.0f}",
            f"{target.reached:.1f}",
            words.text(f"sheets.limit-{target.limit}") if target.limit else "",
        )
        for target in programme.targets
    ]
    if rows:
        print_table(head(words, "capability", "week", "wanted", "reached", "limit"), rows)


def explained(
    plan: Planned,
    found: Sequence[Cure],
    *,
    as_json: bool,
    words: Catalogue = ENGLISH,
    warned: Warnings = (),
) -> None:
    """Print what an option misses, what is late or dropped and why, and the cures that were tried.

    Where the search stopped far from its bound, that comes before any reason.
    """
    from cadre.programme.contradictions import explain

    against, result = explain(plan.option.mission), plan.programme.result
    first = said_first(result, words) if result is not None else ""
    formats = Formats(words)
    late = [serial for serial in plan.timetable.serials if serial.why]
    shows = Plainly(formats, plan.option.mission)
    if as_json:
        print_json(
            {
                "search": {"told": first, "result": result},
                "contradictions": against,
                "targets": plan.programme.targets,
                "late": late,
                "cures": found,
                "mission_warnings": as_data(warned, words),
            },
            partial(with_text, formats=formats, shows=shows),
        )
        return
    missed = [target.why for target in plan.programme.targets if target.why is not None]
    told = [first] if first else []
    told += [in_words(reason, formats, shows) for reason in (*against, *missed)]
    told += [
        words.text("cli.late", serial=serial.id, why=in_words(reason, formats, shows))
        for serial in late
        if (reason := together(serial.why)) is not None
    ]
    for sentence in told or [words.text("cli.all-met")]:
        print_sentence(sentence)
    rows = [
        (
            in_words(cure.change.what, formats, shows),
            words.text("common.yes" if cure.cures else "common.no"),
            words.text("common.from-to", **_from_to(cure.reached, words)),
            money(cure.cost, words),
        )
        for cure in found
    ]
    if rows:
        print(f"\n{words.text('cli.single-changes')}")
        print_table(head(words, "change", "cures", "reached", "costs-more"), rows)


def _from_to(shares: tuple[float, float], words: Catalogue) -> dict[str, str]:
    return {"low": percent(shares[0], words), "high": percent(shares[1], words)}


def simulated(
    plan: Planned,
    outcomes: Mapping[str, Outcome],
    *,
    as_json: bool,
    words: Catalogue = ENGLISH,
    warned: Warnings = (),
) -> None:
    """Print median and 80 % range of every outcome of one option, and of what it adds to doing nothing."""
    import numpy as np

    from cadre.decision.chances import added_units

    outcome, nothing = outcomes[plan.option.id], outcomes[NOTHING]
    of = outcome.scalars | (
        added_units(plan.option.mission, outcome, nothing) if outcome is not nothing else {}
    )
    points = {name: np.quantile(values, (0.1, 0.5, 0.9)) for name, values in of.items()}
    if as_json:
        print_json(
            {
                "option": outcome.option,
                "seed": outcome.seed,
                "replications": outcome.replications,
                "p10_p50_p90": points,
                "mission_warnings": as_data(warned, words),
            }
        )
        return
    told = {"title": plan.option.title, "replications": outcome.replications, "seed": str(outcome.seed)}
    print(words.text("cli.simulated", **told))
    rows = [(name, *(number(value, words) for value in point)) for name, point in points.items()]
    print_table(head(words, "outcome", "p10", "median", "p90"), rows)


def compared(study: Study, *, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print the options criterion by criterion: medians and 80 % ranges."""
    from cadre.cli.says import Says

    says = Says.of(study.mission, study.screened, words)
    if as_json:
        parts = {part.name: getattr(study.comparison, part.name) for part in fields(study.comparison)}
        print_json({**parts, "mission_warnings": as_data(study.mission_warnings, words)}, says.data)
        return
    comparison, years = study.comparison, study.mission.years_beyond_exit
    for criterion in comparison.criteria:
        title = title_of(criterion.id, Formats(words), years)
        about = {"title": title, "unit": criterion.unit, "better": criterion.better}
        print(f"\n{words.text('cli.criterion', **about)}")
        spreads = ((option, by[criterion.id]) for option, by in comparison.spreads.items())
        rows = [(option, *_spread(spread, words)) for option, spread in spreads]
        print_table(head(words, "option", "median", "range"), rows)
    print()
    for option in study.shown:
        result = option.programme.result
        if result is not None and result.is_far:
            print_sentence(f"{option.option.id}: {stopped(result, words)}")
    for pair in comparison.within_gaps:
        points = {name: _points(getattr(pair, name), words) for name in ("differ", "open")}
        print_sentence(words.text("cli.not-told-apart", ahead=pair.ahead, behind=pair.behind, **points))
    for dominated in comparison.dominated:
        why = {"option": dominated.option, "by": dominated.by, "why": says.text(dominated.reason)}
        print(words.text("cli.dominated", **why))
    if study.analysis is not None:
        _judged(study.analysis, comparison, says)
    _print_options(study, says)
    for warning in study.warnings:
        print_sentence(words.text("cli.warning", what=says.text(warning.reason)))


def _print_options(study: Study, says: Says) -> None:
    """Tell why each option is shown, in what options compared alone differ, and what none of them meets."""
    words, letters = says.formats.catalogue, lettered(planned.option.id for planned in study.shown)
    if not study.screened:
        for one, other in combinations((planned.option for planned in study.shown), 2):
            print_sentence(_differ_in(one, other, says))
    kept = {entry.option: entry.reason for entry in study.screened if entry.kept}
    for letter, option in letters.items():
        if option in kept:
            told = {"option": f"{letter} {option}", "why": says.text(kept[option])}
            print_sentence(words.text("cli.why-shown", **told))
    _chosen(study, says)
    for reason in study.unmet:
        print_sentence(words.text("cli.unmet", what=says.text(reason)))
    if study.checked:
        wrong = sum(one.wrong for one in study.checked)
        print_sentence(words.text("cli.checked", checked=len(study.checked), wrong=wrong))


def _differ_in(one: Option, other: Option, says: Says) -> str:
    """Say in which levers two options differ, and what each chooses there."""
    words, mission = says.formats.catalogue, one.base
    levers = [
        f"{lever} ({one.choices.get(lever, '–')} / {other.choices.get(lever, '–')})"
        for lever in mission.levers
        if one.choices.get(lever) != other.choices.get(lever)
    ]
    return words.text("cli.differ-in", one=one.id, other=other.id, levers=says.formats.every(levers))


def _points(points: float, words: Catalogue) -> Counted:
    """Return percent points as people are told them."""
    from cadre.differences import points as rounded_points

    rounded = rounded_points(points / 100)
    return Counted(rounded, Formats(words).number(rounded, "points"))


def _judged(analysis: DecisionAnalysis, comparison: Comparison, says: Says) -> None:
    """Tell what money buys, and how often each option is good where a bar says what that is."""
    for step in analysis.frontier:
        if comparison.are_distinguishable(step.cheaper, step.dearer):
            print_sentence(says.text(step.reason))
    words = says.formats.catalogue
    for good in analysis.good:
        print_sentence(words.text("cli.good", option=good.option, share=percent(good.share, words)))
    if not analysis.bars:
        print_sentence(words.text("fails.no-bar"))


def _spread(spread: Spread, words: Catalogue) -> tuple[str, str]:
    median, low, high = (number(value, words) for value in (spread.median, spread.low, spread.high))
    return median, words.text("common.from-to", low=low, high=high)


def written(
    files: Sequence[Path], *, as_json: bool, words: Catalogue = ENGLISH, warned: Warnings = ()
) -> None:
    """Print the files of a brief."""
    if as_json:
        print_json({"files": [str(file) for file in files], "mission_warnings": as_data(warned, words)})
        return
    for file in files:
        print(file)


def traced(trace: Trace, *, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print where a number comes from."""
    if as_json:
        print_json(trace)
        return
    from cadre.brief.data.trace import lines

    print("\n".join(lines(trace, words)))


def changed(since: Since, currency: str, *, as_json: bool, words: Catalogue = ENGLISH) -> None:
    """Print what changed between two briefs."""
    from cadre.brief.changes_words import lines

    if as_json:
        print_json(since)
        return
    for line in lines(since, Formats(words, currency)):
        print(line)


def faults(found: Sequence[Fault], *, words: Catalogue = ENGLISH) -> None:
    """Print faults as JSON."""
    print_json(
        {
            "faults": [
                {"where": str(fault.where)}
                | {key: said(getattr(fault, key), words) for key in FaultText._fields}
                for fault in found
            ]
        }
    )
