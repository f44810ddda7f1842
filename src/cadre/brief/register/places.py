"""Numbers of sites: foreign posts at each at their peak. Takes a view of an option; gives `Number`s."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.number import Number, exact_number
from cadre.brief.posts import foreign
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import Key, key, of_option
from cadre.brief.register.results import PLANNED
from cadre.brief.view import OptionView


def site_id(option: str, site: str) -> Key:
    """Return the id of the posts of an option at a site."""
    return of_option(option, key("posts-at.SITE", site))


def posts_at(shown: OptionView) -> dict[str, int]:
    """Return the foreign posts that an option needs at each site at their peak, in the order written."""
    there = Counter[tuple[str, int]]()
    for post in foreign(shown.planned.need, shown.mission):
        there[post.site, post.rotation] += post.people
    return {
        site: max((people for (of, _), people in there.items() if of == site), default=0)
        for site in shown.mission.sites
    }


def numbers_of_places(shown: OptionView) -> Iterator[Number]:
    """Yield the foreign posts at each site that says where it lies."""
    for site, people in posts_at(shown).items():
        if shown.mission.sites[site].latitude is not None:
            title = shown.mission.title_of("sites", site)
            label = shown.words.text("labels.posts-at", site=title)
            number = exact_number(site_id(shown.id, site), label, people, "posts", PLANNED)
            inputs = (set_name(shown.id, "training"), set_name(shown.id, "posts"))
            yield replace(number, inputs=inputs, of=shown.letter)
