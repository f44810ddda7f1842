"""Offers in the grid: seen and changed by whom they are of, previewed row by row, entered as a revision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from cadre.site.audit.chain import check
from cadre.site.audit.models import AuditEntry
from cadre.site.editing.checking import checked, taken_of
from cadre.site.editing.pasting import ROWS_AT_MOST, pasted
from cadre.site.missions.models import OfferStep
from cadre.site.missions.saving import Change, save_revision
from tests.site.made import NATION, NOW, OTHER, SECRETS, Site

OWN = {"role": "trainer", "people": "4", "begins": "2020-01-06", "ends": "2020-12-31", "state": "pledged"}
HEADS = "role\tpeople\tbegins\tends\tstate\n"


def form(*rows: Mapping[str, str], base: int = 1, do: str = "check", **more: str) -> dict[str, str]:
    """Return what a browser sends for rows of the grid; `id` names the offer."""
    cells = {f"r{n}.{name}": text for n, row in enumerate(rows) for name, text in row.items()}
    return {"base": str(base), "do": do, **cells, **more}


def asked(site: Site, who: str, sent: Mapping[str, str]) -> tuple[int, str]:
    answer = site.client(who).post(f"/missions/{site.mission.key}/offers", sent)
    return answer.status_code, answer.content.decode()


def offers(site: Site) -> Mapping[str, Any]:
    newest = site.mission.revisions.order_by("-number")[0]
    found: Mapping[str, Any] = newest.document["offers"]
    return found


def number(site: Site) -> int:
    site.mission.refresh_from_db()
    return int(site.mission.newest)


def told(page: str) -> list[str]:
    return re.findall(r'class="fault"[^>]*>([^<]*)<', page)


def test_a_nation_changes_its_offer_and_who_said_what_when_is_kept(site: Site) -> None:
    row = OWN | {"id": "own-team", "people": "5", "state": "confirmed"}
    status, page = asked(site, "nation", form(row))
    assert (200, 1) == (status, number(site))
    assert "was 4" in page
    assert "Enter 1 row" in page
    status, _ = asked(site, "nation", form(row, do="enter", comment="one more"))
    assert (302, 2) == (status, number(site))
    changed = offers(site)["own-team"]
    assert (5, "confirmed", NATION) == (changed["people"], changed["state"], changed["party"])
    kept = site.mission.revisions.get(number=2)
    assert ("nation", "one more") == (kept.author.name, kept.comment)
    assert AuditEntry.objects.filter(mission=site.mission.key, did="saved", by="nation").count() == 1
    assert check().broken_at is None
    steps = OfferStep.objects.filter(mission=site.mission, offer="own-team").order_by("pk")
    assert [("pledged", 1, "planner"), ("confirmed", 2, "nation")] == [
        (one.state, one.revision, one.by.name) for one in steps
    ]
    history = site.client("nation").get(f"/missions/{site.mission.key}/offers/own-team").content.decode()
    assert "confirmed" in history
    assert "Nation" in history


def test_a_nation_enters_and_withdraws_offers_of_its_own_alone(site: Site) -> None:
    status, _ = asked(
        site,
        "nation",
        form(OWN | {"people": "2", "party": OTHER}, {"id": "own-team", "gone": "yes"}, do="enter"),
    )
    assert 302 == status
    assert {"norland-trainer", "other-team"} == set(offers(site))
    assert NATION == offers(site)["norland-trainer"]["party"]
    withdrawn = OfferStep.objects.get(mission=site.mission, offer="own-team", revision=2)
    assert ("", NATION) == (withdrawn.state, withdrawn.party)


@pytest.mark.parametrize("do", ["check", "enter"])
def test_an_offer_of_others_answers_like_one_that_is_not_there(site: Site, do: str) -> None:
    for sent in ({"people": "9"}, {"gone": "yes"}, dict(OWN)):
        answers = [
            asked(site, "nation", form(sent | {"id": key}, do=do)) for key in ("other-team", "never-there")
        ]
        (status, page), (status_missing, missing) = answers
        assert status == status_missing == (400 if do == "enter" else 200)
        assert told(page) == [one.replace("never-there", "other-team") for one in told(missing)]
        assert len(told(page)) == 1
    assert 1 == number(site)
    client = site.client("nation")
    for path in ("other-team", "never-there"):
        assert 404 == client.get(f"/missions/{site.mission.key}/offers/{path}").status_code


def test_a_nation_sees_neither_others_nor_what_planners_think_of_it(site: Site) -> None:
    client = site.client("nation")
    pages = [client.get(f"/missions/{site.mission.key}/offers").content.decode()]
    pages.append(asked(site, "nation", form(OWN | {"id": "own-team", "people": "x"}))[1])
    pages.append(asked(site, "nation", form(OWN | {"role": "nobody"}))[1])
    pages.append(asked(site, "nation", form(OWN | {"id": "own-team", "people": "5"}))[1])
    assert "ledger" in asked(site, "planner", form({"id": "own-team", "people": "5"}))[1], (
        "a number without basis"
    )
    assert "ledger" not in pages[-1]
    for page in pages:
        assert {False} == {
            secret in page for secret in (*SECRETS, OTHER, "Suderland", "honoured", "basis", "50%")
        }
    status, _ = asked(site, "nation", form({"id": "own-team", "honoured": "100%", "people": "5"}, do="enter"))
    assert 302 == status
    assert 0.5 == offers(site)["own-team"]["honoured"]


def test_what_rests_on_an_offer_is_told_to_planners_alone(site: Site) -> None:
    """A lever that sets an offer's people: the offer cannot be withdrawn, and a nation is not told why."""
    text = site.mission.revisions.get(number=1).document
    assert "levers" in text
    document = dict(text)
    document["levers"] = {
        **text["levers"],
        "hidden-lever": {"choices": {"a": {}, "b": {"set": {"offers.own-team.people": 2}}}},
    }
    read = checked(document).read
    assert read is not None
    save_revision(
        site.mission,
        Change(taken_of(read, site.taken.files), site.people["planner"], "lever"),
        base=1,
        now=NOW,
    )
    gone = form({"id": "own-team", "gone": "yes"}, base=2, do="enter")
    status, page = asked(site, "nation", gone)
    assert 400 == status
    assert "hidden-lever" not in page
    assert "Ask the planners" in page
    assert "hidden-lever" in asked(site, "planner", gone)[1]
    assert 2 == number(site)


