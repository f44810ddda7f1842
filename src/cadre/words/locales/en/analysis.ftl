# Annexes on the analysis of decisions: agreement in detail, what information is worth, ranks over weights.
not-judged = Not judged in this study.
agreement = Agreement in detail
changes = <b>Changes that would make agreement more likely.</b>
who = <b>{ $letter }: </b>{ $what }.
nobody-breaks =
    nobody objects with a chance of { $chance } ({ $apart } if parties decided independently, { $together } if all decided
    alike)
blocking = { $parties } and no others object in { $share }
pivotal = { $party } alone in { $share }
caveats = caveats leave { $cost } of the cost and { $posts } of the posts to others
to-win = to be won: { $sets }
information = What information is worth
column-learnt = What is learnt
column-changes = Another option in
column-targets = Targets, points
column-floors = Minimum levels, points
column-cost = Cost
column-value = Value
column-floor = Noise
column-money = As money
column-agreed = Agreed and good
column-by = By
column-last-useful = Last useful
information-note =
    Were it known before deciding, another option would be chosen in so many of the futures; targets, minimum levels and cost
    are what that changes, a mean over all of them. Value: gain in expected value, in points of 100, averaged over the
    weights that are possible, and as money by the weight of the cost. Noise is the most that an input without any
    effect showed; what does not exceed it is not known to matter. Figures have the digits that so many futures allow.
ranks = Ranks across all weights (for information, not a result)
flips = <b>Where the ranking flips.</b>
lead = { $kind ->
    [stated] The weights are stated; on average { $weights }.
    [order] Only the order of weights is known; on average { $weights }.
   *[any] Nobody stated weights: all are taken as possible; on average { $weights }.
} The shares count weights and futures in which an option ranks first, second and so on (SMAA-2); where two lie close,
    the ranking is not settled.
as-planned = It holds for the plans as they are.
ranks-caption = Share of weights and futures in which an option ranks so
column-rank = Rank { $rank }
central-caption = Weights that put an option first on average, and how often it is first at them
column-weight = Weight of { $criterion }
column-first = First at these
tornado = What moves each criterion most
column-criterion = Criterion
column-quantity = Quantity
column-at-low = Mean at its lowest tenth
column-at-high = At its highest
column-explained = Variance explained
