# The last lines of page one.
title = If nobody decides, and what is left behind
no-decision =
    <b>If nobody decides </b>it is as without a mission: { $met } of { $targets } targets likely to be met, { $number } of { $wanted }
    ({ $units }) by { $until }. The plans begin on { $day }.
no-decision-bare = <b>If nobody decides </b>nothing begins. The plans begin on { $day }.
left = <b>Left behind at exit, instructors of the host’s own: </b>{ $options }.
hosts = { $letter } { $number }
