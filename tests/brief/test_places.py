"""The map: distances as the Earth has them, the short way round; none without two sites that have a place."""

from __future__ import annotations

import pytest

from cadre.brief.annexes.places import has_map
from cadre.brief.charts.places import places, scale_of
from cadre.brief.compose import compose, read
from cadre.brief.register.places import posts_at
from cadre.brief.view import StudyView
from cadre.words import Catalogue
from tests.brief import by_hand


def between(view: StudyView) -> tuple[float, float]:
    """Kilometres to the east and to the north from the first site to the second."""
    (_, x, y), (_, east, north) = places(view)
    return east - x, north - y


class _Moved(StudyView):
    """A view whose sites lie elsewhere."""

    def __init__(self, **at: float | None) -> None:
        super().__init__(by_hand.study(), Catalogue("en"))
        changes = {f"sites.{key.replace('_', '.')}": value for key, value in at.items()}
        self.mission = self.mission.changed(changes)


def test_a_degree_is_111_kilometres_north_and_less_to_the_east() -> None:
    east, north = between(
        _Moved(camp_latitude=60.0, camp_longitude=10.0, abroad_latitude=61.0, abroad_longitude=11.0)
    )
    assert 111.2 == pytest.approx(north)
    assert 111.2 * 0.4924 == pytest.approx(east, rel=1e-3)  # the cosine of 60.5 degrees


def test_the_way_over_the_date_line_is_the_short_one() -> None:
    east, _ = between(
        _Moved(camp_latitude=0.0, camp_longitude=179.5, abroad_latitude=0.0, abroad_longitude=-179.5)
    )
    assert 111.2 == pytest.approx(east)


def test_the_scale_is_round_and_at_most_a_third() -> None:
    assert (20, 50, 100, 1) == tuple(map(scale_of, (80, 200, 310, 5.9)))


def test_without_two_sites_that_lie_somewhere_there_is_no_map() -> None:
    context = read(by_hand.study())
    assert has_map(context)
    object.__setattr__(context, "view", _Moved(abroad_latitude=None, abroad_longitude=None))
    assert not has_map(context)


def test_the_posts_at_a_site_are_those_of_its_peak() -> None:
    context = read(by_hand.study())
    for shown in context.view.active:
        there: dict[tuple[str, int], int] = {}
        for post in shown.planned.need.posts:
            if not shown.mission.roles[post.role].local:
                there[post.site, post.rotation] = there.get((post.site, post.rotation), 0) + post.people
        most = max(people for (site, _), people in there.items() if site == "camp")
        assert most == posts_at(shown)["camp"] == context.numbers[f"option.{shown.id}.posts-at.camp"].value


def test_the_brief_shows_the_map() -> None:
    assert "places" in {section.id for section in compose(read(by_hand.study())).annexes}
