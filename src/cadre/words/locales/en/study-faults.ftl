# What is wrong with a study, or with what is asked of one.
no-option =
    .found = { $option }
    .allowed = must be the id of an option
    .cure = { $cure }
no-suffix = no suffix
no-prov-file =
    .found = { $suffix }
    .allowed = must end in .json (PROV-JSON) or .provn (PROV-N)
    .cure = name it { $json } or { $provn }
no-such-number =
    .found = { $id }
    .allowed = must be one of its { $count } numbers
    .cure = { $cure }
no-study =
    .found = no such file
    .allowed = the folder of a brief holds one
    .cure = write the brief first: cadre brief DIR --out OUT
no-json =
    .found = { $problem }
    .allowed = must be JSON as Cadre wrote it
    .cure = write the brief again
study-without-numbers =
    .found = no numbers
    .allowed = must be a study of Cadre
    .cure = write the brief again
correlations-contradict =
    .found = rank correlations that contradict each other
    .allowed = must be able to hold together
    .cure = bring them nearer to 0, or leave one out
no-anchors =
    .found = nothing, and no option screened
    .allowed = what counts 0 and 1 must be known
    .cure = state it: anchors: {"{"}{ $criterion }: {"{"}worst: ..., best: ...{"}"}{"}"}
# Outcomes that cannot be compared.
not-simulated =
    .found = nothing
    .allowed = must be simulated
    .cure = look at the simulation's outcome
no-option-shown =
    .found = no option
    .allowed = there must be at least one option
    .cure = show one
none-at-all =
    .found = none
    .allowed = there must be at least one option and one replication
    .cure = show one
not-finite-everywhere =
    .found = { $number ->
        [one] { $number } value without a finite number
       *[other] { $number } values without a finite number
    }
    .allowed = must be finite in every replication
    .cure = correct the simulation
not-finite-in-some =
    .found = { $of ->
        [one] { $number } of { $of } replication without a finite number
       *[other] { $number } of { $of } replications without a finite number
    }
    .allowed = must be finite in every replication
    .cure = correct the simulation
not-all-finite =
    .found = { $number ->
        [one] { $number } value without a finite number
       *[other] { $number } values without a finite number
    }
    .allowed = must all be finite
    .cure = correct the simulation
too-few-nested =
    .found = { $settings ->
        [one] { $settings } setting
       *[other] { $settings } settings
    } with { $replications ->
        [one] { $replications } replication
       *[other] { $replications } replications
    }
    .allowed = must be 2 or more of both
    .cure = play more
other-details =
    .found = other values of { $detail }
    .allowed = must have the same details
    .cure = replay with the seed of the futures
no-outcome =
    .found = no outcome
    .allowed = every option shown needs one
    .cure = simulate the option
luck = seed { $seed } with { $replications ->
    [one] { $replications } replication
   *[other] { $replications } replications
}
other-luck =
    .found = { $streams }
    .allowed = options must have met the same random numbers
    .cure = simulate all options with the same seed and number of replications
one-replication =
    .found = 1 replication
    .allowed = must be 2 or more
    .cure = ask for more
other-shape =
    .found = shape { $shape }
    .allowed = must be { $needed }
    .cure = simulate anew
no-weight =
    .found = { $weight }
    .allowed = must be a number from 0 to 1
    .cure = correct the weight
weights-not-1 =
    .found = weights adding up to { $sum }
    .allowed = must add up to 1
    .cure = divide each by their sum
# What a selection of the best is asked to promise.
not-above-0 =
    .found = { $value }
    .allowed = must be above 0
    .cure = {""}
no-probability =
    .found = { $value }
    .allowed = must lie between 0 and 1
    .cure = {""}
too-few =
    .found = { $value }
    .allowed = must be { $least } or more
    .cure = {""}
no-number =
    .found = a value that is no number
    .allowed = must be finite
    .cure = {""}
older-format =
    .found = a study of an older version of Cadre
    .allowed = a study of this version
    .cure = make the brief anew with { "`cadre brief`" }
