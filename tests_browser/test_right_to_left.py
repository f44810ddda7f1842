"""The brief in Arabic as a reader opens it: right to left, wide and narrow, nothing beyond the edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cadre.brief.charts.draw import svg_of
from cadre.brief.compose import compose, read
from cadre.brief.content import charts
from cadre.brief.render.html import html_of
from cadre.brief.render.runs import laid_out
from tests.brief import by_hand
from tests_browser.test_brief import LIVE, Opened


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    brief = compose(read(by_hand.study(), None, "ar"))
    made = tmp_path_factory.mktemp("out") / "brief.html"
    drawn = {chart.id: svg_of(chart) for chart in charts(brief)}
    made.write_text(html_of(laid_out(brief), drawn), "utf-8")
    return made


@pytest.fixture(scope="module", params=[1280, 390])
def opened(request: pytest.FixtureRequest, browser: Browser, arabic: Path) -> Iterator[Opened]:
    made = Opened(browser, arabic, request.param)
    made.page.wait_for_selector(f"#ends {LIVE}", timeout=60_000)
    yield made
    made.context.close()


def test_the_page_never_scrolls_sideways(opened: Opened) -> None:
    wide, shown = opened.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= shown


def test_arabic_begins_at_the_right_and_english_in_it_reads_from_the_left(opened: Opened) -> None:
    heading, first = opened.page.evaluate("""() => {
      const section = document.querySelector('#decision'), range = document.createRange();
      range.selectNodeContents(section.querySelector('h2'));
      const text = range.getBoundingClientRect(), box = section.getBoundingClientRect();
      return [Math.abs(text.right - box.right), text.left - box.left]; }""")
    assert heading < 2 < first
    order = opened.page.evaluate("""() => {
      const heads = [...document.querySelectorAll('#t-options thead th')];
      const left = heads.map(head => head.getBoundingClientRect().left);
      return [left[0] > left[1], left[1] > left[2]]; }""")
    assert [True, True] == order
    isolated = opened.page.locator("#decision bdi[dir=ltr]").first
    assert "ltr" == isolated.evaluate("element => getComputedStyle(element).direction")
    assert "isolate" == isolated.evaluate("element => getComputedStyle(element).unicodeBidi")


def test_a_sign_of_a_name_stands_to_its_right(opened: Opened) -> None:
    """The question mark of an English question is behind it, not before it."""
    place = opened.page.evaluate("""() => {
      const asked = [...document.querySelectorAll('#t-unknown tbody th')];
      const cell = asked.find(th => th.textContent.endsWith('?'));
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT); let node, last;
      while ((node = walker.nextNode())) last = node;
      const at = (from, to) => { const r = document.createRange(); r.setStart(last, from); r.setEnd(last, to);
        return r.getBoundingClientRect(); };
      const n = last.textContent.length; return [at(n - 2, n - 1).left, at(n - 1, n).left]; }""")
    assert place[0] < place[1]


def test_charts_keep_inside_their_figures_and_no_labels_overlap(opened: Opened) -> None:
    overlapping = """() => [...document.querySelectorAll('#ends figure')].flatMap(figure => {
      const boxes = [...figure.querySelectorAll('.drawing svg text')].filter(t => t.textContent.trim()
        && t.getAttribute('opacity') !== '0')
        .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width && b.height);
      return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
                        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        .map(([other]) => `${one} / ${other}`));
    })"""
    assert [] == opened.page.evaluate(overlapping)


def test_nothing_complains(opened: Opened) -> None:
    assert [] == opened.complaints
