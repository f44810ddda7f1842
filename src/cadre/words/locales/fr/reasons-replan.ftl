# -- ce qui était, ce qui est maintenant
serial-dropped = non placée
in-week = semaine { $week }
    .week = semaine où elle commence
no-longer-planned = n’est plus planifiée
crew = { $people }
crew-beside = { $people } en plus
as-it-was = équipe inchangée
nobody = personne
on-line = { $people } à { $line }, { $last ->
        [none] semaine { $first }
       *[other] semaines { $first } à { $last }
    }
    .people = personnel à { $line }
    .first = sa première semaine à { $line }
    .last = sa dernière semaine à { $line }
not-on-line = absent
# -- pourquoi
no-longer-asked = la mission ne la demande plus
room-now = il y a maintenant de la place
weeks-changed = ses semaines ou ses places ont changé
offer-ends = { $offer } : { $why }
fewer-come = { $offer } : il en vient moins
on-others = { $person } est désormais affecté à { $held }
is-free = { $person } est libre
fills-open = pourvoit des postes vacants
too-few-trainees = { $people } pourraient suivre { $course }, une classe en prend au moins { $least }
    .people = personnes qui pourraient suivre { $course }
    .least = personnes qu’une classe de { $course } prend au moins
over-too-late = la première semaine où elle trouve salles et personnel est la { $week }, trop tard pour la semaine { $until }
    .week = première semaine où elle trouve salles et personnel
    .until = semaine où elle est voulue
