# Who would agree, on page two.
title = Who would agree
caption = How each type of party meets each option
note =
    <small>Types of party by the conditions the ledger has for them; no government is named or ranked. Shares are of
    futures: how strongly a party insists is drawn from what is known. The body decides by silence: one that breaks it
    is enough.</small>
no-position = – no position
supports = ● supports
    .in = ● supports; breaks silence in { $share }
acquiesces = ○ acquiesces
    .in = ○ acquiesces; breaks silence in { $share }
acquiesces-with-a-caveat = ○ acquiesces with a caveat
    .in = ○ acquiesces with a caveat; breaks silence in { $share }
breaks-silence = ✗ breaks silence
    .in = ✗ breaks silence in { $share }
will-not-accept = { $sentences }: will not accept { $what }
chance = Chance that nobody breaks silence
filled = Chance that enough posts are filled if agreed
good = Chance of agreed and good
amended = Fewest changes that make agreement likely, and its chance then
amendment = <small>{ $changes }: </small>{ $chance }
never-agreed = never agreed
needs-no-change = <small>needs no change</small>
no-change = <small>no change found that does</small>
