# Annexe : combien de fois des événements mettent fin aux options avant terme.
caption = Options qui finissent avant terme
event = Y met fin avant terme
any = Un événement quelconque
after = <small>après </small>{ $weeks }<small> semaines</small>
note =
    Probabilité (intervalle à 95 %, selon le nombre de simulations) que l’événement avance la sortie d’une option,
    et semaines de son premier jour à cette sortie (médiane). Les plans sont faits comme si rien n’arrivait ; ce
    qui est dépensé reste dépensé, les postes ne sont plus payés après la sortie.
