# Réponses des nations : ce qui n’est pas compris, ce qui est dit, et ce que le registre en garde.
no-file =
    .found = aucun fichier de ce nom
    .allowed = doit être un fichier envoyé par une nation
    .cure = corrigez le chemin
other-kind =
    .found = un fichier qui finit par { $ending }
    .allowed = doit être un tableur : .xlsx, .csv, .tsv ou .txt
    .cure = ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx
unknown-encoding =
    .found = le codage inconnu { $encoding }
    .allowed = doit être le nom d’un codage, comme windows-1252
    .cure = corrigez --encoding
no-unicode =
    .found = l’octet { $byte } à la ligne { $line }
    .allowed = doit être du texte Unicode
    .cure = dites ce que c’est, par exemple --encoding windows-1252 (Europe occidentale) ou windows-1250 (Europe centrale), ou enregistrez-le en .xlsx
no-table-of-text =
    .found = des guillemets qui ne se ferment pas
    .allowed = doit être des cellules séparées par des virgules, points-virgules ou tabulations
    .cure = enregistrez-le en .xlsx depuis Excel ou LibreOffice
no-table =
    .found = aucune ligne d’en-têtes lisible
    .allowed = doit avoir des en-têtes pour une fonction et pour l’un au moins de people, begins, ends ou state
    .cure = dites ce que deux en-têtes signifient, comme --column "Emploi=role" --column "Nb=people"
column-twice =
    .found = deux en-têtes qui signifient la même chose : { $first } et { $second }
    .allowed = il doit n’y en avoir qu’un
    .cure = dites ce que l’un d’eux signifie, comme --column { $second }=nothing
nothing-said =
    .found = rien de dit pour { $column }
    .allowed = doit être dit
    .cure = remplissez la cellule, ou dites-le pour toutes avec --set { $column }=…
unknown-party =
    .found = { $text }
    .allowed = doit nommer une partie de la mission
    .cure = ajoutez-la sous parties, ou dites laquelle c’est : --means "party: { $text } = PARTIE"
unknown-role =
    .found = { $text }
    .allowed = doit nommer une fonction de la mission
    .cure = dites laquelle c’est : --means "role: { $text } = FONCTION", comme { $near }
unknown-site =
    .found = { $text }
    .allowed = doit nommer des sites de la mission
    .cure = dites lequel c’est : --means "at: { $text } = SITE", comme { $near }, ou nothing
unknown-rank =
    .found = { $text }
    .allowed = doit nommer un grade de la mission
    .cure = dites lequel c’est : --means "rank: { $text } = GRADE", comme { $near }, ou nothing
unknown-state =
    .found = { $text }
    .allowed = doit dire à quel point l’offre est ferme
    .cure = dites ce que cela signifie : --means "state: { $text } = ÉTAT", avec { $near }
unknown-language =
    .found = { $text }
    .allowed = doit nommer des langues
    .cure = dites ce que cela signifie : --means "languages: { $text } = english", ou nothing
unclear-caveat =
    .found = la réserve { $text }
    .allowed = doit nommer les sites ou les cours exclus, ou dire qu’il n’y en a pas
    .cure = dites ce qu’elle exclut : --means "caveats: { $text } = SITE; COURS", ou nothing pour la garder comme remarque
no-count =
    .found = { $text }
    .allowed = doit être le nombre de personnes présentes à la fois
    .cure = écrivez un nombre entier
two-counts =
    .found = { $text }, qui peut être { $less } ou { $more }
    .allowed = doit être un seul nombre
    .cure = écrivez-le sans séparateur de milliers, ou dites-le : --means "people: { $text } = { $more }"
merged-count =
    .found = { $text } dans une cellule fusionnée sur plusieurs lignes
    .allowed = doit être le nombre de personnes de cette ligne
    .cure = défusionnez la cellule et écrivez le nombre de chaque ligne
formula =
    .found = une formule
    .allowed = doit être une valeur
    .cure = copiez la cellule et collez-la comme valeur
no-day =
    .found = { $text }
    .allowed = doit être un jour proche de la mission
    .cure = écrivez-le 2027-03-01 ou 1 mars 2027
two-days =
    .found = { $text }, qui peut être { $first } ou { $second }
    .allowed = doit être un seul jour
    .cure = dites ce qui vient d’abord : --dates day-first (le jour) ou --dates month-first (le mois)
no-period =
    .found = { $text }
    .allowed = doit nommer deux jours
    .cure = écrivez-le 1 mars 2027 - 31 août 2027
