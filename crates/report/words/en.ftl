# The tool's words in English. Those of documents, forms and conditions stand in
# documents/<language>.ftl, because documents come in six languages.
#
# First the findings: one message for each code of crates/core/src/code.rs, with
#   (value)   what is wrong with what, and what was expected
#   .hint     what to do, beginning with a verb
#   .nearest  what to do when a likely meaning is known ($nearest); without it the
#             message "nearest" is used
# Then the words of screens and lists.
#
# Every value has three arguments: $name (the text, "…" where the rule gave none or the
# text is private), $name-given (yes or no) and, for lists and numbers, $name-count.
# The names are listed in src/words/names.rs. Ids and commands stand bare or in
# backticks, what a person typed stands in quotes, and no message ends in a full stop.

## Hints that serve many codes

nearest = write { $nearest } if that is what is meant

## Files and their form

file-empty = { $file } has nothing in it
    .hint = put back the last good copy from the folder .backup, or delete the file if nothing was ever written in it
file-too-large = { $file } is larger than the limit{ $size-given ->
        [yes] { " " }of { $size }
       *[no] { "" }
    }
    .hint = check that this is the right file, and split it if it is
file-not-regular = { $file } is { $kind ->
        [folder] a folder
        [link] a link to somewhere else
        [device] a device
       *[other] no ordinary file
    }; expected an ordinary file
    .hint = put the file itself there, or name another one
file-unreadable = { $file } cannot be read{ $reason-given ->
        [yes] : { $reason }
       *[no] { "" }
    }
    .hint = check that it is there, that you are allowed to read it, and that no other program holds it open
encoding-not-utf8 = { $file } is not written in UTF-8{ $encoding-given ->
        [yes] { $encoding ->
            [utf-8] { "" }
           *[other] { "" }, but in { $encoding }
        }
       *[no] { "" }
    }
    .hint = open it in a text editor and save it again with the encoding UTF-8
json-syntax = { $file } cannot be read as JSON{ $line-given ->
        [yes] { " " }from line { $line } on
       *[no] { "" }
    }: { $fault ->
        [value-expected] a value is missing
        [comma-trailing] a comma stands after the last of the fields or items
        [comma-missing] a comma or a closing bracket is missing
        [comma-or-end] expected a comma or a closing bracket
        [key-expected] expected the name of a field in double quotes
        [key-unquoted] the name of a field stands without double quotes
        [colon-missing] a colon is missing after the name of a field
        [quote-single] a text stands in single quotes
        [quote-curly] a text stands in curly quotes
        [comment] JSON has no comments
        [word-unknown] a text stands without quotes
        [number-malformed] a number is not written as JSON writes numbers
        [escape-unknown] a backslash stands before something that it cannot stand before
        [control-character] a text has a character that cannot stand there as it is
        [line-break] a text has no closing quote on its line
        [bracket-mismatch] a bracket is closed by one of the other kind
       *[other] something unexpected stands there
    }{ $value-given ->
        [yes] ; found "{ $value }"
       *[no] { "" }
    }
    .hint = { $fault ->
        [comma-trailing] take out the comma before the closing bracket
        [comma-missing] add what is missing between the two values; where a text breaks off, write \" for a quote inside it
        [key-expected] write the name of the next field in double quotes, or take out a comma too many
        [key-unquoted] write the name of the field in double quotes, as in "value"
        [colon-missing] write a colon between the name of the field and its value
        [quote-single] write the double quotes " of programs
        [quote-curly] write the straight double quotes " of programs, not those of a word processor
        [comment] delete the comment, or move it into a "note"
        [word-unknown] write texts in double quotes, and true and false in small letters; a missing value is left out
        [number-malformed] write numbers with digits and at most one point, without a leading zero, a plus or a unit
        [escape-unknown] write a backslash inside a text twice
        [control-character] write a tab as \t
        [line-break] close the text with a double quote, or write a new line inside it as \n
       *[other] look for a missing comma, quote or bracket at this place or just before it
    }
json-truncated = { $file } ends in the middle
    .hint = get the file again, or put back the last good copy from the folder .backup; it was cut off when it was saved or copied
json-trailing = { $value ->
        [document] a second document
       *[other] something
    } follows the end of the document in { $file }
    .hint = delete what stands after the last closing bracket
json-too-deep = { $file } has brackets within brackets more than { $limit } deep
    .hint = check where the file comes from; no file of this tool is built like that
json-too-many = { $file } holds more than { $limit } values
    .hint = check where the file comes from, and split it if it is right
key-duplicate = "{ $field }" stands twice in the same list of fields{ $other-given ->
        [yes] { "" }; it stands on line { $other } already
       *[no] { "" }
    }
    .hint = keep one of the two and delete the other; both may hold work, so compare them first
number-too-large = a number is larger than programs can hold
    .hint = check the digits; the largest whole number is 9007199254740991
surrogate-lone = a text holds half of a character
    .hint = type the text again in place of the broken character; it was damaged when it was copied
format-unknown = { $file } { $value-given ->
        [yes] says that its format is "{ $value }"
       *[no] does not say what its format is
    }; expected { $expected }
    .hint = write the format as the first field, for example "format": "untoc-response/1"
    .nearest = write "format": "{ $nearest }"
format-newer = { $file } was written by a newer version of untoc (format { $value }); this version reads up to { $expected }
    .hint = get { $version-given ->
        [yes] untoc { $version } or later
       *[no] a newer version of untoc
    }, then open the file again
field-unknown = field "{ $field }" is not known here{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = remove the field, or move it into "extensions" if another program needs it
    .nearest = write "{ $nearest }" if that is what is meant
field-missing = field "{ $field }" is missing
    .hint = add the field{ $expected-given ->
        [yes] , for example with { $expected }
       *[no] { "" }
    }; `untoc schema` shows which fields each file needs
field-wrong-type = { $field-given ->
        [yes] field "{ $field }"
       *[no] the document
    } holds { $value-given ->
        [yes] { $value ->
            [text] a text
            [number] a number
            [list] a list
            [object] a group of fields
            [boolean] true or false
            [null] null
           *[other] "{ $value }"
        }
       *[no] another kind of value
    }; expected { $expected ->
        [text] a text in quotes
        [number] a number without quotes
        [integer] a whole number without quotes
        [list] a list in square brackets
        [object] a group of fields in curly brackets
        [boolean] true or false, without quotes
       *[other] { $expected }
    }
    .hint = write the value the way it is expected, or remove the field if it may stay out
field-not-allowed = field "{ $field }" { $value-given ->
        [yes] is "{ $value }"
       *[no] holds something else than is allowed
    }; expected { $expected ->
        [state-code] the code of a State, three capital letters
        [word] small letters a to z, digits and single underscores between them
        [version] a version such as 1.0.0
        [day] a whole day such as 2026-11-24
        [digest] a SHA-256 digest, 64 small hexadecimal digits
        [one-of-two] either a section or a question
        [condition] one of: question with in, question with answered, all, any, not
        [other] another value
       *[list] { $expected }
    }
    .hint = write one of the values expected
field-empty = field "{ $field }" holds a text without any visible character
    .hint = write the text, or remove the field
list-empty = field "{ $field }" holds an empty list
    .hint = write at least one item, or remove the field
id-malformed = "{ $value }" cannot be an id
    .hint = use small letters a to z, digits and single hyphens between them, at most 64 in all, as in ministry-of-justice
language-malformed = "{ $value }" is not written as a language tag
    .hint = write a tag such as en, fr, es, ru, ar or zh
time-malformed = "{ $value }" is not written as a time; expected UTC to the second, as in 2026-11-24T09:30:00Z
    .hint = write the time that way, or remove the field; the tool writes it by itself

## Responses

questionnaire-unknown = questionnaire "{ $value }" is not known{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = write the id of a questionnaire, as `untoc questions` lists them, or load your own with --questionnaires
questionnaire-version = the response was made for version { $value } of the questionnaire; this tool has version { $expected }
    .hint = check that the file is meant for this version; if it is, write "questionnaire_version": "{ $expected }" and run `untoc validate` again
question-unknown = "{ $question }" is no question of { $questionnaire }
    .hint = find the right id with `untoc questions`, or move the answer to the questionnaire that asks it
    .nearest = write { $nearest } if that is the question you mean
    .reader = move the answer to the question that asks it
question-retired = { $question } is no longer asked in this version of the questionnaire
    .hint = look through `untoc questions --questionnaire { $questionnaire }` for the question that asks this now, and move the answer there; it is kept meanwhile
    .reader = look for the question that asks this now, and move the answer there
answer-wrong-type = answer to { $question } is { $value ->
        [text] a text
        [number] a number
        [list] a list of texts
        [rows] a list of rows
        [object] a group of fields
        [boolean] true or false
        [null] null
       *[other] written in a way that this question does not take
    }; expected { $expected ->
        [implementation] yes, in_part or no
        [yes_no] yes or no
        [single] one of the options
        [multiple] a list of options
        [text] a text
        [number] a number
        [date] a date such as 2024, 2024-05 or 2024-05-17
        [laws] a list of laws
        [cases] a list of cases
        [authorities] a list of authorities
        [table] a list of rows
       *[other] { $expected }
    }
    .hint = see how the answer is written with `untoc questions { $question }`, or give it again with `untoc fill { $questionnaire }`
    .reader = give the answer again
answer-not-an-option = answer to { $question } is "{ $value }"; expected { $expected }
    .hint = { $kind ->
        [implementation] use in_part when some of the conduct is covered
        [yes_no] choose yes or no, and explain with `untoc answer { $question } yes --note "…"`
       *[other] choose one of the options that `untoc questions { $question }` explains
    }
    .nearest = write { $nearest } if that is what is meant: `untoc answer { $question } { $nearest }`
    .reader = choose one of the options of the question, and explain in the note
answer-exclusive-option = answer to { $question } ticks { $value } together with others; { $value } stands alone
    .hint = take out { $value }, or keep only { $value }
answer-repeated-option = { $column-given ->
        [yes] row { $row } of the answer to { $question } names "{ $value }" twice in "{ $column }"
       *[no] answer to { $question } ticks { $value } twice
    }
    .hint = keep it once
answer-empty-text = { $column-given ->
        [yes] row { $row } of the answer to { $question } has nothing visible in "{ $column }"
       *[no] answer to { $question } has no visible character
    }
    .hint = write what belongs there, or take the empty text out: `untoc fill { $questionnaire }`
    .reader = write what belongs there, or take the empty text out
answer-empty-list = { $column-given ->
        [yes] row { $row } of the answer to { $question } has an empty list in "{ $column }"
       *[no] answer to { $question } is an empty list
    }; expected at least one entry
    .hint = add what is missing, or say why there is nothing: `untoc answer { $question } --no-answer not_applicable --reason "…"`
    .reader = add what is missing, or say why there is nothing
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] row { $row } of the answer to { $question }: "{ $column }"
           *[no] "{ $column }"
        }
       *[no] answer to { $question }
    } is { $value }; expected { $side ->
        [low] { $minimum } or more
        [high] { $maximum } or less
       *[other] a number from { $minimum } to { $maximum }
    }
    .hint = check the number and its unit, and write it with digits only
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] row { $row } of the answer to { $question }: "{ $column }"
           *[no] "{ $column }"
        }
       *[no] answer to { $question }
    } is "{ $value }"; expected a date such as 2024, 2024-05 or 2024-05-17
    .hint = write as much of the date as is known: the year, year and month, or the whole day
