# Which options a staff shows, and what no option meets.
as-asked = as asked{ $derived ->
    [yes] {" "}(the choices that bring in what the mandate names)
   *[no] {""}
}{ $left-open ->
    [none] {""}
   *[some] ; of { $left-open }, left open, what reaches most at least cost
}{ $least ->
    [yes] ; also the least that answers the mandate
   *[no] {""}
}
nearest-to-asked = nearest to what is asked: answers { $answered } of { $of } elements of the mandate{ $least ->
    [yes] ; also the least that does
   *[no] {""}
}
    .answered = elements of the mandate that it answers
    .of = elements of the mandate that ask for a choice
least-that-serves = the cheapest that serves the mandate
least-that-answers = the least that answers { $answered } of { $of } elements of the mandate
    .answered = elements of the mandate that it answers
    .of = elements of the mandate that ask for a choice
pinned-by-planner = shown as the planner wants
differs-in-one = as { $other }, but { $choice }{ $changes ->
    [none] : nothing changes beyond the noise
   *[some] : { $changes }
}
not-beaten-in-full = planned and simulated in full, no option shown is better (the fast evaluation had dropped it)
better-in-full = planned and simulated in full, better in all than { $other } (the fast evaluation had dropped it)
worse-in-full = planned and simulated in full, worse in all than { $by }: { $worse }
no-place-left = planned and simulated in full, not worse than those shown, which are as many as a page holds
rule-forbids = a rule forbids it: { $because }
asked-twice = the elements of the mandate ask for different choices of { $lever }
none-chooses = no option shown has { $choices }
none-finishes = no option shown finishes “{ $project }”
none-holds = no option shown holds a course that serves it
element-unmet = “{ $element }”: { $why }
none-shown-with = { $choice }: the best is { $option }, { $why }
none-with = { $choice }: { $why }
pin-cannot-be-done = { $option } is to be shown, but { $why }
