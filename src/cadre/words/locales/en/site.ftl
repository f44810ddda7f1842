# The site: pages in a browser. Roles, states and kinds of entries are named for what the program calls them.
skip = Skip to the content
site = The site
language = Language
missions = Missions
people = People
account = Your account
log-in = Log in
log-out = Log out
moment = { $day }, { $time } UTC

# Accounts.
name = Name
title = Full name
password = Password
new-password = New password
old-password = Present password
again = The same again
password-rule = At least 12 characters, not digits alone, none that many people use.
no-password-yet = No password yet, or forgotten? Whoever manages accounts makes a link for you.
log-in-failed = Name or password is wrong.
too-many-log-ins = Too many log-ins failed. Try again in a quarter of an hour.
welcome = Welcome
set-password = You are { $name }. Set a password; this link then works no more.
set-and-log-in = Set the password and log in
password-differs = The two passwords differ.
password-too-short = The password is too short: at least 12 characters.
password-too-common = Too many people use this password.
password-entirely-numeric = The password is of digits alone.
old-password-wrong = The present password is wrong.
password-set = The password is changed. Other sessions have ended.
change-password = Change the password
you-are = { $title }, log-in name { $name }
add-person = Add a person
may-begin = May begin missions
make-link = Make a new link
link-made = Send this link to { $title }. It works once, within a day, and is shown only now.
close-account = Close the account
open-account = Open the account
account-open = open
account-closed = closed
account-new = no password yet
name-not-allowed = A name has letters, digits, full stops and hyphens alone, at most 60.
title-missing = Write the full name, at most 120 letters.
name-taken = That name is taken.

# Missions and revisions.
no-missions = You have no mission yet. An administrator of a mission can give you a role in it.
begin = Begin a mission
begun-from = begun from the pack { $pack }
from-pack = From a pack of published figures
pack = Pack
from-upload = From a file
folder-or-workbook = Mission folder (.zip) or workbook (.xlsx), at most 20 MB
comment = Comment
upload = Upload
upload-missing = Choose a file.
upload-too-large = The file is larger than { $most } MB.
reading-ended = The file could not be read within the limits of memory and time. Leave out what the mission does not need.
not-saved = Not saved
what-is-odd = Allowed, but look at it
no-archive =
    .found = a file that is no zip archive
    .allowed = must be a .zip file without a password
    .cure = pack the mission folder again
too-many-files =
    .found = { $files } files
    .allowed = must be at most { $most }
    .cure = pack the files of the mission alone
no-file-of-a-mission =
    .found = { $name }
    .allowed = must be a file of a mission, such as mission.yaml, ledger.yaml or offers.csv, once and in no further folder
    .cure = pack the files of the mission alone; records are not taken yet
unpacks-too-large =
    .found = an archive that grows too large
    .allowed = must be at most { $most } MB unpacked
    .cure = leave out what the mission does not need
neither-folder-nor-workbook =
    .found = another kind of file
    .allowed = must be a mission folder as .zip or a workbook as .xlsx
    .cure = pack the mission folder as .zip
overview = Overview
studies = Studies
revisions = Revisions
change = Change
roles = Roles
audit = Audit log
revision = Revision
revision-number = Revision { $number }
revision-by = Revision { $number }, { $author }, { $moment }:
saved-at = Revision { $number }, saved { $moment }
saved-as = Saved as revision { $number }
see-changes = See what changed
your-roles = your roles:
host = Host
starts = Begins
lasts = Lasts
weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
asks = What is asked
decisions = Decisions
wanted = What is wanted
capability = Capability
by-day = Units by day
after-exit = Left after exit
offers = Offers
no-offers = No offer of yours is in this mission yet.
offer = Offer
party = Party
post = Role
how-many = People
from = From
until = Until
state = State
offer-indicated = indicated
offer-pledged = pledged
offer-confirmed = confirmed
offer-arrived = arrived
part-courses = Courses
part-sites = Sites
part-projects = Projects
how-to-change = Download revision { $number }, change it, and upload it. A new revision is saved; nothing is overwritten.
download-folder = Download as a folder
download-workbook = Download as a workbook
download-original = Download what was uploaded
save-revision = Save as a new revision
overtaken = Somebody saved in between
overtaken-why = Nothing was saved. You began from revision { $number }; since then there is:
they-changed = What others changed since
you-changed = What you changed
begin-from-newest = Begin again from the newest revision
when = When
author = By
changes = What it changed
first-revision = The first revision of this mission.
no-changes = No difference from the revision before.

