"""Posts.

The statement of requirements with its fill, further asks, staffing over time, and the tail beside published
missions.
"""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.charts.staffing import nations_chart, posts_chart
from cadre.brief.content import Paragraph, Ref, Section, Small, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.fill import STATES, Requirement, requirements
from cadre.brief.numbers import Cited
from cadre.brief.reading import Shown
from cadre.brief.registering import TAIL_FIGURE

REQUIREMENTS = (
    "Role and site",
    "Posts at peak",
    "From",
    "To",
    *(s.capitalize() for s in STATES),
    "Open",
    "Why open",
)
TAIL = (
    "Option",
    "Trainers",
    "Advisers",
    "Command",
    "Tail",
    "In all",
    "In all per trainer or adviser",
    "Beside published",
)


BURDEN = ("Option", "Type of party", "Of its offers used", "Carries", "Brings", "Lost without it")
CARRIED = ("load", "carries", "brings", "missed")
ASKED = 12
"""Further asks of an option listed in print; all of them stand in the workbook."""


def requirements_section(context: Context) -> Section:
    """Write the statement of requirements of each option, role by role and site by site, with its fill."""
    note = (
        "Shares of post-weeks through the whole presence; * marks a critical role. Line by line, "
        "with each rotation: workbook, sheet Requirements."
    )
    tables = (_requirements(context, shown) for shown in context.reading.active)
    title = "Statement of requirements with fill"
    return Section("requirements", title, (Paragraph((note,), small=True), *tables))


def _requirements(context: Context, shown: Shown) -> Table:
    lines = requirements(shown.planned.forces, shown.mission)
    rows = tuple(_row(context, shown, key, line) for key, line in lines.items())
    name, caption = (
        f"requirements-{shown.letter.lower()}",
        f"Option {shown.letter}: what is needed and what fills it",
    )
    widths = (42, 10, 17, 17, 12, 15, 12, 14, 12, 38)
    return Table(name, caption, REQUIREMENTS, widths, rows, numeric=(1, 4, 5, 6, 7, 8))


def _row(context: Context, shown: Shown, key: str, line: Requirement) -> tuple[Words, ...]:
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
    """Give the first reason why posts stay open; the workbook has them all."""
    rest = len(line.why) - 1
    told = context.said(key, at_home=True) if line.why else ()
    small: Words = tuple(
        Small(piece) if isinstance(piece, str) else replace(piece, small=True)
        for piece in told
        if isinstance(piece, str | Cited)
    )
    return (*small, *((Small(f"; {rest} more {'reason' if rest == 1 else 'reasons'}"),) if rest > 0 else ()))


def burden_section(context: Context) -> Section:
    """Write what each type of party carries and brings, in the mission's order: no order of merit."""
    rows = tuple(
        _carried(context, shown, part.party)
        for shown in context.reading.active
        for part in shown.planned.burden
    )
    note: Words = (
        "Carries: share of the post-weeks filled. Brings: what it adds on average to any set of the others, "
        "as a share of what all can fill, critical roles weighing more; it is what each would carry if all "
        "carried by what they offer. Lost: what nobody else could fill.",
    )
    widths, numeric = (10, 60, 28, 22, 22, 28), (2, 3, 4, 5)
    table = Table("burden", "Who carries the posts", tuple(BURDEN), widths, rows, numeric, note)
    none = Paragraph(("Nobody offers anything that counts.",), small=True)
    return Section("burden", "Sharing the burden", (table if rows else none,))


def _carried(context: Context, shown: Shown, party: str) -> tuple[Words, ...]:
    name: tuple[Words, ...] = ((shown.letter,), (shown.mission.title_of("parties", party),))
    return (*name, *((context.quiet(shown, f"burden.{party}.{what}"),) for what in CARRIED))


def asks_section(context: Context) -> Section:
    """Write the smallest further asks that would close gaps."""
    rows = tuple(
        _ask(context, shown, place)
        for shown in context.reading.active
        for place in range(min(ASKED, len(shown.planned.forces.asks)))
    )
    columns = ("Option", "People", "Role", "Site", "From", "To", "Post-weeks closed", "Critical")
    table = Table(
        "asks",
        "Further asks, those that close most first",
        columns,
        (10, 12, 44, 30, 18, 18, 20, 12),
        rows,
        (1, 6),
    )
    return Section("asks", "Further asks", (table,))


def _ask(context: Context, shown: Shown, place: int) -> tuple[Words, ...]:
    ask, mission = shown.planned.forces.asks[place], shown.mission
    return (
        (shown.letter,),
        (context.home(shown, f"ask.{place + 1}"),),
        (mission.title_of("roles", ask.role),),
        (mission.title_of("sites", ask.site),),
        (context.formats.day(mission.date_of(ask.begins)),),
        (context.formats.day(mission.date_of(ask.ends)),),
        (context.quiet(shown, f"ask.{place + 1}.post-weeks"),),
        ("yes" if ask.critical else "no",),
    )


def staffing_section(context: Context) -> Section:
    """Write staffing over time."""
    return Section(
        "staffing", "Staffing over time", (posts_chart(context.reading), nations_chart(context.reading))
    )


def tail_section(context: Context) -> Section:
    """Write the tail of each option beside the published range."""
    rows = tuple(_tail(context, shown) for shown in context.reading.active)
    caption, widths = "Foreign posts at the peak and their tail", (12, 14, 14, 14, 12, 12, 30, 44)
    table = Table("tail", caption, TAIL, widths, rows, numeric=tuple(range(1, 7)))
    return Section(
        "tail", "The tail beside published missions", (table, Paragraph(_published(context), small=True))
    )


def _published(context: Context) -> Words:
    figure = context.reading.mission.figures.get(TAIL_FIGURE)
    if figure is None or f"figure.{TAIL_FIGURE}" not in context.numbers:
        return ("No published figure of comparable missions is in the mission's pack.",)
    return words(
        f"{figure.title}: ",
        context.numbers.with_range(f"figure.{TAIL_FIGURE}"),
        " ",
        Ref(f"P:{TAIL_FIGURE}"),
        (
            ". The tail follows from the support rules; no total was typed in. Posts hired in the "
            "country are not counted."
        ),
    )


def _tail(context: Context, shown: Shown) -> tuple[Words, ...]:
    parts = (
        "needed.trainers",
        "needed.advisers",
        "needed.command",
        "needed.tail",
        "needed",
        "needed.per-trainer",
    )
    return ((shown.letter,), *((context.value(shown, part),) for part in parts), (_beside(context, shown),))


def _beside(context: Context, shown: Shown) -> str:
    figure = context.reading.mission.figures.get(TAIL_FIGURE)
    if figure is None or figure.low is None or figure.high is None:
        return "no figure"
    ratio = shown.peak.per_trainer
    if figure.low <= ratio <= figure.high:
        return "within the published range"
    return "below the published range" if ratio < figure.low else "above the published range"
