# What of a mission is allowed but odd: what was found, why it matters (a clause), what to do.
# Files and sheets.
file-not-read =
    .found = a file that is not read
    .matters = what stands in it is no part of the mission
    .cure = { $near ->
        [nothing] save it in a form that is read, or move it elsewhere
       *[other] save it as { $near }, or move it elsewhere
    }
folder-not-read =
    .found = a folder with { $file }, which is not read
    .matters = only files beside mission.yaml are part of the mission
    .cure = move the file up, or the folder elsewhere
open-elsewhere =
    .found = { $file }, which another program has open
    .matters = what is not saved yet is not read
    .cure = save and close it there
hidden-rows =
    .found = { $count ->
        [one] the hidden row { $rows }
       *[other] the hidden rows { $rows }
    }, with contents
    .matters = hidden or filtered rows count like all others
    .cure = show the rows, and delete what should not count
hidden-columns =
    .found = { $count ->
        [one] the hidden column { $columns }
       *[other] the hidden columns { $columns }
    }, with contents
    .matters = hidden columns count like all others
    .cure = show the columns, and delete what should not count
hidden-sheet =
    .found = a hidden sheet with contents
    .matters = hidden sheets count like all others
    .cure = show the sheet, and delete what should not count
comment-behind-text =
    .found = the comment { $comment } right behind a text
    .matters = what follows a space and # is not read, here the end of the text perhaps
    .cure = write { $text } if it belongs to it, else put the comment on a line of its own
row-of-total =
    .found = a row called { $id }
    .matters = it counts like all others, so that what it adds up counts twice
    .cure = remove it if it is a total, else give it another id
far-day =
    .found = { $day }
    .matters = it lies { $years } years from the mission, which starts on { $starts }
    .cure = correct the year
shown-otherwise =
    .found = { $held }, shown as { $shown }{ $more ->
        [0] {""}
        [one] , and one more cell like it in the column
       *[other] , and { $more } more cells like it in the column
    }
    .matters = what the format of the cell shows is not read, only the number that it holds
    .cure = give the cells the format General, and write what they should be
# Numbers.
no-width =
    .found = a range from { $value } to { $value }
    .matters = it is one number, so that nothing of it is simulated as uncertain
    .cure = write how far it may lie from { $value }, or the number alone
nobody-passes =
    .found = a pass rate of 0 %
    .matters = nobody ever passes the course
    .cure = write the share that passes
everybody-passes =
    .found = a pass rate of 100 %
    .matters = nobody ever fails, which no published course shows
    .cure = write a range, such as min 70%, likely 85%, max 95%
no-pass-rate =
    .found = no pass rate
    .matters = where passes is left out nobody ever fails
    .cure = write passes, such as min 70%, likely 85%, max 95%
everybody-drops-out =
    .found = a drop-out of 100 % a week
    .matters = nobody is left after the first week
    .cure = write the share lost in each week
everybody-teaches-on =
    .found = a share of 100 % who teach on
    .matters = nobody who passes is left for the units wanted
    .cure = write the share who become instructors
nobody-posted =
    .found = a share of 0 % who are posted
    .matters = no graduate ever serves where the competence is used
    .cure = write the share who are posted
everybody-leaves =
    .found = a loss of 100 % a month
    .matters = nobody is left after the first month
    .cure = write the share lost a month, such as 1%
never-honoured =
    .found = an offer of which nobody comes
    .matters = it fills no post in any future
    .cure = write the chance that its people come, or leave the offer out
always-late =
    .found = people who come { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } late in every future
    .matters = plans count them from the first day of their offer on, and so promise more than any future gives
    .cure = write the first day on which they can be there as begins, and as late only what is not known
never-insists =
    .found = a position with a strength of 0 %
    .matters = the party never insists on it
    .cure = write how likely it is to insist, or leave the position out
never-happens =
    .found = an event with a chance of 0 %
    .matters = it happens in no future
    .cure = write its chance, or leave the event out
surely-happens =
    .found = an event with a chance of 100 %
    .matters = it happens in every future, and plans do not know of it
    .cure = write its chance, or plan with what it does
everybody-stays =
    .found = an event after which 100 % stay
    .matters = it shrinks nothing
    .cure = write the share who stay, or leave the event out
