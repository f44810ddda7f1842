"""The brief opened as a reader opens it: from a folder, wide and narrow, with and without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from cadre.brief.charts.draw import svg_of
from cadre.brief.compose import compose, read
from cadre.brief.content import Brief, charts
from cadre.brief.render.html import html_of
from cadre.brief.render.runs import laid_out
from tests.brief import by_hand

LIVE = "figure[data-live=yes]"
WIDE, NARROW = 1280, 400


@pytest.fixture(scope="session")
def brief() -> Brief:
    return compose(read(by_hand.study()))


@pytest.fixture(scope="session")
def file(brief: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("out") / "brief.html"
    made.write_text(html_of(laid_out(brief), {chart.id: svg_of(chart) for chart in charts(brief)}), "utf-8")
    return made


class Opened:
    """A page and everything it complained of or asked for."""

    def __init__(self, browser: Browser, file: Path, width: int, *, script: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())


@pytest.fixture(scope="module", params=[WIDE, NARROW])
def opened(request: pytest.FixtureRequest, browser: Browser, file: Path, brief: Brief) -> Iterator[Opened]:
    made = Opened(browser, file, request.param)
    expected = len(list(charts(brief)))
    made.page.wait_for_function(f"document.querySelectorAll({LIVE!r}).length === {expected}", timeout=60_000)
    yield made
    made.context.close()


def test_nothing_complains_and_nothing_is_fetched(opened: Opened, file: Path) -> None:
    assert [] == opened.complaints
    assert [file.as_uri()] == opened.requests


def test_every_chart_answers_to_the_pointer_and_has_marks(opened: Opened) -> None:
    marks = "figure => figure.querySelectorAll('.drawing svg path, .drawing svg line').length"
    counts = [figure.evaluate(marks) for figure in opened.page.query_selector_all(LIVE)]
    assert all(count > 5 for count in counts), counts


def test_every_chart_says_what_it_shows(opened: Opened, brief: Brief) -> None:
    labels = [
        found.get_attribute("aria-label") for found in opened.page.query_selector_all(".drawing[role=img]")
    ]
    assert [chart.alt for chart in charts(brief)] == labels


def test_the_page_never_scrolls_sideways(opened: Opened) -> None:
    wide = opened.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide[0] <= wide[1]


def test_no_two_labels_of_a_chart_overlap(opened: Opened) -> None:
    overlapping = """() => [...document.querySelectorAll('figure')].flatMap(figure => {
      const boxes = [...figure.querySelectorAll('.drawing svg text')].filter(t => t.textContent.trim()
        && t.getAttribute('opacity') !== '0')
        .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width && b.height);
      return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
                        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        .map(([other]) => `${figure.dataset.chart}: ${one} / ${other}`));
    })"""
    assert [] == opened.page.evaluate(overlapping)


def test_a_figure_leads_to_where_it_comes_from(opened: Opened) -> None:
    link = opened.page.locator("#options a.n").first
    target = str(link.get_attribute("href")).removeprefix("#")
    link.click()
    assert opened.page.locator(f"[id='{target}']").is_visible()
    assert "Id: option." in str(link.get_attribute("title"))


def test_the_page_is_accessible(opened: Opened) -> None:
    found = Axe().run(opened.page)
    assert [] == [
        (violation["id"], violation["nodes"][0]["html"]) for violation in found.response["violations"]
    ]


def test_without_script_everything_can_still_be_read(browser: Browser, file: Path, brief: Brief) -> None:
    made = Opened(browser, file, WIDE, script=False)
    assert len(list(charts(brief))) == made.page.locator(".drawing > svg").count()
    assert made.page.locator("#options").is_visible()
    made.context.close()
