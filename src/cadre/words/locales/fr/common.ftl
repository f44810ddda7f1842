# Unités, échelles et mots que tous les domaines emploient.
not-known = inconnu
percent = { $number } %
money = { $amount } { $currency }
million = { $number } M
thousand = { $number } k
from-to = de { $low } à { $high }
option = Option { $letter }
the-option = Option
yes = oui
no = non
quoted = « { $text } »
comma = ,{ " " }
semicolon = { " " };{ " " }
first-of-month = 1er { $month }
from-day-to = du { $low } au { $high }
of = { $whose } : { $what }
continued = { $title } (suite)
