//! The codes of findings: stable names, each with one sentence.
//!
//! `in_schema` says whether the derived JSON Schema of a questionnaire's responses sees
//! the fault too: that schema is valid exactly when a run has no *error* whose code is
//! in_schema.

use std::fmt;

use crate::finding::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident, $in_schema:literal, $sentence:literal;)*) => {
        /// The code of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $sentence] $name,)*
        }

        impl Code {
            /// All codes in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Returns the stable name.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Returns the usual severity.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// Says whether the derived JSON Schema sees the fault.
            pub fn in_schema(self) -> bool {
                match self { $(Self::$name => $in_schema,)* }
            }

            /// Returns the one sentence that describes the code.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

codes! {
    // Files and their form.
    FileEmpty = "file-empty", Error, false, "A file has nothing in it.";
    FileTooLarge = "file-too-large", Error, false, "A file is larger than the limit.";
    FileNotRegular = "file-not-regular", Error, false, "A folder, a link or a device stands where a file is expected.";
    FileUnreadable = "file-unreadable", Error, false, "A file cannot be read.";
    EncodingNotUtf8 = "encoding-not-utf8", Error, false, "A text file is not in UTF-8.";
    JsonSyntax = "json-syntax", Error, false, "A file is not well-formed JSON.";
    JsonTruncated = "json-truncated", Error, false, "A JSON file ends in the middle.";
    JsonTrailing = "json-trailing", Error, false, "Something follows the end of the JSON document.";
    JsonTooDeep = "json-too-deep", Error, false, "A JSON file is nested deeper than the limit.";
    JsonTooMany = "json-too-many", Error, false, "A JSON file holds more values than the limit.";
    KeyDuplicate = "key-duplicate", Error, false, "A key stands twice in one object.";
    NumberTooLarge = "number-too-large", Error, false, "A number is larger than programs can hold.";
    SurrogateLone = "surrogate-lone", Error, false, "A text has half of a character (a lone surrogate).";
    FormatUnknown = "format-unknown", Error, true, "The format of a file is missing or unknown.";
    FormatNewer = "format-newer", Error, true, "A file was written by a newer version of the tool.";
    FieldUnknown = "field-unknown", Error, true, "An object has a field that the format does not know.";
    FieldMissing = "field-missing", Error, true, "An object lacks a field that the format needs.";
    FieldWrongType = "field-wrong-type", Error, true, "A field holds another kind of value than the format expects.";
    FieldNotAllowed = "field-not-allowed", Error, true, "A field holds a value that the format does not allow.";
    FieldEmpty = "field-empty", Error, true, "A field holds a text without any visible character.";
    ListEmpty = "list-empty", Error, false, "A list that needs an item has none.";
    IdMalformed = "id-malformed", Error, true, "An id is not written as ids are.";
    LanguageMalformed = "language-malformed", Error, true, "A language tag is not written as BCP 47 says.";
    TimeMalformed = "time-malformed", Error, true, "A time is not written as UTC to the second.";

    // Responses.
    QuestionnaireUnknown = "questionnaire-unknown", Error, true, "A response names a questionnaire that is not loaded.";
    QuestionnaireVersion = "questionnaire-version", Error, true, "A response was made for another version of the questionnaire.";
    QuestionUnknown = "question-unknown", Error, true, "An answer is to a question that the questionnaire does not have.";
    QuestionRetired = "question-retired", Warning, false, "An answer is to a question that a newer questionnaire no longer has.";
    AnswerWrongType = "answer-wrong-type", Error, true, "A value has another shape than the kind of the question asks for.";
    AnswerNotAnOption = "answer-not-an-option", Error, true, "A value is not one of the options.";
    AnswerExclusiveOption = "answer-exclusive-option", Error, true, "An option that stands alone is ticked together with others.";
    AnswerRepeatedOption = "answer-repeated-option", Error, true, "An option is ticked twice.";
    AnswerEmptyText = "answer-empty-text", Error, true, "A text has no visible character.";
    AnswerEmptyList = "answer-empty-list", Error, true, "A list of ticks or rows is empty.";
    AnswerOutOfRange = "answer-out-of-range", Error, true, "A number is outside the range allowed.";
    AnswerNotADate = "answer-not-a-date", Error, true, "A text is no date.";
    AnswerAndNoAnswer = "answer-and-no-answer", Error, true, "An entry holds both a value and a reason for having none.";
    DateInFuture = "date-in-future", Warning, false, "A date of something past lies in the future.";
    RowEmpty = "row-empty", Error, true, "A row has no cell.";
    RowMalformed = "row-malformed", Error, true, "A row or a cell has another shape than its column asks for.";
    RowCellMissing = "row-cell-missing", Error, true, "A row lacks a cell that every row needs.";
    ColumnUnknown = "column-unknown", Error, true, "A row has a cell for a column that does not exist.";
    CitationWithoutProvision = "citation-without-provision", Error, true, "A law is cited without the provision.";
    LinkNotWeb = "link-not-web", Error, true, "A link is not an http or https address.";
    ReasonMissing = "reason-missing", Error, true, "A question has no answer and the reason is missing.";
    ReasonWithoutNoAnswer = "reason-without-no-answer", Error, true, "A reason for having no answer stands beside no such mark.";
    ElsewhereIncomplete = "elsewhere-incomplete", Warning, false, "An answer given elsewhere lacks its reference, its date or what has changed.";
    ElsewhereMisplaced = "elsewhere-misplaced", Warning, false, "A reference to another review stands beside an answer that is not given elsewhere.";
    AnswerMissing = "answer-missing", Error, true, "A required question that is asked has no answer.";
    AnswerAdvisedMissing = "answer-advised-missing", Note, false, "A question that should be answered is not.";
    AnswerParked = "answer-parked", Note, false, "An answer is set aside because its question is no longer asked.";
    AnswerWaiting = "answer-waiting", Note, false, "An answer waits for the answer to an earlier question.";
    GapRowMissing = "gap-row-missing", Warning, false, "An open point has no row in the table on what is missing and planned.";
    LawUnknown = "law-unknown", Error, false, "A citation names a law that is not in the register.";
    LawNotCited = "law-not-cited", Warning, false, "No citation supports an answer, although its section asks for the laws.";
    LawUnused = "law-unused", Note, false, "A law of the register is cited by no answer.";
    EvidenceUnknown = "evidence-unknown", Error, false, "An answer links to an evidence item that does not exist.";
    TextPlaceholder = "text-placeholder", Warning, false, "A text is a placeholder and says nothing.";
    ContributorUnknown = "contributor-unknown", Warning, false, "An answer or assignment names a contributor that is not listed.";
    StateDiffers = "state-differs", Error, false, "A response is of another State than its dossier.";
    StateUnknown = "state-unknown", Warning, false, "A code is not assigned to any State.";

    // Dossiers.
    ResponseMissing = "response-missing", Error, false, "A questionnaire under review has no response file.";
    ResponseSurplus = "response-surplus", Warning, false, "A response is to a questionnaire that is not under review.";
    ResponseMisnamed = "response-misnamed", Error, false, "A response file is not named after its questionnaire.";
    AssignmentUnknown = "assignment-unknown", Warning, false, "An assignment names a section or question that does not exist.";
    EntryDuplicate = "entry-duplicate", Error, false, "Two entries of a list have the same id.";
    SettingsMissing = "settings-missing", Error, false, "A dossier has no settings.";
    DatesReversed = "dates-reversed", Warning, false, "Of two dates the later one comes first.";
    EditedOutside = "edited-outside", Warning, false, "A file was changed by something else than this tool.";
    GlyphMissing = "glyph-missing", Warning, false, "A character cannot be shown in a PDF and stands there as its number.";
    WriteUnfinished = "write-unfinished", Warning, false, "The last change of the history has not reached a file yet.";
    HistoryTorn = "history-torn", Warning, false, "The last line of the history was cut off and has been set aside.";
    HistoryMissing = "history-missing", Warning, false, "A dossier has no history.";
    HistoryBroken = "history-broken", Error, false, "A line of the history does not follow from the line before it.";
    ConflictedCopy = "conflicted-copy", Warning, false, "A synchronized folder holds a second copy of a file.";

    // Questionnaires.
    QuestionIdDuplicate = "question-id-duplicate", Error, false, "Two questions or sections have the same id.";
    ConditionNamesLater = "condition-names-later", Error, false, "A condition names a question that does not stand before it.";
    ConditionValueUnknown = "condition-value-unknown", Error, false, "A condition tests for a value that the question does not offer.";
    ConditionNotUnguarded = "condition-not-unguarded", Error, false, "A condition negates a question without testing that it is answered.";
    QuestionUnreachable = "question-unreachable", Error, false, "No answers lead to a question.";
    ProvisionMalformed = "provision-malformed", Error, false, "A provision is not written as 5(1)(a)(i).";
    ArticleWithoutSection = "article-without-section", Error, false, "An article that the cluster covers has no section.";
    ArticleNotListed = "article-not-listed", Error, false, "A section is about an article that the cluster does not list.";
    NumberWithoutMinimum = "number-without-minimum", Error, false, "A question for a number says nothing about the least number.";
    OptionsMissing = "options-missing", Error, false, "A question or column with choices offers none.";
    OptionsUnknown = "options-unknown", Error, false, "A question or column names a set of options that does not exist.";
    OptionsDuplicate = "options-duplicate", Error, false, "A value is offered twice.";
    ColumnsMalformed = "columns-malformed", Error, false, "The columns of a question are missing, repeated or misplaced.";
    GapColumnMisplaced = "gap-column-misplaced", Error, false, "A column offers the questions of a condition that names fewer than two.";
    ConceptDiffers = "concept-differs", Error, false, "Two questions of one concept differ in kind, options or columns.";

    // Import.
    ImportUnplaced = "import-unplaced", Warning, false, "Something in an imported file could not be placed.";
    ImportOtherState = "import-other-state", Error, false, "An imported file is of another State.";
    ImportOtherVersion = "import-other-version", Error, false, "An imported file is of another version of the questionnaire.";
    ImportConflict = "import-conflict", Warning, false, "An answer has changed here and in the imported file.";
    ImportNormalised = "import-normalised", Note, false, "A text in an imported file was read as something else than it says letter for letter.";
    ImportEmptied = "import-emptied", Note, false, "A field came back empty, and the answer that stands here stays.";
    ImportQuestionsGone = "import-questions-gone", Note, false, "Questions of a form are no longer in the file that came back.";
    ImportTwoWay = "import-two-way", Note, false, "Nothing is known about what stood in an imported form when it went out.";
    FormBaseUnusable = "form-base-unusable", Warning, false, "The record of what stood in a form cannot be used.";
    FormTrackedChanges = "form-tracked-changes", Note, false, "A document that came back has tracked changes.";
    FormNotReadable = "form-not-readable", Error, false, "A file that came back is not a form that can be read.";
    FormUnsafe = "form-unsafe", Error, false, "A document holds something that a form never needs and that could do harm.";
    CsvMalformed = "csv-malformed", Error, false, "A CSV file is not well-formed.";

    // Surveys for other tools.
    SurveyPartMissing = "survey-part-missing", Note, false, "An exported survey has no field for a part of the answers.";
    SurveyCheckMissing = "survey-check-missing", Note, false, "An exported survey does not check a rule on answers.";
    SurveyConditionMissing = "survey-condition-missing", Warning, false, "An exported survey asks a question always, because its condition is too long.";
    SurveyValueChanged = "survey-value-changed", Warning, false, "An option has another value in an exported survey.";
    SurveyTextCut = "survey-text-cut", Warning, false, "A text is cut in an exported survey, because a cell cannot hold it.";

    // Evidence tables.
    TableEmpty = "table-empty", Error, false, "A table has no row of data.";
    TableEncoding = "table-encoding", Note, false, "A table is in another encoding than UTF-8.";
    TableBytesBroken = "table-bytes-broken", Error, false, "A cell holds bytes that are no characters in the encoding of the table.";
    TableNul = "table-nul", Error, false, "A row holds a NUL character.";
    TableLineEnds = "table-line-ends", Warning, false, "The lines of a table end in different ways.";
    TableLineEndsOld = "table-line-ends-old", Note, false, "The lines of a table end in a carriage return alone.";
    TableDelimiter = "table-delimiter", Note, false, "The cells of a table are separated by another character than its name says.";
    TableQuoteUnclosed = "table-quote-unclosed", Error, false, "A quote opens a cell and nothing closes it.";
    TableQuoteStray = "table-quote-stray", Warning, false, "A quote stands inside a cell that is not quoted, or text follows a closing quote.";
    TableHeaderMissing = "table-header-missing", Warning, false, "A table has no row of labels.";
    TableTitleRows = "table-title-rows", Warning, false, "Rows of text stand above the row of labels.";
    TableHeaderRows = "table-header-rows", Warning, false, "The labels of a table fill more than one row.";
    TableTagRow = "table-tag-row", Note, false, "A row of HXL tags stands below the labels.";
    TableLabelBlank = "table-label-blank", Error, false, "A column has no label.";
    TableLabelDuplicate = "table-label-duplicate", Error, false, "Two columns have the same label.";
    TableLabelCut = "table-label-cut", Note, false, "Labels seem to be cut off at 32 characters.";
    TableTooWide = "table-too-wide", Error, false, "A table has more columns than the limit.";
    TableRowTooLong = "table-row-too-long", Error, false, "A row is longer than the limit and was cut.";
    TableRowShort = "table-row-short", Error, false, "A row has fewer cells than there are labels.";
    TableRowLong = "table-row-long", Error, false, "A row has more cells than there are labels.";
    TableRowBlank = "table-row-blank", Warning, false, "A row has no value.";
    TableSchemaSenseless = "table-schema-senseless", Error, false, "A part of a table schema does not fit the rest of it.";
    TableFieldMissing = "table-field-missing", Error, false, "A table lacks a column that it should have.";
    TableFieldUnknown = "table-field-unknown", Error, false, "A table has a column that it should not have.";
    TableFieldOrder = "table-field-order", Error, false, "The columns of a table stand in another order than they should.";
    TableNameFolded = "table-name-folded", Note, false, "A column was recognized although its label is written in another way.";
    TableValueMissing = "table-value-missing", Error, false, "A cell is empty that must hold a value.";
    TableValueWrongType = "table-value-wrong-type", Error, false, "A cell holds another kind of value than its column asks for.";
    TableValueWrongFormat = "table-value-wrong-format", Error, false, "A text is not written in the format of its column.";
    TableValueOutOfRange = "table-value-out-of-range", Error, false, "A value is outside the range allowed.";
    TableValueWrongLength = "table-value-wrong-length", Error, false, "A value is shorter or longer than allowed.";
    TableValuePattern = "table-value-pattern", Error, false, "A value does not match the pattern of its column.";
    TableValueNotAnOption = "table-value-not-an-option", Error, false, "A value is not one of those allowed.";
    TableValueSchema = "table-value-schema", Error, false, "A value of JSON does not hold what its own schema says.";
    TableValueFolded = "table-value-folded", Note, false, "A code was recognized although it is written in another way.";
    TableKeyRepeated = "table-key-repeated", Error, false, "Two rows have the same values where each row must differ.";
    TableReferenceUnknown = "table-reference-unknown", Error, false, "A row names a row of another table that does not exist.";
    TableRowRule = "table-row-rule", Error, false, "The cells of a row contradict each other.";
    TableZerosLost = "table-zeros-lost", Warning, false, "Codes seem to have lost the zero at their beginning.";
    TableDateTurned = "table-date-turned", Warning, false, "A spreadsheet seems to have made a date of a code.";
    TableDateAmbiguous = "table-date-ambiguous", Note, false, "It cannot be told which part of the dates is the day.";
    TableCountryNa = "table-country-na", Warning, false, "NA among country codes may stand for Namibia.";
    TableFormula = "table-formula", Warning, false, "A spreadsheet would run a cell as a formula.";
    TableWorkbookUnreadable = "table-workbook-unreadable", Error, false, "A workbook cannot be read.";
    TableWorkbookCarries = "table-workbook-carries", Warning, false, "A workbook holds more than the cells of one sheet.";
    TableSheets = "table-sheets", Note, false, "Other sheets of a workbook were not checked.";

    // Data Packages.
    PackageNameRepeated = "package-name-repeated", Error, false, "Two resources of a Data Package have the same name.";
    PackageSource = "package-source", Error, false, "A resource of a Data Package has no data, or says twice where they are.";
    PackagePath = "package-path", Error, false, "A path in a Data Package does not stay inside its folder.";
    PackageFileMissing = "package-file-missing", Error, false, "A file that a Data Package names is not there.";
    PackageFileDiffers = "package-file-differs", Error, false, "A file is not what its Data Package promises.";
    PackageHashUnknown = "package-hash-unknown", Warning, false, "The checksum of a file is of a kind that is not known.";
    PackageNotChecked = "package-not-checked", Note, false, "A resource of a Data Package is no table and was not looked into.";

    // Disclosure.
    DisclosureIdentifier = "disclosure-identifier", Error, false, "A column names or reaches persons.";
    DisclosureInText = "disclosure-in-text", Warning, false, "A cell seems to name or reach a person.";
    DisclosureSmallClass = "disclosure-small-class", Error, false, "Few rows share the same description, so that a person can be recognized.";
    DisclosureSameSecret = "disclosure-same-secret", Error, false, "All rows of one description share a sensitive value.";
    DisclosureSmallCell = "disclosure-small-cell", Error, false, "A count is so small that a person can be recognized.";
    DisclosureRecoverable = "disclosure-recoverable", Error, false, "A count that was left out can be worked out from others.";
    DisclosureMargin = "disclosure-margin", Warning, false, "The parts of a total are more than the total.";
    DisclosureDifference = "disclosure-difference", Error, false, "Two versions of a table differ by so little that a person can be recognized.";
    DisclosureCases = "disclosure-cases", Note, false, "The rows of a table are cases of persons, which never go to the public.";
    DisclosureSynthetic = "disclosure-synthetic", Note, false, "A table is declared to hold no real persons.";
    DisclosureSyntheticUnclear = "disclosure-synthetic-unclear", Warning, false, "A table is declared to hold no real persons, but not how it was made.";
    DisclosureIncomplete = "disclosure-incomplete", Warning, false, "A part of the privacy check could not be done.";

    // Evidence items.
    EvidencePackageMalformed = "evidence-package-malformed", Error, false, "A package of evidence is not put together as it should be.";
    EvidenceHashDiffers = "evidence-hash-differs", Error, false, "A file of an evidence item is not the one that was described.";
    EvidenceFileMissing = "evidence-file-missing", Error, false, "A file that belongs to an evidence item is not there.";
    EvidenceFileSurplus = "evidence-file-surplus", Error, false, "A file lies in an evidence item and nothing speaks of it.";
    EvidenceName = "evidence-name", Error, false, "A name in an evidence item is not accepted.";
    EvidenceLimit = "evidence-limit", Error, false, "An evidence item is larger than the limit.";
    EvidenceMisnamed = "evidence-misnamed", Error, false, "A record of an evidence item is not named after its item.";
    EvidenceUnrecorded = "evidence-unrecorded", Warning, false, "A folder lies among the evidence and has no record.";
    EvidenceUnused = "evidence-unused", Note, false, "An evidence item is cited by no answer.";
    EvidenceContradicts = "evidence-contradicts", Warning, false, "Evidence contradicts an answer, and the answer has no note.";
    EvidenceKeptTooLong = "evidence-kept-too-long", Warning, false, "An evidence item is kept longer than its provider allows.";
    EvidenceCircle = "evidence-circle", Warning, false, "An answer is for a wider circle than its evidence may be passed on to.";
    EvidenceFileName = "evidence-file-name", Warning, false, "The name of a file seems to name or reach a person.";

    // Runs over many files.
    NothingFound = "nothing-found", Error, false, "A folder or a pattern holds nothing to check.";
    LinkNotFollowed = "link-not-followed", Warning, false, "A link was met in a folder, and what it leads to was not checked.";
    ArchiveMalformed = "archive-malformed", Error, false, "A zip file is damaged, encrypted, or no zip file.";
    ArchiveLimit = "archive-limit", Error, false, "A zip file holds more than the limit.";
    ArchiveName = "archive-name", Error, false, "A name in a zip file is not accepted.";
    ExpectedMissing = "expected-missing", Error, false, "A response that is due was not among what was checked.";
    ExpectedLater = "expected-later", Note, false, "A response that is due later was not among what was checked.";
    BaselineUnused = "baseline-unused", Warning, false, "A finding that the baseline accepts no longer occurs.";
    BaselineExpired = "baseline-expired", Warning, false, "A finding was accepted until a day that is over.";
}

impl Code {
    /// Finds a code by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names are kebab-case and stand once; sentences are sentences.
    #[test]
    fn codes_are_listed_once() {
        let names: std::collections::BTreeSet<_> =
            Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(
                code.as_str()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            assert!(
                code.sentence().ends_with('.')
                    && code.sentence().starts_with(char::is_uppercase)
            );
        }
    }
}