no-length =
    .found = { $text }
    .allowed = doit être une durée
    .cure = écrivez-la 6 mois ou 26 semaines
in-workbook =
    .found = des lignes de { $table } dans le classeur
    .allowed = doivent se trouver dans un fichier de texte, dès lors que des réponses sont saisies
    .cure = enregistrez la feuille sous { $table }.csv à côté du classeur et ôtez-la de celui-ci
on-one-line =
    .found = { $part } sur une ligne, ou vide
    .allowed = doit tenir sur plusieurs lignes, dès lors que des réponses sont saisies
    .cure = écrivez chacun sur sa propre ligne
memory-part =
    .found = une rubrique inconnue
    .allowed = doit être { $known }
    .cure = corrigez-la ou ôtez-la
memory-table =
    .found = autre chose qu’un tableau
    .allowed = doit être fait de mots et de ce qu’ils signifient
    .cure = écrivez mot: sens, un par ligne
memory-read =
    .found = un fichier lu, sans tout ce qui en est gardé
    .allowed = doit avoir party, file, sha256 et statement
    .cure = ôtez-le ; le fichier sera relu
no-column =
    .found = { $column }
    .allowed = doit être une colonne : { $known }
    .cure = prenez-en une
no-order =
    .found = { $order }
    .allowed = doit être day-first ou month-first
    .cure = prenez l’un des deux
means-nothing =
    .found = { $value }, que la mission n’a pas
    .allowed = doit être { $known }
    .cure = corrigez-le
no-pair =
    .found = { $word }
    .allowed = doit être écrit { $form }
    .cure = corrigez-le
# Ce qui est dit avant que rien ne soit écrit.
file-read = { $file }, feuille { $sheet } : en-têtes en { $cell }
file-read-text = { $file } : en-têtes en { $cell }
file-known = { $file } a déjà été lu ; rien n’y est nouveau.
column-heading = en-tête
column-column = lu comme
column-how = comment
column-of = colonne
column-word = mot
column-offer = offre
column-party = partie
column-role = fonction
column-people = effectif
column-begins = début
column-ends = fin
column-state = état
column-what = quoi
how-same = en-tête connu
how-remembered = déjà confirmé
how-alike = par ressemblance
how-unknown = inconnu
reads-nothing = pas lu
words-alike = Mots lus par ressemblance :
passed-total = Pas une offre, un total : { $text } ({ $cell })
passed-none = Aucune personne offerte : { $text } ({ $cell })
passed-hidden = Masqué, pas lu : { $text } ({ $cell })
passed-note = Gardé comme remarque : { $text } ({ $cell })
passed-sheet = Aucune offre dans la feuille { $text }
is-new = nouvelle
is-changed = changée
is-same = inchangée
is-gone = { $offer } figurait dans une réponse antérieure et plus dans celle-ci ; elle reste jusqu’à ce que vous l’ôtiez.
was = { $offer } : { $field } { $before } → { $after }
reply-of = { $party } : { $file }, du { $date }
not-understood = { $count ->
    [one] { $count } cellule n’est pas comprise :
   *[other] { $count } cellules ne sont pas comprises :
}
more-cells = … et { $count } autres ; --json les donne toutes
nothing-new = Rien de nouveau : la mission contient déjà tout.
ask = Saisir cela dans { $folder } ? [o/N]
yes-words = o oui
ask-order = { $text } peut être { $first } ou { $second }. Le jour ou le mois vient-il d’abord ? [j/m]
day-words = j jour
month-words = m mois
not-entered = Rien n’a été écrit. Pour accepter ce qui est lu ci-dessus :
not-entered-faults = Rien n’a été écrit. Corrigez ceci, dites ce que cela signifie, ou saisissez le reste avec --partial.
entered = { $count ->
    [one] { $count } offre saisie ou changée
   *[other] { $count } offres saisies ou changées
} dans { $folder } : { $files }
left = { $count ->
    [one] { $count } cellule a été laissée de côté ; sa ligne n’est pas saisie.
   *[other] { $count } cellules ont été laissées de côté ; leurs lignes ne sont pas saisies.
}
# Ce que le registre garde.
source-title = Réponse : { $party }
source-note = Fichier { $file }, SHA-256 { $hash }…
says = { $party } offre : { $offered }.
says-remarks = Remarques : { $remarks }
one-offer = { $role } : { $people }, du { $begins } au { $ends } ({ $state })
state-indicated = annoncée
state-pledged = promise
state-confirmed = confirmée
state-arrived = arrivée
later-reply = Une réponse ultérieure de la même partie.
