# Ce que contient chaque recueil, une ligne chacun ; les messages portent les noms des lots.
defence-capacity-building = cours, écoles et conseillers pour les forces d’un autre pays. Point de départ : des secouristes, formés jusqu’à ce que le pays hôte les forme lui-même.
health = infirmiers, sages-femmes et agents de santé communautaires. Point de départ : les centres de santé d’une province, avec une école qui obtient son agrément.
mine-action = déminage et munitions non explosées. Point de départ : une première école de déminage.
police = cours de base et de perfectionnement d’une police. Point de départ : des agents et des enquêteurs pour les commissariats, avec une école qui obtient son agrément.
