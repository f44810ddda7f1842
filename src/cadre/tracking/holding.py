"""Holding: which records hold on a day: those known by then that no later one corrects or withdraws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeVar

from cadre.tracking.records import REPORTED, Records, Report

AnyReport = TypeVar("AnyReport", bound=Report)


def known_on(records: Records, day: dt.date) -> Records:
    """Return the records that were reported on a day or before, corrected ones among them."""
    kept = {kind: {k: r for k, r in records.of(kind).items() if r.reported_on <= day} for kind in REPORTED}
    return records.model_copy(update=kept)


def holding(records: Records) -> Records:
    """Return the records that nothing corrects, without those that withdraw."""
    return records.model_copy(update={kind: _held(records.of(kind)) for kind in REPORTED})


def _held(table: Mapping[str, AnyReport]) -> dict[str, AnyReport]:
    corrected = {report.corrects for report in table.values()}
    return {key: report for key, report in table.items() if key not in corrected and not report.withdrawn}
