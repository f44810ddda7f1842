"""Archives: the files of a mission folder out of a zip file, within limits.

No name of the archive is ever used as a path: a file is taken where its name is one of a mission's, and all
else is refused. Raises `BadInput`; gives bytes by name.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from cadre.errors import BadInput
from cadre.messages import quoted
from cadre.mission_files.names import REMARKS, REPLIES, TEMPLATE, is_notes, known_files
from cadre.mission_files.safe_files import MEGABYTE, refuse

UNPACKED_AT_MOST = 50 * MEGABYTE
"""Bytes of all files together, once unpacked."""
FILES_AT_MOST = 40
_CHUNK = 1 << 16
_OF_PROGRAMS = ("__MACOSX", ".DS_Store")
"""What programs that pack put into an archive unasked."""
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What the library raises for archives that are damaged, locked, or packed as it cannot read: one fault,
since the file was read whole before and lies beside this process."""


def unpacked(archive: Path, shown: str) -> dict[str, bytes]:
    """Return the files of a mission in an archive, which may lie in one folder there.

    Parameters
    ----------
    archive : Path
        The file.
    shown : str
        Its name as its owner knows it, for faults.

    Raises
    ------
    BadInput
        No zip file, too much in it, or something that is no file of a mission.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            return _files(opened, shown)
    except BadInput:
        raise
    except _BROKEN:
        raise refuse(shown, "site.no-archive") from None


def _files(archive: zipfile.ZipFile, shown: str) -> dict[str, bytes]:
    members = [one for one in archive.infolist() if not one.is_dir() and not _of_a_program(one.filename)]
    if len(members) > FILES_AT_MOST:
        raise refuse(shown, "site.too-many-files", files=len(members), most=FILES_AT_MOST)
    allowed = {*known_files(), REMARKS, REPLIES, TEMPLATE}
    tops = {PurePosixPath(one.filename).parts[0] for one in members if "/" in one.filename}
    top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in one.filename for one in members) else ""
    found: dict[str, bytes] = {}
    left = UNPACKED_AT_MOST
    for member in members:
        name = member.filename.removeprefix(top)
        if not (name in allowed or ("/" not in name and is_notes(name))) or name in found:
            raise refuse(shown, "site.no-file-of-a-mission", name=quoted(member.filename))
        found[name] = _content(archive, member, left, shown)
        left -= len(found[name])
    return {name: content for name, content in found.items() if name != TEMPLATE}


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, shown: str) -> bytes:
    """Unpack piece by piece: what an archive says of its own size is not to be trusted."""
    held = bytearray()
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            held += chunk
            if len(held) > left:
                raise refuse(shown, "site.unpacks-too-large", most=UNPACKED_AT_MOST / MEGABYTE)
    return bytes(held)


def _of_a_program(name: str) -> bool:
    return any(part in _OF_PROGRAMS for part in PurePosixPath(name).parts)
