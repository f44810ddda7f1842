# What is not known, on page one, and the questions in the annex.
title = What is not known, and what to find out first
column-open = Open
column-planned-with = Planned with
column-known-by = Known by
column-price = For about
column-owner = Owner
column-worth = If known, another option in
none = The mandate names no open question; the ledger lists what is assumed.
for-deciders = <b>For you to settle: </b>{ $questions }
more = { $count ->
    [one] { $count } more open question is in the annex.
   *[other] { $count } more open questions are in the annex.
}
worthless = Where no share is given, knowing the answer would not change the choice in these simulations.
not-asked = <b>Not asked yet: </b>{ $title }
first = { $detail } (knowing it changes the choice in { $changes } of futures)
no-day = no day
nobody = nobody
# In no future would another option be chosen.
no-future = no
after-the-last = <small>after the last decision</small>
# What knowing the answer brings; the sign stands with the number.
brings-targets = targets { $shown } points
brings-floors = minimum levels { $shown } points
brings-cost = cost { $shown }
brings-money = worth { $shown }
brings-agreed = agreed and good { $shown } points
less-than-it-costs = <small>, less than it costs</small>
priorities =
    Knowing how much each criterion counts would change the choice in { $changes } of the priorities that are
    possible, worth { $value } points of 100.
planned = Planned with { $quantity }.
per-month = { $shown } a month
per-week = { $shown } a week
per-people-a-year = { $shown } people a year
per-times-a-year = { $shown } times a year
per-weeks = { $shown } weeks
per-people = { $shown } people
learned-no-day = No day is known by which it could be learned; { $owned ->
    [named] owner: { $owner }
   *[none] no owner is named
}.
learned = Can be learned by { $day }{ $priced ->
    [yes] , for about { $price }
   *[no] { "" }
}{ $late ->
    [yes] , <b>after the last decision</b>
   *[no] { "" }
}; { $owned ->
    [named] owner: { $owner }
   *[none] no owner is named
}.
