"""The newcomer's page shows the rooms as they are, and names files that there are."""

import re

from tests.picture import BLOCK, PAGE, ROOT, picture, rooms, steps


def test_the_picture_is_what_the_imports_are() -> None:
    shown = BLOCK.search(PAGE.read_text("utf-8"))
    assert shown is not None
    assert picture(steps(rooms())) == shown[0], "make picture"


def test_every_room_is_told_of_once() -> None:
    page = PAGE.read_text("utf-8")
    table = page[page.index("| room") : page.index("## The way of the data")]
    told = [
        name for row in table.split("\n") for name in re.findall(r"`(\w+)`", row.split("|")[1] if row else "")
    ]
    assert sorted(rooms()) == sorted(told)


def test_every_file_that_a_page_for_newcomers_names_is_there() -> None:
    known = {str(path.relative_to(ROOT)) for top in ("src", "tests") for path in (ROOT / top).rglob("*")}
    for page in (PAGE, PAGE.with_name("where.md")):
        named = set(re.findall(r"`([a-z_/]+/(?:[a-z_]+\.(?:py|md|csv|ftl|yaml))?)`", page.read_text("utf-8")))
        beyond = {name for name in named if name.startswith(("docs/", "benchmarks/", "missions/"))}
        lost = {n for n in named - beyond if not any(f"/{k}/".endswith(f"/{n.rstrip('/')}/") for k in known)}
        assert set() == lost | {name for name in beyond if not (ROOT / name).exists()}


def test_the_steps_of_a_way_stand_for_it() -> None:
    of = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset()}
    assert {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset()} == steps(of)
