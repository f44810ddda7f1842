# Ce que la ligne de commande écrit.
no-fault = { $title } : aucune erreur trouvée.
held-courses = { $count ->
    [one] cours
   *[other] cours
}
held-projects = { $count ->
    [one] projet
   *[other] projets
}
held-capabilities = { $count ->
    [one] capacité
   *[other] capacités
}
held-sites = { $count ->
    [one] site
   *[other] sites
}
held-roles = { $count ->
    [one] fonction
   *[other] fonctions
}
held-support = { $count ->
    [one] règle de soutien
   *[other] règles de soutien
}
held-parties = { $count ->
    [one] partie
   *[other] parties
}
held-offers = { $count ->
    [one] offre
   *[other] offres
}
held-levers = { $count ->
    [one] levier
   *[other] leviers
}
held-statements = { $count ->
    [one] déclaration
   *[other] déclarations
}
held-options = { $count ->
    [one] option
   *[other] options
}
widened = { $count ->
    [one] Les simulations élargissent { $count } fourchette supposée à { $factor } fois ce qui est écrit.
   *[other] Les simulations élargissent { $count } fourchettes supposées à { $factor } fois ce qui est écrit.
}
unshown = Attention : { $characters } dans { $path } { $count ->
    [one] n’a pas de police pour l’impression : { $sign } l’y remplace, brief.html le montre.
   *[other] n’ont pas de police pour l’impression : { $sign } les y remplace, brief.html les montre.
}
generated = { $count ->
    [one] { $count } option : ne rien faire.
   *[other] { $count } options, dont la première est de ne rien faire.
}
screened = { $screened ->
    [one] { $screened } option évaluée rapidement
   *[other] { $screened } options évaluées rapidement
} ; { $shown ->
    [one] { $shown } présentée.
   *[other] { $shown } présentées.
}
warning = Avertissement : { $what }
needs = Besoins : { $serials ->
    [one] { $serials } session
   *[other] { $serials } sessions
}
achieves = Réalisable avec ce qui est offert : { $serials ->
    [one] { $serials } session
   *[other] { $serials } sessions
}
posts = Postes : { $filled } semaines de poste sur { $wanted } pourvues par des offres ; { $asks ->
    [one] { $asks } demande supplémentaire.
   *[other] { $asks } demandes supplémentaires.
}
timetable = Calendrier : { $placed } sessions placées sur { $serials }, { $short ->
    [one] { $short } place d’équipe non pourvue.
   *[other] { $short } places d’équipe non pourvues.
}
handovers = Relèves : { $count } au cours de { $changing } sessions et activités.
searched = { $status }, fonction objectif { $objective }, écart { $gap }
status-optimal = optimal
status-feasible = réalisable
status-not-found = aucun plan trouvé
status-stopped = interrompu
status-infeasible = irréalisable
falls =
    Si seules viennent les personnes confirmées, { $fall } de ces semaines de poste restent vides, dont { $critical } critiques.
# Une session non placée, tardive ou incomplète, et pourquoi.
late = { $serial } : { $why }
all-met = Tous les objectifs sont atteints et toutes les sessions sont à l’heure.
single-changes = Changements isolés, chacun replanifié ; ce qui manquait, avant et après :
simulated = { $title } : { $replications } simulations, graine { $seed }
criterion = { $title } ({ $unit } ; { $better ->
    [less] à minimiser
   *[more] à maximiser
})
not-told-apart =
    { $ahead } et { $behind } ne se départagent pas : leurs plans diffèrent de { $differ } { $differ ->
        [one] point
       *[other] points
    }, la recherche a laissé { $open } { $open ->
        [one] point
       *[other] points
    } en suspens
