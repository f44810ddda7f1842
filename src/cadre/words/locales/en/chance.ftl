# Annexes on chance: where each spread comes from, and how sure it is which option is best.
not-apart = Uncertain inputs and chance were not separated in this study.
kinds = Two kinds of chance: where the spread of each outcome comes from
kinds-note =
    { $replays } futures of each option were simulated again with the same uncertain inputs and new random numbers. Inputs could
    be learnt or settled, chance could not. From inputs: share of the variance that would go, on average, if every
    one of them were known (95 % interval, from the number of replays); left: standard deviation that chance alone
    would leave. What cannot vary has no row.
column-criterion = Criterion
column-spread = Standard deviation
column-details = From uncertain inputs
column-left = Left
column-in-words = In words
nearly-all-details = nearly all from uncertain inputs
more-details = more from uncertain inputs than from chance
not-told = not clear which counts more
more-luck = more from chance than from uncertain inputs
nearly-all-luck = nearly all from chance
too-rare = too rare to estimate
best = How sure it is which option is best
best-note =
    By the means over all futures, without the option of doing nothing. After each letter: the confidence that its mean is truly
    ahead of the next one's, as far as the number of futures goes (paired t), and then that the whole order is right,
    at least. Best: what sequential elimination leaves, with the probability stated the best or no further behind it
    than the difference stated; futures: those needed, of those simulated. Not told apart: a longer search for
    plans could turn the order. Whether the mission is as it was written is another question.
column-order = Order
column-whole-order = Whole order
column-best = Best, or no further behind
column-near = As near
column-futures = Futures
not-told-apart = not told apart
# A place in the order of options, with the confidence that it is ahead of the next.
ahead = { $letter } ({ $confidence })
cannot-say = these futures do not suffice to say
chosen = { $letter }: { $probability }, within { $difference }{ $points ->
    [yes] { " " }points
   *[no] { "" }
}
rivals = { $letter } is not told apart from { $rivals }
none-near = none
futures-of = { $needed } of { $played }
