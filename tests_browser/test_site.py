"""The site in a real browser, from the printed link on: as planner."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cadre.mission_files import read_mission, write_mission
from tests.mission_files.by_hand import write_folder

WIDTHS = {"wide": 1280, "phone": 390}
PASSWORD = "a long enough one"
SHOTS = Path(os.environ.get("CADRE_SHOTS", ".cache/shots"))
NET_SECONDS = 300
SERIOUS = ("serious", "critical")
PATIENT = 120_000
"""Milliseconds for what a busy machine does slowly."""


@dataclass
class Walker:
    """Somebody with a browser, and everything that it complained of or asked for."""

    context: BrowserContext
    base: str
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    @classmethod
    def at(cls, browser: Browser, base: str) -> Walker:
        context = browser.new_context(
            viewport={"width": WIDTHS["wide"], "height": 900}, accept_downloads=True
        )
        context.set_default_timeout(PATIENT)
        walker = cls(context, base)
        context.on("page", walker._listen)
        return walker

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.add(request.url))

    def open(self, path: str) -> Page:
        page = self.context.pages[0] if self.context.pages else self.context.new_page()
        page.goto(path if path.startswith("http") else self.base + path)
        return page

    def looked_at(self, name: str) -> None:
        """Take pictures, wide and as on a phone; nothing may run over the edge or bar anybody."""
        page = self.context.pages[0]
        SHOTS.mkdir(parents=True, exist_ok=True)
        for width, pixels in WIDTHS.items():
            page.set_viewport_size({"width": pixels, "height": 900})
            page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth") <= pixels, (name, width)
        found = Axe().run(page).response["violations"]
        assert [] == [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS]
        page.set_viewport_size({"width": WIDTHS["wide"], "height": 900})


@dataclass(frozen=True)
class Serving:
    """A site that runs, and the link that it printed."""

    base: str
    link: str
    folder: Path


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("site")
    write_mission(read_mission(write_folder(folder / "source")), folder / "school")
    command = [sys.executable, "-m", "cadre", "serve", "--port", "0", "--data", str(folder / "data")]
    command += ["--mission", str(folder / "school")]
    with (folder / "log.txt").open("wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"LANGUAGE": "en"})
    try:
        yield _ready(running, folder)
    finally:
        running.send_signal(signal.SIGINT)
        running.wait()


def _ready(running: subprocess.Popen[bytes], folder: Path) -> Serving:
    for _ in range(NET_SECONDS * 10):
        found = re.search(r"(http://[\d.:]+)(/link/\S+)", (folder / "log.txt").read_text())
        if found is not None:
            return Serving(found[1], found[2], folder)
        assert running.poll() is None, (folder / "log.txt").read_text()
        time.sleep(0.1)
    raise AssertionError("the site does not answer")


@pytest.fixture(scope="module")
def first(browser: Browser, serving: Serving) -> Iterator[Walker]:
    """Return the first person, logged in by the printed link."""
    walker = Walker.at(browser, serving.base)
    page = walker.open(serving.link)
    walker.looked_at("link")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set the password and log in").click()
    expect(page.get_by_role("heading", name="Missions")).to_be_visible()
    yield walker
    assert [] == walker.complaints
    assert {True} == {url.startswith(serving.base) for url in walker.asked}
    walker.context.close()


def mission_of(walker: Walker) -> str:
    page = walker.open("/missions")
    page.get_by_role("link", name="School").click()
    return page.url.removeprefix(walker.base)


def test_the_printed_link_works_once(first: Walker, serving: Serving, browser: Browser) -> None:
    other = Walker.at(browser, serving.base)
    expect(other.open(serving.link).get_by_role("heading", name="Not found")).to_be_visible()
    other.context.close()


def test_a_planner_sees_everything_in_three_languages(first: Walker) -> None:
    path = mission_of(first)
    for part in ("", "change", "revisions/", "revisions/1", "people", "audit", "studies/"):
        page = first.open(path + part)
        expect(page.locator("h1")).to_be_visible()
        first.looked_at(f"planner-{part.strip('/').replace('/', '-') or 'overview'}")
    for language, side in (("Français", "ltr"), ("العربية", "rtl")):
        page = first.open(path)
        page.get_by_role("button", name=language).click()
        assert side == page.locator("html").get_attribute("dir")
        first.looked_at(f"planner-{side}-{page.locator('html').get_attribute('lang')}")
    first.context.pages[0].get_by_role("button", name="English").click()
    for page_of_site in ("/people", "/account", "/missions/begin", "/missions"):
        first.open(page_of_site)
        first.looked_at(f"site-{page_of_site.strip('/').replace('/', '-')}")


def test_a_planner_changes_the_mission_and_who_was_overtaken_is_told(
    first: Walker, serving: Serving, tmp_path: Path
) -> None:
    path = mission_of(first)
    second = first.context.new_page()
    second.goto(f"{first.base}{path}change")
    page = first.open(f"{path}change")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a workbook").click()
    book = tmp_path / "school.xlsx"
    download.value.save_as(book)
    for one, comment in ((page, "read again from a workbook"), (second, "the other one")):
        one.get_by_label("Mission folder").set_input_files(book)
        one.get_by_label("Comment").fill(comment)
        one.get_by_role("button", name="Save as a new revision").click()
        heading = "Saved as revision 2" if one is page else "Somebody saved in between"
        expect(one.get_by_role("heading", name=heading)).to_be_visible(timeout=PATIENT)
    expect(first.open(f"{path}revisions/2").get_by_text("No difference")).to_be_visible()
    second.close()
    first.complaints[:] = [one for one in first.complaints if "409" not in one]


def test_faults_of_an_upload_are_told(first: Walker, tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"no archive")
    page = first.open(f"{mission_of(first)}change")
    page.get_by_label("Mission folder").set_input_files(tmp_path / "bad.zip")
    page.get_by_label("Comment").fill("bad")
    page.get_by_role("button", name="Save as a new revision").click()
    expect(page.get_by_role("alert")).to_contain_text("no zip archive")
    first.looked_at("faults")
    first.complaints[:] = [one for one in first.complaints if "400" not in one]


# ---- requirement, offers, replies, parts: as planner, nation, reporter, reader and stranger

ROLES = {"nation": "nation", "reporter": "reporter", "reader": "reader", "stranger": ""}
"""Log-in names and the role in the mission that each gets; a stranger has none."""
OF_MISSION = (
    "requirement",
    "offers",
    "offers/first",
    "reply",
    "parts",
    "parts/courses",
    "parts/settings?row=mission",
)
ALLOWED = {
    "nation": {"requirement", "offers", "offers/first", "reply"},
    "reporter": {"requirement"},
    "reader": {"requirement"},
    "stranger": set[str](),
}
ROWS = "trainer\t3\t2020-02-03\t2020-06-28\tpledged\ntrainer\t2\t1/3/2020\t2020-06-28\tarrived\n"


@pytest.fixture(scope="module")
def others(browser: Browser, serving: Serving, first: Walker) -> Iterator[dict[str, Walker]]:
    """Return everybody else, added and given roles on pages, each logged in by a link of their own."""
    walkers = {name: _added(browser, serving, first, name) for name in ROLES}
    path = mission_of(first)
    for name, role in ROLES.items():
        if role:
            page = first.open(f"{path}people")
            page.get_by_label("Name").fill(name)
            page.locator("select[name=role]").select_option(role)
            page.locator("select[name=nation]").select_option("ally" if role == "nation" else "")
            page.get_by_role("button", name="Give a role").click()
            expect(page.get_by_role("cell", name=name).first).to_be_visible()
    yield walkers
    for walker in walkers.values():
        assert [] == [one for one in walker.complaints if "404" not in one]
        assert {True} == {url.startswith(serving.base) for url in walker.asked}
        walker.context.close()


def _added(browser: Browser, serving: Serving, first: Walker, name: str) -> Walker:
    page = first.open("/people")
    page.locator("main").get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Full name").fill(name.capitalize())
    page.get_by_role("button", name="Add a person").click()
    link = page.locator("section.done code").inner_text()
    walker = Walker.at(browser, serving.base)
    new = walker.open(link)
    new.get_by_label("New password").fill(PASSWORD)
    new.get_by_label("The same again").fill(PASSWORD)
    new.get_by_role("button", name="Set the password and log in").click()
    expect(new.get_by_role("heading", name="Missions")).to_be_visible()
    return walker


def tab_to(page: Page, selector: str) -> None:
    """Go to something by Tab alone."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_everybody_finds_their_pages_and_no_other(first: Walker, others: dict[str, Walker]) -> None:
    path = mission_of(first)
    for name, walker in others.items():
        found = set()
        for part in OF_MISSION:
            page = walker.open(path + part)
            if page.get_by_role("heading", name="Not found").count() == 0:
                found.add(part)
                walker.looked_at(f"{name}-{part.replace('/', '-').partition('?')[0]}")
        assert ALLOWED[name] == found, name
    for part in OF_MISSION:
        first.open(path + part)
        first.looked_at(f"planner-{part.replace('/', '-').partition('?')[0]}")


