# Why what is played lies far from what is planned.
far =
    Option { $letter }, { $titles }: the middle future lies far from the plan. Plans count on everybody offered, on the
    day, and on sites that stay open. In simulation (medians) { $filling ->
    [known] { $filled } of the post-weeks are filled and { $held } serials are held
   *[none] { $held } serials are held
}; lost of those planned: { $lost }{ $causes-known ->
    [yes] { " " }({ $causes })
   *[no] { "" }
}.
lost-site-closed = { $serials } for sites that are closed
lost-site-not-open = { $serials } for sites that do not open
lost-mission-paused = { $serials } for pauses of the mission
lost-after-exit = { $serials } for courses that hosts may not teach after exit
lost-instructors = { $serials } for want of instructors
lost-trainees = { $serials } for want of trainees
lost-rooms = { $serials } for want of rooms or beds
