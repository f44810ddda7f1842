"""Who a programme counts on stands where it sends them, and the search fills what is left."""

from cadre.forces.optimise import fill_posts
from cadre.forces.plan import Stint
from cadre.forces.sending import sent_stints
from cadre.programme.plan import Sent

from .made import MEASURED, Offers, line, mission_with, offer

LINE = "guard@school/r0"


def stints(*sent: Sent, offers: Offers, people: int = 1) -> tuple[Stint, ...]:
    return sent_stints(sent, (line(people=people),), mission_with(offers))


def test_people_stay_in_the_weeks_of_the_rotation_in_which_they_are_there() -> None:
    offers = {"a": offer(people=3, weeks=(4, 60))}
    assert (Stint("a", LINE, 4, 26, 2),) == stints(Sent("a", "school", 0, 2.0), offers=offers, people=2)


def test_parts_of_people_are_left_to_the_search() -> None:
    offers = {"a": offer(people=3)}
    assert (Stint("a", LINE, 0, 26, 1),) == stints(Sent("a", "school", 0, 1.6), offers=offers, people=3)
    assert () == stints(Sent("a", "school", 0, 0.6), offers=offers)


def test_who_comes_while_all_posts_are_taken_waits_until_one_is_free() -> None:
    offers = {"a": offer(weeks=(0, 10)), "b": offer(weeks=(6, 26)), "c": offer(weeks=(7, 9))}
    sent = [Sent(key, "school", 0, 1.0) for key in "abc"]
    assert (Stint("a", LINE, 0, 10, 1), Stint("b", LINE, 10, 26, 1)) == stints(*sent, offers=offers)


def test_stays_are_cut_into_tours() -> None:
    offers = {"a": offer(tour=10)}
    cut = stints(Sent("a", "school", 0, 1.0), offers=offers)
    assert [(0, 10), (10, 20), (20, 26)] == [(stint.begins, stint.ends) for stint in cut]


def test_who_goes_to_a_line_that_does_not_stand_stays_away() -> None:
    assert () == stints(Sent("a", "hq", 0, 1.0), Sent("a", "school", 1, 1.0), offers={"a": offer()})


def test_those_sent_stand_before_firmer_offers_and_the_rest_is_filled() -> None:
    offers = {"a": offer(state="indicated", weeks=(0, 20)), "b": offer(state="arrived")}
    lines = (line(),)
    free = fill_posts(lines, mission_with(offers), {}, MEASURED)
    assert {"b"} == {stint.offer for stint in free.stints}
    bound = fill_posts(lines, mission_with(offers), {}, MEASURED, sent=[Sent("a", "school", 0, 1.0)])
    assert (Stint("a", LINE, 0, 20, 1), Stint("b", LINE, 20, 26, 1)) == bound.stints
    assert 0 == bound.unfilled


def test_missions_with_a_least_stay_place_people_anew() -> None:
    offers = {"a": offer(weeks=(0, 20)), "b": offer()}
    single = mission_with(offers, tours={"weeks": 26, "least": 8})
    plans = [fill_posts((line(),), single, {}, MEASURED, sent=s) for s in ((), [Sent("a", "school", 0, 1.0)])]
    assert plans[0].stints == plans[1].stints
