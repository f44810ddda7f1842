target-missed = { $capability } by { $day }: { $reached } of { $wanted }; { $why }
    .reached = { $capability }: units reached by { $day }
    .wanted = { $capability }: units wanted by { $day }
limit-binds = { $limit ->
    [trainees] trainees bind: with more recruits more could be reached
    [seats] seats bind: with a room for every serial more could be reached
    [instructors] instructors bind: with people for all roles, places and weeks, instead of those offered, more could be reached
    [ceiling] the ceiling binds: with more posts more could be reached
    [site] the sites bind: all open from the first day, with beds enough, more could be reached
   *[time] time binds: the courses, one after the other, take longer
}
nothing-leads-to = no course is held that leads to: { $competences }
never-held = no serial of { $course } is held{ $lacks ->
    [none] {""}
   *[other] : { $lacks }
}
# What a course lacks that is never held.
too-few-rooms = it takes { $takes } { $facility } at once, and { $site } has { $there }
    .takes = { $facility } that a course takes at once
    .there = { $facility } that { $site } has
fits-nowhere = { $weeks ->
    [one] its { $weeks } week fits
   *[other] its { $weeks } weeks fit
} nowhere between opening, closed weeks and end of { $site }
    .weeks = weeks of a course that fit nowhere at { $site }
fits-no-period = { $weeks ->
    [one] its { $weeks } week fits
   *[other] its { $weeks } weeks fit
} into none of the periods in which it is held ({ $periods }), between what is closed at { $site }
    .weeks = weeks of a course that fit into none of its periods at { $site }
nobody-has-skill = no role has the skill { $skill }, and no host teaches it
too-few-people = its smallest class needs { $needed } of { $skill } on posts at once, and { $by ->
    [ceiling] the ceiling allows { $there }
    [caveats] of those offered at most { $there } may stand on them: site, course, rank, language or condition bars the others
   *[offers] at most { $there } are offered
}
    .needed = people with { $skill } that the smallest class of a course needs on posts at once
    .there = people with { $skill } on posts at once { $by ->
        [ceiling] that the ceiling allows
        [caveats] who are offered and may stand on them
       *[offers] who are offered
    }
too-few-support = who teaches there needs { $needed } { $role } at { $site }, and at most { $there } are offered who may stand there
    .needed = { $role } at { $site } that who teaches there needs
    .there = { $role } offered who may stand at { $site }
stays-closed = { $site } opens with the project { $project }, which needs { $needed } of { $skill } to advise, and at most { $there } are offered
    .needed = people with { $skill } who advise { $project }
    .there = people with { $skill } who are offered to advise { $project }
# Why a mission has no programme at all.
command-over-ceiling = ceiling: found { $ceiling ->
    [one] { $ceiling } post
   *[other] { $ceiling } posts
}, the command and what follows from it are { $posts }, { $over } more; set the ceiling to { $posts } or more, or choose a smaller command
    .ceiling = ceiling
    .posts = posts of the command and what follows from it
    .over = posts of the command above the ceiling
command-over-beds = { $where }: found { $beds }, command and support are { $people } people there, { $over } more; set the beds to { $people } or more, or choose a smaller command
    .beds = beds at the headquarters
    .people = people of command and support at the headquarters
    .over = people of command and support without a bed
