"""What is to be filled by whom: posts, offers, and the stays of single persons that fill posts.

Takes and gives plain frozen data. Knows neither mission nor solver nor file. Weeks are whole; every end is
exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.errors import CadreError


class UnsoundFilling(CadreError):
    """A post or an offer that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Post:
    """One place for one person at a time from week `opens` to `closes`.

    Parameters
    ----------
    opens, closes : int
        First week and the week after the last.
    skill : str
        What its holder must be able to do.
    priority : int
        Worth of one week filled, 1 or more.
    rank : int or None
        Rank band; None for any.
    site : str
        Where it is.
    languages : frozenset of str
        Languages its holder must speak.
    """

    opens: int
    closes: int
    skill: str
    priority: int = 1
    rank: int | None = None
    site: str = ""
    languages: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a post that closes before it opens or is worth nothing."""
        if self.opens < 0 or self.closes < self.opens or self.priority < 1:
            raise UnsoundFilling(
                f"{self}: 0 <= opens <= closes and priority >= 1 must hold; correct weeks or priority"
            )


@dataclass(frozen=True, slots=True)
class OfferedPerson:
    """People of whom each may come once, for one unbroken stay in one post.

    Parameters
    ----------
    people : int
        How many.
    arrives, leaves : int
        First week they can be there and the week after the last.
    skills : frozenset of str
        What each of them can do.
    least, longest : int
        Least and greatest weeks of a stay, `1 <= least <= longest`.
    rank : int or None
        Rank band; None for any.
    languages : frozenset of str
        Languages each of them speaks.
    refuses_posts : frozenset of int
        Numbers of posts they do not take.
    refuses_sites : frozenset of str
        Sites where they do not serve.
    """

    people: int
    arrives: int
    leaves: int
    skills: frozenset[str]
    least: int
    longest: int
    rank: int | None = None
    languages: frozenset[str] = frozenset()
    refuses_posts: frozenset[int] = frozenset()
    refuses_sites: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse people below 0 and stays whose limits cross."""
        if self.people < 0 or self.arrives < 0 or not 1 <= self.least <= self.longest:
            raise UnsoundFilling(
                f"{self}: people >= 0, arrives >= 0 and 1 <= least <= longest must hold; correct the offer"
            )


@dataclass(frozen=True, slots=True)
class FillingProblem:
    """Posts and offers; both are known by their number. `weeks` is the last closing week."""

    posts: tuple[Post, ...]
    offers: tuple[OfferedPerson, ...]

    @property
    def weeks(self) -> int:
        """Weeks of the problem."""
        return max((post.closes for post in self.posts), default=0)

    @property
    def worth(self) -> int:
        """Σ priority × weeks over all posts: what a plan without a gap would reach."""
        return sum(post.priority * (post.closes - post.opens) for post in self.posts)


@dataclass(frozen=True, slots=True, order=True)
class PostStay:
    """One person of an offer in a post from week `begins` to `ends` (exclusive)."""

    offer: int
    post: int
    begins: int
    ends: int