# Roles.
person = Person
role = Role
role-administrator = administrator
role-planner = planner
role-nation = nation representative
role-host = host liaison
role-commander = commander
role-reporter = reporter
role-reader = reader
give-role = Give a role
take-away = Take away
party-of-nation = Party (nation representatives alone)
nobody-of-that-name = There is nobody of that name.
nation-missing = Say for which party of the mission the representative speaks.
last-administrator = A mission keeps an administrator.

# Audit log.
number = No.
what = What
about = About
before = Before
after = After
did-logged-in = logged in
did-set-password = set a password
did-added-person = added a person
did-made-link = made a link
did-closed-account = closed an account
did-opened-account = opened an account
did-appointed = gave a role
did-dismissed = took a role away
did-saved = saved a revision
did-asked-study = asked for a study
did-cancelled-study = cancelled a study
did-resumed-study = resumed a study
did-finished-study = finished a study
did-failed-study = a study failed
did-released-study = released a brief
did-withdrew-study = withdrew a brief

# Studies.
no-studies = There is no study that you can read yet.
study = Study
study-number = Study { $number }
study-of = Of revision { $number }, seed { $seed }, { $futures } futures
ask-study = Ask for a study
of-newest = Of revision { $number }, the newest. A full study takes minutes to hours.
futures = Futures of each option
seed = Seed
language-of-brief = Language of the brief
draft = draft
as-draft = A draft: a first look in a fraction of the time, said on every page
asked-at = Asked for
study-queued = waiting for a worker
study-running = running
study-done = done
study-failed = failed
study-cancelled = cancelled
stage-screen = screening options
stage-plan = planning options
stage-simulate = simulating
stage-replay = on other random numbers
stage-attain = what it would take
stage-write = writing the brief
steps = { $done } of { $total }
gave-up = It ended three times without a result. Resume it to try again.
cancel = Cancel
resume = Resume
read-brief = Read the brief
files = Files
who-reads = Who else may read it
release-warning = A brief tells positions of parties and offers of nations. Planners read it; release it to a role only if that role may know them.

# Answers to what is refused.
not-found = Not found
not-found-what = There is no such page, or it is not for you.
busy = The site is busy
busy-what = Others are sending files just now. Nothing was saved; send it again in a minute.
broken = Something is wrong with the site
broken-what = Nothing was saved. Tell whoever runs it when this happened.
refused = The form was not taken
refused-what = It is too old, or did not come from a page of this site. Go back, load the page again and send it once more.

# Offers in a grid.
offers-of = Offers of { $party }
offers-preview = What your rows would bring
offers-found = { $found } of { $count }
find = Find
new-offer = new
withdraw = Withdraw
since = Since
column-party = Party
column-role = Post
column-people = People
column-begins = From
column-ends = Until
column-state = State
column-honoured = Chance that they come
column-late = Weeks late
column-tour = Longest stay
column-rank = Rank
column-languages = Languages
column-not-at = Not at
column-not-for = Not for
column-only-if = Only if
column-basis = Rests on
grid-keys = Enter goes down, Shift+Enter up, Tab to the next cell, Alt with an arrow any way. Rows of a spreadsheet can be pasted into a cell. Nothing enters before you have seen what it would do.
pasted-filled = { $count } rows were pasted. Check them.
pasted-boxed = The rows have more cells than fit here. They stand in the box below: preview them.
pasted-refused = Nothing was pasted: the rows have more cells than fit here.
check-changes = Check the changes
check-again = Check again
enter-offers = { $count ->
    [one] Enter { $count } row
   *[other] Enter { $count } rows
}
leave-it = Leave it
paste-rows = Paste rows from a spreadsheet
paste-how = Copy rows in your spreadsheet and paste them here, with a row of headings or in the order of the columns above, the offer first (empty for a new one). Every row is shown before it enters.
rows = Rows
preview = Preview
pages = Pages
page-before = Page before
page-after = Next page
page-of = Page { $number } of { $count }
what-columns-mean = What the columns mean
row-new = new
row-changed = changed
row-gone = withdrawn
row-same = unchanged
row-unknown = not found
row-twice = twice
was = was { $before }
offer-is-unknown = There is no offer { $offer } that you could change.
offer-is-twice = Another row speaks of { $offer } too.
changed-meanwhile = Somebody changed this meanwhile; now it is: { $theirs }. Check again to put yours in its place.
row-changed-meanwhile = Somebody changed or withdrew this offer meanwhile. Check again to have it your way.
others-saved = Others saved since revision { $number }; your rows are now shown against revision { $newest }.
rests-on-offers = Something else in the mission rests on what you change. Ask the planners.
in-the-way = In the way
preview-sound = { $count ->
    [one] { $count } row would do something, and nothing is wrong with it.
   *[other] { $count } rows would do something, and nothing is wrong with them.
}
preview-unsound = Nothing can enter yet: see what is told at the cells.
preview-nothing = No row would change anything.
preview-same = { $count ->
    [one] { $count } row says what stands there already.
   *[other] { $count } rows say what stands there already.
}
pasted-too-many = { $count } rows were pasted, at most { $most } are taken at a time. None was taken.
pasted-unknown = These headings name no column and their cells were not taken: { $headings }
pasted-too-long = These rows have more cells than there are columns; what was too much was not taken: { $rows }
offers-changed = Offers: { $offers }
who-said-when = Who said it, and when
offer-withdrawn = withdrawn
offer-withdrawn-now = This offer was withdrawn.
every-offer = { $count ->
    [0] Enter offers
    [one] See and change { $count } offer
   *[other] See and change { $count } offers
}

