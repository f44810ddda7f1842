# Le graphique des critères, en page une.
title = Critère par critère
