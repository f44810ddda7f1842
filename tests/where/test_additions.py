"""Additions made in a copy as docs/where.md says: a chart, a tail rule, a language, a reason.

A criterion is added in tests/test_criteria.py, a course rule in test_course_rule.py.
"""

from __future__ import annotations

from pathlib import Path

from cadre.words import LANGUAGES, has_area
from tests.where.house import ROOT, House

CHART = '''
"""Length of the foreign presence, a bar for each option."""

import altair as alt

from cadre.brief.charts.theme import Rows, specification
from cadre.brief.content import Chart
from cadre.brief.view import StudyView


def presence_chart(view: StudyView) -> Chart:
    rows, spreads = Rows(), view.study.comparison.spreads
    values = [{"option": o.letter, "years": spreads[o.id]["years"].median} for o in view.options]
    drawn = alt.Chart(rows(values)).mark_bar().encode(x="years:Q", y="option:N")
    told = ", ".join(f"{value['option']} {value['years']:.1f}" for value in values)
    alt_text, spec = f"How long each stays: {told}", specification(drawn, rows, view.formats)
    return Chart("presence", "How long", alt_text, spec)
'''
SECTION = '''
"""How long each option stays."""

from cadre.brief.charts.presence import presence_chart
from cadre.brief.content import Section
from cadre.brief.context import Context


def presence_section(context: Context) -> Section:
    return Section("presence", "How long each stays", (presence_chart(context.view),))
'''
PLANNED = """
from dataclasses import replace
from pathlib import Path
from cadre.mission_files import read_mission
from cadre.options import options
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from tests.mission_files.by_hand import OFFERS, write_folder

folder = write_folder(Path("school"))
(folder / "offers.csv").write_text(OFFERS + "second,ally,trainer,8,2020-01-06,2020-12-31,confirmed,\\n")
school = read_mission(folder)

def planned(changes):
    mission = school.changed(changes)
    option = next(o for o in options(mission) if o.id == "many.none")
    return plan_option(option, Settings(1, 10, 30.0, 1)).need

def by_rotation(need, reason):
    return [sum(p.people for p in need.posts if p.reason == reason and p.rotation == r) for r in (0, 1)]
"""
REASON = '''

@dataclass(frozen=True, slots=True)
class RainySeason(Reason):
    """It rains."""

    lost: Units
'''
FULL = """
    full: PeopleCount | None = Field(None, ge=1, description="People counted in full for each post")"""
FULLS = """
        if self.full is not None:
            return math.floor(counted / self.full + ROUNDING)"""


