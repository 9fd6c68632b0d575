//! The looks of our documents: styles, numbering, settings, footer and properties.

use super::text::{Look, runs};
use super::xml::Xml;
use crate::form::Direction;

/// The names by which WordprocessingML calls its parts.
pub(super) const SPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("mc:Ignorable", "w14"),
];

/// The colour of headings and of the heads of tables.
pub(super) const DARK: &str = "1F3864";
/// The colour behind what explains.
pub(super) const PALE: &str = "EEF2F8";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// Properties of its paragraphs, in the order of the schema.
    paragraph: &'static str,
    /// Properties of its runs, in the order of the schema.
    run: &'static str,
}

const fn style(
    id: &'static str,
    name: &'static str,
    next: &'static str,
    paragraph: &'static str,
    run: &'static str,
) -> Style {
    Style { id, name, based_on: "Normal", next, paragraph, run }
}

/// The style of what people fill in.
pub(super) const ANSWER: &str = "UntocAnswer";
/// The style of the empty lines between tables, in which nobody is asked to write.
pub(super) const GAP: &str = "UntocGap";

const STYLES: &[Style] = &[
    style(
        "Title",
        "Title",
        GAP,
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>",
    ),
    style(
        "Heading1",
        "heading 1",
        GAP,
        "<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before=\"0\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ),
    style(
        "Heading2",
        "heading 2",
        GAP,
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"320\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    ),
    style(
        "Heading3",
        "heading 3",
        GAP,
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    style(
        "UntocHeading",
        "Untoc Heading",
        GAP,
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    style(
        "UntocCover",
        "Untoc Cover",
        "UntocCover",
        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
        "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    style(
        "UntocList",
        "Untoc List",
        GAP,
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:before=\"0\" w:after=\"40\"/>",
        "",
    ),
    style(
        "UntocBullet",
        "Untoc Bullet",
        GAP,
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr><w:spacing w:before=\"0\" w:after=\"40\"/>",
        "",
    ),
    style(
        "UntocIntro",
        "Untoc Intro",
        GAP,
        "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"120\"/>",
        "<w:color w:val=\"404040\"/>",
    ),
    style(
        "UntocGiven",
        "Untoc Given",
        GAP,
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"8EA9DB\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"60\"/><w:ind w:left=\"200\"/>",
        "<w:color w:val=\"404040\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "UntocAbout",
        "Untoc About",
        GAP,
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"120\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    style(
        "UntocHead",
        "Untoc Head",
        "UntocHead",
        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "UntocHeadHint",
        "Untoc Head Hint",
        "UntocHeadHint",
        "<w:spacing w:before=\"0\" w:after=\"40\"/>",
        "<w:color w:val=\"DDE5F3\"/><w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/>",
    ),
    style(
        "UntocId",
        "Untoc Id",
        "UntocId",
        "<w:spacing w:before=\"40\" w:after=\"20\"/>",
        "<w:color w:val=\"44546A\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    style(
        "UntocQuestion",
        "Untoc Question",
        "UntocHelp",
        "<w:spacing w:before=\"0\" w:after=\"40\"/>",
        "<w:b/><w:bCs/>",
    ),
    style(
        "UntocHelp",
        "Untoc Help",
        "UntocHelp",
        "<w:spacing w:before=\"0\" w:after=\"40\"/>",
        "<w:color w:val=\"404040\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        "UntocWhen",
        "Untoc When",
        "UntocHelp",
        "<w:spacing w:before=\"0\" w:after=\"40\"/>",
        "<w:i/><w:color w:val=\"7F3F00\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        ANSWER,
        "Untoc Answer",
        ANSWER,
        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
        "",
    ),
    style(
        GAP,
        "Untoc Gap",
        GAP,
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    style(
        "UntocNote",
        "Untoc Note",
        GAP,
        "<w:spacing w:before=\"120\" w:after=\"60\"/>",
        "<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "Footer",
        "footer",
        "Footer",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"15138\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"0\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
];

/// Returns `word/styles.xml` for a document in a language.
pub(super) fn styles(language: &str, direction: Direction) -> String {
    let mut xml = Xml::document();
    xml.open("w:styles", SPACES);
    let (latin, asian, complex) = languages(language, direction);
    xml.raw("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"SimSun\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>");
    xml.empty("w:lang", &[("w:val", latin), ("w:eastAsia", asian), ("w:bidi", complex)]);
    xml.raw("</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
    xml.raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
    xml.raw("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
    xml.raw("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    for style in STYLES {
        paragraph_style(&mut xml, style);
    }
    xml.raw("<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/><w:rPr><w:color w:val=\"6B6B6B\"/></w:rPr></w:style>");
    xml.raw("<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>");
    let line = |side: &str| {
        format!(
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8496B0\"/>"
        )
    };
    let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .into_iter()
        .map(line)
        .collect();
    xml.raw(&format!("<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"UntocTable\"><w:name w:val=\"Untoc Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"));
    xml.close("w:styles");
    xml.into_text()
}

fn paragraph_style(xml: &mut Xml, style: &Style) {
    let own = style.id.starts_with("Untoc");
    let mut attributes = vec![("w:type", "paragraph")];
    if own {
        attributes.push(("w:customStyle", "1"));
    }
    attributes.push(("w:styleId", style.id));
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", style.name)]);
    xml.empty("w:basedOn", &[("w:val", style.based_on)]);
    xml.empty("w:next", &[("w:val", style.next)]);
    xml.empty("w:qFormat", &[]);
    if !style.paragraph.is_empty() {
        xml.open("w:pPr", &[]);
        xml.raw(style.paragraph);
        xml.close("w:pPr");
    }
    if !style.run.is_empty() {
        xml.open("w:rPr", &[]);
        xml.raw(style.run);
        xml.close("w:rPr");
    }
    xml.close("w:style");
}

/// Returns the languages of Latin, East Asian and right-to-left letters.
fn languages(language: &str, direction: Direction) -> (&str, &str, &str) {
    let base = language.split('-').next().unwrap_or_default();
    let asian = matches!(base, "zh" | "ja" | "ko");
    match (direction.is_right_to_left(), asian) {
        (true, _) => ("en", "zh-CN", language),
        (false, true) => {
            ("en", if language == "zh" { "zh-CN" } else { language }, "ar-SA")
        }
        (false, false) => (language, "zh-CN", "ar-SA"),
    }
}

/// Returns `word/numbering.xml`: numbered sentences and a list with dots.
pub(super) fn numbering() -> String {
    let mut xml = Xml::document();
    xml.open("w:numbering", SPACES);
    for (id, format, text) in [("0", "decimal", "%1."), ("1", "bullet", "•")] {
        xml.raw(&format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"start\"/><w:pPr><w:ind w:left=\"400\" w:hanging=\"400\"/></w:pPr></w:lvl></w:abstractNum>"));
    }
    xml.raw("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>");
    xml.close("w:numbering");
    xml.into_text()
}

/// Returns `word/settings.xml`.
pub(super) fn settings(language: &str, direction: Direction) -> String {
    let mut xml = Xml::document();
    xml.open("w:settings", SPACES);
    xml.raw("<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>");
    let (latin, asian, complex) = languages(language, direction);
    xml.empty(
        "w:themeFontLang",
        &[("w:val", latin), ("w:eastAsia", asian), ("w:bidi", complex)],
    );
    xml.close("w:settings");
    xml.into_text()
}

/// Returns `word/footer1.xml`: a text, and the number of the page.
pub(super) fn footer(text: &str, direction: Direction) -> String {
    let mut xml = Xml::document();
    xml.open("w:ftr", SPACES);
    super::text::begin(&mut xml, "Footer", direction);
    runs(&mut xml, text, Look::Plain);
    xml.raw("<w:r><w:tab/></w:r>");
    for (at, field) in ["PAGE", "NUMPAGES"].into_iter().enumerate() {
        if at > 0 {
            runs(&mut xml, " / ", Look::Plain);
        }
        xml.open("w:fldSimple", &[("w:instr", field)]);
        runs(&mut xml, "1", Look::Plain);
        xml.close("w:fldSimple");
    }
    xml.close("w:p");
    xml.close("w:ftr");
    xml.into_text()
}

/// Returns `docProps/core.xml`.
pub(super) fn core(title: &str, language: &str, identifier: &str) -> String {
    let mut xml = Xml::document();
    xml.open(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.element("dc:title", &[], title);
    if !identifier.is_empty() {
        xml.element("dc:identifier", &[], identifier);
    }
    xml.element("dc:language", &[], language);
    xml.close("cp:coreProperties");
    xml.into_text()
}
