# What is to be decided, on page one.
title = What is asked, and what is to be decided when
asked = <b>Asked: </b>{ $asks }{ $parties ->
    [by-of] { " " }({ $by } asks { $of })
    [by] { " " }(asked by { $by })
    [of] { " " }(of { $of })
   *[none] { "" }
}.
# Who stands behind the mandate, speaker by speaker, with their statements in brackets.
according = <b>Who says so: </b>{ $who }
says-named = { $named ->
    [yes] { $by }
   *[no] a source that is named
}
says-official = { $named ->
    [yes] { $by }
   *[no] an official source
}
says-unnamed = { $named ->
    [yes] { $by }, no name given
   *[no] a source that is not named
}
says-declined-to-comment = { $named ->
    [yes] { $by } declined to comment
   *[no] one side declined to comment
}
says-denied = { $named ->
    [yes] { $by } denies it
   *[no] it is denied
}
says-derived = derived by the planner
says-assumption = the planner’s own assumption
# What is asked among the options, and what none of them meets.
asked-is = <b>As asked: </b>option { $letter }{ $left ->
    [none] .
   *[some] ; { $left } left open by the mandate.
}
asked-is-none = <b>As asked there is no option: </b>{ $why }.
met-by-none = <b>Met by no option shown: </b>{ $elements }.
excluded = Ruled out: { $what }.
meeting = { $day }, { $by }: { $expected ->
    [decides] decision on
    [may-decide] possible decision on
   *[discusses] expected discussion of
} { $about }
told-by = { " " }({ $who })
needs-choices = <b>Needs a choice on: </b>{ $levers }.
needs-facts = Of what is open, { $count ->
    [one] { $count } fact
   *[other] { $count } facts
} can be known by then.
needs-nothing = Needs nothing that is open.
known-later = { $count ->
    [one] { $count } open fact
   *[other] { $count } open facts
} can be known only after it, or nobody knows when.
no-meeting = <b>To be decided: </b>the mandate names no meeting; nobody has been given a day to decide by.