nothing-uncertain =
    .found = no number with a range
    .matters = futures differ only by chance, and a sample has nothing to vary
    .cure = write ranges for what is not known, such as min 60%, likely 80%, max 90%
no-basis =
    .found = { $count ->
        [one] a number without a basis
       *[other] { $count } numbers without a basis ({ $paths })
    }
    .matters = nobody can say what { $count ->
        [one] it rests on
       *[other] they rest on
    }
    .cure = name a statement of the ledger or an assumption, as basis: A1
correlated-known =
    .found = a correlation with { $path }, which is known
    .matters = it moves nothing
    .cure = write a range there, or take the correlation away
correlation-0 =
    .found = a rank correlation of 0
    .matters = without it the two move as freely
    .cure = write how far they move together, or take it away
correlation-1 =
    .found = { $one } and { $other }, correlated by 1 or -1
    .matters = the one settles the other: they are one unknown, not two
    .cure = write how far they move together, such as 0.7
# Lists and titles.
twice =
    .found = { $item } again
    .matters = it stands in the list already (entry { $first })
    .cure = keep one of the two
an-entry = an entry
same-title =
    .found = the title { $title } again
    .matters = { $other } has it, too, so that no sentence tells the two apart
    .cure = write another title
# Levers and rules.
choice-does-the-same =
    .found = a choice that does the same as { $other }
    .matters = they differ only in their words, so that options stand twice
    .cure = set something else, or keep one of the two
set-by-two =
    .found = { $path }, which the lever { $lever } sets, too
    .matters = the lever that is written last decides
    .cure = let one lever set it
rule-again =
    .found = a rule that excludes nothing new
    .matters = rule { $other } excludes all of it
    .cure = keep one of the two
# Days and the calendar.
closed-out-of-time =
    .found = a closed period that lies outside the mission
    .matters = the mission is followed from { $first } to { $last }
    .cure = correct the year, or take the period away
closes-nothing =
    .found = a closed period that closes no week
    .matters = a week is closed where fewer than { $least } working days are left, and others may close it already
    .cure = lengthen it, lower calendar.least_days, or take it away
holidays-out-of-time =
    .found = holidays, of which none lies in the mission
    .matters = the mission is followed from { $first } to { $last }
    .cure = write the holidays of these years
opens-after-exit =
    .found = a site that opens after the mission exits
    .matters = nobody of the mission ever teaches there (exit { $exit })
    .cure = correct the day, or leave the site out
tour-too-long =
    .found = a tour of { $tour } weeks
    .matters = the mission lasts { $weeks } weeks, so that nobody ever hands over
    .cure = shorten the tour, or lengthen the mission
planned-after-start =
    .found = { $day }
    .matters = the mission begins before the planner's day, on { $starts }
    .cure = correct as_of, or mission.starts
question-of-nothing =
    .found = a question that nothing in the mission answers
    .matters = no option and no future depends on it
    .cure = name its lever, quantity or event
# Places and money.
site-unused =
    .found = a site where nothing is taught
    .matters = no course, activity or headquarters is there
    .cure = name it under sites of a course, or leave it out
no-post-costs =
    .found = roles that all cost nothing
    .matters = options with more people look as cheap as those with fewer
    .cure = write costs_a_year
post-costs-nothing =
    .found = no cost of a post
    .matters = its posts are counted as free
    .cure = write costs_a_year
# Courses, pools and targets.
nothing-wanted =
    .found = no capability
    .matters = nothing is wanted, so that no option leads further than another
    .cure = write what is wanted by when under capabilities
never-held =
    .found = a course that no option holds
    .matters = it is never taught
    .cure = let a choice of a lever hold it, or leave it out
never-carried-out =
    .found = a project that no option carries out
    .matters = its effects never come
    .cure = let a choice of a lever carry it out, or leave it out
course-serves-nothing =
    .found = a course that leads to nothing wanted
    .matters = no capability, course or need for instructors asks for its graduates
    .cure = name what it grants under made_of of a capability, or leave it out
pool-unused =
    .found = a pool that no course takes from
    .matters = its people are never trained
    .cure = name it under recruits of a course, or leave it out
