//! Finds questions by words, whatever their capitals and accents.

use std::sync::Arc;

use untoc_core::{Lens, Library, Plan};

/// What is looked for; a part that is absent leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be found.
    pub words: String,
    /// Only this questionnaire.
    pub questionnaire: Option<String>,
    /// Only questions on this article.
    pub article: Option<String>,
    /// Only questions that serve this view.
    pub lens: Option<Lens>,
}

/// A question that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The questionnaire.
    pub plan: Arc<Plan>,
    /// The question.
    pub slot: usize,
}

/// Where words are found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Id,
    Text,
    Title,
    Help,
}

/// Returns the questions that have all the words: those with the words in their id first,
/// then in their text, in the title of their section or their options, in their help;
/// within each in the order of the questionnaires.
pub fn search(library: &Library, query: &Query) -> Vec<Hit> {
    let words: Vec<String> =
        fold(&query.words).split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<(Rank, Hit)> = Vec::new();
    for plan in library.plans() {
        if query.questionnaire.as_deref().is_some_and(|id| id != plan.id().as_str()) {
            continue;
        }
        for slot in plan.slots().filter(|&slot| fits(&plan, slot, query)) {
            if let Some(rank) = rank(&plan, slot, &words) {
                found.push((rank, Hit { plan: Arc::clone(&plan), slot }));
            }
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, hit)| hit).collect()
}

fn fits(plan: &Plan, slot: usize, query: &Query) -> bool {
    let of_article = query.article.as_deref().is_none_or(|article| {
        let article = article.trim();
        plan.section(slot).article.as_deref() == Some(article)
            || plan
                .provisions(slot)
                .iter()
                .any(|p| p.article() == article || p.as_str() == article)
    });
    let of_lens =
        query.lens.is_none_or(|lens| plan.question(slot).lenses.contains(&lens));
    of_article && of_lens
}

fn rank(plan: &Plan, slot: usize, words: &[String]) -> Option<Rank> {
    let question = plan.question(slot);
    let section = plan.section(slot);
    let mut title = format!("{} {}", section.id, section.title);
    for provision in plan.provisions(slot) {
        title.push_str(&format!(" {provision}"));
    }
    for choice in plan.options(slot) {
        title.push_str(&format!(" {} {}", choice.value, choice.label));
    }
    for column in plan.columns(slot) {
        title.push_str(&format!(" {}", column.label));
    }
    let texts = [
        (Rank::Id, question.id.to_string()),
        (Rank::Text, question.text.clone()),
        (Rank::Title, title),
        (
            Rank::Help,
            [&question.help, &question.evidence_hint]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" "),
        ),
    ]
    .map(|(rank, text)| (rank, fold(&text)));
    let mut worst = Rank::Id;
    for word in words {
        let best = texts.iter().find(|(_, text)| has(text, word))?;
        worst = worst.max(best.0);
    }
    Some(worst)
}

/// Says whether a word begins somewhere in a text; in scripts that write without spaces,
/// whether it stands there.
fn has(text: &str, word: &str) -> bool {
    let anywhere = word.chars().next().is_some_and(|c| c >= '\u{2e80}');
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        anywhere || !before.is_some_and(char::is_alphanumeric)
    })
}

/// Returns a text in small letters, without accents and vowel marks.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => out.push('i'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'ý' | 'ÿ' => out.push('y'),
            'ś' | 'š' | 'ş' => out.push('s'),
            'ź' | 'ž' | 'ż' => out.push('z'),
            'ł' => out.push('l'),
            'ğ' => out.push('g'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ё' => out.push('е'),
            'أ' | 'إ' | 'آ' => out.push('ا'),
            'ى' => out.push('ي'),
            '’' => out.push('\''),
            // Combining accents, Arabic vowel marks and the stretching line.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(words: &str, narrow: impl Fn(&mut Query)) -> Vec<String> {
        let mut query = Query { words: words.to_owned(), ..Query::default() };
        narrow(&mut query);
        let hits = search(&Library::embedded(), &query);
        hits.iter().map(|hit| hit.plan.question(hit.slot).id.to_string()).collect()
    }

    /// An id is found first, with its follow-ups behind it.
    #[test]
    fn finds_ids_first() {
        let found = ids("untoc-5-q1", |_| {});
        assert_eq!(found.first().map(String::as_str), Some("untoc-5-q1"));
        assert!(found.iter().any(|id| id == "untoc-5-q1a"));
    }

    /// All words must be there, whatever their capitals; words are found by their start.
    #[test]
    fn finds_all_words() {
        let found = ids("Organized GROUP particip", |_| {});
        assert!(found.iter().any(|id| id == "untoc-5-q1"), "{found:?}");
        assert!(ids("organized xylophone", |_| {}).is_empty());
        assert!(!has("part", "art") && has("in part", "part") && has("执行法律", "法律"));
    }

    /// Questionnaire, article and view leave out the rest, also without words.
    #[test]
    fn narrows() {
        let of_article = ids("", |query| {
            query.questionnaire = Some("tip-cluster-1".to_owned());
            query.article = Some("5".to_owned());
        });
        assert!(!of_article.is_empty());
        assert!(of_article.iter().all(|id| id.starts_with("tip-")));
        let of_lens = ids("", |query| query.lens = Some(Lens::Gender));
        assert!(!of_lens.is_empty() && of_lens.len() < ids("", |_| {}).len());
    }

    /// Accents and vowel marks do not matter.
    #[test]
    fn folds_accents() {
        assert_eq!(fold("Ministère Ñandú ÉTAT"), "ministere nandu etat");
        assert_eq!(fold("Ёлка"), "елка");
        assert_eq!(fold("مُحَمَّد"), "محمد");
    }
}
