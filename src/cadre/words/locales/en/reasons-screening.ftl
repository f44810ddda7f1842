# Why options are shown or dropped, and what is wrong with the set of those shown.
always-shown = doing nothing is always shown
cannot-be-done = cannot be carried out: { $why ->
    [none] what is fixed in the mission contradicts itself, whatever is held
   *[some] { $why }
}
dominated-by = dominated by { $by }: { $worse }
same-as = variant of { $other }: the same in every measure{ $levers ->
    [none] {""}
   *[some] , differs only in { $levers }
}
near-twin = variant of { $other }: differs only in { $levers }
adds-too-little = adds too little: { $added } { $added ->
    [one] point
   *[other] points
} of the targets, where the best adds { $best }
    .added = points of the targets that it adds to doing nothing
    .best = points of the targets that the best option adds
padded = adds no effect: costs { $cost } more than { $other } and reaches and keeps no more
    .cost = cost beyond that of { $other }
less-distinct = less distinct than those shown: differs from { $other } in { $levers }
unlike-others = unlike the others shown: differs from { $other } in { $levers }
reaches-most = { $cheapest ->
    [yes] reaches most of the targets, and at least cost
   *[no] reaches most of the targets
}
cheapest = the cheapest that adds enough to doing nothing
three-sizes = { $options } are sizes of one option: they differ only in { $lever }
padded-extreme = { $option } adds no effect: it costs { $cost } more than { $other } and reaches and keeps no more
    .cost = cost of { $option } beyond that of { $other }
near-twins = { $option } and { $other } are variants of one another: { $levers ->
    [none] no lever tells them apart
   *[some] they differ in { $levers }
}
nothing-feasible = Only doing nothing is left: { $why ->
    [none] the rules exclude every combination of choices
   *[some] { $why }
}
dropped = { $why } ({ $options } of { $of } { $of ->
    [one] option
   *[other] options
})
    .options = options dropped for this reason
    .of = options screened besides doing nothing
