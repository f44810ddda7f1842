# Ce qu’aucune option présentée n’atteindra sans doute.
nearly-no-chance = { $goal ->
    [target] { $capability } : un objectif de { $wanted }
   *[floor] { $capability } : { $wanted } à tenir après la sortie
}, au mieux { $chance } ({ $best })
    .wanted = { $capability } : unités voulues
    .chance = { $capability } : meilleure chance de toutes les options
