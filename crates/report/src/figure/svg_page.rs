//! The page of a chart: its texts, its colours, and what a screen reader reads.

use std::fmt::Write as _;

use untoc_core::Figure;

use crate::escape::unwritable;

/// The width of every chart.
pub(super) const WIDTH: f64 = 720.0;
/// The space at both sides.
pub(super) const SIDE: f64 = 16.0;

/// The colours: readable on white and on black, and apart in grey. Series differ in
/// lightness and in pattern, not in colour alone.
pub(super) const STYLE: &str = "\
.bg{fill:#fff}\
text{font-family:system-ui,'Segoe UI','Noto Sans',Arial,sans-serif;font-size:13px;fill:#1a1a1a}\
.t{font-size:17px;font-weight:600}.s{font-size:12px;fill:#555}.n{font-variant-numeric:tabular-nums}\
.a{stroke:#bbb;stroke-width:1;fill:none}.e{text-anchor:end}.m{text-anchor:middle}\
.f0{fill:#1f4e79}.f1{fill:#9cc3e6}.f2{fill:#fff;stroke:#1f4e79;stroke-width:1.5}\
.f3{fill:#595959}.f4{fill:#bfbfbf}.f5{fill:#5b8db8}\
.l{fill:none;stroke-width:2}.l0,.k0{stroke:#1f4e79}.l1,.k1{stroke:#5b8db8}.l2,.k2{stroke:#595959}\
.l3,.k3{stroke:#8a5a00}.l4,.k4{stroke:#00665c}.l5,.k5{stroke:#7a3b69}\
.l1{stroke-dasharray:7 4}.l2{stroke-dasharray:2 3}.l3{stroke-dasharray:9 3 2 3}.l4{stroke-dasharray:4 2}.l5{stroke-dasharray:12 4}\
.b{stroke:#a33;stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round;fill:none}text.b{stroke:none;fill:#a33}\
.k{fill:#fff;stroke-width:2}.h{fill:none;stroke:#777;stroke-dasharray:2 2}\
.c{fill:#1f4e79}.w{fill:#fff}\
@media(prefers-color-scheme:dark){.bg{fill:#16181b}text{fill:#eee}.s{fill:#aaa}.a{stroke:#555}\
.f0{fill:#8ec1f0}.f1{fill:#2f6496}.f2{fill:#16181b;stroke:#8ec1f0}.f3{fill:#c9c9c9}.f4{fill:#6b6b6b}.f5{fill:#5b8db8}\
.l0,.k0{stroke:#8ec1f0}.l1,.k1{stroke:#5fa0d8}.l2,.k2{stroke:#c9c9c9}.l3,.k3{stroke:#e0b050}.l4,.k4{stroke:#5cc7b8}.l5,.k5{stroke:#d79ac4}\
.b{stroke:#f19a9a}text.b{fill:#f19a9a}.k{fill:#16181b}.c{fill:#8ec1f0}.w{fill:#16181b}}\
@media print{.bg{fill:none}}";

/// How many series have a look of their own.
pub(super) const LOOKS: usize = 6;

/// A chart as it is drawn.
pub(super) struct SvgPage {
    body: String,
    /// How far down the page is filled.
    pub(super) y: f64,
}

impl SvgPage {
    /// Begins a page with the title and the unit.
    pub(super) fn new(figure: &Figure) -> Self {
        let mut page = Self { body: String::new(), y: 28.0 };
        for line in lines(&figure.title, 78) {
            page.text(SIDE, page.y, "t", &line);
            page.y += 21.0;
        }
        page.text(SIDE, page.y - 2.0, "s", &figure.unit);
        page.y += 16.0;
        page
    }

    /// Draws a text.
    pub(super) fn text(&mut self, x: f64, y: f64, class: &str, text: &str) {
        let text = escape(text);
        let (x, y) = (number(x), number(y));
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{text}</text>"
        );
    }

    /// Draws a rectangle; `more` are further attributes.
    pub(super) fn rectangle(&mut self, at: [f64; 4], class: &str, more: &str) {
        let [x, y, width, height] = at.map(number);
        let _ = writeln!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" class=\"{class}\"{more}/>"
        );
    }

    /// Draws a line from point to point.
    pub(super) fn line(&mut self, points: &[(f64, f64)], class: &str) {
        let points: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
            .collect();
        let points = points.join(" ");
        let _ = writeln!(self.body, "<polyline points=\"{points}\" class=\"{class}\"/>");
    }

    /// Draws the sign of a series at a point: a circle, square, triangle and so on.
    pub(super) fn sign(&mut self, series: usize, x: f64, y: f64) {
        let look = series % LOOKS;
        let path = match look {
            1 => "M-4-4h8v8h-8z",
            2 => "M0-5L5 4H-5z",
            3 => "M0-5L5 0L0 5L-5 0z",
            4 => "M-4-4L4 4M4-4L-4 4",
            5 => "M0 5L5-4H-5z",
            _ => "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
        };
        let (x, y) = (number(x), number(y));
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\" transform=\"translate({x} {y})\" class=\"k k{look}\"/>"
        );
    }

    /// Ends the page with source and notes.
    pub(super) fn finish(mut self, figure: &Figure) -> String {
        self.y += 8.0;
        let texts = std::iter::once(&figure.source).chain(&figure.notes);
        for text in texts.filter(|text| !text.is_empty()) {
            for line in lines(text, 104) {
                self.y += 16.0;
                let y = self.y;
                self.text(SIDE, y, "s", &line);
            }
        }
        let height = number(self.y + 20.0);
        let id = escape(&figure.id);
        let breaks = figure.breaks.iter().map(|found| found.text.as_str());
        let about = std::iter::once(figure.description.as_str()).chain(breaks);
        let about = about.collect::<Vec<_>>().join(" ");
        let (title, description) = (escape(&figure.title), escape(&about));
        let width = number(WIDTH);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-description\">\n\
             <title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-description\">{description}</desc>\n\
             <style>{STYLE}</style>\n\
             <rect width=\"100%\" height=\"100%\" class=\"bg\"/>\n{}</svg>\n",
            self.body
        )
    }
}

/// Writes a coordinate, short and the same everywhere.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Replaces the signs that mean something in SVG, and those that XML does not allow.
fn escape(text: &str) -> String {
    crate::escape::escape(text, |c| match c {
        '\n' | '\t' => Some(" "),
        c => unwritable(c).then_some(""),
    })
}

/// Breaks a text into lines of so many letters.
fn lines(text: &str, columns: usize) -> Vec<String> {
    let layout = crate::wrap::Layout { width: columns, first: "", rest: "" };
    crate::wrap::wrap(text, layout).lines().map(str::to_owned).collect()
}