def test_a_nation_changes_and_enters_offers_by_keyboard_alone(
    first: Walker, others: dict[str, Walker]
) -> None:
    page = others["nation"].open(f"{mission_of(first)}offers")
    tab_to(page, "[name='r0.people']")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    assert "r1.people" == page.evaluate("document.activeElement.name")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Alt+ArrowRight")
    assert "r0.begins" == page.evaluate("document.activeElement.name")
    tab_to(page, "button[value=check]")
    page.keyboard.press("Enter")
    expect(page.get_by_text("was 4")).to_be_visible()
    others["nation"].looked_at("nation-preview")
    tab_to(page, "button[value=enter]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Saved as revision")
    assert "5" == page.locator("[name='r0.people']").input_value()


def test_rows_of_a_spreadsheet_are_pasted_and_shown_with_their_faults(
    first: Walker, others: dict[str, Walker]
) -> None:
    walker, path = others["nation"], mission_of(first)
    walker.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = walker.open(f"{path}offers")
    page.get_by_role("button", name="العربية").click()
    page.locator("tr[data-blank] input.c-role").first.focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", ROWS * 3)
    page.keyboard.press("Control+V")
    assert (
        6
        == page.locator("input.c-role").evaluate_all(
            "all => all.filter(one => one.value === 'trainer').length"
        )
        - 1
    )
    walker.looked_at("nation-pasted-ar")
    page.locator("button[value=check]").click()
    assert 3 == page.locator("input.c-begins[aria-invalid=true]").count()
    assert 0 == page.locator("button[value=enter]").count()
    walker.looked_at("nation-preview-ar")
    page.goto(f"{first.base}{path}offers")
    page.locator("textarea[name=pasted]").fill("".join(f"\t{row}\n" for row in ROWS.splitlines()))
    page.locator("button[value=paste]").click()
    assert 1 == page.locator("input.c-begins[aria-invalid=true]").count()
    page.get_by_role("button", name="English").click()


