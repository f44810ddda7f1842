# What does not hold together between the parts of a mission.
# Levers, choices and rules.
found-inside = { $found } in { $path }
path-astray =
    .found = a path to { $id }, which is not in { $where }
    .allowed = must lead to what is there
    .cure = { $cure }
choice-like-another =
    .found = a choice that changes nothing against { $other }
    .allowed = each choice must change something
    .cure = set something else, or remove it
too-many-combinations =
    .found = { $number } combinations
    .allowed = must be at most { $most }
    .cure = leave out levers or choices
rule-leaves-no-choice =
    .found = a rule that excludes every choice of { $lever }
    .allowed = must leave a choice
    .cure = take a choice out of the rule
rules-leave-nothing =
    .found = rules that exclude every combination of choices
    .allowed = must leave a combination
    .cure = relax a rule
choice-never-allowed =
    .found = a choice that the rules never allow
    .allowed = must stand in some combination
    .cure = take it out of a rule, or remove the choice
# The ledger.
supersedes-without-date =
    .found = no date
    .allowed = what supersedes must have a date
    .cure = write date (when it was said)
supersedes-later =
    .found = { $date }, before { $other } of { $before }
    .allowed = what supersedes must be later
    .cure = swap the two or correct a date
supersedes-without-reason =
    .found = no reason
    .allowed = what supersedes must say why
    .cure = write why (the reason)
no-source =
    .found = no source
    .allowed = must name its source, unless it is an assumption or derived from a basis
    .cure = write source, or attribution: assumption
# Days and weeks.
no-target =
    .found = no target
    .allowed = must hold a number by a date
    .cure = write 2020-10-01: 40
target-out-of-time =
    .found = { $day }
    .allowed = must be from { $first } (start) to { $last } (end of the look beyond exit)
    .cure = correct the date or the horizon
offer-out-of-time =
    .found = an offer from { $begins } to { $ends }
    .allowed = must overlap with the mission, { $first } to { $last }
    .cure = correct its dates or leave it out
meetings-out-of-order =
    .found = { $day }
    .allowed = must not be before the meeting above it ({ $above })
    .cure = put the meetings in order of date
meeting-after-start =
    .found = { $day }
    .allowed = must not be after the mission starts ({ $starts })
    .cure = correct the date, or mission.starts
learnt-before-today =
    .found = { $day }
    .allowed = must not be before mandate.as_of ({ $today })
    .cure = correct the date, or answer the question in the mission
no-open-week =
    .found = a calendar that closes every week of the mission
    .allowed = some week must be open
    .cure = shorten closed, or correct working_days and least_days
no-run-of-open-weeks =
    .found = { $weeks ->
        [one] { $weeks } week that may not pause
       *[other] { $weeks } weeks that may not pause
    }
    .allowed = must fit into the longest run of open weeks ({ $longest })
    .cure = write may_pause: yes, or shorten it
command-above-ceiling =
    .found = { $ceiling }
    .allowed = { $posts ->
        [one] must be at least the { $posts } post of the command { $command }
       *[other] must be at least the { $posts } posts of the command { $command }
    }
    .cure = raise the ceiling to { $posts } or more, or choose a smaller command
tour-without-teaching =
    .found = { $away } weeks of handover, leave and weeks lost by the command
    .allowed = { $tour ->
        [one] must be fewer than the { $tour } week of a tour
       *[other] must be fewer than the { $tour } weeks of a tour
    }
    .cure = lengthen the tour, or shorten the others
# Correlations.
pair-again =
    .found = the pair { $one } and { $other } again
    .allowed = must be a new pair
    .cure = remove it
quantity-with-itself =
    .found = a quantity with itself
    .allowed = must be a new pair
    .cure = remove it
one-party =
    .found = two offers of one party, which move as one
    .allowed = must be a new pair
    .cure = remove it
correlations-contradict =
    .found = correlations that cannot be true at once
    .allowed = their matrix must be positive semidefinite
    .cure = { $cure }
weaken-one = set the rank of { $one } and { $other } to { $rank }, or correct another one
weaken-all = multiply each rank by { $share }
# Courses, sites and capabilities.
two-origins =
    .found = both after and recruits
    .allowed = trainees must come from one origin
    .cure = keep one of the two
