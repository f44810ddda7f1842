# How kept forecasts have done, once the day of their figures has come.
none-kept = No forecast has been kept. Keep one with cadre forecast and --keep; it is scored when its day has come.
headline = { $today }: { $kept ->
    [one] { $kept } forecast was
   *[other] { $kept } forecasts were
 } kept; the day of { $count ->
    [0] none of their figures has come, or no record tells what happened
    [one] { $count } figure has come ({ $forecasts } scored)
   *[other] { $count } figures has come ({ $forecasts } scored)
 }.
column-figure = figure
column-day = known on
column-made = forecast on
column-range = 80 % range
column-middle = middle
column-came = came
figure-units = units, { $of }
figure-reached = target, { $of }
figure-met = target met, { $of }
figure-holds = minimum held, { $of }
figure-graduates = graduates, { $of }
figure-cost = cost to exit
too-few = Too few outcomes to tell whether the forecasts are good: { $count } so far, { $fewest } needed.
verdict = What came lay inside the 80 % range in { $inside } of { $count } forecasts (good: about 8 in 10), above it in { $above }, below it in { $below }.
column-group = forecasts of
column-outcomes = came
column-inside = inside
column-rank = rank
column-off = off by
column-first = first
column-last = last
column-line = line
criterion-units = units by quarter
criterion-reached = units at a target
criterion-met = chances of a target
criterion-holds = chances of a minimum
criterion-graduates = graduates
criterion-cost = cost
horizon-3 = up to 3 months ahead
horizon-6 = 3 to 6 months ahead
horizon-12 = 6 to 12 months ahead
horizon-0 = beyond 12 months
voice = said by { $name }
voice-assumption = the mission's own assumptions
voice-published = published figures
voice-nobody = ranges that nothing stands under
few = too few
how-to-read = inside: within the 80 % range, good is 80 %. rank: where what came lay in the range, good is 50 %, above it more came than was forecast. off by: mean error (CRPS) in units, people or money; of chances 0 is certain and right, 1 certain and wrong (Brier). first, last, line: how much smaller the error is than that of the plan at launch (the first forecast kept), of the last one before, and of a straight line through what was recorded; below 0 it is larger. too few: fewer than { $fewest } outcomes, too few to tell; – there too.
unknown = Their day has come, but no record tells (count each competence at least every 91 days): { $names }.
# The page of scores, for those who decide.
page-title = { $mission }: how good the forecasts were, { $today }
page-footer = What came is as reported up to the day; every forecast stands as it was kept under forecasts.
page-verdict = { $inside } of { $count } forecasts (of { $came } outcomes) held what came within the range that they stated; honest ranges hold about { $expected } of so many.
page-missed = Of the others more came than forecast in { $above }, less in { $below }.
page-too-high = Read them as too high: they promised more than came.
page-too-low = Read them as too low: more came than they promised.
page-column-first = beside plan
page-column-last = beside last
page-column-line = beside line
page-better = Were they better than nothing?
page-smaller-first = Their error was { $size } smaller than that of the plan at launch.
page-smaller-last = Their error was { $size } smaller than that of the forecast before.
page-smaller-line = Their error was { $size } smaller than that of a straight line through what had come by then.
page-larger-first = Their error was { $size } larger than that of the plan at launch: relying on it would have been better.
page-larger-last = Their error was { $size } larger than that of the forecast before.
page-larger-line = Their error was { $size } larger than that of a straight line through what had come by then: the line would have been better.
page-few-first = Too few outcomes to hold them against the plan at launch.
page-few-last = Too few outcomes to hold them against the forecast before.
page-few-line = Too few outcomes to hold them against a straight line.
page-picture = Where what came lay in what was forecast
page-picture-how = Each bar counts the outcomes that fell into a fifth of their forecast, from low (left) to high (right). Where all is well the bars are about level; tall bars on the right say that more came than was forecast, on the left less, at both ends that ranges were too narrow.
page-picture-level = dashed: level
page-picture-told = Outcomes by fifth of what was forecast, from low to high: { $counts }.
page-came = What was forecast, and what came
page-groups = On what forecasts can be relied, and on whose word
page-how = How to read it
page-how-to-read = Came: how many outcomes. Inside: how many lay within the 80 % range; about 80 % is good. Beside plan, last, line: by how much the error is smaller (+) or larger (–) than that of the plan at launch, of the forecast before and of a straight line. Whose word: outcomes that move most with what somebody said or assumed; one may rest on several. Too few: fewer than { $fewest } outcomes, from which nothing can be told.
