import re
from pathlib import Path
def both(f, pick):
    p=Path(f); t=p.read_text()
    n=0
    def r(m):
        nonlocal n
        out=pick[n] if not callable(pick[n]) else pick[n](m.group(1),m.group(2)); n+=1
        return out
    t=re.sub(r"<<<<<<< HEAD\n(.*?)=======\n(.*?)>>>>>>> [^\n]*\n", r, t, flags=re.S)
    assert n==len(pick),(f,n); p.write_text(t)
cat=lambda a,b:a+b
both("CHANGELOG.md",[cat])
def luck(a,b):
    la=a.splitlines(True); lb=b.splitlines(True)
    return lb[0]+la[1]+lb[1]
both("docs/model/simulation.md",[luck])
both("src/cadre/simulation/arena.py",['    *("skills", "facilities", "claims", "table", "steps", "boundaries", "waves", "changes", "listed", "areas"),\n',
'''    numbers |= {"steps": records.MARKS, "boundaries": frame.weeks + 1, "waves": records.WAVES}
    numbers |= {"changes": records.CHANGES, "listed": 2 * records.LISTED, "areas": len(tables.sites) + 1}
'''])
both("src/cadre/simulation/draws.py",[lambda a,b:a,lambda a,b:a,lambda a,b:a])
both("src/cadre/simulation/inputs.py",[cat])
both("src/cadre/simulation/records.py",[lambda a,b:b+a.split('go."""\n',1)[1],cat])
both("src/cadre/simulation/kernel/people.py",[lambda a,b:a.replace("    binomial,\n","").replace("SEASON, TABLE","SEASON, TABLE, WAVES")])
both("tests/simulation/reference.py",[lambda a,b:a+"\n\n"+b, lambda a,b:b.splitlines(True)[0]+a.replace("self.stays = [s for s in self._in_turn() if self._comes(s)]","self.stays = list(self._stays())")])
def sub(f, a, b, n=1):
    p=Path(f); t=p.read_text(); assert t.count(a)>=1, (f,a); p.write_text(t.replace(a,b,n))
R="tests/simulation/reference.py"
p=Path(R); t=p.read_text()
a=t.index("    def _stays(self) -> Iterator[Stay]:"); b=t.index("    def _first_like(self")
t=t[:a]+'''    def _stays(self) -> Iterator[Stay]:
        """Everybody who comes, one by one."""
        for stay, slot, tour in self._planned():
            if slot is None:
                yield stay
            else:
                yield from self._settled(stay, slot, tour)

    def _planned(self) -> Iterator[tuple[Stay, str | None, int]]:
        """Everybody planned, one by one, with the slot of the places they take and their tour."""
        if self.forces is not None:
            yield from self._stints(self.forces)
        for post in sorted(self.programme.posts, key=lambda p: (p.rotation, p)):
            begins = post.rotation * self.programme.rotation_weeks
            ends = min(begins + self.programme.rotation_weeks, self.exit)
            local = self.mission.roles[post.role].local
            if begins >= ends or (not local and self.forces is not None):
                continue
            for _ in range(post.people):
                stay = Stay(post.role, post.site, begins, ends, begins, fresh=not local, sure=local)
                yield stay, None if local else f"posts/{post.role}/{post.site}", 0

    def _stints(self, forces: ForcePlan) -> Iterator[tuple[Stay, str, int]]:
        lines = {line.id: line for line in forces.lines}
        t, first = self.mission.tours.weeks, {key: self._first_like(key) for key in self.mission.offers}
        for stint in sorted(forces.stints, key=lambda s: (s.begins, s.ends, first[s.offer], s.line)):
            line, offer = lines[stint.line], self.mission.offers[stint.offer]
            first_turn = max(0, self.mission.whole_weeks(offer.begins, offer.ends)[0]) // t
            sure = offer.state == "arrived" and stint.begins < (first_turn + 1) * t
            for _ in range(stint.people):
                ends = min(stint.ends, self.exit)
                stay = Stay(
                    *(line.role, line.site, stint.begins, ends, line.opens, stint.offer),
                    sure=sure,
                    not_for=offer.not_for,
                )
                yield stay, f"offer/{first[stint.offer]}/{line.site}", offer.tour or t

'''+t[b:]
t=t.replace('''        for stay in self._stays():
            for skill in self.mission.roles[stay.role].skills:
                for w in range(stay.begins, stay.ends):
                    at = (stay.site, skill, w)
                    found[at] = found.get(at, 0) + stay.people''','''        for stay, _, _ in self._planned():
            for skill in self.mission.roles[stay.role].skills:
                for w in range(stay.begins, stay.ends):
                    at = (stay.site, skill, w)
                    found[at] = found.get(at, 0) + 1''')
p.write_text(t)
sub("src/cadre/simulation/policy_tables.py","from cadre.simulation.staff_tables import Stay\n","from cadre.simulation.stays import Stay\n")
B="src/cadre/simulation/reliability.py"
p=Path(B); t=p.read_text()
t=t.replace('''    from scipy.special import ndtr, ndtri''','''    from scipy.special import ndtr, ndtri''')
t=re.sub(r"    z = ndtri\(draws\.parties\[mission\.offers\[offer\]\.party\]\)\n",'    z = draws.normal(f"party/{mission.offers[offer].party}")\n',t)
p.write_text(t)
C="benchmarks/calibration.py"
p=Path(C); t=p.read_text()
t=t.replace('''        {party: rng.random(number) for party in mission.parties},
''','''        int(rng.integers(SEEDS)),
''')
t=t.replace('''    parties = {party: np.full(1, 0.5) for party in mission.parties}
    return Draws(draw(mission, seed=0, outer=1).quantities, 1, {}, parties)''','''    return Draws(draw(mission, seed=0, outer=1).quantities, 1, {})''')
p.write_text(t)
sub("tests/benchmarks/test_calibration.py","1, {}, truth.parties)","1, {}, truth.seed)")
