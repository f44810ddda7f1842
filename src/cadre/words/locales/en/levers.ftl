# Annexes on the options shown, by what they choose, and those dropped, with the reason of each.
title = The options shown
shown = Options shown
column-letter = Letter
column-title = Title
column-why-shown = Why it is shown
chosen = What each option chooses
column-lever = What is decided
dropped = Options dropped, and why
none-shown-with = <b>Choices that no option shown holds:</b>
none-dropped = None was dropped.
excluded = <b>Excluded by rule: </b>{ $rule } ({ $because }).
# A rule names several choices that never go together.
rule-choice = { $lever } { $choices }
with = { " " }with{ " " }
dropped-caption = Options dropped, by the reason
column-why = Why
column-options = Options
column-cost = Cost
column-which = Which
note =
    <small>Dropped in all: </small>{ $count }<small>. Measures of the fast evaluation: a relaxed programme and few
    futures. They choose what is looked at closely, and are not to be compared with page one.</small>
rest =
    { $count ->
        [one] { $count } more, for a reason of its own, stands in the workbook (sheet Options screened).
       *[other] { $count } more, each for a reason of its own, stand in the workbook (sheet Options screened).
    }
and-more = <small>{ $names }, { $count } more</small>
