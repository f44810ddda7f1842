# La page d’une option : concept, dates, risques, argent, ce qui reste, qui doit agir.
title = Option { $letter } : { $name }
# -- concept
concept = <b>Concept. </b>{ $choices }.
as-asked = C’est ce qui est demandé, tel que c’est demandé.
why-shown = Pourquoi elle est présentée : { $why }
who = <b>Qui fait quoi. </b>Postes étrangers au maximum : { $parts }. Pourvus, selon les offres du moment, par { $filled } ;
    personne n’offre { $open } des semaines de poste.
trainers = { $number } { $number ->
    [one] formateur
   *[other] formateurs
}
advisers = { $number } { $number ->
    [one] conseiller
   *[other] conseillers
}
command = { $number } pour diriger
tail = { $number } en soutien
fills = { $party } ({ $share } de ce qui est pourvu)
nobody = personne
no-posts = <b>Qui fait quoi. </b>Elle ne demande aucun poste étranger.
for = <b>Pour : </b>{ $what }
against = <b>Contre : </b>{ $what }
# -- dates
when = De la décision à la sortie
timeline = Dates du plan ; ce qui est atteint, dans la moitié au moins des simulations
column-day = Date
column-what = Étape
meeting = <b>Décision. </b>{ $by } ({ $expected ->
    [decides] décision
    [may-decide] décision possible
   *[discusses] discussion attendue
}) : { $about }.
first-posts = <b>Personnel. </b>Les premiers postes sont à pourvoir.
most-posts = Les postes à pourvoir sont au plus haut : { $needed } postes étrangers.
first-course = <b>Cours. </b>Le premier commence : { $course }.
last-course-before = Le dernier cours commence.
last-course-after = Après la sortie le pays hôte enseigne seul ; le dernier cours prévu commence.
first-units = <b>Premier résultat. </b>{ $units } : les premières unités au-delà de celles du début.
all-units = <b>Résultat complet. </b>{ $units } : les { $wanted } voulues y sont toutes.
no-first-units = <b>Premier résultat. </b>{ $units } : aucune unité au-delà de celles du début dans la plupart des simulations.
no-all-units = <b>Résultat complet. </b>{ $units } : les { $wanted } voulues n’y sont pas toutes dans la plupart des simulations.
exit = <b>Sortie. </b>La mission prend fin ; continuer demande une nouvelle décision.
# -- risques
risks = Risques : quelle probabilité, à quel signe, et à qui d’agir
column-risk = Ce qui tourne mal
column-chance = Probabilité
column-sign = À quel signe
column-owner = À qui d’agir
no-risk = Rien que montrent les simulations
risk-target = Moins de { $wanted } { $units } au { $day }
risk-floor = Il reste moins de { $wanted } { $units } après la sortie
risk-posts = Moins de { $floor } des postes sont pourvus
risk-event = { $event }
risk-objection = Une partie s’oppose, et d’abord : { $who }
sign-target = Les résultats aux dates des objectifs
sign-floor = Le compte { $years } { $years ->
    [one] an
   *[other] ans
} après la sortie
sign-posts = Des offres non confirmées ; les plus attendues : { $first }
sign-offers = Des offres non confirmées
sign-chance = On le saura le { $day }
sign-hazard = Cela peut arriver chaque semaine
sign-review = La revue du { $day }
sign-objection = { $day ->
    [none] Ce que disent les parties quand on les interroge
   *[other] Ce que disent les parties d’ici au { $day }
}
ask = { $role } ({ $people })
no-owner = personne encore
# -- argent
by-year = Coût jusqu’à la sortie, année par année
column-year = Année
column-manned-in = Tous les postes pourvus, aux prix prévus
column-overrun-in = De même, avec le dépassement de missions comparables
column-cost-in = Avec les postes qui seront pourvus
in-all = <b>En tout</b>
cost-a-graduate = <b>Coût d’un diplômé : </b>{ $cost }.
cost-a-unit = <b>Coût de chaque équipe ou unité qui n’existerait pas sans la mission : </b>{ $cost }.
# -- après
after = Ce qui reste, et qui doit agir en premier
stays = <b>Ce qui reste : </b>{ $what }.
nothing-stays = <b>Ce qui reste : </b>aucun seuil n’a été fixé pour la suite, et rien n’est compté.
floor = { $units }, { $floor } au moins : probabilité { $chance }
hosts = { $number } { $number ->
    [one] instructeur du pays hôte
   *[other] instructeurs du pays hôte
} à la sortie
beyond = elle coûte { $cost } au pays hôte après la sortie
moves = <b>Qui doit agir en premier : </b>{ $what }.
nobody-moves = <b>Qui doit agir en premier : </b>personne, au-delà de ce qui est offert et déclaré.
accept = { $party } devrait accepter ce qu’elle refuse ({ $what })
amended = ou bien elle devient { $changes } (alors personne ne s’oppose dans { $chance })
asks = quelqu’un doit offrir { $what }
ask-at = { $role } ({ $people }), { $site }, à partir du { $day }
