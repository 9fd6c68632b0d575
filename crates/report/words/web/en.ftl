# The words of the pages in the browser, in English.
#
# Keys begin with "web-". { $text } is a word or text of the page, { $count } a number.

## Around every page

web-skip = Skip to the main content
web-nav = Pages of this dossier
web-home = Home
web-check = Check your answers
web-laws = Laws
web-people = Contributors
web-evidence = Evidence
web-views = Views
web-search = Search
web-import = Import
web-export = Export
web-log = Log
web-foot = This page comes from a program on this machine. Nothing is sent anywhere. Close the program with Ctrl-C in its window; it also stops by itself when nobody uses it.
web-read-only = Opened for reading only
web-error = Error
web-warning = Warning
web-there-is-a-problem = There is a problem
web-problem-title = This cannot be done
web-to-home = Back to the home page
web-save = Save
web-save-next = Save and go to the next section
web-add = Add
web-change = Change
web-remove = Remove
web-done = Done
web-all = All
web-nothing = nothing
web-new = New
web-languages = Language of these pages

## Why a page cannot be shown

web-fault-no-page = there is no page at this address
web-fault-no-dossier = no dossier is open
web-fault-no-dossier-hint = begin a dossier or open one on the start page
web-fault-no-section = this section or questionnaire is not under review here
web-fault-no-question = this question is not under review here
web-fault-no-code = there is no message of this name
web-fault-no-item = there is no such item of evidence in this dossier
web-fault-no-link = this answer has no link to the item
web-fault-no-answer = there is no answer to confirm
web-fault-no-export = there is nothing to export
web-fault-erased = the item is erased; only its digest is left
web-fault-examples = there are too many examples already
web-fault-list = the list of changes is damaged; choose the file again
web-fault-read-only = this dossier was opened for reading only, so nothing can be changed
web-fault-ours = the program made a fault; nothing was half written
web-fault-wait = wait until the other program has finished, then try again
web-fault-folder = check that the folder is there and that you may read it
web-fault-backup = look at the page "Check your answers"; earlier versions are in the folder .backup
web-fault-sent = this form was sent already, or the program was started again since; nothing was written
web-fault-sent-hint = go back to the page, load it again and look at what is saved
web-fault-large = what was sent is larger than this page takes in: 64 MB for a file, 2 MB for a form; nothing was written
web-fault-large-hint = check that it is the right file, and split it if it is
web-fault-form = what was sent cannot be read as a form; nothing was written
web-fault-host = this program does not answer under this name
web-fault-origin = requests that come from other pages are refused
web-fault-key = this browser has not been let in yet
web-fault-key-hint = open the address that the program shows in its window; it begins with http://127.0.0.1 and lets this browser in
web-fault-key-again = start the program again with "untoc serve --open" if that window is closed; what was saved or kept is still there

## What has just been done

web-saved = Saved. The log can take it back.
web-saved-new = { $count ->
    [one] Saved. 1 more question is asked because of your answer.
   *[other] Saved. { $count } more questions are asked because of your answers.
}
web-saved-nothing = Everything is saved.
web-saved-waits = Something on this page is not in the dossier yet. What you typed is kept; look at the messages below.
web-dropped = The answer in the dossier stays. The other text was let go.
web-joined = Both texts stand in the form now. Edit them and save.
web-undone = The last change was taken back.
web-redone = The change was made again.
web-nothing-undone = There is nothing to take back or make again.
web-imported = { $count ->
    [0] No change was taken.
    [one] 1 change was taken. The log can take it back.
   *[other] { $count } changes were taken. The log can take them back together.
}

## Home