def test_a_chart_is_a_file_with_a_function_and_the_section_that_shows_it(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    house.write("cadre/brief/charts/presence.py", CHART)
    house.write("cadre/brief/annexes/presence.py", SECTION)
    house.change(
        "cadre/brief/compose.py",
        old="\nPAGES = (",
        new="\nfrom cadre.brief.annexes.presence import presence_section\n\nPAGES = (",
    )
    house.put(
        "cadre/brief/compose.py",
        after="\nBESIDE = ((options_section, offers_section",
        text=", presence_section",
    )
    house.run(
        """
import io, zipfile
from cadre.brief.writing import files_of
from tests.brief import by_hand

files = files_of(by_hand.study())
assert b"How long each stays: 0 " in files["brief.html"]
word = zipfile.ZipFile(io.BytesIO(files["brief.docx"])).read("word/document.xml").decode()
assert "How long each stays: 0 " in word
assert files["brief.pdf"].startswith(b"%PDF")
"""
    )


def test_a_tail_rule_of_a_form_that_exists_is_a_row_of_the_mission(tmp_path: Path) -> None:
    House(tmp_path / "house").run(
        PLANNED
        + """
found = {}
for form in ({"one_per": 2}, {"ratio": 1}, {"fixed": 7}, {"step": {"up_to_1": 1, "above": 3}}):
    need = planned({"support.porters": {"role": "guard", "of": ["instructors"], **form}})
    taught, porters = by_rotation(need, "instructors")[0], by_rotation(need, "support:porters")[0]
    found[next(iter(form))] = taught, porters
wanted = {"one_per": lambda taught: -(-taught // 2), "ratio": int, "fixed": lambda _: 7, "step": lambda _: 3}
assert all(taught > 1 and porters == wanted[form](taught) for form, (taught, porters) in found.items()), found
assert any(porters != taught for taught, porters in found.values()), found
"""
    )


def test_a_new_form_of_tail_rule_stands_in_the_rule_and_in_the_family(tmp_path: Path) -> None:
    house, people = House(tmp_path / "house"), "cadre/mission/people.py"
    house.put(people, after='"Posts for each person counted")', text=FULL)
    house.change(
        people,
        old='("one_per", "ratio", "step", "fixed")',
        new='("one_per", "ratio", "step", "fixed", "full")',
    )
    house.change(people, old="(self.ratio or 0.0)", new="(1 / self.full if self.full else self.ratio or 0.0)")
    counted = (
        '        """Return the posts for what is counted, rounded up."""\n        if self.step is not None:'
    )
    house.change(people, old=counted, new=f"{FULLS}\n        if self.step is not None:")
    house.change(
        "cadre/programme/support.py",
        old="lower=rule.rate * constant - excused",
        new="lower=rule.rate * constant - (1 - 1 / rule.full if rule.full else 0) - excused",
    )
    house.run(
        PLANNED
        + """
need = planned({"support.porters": {"role": "guard", "of": ["instructors"], "full": 2}})
pairs = zip(by_rotation(need, "instructors"), by_rotation(need, "support:porters"), strict=True)
for taught, porters in pairs:
    assert porters == taught // 2, (taught, porters)
assert taught % 2, "rounded down nothing"
"""
    )


def test_a_language_is_its_letters_and_its_messages(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    source = house.folder / "cadre" / "words" / "locales"
    for file in (source / "en").glob("*.ftl"):
        text = file.read_text("utf-8").replace(
            "\ntitle = What is asked, and what is to be decided when", "\ntitle = Was verlangt ist"
        )
        house.write(f"cadre/words/locales/de/{file.name}", text)
    languages = "cadre/words/languages.py"
    house.change(languages, old='\nLanguage = Literal["en", ', new='\nLanguage = Literal["en", "de", ')
    house.change(languages, old='{"en": "en-GB", ', new='{"en": "en-GB", "de": "de-DE", ')
    house.change(
        "cadre/mission/header.py", old='language: Literal["en", ', new='language: Literal["en", "de", '
    )
    house.run(
        """
from pathlib import Path
import pytest
from cadre.brief.compose import compose, read
from cadre.cli import run
from tests.brief import by_hand
from tests.mission_files.by_hand import write_folder

brief = compose(read(by_hand.study(), language="de"))
assert "Was verlangt ist" in {section.title for page in brief.pages for section in page}
assert run(["check", str(write_folder(Path("school"))), "--language", "de"]) == 0
assert pytest.main(["-q", "-p", "no:cacheprovider", "tests/words/test_catalogue.py"]) == 0
"""
    )


def test_a_reason_is_a_class_and_its_message_in_each_language(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    house.add("cadre/reasons/programme.py", REASON)
    for language in (one for one in LANGUAGES if has_area(one, "reasons-programme")):
        said = "rainy-season = rain takes { $lost }\n    .lost = what rain takes\n"
        house.add(f"cadre/words/locales/{language}/reasons-programme.ftl", said)
    house.run(
        """
import pytest
from cadre.reasons import plain
from cadre.reasons.base import from_plain
from cadre.reasons.programme import RainySeason
from cadre.words import Catalogue, Formats
from cadre.words.reasons import Plainly, in_words
from tests.brief import by_hand

reason, formats = RainySeason(3.0), Formats(Catalogue("fr"))
assert in_words(reason, formats, Plainly(formats, by_hand.mission())) == "rain takes 3"
assert plain(reason) == {"kind": "programme.rainy-season", "lost": 3.0}
assert reason == from_plain(plain(reason))
tests = ["tests/words/test_catalogue.py", "tests/words/test_reasons.py"]
assert pytest.main(["-q", "-p", "no:cacheprovider", *tests]) == 0
"""
    )


def test_the_page_names_what_these_tests_add() -> None:
    page = (ROOT / "docs" / "where.md").read_text("utf-8")
    for kind in ("criterion", "chart", "course rule", "tail rule", "language", "reason"):
        assert f"| **a {kind}**" in page
