# What is to be settled, meeting by meeting, on page two.
title = What to settle, by when, and what hangs on it
column-question = To settle
column-needed = Go or no-go?
column-owner = Owner
column-by = By
column-depends = What hangs on it
choice = choice of the meeting
go = go or no-go: settle it first
may-stay-open = may stay open
no-owner = nobody yet
nobody-owns = No question has an owner yet.
no-day = no day known
after = after the meetings: { $day }
planned = Planned with { $quantity }.
turns = Changes which option is best in { $share } of the futures.
turns-nothing = Changes no choice that these futures can tell.
not-judged = What it changes was not judged.
held = { $choice }: { $count ->
    [0] no option
   *[other] { $letters }
}
reading = “May stay open” means: whatever the answer, the choice is the same, as far as these futures tell.
more = { $count ->
    [one] { $count } more open question is in the annex of open questions.
   *[other] { $count } more open questions are in the annex of open questions.
}
nothing = The mandate leaves nothing open.
