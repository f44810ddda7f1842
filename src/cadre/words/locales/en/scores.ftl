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
few = too few
how-to-read = inside: within the 80 % range, good is 80 %. rank: where what came lay in the range, good is 50 %, above it more came than was forecast. off by: mean error (CRPS) in units, people or money; of chances 0 is certain and right, 1 certain and wrong (Brier). first, last, line: how much smaller the error is than that of the first forecast kept, of the last one before, and of a straight line through what was recorded; below 0 it is larger. too few: fewer than { $fewest } outcomes, too few to tell; – there too.
unknown = Their day has come, but no record tells (count each competence at least every 91 days): { $names }.
