# Le site : les pages dans un navigateur. Rôles, états et genres d’entrées portent le nom que le programme leur donne.
skip = Aller au contenu
site = Le site
language = Langue
missions = Missions
people = Personnes
account = Votre compte
log-in = Se connecter
log-out = Se déconnecter
moment = { $day }, { $time } UTC

# Comptes.
name = Nom
title = Nom complet
password = Mot de passe
new-password = Nouveau mot de passe
old-password = Mot de passe actuel
again = Le même encore une fois
password-rule = Au moins 12 caractères, pas seulement des chiffres, et aucun que beaucoup de gens emploient.
no-password-yet = Pas encore de mot de passe, ou oublié ? Qui gère les comptes vous fait un lien.
log-in-failed = Le nom ou le mot de passe est faux.
too-many-log-ins = Trop de connexions ont échoué. Réessayez dans un quart d’heure.
welcome = Bienvenue
set-password = Vous êtes { $name }. Choisissez un mot de passe ; ce lien ne servira plus ensuite.
set-and-log-in = Enregistrer le mot de passe et se connecter
password-differs = Les deux mots de passe diffèrent.
password-too-short = Le mot de passe est trop court : au moins 12 caractères.
password-too-common = Trop de gens emploient ce mot de passe.
password-entirely-numeric = Le mot de passe ne contient que des chiffres.
old-password-wrong = Le mot de passe actuel est faux.
password-set = Le mot de passe est changé. Les autres sessions ont pris fin.
change-password = Changer le mot de passe
you-are = { $title }, nom de connexion { $name }
add-person = Ajouter une personne
may-begin = Peut commencer des missions
make-link = Faire un nouveau lien
link-made = Envoyez ce lien à { $title }. Il sert une fois, en un jour, et ne se montre que maintenant.
close-account = Fermer le compte
open-account = Rouvrir le compte
account-open = ouvert
account-closed = fermé
account-new = pas encore de mot de passe
name-not-allowed = Un nom ne contient que lettres, chiffres, points et traits d’union, 60 au plus.
title-missing = Écrivez le nom complet, 120 lettres au plus.
name-taken = Ce nom est pris.

# Missions et révisions.
no-missions = Vous n’avez pas encore de mission. Qui administre une mission peut vous y donner un rôle.
begin = Commencer une mission
begun-from = commencée avec le recueil { $pack }
from-pack = Avec un recueil de chiffres publiés
pack = Recueil
from-upload = Avec un fichier
folder-or-workbook = Dossier de mission (.zip) ou classeur (.xlsx), 20 Mo au plus
comment = Commentaire
upload = Envoyer
upload-missing = Choisissez un fichier.
upload-too-large = Le fichier dépasse { $most } Mo.
reading-ended = Le fichier n’a pas pu être lu dans les limites de mémoire et de temps. Supprimez ce dont la mission n’a pas besoin.
not-saved = Rien d’enregistré
what-is-odd = Permis, mais à regarder
no-archive =
    .found = un fichier qui n’est pas une archive zip
    .allowed = doit être un fichier .zip sans mot de passe
    .cure = refaites l’archive du dossier de mission
too-many-files =
    .found = { $files } fichiers
    .allowed = doit en avoir au plus { $most }
    .cure = mettez les seuls fichiers de la mission
no-file-of-a-mission =
    .found = { $name }
    .allowed = doit être un fichier de mission, comme mission.yaml, ledger.yaml ou offers.csv, une fois et dans aucun autre dossier
    .cure = mettez les seuls fichiers de la mission ; les relevés ne sont pas encore pris
unpacks-too-large =
    .found = une archive qui devient trop grande
    .allowed = doit avoir au plus { $most } Mo une fois décompressée
    .cure = supprimez ce dont la mission n’a pas besoin
neither-folder-nor-workbook =
    .found = un fichier d’une autre sorte
    .allowed = doit être un dossier de mission en .zip ou un classeur en .xlsx
    .cure = mettez le dossier de mission dans un .zip
