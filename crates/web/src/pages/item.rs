//! The page of an evidence item: what it is, what it shows, and where it is used.

use askama::Template;
use untoc_core::{
    Change, Changes, Evidence, EvidenceCheck, EvidenceLink, EvidenceRecord, Figure,
    ItemId, Stance,
};
use untoc_dossier::{ChangeSet, Item, ItemChange, Via, linked, unlinked};
use untoc_report::{figure_svg_unstyled, stance_in_words};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "item.html")]
struct Page<'a> {
    frame: Frame<'a>,
    id: ItemId,
    is_erased: bool,
    facts: Vec<(String, String)>,
    files: Vec<(String, String)>,
    checks: Vec<(String, String, String)>,
    links: Vec<LinkView>,
    /// Pictures that we drew ourselves; every text in them is escaped.
    charts: Vec<String>,
    stances: Vec<(&'static str, String)>,
    typed: Typed,
    refused: Option<String>,
}

/// A link of an answer to the item.
struct LinkView {
    /// Whether the question is under review.
    is_known: bool,
    question: String,
    stance: String,
    note: Option<String>,
}

/// What somebody typed to make a link.
#[derive(Default)]
struct Typed {
    question: String,
    stance: String,
    note: String,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let item = find(&work, ask.id())?;
    let notice = match ask.query.get("done") {
        Some("linked") => Some(work.words.say("web-item-linked", &[])),
        Some("unlinked") => Some(work.words.say("web-item-unlinked", &[])),
        Some("added") => Some(work.words.say("web-item-added", &[])),
        _ => None,
    };
    page(&work, item, notice, Typed::default(), None)
}

fn find(work: &Work<'_>, id: &str) -> Result<Item, Fault> {
    let mut items = work.dossier.items().into_iter();
    let found = items.find(|item| item.id.as_str() == id);
    found.ok_or_else(|| Fault::missing_of("fault-no-item"))
}

fn page(
    work: &Work<'_>,
    item: Item,
    notice: Option<String>,
    typed: Typed,
    refused: Option<String>,
) -> Result<Reply, Fault> {
    let title = item.description.as_ref().map(|d| d.title.clone());
    let title = title.unwrap_or_else(|| item.id.to_string());
    let mut frame = Frame::of(work, "evidence", title).with_notice(notice);
    frame.faults = usize::from(refused.is_some());
    let mut facts = item.description.as_ref().map(|d| about(work, d)).unwrap_or_default();
    let record = item.record.as_ref();
    facts.extend(record.into_iter().flat_map(|record| kept(work, record)));
    Reply::page(&Page {
        is_erased: item.is_erased(),
        files: record.map(files).unwrap_or_default(),
        checks: record.map(|record| checks(work, &record.checks)).unwrap_or_default(),
        links: links(work, &item.id),
        charts: charts(work, &item),
        stances: Stance::ALL.map(|s| (s.as_str(), stance_in_words(work.words, s))).into(),
        id: item.id,
        facts,
        typed,
        refused,
        frame,
    })
}

pub(super) fn about(work: &Work<'_>, said: &Evidence) -> Vec<(String, String)> {
    let label = |key: &str| work.words.say(&format!("web-item-{key}"), &[]);
    let word = |code: &str| {
        let key = format!("web-word-{}", code.replace('_', "-"));
        work.words.say(&key, &[])
    };
    let mut facts = Vec::new();
    let mut add = |key: &str, text: Option<String>| {
        let text = text.filter(|text| !text.is_empty());
        facts.extend(text.map(|text| (label(key), text)));
    };
    let (provider, terms) = (&said.provider, &said.terms);
    let kind = word(provider.kind.as_str());
    add("provider", Some(format!("{} ({kind})", provider.name)));
    add("contact", provider.contact.clone());
    let period = |period: &untoc_core::Period| match period.to {
        Some(to) => format!("{} – {to}", period.from),
        None => period.from.to_string(),
    };
    add("period", said.period.as_ref().map(period));
    add("places", Some(said.places.join(", ")));
    add("unit", said.unit.clone());
    add("method", said.method.clone());
    add("limitations", said.limitations.clone());
    add("licence", said.licence.clone());
    add("sensitivity", Some(word(&format!("keep-{}", said.sensitivity.as_str()))));
    add("purpose", Some(terms.purpose.clone()));
    add("onward-use", Some(word(&format!("to-{}", terms.onward_use.as_str()))));
    add("naming", Some(word(terms.naming.as_str())));
    add("basis", terms.basis.clone());
    add("keep-until", terms.keep_until.map(|day| day.to_string()));
    facts
}

fn kept(work: &Work<'_>, record: &EvidenceRecord) -> Vec<(String, String)> {
    let label = |key: &str| work.words.say(&format!("web-item-{key}"), &[]);
    let mut facts = Vec::new();
    if let Some(received) = &record.received {
        let day = received.at.get(..10).unwrap_or(&received.at);
        facts.push((label("received"), format!("{day}, {}", received.from)));
    }
    facts.push((label("digest"), record.digest.clone()));
    let reason = record.unused_because.clone();
    facts.extend(reason.map(|reason| (label("aside"), reason)));
    let erased = record.erased.as_ref();
    facts.extend(erased.map(|e| (label("erased"), format!("{}: {}", e.at, e.reason))));
    facts
}

