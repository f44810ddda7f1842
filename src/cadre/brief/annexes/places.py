"""Where it would be: a map of the sites that say where they lie, and the posts of each option there."""

from __future__ import annotations

from cadre.brief.annexes.results import option_columns
from cadre.brief.charts.places import map_chart, places
from cadre.brief.content import Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.register.places import posts_at, site_id
from cadre.brief.view import OptionView

LEAST = 2
"""Sites that make a map."""


def has_map(context: Context) -> bool:
    """Say whether there is an option to show and enough sites say where they lie."""
    return bool(context.view.active) and len(places(context.view)) >= LEAST


def places_section(context: Context) -> Section:
    """Draw the sites, with the posts of the option that is asked, or of the first; list those of all."""
    options = context.view.active
    columns = (context.word("places.site"), *option_columns(context, options))
    rows = tuple(_row(context, site) for site, _, _ in places(context.view))
    widths, numeric = (50, *(18 for _ in options)), tuple(range(1, len(columns)))
    table = Table("places", context.word("places.posts"), columns, widths, rows, numeric=numeric)
    drawn = _drawn(context)
    chart = map_chart(context.view, drawn, posts_at(drawn))
    return Section("places", context.word("places.title"), (chart, table))


def _row(context: Context, site: str) -> tuple[Words, ...]:
    """Write the posts of each option at a site."""
    title: Words = (context.view.mission.title_of("sites", site),)
    return (title, *((context.numbers.quiet(site_id(shown.id, site)),) for shown in context.view.active))


def _drawn(context: Context) -> OptionView:
    view = context.view
    return view.by_id.get(view.study.asked.option or "", view.active[0])
