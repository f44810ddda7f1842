"""Parts of a mission in forms: made from the model, saved as revisions, merged field by field."""

from __future__ import annotations

import re
from typing import Any

from cadre.mission.shape import kind_of
from cadre.mission_files.sheets import Plan, plans, settings_paths
from cadre.site.editing import forms
from tests.site.made import Site


def saved(site: Site, address: str, base: int = 1, do: str = "save", **typed: str) -> tuple[int, str]:
    names = {
        name if name in ("id", "owner") else f"f.{name.replace('__', '.')}": t for name, t in typed.items()
    }
    sent = {"base": str(base), "do": do, **names}
    answer = site.client("planner").post(f"/missions/{site.mission.key}/parts/{address}", sent)
    return answer.status_code, answer.content.decode()


def newest(site: Site) -> Any:
    return site.mission.revisions.order_by("-number")[0]


def told(page: str) -> list[str]:
    return re.findall(r'id="f\.([\w.]+)-told" class="told"', page)


def test_every_field_of_every_part_has_its_help_and_unit(site: Site) -> None:
    document = site.taken.document
    for plan in forms.parts():
        for row in forms.rows_in(plan, document):
            fields = forms.fields_of_row(plan, row.path, document)
            assert [one.name for one in fields] == list(plan.columns)
            assert all(one.help for one in fields), plan.name
    groups = [one.path[0] for one in forms.groups_of_settings(document)]
    shown = [one.name for group in groups for one in forms.fields_of_settings(group, document)]
    assert [path for path in settings_paths() if path != "cadre"] == shown
    missing = {name for name, plan in plans().items() if not isinstance(plan, Plan)}
    assert {"levers", "nothing"} == missing, "told on the page of parts"


def test_every_page_of_a_part_opens(site: Site) -> None:
    client = site.client("planner")
    for plan in forms.parts():
        path = f"/missions/{site.mission.key}/parts/{plan.name}"
        assert 200 == client.get(path).status_code, plan.name
        assert 200 == client.get(path + "?new=1").status_code, plan.name
        for row in forms.rows_in(plan, site.taken.document):
            assert 200 == client.get(path, {"row": "/".join(row.path)}).status_code, row


def test_a_field_is_changed_and_saved_as_a_revision(site: Site) -> None:
    status, _ = saved(
        site, "courses?row=courses/basic", passes="min 65%; likely 82%; max 90%; basis A1", seats__most="14"
    )
    assert 302 == status
    course = newest(site).document["courses"]["basic"]
    assert (14, 0.82, ["A1"]) == (
        course["seats"]["most"],
        course["passes"]["likely"],
        course["passes"]["basis"],
    )
    assert "planner" == newest(site).author.name
    assert "courses/basic" in newest(site).comment
    page = site.client("planner").get(
        f"/missions/{site.mission.key}/parts/courses", {"row": "courses/basic", "saved": "2"}
    )
    assert "Saved as revision" in page.content.decode()


def test_settings_are_changed_by_their_group(site: Site) -> None:
    assert 302 == saved(site, "settings?row=mission", mission__title="Another title")[0]
    site.mission.refresh_from_db()
    assert "Another title" == site.mission.title


def test_faults_stand_at_their_fields_and_nothing_is_saved(site: Site) -> None:
    status, page = saved(site, "courses?row=courses/basic", passes="often", seats__most="0", recruits="navy")
    assert 400 == status
    assert {"passes", "seats.most"} <= set(told(page))
    assert 'value="often"' in page
    status, page = saved(site, "courses?row=courses/basic", recruits="navy")
    assert (400, ["recruits"]) == (status, told(page))
    assert 1 == newest(site).number


def test_a_row_is_added_and_removed(site: Site) -> None:
    assert 302 == saved(site, "skills?new=1", id="medicine", owner="skills", title="Medicine")[0]
    assert "Medicine" == newest(site).document["skills"]["medicine"]["title"]
    assert 302 == saved(site, "skills?row=skills/medicine", base=2, do="remove")[0]
    assert "medicine" not in newest(site).document["skills"]
    status, page = saved(site, "skills?row=skills/disposal", base=3, do="remove")
    assert 400 == status
    assert "disposal" in page
    for odd in ("disposal", "No Id", "", "../x"):
        assert 400 == saved(site, "skills?new=1", base=3, id=odd, owner="skills", title="x")[0]
    assert 400 == saved(site, "skills?new=1", base=3, id="x", owner="offers", title="x")[0]
    assert 3 == newest(site).number


def test_rows_inside_rows_and_of_lists_are_changed(site: Site) -> None:
    status, _ = saved(site, "positions?row=positions/0", strength="70%")
    assert 302 == status
    assert 0.7 == newest(site).document["positions"][0]["strength"]
    status, _ = saved(
        site,
        "positions?new=1",
        base=2,
        owner="positions",
        party="norland",
        stance="wants",
        condition="posts <= 9",
    )
    assert (302, 2) == (status, len(newest(site).document["positions"]))
    assert 302 == saved(site, "positions?row=positions/0", base=3, do="remove")[0]
    assert ["norland"] == [one["party"] for one in newest(site).document["positions"]]


def test_two_people_at_once_go_together_field_by_field(site: Site) -> None:
    assert 302 == saved(site, "sites?row=sites/camp", beds="70")[0]
    assert 302 == saved(site, "sites?row=sites/camp", base=1, title="The camp")[0]
    camp = newest(site).document["sites"]["camp"]
    assert (70, "The camp") == (camp["beds"], camp["title"])


def test_who_changes_the_same_field_is_told_and_decides(site: Site) -> None:
    assert 302 == saved(site, "sites?row=sites/camp", beds="70", title="A")[0]
    status, page = saved(site, "sites?row=sites/camp", base=1, beds="80", title="")
    assert (400, ["beds"]) == (status, told(page))
    assert 'name="base" value="2"' in page
    assert 'value="A"' in page, "what was left alone is as others have it"
    assert 302 == saved(site, "sites?row=sites/camp", base=2, beds="80", title="A")[0]
    assert (3, 80) == (newest(site).number, newest(site).document["sites"]["camp"]["beds"])


def test_a_row_of_a_list_that_others_changed_is_not_taken_for_another(site: Site) -> None:
    assert 302 == saved(site, "positions?row=positions/0", strength="70%")[0]
    status, page = saved(site, "positions?row=positions/0", base=1, do="remove")
    assert 400 == status
    assert "meanwhile" in page


def test_what_is_not_there_is_not_found(site: Site) -> None:
    client = site.client("planner")
    rows = ("courses/none", "sites/camp", "positions/9", "positions/x", "a/b/c", "courses", "/")
    odds = ("nowhere", "offers", "levers", "settings", "settings?row=none")
    for odd in (*odds, *(f"{part}?row={row}" for part in ("courses", "positions") for row in rows)):
        assert 404 == client.get(f"/missions/{site.mission.key}/parts/{odd}").status_code, odd
    assert any(kind_of(field.type) == "quantity" for plan in forms.parts() for field in plan.columns.values())
