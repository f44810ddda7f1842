"""Small filling problems, and the best plan of each by trying all of them."""

from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post, PostStay
from cadre.forces.filling.violations import Worth, violations, worth_of

SKILL = frozenset({"drill"})


def post(opens: int = 0, closes: int = 10, priority: int = 1, rank: int | None = 1) -> Post:
    return Post(opens, closes, "drill", priority, rank)


def offered(
    people: int = 1, *, weeks: tuple[int, int] = (0, 10), stay: tuple[int, int] = (2, 6)
) -> OfferedPerson:
    """People of rank 1 with the skill of all posts."""
    return OfferedPerson(people, *weeks, SKILL, *stay, rank=1)


@st.composite
def problems(draw: st.DrawFn) -> FillingProblem:
    """Give up to three posts and four offers in at most eight weeks."""
    weeks = st.integers(0, 8)
    posts = []
    for _ in range(draw(st.integers(1, 3))):
        opens, closes = sorted((draw(weeks), draw(weeks)))
        skill, priority = draw(st.sampled_from("ab")), draw(st.integers(1, 4))
        posts.append(Post(opens, closes, skill, priority, draw(st.sampled_from((None, 0, 1, 2)))))
    offers = []
    for _ in range(draw(st.integers(0, 4))):
        arrives, leaves = sorted((draw(weeks), draw(weeks)))
        least = draw(st.integers(1, 4))
        offers.append(
            OfferedPerson(
                draw(st.integers(0, 2)),
                arrives,
                leaves,
                frozenset(draw(st.sampled_from(("a", "b", "ab")))),
                least,
                least + draw(st.integers(0, 4)),
                rank=draw(st.sampled_from((None, 0, 2))),
                refuses_posts=frozenset(draw(st.sampled_from(((), (), (0,))))),
            )
        )
    return FillingProblem(tuple(posts), tuple(offers))


def best_by_trying(problem: FillingProblem) -> Worth:
    """Try every plan: week after week of post after post, with the people left."""
    people = tuple(offer.people for offer in problem.offers)

    @cache
    def best(post: int, week: int, left: tuple[int, ...]) -> tuple[int, int]:
        if post == len(problem.posts):
            return 0, 0
        if week >= problem.posts[post].closes:
            return best(post + 1, 0, left)
        tried = [best(post, week + 1, left)]
        for stay in _stays(problem, post, week):
            if left[stay.offer]:
                fewer = tuple(n - (o == stay.offer) for o, n in enumerate(left))
                later, here = best(post, stay.ends, fewer), worth_of(problem, [stay])
                tried.append((later[0] + here.filled, later[1] - here.wrong))
        return max(tried)

    filled, wrong = best(0, 0, people)
    return Worth(filled, -wrong)


def _stays(problem: FillingProblem, post: int, week: int) -> Iterator[PostStay]:
    """Give each stay from a week that breaks no rule by itself, judged by the oracle."""
    for offer, given in enumerate(problem.offers):
        if given.people:
            for ends in range(week + given.least, week + given.longest + 1):
                stay = PostStay(offer, post, week, ends)
                if not violations(problem, [stay]):
                    yield stay
