# What no option shown is likely to reach.
nearly-no-chance = { $goal ->
    [target] { $capability }: a target of { $wanted }
   *[floor] { $capability }: { $wanted } to hold after exit
}, at best { $chance } ({ $best })
    .wanted = { $capability }: units wanted
    .chance = { $capability }: best chance of any option
