# What each number is, in words; whose it is stands before it (common.of).
# -- stated by the mission
units-wanted = units wanted by { $day }
units-floor = units that must hold after exit
options-screened = Options enumerated and screened
options-checked = Options planned and simulated in full before they were dropped
options-wrong = Options on which the fast evaluation was wrong
options-shown = Options shown
replications = Futures simulated for each option
looks-beyond-exit = Years after exit at which minimum levels are judged
fill-floor = Share of post-weeks below which filling counts as failed
insists = chance to insist on { $condition }
planned-with = Planned with
price-of-learning = Price of learning
dropped = Options dropped
dropped-for = Options dropped for reason { $place }
dropped-cost = Cost of options dropped for reason { $place }
overrun = Cost against what was planned
learns = What a doubling of the serials held leaves of instructors for as many trainees
judgements-factor = Width at which assumed ranges are drawn, times as written
judgements-widened = Ranges that rest on assumptions alone
judgements-ranges = Ranges in all
# -- page one
targets-count = targets
floors-count = minimum levels wanted after exit
likely-targets = targets met in at least half of the futures
likely-floors = minimum levels that hold in at least half of the futures
manned = share of the post-weeks needed that are filled
at-a-time = foreign personnel in the country at any one time, on average
objection = chance that at least one party objects
# -- page of an option
manned-in = cost to exit with every post filled, { $of ->
    [year] { $year }
   *[total] in all
}
overrun-in = cost to exit with every post filled and the overrun of comparable missions, { $of ->
    [year] { $year }
   *[total] in all
}
cost-a-unit = cost to exit for each unit beyond those of doing nothing
hosts-at-exit = instructors of the host's own at exit
risk-missed = { $title }, chance that { $kind ->
    [target] the target of { $day } is missed
   *[floor] the minimum level does not hold
}
# -- results
graduates = Graduates to the end
trained = Trained to the end, as the mission counts
serials-held = Serials held
serials-lost = Serials lost
serials-late = Serials held late
person-weeks = Foreign person-weeks
cost-before-overrun = Cost to exit before any overrun
cost-fully-manned = Cost to exit had every post been filled
cost-a-graduate = Cost to exit for each graduate
cost-beyond = Cost to the host after exit
paid-by-nations = Cost to exit paid by nations
paid-by-common-fund = Cost to exit paid by common fund
paid-by-trust-fund = Cost to exit paid by trust fund
paid-in = Cost to exit paid in { $year }
paid-by-host = Cost to exit paid by host
lost-site-closed = Serials lost: site closed
lost-site-not-open = Serials lost: site not open
lost-mission-paused = Serials lost: mission paused
lost-after-exit = Serials lost: after exit
lost-instructors = Serials lost: instructors
lost-trainees = Serials lost: trainees
lost-rooms = Serials lost: rooms
units-planned = { $title }, units planned by { $day }
chance-target = { $title }, chance that { $wanted } units are there by { $day }
chance-floor = { $title }, chance that { $wanted } units hold by { $day }
units = { $title }, units by { $day }
units-added = { $title }, units by { $day } beyond those of doing nothing
ends-chance = chance that { $which ->
    [one] { $event }: this ends it before its time
   *[any] some event ends it before its time
}
ends-weeks = weeks from its first day to its exit, median, where { $which ->
    [one] { $event }: this ends it before its time
   *[any] some event ends it before its time
}
fewest = a review has its effect below
fill-risk = chance that fewer than { $share } of post-weeks are filled
regret = regret on { $criterion }, 90th percentile
intake-needed = { $title }, graduates a year that hold the minimum level
intake-planned = { $title }, graduates a year planned
minus = { $of } minus { $to }
difference = { $criterion }
better = share of futures better on { $criterion }
# -- posts
ask = further ask { $place }, { $role }
ask-post-weeks = post-weeks that further ask { $place } would close
needed = foreign posts needed at the peak
needed-trainers = trainers needed at the peak
needed-advisers = advisers needed at the peak
needed-command = command posts at the peak
needed-tail = support posts at the peak
needed-per-trainer = foreign posts in all for each trainer or adviser
burden-carries = { $party }, share of what is filled
burden-load = { $party }, share of its offers that is used
burden-brings = { $party }, brings on average to any set of parties (Shapley), share of all
burden-missed = { $party }, share of what all can fill that is lost without it
fill-arrived = share of post-weeks filled by offers that are arrived
fill-confirmed = share of post-weeks filled by offers that are confirmed
fill-pledged = share of post-weeks filled by offers that are pledged
fill-indicated = share of post-weeks filled by offers that are indicated
fill-open = share of post-weeks that nobody offers to fill
fill-critical-open = critical post-weeks that nobody offers to fill
fill-counted = share of the post-weeks that offers allow for which the plan counts on people
posts-peak = { $role } at { $site }, posts at the peak
posts-open = { $role } at { $site }, share of post-weeks unfilled
posts-arrived = { $line }, share of post-weeks filled by offers that are arrived
posts-confirmed = { $line }, share of post-weeks filled by offers that are confirmed
posts-pledged = { $line }, share of post-weeks filled by offers that are pledged
posts-indicated = { $line }, share of post-weeks filled by offers that are indicated
# -- lists
targets = targets
missed = targets that the plan misses
missed-of = targets missed of which { $limit } binds
serials-left = serials that could not be placed
serials-of = serials of { $course } planned
gap = gap of the search of { $stage } to the proved bound
open = part of what the plan of { $stage } falls short that a better search may save
parties = types of party that state conditions
refusing = types of party that are asked for what they will not accept
# -- chance
replays = Futures simulated again for each option
best-on = Best on { $criterion }
ahead = confidence that the mean of { $first } is truly ahead of that of { $second }
jointly = least confidence that the whole order is right
indifference = difference worth telling apart
probability = probability that elimination keeps its promise
elimination-needed = futures that elimination took
elimination-played = futures simulated
spread = { $criterion }, standard deviation
details = { $criterion }, share of the variance that comes from uncertain inputs (95 % interval)
left = { $criterion }, standard deviation that chance alone would leave
# -- judgement
bar = Bar that a good option clears on { $criterion }, as stated
good = share of futures in which it clears every bar
learning = Learning { $detail }
information-value = gain in value, in points of 100
information-floor = most that a detail without effect showed
information-money = gain in value as money
information-changes = futures in which another option would be chosen
information-targets = targets gained, in points
information-floors = minimum levels gained, in points
information-cost = rise of the cost
information-agreed = gain in the chance of a good option that is agreed, in points
stance-supports = { $party }, chance that it supports
stance-acquiesces = { $party }, chance that it acquiesces
stance-caveat = { $party }, chance that it acquiesces with a caveat
stance-breaks = { $party }, chance that it objects
stance-any-breaks = { $party }, chance that any party of the type objects
agreement-chance = chance that nobody objects
agreement-apart = the same if parties decided independently
agreement-together = the same if all decided alike
agreement-majority = contrast: chance that the median party would accept
agreement-filled = chance that enough posts are filled if it is agreed
agreement-agreed-and-filled = chance that it is agreed and filled
agreement-agreed-and-good = chance that it is agreed and good
agreement-pivotal = share of futures in which one type alone objects
agreement-shifted-cost = share of the cost left to others by caveats
agreement-shifted-posts = share of the posts left to others by caveats
agreement-blocking = share of futures in which blocking set { $place } and no others object
agreement-amended = chance that nobody objects with amendment { $place }
weight = Mean weight of { $criterion }
rank = share of weights and futures in which it ranks { $rank }
confidence = chance to rank first at its central weights
central = central weight of { $criterion }
swing-at-low = mean { $criterion } where { $quantity } is in its lowest tenth
swing-at-high = mean { $criterion } where { $quantity } is in its highest tenth
swing-index = share of the variance of { $criterion } that { $quantity } explains
# -- figures of sentences that stages made: what the sentence is about
figure-in = { $about }: { $clause }
# An option in the middle of a sentence.
option-in-words = option { $letter }
said-dominated = dominated
said-binds = what binds
said-why = why posts of { $line } stay open
said-left = why serials could not be placed
said-fails = when it fails
said-amendment = amendment { $place }
said-frontier = what money buys
said-switch = where the ranking flips
said-warning = warning about the options
said-dropped = reason to drop options
said-asked = reason against what is asked
said-unmet = element of the mandate that no option shown meets
said-lever = choice that no option shown holds
said-shown = why it is shown
said-position = { $party } { $stance ->
    [wants] wants
   *[will-not-accept] will not accept
}
# -- what numbers come from where no computation of the program is named
how-stated = stated in the mission
how-published = published
how-last-brief = study.json of the last brief
# -- what it would take
units-filled = { $title }, units planned by { $day } with all posts filled
takes-wanted = { $goal }: wanted
takes-as-planned = { $goal }: in the option’s plan with all posts filled
takes-reached = { $goal }: in the plan made for it
takes-posts = { $goal }: foreign posts at the peak of the plan made for it
takes-cost = { $goal }: cost to exit of the plan made for it, before any overrun
takes-later = { $goal }: weeks by which it is reached later
takes-lacking = { $goal }: people whom nobody offers, at most at a time
takes-role = { $goal }: { $role } whom nobody offers, at most at a time
grown-more = posts allowed beyond the ceiling
grown-posts = foreign posts at the peak with { $more } more allowed
grown-met = targets and minimum levels met in the plan with { $more } more posts allowed
grown-outcome = targets reached with { $more } more posts allowed, every post filled
grown-cost = cost to exit with { $more } more posts allowed, every post filled
said-hopeless = what no option is likely to reach
posts-at = foreign posts needed at { $site } at the peak there
