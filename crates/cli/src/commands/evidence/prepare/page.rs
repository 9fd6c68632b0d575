//! What was done with a table, and what is still open, for people.

use std::collections::BTreeMap;

use untoc_evidence::{Because, Disclosure, Open, Prepared, Proposal, Undecided};
use untoc_report::{Argument, Ink};

use super::super::verdict;
use super::Prepare;
use crate::world::{World, show_path};

/// What is shown.
pub(super) struct Page<'a> {
    pub(super) world: &'a World,
    pub(super) arguments: &'a Prepare,
    pub(super) proposal: &'a Proposal,
}

impl Page<'_> {
    fn title(&self, name: &str) -> String {
        format!("{}\n", self.world.style.paint(Ink::Strong, name))
    }

    fn say(&self, page: &mut String, key: &str, arguments: &[(&str, Argument<'_>)]) {
        let text = self.world.words().say(key, arguments);
        verdict::line(page, self.world, &text);
    }

    /// One line for each column.
    fn steps(&self, page: &mut String) {
        let Proposal { recipe, confidence, because, .. } = self.proposal;
        let steps = recipe.columns.iter().zip(confidence.iter().zip(because));
        for (step, (sure, because)) in steps {
            let decided = *because == Because::Decided;
            self.say(
                page,
                "prepare-step",
                &[
                    ("from", step.from.as_str().into()),
                    ("how", step.how.as_str().into()),
                    ("to", step.target().unwrap_or_default().into()),
                    ("because", because.as_str().into()),
                    ("sure", if decided { "" } else { "yes" }.into()),
                    ("percent", i64::from(*sure).into()),
                ],
            );
        }
    }

    /// What was written, and who may see it.
    pub(super) fn written(
        &self,
        prepared: &Prepared,
        before: &Disclosure,
        after: &Disclosure,
    ) -> String {
        let mut page = self.title(&show_path(&self.arguments.output));
        self.steps(&mut page);
        self.say(
            &mut page,
            "prepare-written",
            &[("rows", prepared.rows.into()), ("columns", prepared.columns.len().into())],
        );
        for (key, found) in [("prepare-before", before), ("prepare-after", after)] {
            let verdict = found.verdict.as_str();
            let verdict = self
                .world
                .words()
                .say("evidence-verdict", &[("verdict", verdict.into())]);
            let below = found.rows_below.get(1).copied().unwrap_or(0);
            let arguments = [
                ("verdict", verdict.into()),
                ("below", below.into()),
                ("rows", found.rows.into()),
            ];
            self.say(&mut page, key, &arguments);
        }
        self.say(&mut page, "evidence-no-proof", &[]);
        if after.verdict == untoc_evidence::Verdict::Blocked {
            let output = show_path(&self.arguments.output);
            self.say(&mut page, "prepare-next", &[("file", output.into())]);
        }
        page
    }

    /// What nobody has decided about yet.
    pub(super) fn open(&self, open: &Open) -> String {
        let mut page = self.title(&show_path(&self.arguments.file));
        self.steps(&mut page);
        for column in &open.columns {
            let steps = self.proposal.recipe.columns.iter().zip(&self.proposal.near);
            let near = steps.filter(|(step, _)| step.from == *column);
            let near = near.filter_map(|(_, near)| near.clone()).next();
            let guess = if near.is_some() { "yes" } else { "no" };
            let near = near.unwrap_or_default();
            let arguments = [
                ("column", column.as_str().into()),
                ("guess", guess.into()),
                ("near", near.into()),
            ];
            self.say(&mut page, "prepare-open-column", &arguments);
        }
        for (column, count) in &open.words {
            let step = self.proposal.recipe.column(column);
            let words: Vec<String> = step
                .map(|step| {
                    let open = step.values.iter().filter(|value| value.to.is_none());
                    open.map(|value| value.from.clone()).collect()
                })
                .unwrap_or_default();
            self.words(&mut page, column, *count, &words);
        }
        for column in &open.missing {
            self.say(&mut page, "prepare-missing", &[("column", column.as_str().into())]);
        }
        for field in &open.fields {
            self.say(&mut page, "prepare-unfilled", &[("field", field.as_str().into())]);
        }
        self.end(&mut page);
        page
    }

    /// Words that turned up when the table was written.
    pub(super) fn undecided(&self, undecided: &BTreeMap<String, Undecided>) -> String {
        let mut page = self.title(&show_path(&self.arguments.file));
        self.steps(&mut page);
        for (column, open) in undecided {
            let words: Vec<String> = open.words.iter().cloned().collect();
            self.words(&mut page, column, open.words.len(), &words);
        }
        self.end(&mut page);
        page
    }

    fn words(&self, page: &mut String, column: &str, count: usize, words: &[String]) {
        let shown = match self.arguments.show_values {
            true => self.world.words().all_of(words),
            false => String::new(),
        };
        self.say(
            page,
            "prepare-open-words",
            &[
                ("column", column.into()),
                ("count", count.into()),
                ("shown", if shown.is_empty() { "no" } else { "yes" }.into()),
                ("words", shown.into()),
            ],
        );
    }

    fn end(&self, page: &mut String) {
        let saved = self.arguments.save_recipe.as_deref().map(show_path);
        let arguments = [
            ("saved", if saved.is_some() { "yes" } else { "no" }.into()),
            ("file", saved.unwrap_or_default().into()),
        ];
        self.say(page, "prepare-nothing-written", &arguments);
    }
}
