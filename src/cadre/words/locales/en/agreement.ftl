# Who would agree, on page two.
title = Who would object
caption = How each type of party meets each option
note =
    <small>{ $named ->
        [types] Types of party, by the conditions the ledger has for them; no government is named or ranked.
       *[named] Parties as the mission names them, by the conditions the ledger has for them.
    } { $assumed ->
        [yes] These conditions are the planner’s own assumptions{ $basis }; no party has stated them.
       *[no] { "" }
    } Shares are of simulated futures: how strongly a party insists is drawn from the range assumed. It is agreed where
    nobody objects: one party that does is enough.</small>
no-position = – no position
supports = ● supports
    .in = ● supports; objects in { $share }
acquiesces = ○ acquiesces
    .in = ○ acquiesces; objects in { $share }
acquiesces-with-a-caveat = ○ acquiesces with a caveat
    .in = ○ acquiesces with a caveat; objects in { $share }
breaks-silence = ✗ objects
    .in = ✗ objects in { $share }
will-not-accept = { $sentences }: will not accept { $what }
objection = An objection is likely: chance that at least one party objects
filled = Chance that enough posts are filled where nobody objects
good = Chance that nobody objects and it is “good” (page one says what that means)
amended = Fewest changes after which no objection is likely, and the chance of none then
amendment = <small>{ $changes }: </small>{ $chance }
never-agreed = never agreed
needs-no-change = <small>needs no change</small>
no-change = <small>no change found that does</small>
said = <b>Said of it: </b>{ $what }
said-by = { $says } ({ $who })
