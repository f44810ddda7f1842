# Unités, échelles et mots que tous les domaines emploient.
not-known = inconnu
percent = { $number } %
money = { $amount } { $currency }
million = { $number } M
thousand = { $number } k
from-to = de { $low } à { $high }
