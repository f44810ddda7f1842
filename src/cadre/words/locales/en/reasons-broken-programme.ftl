unknown-course = { $course }@{ $site }: no such course at this site
unknown-week = { $course }@{ $site }: week { $week } does not exist
unknown-post = posts of { $role } at { $site }: no such role or site
unknown-rotation = posts of { $role } at { $site }: rotation { $rotation } does not exist
unknown-activity = { $project }.{ $activity }: no such activity
batch-broken = { $course }@{ $site } in week { $week }: { $rule }
not-held = the course is not held
cannot-begin = no serial can begin then
ends-too-late = ends in week { $week }, after the look beyond exit
so-many-serials = { $serials } serials
class-size = classes of { $seats }, which is not { $least } to { $most }
trainees = { $trainees } trainees in { $serials } of { $least } to { $most }
not-finished = { $what } is not finished
pool-short = { $pool } in week { $week }: { $taken } taken of { $there }
series-missing = { $of ->
    [hosts] hosts with
   *[holders] holders of
} { $key }: missing, or not the mission's
series-wrong = { $of ->
    [hosts] hosts with
   *[holders] holders of
} { $key }: not what follows from the serials
units-negative = { $capability }: fewer than no units
units-overdrawn = { $competence } in week { $week }: units made of { $people } of { $holders } holders
not-reached = { $capability } by week { $week }: { $units } is not what is reached
rooms-short = { $facility } at { $site } in period { $period }: { $used } room-weeks of { $there }
beds-short = beds at { $site } in period { $period }: { $people } people in { $beds } beds
begun-twice = an activity begins twice
activity-broken = { $project }.{ $activity } in period { $period }: { $rule }
not-carried-out = the project is not carried out
beyond-exit = not finished by exit
teachers-short = instructors { $rotation ->
    [none] after exit
   *[other] in rotation { $rotation }
}: { $weeks } person-weeks short
advisers-short = advisers in period { $period }: { $weeks } person-weeks short
command-wrong = command: { $posts } posts of { $role } at { $site } in rotation { $rotation }, not { $wanted }
support-misplaced = support.{ $support }: { $posts } posts of { $role } at { $site } in rotation { $rotation }, where it has none
support-short = support.{ $support } at { $site } in rotation { $rotation }: { $posts } posts of { $wanted }
over-ceiling = ceiling in rotation { $rotation }: { $posts } foreign posts of { $ceiling }
not-filled = filled: { $posts } posts of { $role } at { $site } in rotation { $rotation }, of { $people }
crowded = { $role } at { $site } in week { $week }: { $people } people of offers on { $posts } posts
not-serving = { $offer } at { $site }: they do not serve there
overdrawn = { $offer } in rotation { $rotation }: { $people } people of { $offered }
