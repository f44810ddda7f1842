import copy
import json
import re
from dataclasses import replace
from itertools import pairwise

import altair as alt
import pytest

from cadre.brief.charts.draw import svg_of
from cadre.brief.charts.staffing import nations_chart, posts_chart
from cadre.brief.charts.theme import STEPS, shortened, wrapped, year
from cadre.brief.content import Brief, Chart, charts
from cadre.brief.context import Context
from cadre.brief.render.pdf import pdf_of
from cadre.brief.render.pictures import pictures_of
from cadre.brief.render.runs import laid_out
from cadre.brief.view import OptionView

NAMES = (
    "ends",
    "criteria",
    "staffing-role",
    "staffing-nation",
    "capability",
    "payers",
    "growth",
    "staircase",
    "map",
    "timetable-a",
    "timetable-b",
    "timetable-c",
)


@pytest.fixture(scope="module")
def by_name(brief: Brief) -> dict[str, Chart]:
    return {chart.id: chart for chart in charts(brief)}


def luminance(colour: str) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_chart_that_the_brief_promises_is_there(by_name: dict[str, Chart]) -> None:
    assert sorted(NAMES) == sorted(by_name)


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_alternative_text_that_says_what_can_be_read_from_it(
    by_name: dict[str, Chart], name: str
) -> None:
    assert len(by_name[name].alt) > 40
    assert re.search(r"\d", by_name[name].alt)


@pytest.mark.parametrize("name", NAMES)
def test_a_specification_keeps_the_grammar(by_name: dict[str, Chart], name: str) -> None:
    alt.Chart.from_dict(copy.deepcopy(by_name[name].spec))


@pytest.mark.parametrize("name", NAMES)
def test_a_specification_names_no_other_place(by_name: dict[str, Chart], name: str) -> None:
    spec = {key: value for key, value in by_name[name].spec.items() if key != "$schema"}
    assert "http" not in json.dumps(spec)


@pytest.fixture
def clipped() -> Chart:
    """A chart in which the library needs clip paths, which it counts through the life of the process."""
    mark = alt.Chart(alt.InlineData(values=[{"x": 1, "y": 2}, {"x": 2, "y": 1}])).mark_line(clip=True)
    return Chart("clipped", "Clipped", "a line", mark.encode(x=alt.X("x:Q"), y=alt.Y("y:Q")).to_dict())


def test_a_chart_drawn_twice_is_the_same_bytes_though_the_library_counts_on(clipped: Chart) -> None:
    first = svg_of(clipped)
    assert ["clipped-0"] == re.findall(r' id="([^"]+)"', first)
    assert "url(#clipped-0)" in first
    assert first == svg_of(clipped)


def test_two_charts_on_one_page_share_no_id(clipped: Chart) -> None:
    first, second = (
        set(re.findall(r' id="([^"]+)"', svg_of(c))) for c in (clipped, replace(clipped, id="other"))
    )
    assert first
    assert set() == first & second


def test_series_fall_from_dark_to_light_so_that_grey_tells_them_apart() -> None:
    light = [luminance(colour) for colour in STEPS]
    contrast = [(b + 0.05) / (a + 0.05) for a, b in pairwise(light)]
    assert all(step >= 1.2 for step in contrast), contrast


def test_the_stack_of_posts_reaches_what_the_option_needs(context: Context) -> None:
    spec = posts_chart(context.view).spec
    tops = [
        max(row["y2"] for row in rows) for name, rows in spec["datasets"].items() if rows and "y2" in rows[0]
    ]
    assert [shown.peak.total for shown in context.view.active] == tops


def test_serials_that_overlap_lie_on_lanes_of_their_own(by_name: dict[str, Chart]) -> None:
    bars = by_name["timetable-c"].spec["datasets"]["rows-0"]
    for one in bars:
        for other in bars:
            if one is not other and one["y"] == other["y"]:
                assert one["x2"] <= other["x"] or other["x2"] <= one["x"]


def test_doing_nothing_alone_still_draws(context: Context) -> None:
    view = copy.copy(context.view)
    view.options = view.options[:1]
    assert svg_of(posts_chart(view)).startswith("<svg")


def test_options_that_need_nobody_are_drawn_in_a_picture_that_ends(context: Context) -> None:
    def idle(shown: OptionView) -> OptionView:
        planned = shown.planned
        need, forces = replace(planned.need, posts=()), replace(planned.forces, lines=(), stints=(), gaps=())
        return replace(shown, planned=replace(planned, need=need, forces=forces))

    view = copy.copy(context.view)
    view.options = tuple(idle(shown) for shown in view.options)
    drawings = {chart.id: svg_of(chart) for chart in (posts_chart(view), nations_chart(view))}
    assert all("Infinity" not in svg and "NaN" not in svg for svg in drawings.values())
    assert drawings.keys() == pictures_of(drawings).keys()


def test_titles_are_wrapped_between_words_and_shortened_with_an_ellipsis(context: Context) -> None:
    assert ["Length of the foreign", "presence"] == wrapped("Length of the foreign presence", 24)
    assert "Mainten…" == shortened("Maintenance", 8)


def test_time_is_in_decimal_years(context: Context) -> None:
    start = context.view.mission.mission.starts
    assert 2019.0 == year(start.replace(month=1, day=1))
    assert 2019.016 == year(start)


def test_a_chart_without_alternative_text_is_refused_in_print(brief: Brief) -> None:
    criteria = next(section for section in brief.pages[0] if section.id == "ends")
    silent = replace(
        criteria, blocks=tuple(replace(b, alt="") for b in criteria.blocks if isinstance(b, Chart))
    )
    alone = replace(brief, pages=((silent,),), annexes=())
    with pytest.raises(Exception, match="alt"):
        pdf_of(laid_out(alone), {c.id: svg_of(c) for c in charts(alone)})