no-origin =
    .found = neither after nor recruits
    .allowed = trainees must come from one origin
    .cure = write recruits with a pool ({ $pools }), or after with a course before it ({ $courses })
prerequisite-twice =
    .found = { $course } twice
    .allowed = each prerequisite must stand once
    .cure = remove one of the two
no-chain =
    .found = { $first } that does not lead to { $second }
    .allowed = prerequisites must form a chain
    .cure = write after: { $first } in { $second }, or keep only the one that trainees come from
grants-nothing =
    .found = { $other }, which grants nothing
    .allowed = a prerequisite must grant a competence
    .cure = write grants (what its graduates hold) in { $other }, or take { $other } out of after
intake-out-of-time =
    .found = { $day }
    .allowed = must lie after the first day, { $first }, and before the mission is over, { $last }
    .cure = correct the day, or take the entry away
day-again =
    .found = the day { $day } again
    .allowed = must stand once
    .cure = keep one of the two
crew-of-fixed-size =
    .found = a crew of fixed size
    .allowed = some instructors must be stated as one for so many trainees
    .cure = write one_per, or take instructors away
longer-than-its-course =
    .found = { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }
    .allowed = { $length ->
        [one] must be at most the { $length } week of { $course }
       *[other] must be at most the { $length } weeks of { $course }
    }
    .cure = correct the weeks, or let a serial that has not begun be planned
nobody-in-training =
    .found = nobody
    .allowed = somebody must be in training
    .cure = leave it out
leads-to-nothing =
    .found = neither grants nor teaches
    .allowed = a course must lead to something
    .cure = write grants, or teaches with teaches_on
nobody-teaches-on =
    .found = teaches with teaches_on 0
    .allowed = someone must teach on where skills are taught
    .cure = write teaches_on
no-site =
    .found = no site
    .allowed = a course must have a site
    .cure = write sites with those that can hold it, out of { $sites }
no-site-holds =
    .found = { $missing }
    .allowed = at least one listed site must be able to hold the course
    .cure = add what is missing to a site, or another site
too-few-rooms = { $site } with { $there } of the { $needed } { $kind } needed
too-few-beds = { $site } with { $beds ->
    [one] { $beds } bed
   *[other] { $beds } beds
} for { $trainees ->
    [one] { $trainees } trainee
   *[other] { $trainees } trainees
} and { $instructors ->
    [one] { $instructors } instructor
   *[other] { $instructors } instructors
}
skill-of-nobody =
    .found = the skill { $quoted }, which nobody could offer
    .allowed = must be a skill of some role
    .cure = give { $skill } to a role under roles
not-led-to =
    .found = the competence { $quoted }, which no course grants and nobody holds at the start
    .allowed = a course must lead to it
    .cure = let a course grant { $competence }, or take it out of made_of
# Ids that are named and not defined.
unknown-id =
    .found = the unknown { $what }
    .allowed = must be defined in the mission
    .cure = { $cure }
all-places = { $cure }; { $count ->
    [one] one more place names it
   *[other] { $count } more places name it
} ({ $places }): if it was renamed, give it this name again where it is defined, or write the new one in all of them
all-places-many = { $cure }; { $count } more places name it ({ $places }, ...): if it was renamed, give it this name again where it is defined, or write the new one in all of them
unknown-skill = skill { $id }
unknown-facility = facility { $id }
unknown-course = course { $id }
unknown-pool-of-recruits = pool of recruits { $id }
unknown-competence = competence { $id }
unknown-site = site { $id }
unknown-project = project { $id }
unknown-rank-band = rank band { $id }
unknown-role = role { $id }
unknown-thing-to-count = thing to count { $id }
unknown-way-to-command = way to command { $id }
unknown-party = party { $id }
unknown-lever = lever { $id }
unknown-quantity = quantity { $id }
unknown-open-question = open question { $id }
unknown-event = event { $id }
unknown-capability = capability { $id }
unknown-thing = thing { $id }
unknown-source = source { $id }
unknown-statement = statement { $id }
unknown-activity = activity { $id }
unknown-attribute = attribute { $id }
unknown-choice = choice { $id } of the lever { $lever }
figure-without-pack =
    .found = the figure { $figure }
    .allowed = must be a figure of the mission's pack
    .cure = name the pack under mission.pack, or take the figure out of basis
