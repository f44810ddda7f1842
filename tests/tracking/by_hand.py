"""A small mission folder with records written by hand, for tests that spoil them."""

from __future__ import annotations

from pathlib import Path

from tests.mission_files import by_hand

RECORDS = {
    "reporters": """\
id,title,every
camp,Camp,2
staff,Headquarters,
""",
    "names": """\
id,person,name
n1,first#1,Ana Silva
""",
    "movements": """\
id,on,reported_by,reported_on,offer,site,what,people
m1,2020-01-07,camp,2020-01-10,first,camp,arrived,4
m2,2020-03-10,camp,2020-03-12,first,camp,departed,1
""",
    "serials": """\
id,on,reported_by,reported_on,means,rule,corrects,serial,what,course,site,people,passed,again,teach_on,weeks_taught,cause
s1,2020-01-13,camp,2020-01-17,register,sat the test,,basic@camp/1,started,basic,camp,12,,,,,
s2,2020-02-03,camp,2020-02-07,register,sat the test,,basic@camp/1,in class,,,11,,,,3,
s3,2020-02-21,camp,2020-02-28,test papers,sat the test,,basic@camp/1,ended,,,11,9,1,,,
s4,2020-02-21,camp,2020-03-06,test papers,sat the test,s3,basic@camp/1,ended,,,11,8,2,,,
s5,2020-03-02,camp,2020-03-06,register,sat the test,,basic@camp/2,started,basic,camp,10,,,,,
s6,2020-03-30,camp,2020-04-03,,sat the test,,basic@camp/3,cancelled,,,,,,,,trainees
""",
    "groups": """\
id,on,reported_by,reported_on,serial,group,people,passed
g1,2020-02-21,camp,2020-03-06,basic@camp/1,women,3,2
g2,2020-02-21,camp,2020-03-06,basic@camp/1,men,8,6
g3,2020-03-02,camp,2020-03-06,basic@camp/2,officers,4,
""",
    "counts": """\
id,on,reported_by,reported_on,rule,what,of,people
c1,2020-03-02,staff,2020-03-05,available,recruits,army,31
c2,2020-03-02,staff,2020-03-05,available,competence,operator,8
c3,2020-02-03,staff,2020-02-05,available,competence,operator,0
""",
    "intake": """\
id,on,reported_by,reported_on,recruits,begins,people
i1,2020-03-01,staff,2020-03-05,army,2020-01-06,35
""",
    "postings": """\
id,on,reported_by,reported_on,competence,people,of
p1,2020-03-01,staff,2020-03-05,operator,7,8
""",
    "spending": """\
id,on,reported_by,reported_on,payer,about,begins,amount
e1,2020-01-31,staff,2020-02-10,nations,posts,2020-01-06,40 k
e2,2020-02-29,staff,2020-03-10,nations,posts,2020-02-01,55 k
""",
    "site_states": """\
id,on,reported_by,reported_on,site,what
w1,2020-02-10,camp,2020-02-11,camp,closed
w2,2020-02-17,camp,2020-02-18,camp,reopened
""",
    "occurrences": """\
id,on,reported_by,reported_on,what
o1,2020-03-16,staff,2020-03-16,paused
o2,2020-03-23,staff,2020-03-23,resumed
""",
    "injuries": """\
id,on,reported_by,reported_on,site,people,severity
h1,2020-02-12,camp,2020-02-12,camp,1,light
""",
}
"""Tables of records by name."""


def write_folder(folder: Path) -> Path:
    """Write the mission folder with its records as they should be."""
    by_hand.write_folder(folder)
    (folder / "records").mkdir()
    for name, text in RECORDS.items():
        (folder / "records" / f"{name}.csv").write_text(text, "utf-8")
    return folder
