"""Parts of a mission in forms: what there is, its rows, and one row to change, saved as a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from cadre.errors import Fault, MissionWarning
from cadre.mission_files import ReadMission
from cadre.mission_files.sheets import Plan
from cadre.mission_files.tree import Path
from cadre.site.editing import forms
from cadre.site.editing.cells import CellEdits, Conflict, applied, rebased, value_at
from cadre.site.editing.checking import checked
from cadre.site.missions.models import SiteMission
from cadre.site.pages.editing import Begun, begun, save
from cadre.site.pages.mission_views import rights_of
from cadre.site.pages.requests import SiteRequest
from cadre.site.pages.telling import fault_line, placed_line, warning_line

FORM = "f."
"""How names of a form's inputs begin that are fields of the mission."""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as a page shows it, with everything that is told of it."""

    field: forms.FormField
    text: str
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormOutcome:
    """What a form would do: the mission with it, or what is in the way."""

    read: ReadMission | None
    faults: tuple[Fault, ...]
    conflicts: tuple[Conflict, ...]
    note: str = ""


def parts(request: SiteRequest, mission: SiteMission) -> HttpResponse:
    """Show the parts of a mission, each with how many rows it has."""
    document = begun(request, mission).newest.document
    context = {
        "mission": mission,
        "groups": forms.groups_of_settings(document),
        "parts": [(plan, len(forms.rows_in(plan, document))) for plan in forms.parts()],
        "rights": rights_of(mission, request),
    }
    return render(request, "parts_of_mission.html", context)


def part(request: SiteRequest, mission: SiteMission, part: str) -> HttpResponse:
    """Show the rows of a part, or the form of one; save what was typed."""
    plan = forms.part_named(part)
    if plan is None and part != forms.SETTINGS:
        raise Http404
    row = request.GET.get("row", "")
    if plan is not None and not row and "new" not in request.GET:
        return _rows(request, mission, plan)
    return (
        _saved(request, mission, plan, row)
        if request.method == "POST"
        else _form(request, mission, plan, row)
    )


def _rows(request: SiteRequest, mission: SiteMission, plan: Plan) -> HttpResponse:
    here = begun(request, mission)
    context = {
        "mission": mission,
        "plan": plan,
        "rows": forms.rows_in(plan, here.newest.document),
        "rights": rights_of(mission, request),
    }
    return render(request, "part.html", context)


def _form(request: SiteRequest, mission: SiteMission, plan: Plan | None, row: str) -> HttpResponse:
    """Show a form as it stands; after a save with what is odd at its fields."""
    here = begun(request, mission)
    path, fields = _fields(plan, row, here.newest.document, request.POST)
    number = request.GET.get("saved", "")
    saved = int(number) if number == str(here.newest.number) else 0
    warnings = checked(here.newest.document).warnings if saved else ()
    shown = [ShownField(one, one.text, (), tuple(_warned(request, one, warnings))) for one in fields]
    context = {"fields": shown, "saved": saved, "base": here.newest.number}
    return _answer(request, mission, (plan, path, row), context)


def _warned(
    request: SiteRequest, field: forms.FormField, warnings: Iterable[MissionWarning]
) -> Iterator[str]:
    yield from (warning_line(one, request.words) for one in warnings if _stands_at(one.where.path, field))


def _saved(request: SiteRequest, mission: SiteMission, plan: Plan | None, row: str) -> HttpResponse:
    outcomes: list[FormOutcome] = []

    def proposed(here: Begun) -> ReadMission | None:
        outcomes[:] = [_outcome(request, here, plan, row)]
        return outcomes[0].read

    what = row or request.POST.get("id", "") or (plan.name if plan is not None else "")
    revision = save(request, mission, proposed, lambda: request.words.text("site.part-changed", part=what))
    if revision is None:
        return _refused(request, mission, (plan, row), outcomes[0])
    address = reverse(
        "part", kwargs={"key": mission.key, "part": plan.name if plan is not None else forms.SETTINGS}
    )
    back = QueryDict(mutable=True)
    if row and request.POST.get("do") != "remove":
        back["row"] = row
        back["saved"] = str(revision.number)
    return redirect(f"{address}?{back.urlencode(safe='/')}" if back else address)


