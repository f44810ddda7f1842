# The chart of criteria, on page one.
title = Criterion by criterion
# What options are compared by: headings, and short names among numbers.
title-outcome = Targets reached, by priority
title-lasting = Floors that hold { $years } years after exit
title-cost = Cost to exit
title-exposure = People at risk in the country
title-posts = Foreign posts filled at the peak
title-years = Length of the foreign presence
title-filled = Share of posts filled
short-outcome = outcome
short-lasting = lasting
short-cost = cost
short-exposure = exposure
short-posts = posts
short-posts-in-country = posts in country
short-years = years
short-filled = filled
better-more = more is better
better-less = less is better
titled = { $title } ({ $better ->
    [more] more is better
   *[less] less is better
})