pool-empty =
    .found = a pool with nobody in it
    .matters = nobody waits there and nobody comes, so that its courses stay empty
    .cure = write a_year or at_start
target-after-exit =
    .found = { $day }
    .matters = the mission exits before, on { $exit }, so that only the host can still train for it
    .cure = correct the day, or lengthen the mission
target-falls =
    .found = { $fewer }, fewer than the { $units } wanted by { $day }
    .matters = whoever reaches the first has reached the second
    .cure = write all that is wanted by then, not what is added
floor-above-targets =
    .found = { $floor }, above the { $most } wanted
    .matters = more is to last than was ever to be reached
    .cure = correct the minimum level or the targets
target-0 =
    .found = a target of 0
    .matters = it is reached by doing nothing
    .cure = write how many, or take it away
stops-at-exit =
    .found = { $percent } %, and nothing that ever lets the host teach alone
    .matters = the course stops for ever once the mission exits, and a minimum level is to last
    .cure = write hosts_teach_alone: after, or name the course in the effects of a project
out-of-reach =
    .found = { $units ->
        [one] { $units } unit wanted, of which at most { $most } can be there
       *[other] { $units } units wanted, of which at most { $most } can be there
    }
    .matters = { $why }, whichever option is chosen
    .cure = correct the day, the number or what leads to { $competence }
no-course = no course leads there
by-time = { $course } gives its first graduates on { $day } at the earliest
by-periods = no serial of { $course } is over before, within its periods
by-seats = the rooms of { $course } hold too few classes till then
by-people = too few people come to { $course } till then
# People and offers.
no-role-holds =
    .found = the skill { $quoted }, which no role holds
    .matters = { $foreign ->
        [yes] no foreign instructor can come for it, and { $course } needs some: it cannot be held
       *[no] only hosts could teach it: { $course } cannot be held till they are enough
    }
    .cure = give { $skill } to a role under roles
no-crew =
    .found = { $needed ->
        [one] a need for { $needed } instructor of { $skill }
       *[other] a need for { $needed } instructors of { $skill }
    } for the least class of { $seats }
    .matters = at most { $there } can be there at a time: the course is never held
    .cure = find offers, lower least or the ratio, or raise the ceiling
small-crew =
    .found = { $needed ->
        [one] a need for { $needed } instructor of { $skill }
       *[other] a need for { $needed } instructors of { $skill }
    } for a full class of { $seats }
    .matters = at most { $there } can be there at a time: no class is ever full
    .cure = find offers, lower most or the ratio, or raise the ceiling
role-unused =
    .found = { $offers ->
        [0] a role that nothing needs
        [one] a role that nothing needs, with { $offers } offer
       *[other] a role that nothing needs, with { $offers } offers
    }
    .matters = no course, project, command or support rule asks for its posts
    .cure = give it a skill that is needed, name it in a support rule, or leave it out
offer-of-local-role =
    .found = an offer for a role that is hired locally
    .matters = posts of local roles take no offers
    .cure = take local from the role, or leave the offer out
offer-of-other-rank =
    .found = { $given }
    .matters = posts of the role ask for { $wanted }, more than one band away: the offer fills none
    .cure = correct the rank here or of the role
offer-without-language =
    .found = people who do not speak { $language }
    .matters = posts of the role ask for it: the offer fills none
    .cure = write languages here, or speaks of the party
offer-without-week =
    .found = an offer from { $begins } to { $ends }
    .matters = no whole week of the mission lies in it: nobody of it can teach
    .cure = correct its dates, or leave it out
offer-unneeded =
    .found = an offer whose caveats leave no course
    .matters = whatever asks for its skills is in not_for or at sites in not_at
    .cure = ask whether the caveats are meant so, or leave it out
party-without-part =
    .found = a contributor with no offer and no position
    .matters = it changes nothing, and the brief lists it
    .cure = write what it offers or wants, or leave it out
command-unused =
    .found = a way to command that no option has
    .matters = options have { $chosen }
    .cure = let a lever choose it (command: ...), or leave it out
no-command = none
# The annex of a brief.
title = Warnings about the mission
caption = What is allowed but odd
column-place = where
column-found = what was found
column-matters = why it matters
column-cure = what to do