def test_a_planner_changes_a_field_by_keyboard_and_sees_its_range_and_its_faults(first: Walker) -> None:
    path = mission_of(first)
    page = first.open(f"{path}parts/courses?row=courses/basic")
    tab_to(page, "[id='f.passes']")
    page.keyboard.type("min 70%; likely 60%; max 90%")
    tab_to(page, "button[value=save]")
    page.keyboard.press("Enter")
    expect(page.locator("[id='f.passes-told']")).to_be_visible()
    first.looked_at("planner-form-faults")
    page.locator("[id='f.passes']").fill("min 70%; likely 80%; max 90%; basis A1")
    assert 1 == page.locator("[id='f.passes'] + svg polygon").count()
    page.get_by_role("button", name="Save as a new revision").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved as revision")
    first.looked_at("planner-form-saved")
    first.complaints[:] = [one for one in first.complaints if "400" not in one]


def test_a_reply_is_read_and_entered(first: Walker, others: dict[str, Walker], tmp_path: Path) -> None:
    walker = others["nation"]
    (tmp_path / "reply.csv").write_text(
        "Poste;Effectif;Début;Fin;Situation\nTrainer;2;03/08/2020;28/11/2020;promis\n", "utf-8"
    )
    page = walker.open(f"{mission_of(first)}reply")
    page.get_by_label("Spreadsheet").set_input_files(tmp_path / "reply.csv")
    page.get_by_label("Days such as").select_option("day-first")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("button", name="Enter the reply")).to_be_visible(timeout=PATIENT)
    walker.looked_at("nation-reply")
    page.get_by_role("button", name="Enter the reply").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved as revision", timeout=PATIENT)
