# The words of documents in English: reports, forms, tables, and what is said about
# questions in them. Every language of the UN has such a file with the same messages and
# the same arguments; a message that is missing falls back to English.
#
# The words of a State that reads a form are formal and plain. Ids and codes stand bare.

## Lists. { $first } is what has been joined so far.

or-two = { $first } or { $second }
or-middle = { $first }, { $second }
or-end = { $first } or { $second }
and-two = { $first } and { $second }
and-middle = { $first }, { $second }
and-end = { $first } and { $second }
others = { $count ->
    [one] 1 other
   *[other] { $count } others
}

## Instruments

place-instrument = { $instrument ->
    [untoc] Convention
    [tip] Trafficking in Persons Protocol
    [som] Smuggling of Migrants Protocol
    [fp] Firearms Protocol
   *[other] { $instrument }
}

## Conditions

part-and-two = { $first }, and { $second }
part-and-middle = { $first }, { $second }
part-and-end = { $first }, and { $second }
part-or-two = { $first }, or { $second }
part-or-middle = { $first }, { $second }
part-or-end = { $first }, or { $second }
condition-asked = asked if { $condition }
condition-is = the answer to { $questions } is { $values }
condition-includes = the answer to { $questions } includes { $values }
condition-all-are = the answers to { $questions } are each { $values }
condition-all-include = the answers to { $questions } each include { $values }
condition-any-is = the answer to at least one of { $questions } is { $values }
condition-any-includes = the answer to at least one of { $questions } includes { $values }
condition-answered = { $questions } is answered
condition-all-answered = { $questions } are answered
condition-any-answered = at least one of { $questions } is answered
condition-is-not = the answer to { $question } is anything but { $values }
condition-includes-none = the answer to { $question } does not include { $values }
condition-leaves-out = the answer to { $question } leaves out at least one of { $values }
condition-not-answered = { $question } is not answered
condition-not = it is not so that { $condition }

## Words of the model

kind-implementation = yes, in part or no
kind-yes_no = yes or no
kind-single = one of the options
kind-multiple = one or several of the options
kind-text = a text
kind-number = { $unit-given ->
    [yes] a number ({ $unit })
   *[no] a number
}
kind-date = a date, as far as it is known: 2024, 2024-05 or 2024-05-17
kind-laws = laws, each with its provision
kind-cases = cases or examples
kind-authorities = authorities
kind-table = rows of a table
cell-text = text
cell-integer = whole number
cell-number = number
cell-date = date, as far as it is known
cell-choice = one of the options
cell-link = web address
cell-texts = one or several texts
cell-law = a law of the register
cell-questions = ids of questions
cell-required = every row needs it
obligation-mandatory = mandatory (the State shall)
obligation-conditional = conditional (the State shall, within its legal system or possibilities)
obligation-optional = optional (the State may, or shall consider)
required-yes = a submission needs an answer
required-advised = an answer is advised
required-no = may stay without an answer
lens-gender = gender
lens-human_rights = human rights
lens-victim_centred = the view of victims
lens-technical_assistance = technical assistance
lens-data_collection = collection of data
lens-national_strategy = national strategy
lens-civil_society = civil society
no_answer-not_assessed = not assessed
no_answer-not_applicable = not applicable
no_answer-not_disclosed = not disclosed
no_answer-postponed = postponed
no_answer-given_elsewhere = given elsewhere
audience-national = only the national authorities
audience-review = the States of the review and the secretariat
audience-public = everybody
status-proposed = proposed
status-draft = draft
status-confirmed = confirmed
stance-supports = supports the answer
stance-contradicts = contradicts the answer
stance-context = gives background
state-asked = asked
state-waiting = waits for the answer to an earlier question
state-not_asked = not asked

## Reports

