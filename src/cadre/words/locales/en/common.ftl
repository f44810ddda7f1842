# Units, scales and words that every area uses.
not-known = not known
# A share, in whole per cents.
percent = { $number } %
# An amount of money beside its currency.
money = { $currency } { $amount }
million = { $number } M
thousand = { $number } k
# A range one of whose ends is negative.
from-to = { $low } to { $high }
option = Option { $letter }
the-option = Option
yes = yes
no = no
# The title of an option, which holds commas of its own.
quoted = “{ $text }”
comma = ,{ " " }
# Stands between things of a list that hold commas themselves.
semicolon = ;{ " " }
# The first day of a month.
first-of-month = 1 { $month }
from-day-to = { $low } to { $high }
# Whose number it is, before what it is.
of = { $whose }: { $what }
# Two things that stand together as one heading.
continued = { $title } (continued)
