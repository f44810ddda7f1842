# Where a number of a brief comes from.
head-id = id
head-computed = computed
head-made-of = made of
head-inputs = inputs
head-rests-on = rests on
head-study = study
in-print = { $id }, [{ $ref }] in print
input = { $path } = { $value }
input-set = { $path } = { $value } (set by the option)
study = { $replications ->
    [one] seed { $seed }, { $replications } future, effort { $effort }, mission sha256 { $digest }…, { $versions }
   *[other] seed { $seed }, { $replications } futures, effort { $effort }, mission sha256 { $digest }…, { $versions }
}
unknown-figure = a published figure that the mission's pack does not hold
unknown-statement = a statement that the ledger does not hold
published = published
