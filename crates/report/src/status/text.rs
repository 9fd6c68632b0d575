//! Progress on a dossier for the terminal: bars, what is next, who is late.

use untoc_core::{Count, Tally};

use super::{
    AssignmentStatus, ContributorStatus, DossierStatus, SectionStatus, Step, days_between,
};
use crate::human::Detail;
use crate::screen::Screen;
use crate::style::Ink;
use crate::words::{Argument, Words, visible};
use crate::wrap::{cut, pad, width};

/// The width of a bar.
const BAR: usize = 12;

/// Up to so many sections are shown without being asked for.
const FEW_SECTIONS: usize = 40;

/// Returns the progress as people read it.
///
/// With [`Detail::Gathered`], sections are shown while they are few; with
/// [`Detail::Each`], always.
pub fn status_text(
    status: &DossierStatus,
    words: &Words,
    screen: Screen,
    detail: Detail,
) -> String {
    let page = Page { words, screen };
    let mut out = page.head(status);
    out.push_str(&page.questionnaires(status));
    out.push_str(&page.sections(status, detail));
    out.push_str(&page.contributors(status));
    out.push_str(&page.next(status));
    out
}

struct Page<'a> {
    words: &'a Words,
    screen: Screen,
}

impl Page<'_> {
    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.words.say(key, arguments)
    }

    fn heading(&self, key: &str) -> String {
        format!("\n{}\n", self.screen.style.paint(Ink::Strong, &self.say(key, &[])))
    }

    fn head(&self, status: &DossierStatus) -> String {
        let code = status.state.as_str();
        let name = status.state.name().unwrap_or(code);
        let title =
            self.say("status-title", &[("name", name.into()), ("code", code.into())]);
        let mut out = format!("{}\n", self.screen.style.paint(Ink::Strong, &title));
        let due = match status.due {
            None => self.say("status-no-due", &[]),
            Some(due) => {
                let days = days_between(status.today, due);
                let left = self.days(days);
                let line = self.say(
                    "status-due",
                    &[("date", due.to_string().into()), ("left", left.into())],
                );
                if days < 0 { self.screen.style.paint(Ink::Error, &line) } else { line }
            }
        };
        out.push_str(&format!("{due}\n\n"));
        out
    }

    fn days(&self, days: i32) -> String {
        let count = ("count", usize::try_from(days.unsigned_abs()).unwrap_or(0).into());
        match days {
            0 => self.say("status-today", &[]),
            1.. => self.say("status-days-left", &[count]),
            i32::MIN..=-1 => self.say("status-days-over", &[count]),
        }
    }

    /// Returns the bar of what is required, and what is advised, waiting and set aside.
    fn counts(&self, tally: Tally) -> String {
        let Count { asked, settled } = tally.required;
        let bar = self.screen.bar(settled, asked, BAR);
        let mut text = format!("{bar} {:>7}", format!("{settled}/{asked}"));
        let mut more = Vec::new();
        if tally.advised.asked > 0 {
            let advised = format!("{}/{}", tally.advised.settled, tally.advised.asked);
            more.push(self.say("count-advised", &[("count", advised.into())]));
        }
        for (key, count) in [
            ("count-confirmed", tally.confirmed),
            ("count-proposed", tally.proposed),
            ("count-waiting", tally.waiting),
            ("count-set-aside", tally.parked),
        ] {
            if count > 0 {
                more.push(self.say(key, &[("count", count.into())]));
            }
        }
        if !more.is_empty() {
            text.push_str(&format!("  {}", more.join(", ")));
        }
        text
    }

    fn questionnaires(&self, status: &DossierStatus) -> String {
        let all = self.say("status-all", &[]);
        let ids = status.questionnaires.iter().map(|q| q.id.as_str());
        let room = ids.chain([all.as_str()]).map(width).max().unwrap_or(0);
        let mut out = self.screen.indented(0, &self.say("status-legend", &[]));
        for of in &status.questionnaires {
            out.push_str(&format!("{}  {}\n", pad(&of.id, room), self.counts(of.tally)));
        }
        if status.questionnaires.len() > 1 {
            out.push_str(&format!(
                "{}  {}\n",
                pad(&all, room),
                self.counts(status.total)
            ));
        }
        out
    }

    fn sections(&self, status: &DossierStatus, detail: Detail) -> String {
        let sections: Vec<&SectionStatus> =
            status.questionnaires.iter().flat_map(|q| &q.sections).collect();
        let mut out = self.heading("status-sections");
        if detail == Detail::Gathered && sections.len() > FEW_SECTIONS {
            let left = |s: &&SectionStatus| s.tally.required.open() > 0;
            let open = sections.iter().copied().filter(left).count();
            let arguments = [("open", open.into()), ("count", sections.len().into())];
            out.push_str(&self.screen.indented(0, &self.say("status-many", &arguments)));
            return out;
        }
        let room = sections.iter().map(|s| width(&s.id)).max().unwrap_or(0);
        let titles = self.screen.width.saturating_sub(room + BAR + 12).min(60);
        for section in sections {
            let Count { asked, settled } = section.tally.required;
            let bar = self.screen.bar(settled, asked, BAR);
            let count = format!("{:>7}", format!("{settled}/{asked}"));
            let mut title = section.title.clone();
            if !section.contributors.is_empty() {
                let named = section.contributors.join(", ");
                title = format!(
                    "{} ({named})",
                    cut(&title, titles.saturating_sub(width(&named) + 3).max(16))
                );
            }
            let title = cut(&visible(&title), titles);
            out.push_str(&format!(
                "{}  {bar} {count}  {title}\n",
                pad(&section.id, room)
            ));
        }
        out
    }

    fn contributors(&self, status: &DossierStatus) -> String {
        let mut out = self.heading("status-contributors");
        if status.contributors.is_empty() {
            out.push_str(&self.screen.indented(0, &self.say("status-nobody", &[])));
            return out;
        }
        let room = status.contributors.iter().map(|c| width(&c.id)).max().unwrap_or(0);
        for contributor in &status.contributors {
            out.push_str(&self.contributor(contributor, room));
        }
        if status.unassigned.required.open() > 0 {
            let count = ("count", status.unassigned.required.open().into());
            out.push_str(
                &self.screen.indented(0, &self.say("status-unassigned", &[count])),
            );
        }
        out
    }

    fn contributor(&self, of: &ContributorStatus, room: usize) -> String {
        let id = visible(&of.id);
        let mut out = match of.assignments.is_empty() {
            true => {
                format!("{}  {}\n", pad(&id, room), self.say("status-no-assignment", &[]))
            }
            false => format!("{}  {}\n", pad(&id, room), self.counts(of.tally)),
        };
        let named = [Some(&of.name), of.contact.as_ref()].into_iter().flatten();
        let named: Vec<String> = named.map(|text| visible(text)).collect();
        let named = self.screen.indented(2, &named.join(", "));
        out.push_str(&self.screen.style.paint(Ink::Faint, named.trim_end()));
        out.push('\n');
        let subjects =
            of.assignments.iter().map(|a| width(&a.subject)).max().unwrap_or(0);
        for assignment in &of.assignments {
            out.push_str(&self.assignment(assignment, subjects));
        }
        out
    }

    fn assignment(&self, of: &AssignmentStatus, room: usize) -> String {
        let Count { asked, settled } = of.tally.required;
        let counts = format!("{:>7}", format!("{settled}/{asked}"));
        let date = |key: &str, date: Option<jiff::civil::Date>| {
            date.map(|date| self.say(key, &[("date", date.to_string().into())]))
        };
        let mut parts = Vec::new();
        match of.step {
            Step::NotSent => parts.push(self.say("status-not-sent", &[])),
            Step::Complete => parts.push(self.say("status-complete", &[])),
            Step::Sent | Step::Received => {}
        }
        parts.extend(date("status-sent", of.sent));
        parts.extend(date("status-received", of.received));
        if of.step != Step::Complete {
            parts.extend(date("status-due-on", of.due));
            parts.extend(of.days_left.map(|days| self.days(days)));
        }
        let line = parts.join(", ");
        let line = match of.overdue {
            true => self.screen.style.paint(Ink::Error, &line),
            false => line,
        };
        format!("  {} {counts}  {line}\n", pad(&visible(&of.subject), room))
    }

    fn next(&self, status: &DossierStatus) -> String {
        let mut out = self.heading("status-next");
        match &status.next {
            None => {
                out.push_str(&self.screen.indented(0, &self.say("status-done", &[])));
            }
            Some(next) => {
                out.push_str(&self.screen.labelled(
                    &next.question,
                    width(&next.question),
                    &next.text,
                ));
                let arguments = [
                    ("question", next.question.as_str().into()),
                    ("questionnaire", next.questionnaire.as_str().into()),
                ];
                out.push_str(
                    &self.screen.indented(0, &self.say("status-go-on", &arguments)),
                );
            }
        }
        out
    }
}
