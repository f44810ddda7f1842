# Stated conditions of types of party.
title = Stated conditions of types of party
caption = Conditions met by each option
column-party = Type of party
column-option = Option { $letter }
note =
    <small>Stated conditions only, as the ledger has them. What a party would in the end agree to is not estimated
    here.</small>
none-stated = – none stated
refuses = ✗ refuses { $what }
wants = ○ wants { $what }
all-met = ● all met
