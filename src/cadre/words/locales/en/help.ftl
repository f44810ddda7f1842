# Help of the commands and their arguments; what stands around it in a page of help at the end.
command-check = Read a mission folder and tell everything that is wrong with it.
command-schema = Write the JSON Schema of mission.yaml, for editors.
command-options = Generate the options that the levers and rules allow, screen them, and show the few that differ.
command-plan = Plan one option: what it needs, who fills it, what it can then achieve, and when.
command-why = Say what an option misses and why, and which single changes would cure it, each planned again.
command-simulate = Plan one option and play its future many times.
command-compare = Make the whole study and compare its options criterion by criterion, or some options alone.
command-brief = Make the whole study and write the brief: HTML, PDF, Word, slides, workbook and study.json.
command-replan = Carry an older plan into a changed mission: as little as can be moves, and each move is given its reason.
command-fits = Give the places where a serial or an offer fits, and what each does to targets, cost and others.
command-sweep = Run a grid or sample of options and open details, and write every case to one Parquet file.
command-trace = Tell where a number of a brief comes from, or write where all of them do (--prov FILE).
command-since = Tell what changed between two briefs, and which fact moved which number.
new-workbook = Begin one workbook to be filled in (mission.xlsx) instead of text files.
command-workbook = Write a mission as a workbook: every part a sheet, filled in, with help and drop-down lists.
command-folder = Write a mission that stands in a workbook as a folder of text files.
workbook-out = Workbook to write, a new .xlsx file; NAME.xlsx when left out.
workbook-file = Workbook (.xlsx), or a mission folder.
folder-out = Folder to write, new or empty; the name of the workbook when left out.
command-new = Begin a mission folder from a pack of published figures, with a template workbook.
program = Plan and compare train-and-advise missions, from a mandate to a decision brief.
folder = Mission folder (mission.yaml and tables, or mission.xlsx), or a workbook (.xlsx).
seed = Seed of the simulation.
replications = How many futures are simulated of each option.
seconds = Safety net for each search; as a rule work limits end it.
jobs = Processes and threads; results do not depend on it.
effort = Times the usual work of each search; more may find better plans.
language = Language of what is written: en, fr or ar (page one of the brief); the mission's when left out.
json = Print JSON instead of text.
strict = Refuse what is only warned of, too: every warning is a fault.
option-id = Id of an option, as `cadre options DIR --all` lists them, or its letter in the last brief.
of-brief = Folder of the brief whose letters are meant; the last one of the mission when left out.
show = An option to show whatever else is: its id or letter, LEVER=CHOICE, or both (B, command=rotating); a lever alone: each of its choices. May be repeated.
compared-options = Options to compare alone, between commas: ids or letters.
brief-out = Folder to write; out/NAME when left out.
brief-since = Folder of the last brief: tell what changed since, and why.
brief-folder = Folder of a brief.
number = Id of a number in the brief.
prov = Write the whole chain as W3C PROV: PROV-N to a .provn file, else PROV-JSON.
older-brief = Folder of an older brief.
sweep-out = Folder of the sweep: new, or one to go on with.
sample = A grid, a Latin hypercube or a Sobol sequence.
cases = Cases of a sample; a power of 2 for Sobol.
vary = Path of an uncertain detail to vary; again for more. A sample varies all.
levels = Levels of each detail in a grid.
lever = Choices to keep, as LEVER=CHOICE,CHOICE; again for more.
full = Plan each case as a study does, not as the screening does.
case-replications = How many futures are simulated of each case.
cluster = Address of a Dask scheduler, such as tcp://host:8786.
version = Print the version.
new-folder = Folder to make.
packs = Tell which packs there are, and begin nothing.
pack = Pack of published figures to start from.
schema-file = File to write; standard output when left out.
every = List all combinations; do not screen them.
older-plan = The plan people have: the folder of a brief, or what plan --json printed.
option-of-several = Option, where the plan holds several.
pin = What must not move: a serial, an activity or an offer, * for any letters; ID=WEEK.
firm = Leave out indicated and pledged offers: what falls without them?
what = A serial (COURSE@SITE/N) or an offer.
start-from = Plan to start from, as for replan; planned anew when left out.
language-of-no-mission = Language of what is written: en or fr; the environment's when left out.
usage = Usage:
metavar-options = {"["}OPTIONS]
metavar-command = COMMAND [ARGS]...
arguments = Arguments
options = Options
commands = Commands
required = required
default = default: { $default }
help = Show this message and exit.
# Replies of nations.
command-offers = Offers of nations: read their replies into the mission.
command-offers-read = Read replies of nations, as they come, into the offers of a mission: shown first, entered once confirmed.
replies = Spreadsheets that nations sent: .xlsx, .csv, .tsv.
replies-into = Mission folder that they are entered into.
replies-yes = Accept how headings and words are read.
replies-partial = Enter the rows that are understood, and say what was left.
replies-mapping = File that says what headings and words mean, written like replies.yaml of the mission folder.
replies-column = What a heading means, such as "Effectif=people"; again for others.
replies-means = What a word means, such as "role: Sprengmeister = bomb-disposal-instructor"; again for others.
replies-set = What the sheet does not say, such as state=pledged or party=norway; again for others.
replies-dates = What stands first in 01/03/2027.
replies-date = Day of the replies; the one that they name, else today, when left out.
replies-encoding = Of text files that are no Unicode, such as windows-1252.
command-record = Report what happened in a running mission, or write the form to report with.
record-table = Table of records, such as serials, movements, counts or spending.
record-fields = What is reported, as FIELD=VALUE; again for more.
record-from = Form filled in (.xlsx), or a .csv file that has the name of a table.
record-form = Form to write (.xlsx): a sheet for each table, with rows for what is due.
record-of = Folder of the brief that holds the plan, for what is due.
record-by = Who reports, where rows do not say.
today = Day that is today, such as 2026-05-03; that of the clock when left out.
command-status = Tell where a running mission stands: plan against reports, and which assumptions no longer hold.
plan-in-force = The plan that is carried out: the folder of a brief, or what plan --json printed.
command-forecast = Forecast a running mission again from what was reported, and keep the forecast.
keep-forecast = Keep the forecast in the folder forecasts of the mission.
