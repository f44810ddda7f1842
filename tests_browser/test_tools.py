"""What a reader does with the page: filters, two options side by side, keyboard, phone; its strict policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cadre.brief.content import Brief
from tests_browser.test_brief import LIVE, NARROW, WIDE, Opened, brief, file

__all__ = ["brief", "file"]
PHONE = 390


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    made = Opened(browser, file, WIDE)
    yield made
    made.context.close()


@pytest.fixture
def page(opened: Opened) -> Page:
    return opened.page


def heads(page: Page, table: str) -> list[str]:
    """Return the headings of a table that can be seen."""
    return [head.inner_text() for head in page.locator(f"#{table} thead th").all() if head.is_visible()]


def test_an_option_left_out_leaves_its_columns_rows_charts_and_sections(page: Page) -> None:
    before = heads(page, "t-targets")
    assert "Option B" in before
    page.locator("#tools input[value=B]").uncheck()
    assert [head for head in before if head != "Option B"] == heads(page, "t-targets")
    assert page.locator("main [data-option=B]:visible").count() == 0
    assert page.locator("main [data-option=A]:visible").count() > 0
    assert page.locator("#c-timetable-b").is_hidden()
    assert page.locator("#tools [role=status]").inner_text()
    page.locator("#tools button[type=reset]").click()
    page.wait_for_function("document.querySelectorAll('main [data-option=B][hidden]').length === 0")
    assert before == heads(page, "t-targets")


def test_every_cell_of_a_column_goes_with_its_heading(page: Page) -> None:
    page.locator("#tools input[value=A]").uncheck()
    uneven = page.evaluate("""() => [...document.querySelectorAll('main table')].filter(table => {
      const rows = [...table.rows].filter(row => !row.hidden);
      const seen = rows.map(row => [...row.cells].map(cell => cell.hidden).join());
      return new Set(seen).size > 1; }).map(table => table.id)""")
    assert [] == uneven


def test_a_criterion_leaves_the_others_out(page: Page) -> None:
    page.locator("#tools select[name=criterion]").select_option("cost")
    assert page.locator("main [data-criterion=cost]:visible").count() > 0
    assert page.locator("main [data-criterion=outcome]:visible").count() == 0
    assert page.locator("main [data-criterion=lasting]:visible").count() == 0
    assert page.locator("#t-glance").is_visible()


def test_two_options_stand_side_by_side_with_what_each_yields(page: Page, brief: Brief) -> None:
    page.locator("#tools button[name=pair]").click()
    page.locator("#tools select[name=first]").select_option("A")
    page.locator("#tools select[name=second]").select_option("C")
    rows = page.locator("#pair tbody tr")
    assert list(brief.compared.criteria.values()) == [row.locator("th").inner_text() for row in rows.all()]
    for row, (_, yields) in zip(rows.all(), brief.compared.yields.items(), strict=True):
        assert [yields["A"], yields["C"]] == [cell.inner_text() for cell in row.locator("td").all()]
    assert ["A", "C"] == [head.inner_text() for head in page.locator("#pair thead th").all()][1:]


def test_options_that_the_plans_do_not_tell_apart_are_said_to_be_so(page: Page, brief: Brief) -> None:
    page.locator("#tools button[name=pair]").click()
    for one, other in (("A", "B"), ("B", "A"), ("A", "C")):
        page.locator("#tools select[name=first]").select_option(one)
        page.locator("#tools select[name=second]").select_option(other)
        said = page.locator("#alike").inner_text()
        assert bool(said) == (tuple(sorted((one, other))) in brief.compared.alike)


def test_everything_works_from_the_keyboard(page: Page) -> None:
    page.locator("#tools input[value=B]").focus()
    page.keyboard.press("Space")
    assert page.locator("main [data-option=B]:visible").count() == 0
    page.locator("#tools button[name=pair]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#pair").is_visible()
    assert "true" == page.locator("#tools button[name=pair]").get_attribute("aria-expanded")


def test_the_keyboard_is_told_what_a_number_is(page: Page) -> None:
    page.locator("#tools button[type=reset]").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.n')"):
            break
    about = page.evaluate("document.activeElement.title")
    assert "Id: " in about
    assert about == page.locator("#tip").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_the_policy_is_strict_and_nothing_breaks_it(browser: Browser, file: Path, brief: Brief) -> None:
    made = Opened(browser, file, WIDE)
    policy = str(made.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content"))
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert "unsafe-inline" not in policy.replace("style-src-attr 'unsafe-inline'", "")
    assert "unsafe-eval" not in policy
    assert made.page.evaluate("""() => [...document.querySelectorAll('*')].every(element =>
      [...element.attributes].every(attribute => !attribute.name.startsWith('on')))""")
    made.page.wait_for_selector(LIVE, timeout=60_000)
    made.page.locator("#tools button[name=pair]").click()
    made.page.locator("#tools input[value=A]").uncheck()
    made.page.locator(f"{LIVE} svg").first.hover()
    assert [] == made.complaints
    made.context.close()


def test_a_script_that_is_not_the_page_s_own_does_not_run(
    browser: Browser, file: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "brief.html"
    spoilt.write_text(
        file.read_text("utf-8").replace("</body>", "<script>window.spoilt = 1</script></body>"), "utf-8"
    )
    made = Opened(browser, spoilt, WIDE)
    assert made.page.evaluate("window.spoilt === undefined")
    assert any("Content Security Policy" in complaint for complaint in made.complaints)
    made.context.close()


def test_on_a_phone_what_goes_on_sideways_says_so_and_nothing_is_cut(browser: Browser, file: Path) -> None:
    made = Opened(browser, file, PHONE)
    made.page.wait_for_selector(LIVE, timeout=60_000)
    made.page.wait_for_timeout(500)
    unsaid = made.page.evaluate("""() => [...document.querySelectorAll('.scroll')]
      .filter(box => box.scrollWidth > box.clientWidth + 2 && !box.dataset.more).map(box => box.ariaLabel)""")
    assert [] == unsaid
    assert made.page.locator(".scroll[data-more]").count() > 0
    wide, shown = made.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= shown
    cut = made.page.evaluate("""() => [...document.querySelectorAll('main p, main li, main h2, #tools *')]
      .filter(text => text.getBoundingClientRect().right > innerWidth + 1 && !text.closest('.scroll')
        && text.getBoundingClientRect().width).map(text => text.textContent.slice(0, 40))""")
    assert [] == cut
    box = made.page.locator(".scroll[data-more]").first.element_handle()
    box.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    made.page.wait_for_function("box => !box.dataset.more", arg=box)
    made.context.close()


def test_without_script_there_are_no_tools_and_nothing_is_left_out(browser: Browser, file: Path) -> None:
    made = Opened(browser, file, NARROW, script=False)
    assert made.page.locator("#tools").is_hidden()
    assert 0 == made.page.locator("main [hidden]").count()
    made.context.close()


def test_in_print_tools_are_left_out(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#tools").is_hidden()
    assert opened.page.locator("#t-glance").is_visible()
