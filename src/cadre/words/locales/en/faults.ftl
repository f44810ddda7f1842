# How a fault is told, and what all of them share.
# The texts have three parts: found (what stands there), allowed (a clause), cure (what to do).
at = { $place }: { $told }
line = found { $found }, { $allowed }
line-with-cure = found { $found }, { $allowed }; { $cure }
# Several things of one fault that are wrong at once.
several = { $parts }
as-written = { $text }
# What stands somewhere, where its text is not shown.
nothing = nothing
a-mapping = a mapping
a-list = a list
did-you-mean = did you mean { $near }?
define-it = define it under { $where }, or remove it
or-define-it = { $cure } If not, define it under { $where }
use-or-define = { $cure }, or define it under { $where }
or-remove-it = { $cure }, or remove it
remove-it = remove it
use-one-of = use one of { $words }
use-one-of-many = use one of { $words }, ...
# A plan that breaks a rule: a fault of the program.
broken-plan = { $plan } breaks rules that it was made under:
broken-more = and { $rest } more
broken-report = This is a fault of Cadre, not of the mission: please report it.
the-mission = the mission
plan-need = need of { $of }
plan-forces = forces of { $of }
plan-programme = programme of { $of }
plan-staff = staff of { $of }
plan-timetable = timetable of { $of }
plan-staff-again = staff of { $of }, planned again
plan-timetable-again = timetable of { $of }, planned again
plan-staff-with-offer = staff with { $offer } at { $site }
plan-timetable-with-offer = timetable with another offer at { $site }
plan-timetable-with-serial = timetable with { $serial } at { $site } in week { $week }
# What is allowed but odd: what was found, why it matters (a clause), what to do.
warning = warning: { $found }: { $matters }; { $cure }
strict = which --strict refuses: { $matters }