# Tokens and the API.
tokens = Tokens
tokens-what = By a token a program does what you may do, in your name. Whoever has it needs no password: keep it as one.
token-made = Copy it now; it is shown only once, and kept nowhere.
token-for = What it is for
token-may = May
token-reads = read
token-writes = read and write
token-made-at = Made
token-until = Works until
token-used = Last used
token-days = Days
make-token = Make a token
revoke-token = Revoke
token-title-missing = Say what it is for, at most 100 letters, and for how many days.
too-many-tokens = You have 20 tokens that work. Revoke one first.
api = What programs can ask for
api-what = Every operation, for machines:
as-data = This table:
tables = Tables of this revision
did-made-token = made a token
did-revoked-token = revoked a token

# The statement of requirements.
requirement = Requirement
no-requirement = There is no study that you can read yet: the requirement comes from one.
requirement-of = Of study { $study }, of revision { $revision }. A post-week is one post for one week.
which-option = Option
show = Show
site-of-post = Site
posts-at-peak = Posts at most
post-weeks = Post-weeks
fill = Filled by offers
fill-open = open
fill-none = nothing is filled
critical = critical
whom-to-ask = Whom to ask for
nobody-to-ask = Nobody: offers fill every post.

# Nations' replies as spreadsheets.
reply = Read a reply from a spreadsheet
reply-how = Any table will do: headings, countries, days and counts are read as ministries write them. You see how each is read before anything enters.
reply-file = Spreadsheet (.xlsx, .csv, .tsv, .txt), at most 600 kB
reply-missing = Choose a spreadsheet of at most { $most } kB.
reply-party = Party, where the sheet does not say it
reply-state = State, where the sheet does not say it
reply-order = Days such as 01/03/2027
order-day-first = day first
order-month-first = month first
reply-words = What words mean
reply-words-how = A line each: HEADING = COLUMN, or COLUMN: WORD = MEANING, such as role: formateur = trainer
how-it-is-read = How it is read
heading = Heading or word
is-read-as = is read as
read-by-nobody = not read
not-understood = Not understood
what-it-brings = What it would bring
reply-known = This file was read before; nothing of it is new.
reply-left-out = Rows of other parties are left out: you speak for one.
reply-gone = The reply no longer holds these offers; they stay until somebody withdraws them:
passed-over = { $count ->
    [one] { $count } cell or row was passed over
   *[other] { $count } cells or rows were passed over
}
enter-reply = Enter the reply
enter-understood = Enter what is understood, leave the rest
read-again = Read again
another-file = Another file
reply-again = Others saved meanwhile. This is what the reply would bring now: look at it once more.
reply-entered = Reply { $file }

# Parts of a mission in forms.
parts = Parts
parts-how = Everything the mission says, part by part. Levers with their choices and doing nothing are changed in the folder or workbook. Names and help of fields are in English.
settings = Settings
part-tables = Tables
table = Table
what-it-holds = What it holds
no-rows = No row yet.
add-row = Add one
remove-row = Remove it
row-id = Id: small letters, digits and hyphens
belongs-to = Belongs to
part-changed = Changed: { $part }
part-changed-meanwhile = Somebody changed or removed this meanwhile. Here it stands as it is now; save again to have it your way.
row-id-wrong = That id is taken, or is none: small letters, digits and hyphens.
