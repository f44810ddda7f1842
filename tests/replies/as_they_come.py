"""Made-up replies of four nations as ministries send them, and a police mission that asked for them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from cadre.mission_files import new_mission

NATIONS = """\
  norway: {title: Norway, speaks: [english], basis: A7}
  germany: {title: Germany, speaks: [english], basis: A7}
  france: {title: France, speaks: [english], basis: A7}
  italy: {title: Italy, speaks: [english], basis: A7}
"""
SITES = """\
  north: {title: Northern station, basis: A5}
"""


def police_mission(folder: Path) -> Path:
    """Make a mission with four nations, two sites and no offers of theirs yet."""
    new_mission(folder, "police")
    file = folder / "mission.yaml"
    text = file.read_text("utf-8")
    text = text.replace("  host: {title: The host", NATIONS + "  host: {title: The host")
    text = text.replace("ranks: [constable", SITES + "ranks: [constable")
    file.write_text(text, "utf-8")
    return folder


def workbook(
    path: Path, sheets: dict[str, list[list[Any]]], merged: tuple[tuple[str, str], ...] = ()
) -> Path:
    """Write a workbook; days become day cells, and ranges are merged with what their first cell holds."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, content in enumerate(row):
                    if isinstance(content, dt.date):
                        sheet.write_datetime(number, column, dt.datetime.combine(content, dt.time()))
                    elif content is not None:
                        sheet.write(number, column, content)
            for span, text in merged:
                sheet.merge_range(span, text)
    return path


def norway(folder: Path) -> Path:
    """Merged titles, a blank row, day cells, a total, a footnote, a second sheet without offers."""
    rows: list[list[Any]] = [
        [None],
        ["Oslo, 12 January 2026"],
        [],
        [
            "No.",
            "Position",
            "Number of personnel",
            "Available from",
            "Available until",
            "Status",
            "Rank",
            "Comments",
        ],
        [
            1,
            "Police trainer",
            4,
            dt.date(2027, 1, 4),
            dt.date(2028, 12, 31),
            "Pledged",
            "Sergeant",
            "May be extended.",
        ],
        [2, "Police trainer", 2, "1 March 2027", "31 August 2027", "Under consideration", None, None],
        [],
        [
            3,
            "Trainer of Investigators",
            "two",
            dt.date(2027, 4, 5),
            dt.date(2028, 12, 31),
            "Confirmed",
            "Inspector",
            None,
        ],
        [None, "Total", 8],
        [],
        ["* Subject to the approval of the Storting."],
    ]
    sheets = {"Offer": rows, "Contacts": [["Name", "Phone"], ["N. N.", "000"]]}
    return workbook(
        folder / "Reply NOR v2.xlsx",
        sheets,
        (("A1:H1", "Kingdom of Norway - contribution to the police school"),),
    )


def germany(folder: Path) -> Path:
    """Semicolons, bytes of Windows, German words, days with points, a section of its own for each party."""
    text = (
        "Bundesrepublik Deutschland;;;;;\r\n"
        "Antwort auf die Anfrage vom 01.06.2026;;;;;\r\n"
        ";;;;;\r\n"
        "Lfd. Nr.;Dienstposten;Anzahl;Von;Bis;Stand der Zusage;"
        "Sprachkenntnisse;Einschränkungen;Bemerkungen\r\n"
        "1;Polizeitrainer;5;01.02.2027;31.01.2028;zugesagt;Englisch, Französisch;keine;\r\n"
        "2;Ermittlungstrainer;1;01.02.2027;31.01.2028;in Prüfung;Englisch;"
        "nicht in Northern station;über Mandat zu entscheiden\r\n"
        "Summe;;6;;;;;;\r\n"
    )
    path = folder / "Antwort_DEU.csv"
    path.write_bytes(text.encode("cp1252"))
    return path


def france(folder: Path) -> Path:
    """Two rows of headings, the upper one over two columns; a nation over its rows, days with slashes."""
    rows: list[list[Any]] = [
        ["Réponse de la France", None, None, None, None, None],
        [],
        ["Pays", "Fonction", "Effectif", None, None, "Engagement"],
        [None, None, None, "du", "au", None],
        [None, "Formateur de police", "3 personnes", "01/03/2027", "31/08/2028", "Ferme"],
        [None, "Conseiller école", 1, "15/03/2027", "15/03/2028", "à confirmer"],
        [None, "Secouriste", "néant", None, None, None],
    ]
    spans = (("D3:E3", "Période"), ("A5:A7", "République française"))
    return workbook(folder / "reponse.xlsx", {"Feuil1": rows}, spans)


def italy(folder: Path) -> Path:
    """Tabs, one column for the period, counts with words, no state."""
    text = (
        "Paese\tIncarico\tUnità\tPeriodo\tSede\tNote\n"
        "Italia\tParamedic\t2 pax\t1 marzo 2027 - 28 febbraio 2028\tPolice school\t\n"
        "Italia\tOffice and accounts\tuno\tmarzo 2027 - agosto 2027\ttutti\tsede da definire\n"
    )
    path = folder / "offerta.tsv"
    path.write_text(text, "utf-8")
    return path
