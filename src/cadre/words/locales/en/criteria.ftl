# The chart of criteria, on page one.
title = Criterion by criterion
# What options are compared by, each named as its id in cadre.criteria: its title; among numbers; as a heading on
# page one; and as the argument against the option that is worst.
outcome = Targets reached, by priority
    .short = outcome
    .column = Targets reached
    .worst = it reaches the least of the targets: { $number }
lasting = Floors that hold { $years } years after exit
    .short = lasting
    .column = Floors that hold after exit
    .worst = it leaves the fewest floors standing: { $number }
cost = Cost to exit
    .short = cost
    .column = Cost to exit
    .worst = it costs the most of the options shown: { $number }
exposure = People at risk in the country
    .short = exposure
    .column = Person-weeks at risk in country
    .worst = it puts the most people at risk in the country: { $number }
posts = Foreign posts filled at the peak
    .short = posts
    .column = Foreign posts needed at the peak
    .worst = it has the most foreign posts present: { $number }
posts-in-country = Foreign posts in the country
    .short = posts in country
years = Length of the foreign presence
    .short = years
    .column = Years
    .worst = it keeps foreigners there the longest, in years: { $number }
filled = Share of posts filled
    .short = filled
    .column = Posts filled
    .worst = the least of its posts are filled: { $number }
better-more = more is better
better-less = less is better
titled = { $title } ({ $better ->
    [more] more is better
   *[less] less is better
})