dominated = { $option } est dominée par { $by } : { $why }
good = { $option } satisfait à toutes les exigences dans { $share } des simulations
column-option = option
column-outcome = résultat
column-lasting = durable
column-cost = coût
column-posts = postes
column-capability = capacité
column-week = semaine
column-wanted = voulu
column-reached = atteint
column-limit = limite
column-change = changement
column-cures = résout
column-costs-more = surcoût
column-p10 = p10
column-median = médiane
column-p90 = p90
column-range = fourchette à 80 %
# Où quelque chose trouve place, et ce qu’un nouveau plan déplace.
fits = { $what } : { $count ->
    [one] { $count } placement possible
   *[other] { $count } placements possibles
}
more-fits = … et { $count } autres ; --json les énumère tous, avec chaque déplacement et sa raison
not-at = Pas à { $site } : { $why }
week-now = { $week } (actuelle)
move = { $what } : { $was } → { $now } ; { $why }
stay-serials = { $stay } sessions sur { $of } restent dans leur semaine ({ $part })
stay-activities = { $stay } activités sur { $of } restent dans la leur ({ $part })
stay-seats = { $stay } places d’équipe sur { $of } restent aux mêmes personnes ({ $part })
stay-post-weeks = { $stay } semaines de poste sur { $of } restent pourvues par la même offre ({ $part })
more-serial = … et { $count } autres sessions ; --json les énumère toutes
more-activity = … et { $count } autres activités ; --json les énumère toutes
more-crew = … et { $count } autres équipes ; --json les énumère toutes
more-people = … et { $count } autres personnes ; --json les énumère toutes
cost-to-exit = Coût jusqu’à la sortie : { $now }, { $unmoved } si rien ne devait bouger.
swept = { $file } : { $cases } cas.
swept-kept = { $file } : { $cases } cas, dont { $kept } repris d’un calcul antérieur.
column-site = site
column-others-move = autres déplacés
column-points = objectifs, points
column-post-weeks = semaines
column-unmoved = sans rien bouger
column-now = maintenant
# Où une commande finit plus tôt.
nothing-feasible = cadre : aucune option n’est réalisable, sauf ne rien faire
stopped = cadre : interrompu
stopped-kept = cadre : interrompu : { $kept }
faults-found = { $count ->
    [one] cadre : { $count } erreur trouvée
   *[other] cadre : { $count } erreurs trouvées
}
not-done = cadre : rien n’a été fait
no-language =
    .found = { $language }
    .allowed = doit être l’une des langues { $known }
    .cure = choisissez-en une
no-option =
    .found = { $option }
    .allowed = { $count ->
        [one] doit être la seule option
       *[other] doit être l’une des { $count } options
    }
    .cure = vouliez-vous dire { $near } ? `cadre options DOSSIER --all` les énumère
cases-kept = { $count ->
    [one] { $count } cas terminé est conservé, la même commande reprend à partir de là
   *[other] { $count } cas terminés sont conservés, la même commande reprend à partir de là
}
plans-kept = aucune note n’a été écrite ; { $count ->
    [one] { $count } option planifiée est conservée, la même commande reprend à partir de là
   *[other] { $count } options planifiées sont conservées, la même commande reprend à partir de là
}
last-brief-and-plans-kept = la note précédente reste intacte ; { $count ->
    [one] { $count } option planifiée est conservée, la même commande reprend à partir de là
   *[other] { $count } options planifiées sont conservées, la même commande reprend à partir de là
}
search-stopped = recherche arrêtée, borne { $lower } plus bas
search-first = La recherche s’est arrêtée, sa borne { $lower } plus bas : ce que le plan manque peut, jusqu’à cette hauteur, tenir à la recherche ; { $by ->
    [seconds] avec plus de secondes (--seconds), elle peut trouver mieux.
   *[work] avec plus de travail (--effort), elle peut trouver mieux.
}
# Mauvais emploi des commandes.
try-help = Essayez `cadre --help`.
no-command = Commande inconnue : { $command }.
no-command-but = Commande inconnue : { $command }. Vouliez-vous dire { $near } ?
no-such-option = Paramètre inconnu : { $option }
no-such-option-but = Paramètre inconnu : { $option } (paramètres possibles : { $possible })
missing-argument = Il manque l’argument { $name }.
missing-option = Il manque le paramètre { $name }.
too-many-arguments = Arguments de trop ({ $arguments })
option-needs-value = Le paramètre { $option } demande une valeur.
option-takes-no-value = Le paramètre { $option } ne prend pas de valeur.
bad-value = { $place } : trouvé : { $found } ; { $allowed } ; { $cure }
trace-what = Valeur incorrecte : nommez un nombre, ou un fichier avec --prov FICHIER
# Ce qu’une commande a fait.
workbook-made = { $file } créé. Ensuite : modifiez-le, puis `cadre check { $file }`.
folder-made = { $folder } créé. Ensuite : `cadre check { $folder }`.
made = { $folder } créé. Ensuite : modifiez { $file }, puis `cadre check { $folder }`.
# Étapes que montre la barre de progression ; au plus 18 lettres.
stage-screen = tri des options
stage-plan = planification
stage-cure = essai de remèdes
stage-replan = replanification
stage-simulate = simulation
stage-replay = autres hasards
stage-attain = ce qu’il faudrait
stage-sweep = calcul des cas
stage-write = écriture
# Les plans d’une option.
plan-need = besoin
plan-forces = forces
plan-programme = programme
plan-staff = personnel
plan-timetable = calendrier
standard-output = la sortie standard
warned = Avertissement : { $place } : { $found }
warnings-told = { $count ->
    [one] cadre : { $count } avertissement ; `cadre check { $folder }` dit pourquoi il importe et que faire
   *[other] cadre : { $count } avertissements ; `cadre check { $folder }` dit pourquoi ils importent et que faire
}
warnings-more = { $count ->
    [one] { $count } autre avertissement du même genre : --json le donne.
   *[other] { $count } autres avertissements des mêmes genres : --json les donne.
}
warnings-found = { $count ->
    [one] { $count } avertissement : la mission peut être planifiée ; --strict la refuse.
   *[other] { $count } avertissements : la mission peut être planifiée ; --strict la refuse.
}
new-where = aucun dossier n’est nommé pour la nouvelle mission ; nommez-en un, ou énumérez les recueils avec --list
begin-from-pack = Pour partir de l’un d’eux : cadre new DOSSIER --pack NOM
pack-line = { $name } : { $holds }

