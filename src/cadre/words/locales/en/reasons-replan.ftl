# -- what was, what is now
serial-dropped = dropped
in-week = week { $week }
    .week = the week in which it begins
no-longer-planned = no longer planned
crew = { $people }
crew-beside = { $people } beside them
as-it-was = as it was
nobody = nobody
on-line = { $people } on { $line }, { $last ->
        [none] week { $first }
       *[other] weeks { $first }-{ $last }
    }
    .people = people on { $line }
    .first = their first week on { $line }
    .last = their last week on { $line }
not-on-line = not there
# -- why
no-longer-asked = the mission no longer asks for it
room-now = there is room now
weeks-changed = its weeks or seats have changed
offer-ends = { $offer }: { $why }
fewer-come = { $offer }: fewer of them come
on-others = { $person } is on { $held } now
is-free = { $person } is free
fills-open = fills posts that are open
too-few-trainees = { $people } could take { $course }, a class takes { $least } at least
    .people = people who could take { $course }
    .least = people that a class of { $course } takes at least
over-too-late = the first week in which it finds rooms and people is { $week }, too late for week { $until }
    .week = the first week in which it finds rooms and people
    .until = the week in which it is wanted
