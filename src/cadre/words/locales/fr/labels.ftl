# Ce qu’est chaque chiffre, en mots ; à qui il appartient figure devant (common.of).
# -- déclarés par la mission
units-wanted = unités voulues pour le { $day }
units-floor = unités qui doivent tenir après la sortie
options-screened = Options énumérées et évaluées
options-checked = Options planifiées et simulées en entier avant d’être écartées
options-wrong = Options sur lesquelles l’évaluation rapide s’est trompée
options-shown = Options présentées
replications = Simulations par option
looks-beyond-exit = Années après la sortie auxquelles les seuils sont jugés
fill-floor = Part des semaines de poste sous laquelle les postes pourvus comptent comme un échec
insists = probabilité d’insister sur { $condition }
planned-with = Planifié avec
price-of-learning = Coût pour le savoir
dropped = Options écartées
dropped-for = Options écartées pour la raison { $place }
dropped-cost = Coût des options écartées pour la raison { $place }
overrun = Coût rapporté à ce qui était planifié
learns = Ce qu’un doublement des sessions organisées laisse d’instructeurs pour autant de stagiaires
judgements-factor = Largeur de tirage des fourchettes supposées, en multiple de celle qui est écrite
judgements-widened = Fourchettes qui ne reposent que sur des hypothèses
judgements-ranges = Fourchettes en tout
# -- page une
targets-count = objectifs
floors-count = seuils voulus après la sortie
likely-targets = objectifs atteints dans la moitié des simulations au moins
likely-floors = seuils qui tiennent dans la moitié des simulations au moins
manned = part des semaines de poste requises effectivement pourvues
at-a-time = personnels étrangers présents simultanément, en moyenne
objection = probabilité qu’une partie au moins s’oppose
# -- page d’une option
manned-in = coût jusqu’à la sortie, tous les postes pourvus, { $of ->
    [year] { $year }
   *[total] en tout
}
overrun-in = coût jusqu’à la sortie, tous les postes pourvus, avec le dépassement de missions comparables, { $of ->
    [year] { $year }
   *[total] en tout
}
cost-a-unit = coût jusqu’à la sortie de chaque unité au-delà de ne rien faire
hosts-at-exit = instructeurs du pays hôte à la sortie
risk-missed = { $title }, probabilité que { $kind ->
    [target] l’objectif du { $day } soit manqué
   *[floor] le seuil ne tienne pas
}
# -- résultats
graduates = Diplômés jusqu’à la fin
trained = Formés jusqu’à la fin, selon le compte de la mission
serials-held = Sessions organisées
serials-lost = Sessions perdues
serials-late = Sessions organisées en retard
person-weeks = Personnes-semaines étrangères
cost-before-overrun = Coût jusqu’à la sortie avant tout dépassement
cost-fully-manned = Coût jusqu’à la sortie si chaque poste avait été pourvu
cost-a-graduate = Coût jusqu’à la sortie par diplômé
cost-beyond = Coût pour l’hôte après la sortie
paid-by-nations = Coût jusqu’à la sortie payé par les nations
paid-by-common-fund = Coût jusqu’à la sortie payé par le fonds commun
paid-by-trust-fund = Coût jusqu’à la sortie payé par le fonds fiduciaire
paid-in = Coût jusqu’à la sortie payé en { $year }
paid-by-host = Coût jusqu’à la sortie payé par l’hôte
lost-site-closed = Sessions perdues : site fermé
lost-site-not-open = Sessions perdues : site non ouvert
lost-mission-paused = Sessions perdues : mission en pause
lost-after-exit = Sessions perdues : après la sortie
lost-instructors = Sessions perdues : instructeurs
lost-trainees = Sessions perdues : stagiaires
lost-rooms = Sessions perdues : salles
units-planned = { $title }, unités planifiées pour le { $day }
chance-target = { $title }, probabilité que { $wanted } unités soient là le { $day }
chance-floor = { $title }, probabilité que { $wanted } unités tiennent le { $day }
units = { $title }, unités le { $day }
units-added = { $title }, unités le { $day } au-delà de celles de ne rien faire
ends-chance = probabilité que { $which ->
    [one] { $event } : cela y mette fin avant terme
   *[any] un événement y mette fin avant terme
}
ends-weeks = semaines de son premier jour à sa sortie, médiane, si { $which ->
    [one] { $event } : cela y met fin avant terme
   *[any] un événement y met fin avant terme
}
fewest = une revue a son effet au-dessous de
fill-risk = probabilité que moins de { $share } des semaines de poste soient pourvues
regret = regret sur { $criterion }, 90e centile
intake-needed = { $title }, diplômés par an qui maintiennent le seuil
intake-planned = { $title }, diplômés par an planifiés
minus = { $of } moins { $to }
difference = { $criterion }
better = part des simulations meilleures sur { $criterion }
# -- postes
ask = demande supplémentaire { $place }, { $role }
ask-post-weeks = semaines de poste que comblerait la demande supplémentaire { $place }
needed = postes étrangers requis au pic
needed-trainers = formateurs requis au pic
needed-advisers = conseillers requis au pic
needed-command = postes de commandement au pic
needed-tail = soutien (postes d’appui) au pic
needed-per-trainer = total des postes étrangers par formateur ou conseiller
burden-carries = { $party }, part de ce qui est pourvu
burden-load = { $party }, part employée de ses offres
burden-brings = { $party }, apport moyen à tout ensemble de parties (Shapley), part du tout
burden-missed = { $party }, part de ce que toutes peuvent pourvoir qui est perdue sans elle
fill-arrived = part des semaines de poste pourvues par des offres à l’état arrivé
fill-confirmed = part des semaines de poste pourvues par des offres à l’état confirmé
fill-pledged = part des semaines de poste pourvues par des offres à l’état promis
fill-indicated = part des semaines de poste pourvues par des offres à l’état évoqué
fill-open = part des semaines de poste que personne n’offre de pourvoir
fill-critical-open = semaines de poste critiques que personne n’offre de pourvoir
fill-counted = part des semaines de poste permises par les offres pour lesquelles le plan compte sur des personnes
posts-peak = { $role }, { $site }, postes au pic
posts-open = { $role }, { $site }, part des semaines de poste non pourvues
posts-arrived = { $line }, part des semaines de poste pourvues par des offres à l’état arrivé
posts-confirmed = { $line }, part des semaines de poste pourvues par des offres à l’état confirmé
posts-pledged = { $line }, part des semaines de poste pourvues par des offres à l’état promis
posts-indicated = { $line }, part des semaines de poste pourvues par des offres à l’état évoqué
# -- listes
targets = objectifs
missed = objectifs que le plan manque
missed-of = objectifs manqués, limite en cause : { $limit }
serials-left = sessions qui n’ont pu être placées
serials-of = sessions planifiées : { $course }
gap = écart de la recherche à la borne prouvée : { $stage }
open = part de ce qui manque au plan qu’une meilleure recherche peut regagner : { $stage }
parties = types de partie qui déclarent des conditions
refusing = types de partie à qui est demandé ce qu’ils n’acceptent pas
# -- aléa
replays = Simulations refaites par option
best-on = Meilleure sur { $criterion }
ahead = confiance que la moyenne de { $first } devance vraiment celle de { $second }
jointly = confiance minimale que l’ordre entier est juste
indifference = différence qui mérite d’être distinguée
probability = probabilité que l’élimination tienne sa promesse
elimination-needed = simulations qu’il a fallu à l’élimination
elimination-played = simulations effectuées
spread = { $criterion }, écart type
details = { $criterion }, part de la variance due aux points ouverts (intervalle à 95 %)
left = { $criterion }, écart type que laisserait l’aléa seul
# -- jugement
bar = Exigence qu’une bonne option satisfait sur { $criterion }, telle que déclarée
good = part des simulations où elle satisfait à toutes les exigences
learning = Apprendre { $detail }
information-value = gain de valeur, en points sur 100
information-floor = le plus qu’un point sans effet a montré
information-money = gain de valeur, en valeur monétaire
information-changes = simulations où une autre option serait choisie
information-targets = objectifs gagnés, en points
information-floors = seuils gagnés, en points
information-cost = hausse du coût
information-agreed = gain de probabilité d’une bonne option approuvée, en points
stance-supports = { $party }, probabilité de soutenir
stance-acquiesces = { $party }, probabilité d’acquiescer
stance-caveat = { $party }, probabilité d’acquiescer avec une réserve
stance-breaks = { $party }, probabilité de s’opposer
stance-any-breaks = { $party }, probabilité qu’une partie quelconque de ce type s’oppose
agreement-chance = probabilité que personne ne s’oppose
agreement-apart = la même si les parties décidaient indépendamment
agreement-together = la même si toutes décidaient de concert
agreement-majority = contraste : probabilité que la partie médiane accepte
agreement-filled = probabilité qu’assez de postes soient pourvus si elle est approuvée
agreement-agreed-and-filled = probabilité qu’elle soit approuvée et pourvue
agreement-agreed-and-good = probabilité qu’elle soit approuvée et bonne
agreement-pivotal = part des simulations où un seul type s’oppose
agreement-shifted-cost = part du coût laissée aux autres par les réserves
agreement-shifted-posts = part des postes laissée aux autres par les réserves
agreement-blocking = part des simulations où l’ensemble bloquant { $place } et aucun autre s’oppose
agreement-amended = probabilité que personne ne s’oppose avec l’amendement { $place }
weight = Poids moyen : { $criterion }
rank = part des poids et des simulations où elle est au rang { $rank }
confidence = probabilité d’être au premier rang avec ses poids centraux
central = poids central : { $criterion }
swing-at-low = moyenne ({ $criterion }) là où { $quantity } est dans son dixième le plus bas
swing-at-high = moyenne ({ $criterion }) là où { $quantity } est dans son dixième le plus haut
swing-index = part de la variance ({ $criterion }) qu’explique { $quantity }
# -- chiffres de phrases faites par les étapes : ce dont parle la phrase
figure-in = { $about } : { $clause }
option-in-words = l’option { $letter }
said-dominated = dominée
said-binds = ce qui limite
said-why = pourquoi des postes de { $line } restent vacants
said-left = pourquoi des sessions n’ont pu être placées
said-fails = quand elle échoue
said-amendment = amendement { $place }
said-frontier = ce que permet un surcoût
said-switch = où le classement bascule
said-warning = avertissement sur les options
said-dropped = raison d’écarter des options
said-asked = raison contre ce qui est demandé
said-unmet = élément du mandat qu’aucune option présentée ne satisfait
said-lever = choix qu’aucune option présentée ne fait
said-shown = pourquoi elle est présentée
said-position = { $party } { $stance ->
    [wants] souhaite
   *[will-not-accept] n’accepte pas
}
# -- d’où viennent les chiffres qu’aucun calcul du programme ne nomme
how-stated = déclaré dans la mission
how-published = publié
how-last-brief = study.json de la dernière note
# -- ce qu’il faudrait
units-filled = { $title }, unités prévues pour le { $day }, tous postes pourvus
takes-wanted = { $goal } : voulu
takes-as-planned = { $goal } : au plan de l’option, tous postes pourvus
takes-reached = { $goal } : au plan fait pour lui
takes-posts = { $goal } : postes étrangers au maximum du plan fait pour lui
takes-cost = { $goal } : coût jusqu’à la sortie du plan fait pour lui, hors dépassement
takes-later = { $goal } : semaines de retard avec lesquelles il est atteint
takes-lacking = { $goal } : personnes que nul n’offre, au plus à la fois
takes-role = { $goal } : { $role } que nul n’offre, au plus à la fois
grown-more = postes permis au-delà du plafond
grown-posts = postes étrangers au maximum avec { $more } de plus permis
grown-met = objectifs et planchers atteints au plan avec { $more } postes de plus permis
grown-outcome = objectifs atteints avec { $more } postes de plus permis, tous pourvus
grown-cost = coût jusqu’à la sortie avec { $more } postes de plus permis, tous pourvus
said-hopeless = ce qu’aucune option n’atteindra sans doute
posts-at = postes étrangers nécessaires à { $site }, au maximum sur place
