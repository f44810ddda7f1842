# Où en est une mission en cours : le plan face aux comptes rendus.
day = { $today }, semaine { $week } : { $count ->
    [one] { $count } compte rendu
   *[other] { $count } comptes rendus
 }.
schedule = Les diplômés sont là où le plan les attendait en semaine { $earned }, après { $actual } semaines : indice d’avancement { $index }.
silent = { $reporter } n’a rien rapporté depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 }.
lost = { $count ->
    [one] { $count } session perdue
   *[other] { $count } sessions perdues
 } : { $cause }.
broken = Hypothèses qui ne tiennent plus (intervalles à 80 %) :
holding = Hypothèses qui tiennent jusqu’ici (intervalles à 80 %) :
now = { $name } : supposé { $assumed }, { $counted }, maintenant { $now }.
now-known = { $name } : supposé { $assumed }, { $counted }.
nothing-left = { $name } : supposé { $assumed }, { $counted } : il ne reste rien de l’intervalle ; écrivez-en un nouveau.
overturned = Ne tient plus ; repose sur { $basis }.
overturned-bare = Ne tient plus.
signposts = Jalons passés :
column-offers = offres : personnes
column-indicated = indiquées
column-pledged = promises
column-confirmed = confirmées
column-arrived = arrivées
column-dropped = retirées
column-indicator = indicateur
column-until = jusqu’au
column-baseline = départ
column-target = cible
column-actual = réel
indicators-graduates = Diplômés : attendus par le plan, et reçus
indicators-units = Unités : voulues ensuite, et qui peuvent être formées
indicators-people = Personnes en poste : prévues, et présentes
indicators-money = Argent à ce jour : prévu, et dépensé
days = { $first } au { $last }
column-course = cours
column-due = dû
column-started = commencé
column-ended = fini
column-off = perdu
column-attended = présents
column-expected = attendus
column-passed = reçus
column-site = site
column-state = état
column-injured = blessés
column-party = nation
column-planned = prévu
column-there = présent
column-capability = capacité
column-units = unités
column-wanted = voulu
column-by = pour le
column-counted = compté le
column-money = argent à ce jour
column-spent = dépensé
site-opened = ouvert
site-not-open = pas ouvert
site-closed = fermé
site-reopened = rouvert
about-posts = postes étrangers
about-local-posts = postes locaux
about-courses = cours
about-sites = sites
about-projects = projets
about-command = commandement
about-other = autre
cause-site-closed = le site était fermé
cause-site-not-open = le site n’était pas ouvert
cause-mission-paused = la mission était suspendue
cause-after-exit = la mission avait pris fin
cause-instructors = il manquait des instructeurs
cause-trainees = il manquait des stagiaires
cause-rooms = il manquait des salles
cause-other = autres causes
share-passes = { $count ->
    [one] { $count } reçu
   *[other] { $count } reçus
 } sur { $of }
share-drops-out = { $count ->
    [one] { $count } abandon
   *[other] { $count } abandons
 } sur { $of }
share-repeats = { $count ->
    [one] { $count } des { $of } refusés recommence
   *[other] { $count } des { $of } refusés recommencent
 }
share-teaches-on = { $count ->
    [one] { $count } sur { $of } enseigne
   *[other] { $count } sur { $of } enseignent
 }
share-posted = { $count ->
    [one] { $count } affecté
   *[other] { $count } affectés
 } sur { $of }
share-honoured = { $count ->
    [one] { $count } venu
   *[other] { $count } venus
 } sur { $of }
rate-a-year = { $count } venus en { $of ->
    [one] { $of } an
   *[other] { $of } ans
 }
rate-leaves = { $count ->
    [one] { $count } parti
   *[other] { $count } partis
 } en { $of } mois-personnes
rate-hosts-leave = { $count ->
    [one] { $count } parti
   *[other] { $count } partis
 } en { $of } mois-personnes
rate-per-year = fermé { $count } fois en { $of ->
    [one] { $of } an
   *[other] { $of } ans
 }
value-opens = ouvert le { $day }
beyond-opens = pas ouvert au { $day }
value-weeks = { $count } semaines comptées ({ $of ->
    [one] une fois
   *[other] { $of } fois
 })
beyond-weeks = pas fini après { $count } semaines
# Une prévision.
forecast-of = Prévision du { $today }, à partir de la semaine { $week }, { $count } simulations :
not-reported = Non rapporté : { $what }.
learnt = Ce que les comptes rendus ont appris :
kept = Conservée sous { $file }.
column-figure = grandeur
column-day = connu le
column-low = 10 %
column-middle = 50 %
column-high = 90 %
figure-reached = { $capability }, unités sur { $wanted } voulues
figure-met = { $capability } : chance d’en avoir { $wanted }
figure-holds = { $capability } : chance du seuil
figure-graduates = diplômés, { $course }
figure-cost = coût jusqu’à la sortie
