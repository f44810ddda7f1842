"""Posts.

The statement of requirements with its fill, further asks, staffing over time, and the tail beside published
missions.
"""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.charts.staffing import nations_chart, posts_chart
from cadre.brief.content import Paragraph, Ref, Section, Small, Table, Words
from cadre.brief.context import Context
from cadre.brief.fill import STATES, Requirement, requirements
from cadre.brief.number import Cited
from cadre.brief.register.registry import TAIL_FIGURE
from cadre.brief.view import OptionView

REQUIREMENTS = ("role-site", "peak", "from", "to", *STATES, "open", "why")
TAIL = ("trainers", "advisers", "command", "tail", "in-all", "per-trainer", "beside")
BURDEN = ("party", "used", "carries", "brings", "lost")
ASKS = ("people", "role", "site", "from", "to", "closed", "critical")
CARRIED = ("load", "carries", "brings", "missed")
ASKED = 12
"""Further asks of an option listed in print; all of them stand in the workbook."""


def _columns(context: Context, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(context.word(f"posts.column-{name}") for name in names)


def requirements_section(context: Context) -> Section:
    """Write the statement of requirements of each option, role by role and site by site, with its fill."""
    tables = (_requirements(context, shown) for shown in context.view.active)
    note = Paragraph(context.say("posts.requirements-note"), small=True)
    return Section("requirements", context.word("posts.requirements"), (note, *tables))


def _requirements(context: Context, shown: OptionView) -> Table:
    lines = requirements(shown.planned.forces, shown.mission)
    rows = tuple(_row(context, shown, key, line) for key, line in lines.items())
    name, caption = (
        f"requirements-{shown.letter.lower()}",
        context.word("posts.requirements-of", letter=shown.letter),
    )
    columns, widths = _columns(context, REQUIREMENTS), (42, 10, 17, 17, 12, 15, 12, 14, 12, 38)
    return Table(name, caption, columns, widths, rows, numeric=(1, 4, 5, 6, 7, 8))


def _row(context: Context, shown: OptionView, key: str, line: Requirement) -> tuple[Words, ...]:
    mission = shown.mission
    name = (
        f"{mission.title_of('roles', line.role)}{' *' if line.critical else ''}, "
        f"{mission.title_of('sites', line.site)}"
    )
    shares = tuple((context.quiet(shown, f"posts.{key}.{state}"),) for state in STATES)
    return (
        (name,),
        (context.home(shown, f"posts.{key}.peak"),),
        (context.formats.day(mission.date_of(line.opens)),),
        (context.formats.day(mission.date_of(line.closes)),),
        *shares,
        (context.home(shown, f"posts.{key}.open"),),
        _why(context, f"option.{shown.id}.said.why.{key}", line),
    )


def _why(context: Context, key: str, line: Requirement) -> Words:
    """Return the first reason why posts stay open; the workbook has them all."""
    rest = len(line.why) - 1
    reasons = context.said(key, at_home=True) if line.why else ()
    small: Words = tuple(
        Small(piece) if isinstance(piece, str) else replace(piece, small=True)
        for piece in reasons
        if isinstance(piece, str | Cited)
    )
    return (*small, *(context.say("posts.more-reasons", count=rest) if rest > 0 else ()))


def burden_section(context: Context) -> Section:
    """Write what each type of party carries and brings, in the mission's order: no order of merit."""
    rows = tuple(
        _carried(context, shown, part.party) for shown in context.view.active for part in shown.planned.burden
    )
    columns = (context.word("common.the-option"), *_columns(context, BURDEN))
    widths, numeric, note = (10, 60, 28, 22, 22, 28), (2, 3, 4, 5), context.say("posts.burden-note")
    table = Table("burden", context.word("posts.burden-caption"), columns, widths, rows, numeric, note)
    none = Paragraph(context.say("posts.burden-none"), small=True)
    return Section("burden", context.word("posts.burden"), (table if rows else none,))


def _carried(context: Context, shown: OptionView, party: str) -> tuple[Words, ...]:
    name: tuple[Words, ...] = ((shown.letter,), (shown.mission.title_of("parties", party),))
    return (*name, *((context.quiet(shown, f"burden.{party}.{what}"),) for what in CARRIED))


def asks_section(context: Context) -> Section:
    """Write the smallest further asks that would close gaps."""
    rows = tuple(
        _ask(context, shown, place)
        for shown in context.view.active
        for place in range(min(ASKED, len(shown.planned.forces.asks)))
    )
    columns = (context.word("common.the-option"), *_columns(context, ASKS))
    table = Table(
        "asks",
        context.word("posts.asks-caption"),
        columns,
        (10, 12, 44, 30, 18, 18, 20, 12),
        rows,
        (1, 6),
    )
    return Section("asks", context.word("posts.asks"), (table,))


def _ask(context: Context, shown: OptionView, place: int) -> tuple[Words, ...]:
    ask, mission = shown.planned.forces.asks[place], shown.mission
    return (
        (shown.letter,),
        (context.home(shown, f"ask.{place + 1}"),),
        (mission.title_of("roles", ask.role),),
        (mission.title_of("sites", ask.site),),
        (context.formats.day(mission.date_of(ask.begins)),),
        (context.formats.day(mission.date_of(ask.ends)),),
        (context.quiet(shown, f"ask.{place + 1}.post-weeks"),),
        (context.word("common.yes" if ask.critical else "common.no"),),
    )


def staffing_section(context: Context) -> Section:
    """Write staffing over time."""
    charts = (posts_chart(context.view), nations_chart(context.view))
    return Section("staffing", context.word("posts.staffing"), charts)


def tail_section(context: Context) -> Section:
    """Write the tail of each option beside the published range."""
    rows = tuple(_tail(context, shown) for shown in context.view.active)
    columns = (context.word("common.the-option"), *_columns(context, TAIL))
    caption, widths = context.word("posts.tail-caption"), (12, 14, 14, 14, 12, 12, 30, 44)
    table = Table("tail", caption, columns, widths, rows, numeric=tuple(range(1, 7)))
    return Section("tail", context.word("posts.tail"), (table, Paragraph(_published(context), small=True)))


def _published(context: Context) -> Words:
    figure, key = context.view.mission.figures.get(TAIL_FIGURE), f"figure.{TAIL_FIGURE}"
    if figure is None or key not in context.numbers:
        return context.say("posts.published-none")
    published, source = context.numbers.with_range(key), Ref(f"P:{TAIL_FIGURE}")
    return context.say("posts.published", title=figure.title, range=published, figure=source)


def _tail(context: Context, shown: OptionView) -> tuple[Words, ...]:
    parts = (
        "needed.trainers",
        "needed.advisers",
        "needed.command",
        "needed.tail",
        "needed",
        "needed.per-trainer",
    )
    return ((shown.letter,), *((context.value(shown, part),) for part in parts), (_beside(context, shown),))


def _beside(context: Context, shown: OptionView) -> str:
    figure = context.view.mission.figures.get(TAIL_FIGURE)
    if figure is None or figure.low is None or figure.high is None:
        return context.word("posts.beside-none")
    ratio = shown.peak.per_trainer
    if figure.low <= ratio <= figure.high:
        return context.word("posts.beside-within")
    return context.word("posts.beside-below" if ratio < figure.low else "posts.beside-above")
