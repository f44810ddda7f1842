# The chart of criteria, on page one.
title = Criterion by criterion
# What options are compared by, each named as its id in cadre.criteria: its title; among numbers; as a heading on
# page one; and as the argument against the option that is worst.
outcome = Weighted share of targets met
    .short = outcome
    .column = Weighted share of targets met
    .worst = its weighted share of targets met is the lowest: { $number }
    .more = reaches { $by } { $by ->
        [one] point
       *[other] points
    } more of the targets
    .less = reaches { $by } { $by ->
        [one] point
       *[other] points
    } less of the targets
lasting = Minimum levels held { $years } { $years ->
        [one] year
       *[other] years
    } after exit
    .short = lasting
    .column = Minimum levels held after exit
    .worst = it holds the fewest minimum levels: { $number }
    .more = keeps { $by } { $by ->
        [one] point
       *[other] points
    } more of the minimum levels
    .less = keeps { $by } { $by ->
        [one] point
       *[other] points
    } less of the minimum levels
cost = Cost to exit
    .short = cost
    .column = Cost to exit
    .worst = it costs the most of the options shown: { $number }
    .more = costs { $by } more
    .less = costs { $by } less
exposure = Time that foreigners spend in the country
    .short = exposure
    .column = Person-weeks in the country
    .worst = its people spend the most time in the country: { $number } person-weeks
    .more = keeps people there for { $by } { $by ->
        [one] person-week
       *[other] person-weeks
    } more
    .less = keeps people there for { $by } { $by ->
        [one] person-week
       *[other] person-weeks
    } less
posts = Foreign posts needed at the peak
    .short = posts
    .column = Foreign posts needed at the peak
    .worst = it needs the most foreign posts: { $number }
    .more = needs { $by } { $by ->
        [one] post
       *[other] posts
    } more
    .less = needs { $by } { $by ->
        [one] post
       *[other] posts
    } fewer
posts-in-country = Foreign posts in the country
    .short = posts in country
    .more = has { $by } { $by ->
        [one] post
       *[other] posts
    } more in the country
    .less = has { $by } { $by ->
        [one] post
       *[other] posts
    } fewer in the country
years = Length of the foreign presence
    .short = years
    .column = Years
    .worst = it keeps foreigners there the longest, in years: { $number }
    .more = lasts { $by } { $by ->
        [one] year
       *[other] years
    } longer
    .less = lasts { $by } { $by ->
        [one] year
       *[other] years
    } shorter
filled = Share of the planned posts filled
    .short = filled
    .column = Posts filled
    .worst = the least of its planned posts are filled: { $number }
    .more = has { $by } { $by ->
        [one] point
       *[other] points
    } more of its posts filled
    .less = has { $by } { $by ->
        [one] point
       *[other] points
    } less of its posts filled
better-more = more is better
better-less = less is better
titled = { $title } ({ $better ->
    [more] more is better
   *[less] less is better
})
