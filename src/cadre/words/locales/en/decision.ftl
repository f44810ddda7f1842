# What is to be decided, on page one.
title = The decision
# What the mandate asks for, with its statements in brackets.
asked = <b>Asked: </b>{ $asks }{ $parties ->
    [by-of] { " " }(asked by { $by }, of { $of })
    [by] { " " }(asked by { $by })
    [of] { " " }(of { $of })
   *[none] { "" }
}.{ $basis }
# What is asked among the options, and what none of them meets.
asked-is = <b>As asked: </b>option { $letter }{ $left ->
    [none] .
   *[some] ; { $left } left open by the mandate.
}
asked-is-none = <b>As asked there is no option: </b>{ $why }.
met-by-none = <b>Met by no option shown: </b>{ $elements }.
excluded = Ruled out: { $what }.
to-be-decided = <b>To be decided: </b>{ $meetings }.
meeting = { $day }, { $by }: { $about }{ $basis }
# Stands between two meetings.
then = ; then{ " " }
no-meeting = <b>To be decided: </b>the mandate names no meeting; nobody has been given a day to decide by.
# What doing nothing yields: the only thing known of a decision not taken.
otherwise =
    <b>If none is taken: </b>option { $letter } ({ $title }) is what happens. It reaches { $reached } of the targets by
    their dates, by priority, and holds { $lasting } of the floors wanted at the end.
