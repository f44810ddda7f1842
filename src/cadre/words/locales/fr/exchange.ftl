# Formes d’autres systèmes : ce qui ne peut être lu ou écrit.
no-zone =
    .found = { $zone }
    .allowed = doit être un fuseau horaire de la base IANA
    .cure = écrivez par exemple Asia/Baghdad
no-hours =
    .found = { $hours }
    .allowed = doit être deux heures d’un même jour
    .cure = écrivez par exemple 08:00-15:00
no-calendar =
    .found = pas de calendrier : { $problem }
    .allowed = doit être un fichier iCalendar (RFC 5545)
    .cure = écrivez dans un fichier neuf, ou nommez un fichier écrit par un programme de calendrier
no-closed-period =
    .found = aucune entrée de journées entières
    .allowed = doit en contenir au moins une, non annulée
    .cure = nommez un calendrier de jours fériés ou de périodes fermées
