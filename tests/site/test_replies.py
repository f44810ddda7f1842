"""Nations' replies as spreadsheets: shown before they enter, each nation's own rows alone."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cadre.mission_files import read_mission
from cadre.site.intake import Taken
from cadre.site.intake.replying import file_name, read_reply
from tests.site.made import NATION, OTHER, Site

SHEET = """\
Norland's offer of 1 February 2020
Poste;Effectif;Début;Fin;Situation
Formateur;3;03/02/2020;28/06/2020;promis
"""
TOLD = {"words": "role: Formateur = trainer", "order": "day-first"}


def sent(site: Site, who: str, text: str, told: Mapping[str, str] = TOLD, name: str = "reply.csv") -> Any:
    upload = SimpleUploadedFile(name, text.encode())
    path = f"/missions/{site.mission.key}/reply"
    return site.client(who).post(path, {"upload": upload, "do": "read", "base": "1", **told})


def entered(client: Client, site: Site, page: str, **told: str) -> Any:
    """Confirm what a page shows."""
    hidden = dict(re.findall(r'name="(base|name|content)" value="([^"]*)"', page))
    return client.post(f"/missions/{site.mission.key}/reply", hidden | {"do": "enter"} | TOLD | told)


def newest(site: Site) -> Any:
    return site.mission.revisions.order_by("-number")[0]


def test_a_reply_is_shown_as_it_is_read_and_enters_once_confirmed(site: Site) -> None:
    page = sent(site, "nation", SHEET).content.decode()
    for text in ("Effectif", "<code>people</code>", "own-team", "2020-02-03", "was 4", "Enter the reply"):
        assert text in page
    assert 1 == newest(site).number
    answer = entered(site.client("nation"), site, page)
    assert 302 == answer.status_code
    kept = newest(site)
    assert (2, "nation", "reply.csv", SHEET.encode()) == (
        kept.number,
        kept.author.name,
        kept.original_name,
        bytes(kept.original),
    )
    offer = kept.document["offers"]["own-team"]
    assert (3, "2020-02-03", "2020-06-28", "pledged") == tuple(
        offer[name] for name in ("people", "begins", "ends", "state")
    )
    said = kept.document["ledger"]["statements"][offer["basis"][0]]
    assert "official" == said["attribution"]


def read(taken: Taken, folder: Path, sheet: str, **asked: Any) -> Any:
    """Read a reply as the intake's process does, into a folder that holds the mission then."""
    mission = folder / "mission"
    mission.mkdir(exist_ok=True)
    for name, text in taken.files.items():
        (mission / name).write_text(text, "utf-8")
    (folder / "reply.csv").write_text(sheet, "utf-8")
    whole = {"told": TOLD, "nation": NATION, "today": "2020-02-01", "language": "en", "enter": True}
    return read_reply(mission, folder / "reply.csv", whole | asked)


def test_rows_of_other_parties_are_left_out_before_they_are_compared(taken: Taken, tmp_path: Path) -> None:
    rows = (
        f"{OTHER},trainer,9,2020-01-06,2020-12-31,pledged\n{NATION},trainer,7,2020-01-06,2020-12-31,pledged\n"
    )
    answer = read(taken, tmp_path, "party,role,people,begins,ends,state\n" + rows)
    assert (1, True) == (answer["left_out"], answer["entered"])
    assert "other-team" not in str(answer)
    offers = read_mission(tmp_path / "mission").offers
    assert (4, 7) == (offers["other-team"].people, offers["own-team"].people)


def test_words_that_a_planner_confirms_are_remembered_those_of_a_nation_are_not(
    taken: Taken, tmp_path: Path
) -> None:
    assert read(taken, tmp_path, SHEET)["entered"]
    assert "Formateur" not in (tmp_path / "mission" / "replies.yaml").read_text("utf-8")
    assert read(taken, tmp_path, SHEET.replace(";3;", ";2;"), nation="")["entered"]
    assert "Formateur: trainer" in (tmp_path / "mission" / "replies.yaml").read_text("utf-8")


def test_a_representatives_sheet_that_names_no_party_is_of_its_nation(taken: Taken, tmp_path: Path) -> None:
    answer = read(taken, tmp_path, SHEET.partition("\n")[2], enter=False)
    assert [(NATION, "changed")] == [(row["party"], row["what"]) for row in answer["rows"]]
    assert [] == answer["not_understood"]


def test_what_is_not_understood_is_told_by_its_cell(taken: Taken, tmp_path: Path) -> None:
    answer = read(taken, tmp_path, SHEET.replace("promis", "peut-être bien"), enter=False)
    assert ["E3"] == [one["cell"] for one in answer["not_understood"]]
    assert not answer["changes"]


def test_names_of_files_lead_nowhere() -> None:
    for name in ("../../etc/passwd", ".csv", "a" * 300 + ".csv", "reply.csv\x00.exe", "", "..", "/"):
        made = file_name(name)
        assert made == Path(made).name
        assert not made.startswith(".")
        assert 0 < len(made) <= 100
        assert "\x00" not in made


def test_what_is_no_reply_is_refused(site: Site) -> None:
    path = f"/missions/{site.mission.key}/reply"
    client = site.client("nation")
    for body in ({}, {"content": "!!"}, {"content": ""}):
        assert 400 == client.post(path, {"do": "enter", **body}).status_code
    assert 400 == sent(site, "nation", "x" * 700_000).status_code
    assert 400 == sent(site, "nation", "nothing", name="x.xlsx").status_code
    assert 1 == newest(site).number


def test_a_reply_that_others_overtook_is_shown_again(site: Site) -> None:
    other = {"base": "1", "do": "enter", "r0.id": "own-team", "r0.people": "5"}
    assert 302 == site.client("planner").post(f"/missions/{site.mission.key}/offers", other).status_code
    content = base64.b64encode(SHEET.encode()).decode()
    shown = {"base": "1", "do": "enter", "name": "reply.csv", "content": content, **TOLD}
    answer = site.client("nation").post(f"/missions/{site.mission.key}/reply", shown)
    assert 200 == answer.status_code
    assert "look at it once more" in answer.content.decode()
    assert 2 == newest(site).number
