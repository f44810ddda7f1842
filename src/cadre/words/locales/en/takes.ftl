# What it would take to reach the targets, and the staircase of each capability.
title = What it would take
hopeless =
    <b>No option shown is likely to reach these:</b> in fewer than one future in twenty does any of them.
all = All targets and minimum levels together
goal = { $title }, { $day }
caption = What each target would take, planned again from option { $letter } for it alone
note =
    Each row is a plan made for its target alone, with all posts filled, so that rows do not add up. Limits are given up
    in this order until the target is met: the ceiling; rooms (four times as many), beds and opening days; half a year;
    a year. Nobody offered: at most at a time, wherever those offered may serve.
column-goal = Target
column-as-planned = As planned, posts filled
column-takes = What reaches it
column-posts = Foreign posts
column-lacking = Nobody offered
column-cost = Cost to exit, before any overrun
so-many = { $reached } of { $wanted }
met = { $lift ->
    [none] { $kind ->
        [all] the posts, rooms and time there are
       *[one] the posts, rooms and time there are, with nothing else pursued
    }
    [posts] posts above the ceiling
    [places] posts above the ceiling, more rooms and beds, sites open from the first day
   *[time] posts above the ceiling, more rooms and beds, and { $later } weeks more
}
missed = not reached: { $reached } of { $wanted } { $lift ->
    [none] with what there is
    [posts] with posts above the ceiling
    [places] with posts above the ceiling, more rooms and beds
   *[time] with posts above the ceiling, more rooms and beds, and { $later } weeks more
}; { $limit ->
    [course] a course is not held
    [seats] rooms bind
    [instructors] instructors bind
    [trainees] recruits bind
    [ceiling] the ceiling binds
    [site] the site binds
   *[time] time binds
}
nobody-lacking = nobody
role = { $people } { $role }{ $any ->
    [yes] {" "}({ $skills })
   *[no] {""}
}
no-more =
    Option { $letter } was planned again with more posts than its ceiling allows: no further post brings anything as
    long as its other limits stand.
grown = Option { $letter } with more posts, every post filled
grown-note =
    The first row is the option as it is. Sizes that bring nothing more are left out. Targets and minimum levels met are those of
    the plan; share and cost are means of futures in which every post is filled. Where a plan meets its targets with little to spare, the share may be no higher.
column-grown-more = More posts allowed
column-grown-posts = Foreign posts at the peak
column-grown-met = Targets and minimum levels met in the plan
column-grown-outcome = Targets reached
column-grown-cost = Cost to exit
staircase = From what is wanted to what comes of it
stairs = Option { $letter }, units of each capability by its last target
column-stair-capability = Capability
column-stair-wanted = Wanted
column-stair-filled = All posts filled
column-stair-offered = Within what is offered
column-stair-played = As it would turn out (8 in 10 futures)
column-stair-without = Without the mission
stairs-note =
    Medians; each plan is the best that was found for all targets together, and may reach less of one capability to reach
    more of another.