answer-and-no-answer = answer to { $question } holds both an answer and a reason for giving none
    .hint = keep one of the two: `untoc answer { $question } VALUE` keeps an answer, `untoc answer { $question } --no-answer KIND --reason "…"` the reason
    .reader = keep the answer, or the reason why there is none
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] row { $row } of the answer to { $question }: "{ $column }"
           *[no] "{ $column }"
        }
       *[no] answer to { $question }
    } is { $value }, a date that has not come yet
    .hint = check the year; put what is planned into a question or column about plans
row-empty = { $row-given ->
        [yes] row { $row }
       *[no] a row
    } of the answer to { $question } is empty
    .hint = fill in at least one cell, or delete the row
row-malformed = { $row-given ->
        [yes] row { $row }
       *[no] a row
    } of the answer to { $question }{ $column-given ->
        [yes] : "{ $column }" holds { $value-given ->
            [yes] { $value ->
                [text] a text
                [number] a number
                [list] a list of texts
                [rows] a list of rows
                [object] a group of fields
                [boolean] true or false
                [null] null
               *[other] something of another kind
            }
           *[no] something of another kind
        }
       *[no] { " " }is not written as a row
    }; expected { $expected ->
        [text] a text
        [integer] a whole number
        [number] a number
        [date] a date such as 2024, 2024-05 or 2024-05-17
        [choice] one of the options
        [link] a web address
        [texts] a list of texts
        [law] the id of a law in laws.json
        [questions] a list of question ids
        [row] a group of cells in curly brackets
       *[other] { $expected }
    }
    .hint = see the columns with `untoc questions { $question }`
    .nearest = write { $nearest } if that is what is meant
    .reader = give the row again, with what each column asks for
row-cell-missing = { $row-given ->
        [yes] row { $row }
       *[no] a row
    } of the answer to { $question } has no "{ $column }", which every row needs
    .hint = fill it in, or delete the row
column-unknown = { $row-given ->
        [yes] row { $row }
       *[no] a row
    } of the answer to { $question } has a cell "{ $column }", and there is no such column; expected { $expected }
    .hint = move what stands there into one of the columns
    .nearest = write "{ $nearest }" if that is the column you mean
citation-without-provision = { $row-given ->
        [yes] row { $row } of the answer
       *[no] the answer
    } to { $question } cites { $law-given ->
        [yes] { $law }
       *[no] a law
    } without saying which provision
    .hint = add the article, section or paragraph, for example "provision": "article 12(1)"; for case law, the passage
link-not-web = the link "{ $value }" is no web address; expected one that begins with https:// or http://
    .hint = copy the whole address from the browser, or leave the link out
reason-missing = { $question } is marked { $value ->
        [not_assessed] not assessed
        [not_applicable] not applicable
        [not_disclosed] not disclosed
        [postponed] postponed
        [given_elsewhere] given elsewhere
       *[other] as having no answer
    } and no reason is given
    .hint = give the reason: `untoc answer { $question } --no-answer { $value-given ->
        [yes] { $value }
       *[no] KIND
    } --reason "…"`
    .reader = give the reason
reason-without-no-answer = { $question } has a reason for giving no answer, but is not marked as having none
    .hint = add the mark with `untoc answer { $question } --no-answer KIND --reason "…"`, or move the text into a note
    .reader = say which kind of reason it is, or move the text into the note
elsewhere-incomplete = { $question } is answered in another review, and this is not said: { $lacking }
    .hint = add the document and its date, and say what has changed since, so that a reader finds the answer and can rely on it
elsewhere-misplaced = { $question } names another review, but is not marked as given elsewhere
    .hint = mark it with `untoc answer { $question } --no-answer given_elsewhere --reason "…" --reference "…"`, or take the reference out
    .reader = mark the answer as given elsewhere, or take the reference out
answer-missing = { $question } { $marked-given ->
        [yes] is marked not assessed
       *[no] has no answer
    }; a submission needs an answer
    .hint = answer it with `untoc answer { $question } VALUE`, or say why there is no answer: `untoc answer { $question } --no-answer postponed --reason "…"`
    .reader = answer the question, or say why there is no answer
answer-advised-missing = { $question } has no answer; one is advised
    .hint = answer it with `untoc answer { $question } VALUE` if you can
    .reader = answer the question if you can
answer-parked = answer to { $question } is set aside, because the question is not asked{ $because-given ->
        [yes] { " " }after the { $because-count ->
            [one] answer
           *[other] answers
        } to { $because }
       *[no] { "" }
    }
    .hint = leave it; it is kept and not sent out, and `untoc questions { $question }` shows when the question is asked
    .reader = leave it; it is kept and not sent out
answer-waiting = answer to { $question } waits until { $awaits } { $awaits-count ->
        [one] is
       *[other] are
    } answered
    .hint = answer { $awaits } first; this answer is kept meanwhile
gap-row-missing = the table { $question } has no row for { $about }, whose answer leaves something open
    .hint = add a row for it that says what is missing, what is planned and by when: `untoc fill { $questionnaire }`
    .reader = add a row for it that says what is missing, what is planned and by when
law-unknown = { $row-given ->
        [yes] row { $row } of the answer
       *[no] the answer
    } to { $question } cites the law "{ $law }", which is not in laws.json
    .hint = add it with `untoc laws add`, or write the id of a law that `untoc laws list` shows
    .nearest = write { $nearest } if that is the law you mean; `untoc laws list` shows all of them
    .reader = add the law to the register, or cite one that is there
law-not-cited = no citation in { $laws } supports the answer to { $question }
    .hint = name { $question } in { $laws }, beside the law that supports it, or add a law there: `untoc fill { $questionnaire }`
    .reader = cite the law that supports the answer
law-unused = law { $law } is cited by no answer
    .hint = cite it where it supports an answer, or leave it; nothing need be done
evidence-unknown = answer to { $question } names the evidence item "{ $item }", which does not exist
    .hint = write the name of a file under evidence, without .json at its end, or remove the link
    .nearest = write { $nearest } if that is the item you mean
text-placeholder = { $field-given ->
        [yes] the { $field ->
            [value] text
            [note] note
            [reason] reason
            [remarks] internal remark
           *[other] text in "{ $field }"
        } of the answer
       *[no] the text of the answer
    } to { $question } is a placeholder and says nothing
    .hint = write the answer, or take the text out and say why there is none: `untoc answer { $question } --no-answer postponed --reason "…"`
    .reader = write the answer, or say why there is none
contributor-unknown = contributor "{ $value }" is not listed in dossier.json
    .hint = add it with `untoc contributor add "…" --id { $value }`, or write an id that `untoc contributor list` shows
    .nearest = write { $nearest } if that is the contributor you mean
    .reader = name an agency that takes part, or add this one
state-differs = { $file } is of the State { $value }; the dossier is of { $expected }
    .hint = move the file to the dossier that it belongs to, or mend its "state" if it was mistyped
state-unknown = "{ $value }" is assigned to no State
    .hint = write the code of three capital letters from ISO 3166-1, as in passports; XXA stands for an invented State
    .nearest = write { $nearest } if that is the State you mean

## Dossiers

