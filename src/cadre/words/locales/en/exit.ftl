# What holds after the last trainer left, and days of review.
title = Exit, review dates and signposts
no-floor = <b>What lasts. </b>No minimum level was written.
floor = { $floor } { $units }: { $chances }
lasting = <b>What lasts. </b>The minimum level least likely to hold after exit, and its chance: { $floors }.
ended = Chance that it ends before its time: { $options }.
dated = <b>{ $day }: </b>{ $what }
meeting = { $by }: { $expected ->
    [decides] decision on
    [may-decide] possible decision on
   *[discusses] expected discussion of
} { $about }.
signpost =
    review if fewer { $units } are there than { $numbers }: that is worse than in 9 of 10 of the option's futures.
review =
    review: if fewer than { $number } are found ({ $kind ->
        [units] { $of }
       *[graduates] graduates of { $of }
    }), { $does ->
        [ends] the mission ends
        [delays] nothing new begins for a time
       *[shrinks] the mission shrinks
    }.
exit = exit of { $options }: go on only by a new decision, not by default.