no-letters =
    .found = la lettre { $letter }
    .allowed = doit être une lettre d’une note ou d’une évaluation, et il n’y en a pas ici pour cette mission
    .cure = lancez `cadre options { $folder }`, nommez une note avec --of, ou écrivez l’id
no-such-letter =
    .found = la lettre { $letter }
    .allowed = doit être une lettre de la dernière note ou évaluation
    .cure = prenez { $letters }, ou écrivez l’id
differ-in = { $one } et { $other } diffèrent sur { $levers }.
why-shown = { $option } : { $why }
none-shown-with = Aucune option présentée n’a { $what }
unmet = Aucune option présentée n’y satisfait : { $what }
checked = { $checked ->
    [one] { $checked } option écartée a été planifiée et simulée en entier
   *[other] { $checked } options écartées ont été planifiées et simulées en entier
} ; l’évaluation rapide s’est trompée sur { $wrong }.
asked-is-none = Aucune option n’est telle que demandée : { $why }
# La mission en cours.
no-day = { $day } n’est pas une date telle que 2026-05-03
record-what = nommez un tableau et ses champs, ou un formulaire avec --from, ou celui à écrire avec --form
record-field = { $word } n’est pas CHAMP=VALEUR
roster-suffix = { $file } doit finir par .pdf, .xlsx ou .ics
roster-written = Écrit dans { $file }.
no-week = { $week } n’est pas une semaine telle que 2027-W05
no-form = { $form } n’est pas l’une des formes { $forms }
exported = Écrit dans { $file }.
closed-period = { $days } : { $title }
closed-none = { $found ->
    [one] La seule période trouvée est déjà fermée, ou hors de la mission.
   *[other] Les { $found } périodes trouvées sont déjà fermées, ou hors de la mission.
 }
closed-shown = { $count ->
    [one] { $count } période est nouvelle
   *[other] { $count } périodes sont nouvelles
 }, sur { $found } ; rien n’a été écrit : ajoutez --write.
closed-written = { $count ->
    [one] { $count } période a été ajoutée
   *[other] { $count } périodes ont été ajoutées
 } à mission.yaml, sur { $found }.
report-suffix = { $file } doit finir par .pdf ou .md
report-since = { $since } doit être un jour avant celui du rapport
form-written = Écrit dans { $file }, avec { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 } pour ce qui est attendu.
recorded = { $table } : { $count ->
    [one] { $count } enregistrement ajouté
   *[other] { $count } enregistrements ajoutés
 } ({ $ids }).
known-already = { $table } : { $count ->
    [one] { $count } enregistrement y était
   *[other] { $count } enregistrements y étaient
 } déjà ({ $ids }).
nothing-reported = Rien n’a été rapporté : aucune ligne ne porte de jour.

# Le site.
no-site = les bibliothèques du site ne sont pas installées ; installez cadre-planner[site]
site-ready = Le site est prêt : { $address }
audit-whole = { $count ->
    [one] Le journal est entier : { $count } entrée. Notez ailleurs sa fin : { $digest }
   *[other] Le journal est entier : { $count } entrées. Notez ailleurs sa fin : { $digest }
}
backup-made = Écrit : { $file } (SHA-256 de la base { $digest }). Il contient tout, y compris la clé qui signe les sessions : gardez-le où vous seul pouvez le lire.
backup-brought-back = Remis comme au { $at }.
backup-of-another-database = La sauvegarde est d’un autre type de base ({ $detail }). Donnez CADRE_SITE_DATABASE, ou omettez-la, comme quand la sauvegarde fut faite.
backup-not-empty = Il y a déjà quelque chose : { $detail }. Remettez dans un dossier ou une base vide.
backup-unreadable = Le fichier n’est pas une sauvegarde entière d’un site ({ $detail }).
backup-no-program = { $detail } manque : installez les programmes de PostgreSQL (apt-get install postgresql-client).
backup-failed = PostgreSQL a refusé : { $detail }
audit-broken = Le journal n’est pas entier : l’entrée { $number } est changée, absente ou refaite (les { $count } avant elle sont comme elles furent écrites).