web-home-title = Answers of { $text }
web-progress = Required questions answered
web-progress-legend = Only questions that are asked because of your answers are counted.
web-due-on = Due on { $text }
web-no-due = No due date is set.
web-next = Next question
web-go-on = Go on answering
web-all-done = Every required question has an answer.
web-check-submission = Check for submission
web-found = What the check found
web-count-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
web-count-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
web-count-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
web-count-overdue = { $count ->
    [one] 1 contribution is overdue
   *[other] { $count } contributions are overdue
}
web-count-proposed = { $count } to look at
web-count-parked = { $count } set aside
web-whole = Read the whole questionnaire
web-folder = The dossier is the folder { $text }
web-focal-point = Focal point: { $text }
web-other-dossier = Begin or open another dossier
web-unsaved-title = Some texts are not in the dossier yet
web-unsaved-text = They are kept. Open each question and decide.

## Start

web-start = Start
web-start-title = Answer the questionnaires on organized crime
web-start-lead = For a State's answers on the UN Convention against Transnational Organized Crime and its three Protocols. Everything stays on this machine.
web-door-begin = Begin
web-door-begin-text = Make the dossier of a State: a folder with all its answers.
web-state = State
web-instruments = Instruments under review
web-clusters = Clusters under review
web-due = Due date, if it is known
web-language = Language of the answers
web-focal-point-label = Focal point: a name or an office, if you like
web-folder-label = Name of the folder
web-folder-hint = It is made in { $text }. A name is chosen for you if you leave this empty.
web-begin = Make the dossier
web-door-open = Open
web-open-here = Dossiers in this folder
web-open = Open
web-open-other = Folder of a dossier elsewhere
web-open-folder = Open this folder
web-door-example = Look at an example
web-door-example-text = Makes the dossier of Exampleland, an invented State, with answers, laws and contributors. Remove the folder when you have seen enough.
web-example = Make the example
web-door-check = Check a data file
web-door-check-text = Is a table well formed, and can a person be recognized in it? No dossier is needed.
web-no-state = enter the State by its name or its code of three letters
web-state-nearest = this State is not known; write { $text } if that is what is meant
web-no-scope = choose at least one instrument and one cluster
web-due-no-day = the due date is not a day; write year, month and day, as 2027-05-31
web-no-folder = name the folder of a dossier
web-no-dossier = there is no dossier in this folder

## A section

web-section-asked = { $count ->
    [one] 1 question is asked here;
   *[other] { $count } questions are asked here;
}
web-section-done = { $count ->
    [one] 1 is answered.
   *[other] { $count } are answered.
}
web-section-not-asked = { $count ->
    [one] 1 more may be asked, depending on your answers.
   *[other] { $count } more may be asked, depending on your answers.
}
web-pages = Pages of this list
web-page-at = Page { $text }
web-page-before = Page before
web-page-after = Next page
web-save-on = Save and go to the next page
web-fault-other-dossier = this page is of another dossier than the one that is open; nothing was written
web-fault-other-dossier-hint = open the dossier of this page again on the start page, then save
web-fault-import-changed = an answer has changed since the list was made; nothing was taken
web-fault-import-changed-hint = choose the file again, and look at the new list
web-sections = Sections
web-question = Question { $text }
web-provision = article { $text }
web-required = needed for a submission
web-advised = should be answered
web-needed = needed
web-why = What does this mean?
web-evidence-hint = What data could support this answer?
web-row = Row { $count }
web-up = Move up
web-down = Move down
web-add-row = Save and add a row
web-to-laws = Register of laws
web-paste = Paste rows from a spreadsheet
web-paste-label = Rows from a spreadsheet
web-paste-hint = Copy the cells and paste them here; they become rows when you save. Columns: { $text }. A first line with these headings may be in another order.
web-more = Note, no answer, evidence and more
web-note = Note
web-remarks = Remarks
web-note-label = Note, which goes out with the answer
web-remarks-label = Internal remarks, which do not go out
web-no-answer = If there is no answer
web-no-answer-kind = Why there is no answer
web-no-answer-none = There is an answer, or it is still to come
web-reason-label = The reason in words
web-elsewhere = Given in another review
web-audience-label = Who may see the answer
web-audience-usual = As usual: the States of the review and the secretariat
web-by-label = Who gave the answer
web-links = Evidence: material behind this answer
web-link-new = Link an item
web-link-note = Where in the item, or why
web-stance = What it shows
web-unlink = Remove this link
web-clear = Empty this answer
web-history = History
web-history-of = History of { $text }
web-history-empty = The history has no change of this answer.
web-confirm = Confirm
web-by = Given by { $text }
web-at = Answered { $text }
web-by-at = Given by { $text }, { $at }
web-no-entry = No answer yet
web-set-aside = { $count ->
    [one] 1 answer is set aside
   *[other] { $count } answers are set aside
}
web-set-aside-text = Their questions are not asked at the moment. The answers are kept and stay out of reports; they come back as soon as the question is asked again.
web-set-aside-back = To bring it back, change the answer to
web-forget = Remove this answer