no-such-figure =
    .found = the unknown figure { $figure }
    .allowed = must be in the pack
    .cure = { $cure }
no-such-statement =
    .found = the unknown statement { $statement }
    .allowed = must be in the ledger
    .cure = { $cure }
# Events and open questions.
event-after-exit =
    .found = { $day }
    .allowed = must be before the mission exits ({ $exit })
    .cure = correct the date, or leave the event out
review-before-start =
    .found = a review on { $day }
    .allowed = must be after the mission starts ({ $starts }), else there is nothing to count
    .cure = correct the date, or state a chance
event-without-chance =
    .found = { $event }
    .allowed = must be an event with a chance: a hazard or a review is settled only as time passes
    .cure = ask for the quantity per_year, or state a chance
question-of-two-things =
    .found = an event and a quantity
    .allowed = a question is about one thing
    .cure = leave one of them out
waits-for-no-end =
    .found = { $question }
    .allowed = must be an open question with an event that ends the mission by a chance
    .cure = name its event, or remove decide and after
waits-too-long =
    .found = { $question }, known by no such day
    .allowed = must be known before the mission exits ({ $exit })
    .cure = write its can_learn_by
# Positions.
wishes-exclude-each-other =
    .found = { $other } of { $party }, which cannot hold together with its wish { $one }
    .allowed = a party's positions must be able to hold together
    .cure = correct or remove one of the two
wish-not-accepted =
    .found = { $other } of { $party }, which contradicts its position on { $one }
    .allowed = a party's positions must be able to hold together
    .cure = correct or remove one of the two
# Things that wait for each other, or feed each other, for ever.
circle-of-courses =
    .found = the circle { $circle }
    .allowed = must not go round
    .cure = take one of them out of after; the course that begins the chain takes recruits
circle-of-projects =
    .found = the circle { $circle }
    .allowed = must not go round
    .cure = take one of them out of after
circle-of-tails =
    .found = support that needs itself: { $circle }
    .allowed = must not go round
    .cure = take one of them out of `of`
circle-of-replacements =
    .found = the circle { $circle }
    .allowed = must not go round
    .cure = take supersedes out of the oldest of them
circle-of-origins =
    .found = the circle { $circle }
    .allowed = must not go round
    .cure = name what it was first derived from
nobodys-holiday =
    .found = the holiday of { $of }, who is nobody here
    .allowed = must be host or a party
    .cure = { $cure }
closed-of-one =
    .found = the closed period of { $of }
    .allowed = what is closed is closed for everybody
    .cure = leave of out, or move the days to calendar.holidays
no-working-day =
    .found = no working day
    .allowed = must be one day or more
    .cure = name the days, or take working_days out
nation-never-works =
    .found = { $days ->
        [0] no day on which its people work where a site does
        [one] { $days } day a week on which its people work where a site does
       *[other] { $days } days a week on which its people work where a site does
    }
    .allowed = { $least ->
        [one] must be { $least } day or more, as a week with fewer is closed to them
       *[other] must be { $least } days or more, as a week with fewer is closed to them
    }
    .cure = add days on which the sites work, or lower calendar.least_days
no-period-long-enough =
    .found = { $periods }, in which no serial can be held
    .allowed = { $weeks ->
        [one] one of them must hold { $weeks } week of the mission that is not closed
       *[other] one of them must hold { $weeks } weeks of the mission that are not closed
    }
    .cure = widen the periods, shorten the course, or take closed weeks out
part-without-week =
    .found = { $people }, too small a part for one week
    .allowed = { $tour ->
        [one] must be half a week or more of the { $tour } week of a rotation, or of those of them that are offered
       *[other] must be half a week or more of the { $tour } weeks of a rotation, or of those of them that are offered
    }
    .cure = write a larger part, or whole people with the dates on which they are there

# What is always shown.
pins-no-option =
    .found = { $option }, which is no option and no lever
    .allowed = must name an option by its id, `asked`, or choices as LEVER=CHOICE
    .cure = { $levers ->
        [none] leave it out: the mission has no levers
       *[some] use one of the levers { $levers }, or an id of `cadre options --all`
    }
pins-excluded-option =
    .found = an option that a rule excludes ({ $because })
    .allowed = must be left by the rules
    .cure = name other choices, or change the rule
