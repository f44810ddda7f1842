"""The chain: entries are added to its end, and it is checked from its beginning."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from cadre.site.audit.models import AuditEntry, Head

BEGINNING = "0" * 64
"""What stands before the first entry."""
_FIELDS = ("number", "by", "did", "mission", "about", "before", "after", "previous")


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What a check of the chain found.

    Parameters
    ----------
    count : int
        Entries that were read.
    digest : str
        Of the last entry: kept elsewhere it shows later whether the chain was made anew.
    broken_at : int or None
        Number of the first entry that is not as it was written, or is missing; None where all are whole.
    """

    count: int
    digest: str
    broken_at: int | None


def record(  # noqa: PLR0913  (each is a field of the entry)
    *,
    by: str,
    did: str,
    at: dt.datetime,
    mission: str = "",
    about: str = "",
    before: Any = "",
    after: Any = "",
) -> AuditEntry:
    """Add an entry, in the transaction of what it tells of.

    Parameters
    ----------
    by : str
        Name of the person, or of the command.
    did : str
        What was done; a message `site.did-…` says it.
    at : datetime
        When.
    mission : str
        Key of the mission; `""` where it concerns the site.
    about : str
        What was changed, such as a person's name or `revision 4`.
    before, after : any
        Plain data; `""` where there is none.
    """
    with transaction.atomic():
        head = Head.objects.select_for_update().get()
        entry = AuditEntry(
            number=head.count + 1,
            at=at,
            by=by,
            did=did,
            mission=mission,
            about=about,
            before=_text(before),
            after=_text(after),
            previous=head.digest,
        )
        entry.digest = digest_of(entry)
        entry.save(force_insert=True)
        Head.objects.update(count=entry.number, digest=entry.digest)
    return entry


def check(head: str = "") -> ChainCheck:
    """Read the whole chain.

    Parameters
    ----------
    head : str
        A digest that was noted earlier: it must be that of some entry.
    """
    end = Head.objects.get()
    last, count, seen = BEGINNING, 0, not head
    for entry in _entries():
        if entry.number != count + 1 or entry.previous != last or entry.digest != digest_of(entry):
            return ChainCheck(count, last, count + 1)
        last, count, seen = entry.digest, entry.number, seen or entry.digest == head
    whole = (end.count, end.digest) == (count, last) and seen
    return ChainCheck(count, last, None if whole else count + 1)


def digest_of(entry: AuditEntry) -> str:
    """Return the SHA-256 of an entry's fields, the digest before it included."""
    fields: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    fields["at"] = entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(_text(fields).encode()).hexdigest()


def _entries() -> Iterable[AuditEntry]:
    return AuditEntry.objects.order_by("number").iterator(chunk_size=1000)


def _text(data: Any) -> str:
    if data == "":
        return ""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