## What is not saved yet

web-state-typing = not saved yet
web-state-saving = saving …
web-state-kept = kept at
web-state-saved = saved at
web-state-waits = kept, but not in the dossier: save the page to see why
web-state-unsaved = Not saved. The program does not answer. Leave this page open and start the program again; saving is tried every few seconds.
web-clash-both = there is an answer and a reason for having none; take one of them out
web-clash-reason = a reason is given, but not why there is no answer; choose that as well
web-conflict = this answer was changed by somebody else while you typed; both texts are kept, and you decide
web-conflict-title = Two texts for one answer
web-conflict-text = Somebody else, or another window, has changed this answer since you began. Nothing was overwritten.
web-draft-title = A text that is not in the dossier yet
web-draft-text = It was typed at { $text } and kept.
web-there = In the dossier
web-other-window = Typed in another window
web-mine-below = Your text stands in the fields below.
web-keep-mine = Save my text
web-keep-there = Keep the dossier's text
web-join = Put both texts together

## Laws

web-laws-lead = Answers cite laws from this register. Each law stands here once.
web-laws-empty = No law has been entered yet.
web-cited = { $count ->
    [one] Cited once:
   *[other] Cited { $count } times:
}
web-cited-nowhere = Cited by no answer.
web-law-add = Add a law
web-law-change = Change a law
web-law-title = Title
web-law-kind = Kind of text
web-law-date = Date of adoption or entry into force, as far as it is known
web-date-hint = 2024, 2024-05 or 2024-05-17
web-law-link = Where the text can be read (web address)
web-law-sherloc = Where it stands in SHERLOC (web address)
web-law-language = Language of the text, as en or fr
web-law-eli = European Legislation Identifier, if there is one
web-law-ecli = European Case Law Identifier, if there is one
web-law-no-title = enter the title of the law
web-law-no-link = a web address begins with https://
web-law-no-date = the date cannot be read; write 2024, 2024-05 or 2024-05-17
web-law-no-id = no short name can be made of this title; begin it with a word in Latin letters
web-law-twice = a law of this name is in the register already; change that one, or give this one another title
web-law-cited = this law is cited, so it cannot be removed; take it out of the answers first
web-laws-changed = the register was changed by somebody else since this page was made; nothing was written, look at it and save again

## Contributors

web-people-lead = Agencies and people who give answers, what each is asked for, and what is late.
web-unassigned = { $count ->
    [one] 1 required question is assigned to nobody.
   *[other] { $count } required questions are assigned to nobody.
}
web-sent-on = Sent on { $text }
web-received-on = Received on { $text }
web-step-not-sent = not sent
web-step-sent = sent
web-step-received = received
web-step-complete = complete
web-mark-sent = Sent today
web-mark-received = Received today
web-unassign = Take back
web-form-for = Form to send:
web-no-tasks = Nothing is assigned yet.
web-assign-title = Assign a section
web-assign-what = Section
web-assign-to = To
web-assign-due = Due date, if it is another than that of the dossier
web-assign = Assign
web-person-add = Add a contributor
web-person-name = Name of the agency or person
web-person-contact = How to reach it, if you like
web-person-id = Short name
web-person-id-hint = Small letters, digits and hyphens. Made of the name if you leave it empty.
web-person-no-name = enter the name
web-person-no-id = give a short name of small letters, digits and hyphens
web-person-twice = a contributor of this short name is listed already
web-person-unknown = choose a contributor
web-person-has-tasks = something is still assigned to this contributor; take it back first
web-task-unknown = choose a section or question that is under review
web-task-no-date = the date is not a day; write year, month and day, as 2027-05-31
web-nothing-to-do = nothing was chosen
web-settings-changed = the contributors were changed by somebody else since this page was made; nothing was written, look at it and try again