def test_faults_stand_at_their_cells_and_nothing_enters(site: Site) -> None:
    row = OWN | {"people": "many", "begins": "01/03/2020", "state": "perhaps"}
    status, page = asked(site, "nation", form(row, do="enter"))
    assert (400, 1) == (status, number(site))
    for column in ("people", "begins", "state"):
        assert f'name="r0.{column}"' in page
        assert f'aria-describedby="r0.{column}-told"' in page
    assert "write 2020-01-03 or 2020-03-01" in page
    assert 3 == len(told(page))


def test_edits_of_two_people_go_together_where_their_cells_differ(site: Site) -> None:
    asked(site, "planner", form({"id": "own-team", "honoured": "70%"}, do="enter"))
    status, _ = asked(site, "nation", form(OWN | {"id": "own-team", "people": "6"}, base=1, do="enter"))
    assert (302, 3) == (status, number(site))
    both = offers(site)["own-team"]
    assert (6, 0.7) == (both["people"], both["honoured"])


def test_whoever_changes_what_another_changed_is_told_and_asked_again(site: Site) -> None:
    asked(site, "planner", form({"id": "own-team", "people": "3", "state": "confirmed"}, do="enter"))
    status, page = asked(site, "nation", form(OWN | {"id": "own-team", "people": "6"}, base=1, do="enter"))
    assert (400, 2) == (status, number(site))
    assert re.search("now it is: .?3", page)
    assert 'name="base" value="2"' in page
    assert re.search(r'<option value="confirmed" selected', page), (
        "what the nation left alone is as others have it"
    )
    again = OWN | {"id": "own-team", "people": "6", "state": "confirmed"}
    assert 302 == asked(site, "nation", form(again, base=2, do="enter"))[0]
    assert (6, "confirmed") == (offers(site)["own-team"]["people"], offers(site)["own-team"]["state"])