overview = Vue d’ensemble
studies = Études
revisions = Révisions
change = Modifier
roles = Rôles
audit = Journal
revision = Révision
revision-number = Révision { $number }
revision-by = Révision { $number }, { $author }, { $moment } :
saved-at = Révision { $number }, enregistrée le { $moment }
saved-as = Enregistré comme révision { $number }
see-changes = Voir ce qui a changé
your-roles = vos rôles :
host = Pays hôte
starts = Début
lasts = Durée
weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
asks = Ce qui est demandé
decisions = Décisions
wanted = Ce qui est voulu
capability = Capacité
by-day = Unités à la date
after-exit = Restent après la sortie
offers = Offres
no-offers = Aucune de vos offres ne figure encore dans cette mission.
offer = Offre
party = Partie
post = Fonction
how-many = Personnes
from = Du
until = Au
state = État
offer-indicated = évoquée
offer-pledged = promise
offer-confirmed = confirmée
offer-arrived = sur place
part-courses = Cours
part-sites = Sites
part-projects = Projets
how-to-change = Téléchargez la révision { $number }, modifiez-la et renvoyez-la. Une nouvelle révision est enregistrée ; rien n’est écrasé.
download-folder = Télécharger en dossier
download-workbook = Télécharger en classeur
download-original = Télécharger ce qui fut envoyé
save-revision = Enregistrer une nouvelle révision
overtaken = Quelqu’un a enregistré entre-temps
overtaken-why = Rien n’a été enregistré. Vous étiez parti de la révision { $number } ; depuis, il y a :
they-changed = Ce que d’autres ont changé depuis
you-changed = Ce que vous avez changé
begin-from-newest = Repartir de la dernière révision
when = Quand
author = Par
changes = Ce qu’elle change
first-revision = La première révision de cette mission.
no-changes = Aucune différence avec la révision précédente.

# Rôles.
person = Personne
role = Rôle
role-administrator = administrateur
role-planner = planificateur
role-nation = représentant de pays
role-host = liaison du pays hôte
role-commander = commandant
role-reporter = rapporteur
role-reader = lecteur
give-role = Donner un rôle
take-away = Retirer
party-of-nation = Partie (seulement pour un représentant de pays)
nobody-of-that-name = Il n’y a personne de ce nom.
nation-missing = Dites pour quelle partie de la mission parle le représentant.
last-administrator = Une mission garde un administrateur.

# Journal.
number = N°
what = Quoi
about = Objet
before = Avant
after = Après
did-logged-in = s’est connecté
did-set-password = a choisi un mot de passe
did-added-person = a ajouté une personne
did-made-link = a fait un lien
did-closed-account = a fermé un compte
did-opened-account = a rouvert un compte
did-appointed = a donné un rôle
did-dismissed = a retiré un rôle
did-saved = a enregistré une révision
did-asked-study = a demandé une étude
did-cancelled-study = a annulé une étude
did-resumed-study = a repris une étude
did-finished-study = a achevé une étude
did-failed-study = une étude a échoué
did-released-study = a communiqué un dossier
did-withdrew-study = a retiré un dossier

# Études.
no-studies = Il n’y a pas encore d’étude que vous puissiez lire.
study = Étude
study-number = Étude { $number }
study-of = De la révision { $number }, graine { $seed }, { $futures } avenirs
ask-study = Demander une étude
of-newest = De la révision { $number }, la dernière. Une étude entière prend de quelques minutes à quelques heures.
futures = Avenirs par option
seed = Graine
language-of-brief = Langue du dossier
draft = ébauche
as-draft = Une ébauche : un premier aperçu en une fraction du temps, signalé sur chaque page
asked-at = Demandée le
study-queued = attend un poste de calcul
study-running = en cours
study-done = achevée
study-failed = échouée
study-cancelled = annulée
stage-screen = tri des options
stage-plan = planification
stage-simulate = simulation
stage-replay = autres hasards
stage-attain = ce qu’il faudrait
stage-write = écriture du dossier
steps = { $done } sur { $total }
gave-up = Elle a pris fin trois fois sans résultat. Reprenez-la pour réessayer.
cancel = Annuler
resume = Reprendre
read-brief = Lire le dossier
files = Fichiers
who-reads = Qui d’autre peut le lire
release-warning = Un dossier dit les positions des parties et les offres des pays. Les planificateurs le lisent ; ne le communiquez à un rôle que si ce rôle peut les connaître.

# Réponses à ce qui est refusé.
not-found = Introuvable
not-found-what = Cette page n’existe pas, ou elle n’est pas pour vous.
busy = Le site est occupé
busy-what = D’autres envoient des fichiers en ce moment. Rien n’a été enregistré ; renvoyez dans une minute.
broken = Le site a un défaut
broken-what = Rien n’a été enregistré. Dites à qui le fait tourner quand cela est arrivé.
refused = Le formulaire n’a pas été pris
refused-what = Il est trop vieux, ou ne vient pas d’une page de ce site. Revenez en arrière, rechargez la page et renvoyez-le.

