"""Composing: from a study to the content of its brief, section by section.

The one place that says which section stands on which page and which annex follows which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cadre.brief.annexes.analysis import agreement_details_section, information_section, ranks_section
from cadre.brief.annexes.attainment import attainment_section, staircase_section
from cadre.brief.annexes.ledger import assumptions_section, figures_section, ledger_section
from cadre.brief.annexes.mandate import mandate_section
from cadre.brief.annexes.method import method_section
from cadre.brief.annexes.options import dropped_section, levers_section
from cadre.brief.annexes.origin import origin_section
from cadre.brief.annexes.places import has_map, places_section
from cadre.brief.annexes.posts import (
    asks_section,
    burden_section,
    requirements_section,
    staffing_section,
    tail_section,
)
from cadre.brief.annexes.results import (
    capability_section,
    costs_section,
    differences_section,
    parties_details_section,
    questions_section,
    timetable_section,
)
from cadre.brief.annexes.since import numbers_of_last, since_section
from cadre.brief.annexes.warnings import warnings_section
from cadre.brief.changes import since
from cadre.brief.charts.theme import fast
from cadre.brief.content import Brief, Section, cited, homes
from cadre.brief.context import Context
from cadre.brief.data.study_json import compared_part
from cadre.brief.number import Numbers
from cadre.brief.pages.agreement import agreement_section
from cadre.brief.pages.assumed import assumed_section
from cadre.brief.pages.criteria import ends_section
from cadre.brief.pages.decision import decision_section
from cadre.brief.pages.exit import exit_section
from cadre.brief.pages.fails import fails_section
from cadre.brief.pages.glance import glance_section
from cadre.brief.pages.known import known_section
from cadre.brief.pages.leads import leads_section
from cadre.brief.pages.offers import offers_section
from cadre.brief.pages.option_page import option_page
from cadre.brief.pages.options import options_section
from cadre.brief.pages.rest import rest_section
from cadre.brief.pages.settle import settle_section
from cadre.brief.pages.undecided import undecided_section
from cadre.brief.pages.unknown import unknown_section
from cadre.brief.pages.versus import versus_section
from cadre.brief.register.registry import register
from cadre.brief.register.subjects import compared_in, subjects_of
from cadre.brief.view import StudyView
from cadre.study import Study
from cadre.words import Catalogue, Language

PAGES = (
    (decision_section, glance_section, ends_section, assumed_section, leads_section, undecided_section),
    (settle_section, versus_section),
)
"""The two pages that deciders read."""
BESIDE = ((options_section, offers_section), (agreement_section, known_section))
"""Options side by side, after the page of each; where the rest stands ends the last."""
PRINTED = 12
"""Pages in print, at most; options for which there is no room have theirs among the annexes."""
Pages = tuple[tuple[Section, ...], ...]
ANNEXES = (
    mandate_section,
    levers_section,
    tail_section,
    staffing_section,
    capability_section,
    costs_section,
    timetable_section,
    requirements_section,
    burden_section,
    asks_section,
    differences_section,
    parties_details_section,
    agreement_details_section,
    unknown_section,
    questions_section,
    fails_section,
    exit_section,
    information_section,
    dropped_section,
    ranks_section,
    ledger_section,
    assumptions_section,
    figures_section,
    method_section,
)


def read(study: Study, last: Mapping[str, Any] | None = None, language: Language = "en") -> Context:
    """Read a study and register its numbers.

    Parameters
    ----------
    study : Study
        The study.
    last : mapping, optional
        study.json of the last brief, to tell what changed since.
    language : str
        To write in.
    """
    return read_in(Catalogue(language), study, last)


def read_in(words: Catalogue, study: Study, last: Mapping[str, Any] | None = None) -> Context:
    """Read a study as `read` does, to be written in the words of a catalogue."""
    view = StudyView(study, words)
    context = Context(view, *register(view))
    if last is None:
        return context
    changed = since(compared_part(context), last)
    for number in numbers_of_last(changed, context.numbers):
        context.numbers.add(number)
    return replace(context, since=changed)


def compose(context: Context) -> Brief:
    """Write the content of a brief.

    The annex on origins comes last, since it tells of what the others cite. References count the numbers in
    the order in which a reader meets them.
    """
    view = context.view
    with fast():
        own = [option_page(context, shown) for shown in view.active]
        room = PRINTED - len(PAGES) - len(BESIDE)
        annexes = (
            *(section for page in own[room:] for section in page),
            *(section(context) for section in annexes_of(context)),
        )
        first, beside = (
            tuple(tuple(section(context) for section in page) for page in pages) for pages in (PAGES, BESIDE)
        )
    pages = _with_rest(context, (*first, *own[:room], *beside), annexes)
    written = (*(section for page in pages for section in page), *annexes)
    found = cited(written)
    context = context.numbered(found)
    return Brief(
        title=view.mission.mission.title,
        host=view.mission.mission.host,
        as_of=view.as_of.isoformat(),
        pages=pages,
        annexes=(*annexes, origin_section(context, frozenset(found), homes(written))),
        references=context.numbers.references(),
        tips=_tips(context.numbers, view.words),
        words=view.words,
        draft=context.draft,
        subjects=subjects_of(view, context.numbers),
        compared=compared_in(view, context.numbers),
    )


def _with_rest(context: Context, pages: Pages, annexes: tuple[Section, ...]) -> Pages:
    """Say at the end of the last page where the rest stands; the annex on origins is made after it."""
    named = (*annexes, Section("origin", context.word("origin.title"), ()))
    return (*pages[:-1], (*pages[-1], rest_section(context, named)))


def annexes_of(context: Context) -> tuple[Callable[[Context], Section], ...]:
    """Return the annexes in order; what changed since the last brief comes first, warnings come last."""
    study = context.view.study
    again = (staircase_section, attainment_section) if study.attainment is not None else ()
    warned = (warnings_section,) if study.mission_warnings else ()
    where = (places_section,) if has_map(context) else ()
    annexes = (*again, *where, *ANNEXES, *warned)
    return (since_section, *annexes) if context.since is not None else annexes


def _tips(numbers: Numbers, words: Catalogue) -> dict[str, str]:
    return {
        number.id: words.text(
            "document.tip",
            label=numbers.label(number),
            number=numbers.with_range(number.id).text,
            how=numbers.how(number),
            id=number.id,
        )
        for number in numbers
    }