def test_who_changes_what_another_withdrew_is_told(site: Site) -> None:
    asked(site, "planner", form({"id": "own-team", "gone": "yes"}, do="enter"))
    status, page = asked(site, "nation", form(OWN | {"id": "own-team", "people": "6"}, base=1, do="enter"))
    assert (400, 2) == (status, number(site))
    assert "withdrew this offer meanwhile" in page


def test_pasted_rows_are_all_shown_before_any_enters(site: Site) -> None:
    rows = (
        HEADS + "Trainer\t3\t2020-02-03\t2020-06-28\tpledged\n" + "trainer\t2\t2020-02-03\tsoon\tpledged\t!\n"
    )
    status, page = asked(site, "nation", {"base": "1", "do": "paste", "pasted": rows})
    assert (200, 1) == (status, number(site))
    assert "norland-trainer</bdi>" in page
    assert "norland-trainer-2</bdi>" in page
    assert 1 == len(told(page))
    assert "cells than there are columns" in page
    assert "Enter 2 rows" not in page


def test_too_many_pasted_rows_are_refused_with_their_count(site: Site) -> None:
    rows = HEADS + "trainer\t1\t2020-02-03\t2020-06-28\tpledged\n" * (ROWS_AT_MOST + 1)
    page = asked(site, "nation", {"base": "1", "do": "paste", "pasted": rows})[1]
    assert f"{ROWS_AT_MOST + 1}" in page
    assert "None was taken" in page


def test_pasted_cells_keep_their_text_and_none_is_dropped() -> None:
    names = {"id": "Offer", "role": "Post", "people": "People"}
    found = pasted('\ttrainer\t007\r\nx\t"two\nlines"\t1,5\r\n\r\n', names)
    assert [("", {"role": "trainer", "people": "007"}), ("x", {"role": "two\nlines", "people": "1,5"})] == [
        (row.key, row.cells) for row in found.rows
    ]
    headed = pasted("people\tposte\tPOST\n2\tx\ty\n", names)
    assert ("poste",) == headed.unknown
    assert {"people": "2", "role": "y"} == headed.rows[0].cells
    assert (1,) == pasted("a\tb\tc\td\n", names).too_long


def test_a_planner_enters_offers_of_every_nation_and_sees_all_columns(site: Site) -> None:
    rows = (
        OWN | {"party": "Suderland", "honoured": "min 20%; likely 40%; max 60%"},
        {"id": "other-team", "gone": "yes"},
    )
    assert 302 == asked(site, "planner", form(*rows, do="enter"))[0]
    assert {"own-team", "suderland-trainer"} == set(offers(site))
    assert {"min": 0.2, "likely": 0.4, "max": 0.6} == offers(site)["suderland-trainer"]["honoured"]


def test_what_a_row_holds_is_never_read_as_code_and_is_bounded(site: Site) -> None:
    evil = "<script>alert(1)</script>"
    page = asked(site, "planner", form({"id": evil, **{name: evil for name in OWN}}, base=1))[1]
    assert "<script>alert" not in page
    bomb = "{a: &a [x, x], b: &b [*a, *a, *a], c: &c [*b, *b, *b], d: [*c, *c, *c]}"
    status, page = asked(site, "planner", form(OWN | {"honoured": bomb, "only_if": "[" * 500}, do="enter"))
    assert (400, 1) == (status, number(site))
    assert told(page)


def test_a_base_that_is_none_is_the_newest(site: Site) -> None:
    for base in ("", "0", "99", "-1", "x", "9" * 30, "٣"):
        sent = form({"id": "own-team", "people": "4"}) | {"base": base}
        assert 200 == asked(site, "nation", sent)[0]