## Check

web-check-lead-draft = Is what is there right? Gaps do not count yet.
web-check-lead-submission = Is everything there that a submission needs?
web-check-draft = Check as a draft
web-check-clean = Nothing was found.
web-check-error = { $count ->
    [one] 1 error: it must be mended
   *[other] { $count } errors: they must be mended
}
web-check-warning = { $count ->
    [one] 1 warning: somebody should look at it
   *[other] { $count } warnings: somebody should look at them
}
web-check-note = { $count ->
    [one] 1 note: good to know
   *[other] { $count } notes: good to know
}
web-times = { $count } times
web-why-title = Why it matters
web-wrong = Wrong
web-right = Right
web-mend = How to mend it

## Search and views

web-search-label = Words in questions or answers
web-hits = { $count ->
    [0] Nothing was found
    [one] 1 question was found
   *[other] { $count } questions were found
}
web-open-tag = open
web-views-lead = The same answers seen across all instruments.

## Log

web-log-lead = Every change, the newest first. Nothing is ever lost: a change that was taken back can be made again.
web-undo = Undo the last change
web-redo = Redo
web-taken-back = taken back
web-hidden-changes = and { $count } more
web-via-init = dossier made
web-via-answer = answer
web-via-fill = interview
web-via-import = import
web-via-evidence = evidence
web-via-settings = settings
web-via-undo = undo of
web-via-redo = redo of
web-via-outside = changed outside this program

## Export and import

web-export-lead = Answers that are more private than you choose here stay out, and so do internal remarks.
web-format = Format
web-blank = A form to fill in, in place of the answers
web-only-questionnaire = Questionnaire
web-only-person = Only what this contributor is asked for
web-for-whom = Who is to read it
web-export-do = Make the file
web-import-lead = Bring home a form that an agency has filled in. You see every change first, and choose.
web-import-file = The file
web-import-look = Show what would change
web-import-of = Changes in { $text }
web-import-changes = { $count ->
    [0] The file would change nothing.
    [one] The file would change 1 answer.
   *[other] The file would change { $count } answers.
}
web-import-unchanged = { $count ->
    [0] { "" }
    [one] 1 answer is the same here.
   *[other] { $count } answers are the same here.
}
web-import-by = Given by { $text }; the answers are marked as proposed until you confirm them.
web-import-conflict = The answer here is newer than the one in the file. Take the change only if the file is right.
web-accept = Take this change
web-import-take = Take the chosen changes
web-import-none = Take none
web-no-answers = there is no answer in this file
web-no-file = choose a file first

## Evidence