# Les offres dans une grille.
offers-of = Offres de { $party }
offers-preview = Ce que vos lignes apporteraient
offers-found = { $found } sur { $count }
find = Chercher
new-offer = nouvelle
withdraw = Retirer
since = Depuis
column-party = Partie
column-role = Poste
column-people = Personnes
column-begins = Du
column-ends = Au
column-state = État
column-honoured = Chance qu’elles viennent
column-late = Semaines de retard
column-tour = Séjour le plus long
column-rank = Grade
column-languages = Langues
column-not-at = Pas à
column-not-for = Pas pour
column-only-if = Seulement si
column-basis = Repose sur
grid-keys = Entrée descend, Maj+Entrée monte, Tab va à la cellule suivante, Alt avec une flèche dans tous les sens. Des lignes d’un tableur peuvent être collées dans une cellule. Rien n’entre avant que vous ayez vu ce que cela ferait.
pasted-filled = { $count } lignes ont été collées. Vérifiez-les.
pasted-boxed = Les lignes ont plus de cellules qu’il n’y a de place ici. Elles sont dans le champ ci-dessous : demandez l’aperçu.
pasted-refused = Rien n’a été collé : les lignes ont plus de cellules qu’il n’y a de place ici.
check-changes = Vérifier les changements
check-again = Vérifier encore
enter-offers = { $count ->
    [one] Enregistrer { $count } ligne
   *[other] Enregistrer { $count } lignes
}
leave-it = Abandonner
paste-rows = Coller des lignes d’un tableur
paste-how = Copiez des lignes dans votre tableur et collez-les ici, avec une ligne de titres ou dans l’ordre des colonnes ci-dessus, l’offre d’abord (vide pour une nouvelle). Chaque ligne est montrée avant d’entrer.
rows = Lignes
preview = Aperçu
pages = Pages
page-before = Page précédente
page-after = Page suivante
page-of = Page { $number } sur { $count }
what-columns-mean = Ce que veulent dire les colonnes
row-new = nouvelle
row-changed = changée
row-gone = retirée
row-same = inchangée
row-unknown = introuvable
row-twice = deux fois
was = avant : { $before }
offer-is-unknown = Il n’y a pas d’offre { $offer } que vous pourriez changer.
offer-is-twice = Une autre ligne parle aussi de { $offer }.
changed-meanwhile = Quelqu’un a changé ceci entre-temps ; c’est maintenant : { $theirs }. Vérifiez encore pour mettre la vôtre à la place.
row-changed-meanwhile = Quelqu’un a changé ou retiré cette offre entre-temps. Vérifiez encore pour faire à votre façon.
others-saved = D’autres ont enregistré depuis la révision { $number } ; vos lignes sont maintenant montrées par rapport à la révision { $newest }.
rests-on-offers = Autre chose dans la mission repose sur ce que vous changez. Demandez aux planificateurs.
in-the-way = Ce qui empêche
preview-sound = { $count ->
    [one] { $count } ligne ferait quelque chose, et rien n’y est faux.
   *[other] { $count } lignes feraient quelque chose, et rien n’y est faux.
}
preview-unsound = Rien ne peut entrer encore : voyez ce qui est dit aux cellules.
preview-nothing = Aucune ligne ne changerait rien.
preview-same = { $count ->
    [one] { $count } ligne dit ce qui y est déjà.
   *[other] { $count } lignes disent ce qui y est déjà.
}
pasted-too-many = { $count } lignes ont été collées, { $most } au plus sont prises à la fois. Aucune n’a été prise.
pasted-unknown = Ces titres ne nomment aucune colonne et leurs cellules n’ont pas été prises : { $headings }
pasted-too-long = Ces lignes ont plus de cellules qu’il n’y a de colonnes ; ce qui était en trop n’a pas été pris : { $rows }
offers-changed = Offres : { $offers }
who-said-when = Qui l’a dit, et quand
offer-withdrawn = retirée
offer-withdrawn-now = Cette offre a été retirée.
every-offer = { $count ->
    [0] Saisir des offres
    [one] Voir et changer { $count } offre
   *[other] Voir et changer { $count } offres
}

