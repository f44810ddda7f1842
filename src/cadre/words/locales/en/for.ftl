# The strongest arguments for each option, on page two; each ends with its number.
title = For and against each option
column-option = Option
column-for = For
column-against = Against
nothing = no argument that its numbers show
asked = it is what is asked; targets likely to be met, of { $whole }: { $number }
leads = it leads on { $criterion }: { $number }
target = { $wanted } { $units } by { $day } are likely: { $number }
floor = { $wanted } { $units } are likely to be left after exit: { $number }
beats-nothing = targets reached beyond doing nothing, by priority: { $number }
accepted = an objection is not likely: { $number }
