# Conditions déclarées des types de partie.
title = Conditions déclarées des types de partie
caption = Conditions remplies par chaque option
column-party = Type de partie
column-option = Option { $letter }
note =
    <small>Conditions déclarées seulement, telles que le registre les donne. Ce qu’une partie finirait par accepter
    n’est pas estimé ici.</small>
none-stated = – aucune déclarée
refuses = ✗ refuse { $what }
wants = ○ souhaite { $what }
all-met = ● toutes remplies