response-missing = { $questionnaire } is under review and has no file{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = put back its newest copy from the folder .backup/responses, begin it anew with `untoc fill { $questionnaire }`, or take its instrument or cluster out of the review with `untoc remove`
response-surplus = { $questionnaire } has a file, but is not under review
    .hint = take it into the review with `untoc add instrument` or `untoc add cluster`, or move the file out of the dossier
response-misnamed = { $questionnaire-given ->
        [yes] { $file } answers the questionnaire { $questionnaire }; expected the name { $expected }
       *[no] { $file } is not named after a questionnaire; expected a name such as untoc-cluster-1.json
    }
    .hint = rename the file, unless a file of that name is there already: then compare the two first; move it out of the folder if it is no response
assignment-unknown = contributor { $contributor } is asked for "{ $value }", and there is no such section or question
    .hint = write an id that `untoc questions` shows
    .nearest = write { $nearest } if that is the section or question you mean
    .reader = name a question or section of the questionnaire
entry-duplicate = the id "{ $value }" stands twice in one list
    .hint = give one of the two another id, or delete it if both are the same
settings-missing = { $file } is not there; without it nothing tells whose dossier this is
    .hint = put back the newest copy from the folder .backup/dossier, or the file from a copy of the dossier
dates-reversed = "{ $field }" is { $value }, before "{ $other }"
    .hint = check the two dates in dossier.json, or give the right one with `untoc set` or `untoc assign`
edited-outside = { $file } { $kind ->
        [added] was added
        [removed] was removed
       *[other] was changed
    } by another program since this tool last wrote it
    .hint = check the change; it is kept, and recorded in the history at your next change
glyph-missing = the character { $item } is in none of the fonts of the PDF, and stands there as its number
    .hint = write it in another way, or give the report out as docx or html
write-unfinished = { $file } is still as it was before the last change in the history: that write was stopped, or is under way
    .hint = check again in a moment; if it stays, open the dossier with `untoc status`, which carries the change out
history-torn = the last line of the history was cut off, and has been set aside{ $other-given ->
        [yes] { " " }in { $other }
       *[no] { "" }
    }
    .hint = check your last change with `untoc log`, and make it again if it is not there
history-missing = { $file } is not there: earlier changes cannot be shown or taken back
    .hint = put it back from a copy of the dossier; without one, a new history begins at your next change
history-broken = line { $line } of the history { $reason ->
        [unreadable] cannot be read
        [format] says nothing about its format, or something unknown
        [number] does not have the number that comes next
       *[other] does not follow from the line before it
    }
    .hint = put back history.jsonl from a copy of the dossier; the answers are not touched by this
conflicted-copy = { $file } is a second copy{ $other-given ->
        [yes] { " " }of { $other }
       *[no] { "" }
    }, made when two people changed the dossier at once
    .hint = compare the two, bring what is missing over with `untoc import`, then delete the copy

## Questionnaires

question-id-duplicate = the id { $value } stands twice{ $other-given ->
        [yes] ; it is used in { $other } already
       *[no] { "" }
    }
    .hint = give one of the two a new id
condition-names-later = the condition of { $question } names "{ $names }", which does not stand before it
    .hint = move the question behind the one that its condition names, or mend the condition
    .nearest = write { $nearest } if that is the question you mean
condition-value-unknown = the condition of { $question } tests whether { $names } is "{ $value }"; expected { $expected }
    .hint = write a value that { $names } offers
    .nearest = write { $nearest } if that is what is meant
condition-not-unguarded = the condition of { $question } says "not" of { $names }, and so holds while { $names } is unanswered
    .hint = put the "not" into an "all" that also tests whether { $names } is answered
question-unreachable = no answers lead to { $question }
    .hint = mend its condition, or take the question out
provision-malformed = "{ $value }" is not written as a provision
    .hint = write it as 5(1)(a)(i): the article, then paragraph and subparagraphs in brackets
article-without-section = article { $article } is listed, and no section is about it
    .hint = add a section with "article": "{ $article }", or take the article out of "articles"
article-not-listed = section { $section } is about article { $article }, which "articles" does not list
    .hint = add the article to "articles", or move the section to the questionnaire of another cluster
number-without-minimum = { $question } asks for a number and does not say how small it may be
    .hint = add "minimum", for example 0 for a count
options-missing = { $question }{ $column-given ->
        [yes] { ", " }column { $column },
       *[no] { "" }
    } offers no options
    .hint = add "options", or name a common list with "options_from"
options-unknown = { $question } takes its options from "{ $value }", and there is no such list
    .hint = write the name of a list in common.json
    .nearest = write { $nearest } if that is the list you mean
options-duplicate = { $question }{ $column-given ->
        [yes] { ", " }column { $column },
       *[no] { "" }
    } offers { $value } twice
    .hint = take one of the two out, or give it another value
columns-malformed = { $question } { $column-given ->
        [yes] has the column "{ $column }" twice, or a column without a key
       *[no] is a table without columns, or has columns and is no table
    }
    .hint = give a table at least one column, each with a key of its own, and no other question any
gap-column-misplaced = column { $column } of { $question } offers the questions that its condition names, and the condition names fewer than two
    .hint = make the question a text, or let its condition name all questions that it gathers
concept-differs = { $question } and { $other } share the concept "{ $value }" and differ in kind, options or columns
    .hint = make them alike, or give one of them another concept

## Import

import-unplaced = { $kind ->
        [value] { $field } of { $question } is "{ $value }"; expected { $fault ->
            [options] { $expected }
            [column] one of the columns { $expected }
            [number] a number
            [whole-number] a whole number
            [date] a date that can be read in one way only, as 2024, 2024-05 or 2024-05-17
            [rows] its cells in the rows below
            [no-rows] an answer in the question's own row, not in cells
            [evidence] in each line supports, contradicts or context and the id of an item
            [json] fields of an answer in JSON, as the tool wrote them
            [time] a time in UTC, as 2026-11-24T09:30:00Z
            [language] the code of a language, as en or ar
            [id] the id of a contributor
           *[other] something else
        }
        [question] "{ $question }" is no question of any questionnaire, and its answer could not be placed
        [no-question] a row has an answer, and no id of a question
        [row] a cell of the answer to { $question } lacks its column or the number of its row
        [repeated] { $field } of { $question } stands twice with different texts; the first one is taken
        [beside-cell] { $field } of { $question } stands in the row of a cell; expected in the question's own row
        [read-only] something was typed into the column "{ $field }" of { $question }, which is not read back
        [address] "{ $value }" is no field of a form, and what stands there could not be placed
        [mixed] this row has another { $field } ("{ $value }") than the rows before it ("{ $other }") and is left out
        [extra-column] column "{ $field }" is not one of the form's, and what stands in it is not read
        [sheet] sheet "{ $value }" is no part of the form, and what stands on it is not read
        [comments] the workbook has comments, and they are not read
        [merged] cells were merged over several answers, and only the first of them holds a text
        [beside] { $question-given ->
            [yes] "{ $value }" stands beside the answer to { $question } and is not read
           *[no] "{ $value }" stands outside of the answers{ $about-given ->
                [yes] , under { $about },
               *[no] { "" }
            } and is not read
        }
        [picture] a picture or an embedded file stands { $about-given ->
            [yes] under { $about }
           *[no] in the document
        } and cannot be read
        [unlisted] { $value } more findings about this file are not listed
       *[other] { $value-given ->
            [yes] "{ $value }"
           *[no] something
        } could not be placed
    }
    .hint = { $kind ->
        [question] correct the id in the file, or enter the answer by hand with `untoc answer`
        [no-question] write the id of the question into the row, or enter the answer by hand
        [row] write the number of the row and the key of the column beside the cell
        [repeated] choose between the two, and keep one of the rows
        [mixed] import the file of each State and version on its own
        [extra-column] move what belongs to an answer into its note
        [sheet] move what belongs to an answer into its cell or its note
        [comments] copy what matters into the notes on the answers
        [merged] split the merged cells, and write each answer into its own cell
        [beside] move what belongs to an answer into its cell, or enter it by hand with `untoc answer`
        [picture] ask the agency for what it shows as text, or keep it as evidence
        [unlisted] mend what is listed and import the file again
       *[other] correct it in the file and import it again, or enter it by hand with `untoc answer`
    }
    .nearest = write { $nearest } if that is the question you mean
import-normalised = { $field } of { $question } { $kind ->
        [formula] is worked out by a formula; what it showed last, "{ $expected }", was taken
        [date] was turned into a date by the spreadsheet, { $value }, and was read as "{ $expected }"
       *[other] says "{ $value }" and was read as "{ $expected }"
    }
    .hint = check that this is what was meant
import-emptied = the file has no answer to { $names }, and one stands here; an import deletes nothing
    .hint = take the answer out with `untoc answer { $question } --remove` if that is meant
import-other-state = { $file } is of the State { $value }; the dossier is of { $expected }
    .hint = check that you were sent the right file, and import it into the dossier of that State
import-other-version = { $file } is for version { $value } of the questionnaire; the dossier uses { $expected }
    .hint = export the form again, and have the answers moved into the new one
import-conflict = answer to { $question } was changed here and in { $file } since the form was sent out
    .hint = compare the two, and keep one with `untoc answer { $question } VALUE`, or take all of the file with `untoc import FILE --take-theirs`; nothing has been overwritten
import-questions-gone = { $file } no longer has { $names }, which the form asked when it went out
    .hint = ask the agency whether it left them out on purpose
import-two-way = nothing is known here about what stood in { $file } when it went out, so it is compared with what stands here now
    .hint = look at each change before you take it
form-base-unusable = the record of what stood in the form cannot be used{ $reason-given ->
        [yes] : { $reason }
       *[no] { "" }
    }
    .hint = put the file back from a copy of the dossier, or look at each change before you take it
form-not-readable = { $file } is { $kind ->
        [old-office] a document of an old office program (.doc or .xls)
        [pdf] a PDF
        [image] a picture
        [rtf] a document in rich text format (.rtf)
        [open-text] an OpenDocument text (.odt)
        [zip] a zip file that is no document
        [html] the page of a form, in which no answers are stored
        [no-form] a document in which no question of a form was found
        [damaged] a document that is damaged{ $reason-given ->
            [yes] : { $reason }
           *[no] { "" }
        }
       *[other] no form that can be read
    }; expected the form itself as it was sent out
    .hint = { $kind ->
        [old-office] open it in Word, Excel or LibreOffice, save it as .docx or .xlsx, and import that
        [pdf] ask the agency for the form itself, filled in and saved, and not for a print or a scan of it
        [image] ask the agency for the form itself, filled in and saved, and not for a picture of it
        [rtf] open it in Word or LibreOffice, save it as .docx, and import that
        [open-text] open it in Word or LibreOffice, save it as .docx, and import that
        [zip] unpack it, and import the form in it
        [html] ask the agency for the file that the button "Save my answers" made
        [damaged] open it in the program that made it, save it again, and import that; or ask the agency to send it again
       *[other] ask the agency for the form itself, filled in and saved
    }
form-tracked-changes = { $file } has tracked changes ({ $inserted } insertions, { $deleted } deletions): what was inserted was read, and what was deleted was not
    .hint = check with the agency that this is the text they mean
form-unsafe = { $file } holds { $kind ->
        [macros] macros
        [links] links to other files, which a program would fetch
        [dtd] a document type with entities
        [depth] elements nested deeper than the limit
        [elements] more elements than the limit
        [size] more than the limit
       *[other] something that a form never needs
    } and was not read
    .hint = ask the agency for the form as it was sent out, filled in and saved as .docx or .xlsx
csv-malformed = { $fault ->
        [header] no row of the file names the columns; expected a row with "question" and "value" among its first 20
        [official] no row of the file names the columns; expected a row with "number", "text" and "ids" among its first 20
        [quote-open] a quotation mark is opened and never closed; the row was read without it
        [after-quote] something follows a closing quotation mark
        [rows] the file has more than { $limit } rows, and the rest was not read
        [columns] a row has more than { $limit } columns, and the rest was not read
        [cell] a cell has more than { $limit } bytes and was not read
       *[other] the file cannot be read as CSV
    }
    .hint = open it in a spreadsheet program, look at that row, and save it again as CSV (UTF-8)

## Surveys for other tools

survey-part-missing = { $about } has no field for { $kind ->
        [note] a note to these answers
        [remarks] internal remarks
        [evidence] links to evidence
        [audience] who may see an answer
        [status] how far an answer has come
        [elsewhere] review, date and changes of an answer given elsewhere
        [no_answer] a reason for having no answer, where none is required
       *[other] a part of the answers
    }
    .hint = { $kind ->
        [note] ask for it in another way, or add it when the answers have come in
        [elsewhere] have them written into the field for the reason
       *[other] add it here when the answers have come in
    }
survey-check-missing = { $about } does not check { $kind ->
        [future] that a date does not lie in the future
        [leap_day] that a year has a 29th of February
        [empty_row] that a row has a cell
        [separators] how several texts in one cell are divided
        [law_in_register] that a law stands in the register of laws
        [law_cited] that each answer has a law that supports it
        [gap_rows] that each open point has a row
        [advised] that questions are answered which should be and need not
       *[other] one of the rules
    }
    .hint = check the answers with `untoc validate` when they have come in
survey-condition-missing = { $about } asks { $question } always, because its condition is too long to be written out
    .hint = say in the text of the question when it need not be answered
survey-value-changed = option "{ $value }" is called { $other } in { $about }
    .hint = write it as "{ $value }" again when the answers have come in
survey-text-cut = a text has more than { $limit } characters and is cut in { $about }
    .hint = shorten it in the questionnaire

## Evidence tables

table-empty = the table has no row of data
    .hint = check that this is the right file, and that it was saved with its rows
table-encoding = the table is written in { $encoding }, not in UTF-8{ $confidence ->
        [guess] ; this is a guess
        [likely] ; this is likely, not certain
       *[other] { "" }
    }
    .hint = save it as "CSV UTF-8", or name the encoding with --encoding if letters with accents look wrong
table-bytes-broken = a cell in column "{ $field }" holds bytes that are no characters in { $encoding }
    .hint = open the file in the program that made it and save it as "CSV UTF-8"; a part of it may come from another program
table-nul = a row holds a NUL character, which no program writes into a table
    .hint = export the table again; the file was damaged, or is no table
table-line-ends = the lines of the table end in different ways ({ $crlf-count } as on Windows, { $lf-count } as on Linux, { $cr-count } as on old Macs)
    .hint = save the file once in one program; it was put together from several
table-line-ends-old = the lines of the table end as on old Macs, which many programs cannot read
    .hint = save the file again as "CSV UTF-8"
table-delimiter = the cells are separated by { $delimiter ->
        [comma] commas
        [semicolon] semicolons
        [tab] tabs
        [bar] bars
        [space] blanks
       *[other] "{ $delimiter }"
    }{ $confidence ->
        [guess] ; this is a guess, since other readings fit as well
       *[other] { "" }
    }
    .hint = name the character with --delimiter if the columns look wrong; nothing need be done otherwise
table-quote-unclosed = a quotation mark opens a cell and is never closed; it was read as an ordinary character
    .hint = add the closing quotation mark, or delete the opening one
table-quote-stray = a quotation mark stands inside a cell where it neither opens nor closes it
    .hint = put the whole cell in quotation marks and write each one inside it twice
table-header-missing = no row of the table names the columns
    .hint = add a first row with a name for each column, or say which row it is with --header-row
table-title-rows = { $count-count ->
        [one] 1 row stands
       *[other] { $count } rows stand
    } above the names of the columns, which were found in row { $row }
    .hint = delete the rows above the names, or move them into a description of the table
table-header-rows = the names of the columns fill several rows ({ $rows }), which were read together
    .hint = write one name for each column into one row, and undo merged cells
table-tag-row = row { $row } holds HXL tags and was not read as data
    .hint = leave it if HXL tools use the file; delete it otherwise
table-label-blank = a column has no name
    .hint = write a name into the first row of each column, or delete columns that are empty
table-label-duplicate = two columns are called "{ $field }"{ $other-given ->
        [yes] ; the first is column { $other }
       *[no] { "" }
    }
    .hint = give each column a name of its own
table-label-cut = several names of columns are exactly 32 characters long and seem to be cut off
    .hint = compare the names with those in the program that the table comes from
table-too-wide = the table has { $value } columns; at most { $limit } are read
    .hint = check the character that separates the cells, or split the table
table-row-too-long = a row is longer than the limit and was cut
    .hint = check for a quotation mark that is never closed
table-row-short = a row has fewer cells than there are columns{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = fill in what is missing; look for a line break inside a cell that is not in quotation marks
table-row-long = a row has more cells than there are columns{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = put cells that hold the separating character in quotation marks
table-row-blank = a row is empty
    .hint = delete empty rows; many programs take them for the end of the table
table-schema-senseless = the schema makes no sense at "{ $field }": { $kind ->
        [value-not-of-type] a value in its constraints is not of the field's type
        [enum-beyond-categories] its enum holds a value that is not one of its categories
        [length-of-no-text] a length is set for a type that has none
        [range-of-no-number] a range is set for a type that has no order
        [pattern-of-no-text] a pattern is set for a type that is no text
        [pattern-unreadable] its pattern cannot be read
        [key-lengths-differ] a foreign key names another number of fields on each side
        [field-twice] two fields have this name
        [field-unknown] no field has this name
        [resource-unknown] no resource of the package has this name
       *[other] { $kind }
    }
    .hint = correct the schema; tables are checked without the part that makes no sense
table-field-missing = column "{ $field }" is missing
    .hint = add the column, or correct its name in the first row
    .nearest = rename column "{ $nearest }" if that is what is meant
table-field-unknown = column "{ $field }" is not expected
    .hint = delete the column, or describe it in the schema
table-field-order = the columns stand in another order than the schema says; expected { $expected }
    .hint = put the columns in that order, or write "fieldsMatch": "equal" into the schema
table-name-folded = { $fields-count ->
        [one] a column was recognized under another name
       *[other] columns were recognized under other names
    }: { $fields }
    .hint = rename them if other programs are to read the table, too
table-value-missing = a cell in column "{ $field }" is empty; expected a value in every row
    .hint = fill it in
table-value-wrong-type = a cell in column "{ $field }" is not { $expected ->
        [number] a number
        [integer] a whole number
        [boolean] a value that stands for yes or no
        [object] a JSON object
        [array] a JSON array
        [list] a list as the schema describes it
        [datetime] a date with a time
        [date] a date
        [time] a time of day
        [year] a year
        [yearmonth] a month of a year
        [duration] a length of time
        [geopoint] a place
        [geojson] a shape in GeoJSON
       *[other] of the type of the column
    }{ $value-given ->
        [yes] : "{ $value }"
       *[no] { "" }
    }
    .hint = write { $expected ->
        [integer] digits only, without blanks, commas or units
        [number] digits with a point before the fraction, without blanks or units
        [date] the date as 2026-11-24
        [datetime] the date and time as 2026-11-24T09:30:00Z
        [time] the time as 09:30:00
        [year] the year in four digits
        [yearmonth] the month as 2026-11
        [duration] the length of time as P1Y2M or PT30M
        [geopoint] the longitude, a comma and the latitude
       *[other] the value as the schema describes it
    }, or list the text among the missing values of the schema
table-value-wrong-format = a cell in column "{ $field }" is not { $expected ->
        [email] an e-mail address
        [uri] a link
        [binary] in base 64
        [uuid] a UUID
       *[other] in the format of the column
    }{ $value-given ->
        [yes] : "{ $value }"
       *[no] { "" }
    }
    .hint = correct the value, or the format in the schema
table-value-out-of-range = a value in column "{ $field }" is outside the range{ $value-given ->
        [yes] : "{ $value }"
       *[no] { "" }
    }; expected a value{ $minimum-given ->
        [yes] { " " }of at least { $minimum }
       *[no] { "" }
    }{ $above-given ->
        [yes] { " " }above { $above }
       *[no] { "" }
    }{ $maximum-given ->
        [yes] { " " }of at most { $maximum }
       *[no] { "" }
    }{ $below-given ->
        [yes] { " " }below { $below }
       *[no] { "" }
    }
    .hint = check the value; numbers such as -99 that mean "not known" belong among the missing values of the schema
table-value-wrong-length = a value in column "{ $field }" is too { $kind ->
        [short] short; expected at least { $limit }
       *[other] long; expected at most { $limit }
    }{ $limit-given ->
        [yes] { " " }characters or items
       *[no] { "" }
    }
    .hint = correct the value
table-value-pattern = a value in column "{ $field }" is not written as expected{ $value-given ->
        [yes] : "{ $value }"
       *[no] { "" }
    }; expected { $about-given ->
        [yes] { $about }, written as { $expected }
       *[no] { $expected }
    }
    .hint = write the value as the pattern says; look for blanks at its ends and for zeros that a spreadsheet took away
table-value-not-an-option = a value in column "{ $field }" is not one of those allowed{ $value-given ->
        [yes] : "{ $value }"
       *[no] { "" }
    }{ $expected-given ->
        [yes] ; expected { $expected }
       *[no] { "" }
    }
    .hint = use a value of the list; capital letters and blanks count
table-value-schema = a value in column "{ $field }" does not hold what its JSON Schema says
    .hint = correct the value, or the JSON Schema in the table's schema
table-value-folded = a value in column "{ $field }" was read as { $expected }
    .hint = write it as { $expected } if other programs are to read the table, too
table-key-repeated = a row repeats { $fields } of an earlier row; expected each row to differ
    .hint = delete the row if it stands there twice, or correct { $fields }
table-reference-unknown = a row names, in { $fields }, a row { $resource-given ->
        [yes] of "{ $resource }"
       *[no] of this table
    } that does not exist
    .hint = add that row, or correct the value
table-row-rule = the cells of a row contradict each other: { $fields } is more than { $expected } together
    .hint = check the numbers of the row against their source
table-zeros-lost = { $count-count ->
        [one] 1 code in column "{ $field }" seems to have lost its first zero
       *[other] { $count } codes in column "{ $field }" seem to have lost their first zero
    }; others have { $limit } digits
    .hint = put the zeros back, and tell the spreadsheet that the column is text
table-date-turned = a cell in column "{ $field }" holds a date such as 17-Sep that a spreadsheet may have made of a range or code
    .hint = write it again as it was (9-17), in a column that is formatted as text
table-date-ambiguous = the dates in column "{ $field }" can be read with the day or with the month first
    .hint = write them as 2026-11-24, or say in the description which comes first
table-country-na = NA in column "{ $field }" may stand for Namibia or for "not available"
    .hint = leave the cell empty where nothing is known, or use three-letter codes, where Namibia is NAM
table-formula = a cell in column "{ $field }" would be run as a formula by a spreadsheet
    .hint = look at the cell in a text editor first; put a single quotation mark before the text if it is to stay
table-workbook-unreadable = { $kind ->
        [old] the workbook is in the format of before 2007, which is not read
        [sheet] the workbook has no such sheet{ $expected-given ->
            [yes] ; it has { $expected }
           *[no] { "" }
        }
        [size] the workbook holds more cells than can be read safely
       *[other] the file is no workbook that can be read
    }
    .hint = { $kind ->
        [old] open it in a spreadsheet program and save it as .xlsx, or the sheet as "CSV UTF-8"
        [sheet] name one of its sheets with --sheet
       *[other] open it in a spreadsheet program and save the sheet as "CSV UTF-8"
    }
table-workbook-carries = the workbook holds more than the cells that were checked: { $carries }
    .hint = hand over the sheet as CSV; what else a workbook holds may name a person
table-sheets = only sheet "{ $value }" was checked; the workbook also has { $names }
    .hint = check another one with --sheet
package-name-repeated = two resources are named "{ $value }"
    .hint = give each resource a name of its own
package-source = { $kind ->
        [both] the resource has both "path" and "data"; expected one of them
       *[none] the resource has neither "path" nor "data"
    }
    .hint = name the file of the resource in "path", relative to the folder of the descriptor
package-path = { $kind ->
        [remote] "{ $item }" lies on the internet, and nothing is fetched from there
        [absolute] "{ $item }" begins at the root of a disk
        [upwards] "{ $item }" has a part "." or ".."
        [hidden] "{ $item }" has a hidden part, which begins with a point
        [empty] "{ $item }" is empty or has an empty part
        [long] "{ $item }" is longer than some systems allow
       *[name] "{ $item }" cannot be the name of a file on every system
    }; expected a path below the folder of the descriptor
    .hint = put the file beside the descriptor and name it by a path such as data/cases.csv
package-file-missing = the file { $item } is not there
    .hint = put the file where the descriptor says, or correct the path; links to other places are not followed
package-file-differs = { $kind ->
        [bytes] { $item } has { $value } bytes; the descriptor promises { $expected }
       *[hash] { $item } has another checksum than the descriptor promises
    }
    .hint = get the file again, or write the descriptor anew if the file was changed on purpose
package-hash-unknown = the checksum is of a kind that is not known; expected { $expected }
    .hint = write it as "sha256:" and 64 hexadecimal digits
package-not-checked = { $kind ->
        [data] the data in the descriptor are no table of rows
       *[file] { $item } is no table
    }, so that it was not looked into
    .hint = read it yourself before you share it
disclosure-identifier = column "{ $field }" { $kind ->
        [name] names persons
        [email] holds e-mail addresses
        [phone] holds phone numbers
        [address] holds addresses
        [birth-date] holds dates of birth
        [document] holds numbers of documents
        [passport] holds numbers of passports
        [account] holds numbers of accounts
        [card] holds numbers of cards or telephones
        [online] leads to persons on the internet
        [device] leads to devices of persons
        [vehicle] holds numbers of vehicles or serial numbers
        [picture] holds pictures or fingerprints
        [location] holds exact places
        [text] holds long texts that differ from row to row
       *[other] names or reaches persons
    }{ $because ->
        [name] , as its name says
        [content] , as its cells show
       *[other] { "" }
    }
    .hint = { $kind ->
        [birth-date] replace the dates by bands of age, such as 18-20
        [location] round to two decimals, or give the district instead
        [text] remove the column; put what matters into columns with codes
       *[other] remove the column; `untoc evidence check` then looks again
    }
disclosure-in-text = a cell in column "{ $field }" seems to name or reach a person
    .hint = read the cell and take out what names or reaches somebody
disclosure-small-class = only { $value-count ->
        [one] 1 row shares
       *[other] { $value } rows share
    } the same { $fields }; expected at least { $limit }; { $count } of { $rows } rows are too rare{ $other-given ->
        [yes] { "" }; if an empty cell may be anything, the rarest description fits { $other }
       *[no] { "" }
    }
    .hint = use broader groups (bands of age, regions instead of countries, periods instead of years), or hand over a table of counts
    .nearest = use broader groups in column "{ $nearest }" first, or leave it out; that helps most
disclosure-same-secret = all rows with the same description share { $limit-count ->
        [one] one value
       *[other] fewer than { $limit } values
    } of "{ $field }", in { $count-count ->
        [one] 1 group
       *[other] { $count } groups
    } with { $rows } rows
    .hint = use broader groups in the columns that describe a person, so that each group shows several values
disclosure-small-cell = a count in column "{ $field }" is smaller than { $limit }
    .hint = { $kind ->
        [authority-only] nothing need be done for the authority; for the public, leave it out and write <{ $limit }, and leave out a second one so that it cannot be worked out
       *[other] leave it out and write <{ $limit }, and leave out a second one so that it cannot be worked out
    }
disclosure-recoverable = a count in column "{ $field }" was left out, but follows from its total and the other parts
    .hint = leave out a second part of each such total, or the total itself
disclosure-margin = a total in column "{ $field }" is less than its parts together
    .hint = check the total and the parts against their source
disclosure-difference = { $kind ->
        [rows] the number of rows with the same { $fields } differs from that of the earlier version by less than { $limit } (groups of rows: { $count })
       *[other] a count in column "{ $field }" differs from that of the earlier version by less than { $limit }
    }
    .hint = { $kind ->
        [rows] hand over one of the two versions only, or wait until more cases have come in
       *[other] publish one of the two versions only, or round both
    }
disclosure-synthetic = the table is said to hold no real persons; how rare a description is says little then
    .hint = hand over with the table how, when and how strongly its rows were made different from those of persons
disclosure-synthetic-unclear = the table is said to hold no real persons, but not with { $lacking }
    .hint = ask for what is missing, and say it with --synthetic "method=…, k=10, date=2026-03" or in x-synthetic of the schema
disclosure-incomplete = { $kind ->
        [rows] { $count } rows were not compared, since there were more different descriptions than fit into memory
       *[other] it is not known which columns describe a person, so that rows could not be compared
    }
    .hint = { $kind ->
        [rows] use broader groups; a table with so many different descriptions exposes persons anyway
       *[other] name a profile with --profile, or write "x-disclosure": "quasi" beside these columns in a schema
    }
disclosure-cases = the rows are cases of persons; such a table goes to the authority at most
    .hint = hand a table of counts to everybody else
## Evidence items

evidence-package-malformed = the package { $fault ->
        [bagit] has no file bagit.txt that says "BagIt-Version: 1.0" and "Tag-File-Character-Encoding: UTF-8"
        [manifest] has no file manifest-sha256.txt
        [line] has a line in { $item } that is no digest and path
        [repeated] lists { $item } twice
        [fetch] asks to fetch files from somewhere else
        [oxum] holds { $value } as bytes and files, and its own count is { $expected }
        [tag] lists { $item } in a manifest of its data, which lie in the folder data
        [description] has no description, the file evidence.json
       *[other] cannot be read
    }
    .hint = have it made again with `untoc evidence pack`, or add the files themselves
evidence-hash-differs = { $item } is not the file that { $other } describes: its digest is another
    .hint = ask the provider for the package again; do not use what came
evidence-file-missing = { $item } is not there; { $other } lists it
    .hint = ask the provider for the package again, or put the file back from a copy
evidence-file-surplus = { $item } lies in the item and { $other } does not list it
    .hint = move it out of the folder; a package stays as it was received
evidence-name = the name "{ $item }" { $fault ->
        [outside] leads out of the folder
        [link] is that of a link
        [twice] stands there twice, or in capitals as well
        [encoding] is no text in UTF-8
       *[other] cannot exist on every system
    }; nothing was taken from it
    .hint = ask the provider to rename the file and to make the package again
evidence-limit = the item holds { $fault ->
        [files] more than { $limit } files
        [depth] folders in folders, more than { $limit } deep
        [file] { $item }, which is larger than { $size }
       *[other] more than { $size }
    }; that is the limit
    .hint = leave out what is not needed, or make several items of it
evidence-misnamed = the record is that of the item "{ $value }"; expected { $expected }
    .hint = rename the file { $expected }.json, together with the folder beside it
evidence-unrecorded = the folder { $file } has no record beside it
    .hint = move it out of the dossier, and take it in with `untoc evidence add`
evidence-unused = no answer cites the evidence item { $item }
    .hint = link it with `untoc evidence link`, or say why not with `untoc evidence set-aside`
    .reader = link the material to the answer that it stands behind, or say why it is not used
evidence-contradicts = the evidence item { $item } contradicts the answer to { $question }, and the answer has no note
    .hint = say in a note why the answer stands all the same
evidence-kept-too-long = the evidence item { $item } was to be kept until { $date }
    .hint = erase it with `untoc evidence remove { $item } --erase --reason "…"`, or agree on another day with the provider
evidence-circle = the answer to { $question } is for { $value ->
        [public] everybody
        [review] the review
       *[other] a circle
    }, and its evidence { $item } may { $expected ->
        [none] not be passed on
        [secretariat] be passed on to the secretariat only
        [reviewing_states] be passed on to the reviewing States only
       *[other] be passed on less far
    }; exports leave the link out
    .hint = check that the answer gives nothing of it away, or give the answer a smaller audience
evidence-file-name = the name of { $file } seems to name or reach a person
    .hint = rename the file; names travel further than what is in them

## Runs over many files

nothing-found = { $kind ->
        [pattern] nothing fits the pattern { $file }
       *[other] there is nothing to check in { $file }
    }; expected dossiers, zip packages or JSON files
    .hint = check the name, and whether untoc.toml leaves them out: `untoc config show`
link-not-followed = { $file } is a link; what it leads to was not checked
    .hint = name what it leads to, or leave the link out in untoc.toml
archive-malformed = { $file } { $fault ->
        [encrypted] holds { $item }, which is encrypted
        [method] holds { $item }, which is packed by a method that this tool does not read
        [checksum] holds { $item }, which does not unpack to what it should
       *[other] is no zip file, or is damaged or cut off
    }
    .hint = open the package in another program, and have it sent again if that fails too
archive-limit = { $file } { $fault ->
        [entries] holds more than { $limit } entries
        [ratio] holds { $item }, which unpacks to more than { $limit } times its size
       *[other] unpacks to more than { $size }
    }; that is the limit
    .hint = look into the package, and leave out what does not belong to the dossier
archive-name = { $file } holds the name "{ $item }", { $fault ->
        [link] which is a link
        [twice] which stands there twice, or in capitals as well
        [encoding] which is no text in UTF-8
        [outside] which leads out of the folder
       *[other] which cannot exist on every system
    }; nothing under it was checked
    .hint = have the package made again from the folder of the dossier, with the usual program
expected-missing = the response of { $state } to { $questionnaire } is not there{ $date-given ->
        [yes] ; it was due on { $date }
       *[no] { "" }
    }
    .hint = ask its focal point, or check that its folder was named
expected-later = the response of { $state } to { $questionnaire } is not there yet; it is due on { $date }
    .hint = remind its focal point in good time
baseline-unused = the baseline accepts { $code }{ $other-given ->
        [yes] { " " }in { $other }
       *[no] { "" }
    }, which no longer occurs
    .hint = remove the entry { $item } from the baseline
baseline-expired = the baseline accepted { $code }{ $other-given ->
        [yes] { " " }in { $other }
       *[no] { "" }
    } until { $date }, and that day is over
    .hint = mend it, or give the entry { $item } another day and say why

## Words inside messages

word-reference = where the answer stands
word-date = when it was given there
word-changes = what has changed since
word-authors = names of authors
word-comments = comments
word-formulas = formulas
word-hidden-columns = hidden columns
word-hidden-rows = hidden rows
word-hidden-sheets = hidden sheets
word-links = links to other files
word-macros = macros
word-pictures = pictures
word-pivot-caches = copies of data behind pivot tables
word-properties = properties of its own
word-megabytes = { $number } MB

## Places, as people name them

place-article = article { $article }
place-cluster = cluster { $cluster }
place-question = question { $number } ({ $id })
place-row = row { $row }
place-column = column { $column }
place-at = line { $line }, column { $column }

## The report of a check

severity = { $severity ->
    [error] error
    [warning] warning
   *[note] note
}
report-more-lines = { $count } times; first on { $lines-count ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
report-times = { $count } times
report-hint = hint
report-missing = { $count ->
    [one] 1 answer is missing
   *[other] { $count } answers are missing
}
report-missing-hint = answer them one after the other with `untoc fill { $questionnaire }`, or see each of them with --all
report-advised = { $count ->
    [one] 1 advised answer is not given
   *[other] { $count } advised answers are not given
}
report-advised-hint = answer those that you can; see each of them with --all
report-parked = { $count ->
    [one] 1 answer is set aside, because its question is no longer asked
   *[other] { $count } answers are set aside, because their questions are no longer asked
}
report-parked-hint = leave them; they are kept and not sent out. See each of them with --all
report-waiting = { $count ->
    [one] 1 answer waits for the answer to an earlier question
   *[other] { $count } answers wait for the answers to earlier questions
}
report-waiting-hint = answer the earlier questions with `untoc fill { $questionnaire }`; see each of them with --all
report-section = { $section }: { $questions }
report-section-cut = { $section }: { $questions } and { $count ->
    [one] 1 more
   *[other] { $count } more
}
report-masked = what people wrote is hidden as "…"; see it with --show-values
report-clean = nothing to mend
report-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
report-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
report-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
report-summary = { $findings } in { $responses ->
    [0] { $subjects ->
        [one] 1 file
       *[other] { $subjects } files
    }
    [one] 1 response
   *[other] { $responses } responses
}; level { $level }
report-explain = read more with `untoc explain { $code }`

## What has changed between two reports

comparison-new = new
comparison-gone = no longer found
comparison-changed = changed
comparison-was = was
comparison-is = is
comparison-dossiers-new = { $count ->
    [one] 1 dossier is
   *[other] { $count } dossiers are
} in the new report only: { $names }
comparison-dossiers-gone = { $count ->
    [one] 1 dossier was
   *[other] { $count } dossiers were
} not checked this time: { $names }
comparison-summary = { $new } new, { $gone } no longer found, { $changed } changed, { $same } as before

## Letters about what a check found

letter-title = { $state }: what the check of your response found
letter-opening = We have checked { $responses ->
    [one] the response
   *[other] the { $responses } responses
} in the dossier “{ $name }”. { $level ->
    [submission] At this stage, what is there must be right, and nothing that is asked may be missing.
   *[draft] At this stage, what is there must be right; it need not be complete yet.
}
letter-found = { $errors ->
    [0] Nothing has to be mended
    [one] One point has to be mended
   *[other] { $errors } points have to be mended
}{ $warnings ->
    [0] { "" }
    [one] ; please look at one more
   *[other] ; please look at { $warnings } more
}{ $notes ->
    [0] .
    [one] . One point is only good to know.
   *[other] . { $notes } points are only good to know.
}
letter-due = The response is due on { $date }.
letter-whole = The dossier as a whole
letter-section = { $section }: { $title }
letter-label = { $severity ->
    [error] to mend
    [warning] please look
   *[note] good to know
}
letter-question = Question { $number } ({ $id }){ $known ->
    [0] { "" }
   *[other] : { $text }
}
letter-line = line { $line }
letter-place = In { $file } ({ $code })
letter-help-report-missing = answer them, or say for each why there is no answer
letter-help-report-advised = answer those that you can
letter-help-report-parked = leave them; they are kept and not sent out
letter-help-report-waiting = answer the earlier questions
letter-steps = What to do next
letter-step-mend = Mend what is marked “to mend”, article by article. Each point says how.
letter-step-look = Look at what is marked “please look”, and change it if it is not as you mean it.
letter-step-check = Check again, in the folder of the dossier: `untoc validate --level { $level }`
letter-step-send = Send the dossier again.
letter-step-ask = If a point is not clear, answer this letter and name the question and the code in brackets. With the tool at hand, `untoc explain CODE` says more.
letter-step-nothing = You need not do anything. Thank you for your work.
letter-closing = This letter was made by a program from the report of a check. It repeats nothing that you wrote in your own words; it judges the form of the answers only, and is no assessment of your State.

letters-written = { $count ->
    [0] wrote no letter: there is no dossier in the report
    [one] wrote 1 letter into { $folder }
   *[other] wrote { $count } letters into { $folder }
}
letters-left-out = { $count ->
    [one] 1 finding is about no dossier and in no letter; it stands
   *[other] { $count } findings are about no dossier and in no letter; they stand
} in the report
letters-others = { $count ->
    [one] the folder also holds 1 file that is not from
   *[other] the folder also holds { $count } files that are not from
} this report; look at them before you send what is in it

## A question

question-answer = answer
question-range-from = { $minimum } or more
question-range = from { $minimum } to { $maximum }
question-range-to = { $maximum } or less
question-alone = stands alone
question-provision = provision
question-needed = needed
question-asked = asked
question-always = always
question-views = views
question-views-are = cross-cutting views: { $views }
question-with = usually with
question-concept = asked also in
question-help = help
question-evidence = evidence
question-evidence-is = { $hint } (Evidence here is material behind an answer, not proof for a court.)
question-yours = your answer
question-none-yet = none yet
question-no-answer = no answer: { $kind }
question-reason = reason
question-elsewhere = given in
question-changes = changed since
question-note = note
question-remarks = remarks (internal)
question-status = status
question-by = by { $by }
question-at = on { $at }
question-audience = may be seen by
question-linked = evidence
question-row = row { $row }
question-set-aside = set aside, because the question is not asked
question-waiting = kept until the earlier question is answered
question-to-answer = none yet; answer it with `untoc answer { $question } { $example }`, or step by step with `untoc fill { $questionnaire }`
questions-found = { $count ->
    [0] no question found
    [one] 1 question
   *[other] { $count } questions
}
questions-none-hint = try fewer or other words; `untoc questions` by itself lists the questionnaires
questions-more = read one in full with `untoc questions { $question }`
questions-of = { $count ->
    [one] 1 question
   *[other] { $count } questions
}

## Progress

status-title = { $name } ({ $code })
status-due = due on { $date }: { $left }
status-no-due = no due date is set; set one with `untoc set due 2027-03-31`
status-days-left = { $count ->
    [one] 1 day left
   *[other] { $count } days left
}
status-days-over = { $count ->
    [one] 1 day overdue
   *[other] { $count } days overdue
}
status-today = due today
status-legend = required questions that are asked, and how many of them are answered:
status-all = all
count-advised = advised { $count }
count-confirmed = { $count } confirmed
count-proposed = { $count } proposed
count-waiting = { $count } waiting
count-set-aside = { $count } set aside
status-sections = Sections
status-many = { $open } of { $count } sections have something required open; see all of them with --all
status-contributors = Contributors
status-nobody = nobody is listed; add an agency with `untoc contributor add`
status-no-assignment = nothing assigned yet
status-unassigned = { $count ->
    [one] 1 open question is assigned to nobody
   *[other] { $count } open questions are assigned to nobody
}; see a proposal with `untoc assign --suggest`
status-not-sent = not sent
status-sent = sent { $date }
status-received = received { $date }
status-complete = complete
status-due-on = due { $date }
status-next = Next
status-go-on = go on step by step with `untoc fill { $questionnaire }`, or answer it alone with `untoc answer { $question } VALUE`
status-done = everything required is answered; check it with `untoc validate --level submission`

## Explanations of codes

explain-what = What it says
explain-why = Why it matters
explain-wrong = Wrong
explain-right = Right
explain-mend = How to mend it
explain-more = read one in full with `untoc explain CODE`

## Changes, as an import shows them

import-says-otherwise = { $who } answered otherwise: { $answer }

change-row = { $part }, row { $row }
change-nothing = nothing
change-characters = { $count ->
    [one] 1 character
   *[other] { $count } characters
}

## Tables from outside

evidence-table = { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }; { $encoding }, cells separated by { $delimiter ->
        [comma] commas
        [semicolon] semicolons
        [tab] tabs
        [bar] bars
       *[other] another character
    }; { $header ->
        [empty] no row names the columns
       *[other] names of the columns in row { $header }
    }
evidence-suggested = looks like a table for the profile { $profile }; check it with --profile { $profile }
evidence-inferred = column "{ $field }" { $kind ->
        [integer] holds whole numbers
        [number] holds numbers
        [boolean] holds true or false
        [date] holds dates
        [datetime] holds dates with times
        [time] holds times of the day
        [year] holds years
        [yearmonth] holds months
        [any] is empty
       *[string] holds text
    }{ $confidence ->
        [certain] { "" }
        [likely] , probably
       *[guess] , but that is a guess
    }
evidence-verdict = privacy: { $verdict ->
        [blocked] blocked; do not hand this table to anybody before it is changed
        [authority-only] for the authority only; not for the public
        [publishable] publishable, as far as these checks can tell
       *[other] { $verdict }
    }
evidence-classes = { $smallest ->
        [one] 1 row shares
       *[other] { $smallest } rows share
    } the rarest combination of { $fields }; fewer than 3 rows are like { $below-three } of { $rows } rows, fewer than 5 like { $below-five }, fewer than 11 like { $below-eleven }
evidence-limits = asked for { $audience ->
        [public] everybody
       *[restricted] the authority
    }: at least { $rows } rows that share a description, { $values } different values of what is sensitive among them, no count below { $count }
evidence-no-proof = a passed check is no proof that nobody can be recognized
evidence-serves = could serve as evidence on { $list }
evidence-articles = { $instrument }, articles { $articles } ({ $count ->
        [one] 1 question
       *[other] { $count } questions
    })

## Counts made of cases

aggregate-written = { $rows ->
        [one] 1 row counts
       *[other] { $rows } rows count
    } { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }
aggregate-without-year = { $count ->
        [one] 1 case has no year and is not counted
       *[other] { $count } cases have no year and are not counted
    }
aggregate-left-out = { $small ->
        [0] no count is below { $limit }; nothing is left out
        [one] 1 count below { $limit } reads <{ $limit }; { $hidden ->
            [0] no other
            [one] 1 more (*)
           *[other] { $hidden } more (*)
        } had to be left out so that it cannot be worked out
       *[other] { $small } counts below { $limit } read <{ $limit }; { $hidden ->
            [0] no other
            [one] 1 more (*)
           *[other] { $hidden } more (*)
        } had to be left out so that none can be worked out
    }

## Tables in the form of a profile

prepare-step = { $how ->
        [drop] { $from }: left out
        [undecided] { $from }: not decided
        [number] { $from } → { $to }, numbered anew
        [year] { $from } → { $to }, the year of the date
        [period] { $from } → { $to }, some years together
        [birth-date] { $from } → { $to }, bands of ages
        [age] { $from } → { $to }, bands of ages
        [age-group] { $from } → { $to }, child or adult
        [origin] { $from } → { $to }, national or foreign
        [one-decimal] { $from } → { $to }, one decimal
        [flag] { $from } → { $to }, where it says yes
       *[other] { $from } → { $to }
    }{ $because ->
        [name] {""}
        [written] {" "}(the name, written differently)
        [synonym] {" "}(another word, { $percent } % sure)
        [cells] {" "}(by its cells, { $percent } % sure)
        [identifier] {" "}(it names or reaches a person)
        [text] {" "}(long texts, or remarks)
        [nearly] {" "}(a similar name, { $percent } % sure)
       *[other] {""}
    }
prepare-written = { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } with { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    } written
prepare-before = before: { $verdict }
prepare-after = after: { $verdict }{ $below ->
        [0] {""}
        [one] ; 1 of { $rows } rows is like fewer than 5
       *[other] ; { $below } of { $rows } rows are like fewer than 5
    }
prepare-next = most rows of cases are unlike all others, so hand over counts: untoc evidence aggregate { $file } --like indicator --state STATE --output counts.csv
prepare-open-column = { $guess ->
        [no] what is "{ $column }"? leave it out with --drop "{ $column }", or name its field with --map "{ $column }=FIELD"
       *[yes] is "{ $column }" the field { $near }? say so with --map "{ $column }={ $near }", or leave it out with --drop "{ $column }"
    }
prepare-open-words = { $count ->
        [one] 1 word in "{ $column }" stands
       *[other] { $count } words in "{ $column }" stand
    } for no code that is known{ $shown ->
        [yes] : { $words }
       *[other] {""}
    }; say what is meant with --value "FIELD:WORD=CODE"{ $shown ->
        [yes] {""}
       *[other] , after a look with --show-values
    }
prepare-missing = the recipe knows a column "{ $column }", and the table has none
prepare-unfilled = nothing fills the field { $field }; name its column with --map "COLUMN={ $field }", or one value for all rows with --fix "{ $field }=VALUE"
prepare-nothing-written = nothing was written{ $saved ->
        [yes] , but the recipe is in { $file }: decide there, and use it with --recipe { $file }
       *[other] ; --drop-unmapped leaves out whatever is not decided
    }

## Figures out of tables

figure-source = Source: { $source }
figure-coverage-title = How complete the table is
figure-coverage-about = For each column, the share of { $rows } rows that hold a value.
figure-coverage-unit = Percent of rows with a value
figure-trend-title = Cases by year, { $first } to { $last }
figure-trend-about = The number of cases in each year, from { $from } in { $first } to { $to } in { $last }.
figure-trend-unit = Cases registered in the year
figure-victims-title = Victims by form of exploitation, sex and age
figure-victims-about = For each form of exploitation the number of women, girls, men and boys; { $children } of those whose age is known are children.
figure-victims-unit = Persons
figure-flows-title = From where to where
figure-flows-about = The number of victims by citizenship (rows) and by country of exploitation (columns).
figure-flows-unit = Persons
figure-top-flows-title = The largest flows
figure-top-flows-about = The pairs of citizenship and country of exploitation with the most victims.
figure-top-flows-unit = Persons
figure-table-title = Cases by { $by }
figure-table-about = The number of cases by { $by }.
figure-table-unit = Cases
figure-control-title = Means of control
figure-control-about = How often each means of control was used, among { $known } cases that tell anything about it.
figure-control-unit = Percent of cases with information
figure-control-forms-title = Means of control by form of exploitation
figure-control-forms-about = For each form of exploitation, how often each means of control was used among the cases that tell anything about it.
figure-control-forms-unit = Percent of the cases of the form with information; their number stands beside the form
figure-recruitment-title = Ways of recruitment
figure-recruitment-about = How often each way of recruitment was met, among { $known } cases that tell anything about it.
figure-recruitment-unit = Percent of cases with information
figure-relation-title = Who recruited
figure-relation-about = The relation between victim and trafficker, among { $known } cases that tell anything about it.
figure-relation-unit = Percent of cases with information
figure-trend-of-title = { $state }: indicators by year ({ $unit })
figure-trend-of-about = The value of each indicator in each year, in { $unit }.
figure-trend-of-unit = { $unit }
figure-trend-one-title = { $state }: { $indicator } by year
figure-trend-one-about = { $indicator } in each year, in { $unit }.
figure-trend-one-unit = { $unit }
figure-funnel-title = { $state }: from the offence to the conviction, { $year }
figure-funnel-about = How many offences, suspects, prosecutions and convictions were counted in { $year }.
figure-funnel-unit = As each row says
figure-sex-age-title = { $indicator } by sex and age, { $year }
figure-sex-age-about = The number by sex (columns) and age (rows) in { $year }.
figure-sex-age-unit = Persons
figure-forms-title = { $indicator } by form of exploitation
figure-forms-about = The number for each form of exploitation in the newest years.
figure-forms-unit = Persons
figure-citizenships-title = { $indicator } by citizenship
figure-citizenships-about = The number for each citizenship in the newest years.
figure-citizenships-unit = Persons
figure-sources-title = What two sources count: { $first } and { $second }
figure-sources-about = For each thing that both sources count: what each of them says, and the difference.
figure-sources-unit = As counted; the gap is the second source less the first
figure-arms-title = Arms seized, found and surrendered, by type
figure-arms-about = For each type of arms how many pieces were seized, found and surrendered.
figure-arms-unit = Pieces, all years
figure-tracing-title = Arms recovered and traced, by year
figure-tracing-about = For each year the arms that came in, those traced, and the share traced.
figure-tracing-unit = Pieces
figure-deaths-title = Dead and missing in transit, by year
figure-deaths-about = The number of dead and of missing in each year.
figure-deaths-unit = Persons
figure-routes-title = Dead and missing in transit, by route
figure-routes-about = The number of dead and of missing on each route.
figure-routes-unit = Persons
figure-routes-causes-title = Dead and missing in transit, by route and cause
figure-routes-causes-about = The number of dead and missing together on each route (rows) by cause (columns).
figure-routes-causes-unit = Persons
figure-drugs-title = { $state }: drugs seized
figure-drugs-about = For each year and kind of drug what was seized.
figure-drugs-unit = As each column says
figure-assets-title = { $state }: assets frozen, seized and confiscated
figure-assets-about = For each year and kind of asset what was frozen, seized and confiscated.
figure-assets-unit = As each column says
figure-cooperation-title = { $state }: requests for help between States
figure-cooperation-about = For each year the requests for mutual legal assistance and extradition, and how long they took.
figure-cooperation-unit = As each column says
figure-label-column = Column
figure-label-filled = filled
figure-label-cases = Cases
figure-label-break = break
figure-label-share = Share
figure-label-year = Year
figure-label-sex = Sex
figure-label-age = Age
figure-label-age-band = Age in bands
figure-label-form = Form of exploitation
figure-label-citizenship = Citizenship
figure-label-country = Country of exploitation
figure-label-industry = Industry
figure-label-status = Status
figure-label-control = Means of control
figure-label-recruitment = Way of recruitment
figure-label-relation = Relation
figure-label-female-adult = Women
figure-label-female-child = Girls
figure-label-male-adult = Men
figure-label-male-child = Boys
figure-label-other = Other or not known
figure-label-total = All
figure-label-flow = From and to
figure-label-stage = Stage
figure-label-count = Count
figure-label-category = Category
figure-label-counted = What is counted
figure-label-gap = Gap
figure-label-type = Type
figure-label-seized = Seized
figure-label-found = Found
figure-label-surrendered = Surrendered
figure-label-traced = Traced
figure-label-tracing-rate = Tracing rate
figure-label-dead = Dead
figure-label-missing = Missing
figure-label-route = Route
figure-note-small = <{ $limit }: a count below { $limit }, left out so that nobody can be recognized.
figure-note-hidden = *: left out so that no other count can be worked out.
figure-note-coverage = { $rows } rows, { $columns } columns of the profile.
figure-note-known = Of { $known } cases that tell anything; an empty cell is no information, not a no. A case can have several, so shares can add up to more than 100 %.
figure-note-change = The largest change from one year to the next: { $change } % in { $year }.
figure-note-no-year = Cases without a year: { $count }.
figure-note-several = A case with several forms stands in its own row.
figure-note-other = Who has another sex, or no recorded sex or age, counts under "Other or not known".
figure-note-series = { $count } smaller series are not drawn.
figure-note-break-source = Break in { $year }: { $indicator } comes from another source ({ $to }) than before ({ $from }); do not compare across it.
figure-note-break-definition = Break in { $year }: { $indicator } is defined otherwise ({ $to }) than before ({ $from }); do not compare across it.
figure-note-ratio = Convicted for each 100 prosecuted: { $share }. They need not be the same persons.
figure-note-funnel = Stages that count offences and stages that count persons cannot be divided by each other.
figure-note-tracing = Tracing rate: traced out of seized, found and surrendered (indicator 16.4.2).
figure-note-rows = { $count } more rows are not shown.
figure-note-sources = The same victim may stand in both sources; do not add them up.
category-unknown = not known
category-several = several
category-others = others
category-female = female
category-male = male
category-other = other
category-child = child
category-adult = adult
category-Unaquainted = Stranger
category-stateless = stateless

summary-written = { $count ->
        [one] 1 figure
       *[other] { $count } figures
    } written to { $folder }

## Rows of a table as an answer

fill-linked = linked to the evidence item { $item }
fill-not-linked = not linked, since { $file } is no evidence item of the dossier; take it in with untoc evidence add, or name its item with --item
fill-already = the answer is already recorded like that
fill-more-rows = { $count ->
        [one] and 1 more row
       *[other] and { $count } more rows
    }
fill-left-out = { $count ->
        [one] 1 count is left out in the table and stays empty
       *[other] { $count } counts are left out in the table and stay empty
    }
fill-empty-rows = { $count ->
        [one] 1 row has no count that is shown, and is not taken
       *[other] { $count } rows have no count that is shown, and are not taken
    }
fill-unknown-columns = not taken, since the question has no such columns: { $columns }

example-written = invented tables, made by a formula; no row is a person