document-title = Response of { $state }
document-state = State
document-questionnaires = questionnaires
document-language = language of the answers
document-focal-point = focal point
document-as-of = as of
document-due = due
document-audience = for
document-contributor = contributor
document-wording = The questions are in the words of this tool, not in those of the official questionnaire.
document-part = { $instrument }. Cluster { $cluster }: { $title }
document-section = Article { $article }. { $title }
document-provision = Article { $provisions }
document-not-answered = not answered yet
document-supports = supports
document-laws = Laws cited
document-cited-under = cited under
document-not-in-register = { $law } (not in the register of laws)
document-contents = Contents
document-skip = Skip to the contents
document-nothing = nothing has been answered yet
document-findings = What a check found
document-no-findings = nothing to report
document-left-out = What this document leaves out
document-left-out-private = { $count ->
    [one] 1 answer that is not for these readers
   *[other] { $count } answers that are not for these readers
}
document-left-out-set-aside = { $count ->
    [one] 1 answer that is set aside, or waits for an earlier one
   *[other] { $count } answers that are set aside, or wait for an earlier one
}
document-left-out-unknown = { $count ->
    [one] 1 answer to a question that the questionnaire does not have
   *[other] { $count } answers to questions that the questionnaire does not have
}

## Laws

law_kind-constitution = constitution
law_kind-act = act
law_kind-regulation = regulation
law_kind-code = code
law_kind-case_law = case law
law_kind-policy = policy
law_kind-other = other text

## Parts of an entry

field-value = answer
field-no_answer = no answer
field-reason = reason
field-elsewhere_reference = given in
field-elsewhere_date = given there on
field-elsewhere_changes = changed since
field-note = note
field-remarks = internal remarks
field-evidence = evidence
field-audience = may be seen by
field-status = status
field-by = given by
field-at = given at
field-language = language
field-more = other fields

## How to fill in a field

expected-choice = one of: { $options }
expected-option = { $value } = { $label }
expected-ticks = one or several of these, with ; between them: { $options }
expected-ticks-alone = one or several of these, with ; between them: { $options } ({ $alone } only alone)
expected-text = text
expected-number = number
expected-whole-number = whole number
expected-unit = { $expected } ({ $unit })
expected-least = { $expected }, { $minimum } or more
expected-most = { $expected }, { $maximum } or less
expected-range = { $expected }, from { $minimum } to { $maximum }
expected-date = date as far as it is known: 2024, 2024-05 or 2024-05-17
expected-link = web address that begins with https://
expected-texts = one or several texts, with ; between them
expected-law = id or title of a law in the register
expected-questions = ids of questions, with ; between them: { $options }
expected-rows = fill in the rows below, a line for each cell
expected-evidence = a line for each item: supports, contradicts or context, its id, a colon, a note

## Forms

form-title = Questions to answer for { $state }
form-asks = asked by
form-asked = asked of
form-state = State
form-about = about
form-what = what
form-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
form-due = answer by
form-return = return it to
form-id = form
form-how = How to fill in this form
form-how-answer = Write in the empty cells beside each question. What stands around them explains and need not be changed.
form-how-condition = Where a question says when it is asked, answer it only if that is so.
form-how-no-answer = Where you cannot answer, say which kind of no answer it is and why.
form-how-rows = Where an answer has rows, use one row for each; leave the others empty, and add rows if there are too few.
form-how-date = Write a date as far as you know it: 2024, 2024-05 or 2024-05-17.
form-how-names = Write no name of a victim, a witness or a suspect.
form-how-keep = Keep the ids of the questions, so that your answers find their place.
form-how-return = Save the file, and send the file itself back, not a print or a scan of it.
form-how-return-by = Save the file, and send the file itself back by { $date }, not a print or a scan of it.
form-sections = What it asks about
form-section-line = { $title } ({ $count ->
    [one] 1 question
   *[other] { $count } questions
})
form-given = Answers given elsewhere, to read only

## A form in Word

form-footer = Form { $id }
form-question = question
form-choose = choose
form-date = date
form-one-of = one of: { $options }
form-tick = tick all that apply
form-needed = needed in every row
form-rows-below = Fill in the table below.
form-elsewhere = Answers given in another review
form-elsewhere-how = Where you choose “given elsewhere”, say here in which review, when, and what has changed since.
form-laws = Laws in the register
form-laws-how = A citation names a law by its id or its title. Name others by their title.

## A form in a browser

