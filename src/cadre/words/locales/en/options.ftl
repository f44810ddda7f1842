# Options side by side, on page one.
title = The options in full
caption = Options side by side: median, 80 % range below
column-option = Option
name = <b>{ $letter } </b>{ $title }
name-dominated = <b>{ $letter } (dominated) </b>{ $title }
# Below an option whose plan may be improved by a longer search.
search-stopped = search stopped, bound { $number } lower
not-told-apart =
    <b>Not told apart: </b>{ $pairs }: the search left more open than they differ, so neither is called better by its
    plan.
of-it-tail = { $number } in support
no-posts = <small>no posts</small>
note = <b>Note on the set: </b>{ $what }
money-buys = <b>What money buys: </b>{ $what }
dominated = <b>{ $letter } is dominated by { $by }: </b>{ $why }
legend =
    Each figure is the median of { $futures } simulated futures, with the range that holds in 8 of 10 of them. Targets
    met are weighted by priority. Foreign posts are what the option needs; posts filled are the share
    of their post-weeks that are filled.
legend-fill = Chance of fewer than { $floor }: { $chances }.
legend-tail = Support is protection, headquarters and services.
legend-per-trainer =
    People in all for each trainer or adviser: { $each }; published of a comparable mission: { $published }.
legend-searched =
    Where the search stopped, up to the share shown of what the plan misses may be due to the search, not to the option.
legend-floors = Minimum levels are what must still hold, in years after the last trainer left: { $years }.
legend-agreement = Who would object stands on the page after this one.
legend-no-agreement = The chance that anybody agrees is not estimated.
legend-shown =
    Shown: { $shown } of { $screened } options that were screened; the others are listed with the reason in an annex.
