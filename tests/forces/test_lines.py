"""Posts of a programme become lines."""

from cadre.forces.lines import post_lines
from cadre.forces.plan import PostLine
from cadre.programme.plan import PostBatch, Programme

from .made import SMALL, mission_with


def programme(*posts: PostBatch) -> Programme:
    return Programme(period_weeks=4, weeks=52, rotation_weeks=26, posts=posts)


def test_posts_of_several_rules_make_one_line_that_names_them() -> None:
    posts = programme(
        PostBatch("guard", "school", 1, 3, "support:protection"),
        PostBatch("guard", "school", 1, 2, "command"),
    )
    expected = PostLine(
        "guard@school/r1", "guard", "school", 1, 26, 52, 5, False, ("command", "support:protection")
    )
    assert (expected,) == post_lines(posts, mission_with())


def test_a_role_that_stops_the_work_makes_a_critical_line() -> None:
    (made,) = post_lines(programme(PostBatch("trainer", "hq", 0, 1, "instructors")), mission_with())
    assert made.critical


def test_local_posts_and_empty_batches_make_no_line() -> None:
    posts = programme(PostBatch("interpreter", "hq", 0, 9, "x"), PostBatch("guard", "hq", 0, 0, "x"))
    assert () == post_lines(posts, mission_with())


def test_the_exit_cuts_a_rotation_and_drops_later_ones() -> None:
    mission = mission_with(mission=SMALL["mission"] | {"horizon": 40})
    posts = programme(*(PostBatch("guard", "hq", rotation, 1, "x") for rotation in (0, 1, 2)))
    assert [(0, 26), (26, 40)] == [(made.opens, made.closes) for made in post_lines(posts, mission)]


def test_lines_stand_in_the_order_of_sites_roles_and_rotations() -> None:
    posts = programme(
        PostBatch("clerk", "school", 0, 1, "x"),
        PostBatch("guard", "school", 1, 1, "x"),
        PostBatch("guard", "school", 0, 1, "x"),
        PostBatch("clerk", "hq", 0, 1, "x"),
    )
    expected = ["clerk@hq/r0", "guard@school/r0", "guard@school/r1", "clerk@school/r0"]
    assert expected == [made.id for made in post_lines(posts, mission_with())]


def test_a_line_counts_its_post_weeks() -> None:
    (made,) = post_lines(programme(PostBatch("guard", "hq", 0, 3, "x")), mission_with())
    assert 78 == made.post_weeks
