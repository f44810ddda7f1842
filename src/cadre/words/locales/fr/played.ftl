# Pourquoi ce qui est simulé s’écarte de ce qui est planifié.
far =
    Option { $letter }, { $titles } : la simulation médiane est loin du plan. Les plans comptent sur tous ceux qui sont
    offerts, au jour dit, et sur des sites qui restent ouverts. Dans les simulations (médianes), { $filling ->
    [known] { $filled } des semaines de poste sont pourvues et { $held } sessions ont lieu
   *[none] { $held } sessions ont lieu
} ; perdues parmi celles qui sont prévues : { $lost }{ $causes-known ->
    [yes] { " " }({ $causes })
   *[no] { "" }
}.
lost-site-closed = { $serials } pour des sites fermés
lost-site-not-open = { $serials } pour des sites qui n’ouvrent pas
lost-mission-paused = { $serials } pour des pauses de la mission
lost-after-exit = { $serials } pour des cours que l’hôte ne peut pas assurer après la sortie
lost-instructors = { $serials } faute d’instructeurs
lost-trainees = { $serials } faute de stagiaires
lost-rooms = { $serials } faute de salles ou de lits