page-no-script = Scripts are turned off in this browser. You can read and print this form, but answers cannot be saved here; open it in another browser to fill it in.
page-how-save = Press “Save my answers” as often as you like. It makes a file; send that file back, not this page.
page-how-copy = While you write, this browser keeps a spare copy of your answers. Save all the same: a browser may lose it, and others who use this computer could read it.
page-bar = Progress and saving
page-save = Save my answers
page-open = Open saved answers
page-open-sure = What you wrote since you last saved is replaced. Open the file?
page-show-all = Show the questions that are not asked as well
page-progress = Answered: { $answered } of { $count } that need an answer
page-set-aside = Kept, though no longer asked: { $count }
page-saved = Saved as { $file }. Send this file back.
page-saved-troubles = Saved as { $file }. Points to look at before you send it back: { $count }
page-opened = The answers in { $file } have been opened.
page-other-form = { $file } holds the answers to another form.
page-not-answers = { $file } holds no saved answers.
page-copy = Spare copy
page-restore-offer = This browser has kept a spare copy of your answers, from { $time }.
page-restore = Restore it
page-discard = Delete it
page-restored = The spare copy has been restored.
page-discarded = The spare copy has been deleted.
page-copy-left = This browser still keeps a spare copy of your answers. Delete it if others use this computer.
page-no-copy = This browser keeps no spare copy. Save often.
page-appeared = Now also asked: { $questions }
page-add-row = Add a row
page-row = Row { $row }
page-remove-row = Remove row { $row }
page-remove-sure = Row { $row } has something in it. Remove it?
page-row-removed = Row { $row } has been removed.
page-clear = Take my choice back
page-choose = (choose one)
page-cannot = I cannot answer this
page-note = Add a note
page-troubles = Please look at these points
page-trouble-number = Write a number, such as 12 or 3.5
page-trouble-whole = Write a whole number, such as 12
page-trouble-least = Write { $minimum } or more
page-trouble-most = Write { $maximum } or less
page-trouble-date = Write the date as far as you know it: 2024, 2024-05 or 2024-05-17
page-trouble-link = Write a web address that begins with https://
page-trouble-both = There is an answer, and also a reason why there is none. Keep one of them
page-trouble-reason = Say why there is no answer
page-trouble-elsewhere = Say this too, so that a reader finds the answer
page-trouble-cell = This row needs this as well

## Options and columns that come with a kind of question

option-yes = Yes
option-in_part = Yes, in part
option-no = No
column-law = Law
column-provision = Provision
column-summary-laws = What it does
column-questions = Supports the answers to
column-authority = Court or authority
column-reference = Reference
column-date = Date
column-summary = Summary
column-link = Link
column-name = Name
column-address = Postal address
column-email = E-mail
column-phone = Phone
column-languages = Languages accepted
column-urgent = Urgent channel

## Forms in Excel

workbook-sheet-cover = Start
workbook-sheet-article = Art. { $article }
workbook-sheet-rows = { $sheet } – rows
workbook-id = Id
workbook-question = Question
workbook-expects = Answer: { $expected }
workbook-choose-title = Choose
workbook-choose = choose an entry of the list
workbook-choose-law = choose a law of the register, or write the title of another one
workbook-not-listed = only the entries of the list can be read back; write anything else into the note
workbook-write-title = How to answer
workbook-unexpected = expected: { $expected }
workbook-tick-title = Tick
workbook-tick = write x beside each entry that applies
workbook-alone = { $label } (only alone)
workbook-rows-there = write on the sheet "{ $sheet }"
workbook-continued = (goes on from the row above)
workbook-how = Only the pale yellow cells are filled in. To add a row, insert one below the last row of its table.

## The official order

official-how = Copy the answer to each item into the official platform, and tick it when it is entered. Only this browser remembers what was ticked.
official-copy = Copy
official-copied = copied
official-copy-failed = the browser refused to copy; mark the text and copy it by hand
official-entered = Entered
official-tally = #1 of #2 entered
official-missing = Not answered yet:
official-unused = Answers that no item takes
official-unmapped = no question of this tool answers this item
official-not-asked = not asked, given the other answers
official-open = not answered in full yet
official-separator = ,
