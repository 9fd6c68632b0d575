//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::form::Direction;

const INK: u32 = 0x1F_2937;
const FAINT: u32 = 0x6B_7280;
const DARK: u32 = 0x1F_3A5F;
const PALE: u32 = 0xE8_EEF5;
const LINE: u32 = 0xB8_C2CC;
const FILL: u32 = 0xFF_FDF0;

/// The looks of all cells.
pub(super) struct Looks {
    /// The title of the first page.
    pub(super) title: Format,
    /// A heading over several cells.
    pub(super) heading: Format,
    /// The heading of a column.
    pub(super) column: Format,
    /// Text of ours that explains.
    pub(super) text: Format,
    /// Text of the questionnaire that explains.
    pub(super) intro: Format,
    /// A label on the first page.
    pub(super) label: Format,
    /// What stands beside it.
    pub(super) said: Format,
    /// The tag of a row.
    pub(super) tag: Format,
    /// The cell of a question.
    pub(super) question: Format,
    /// The label of an option that is ticked.
    pub(super) option: Format,
    /// A cell beside a question that is not to be filled in.
    pub(super) closed: Format,
    /// A link to the rows of a question.
    pub(super) link: Format,
    /// A link from the first page to a sheet.
    pub(super) pointer: Format,
    /// A text that is filled in.
    pub(super) answer: Format,
    /// A number that is filled in.
    pub(super) number: Format,
    /// A tick.
    pub(super) tick: Format,
    /// The words of a question, inside its cell.
    pub(super) strong: Format,
    /// What is said about it, inside its cell.
    pub(super) faint: Format,
}

impl Looks {
    pub(super) fn new(direction: Direction) -> Self {
        let plain = Format::new()
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let boxed = |format: &Format| {
            format.clone().set_border(FormatBorder::Thin).set_border_color(LINE)
        };
        let small = plain.clone().set_font_size(8).set_font_color(FAINT);
        let open = boxed(&plain).set_unlocked().set_background_color(FILL);
        let heading = plain.clone().set_bold().set_font_color(DARK);
        // A line that begins with a number would else run from left to right.
        let own = |format: Format| match direction {
            Direction::LeftToRight => format,
            Direction::RightToLeft => {
                // LibreOffice cuts a link in a cell that is not aligned.
                format.set_reading_direction(2).set_align(FormatAlign::Right)
            }
        };
        Self {
            title: own(heading.clone().set_font_size(18)),
            heading: own(heading.clone().set_font_size(13)),
            column: boxed(&plain)
                .set_bold()
                .set_font_color(0xFF_FFFF)
                .set_background_color(DARK),
            label: boxed(&heading).set_background_color(PALE),
            said: own(boxed(&plain)),
            tag: boxed(&small).set_font_size(7),
            question: boxed(&plain),
            option: boxed(&plain).set_indent(2),
            closed: boxed(&small).set_background_color(0xF3_F4F6),
            link: own(boxed(&plain))
                .set_font_color(0x1D_4ED8)
                .set_background_color(0xF3_F4F6),
            pointer: own(plain.clone()).set_font_color(0x1D_4ED8),
            answer: open.clone().set_num_format("@"),
            number: open.clone(),
            tick: open.set_num_format("@").set_align(FormatAlign::Center).set_bold(),
            strong: Format::new().set_bold().set_font_size(10).set_font_color(INK),
            faint: Format::new().set_font_size(9).set_font_color(FAINT),
            text: own(plain.clone()),
            intro: plain,
        }
    }
}
