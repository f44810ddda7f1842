# Forms of other systems: what cannot be read or written.
no-zone =
    .found = { $zone }
    .allowed = must be a time zone of the IANA data base
    .cure = write one such as Asia/Baghdad
no-hours =
    .found = { $hours }
    .allowed = must be two times of one day
    .cure = write them such as 08:00-15:00
no-calendar =
    .found = no calendar: { $problem }
    .allowed = must be an iCalendar file (RFC 5545)
    .cure = write to a new file, or name a file that a calendar program wrote
no-closed-period =
    .found = no entry of whole days
    .allowed = must hold at least one, that is not cancelled
    .cure = name a calendar of holidays or closed periods