def _outcome(request: SiteRequest, here: Begun, plan: Plan | None, row: str) -> FormOutcome:
    base, newest = here.base.document, here.newest.document
    path, fields = _fields(plan, row, base, request.POST)
    if path is None:
        return FormOutcome(None, (), (), request.words.text("site.row-id-wrong"))
    if _may_be_another(plan, path, here):
        return FormOutcome(None, (), (Conflict(path, ""),))
    if request.POST.get("do") == "remove" and row:
        edits = CellEdits(gone=(path,))
    else:
        sent = request.POST.dict().items()
        typed = {name.removeprefix(FORM): str(text) for name, text in sent if name.startswith(FORM)}
        edits = forms.edits_of(fields, typed, None if row else path)
    carried, conflicts = rebased(edits, base, newest)
    if not (carried.cells or carried.gone or conflicts):
        return FormOutcome(None, (), (), request.words.text("site.preview-nothing"))
    document, unread = applied(newest, carried)
    result = checked(document)
    faults = (*unread, *result.faults)
    return FormOutcome(None if faults or conflicts else result.read, faults, tuple(conflicts))


def _may_be_another(plan: Plan | None, path: Path, here: Begun) -> bool:
    """Say whether a row has no name but its number, and others changed the list that it stands in."""
    is_list = plan is not None and not plan.is_keyed
    return is_list and value_at(here.base.document, path[:-1]) != value_at(here.newest.document, path[:-1])


def _refused(
    request: SiteRequest, mission: SiteMission, about: tuple[Plan | None, str], outcome: FormOutcome
) -> HttpResponse:
    """Show a form as it was typed, with what is in the way at its fields."""
    plan, row = about
    here = begun(request, mission)
    path, fields = _fields(plan, row, here.newest.document, request.POST, missing_ok=True)
    _, begun_from = _fields(plan, row, here.base.document, request.POST, missing_ok=True)
    was = {one.name: one.text for one in begun_from}
    context = {
        "fields": [_typed(request, one, was.get(one.name, ""), outcome) for one in fields],
        "others": _others(request, fields, outcome),
        "base": here.newest.number,
        "comment": request.POST.get("comment", ""),
    }
    return _answer(request, mission, (plan, path, row), context, status=400)


def _typed(request: SiteRequest, one: forms.FormField, was: str, outcome: FormOutcome) -> ShownField:
    """Return a field as it was typed; one that was left alone as others have it now."""
    typed = request.POST.get(FORM + one.name, one.text)
    told = [fault_line(fault, request.words) for fault in outcome.faults if _stands_at(fault.where.path, one)]
    for conflict in outcome.conflicts:
        if conflict.path == one.path:
            told.append(request.words.text("site.changed-meanwhile", theirs=conflict.theirs or "–"))
    return ShownField(one, one.text if typed.strip() == was.strip() else typed, tuple(told))


def _others(request: SiteRequest, fields: Sequence[forms.FormField], outcome: FormOutcome) -> list[str]:
    """Return what is in the way and stands at no field."""
    found = [outcome.note] if outcome.note else []
    for fault in outcome.faults:
        if not any(_stands_at(fault.where.path, one) for one in fields):
            found.append(placed_line(fault, request.words))
    known = {one.path for one in fields}
    if any(one.path not in known for one in outcome.conflicts):
        found.append(request.words.text("site.part-changed-meanwhile"))
    return found


def _fields(
    plan: Plan | None,
    row: str,
    document: Mapping[str, Any],
    typed: Mapping[str, str],
    *,
    missing_ok: bool = False,
) -> tuple[Path | None, list[forms.FormField]]:
    """Return the path of the row that a form is of, and its fields.

    Raises
    ------
    Http404
        There is no such row, group or table.
    """
    if plan is None:
        fields = forms.fields_of_settings(row, document)
        if not fields:
            raise Http404
        return (row,), fields
    if row:
        path = forms.path_of_row(plan, row, document)
        if path is None and not missing_ok:
            raise Http404
        return path, forms.fields_of_row(plan, path or tuple(row.split("/")), document)
    owner = tuple(typed["owner"].split("/")) if typed.get("owner") else ()
    owners = forms.owners_in(plan, document)
    path = forms.new_path(plan, owner, typed.get("id", ""), document) if owner in owners else None
    shown = path or (*(owners[0] if owners else plan.path), "")
    return path, forms.fields_of_row(plan, shown, {} if path is None else document)


def _stands_at(path: Path, field: forms.FormField) -> bool:
    """Say whether something that is told of a path is told of a field, or of what it holds."""
    return path[: len(field.path)] == field.path


def _answer(
    request: SiteRequest,
    mission: SiteMission,
    about: tuple[Plan | None, Path | None, str],
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    plan, _, row = about
    document = begun(request, mission).newest.document
    owners = forms.owners_in(plan, document) if plan is not None and not row else []
    whole = {
        "mission": mission,
        "plan": plan,
        "part": plan.name if plan is not None else forms.SETTINGS,
        "row": row,
        "owners": ["/".join(one) for one in owners],
        "owner": request.POST.get("owner", ""),
        "id": request.POST.get("id", ""),
        "saved": 0,
        "others": (),
        "comment": "",
        "rights": rights_of(mission, request),
    }
    return render(request, "part_form.html", whole | dict(context), status=status)