# Jetons et API.
tokens = Jetons
tokens-what = Avec un jeton, un programme fait en votre nom ce que vous pouvez faire. Qui l’a n’a pas besoin de mot de passe : gardez-le de même.
token-made = Copiez-le maintenant ; il n’est montré qu’une fois et n’est gardé nulle part.
token-for = À quoi il sert
token-may = Peut
token-reads = lire
token-writes = lire et écrire
token-made-at = Créé
token-until = Valable jusqu’au
token-used = Dernier usage
token-days = Jours
make-token = Créer un jeton
revoke-token = Révoquer
token-title-missing = Dites à quoi il sert, en 100 lettres au plus, et pour combien de jours.
too-many-tokens = Vous avez 20 jetons valables. Révoquez-en un d’abord.
api = Ce que les programmes peuvent demander
api-what = Toutes les opérations, pour les machines :
as-data = Ce tableau :
tables = Tableaux de cette révision
did-made-token = a créé un jeton
did-revoked-token = a révoqué un jeton

# L’état des besoins.
requirement = Besoins
no-requirement = Il n’y a pas encore d’étude que vous puissiez lire : les besoins en viennent.
requirement-of = De l’étude { $study }, de la révision { $revision }. Une semaine-poste est un poste pendant une semaine.
which-option = Option
show = Montrer
site-of-post = Site
posts-at-peak = Postes au plus
post-weeks = Semaines-postes
fill = Pourvu par des offres
fill-open = ouvert
fill-none = rien n’est pourvu
critical = critique
whom-to-ask = Qui demander
nobody-to-ask = Personne : les offres pourvoient chaque poste.

# Les réponses des nations en tableurs.
reply = Lire une réponse dans un tableur
reply-how = N’importe quel tableau convient : titres, pays, jours et nombres sont lus comme les ministères les écrivent. Vous voyez comment chacun est lu avant que rien n’entre.
reply-file = Tableur (.xlsx, .csv, .tsv, .txt), 600 ko au plus
reply-missing = Choisissez un tableur de { $most } ko au plus.
reply-party = Partie, là où la feuille ne la dit pas
reply-state = État, là où la feuille ne le dit pas
reply-order = Jours comme 01/03/2027
order-day-first = le jour d’abord
order-month-first = le mois d’abord
reply-words = Ce que les mots veulent dire
reply-words-how = Une ligne chacun : TITRE = COLONNE, ou COLONNE: MOT = SENS, par exemple role: formateur = trainer
how-it-is-read = Comment elle est lue
heading = Titre ou mot
is-read-as = est lu comme
read-by-nobody = non lu
not-understood = Non compris
what-it-brings = Ce qu’elle apporterait
reply-known = Ce fichier a déjà été lu ; rien n’y est nouveau.
reply-left-out = Les lignes d’autres parties sont laissées de côté : vous parlez pour une seule.
reply-gone = La réponse ne contient plus ces offres ; elles restent jusqu’à ce que quelqu’un les retire :
passed-over = { $count ->
    [one] { $count } cellule ou ligne n’a pas été lue
   *[other] { $count } cellules ou lignes n’ont pas été lues
}
enter-reply = Enregistrer la réponse
enter-understood = Enregistrer ce qui est compris, laisser le reste
read-again = Lire encore
another-file = Un autre fichier
reply-again = D’autres ont enregistré entre-temps. Voici ce que la réponse apporterait maintenant : regardez-la encore.
reply-entered = Réponse { $file }

# Les parties d’une mission en formulaires.
parts = Parties
parts-how = Tout ce que dit la mission, partie par partie. Les leviers avec leurs choix et ne rien faire se changent dans le dossier ou le classeur. Les noms et l’aide des champs sont en anglais.
settings = Réglages
part-tables = Tableaux
table = Tableau
what-it-holds = Ce qu’il contient
no-rows = Pas encore de ligne.
add-row = Ajouter
remove-row = Supprimer
row-id = Identifiant : petites lettres, chiffres et traits d’union
belongs-to = Appartient à
part-changed = Changé : { $part }
part-changed-meanwhile = Quelqu’un a changé ou supprimé ceci entre-temps. Le voici tel qu’il est maintenant ; enregistrez encore pour faire à votre façon.
row-id-wrong = Cet identifiant est pris, ou n’en est pas un : petites lettres, chiffres et traits d’union.
