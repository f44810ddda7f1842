# Why an option is dominated, when it fails, what money buys, who agrees, what turns the order of options.
# A difference on a criterion that has no phrases of its own (criteria.ID.more and .less).
differs = has { $by }{ $unit ->
    [points] {" "}{ $by ->
        [one] point
       *[other] points
    }
   *[other] {""}
} { $more ->
    [yes] more
   *[no] less
} on { $criterion }
    .by = difference on { $criterion }
worse-than = Beside { $by } it { $worse }, and is better on no criterion.
less-certain =
    Beside { $by } it yields the same on average and is less certain in { $criteria }, and is better on no criterion.
fails-rarely = <b>{ $option }</b> hardly ever fails: in { $failing } of the futures.
    .failing = share of futures in which it fails
fails-always = <b>{ $option }</b> fails almost whatever happens: in { $failing } of the futures.
    .failing = share of futures in which it fails
fails-anyhow = <b>{ $option }</b> fails in { $failing } of the futures; no small set of conditions explains when.
    .failing = share of futures in which it fails
fails-under =
    <b>{ $option }</b> { $surely ->
        [yes] fails
       *[no] fails more often
    } with { $conditions }: in { $density } of such futures, against { $failing } of all; they contain { $coverage } of
    its failures.
    .density = share of futures under the conditions in which it fails
    .failing = share of futures in which it fails
    .coverage = share of its failures under the conditions
value-lies = { $quantity } { $low ->
    [none] under { $high }{ $unit ->
        [length] {" "}{ $high ->
            [one] week
           *[other] weeks
        }
        [rate] {" "}{ $high ->
            [one] time
           *[other] times
        }
        [share-a-week] {" a week"}
        [share-a-month] {" a month"}
       *[other] {""}
    }
   *[some] { $high ->
        [none] over { $low }
       *[some] between { $low } and { $high }
    }{ $unit ->
        [length] {" "}{ $low ->
            [one] { $high ->
                [none] week
               *[some] weeks
            }
           *[other] weeks
        }
        [rate] {" "}{ $low ->
            [one] { $high ->
                [none] time
               *[some] times
            }
           *[other] times
        }
        [share-a-week] {" a week"}
        [share-a-month] {" a month"}
       *[other] {""}
    }
}
    .low = { $quantity }, lower limit
    .high = { $quantity }, upper limit
day-lies = { $quantity } { $low ->
    [none] before { $high }
   *[some] { $high ->
        [none] after { $low }
       *[some] between { $low } and { $high }
    }
}
event-happens = { $happens ->
    [yes] { $event }
   *[no] it does not come about that { $event }
}
gain = { $by } { $by ->
    [one] point
   *[other] points
} of { $criterion ->
    [outcome] the targets
    [lasting] the minimum levels
   *[other] { $criterion }
}{ $a-point ->
    [none] {""}
   *[some] {" "}({ $a-point } a point)
}
    .by = points of { $criterion }
    .a-point = cost of a point of { $criterion }
money-buys = From { $cheaper } to { $dearer }, { $cost } more { $more ->
    [none] buys nothing that these simulations can show
   *[some] buys { $more }
}{ $less ->
    [none] {""}
   *[some] {" "}and gives up { $less }
}.
    .cost = cost of { $dearer } beyond that of { $cheaper }
moved = { $becomes } instead of { $was }
would-be-agreed = With { $moved }, { $option } would be agreed with a chance of { $chance }; { $loses ->
    [none] it gives up nothing
   *[some] it { $loses }
}.
    .chance = chance that it is agreed
nobody-objects =
    No party has stated anything for which it would object to { $option }. If it is agreed, the chance that
    { $floor } of its posts are filled is { $filled }.
    .floor = share of posts that are to be filled
    .filled = chance that so many posts are filled if it is agreed
silence-holds =
    The chance that nobody objects to { $option } is { $chance }; most often the objection is from { $broken-by }.{ $filled ->
        [none] {""}
       *[some] {" "}If it is agreed, the chance that { $floor } of its posts are filled is { $filled }.
    }
    .chance = chance that nobody objects
    .floor = share of posts that are to be filled
    .filled = chance that so many posts are filled if it is agreed
value-turns = { $quantity }: from { $at }{ $unit ->
    [length] {" "}{ $at ->
        [one] week
       *[other] weeks
    }
    [rate] {" "}{ $at ->
        [one] time
       *[other] times
    }
    [share-a-week] {" a week"}
    [share-a-month] {" a month"}
   *[other] {""}
} on, { $above } leads; below that, { $below }.
    .at = { $quantity } from which another option leads
day-turns = { $quantity }: from { $at } on, { $above } leads; before that, { $below }.
weight-turns = Weight of { $criterion }: from { $at } on, { $above } leads; below that, { $below }.
    .at = weight of { $criterion } from which another option leads
not-worth-learning = { $detail } – knowing it would not change the choice in these simulations.
worth-learning = { $detail } – were it known before deciding, { $changes }{ $price ->
    [none] {""}
   *[some] ; finding out costs { $price }
}{ $known-by ->
    [none] {""}
   *[some] ; it can be known by { $known-by }{ $late ->
        [yes] , after the last meeting that decides: make the decision depend on it
       *[no] {""}
    }
}.
    .price = price of finding out
choice-changes =
    another option would be chosen in { $futures } of the futures, which on average over all of them { $gains }
    .futures = share of futures in which another option would be chosen
value-gained = gains { $by } { $by ->
    [one] point
   *[other] points
} of value
    .by = points of value gained
turned = { $criterion ->
    [cost] costs { $by } { $more ->
        [yes] more
       *[no] less
    }
   *[other] { $more ->
        [yes] gains
       *[no] gives up
    } { $by }{ $unit ->
        [points] {" "}{ $by ->
            [one] point
           *[other] points
        }
       *[other] {""}
    } of { $criterion ->
        [outcome] the targets
        [lasting] the minimum levels
       *[other] { $criterion }
    }
}
    .by = change in { $criterion }
agreed-rises = the chance of a good option that is agreed rises by { $by } { $by ->
    [one] point
   *[other] points
}
    .by = points by which the chance of a good option that is agreed rises
