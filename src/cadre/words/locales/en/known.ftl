# The statements that weigh most, on page two.
title = What is known, reported and assumed
caption = The statements that most of the plan rests on
column-kind = Kind
column-statement = Statement
column-who = Who says it
column-grade = Grade
column-date = Date
grades =
    <small>Grade: reliability of the source A–F, credibility of the statement 1–6; F and 6 mean that it cannot be
    judged.</small>
kind-known = known
kind-told = reported
kind-assumed = assumed
