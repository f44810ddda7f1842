limit-binds = { $limit ->
    [trainees] trainees bind: with more recruits more could be reached
    [seats] seats bind: with a room for every serial more could be reached
    [instructors] instructors bind: with people for all roles, places and weeks, instead of those offered, more could be reached
    [ceiling] the ceiling binds: with more posts more could be reached
    [site] the sites bind: all open from the first day, with beds enough, more could be reached
   *[time] time binds: the courses, one after the other, take longer
}
target-missed = { $capability } by { $day }: { $reached } of { $wanted }; { $why }
    .reached = { $capability } reached by { $day }
    .wanted = { $capability } wanted by { $day }
