# The strongest arguments against each option, on page two. Each ends with its number, or those of several options.
of-all = <b>Every option: </b>{ $what }.
nothing = no argument beyond those common to all options.
# Stands between two arguments.
and = ; and{ " " }
targets = targets likely to be met, of { $whole }: { $number }
floors = minimum levels likely to hold after exit, of { $whole }: { $number }
target =
    the target least likely to be met is { $wanted } { $units } by { $day }, with a chance of { $number }
floor =
    the minimum level least likely to hold is { $wanted } { $units } after exit, with a chance of { $number }
fill = the chance that fewer than { $floor } of its posts are filled is { $number }
gaps = critical post-weeks that nobody offers: { $number }
no-better = share of futures in which it reaches more of the targets than doing nothing: only { $number }
refused =
    it asks { $number } of { $parties } types of party for what they say they will not accept ({ $titles })
