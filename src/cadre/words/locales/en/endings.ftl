# Annex: how often events end options before their time.
caption = Options that end before their time
event = Ends it before its time
any = Any event
after = <small>after </small>{ $weeks }<small> weeks</small>
note =
    Chance (95 % interval, from the number of futures) that the event brings an option's exit forward, and weeks
    from its first day to that exit (median). Plans are made as if nothing happened; what was spent stays spent,
    posts are not paid after the exit.
