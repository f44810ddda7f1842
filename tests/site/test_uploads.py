"""Uploads: what is read, what is refused and how, and that nothing of an archive is used as a path."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.site.intake import Refused, Taken, asking, from_upload, workbook_of
from cadre.site.intake.archives import FILES_AT_MOST, UNPACKED_AT_MOST, unpacked
from cadre.site.missions.packing import archive
from tests.mission_files.by_hand import LEDGER, MISSION, OFFERS
from tests.site.made import Site

FILES = {"mission.yaml": MISSION, "ledger.yaml": LEDGER, "offers.csv": OFFERS}


def packed(files: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


def refusal(content: bytes, folder: Path) -> str:
    file = folder / "upload"
    file.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        unpacked(file, "mission.zip")
    return str(refused.value)


@pytest.mark.parametrize("top", ["", "iraq/"])
def test_a_folder_may_lie_in_one_folder_of_the_archive(tmp_path: Path, top: str) -> None:
    (tmp_path / "upload").write_bytes(
        packed({f"{top}{name}": text for name, text in FILES.items()} | {f"__MACOSX/{top}x": "", "a/": ""})
        if top
        else packed(dict(FILES))
    )
    assert {name: text.encode() for name, text in FILES.items()} == unpacked(tmp_path / "upload", "m.zip")


@pytest.mark.parametrize(
    "name",
    [
        "../mission.yaml",
        "/etc/mission.yaml",
        "..\\mission.yaml",
        "deeper/still/mission.yaml",
        "notes/../../x.csv",
        "program.py",
        "records/serials.csv",
    ],
)
def test_a_name_that_is_no_file_of_a_mission_is_refused_and_written_nowhere(
    tmp_path: Path, name: str
) -> None:
    assert "must be a file of a mission" in refusal(packed({"mission.yaml": MISSION, name: "x"}), tmp_path)
    assert ["upload"] == [file.name for file in tmp_path.iterdir()]


def test_a_link_in_an_archive_is_text_and_leads_nowhere(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("mission.yaml")
    link.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(link, "/etc/passwd")
    (tmp_path / "upload").write_bytes(stream.getvalue())
    assert {"mission.yaml": b"/etc/passwd"} == unpacked(tmp_path / "upload", "m.zip")


def test_what_grows_too_large_is_refused_while_it_is_small(tmp_path: Path) -> None:
    bomb = packed({"mission.yaml": bytes(UNPACKED_AT_MOST + 1)})
    assert len(bomb) < UNPACKED_AT_MOST / 500
    assert "grows too large" in refusal(bomb, tmp_path)


def test_too_many_files_a_broken_archive_and_two_of_a_name_are_refused(tmp_path: Path) -> None:
    many = packed({f"notes{number}.csv": "x" for number in range(FILES_AT_MOST + 1)})
    assert "41 files" in refusal(many, tmp_path)
    assert "no zip archive" in refusal(b"PK nothing", tmp_path)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("mission.yaml", MISSION)
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("mission.yaml", MISSION)
    assert "once" in refusal(stream.getvalue(), tmp_path)


def test_a_mission_is_the_same_from_a_folder_and_a_workbook_and_after_it_was_downloaded() -> None:
    first = from_upload([packed(dict(FILES))], "school.zip", "en")
    again = from_upload([archive(first.files)], "school.zip", "en")
    book = from_upload([workbook_of(first.files, "en")], "School.XLSX", "en")
    assert first.files == again.files == book.files
    assert first.document == again.document == book.document
    assert "School" == first.title


def test_faults_are_told_in_the_language_of_the_reader() -> None:
    with pytest.raises(Refused) as refused:
        from_upload(
            [packed(dict(FILES) | {"mission.yaml": MISSION.replace("host: host", "hots: host")})],
            "s.zip",
            "fr",
        )
    assert any("mission.yaml:" in fault and "hots" in fault for fault in refused.value.faults)
    with pytest.raises(Refused) as other:
        from_upload([b"x"], "s.doc", "fr")
    assert "doit être un dossier de mission" in other.value.faults[0]


def test_a_process_that_breaks_a_limit_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS_AT_MOST", 0.01)
    with pytest.raises(Refused) as refused:
        from_upload([b"x"], "s.zip", "en")
    assert "within the limits" in refused.value.faults[0]


def test_the_process_is_handed_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CADRE_SITE_SECRET", "s")
    seen = {}

    def run(_: object, *, env: dict[str, str], **__: object) -> object:
        seen.update(env)
        raise subprocess.TimeoutExpired("x", 1)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Refused):
        from_upload([b"x"], "s.zip", "en")
    assert seen
    assert set() == {name for name in seen if name.startswith(("CADRE", "DJANGO"))}


def test_an_upload_that_is_too_large_is_refused_unread(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOAD_AT_MOST", 3)
    upload = SimpleUploadedFile("s.zip", b"1234")
    answer = site.client("planner").post(
        f"/missions/{site.mission.key}/change", {"upload": upload, "base": "1", "comment": "x"}
    )
    assert 400 == answer.status_code
    assert b"larger than" in answer.content


def test_a_new_mission_is_begun_from_an_upload_and_is_its_authors(
    site: Site, taken: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cadre.site.pages.mission_views.from_upload", lambda *_: taken)
    upload = SimpleUploadedFile("school.zip", b"as it came")
    client = site.client("beginner")
    answer = client.post("/missions/begin", {"upload": upload, "comment": "begun"})
    mission = site.people["beginner"].memberships.get(role="planner").mission
    assert f"/missions/{mission.key}/" == answer["Location"]
    original = client.get(f"/missions/{mission.key}/revisions/1/original")
    assert (b"as it came", True) == (original.content, "attachment" in original["Content-Disposition"])


def test_what_is_downloaded_reads_as_the_mission(site: Site, tmp_path: Path) -> None:
    answer = site.client("planner").get(f"/missions/{site.mission.key}/revisions/1/folder.zip")
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path / "folder")
    assert "School" == read_mission(tmp_path / "folder").mission.title