fn files(record: &EvidenceRecord) -> Vec<(String, String)> {
    let own = record.files.iter().filter(|file| file.path.starts_with("data/"));
    own.map(|file| (file.path.clone(), file.bytes.to_string())).collect()
}

/// What the checks found: the file, the numbers, the verdict.
pub(super) fn checks(
    work: &Work<'_>,
    checks: &[EvidenceCheck],
) -> Vec<(String, String, String)> {
    let of_check = |check: &EvidenceCheck| {
        let numbers = [
            ("rows", check.rows.into()),
            ("errors", check.errors.into()),
            ("warnings", check.warnings.into()),
        ];
        let verdict = match &check.verdict {
            Some(verdict) => {
                let named = [("verdict", verdict.as_str().into())];
                work.words.say("evidence-verdict", &named)
            }
            None => work.words.say("web-item-unchecked", &[]),
        };
        (check.path.clone(), work.words.say("web-item-check", &numbers), verdict)
    };
    checks.iter().map(of_check).collect()
}

fn links(work: &Work<'_>, id: &ItemId) -> Vec<LinkView> {
    let of_link =
        |(_, question, link): (_, untoc_core::QuestionId, EvidenceLink)| LinkView {
            is_known: work.find_question(question.as_str()).is_ok(),
            question: question.to_string(),
            stance: stance_in_words(work.words, link.stance),
            note: link.note,
        };
    work.dossier.links_to(id).into_iter().map(of_link).collect()
}

fn charts(work: &Work<'_>, item: &Item) -> Vec<String> {
    if item.is_erased() {
        return Vec::new();
    }
    let found = work.app.desk.item_figures(work.dossier.path(), item.id.as_str());
    let figures: Vec<Figure> = found.unwrap_or_default();
    figures.iter().map(figure_svg_unstyled).collect()
}

/// Links an answer to the item, or changes what the link says.
pub(crate) fn link(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let item = find(&work, ask.id())?;
    let text = |name: &str| ask.form.text(name).unwrap_or_default().to_owned();
    let typed =
        Typed { question: text("question"), stance: text("stance"), note: text("note") };
    let wanted = typed.question.to_lowercase();
    let Ok((plan, slot)) = work.find_question(&wanted) else {
        let said = work.words.say("web-item-no-question", &[]);
        return page(&work, item, None, typed, Some(said));
    };
    let stance = Stance::ALL.into_iter().find(|s| s.as_str() == typed.stance);
    let Some(stance) = stance.filter(|_| !item.is_erased()) else {
        let said = work.words.say("web-item-no-stance", &[]);
        return page(&work, item, None, typed, Some(said));
    };
    let note = Some(typed.note).filter(|note| !note.is_empty());
    let link = EvidenceLink { item: item.id.clone(), stance, note };
    let before = work.response(&plan)?.answers.get(&wanted).cloned();
    let after = Some(linked(before.clone(), link));
    let question = plan.question(slot).id.clone();
    let changes = Changes(vec![Change { question, before, after }]);
    commit(&mut work, &ChangeSet::answers(plan.id(), changes))?;
    Reply::see(format!("/evidence/item/{}?done=linked", item.id))
}

/// Takes the link of an answer to the item away.
pub(crate) fn unlink(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let item = find(&work, ask.id())?;
    let wanted = ask.form.text("question").unwrap_or_default();
    let mut links = work.dossier.links_to(&item.id).into_iter();
    let Some((questionnaire, question, _)) = links.find(|l| l.1.as_str() == wanted)
    else {
        return Err(Fault::wrong_of("fault-no-link"));
    };
    let response = work.dossier.response(&questionnaire);
    let Some(entry) = response.and_then(|r| r.answers.get(question.as_str())) else {
        return Err(Fault::wrong_of("fault-no-link"));
    };
    let (before, after) = (entry.clone(), unlinked(entry.clone(), item.id.as_str()));
    let changes = Changes(vec![Change { question, before: Some(before), after }]);
    commit(&mut work, &ChangeSet::answers(&questionnaire, changes))?;
    Reply::see(format!("/evidence/item/{}?done=unlinked", item.id))
}

/// Removes the item and all links to it; the page of changes takes it back.
pub(crate) fn remove(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let item = find(&work, ask.id())?;
    if item.is_erased() {
        return Err(Fault::wrong_of("fault-erased"));
    }
    let mut set = work.dossier.without_links_to(&item.id);
    set.evidence.insert(item.id, ItemChange::Remove);
    commit(&mut work, &set)?;
    Reply::see("/evidence?done=removed")
}

fn commit(work: &mut Work<'_>, set: &ChangeSet) -> Result<(), Fault> {
    let _one = work.app.writing.lock();
    work.commit(set, Via::Evidence)?;
    Ok(())
}

/// Gives the receipt for the provider out as a file.
pub(crate) fn receipt(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let item = find(&work, ask.id())?;
    let page = ask.app.desk.item_receipt(work.dossier.path(), item.id.as_str())?;
    let name = format!("receipt-{}.html", item.id);
    Ok(Reply::File { name, bytes: page.into_bytes() })
}