web-evidence-lead = Evidence is material behind an answer: data and documents from outside, with their origin. It is no proof for a court.
web-check-file = Check a data file
web-check-file-text = The file is checked on this machine and kept nowhere.
web-data-file = Table (CSV)
web-checked = What was found in { $text }
web-items = { $count ->
    [0] Evidence in this dossier
    [one] 1 item of evidence in this dossier
   *[other] { $count } items of evidence in this dossier
}
web-items-empty = There is none yet.
web-item-unused = Linked to no answer
web-item-linked = The link is saved.
web-item-unlinked = The link was taken away.
web-item-added = The item is in the dossier now. Link it to the answers that it is about.
web-item-removed = The item was removed. "Undo the last change" on the page of changes brings it back.
web-item-provider = From
web-item-contact = Contact
web-item-period = Time that it is about
web-item-places = Places
web-item-unit = One row or count is
web-item-method = How the data came about
web-item-limitations = What it cannot show
web-item-licence = Licence
web-item-sensitivity = How carefully it must be kept
web-item-purpose = What it may be used for
web-item-onward-use = To whom it may be passed on
web-item-naming = Whether the provider may be named
web-item-basis = Legal basis or consent
web-item-keep-until = Last day on which it may be kept
web-item-received = Received
web-item-digest = Digest of the package
web-item-aside = Set aside
web-item-erased = Erased
web-item-files = Files
web-item-bytes = { $text } bytes
web-item-checks = What the check found
web-item-check = rows: { $rows }, errors: { $errors }, warnings: { $warnings }
web-item-unchecked = not checked for privacy
web-item-charts = What it shows
web-item-charts-text = Small counts are left out; the charts are for the authority only.
web-item-no-charts = No table of it has a form that charts can be drawn of.
web-item-links = Answers that it is linked to
web-item-link = Link to an answer
web-item-question = Question
web-item-question-hint = Its id, for example untoc-5-q1
web-item-no-question = there is no such question under review here
web-item-no-stance = choose what the item shows about the answer
web-item-receipt = Receipt for the provider (web page)
web-item-remove = Remove this item
web-item-remove-text = Links of answers to it go too. It can be brought back.
web-word-ngo = non-governmental organization
web-word-academia = university or institute
web-word-private-sector = company
web-word-intergovernmental = organization of States
web-word-government = authority
web-word-media = newspaper or broadcaster
web-word-keep-public = everybody may see it
web-word-keep-restricted = it is meant for the authority
web-word-keep-personal = its rows are about persons, even if no one is named
web-word-to-none = nobody
web-word-to-secretariat = the secretariat of the review
web-word-to-reviewing-states = the States that review the answers
web-word-to-public = everybody
web-word-named = by its name
web-word-kind-only = only as a kind of organization
web-word-unnamed = not at all
web-item-add = Take evidence in
web-item-choose = Choose a file or package
web-item-choose-text = A table, a document, or a package (.zip) that a provider has made. It is looked at first; nothing is written.
web-item-file = Files
web-item-secret = Passphrase or secret key
web-item-secret-hint = Only for an encrypted package (.age). It is used to open the package and written down nowhere.
web-item-look = Look at it
web-item-said = What the provider says
web-item-no-table = It holds no table that could be checked.
web-item-waits = It waits in memory until you decide. What is marked * is needed.
web-item-keep = Take it into the dossier
web-item-gone = the file does not wait any more; choose it again
web-item-lacks = this is missing: { $text }
web-item-title = Title
web-item-provider-kind = What kind of organization
web-item-period-label = Time that it is about (2025, or 2020..2025)
web-item-received-from = Received from, if from another
web-item-id = Short name (made of the title if empty)

## What to do about findings, without commands

web-hint-answer-missing = answer the question, or say why there is no answer
web-hint-answer-advised-missing = answer it if you can
web-hint-answer-parked = leave it; it is kept and not sent out, and comes back when the question is asked
web-hint-answer-not-an-option = choose one of the options
web-hint-answer-wrong-type = empty the answer and give it again
web-hint-answer-empty-text = write what belongs there, or take the empty text out
web-hint-answer-empty-list = add what is missing, or say why there is nothing
web-hint-answer-and-no-answer = keep one of the two: the answer, or the reason for having none
web-hint-reason-missing = give the reason in words
web-hint-reason-without-no-answer = choose why there is no answer, or move the text into the note
web-hint-elsewhere-misplaced = choose "given elsewhere" as the reason, or take the reference out
web-hint-gap-row-missing = add a row for it that says what is missing, what is planned and by when
web-hint-law-unknown = add the law to the register, or choose one that is there
web-hint-law-not-cited = name the question beside the law that supports it, or add a law there
web-hint-text-placeholder = write the answer, or take the text out and say why there is none
web-hint-contributor-unknown = add the contributor on its page, or choose one that is listed
web-hint-import-unplaced = correct it in the file and choose it again, or enter it by hand
web-hint-import-conflict = compare the two, and take the change if the file is right; nothing has been overwritten
web-hint-import-emptied = empty the answer on its page if that is meant
