# Replies of nations: what is not understood, what is told, and what the ledger keeps of them.
no-file =
    .found = no such file
    .allowed = must be a file that a nation sent
    .cure = correct the path
other-kind =
    .found = a file that ends in { $ending }
    .allowed = must be a spreadsheet: .xlsx, .csv, .tsv or .txt
    .cure = open it in Excel or LibreOffice and save it as .xlsx
unknown-encoding =
    .found = the unknown encoding { $encoding }
    .allowed = must be the name of one, such as windows-1252
    .cure = correct --encoding
no-unicode =
    .found = the byte { $byte } in line { $line }
    .allowed = must be Unicode text
    .cure = say what it is, such as --encoding windows-1252 (western Europe) or windows-1250 (central Europe), or save it as .xlsx
no-table-of-text =
    .found = quotes that do not match
    .allowed = must be cells parted by commas, semicolons or tabs
    .cure = save it from Excel or LibreOffice as .xlsx
no-table =
    .found = no row of headings that can be read
    .allowed = must have headings for a role and at least one of people, begins, ends or state
    .cure = say what two of its headings mean, such as --column "Emploi=role" --column "Nb=people"
column-twice =
    .found = two headings that mean the same: { $first } and { $second }
    .allowed = must be one
    .cure = say what one of them means, such as --column { $second }=nothing
nothing-said =
    .found = nothing said of { $column }
    .allowed = must be said
    .cure = fill the cell, or say it for all with --set { $column }=…
unknown-party =
    .found = { $text }
    .allowed = must name a party of the mission
    .cure = add it under parties, or say which one it is: --means "party: { $text } = PARTY"
unknown-role =
    .found = { $text }
    .allowed = must name a role of the mission
    .cure = say which one it is: --means "role: { $text } = ROLE", such as { $near }
unknown-site =
    .found = { $text }
    .allowed = must name sites of the mission
    .cure = say which one it is: --means "at: { $text } = SITE", such as { $near }, or nothing
unknown-rank =
    .found = { $text }
    .allowed = must name a rank of the mission
    .cure = say which one it is: --means "rank: { $text } = RANK", such as { $near }, or nothing
unknown-state =
    .found = { $text }
    .allowed = must say how firm the offer is
    .cure = say what it means: --means "state: { $text } = STATE", with { $near }
unknown-language =
    .found = { $text }
    .allowed = must name languages
    .cure = say what it means: --means "languages: { $text } = english", or nothing
unclear-caveat =
    .found = the caveat { $text }
    .allowed = must name sites or courses that are shut out, or say that there is none
    .cure = say what it shuts out: --means "caveats: { $text } = SITE; COURSE", or nothing to keep it as a remark
no-count =
    .found = { $text }
    .allowed = must be how many people at a time
    .cure = write a whole number
two-counts =
    .found = { $text }, which may be { $less } or { $more }
    .allowed = must be one number
    .cure = write it without signs between thousands, or say it: --means "people: { $text } = { $more }"
merged-count =
    .found = { $text } in a cell merged over several rows
    .allowed = must be how many people of this row
    .cure = unmerge the cell and write the number of each row
formula =
    .found = a formula
    .allowed = must be a value
    .cure = copy the cell and paste it as a value
no-day =
    .found = { $text }
    .allowed = must be a day near the mission
    .cure = write it as 2027-03-01 or 1 March 2027
two-days =
    .found = { $text }, which may be { $first } or { $second }
    .allowed = must be one day
    .cure = say which stands first: --dates day-first or --dates month-first
no-period =
    .found = { $text }
    .allowed = must be two days
    .cure = write it as 1 March 2027 - 31 August 2027
no-length =
    .found = { $text }
    .allowed = must be a length of time
    .cure = write it as 6 months or 26 weeks
in-workbook =
    .found = rows of { $table } in the workbook
    .allowed = must stand in a text file where replies are entered
    .cure = save the sheet as { $table }.csv beside the workbook and remove it there
on-one-line =
    .found = { $part } on one line, or empty
    .allowed = must stand one below the other where replies are entered
    .cure = write each on a line of its own
memory-part =
    .found = an unknown part
    .allowed = must be { $known }
    .cure = correct or remove it
memory-table =
    .found = no table
    .allowed = must be words and what they mean
    .cure = write word: meaning, each on a line
memory-read =
    .found = a file that was read, without all that is kept of one
    .allowed = must have party, file, sha256 and statement
    .cure = remove it; the file is then read again
no-column =
    .found = { $column }
    .allowed = must be a column: { $known }
    .cure = use one of these
no-order =
    .found = { $order }
    .allowed = must be day-first or month-first
    .cure = use one of these
means-nothing =
    .found = { $value }, which the mission does not have
    .allowed = must be { $known }
    .cure = correct it
no-pair =
    .found = { $word }
    .allowed = must be written as { $form }
    .cure = correct it
# What is told before anything is written.
file-read = { $file }, sheet { $sheet }: headings in { $cell }
file-read-text = { $file }: headings in { $cell }
file-known = { $file } was read before; nothing of it is new.
column-heading = heading
column-column = is read as
column-how = how
column-of = column
column-word = word
column-offer = offer
column-party = party
column-role = role
column-people = people
column-begins = begins
column-ends = ends
column-state = state
column-what = what
how-same = known heading
how-remembered = confirmed before
how-alike = alike
how-unknown = not known
reads-nothing = not read
words-alike = Words that are read by likeness:
passed-total = Not an offer, a total: { $text } ({ $cell })
passed-none = Nobody offered: { $text } ({ $cell })
passed-hidden = Hidden, not read: { $text } ({ $cell })
passed-note = Kept as a remark: { $text } ({ $cell })
passed-sheet = No offers in sheet { $text }
is-new = new
is-changed = changed
is-same = as it is
is-gone = { $offer } stood in an earlier reply and not in this one; it stays until you remove it.
was = { $offer }: { $field } { $before } → { $after }
reply-of = { $party }: { $file }, of { $date }
not-understood = { $count ->
    [one] { $count } cell is not understood:
   *[other] { $count } cells are not understood:
}
more-cells = … and { $count } more; --json lists all
nothing-new = Nothing new: the mission has all of it.
ask = Enter this into { $folder }? [y/N]
yes-words = y yes
ask-order = { $text } may be { $first } or { $second }. Does the day or the month stand first? [d/m]
day-words = d day
month-words = m month
not-entered = Nothing was written. To accept what is read as above:
not-entered-faults = Nothing was written. Correct these, say what they mean, or enter the rest with --partial.
entered = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
} entered or changed in { $folder }: { $files }
left = { $count ->
    [one] { $count } cell was left; its row is not entered.
   *[other] { $count } cells were left; their rows are not entered.
}
# What the ledger keeps.
source-title = Reply of { $party }
source-note = File { $file }, SHA-256 { $hash }…
says = { $party } offers: { $offered }.
says-remarks = Remarks: { $remarks }
one-offer = { $role }: { $people }, from { $begins } to { $ends } ({ $state })
state-indicated = indicated
state-pledged = pledged
state-confirmed = confirmed
state-arrived = arrived
later-reply = A later reply of the same party.
