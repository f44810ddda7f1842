# The strongest arguments for each option, on page two; each ends with its number.
title = For and against each option
column-option = Option
column-for = For
column-against = Against
nothing = its numbers show no argument for it
asked = it is what is asked
leads = it leads on { $criterion }: { $number }
target = { $wanted } { $units } by { $day } are likely: { $number }
floor = { $wanted } { $units } are likely to be left after exit: { $number }
beats-nothing = weighted share of targets met, beyond doing nothing: { $number }
accepted = an objection is not likely: { $number }
