//! Takes laws, cases, authorities and table rows field by field.

use std::sync::Arc;

use untoc_core::{
    Cell, CellKind, Law, LawId, LawKind, Plan, PlanColumn, Row, Value, slug,
};

use crate::error::CommandError;
use crate::value_input::{parse_cell, parse_choice};

use super::ask::Typed;
use super::{Interview, Next, screen};

impl Interview<'_, '_> {
    /// Takes the rows of a question; every row is saved at once.
    pub(super) fn rows(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
    ) -> Result<Next, CommandError> {
        loop {
            let rows = self.current_rows(plan, slot)?;
            screen::rows(self.output, plan, slot, &rows)?;
            self.output.line("  add: type a new row   remove N: take row N out   Enter: go on   :none, :back, :stop, :help")?;
            self.output.flush()?;
            let typed = self.asker.ask("rows> ", "")?;
            match typed {
                Typed::Nothing => return Ok(Next::Forward),
                Typed::End => return Ok(Next::Stop),
                Typed::Word(word, text) => {
                    if let Some(next) = self.word(plan, slot, &word, &text)? {
                        return Ok(next);
                    }
                }
                Typed::Line(line) => self.row_command(plan, slot, &line, rows)?,
            }
        }
    }

    fn current_rows(&self, plan: &Plan, slot: usize) -> Result<Vec<Row>, CommandError> {
        let response = self.session.response(plan)?;
        let entry = response.answers.get(plan.question(slot).id.as_str());
        let rows = entry.and_then(|e| e.value.as_ref()).and_then(Value::as_rows);
        Ok(rows.map(<[Row]>::to_vec).unwrap_or_default())
    }

    fn row_command(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
        line: &str,
        mut rows: Vec<Row>,
    ) -> Result<(), CommandError> {
        let lower = line.to_lowercase();
        if lower == "add" || lower == "a" {
            if let Some(row) = self.ask_row(plan, slot)? {
                rows.push(row);
                self.save_value(plan, slot, Value::Rows(rows))?;
            }
            return Ok(());
        }
        let number =
            lower.strip_prefix("remove").and_then(|n| n.trim().parse::<usize>().ok());
        match number.and_then(|n| n.checked_sub(1)).filter(|at| *at < rows.len()) {
            Some(at) => {
                rows.remove(at);
                if rows.is_empty() {
                    self.save(plan, slot, |entry| entry.value = None)
                } else {
                    self.save_value(plan, slot, Value::Rows(rows))
                }
            }
            None => self
                .output
                .line("  type add, or remove and the number of a row, or Enter to go on"),
        }
    }

    /// Asks for the cells of a row; `None` if all are left empty.
    fn ask_row(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
    ) -> Result<Option<Row>, CommandError> {
        let mut row = Row::default();
        for column in plan.columns(slot) {
            match self.ask_cell(column)? {
                Ok(Some(cell)) => row.0.push((column.key.clone(), cell)),
                Ok(None) => {}
                Err(Stopped) => {
                    self.output.line("  the row was not saved")?;
                    return Ok(None);
                }
            }
        }
        if row.0.is_empty() {
            self.output.line("  the row is empty and was not saved")?;
            return Ok(None);
        }
        Ok(Some(row))
    }

    fn ask_cell(
        &mut self,
        column: &PlanColumn,
    ) -> Result<Result<Option<Cell>, Stopped>, CommandError> {
        screen::column(self.output, column)?;
        if column.kind == CellKind::Law {
            self.show_laws()?;
        }
        loop {
            self.output.flush()?;
            let prompt = format!("{}> ", column.label);
            let line = match self.asker.ask(&prompt, "")? {
                Typed::Nothing if column.required => {
                    self.output
                        .line("  this is needed; type :stop to leave the row out")?;
                    continue;
                }
                Typed::Nothing => return Ok(Ok(None)),
                Typed::Word(..) | Typed::End => return Ok(Err(Stopped)),
                Typed::Line(line) => line,
            };
            let understood = match column.kind {
                CellKind::Law => self
                    .find_law(&line)?
                    .map(Cell::Text)
                    .ok_or_else(|| CommandError::usage("no law was chosen")),
                CellKind::Choice => by_number(column, &line)
                    .map_or_else(|| parse_choice(&column.options, &line), Ok)
                    .map(Cell::Text),
                CellKind::Questions => match questions(column, &line) {
                    ids if ids.is_empty() => parse_cell(column, &line),
                    ids => Ok(Cell::List(ids)),
                },
                CellKind::Text
                | CellKind::Integer
                | CellKind::Number
                | CellKind::Date
                | CellKind::Link
                | CellKind::Texts => parse_cell(column, &line),
            };
            match understood {
                Ok(cell) => return Ok(Ok(Some(cell))),
                Err(error) => self.complain(&error)?,
            }
        }
    }

    fn show_laws(&mut self) -> Result<(), CommandError> {
        for (number, law) in self.session.laws()?.laws.iter().enumerate() {
            self.output.line(&format!("  {}  {} ({})", number + 1, law.title, law.id))?;
        }
        self.output.line(
            "  type a number or an id, or the title of a law that is not listed yet",
        )
    }

    /// Finds a law by number, id or title; offers to add one that is not listed.
    fn find_law(&mut self, line: &str) -> Result<Option<String>, CommandError> {
        let laws = self.session.laws()?.clone();
        let at = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let lower = line.to_lowercase();
        let known = at.and_then(|at| laws.laws.get(at)).or_else(|| {
            laws.laws
                .iter()
                .find(|law| law.id.as_str() == line || law.title.to_lowercase() == lower)
        });
        if let Some(law) = known {
            return Ok(Some(law.id.to_string()));
        }
        if at.is_some() {
            return Ok(None);
        }
        if !self
            .asker
            .ask_yes(&format!("\"{line}\" is not in the register; add it?"), true)?
        {
            return Ok(None);
        }
        let id = loop {
            let proposed = slug(line).unwrap_or_default();
            let typed = match self
                .asker
                .ask("short id (small letters, digits, hyphens)> ", &proposed)?
            {
                Typed::Line(line) => line,
                Typed::Nothing => proposed,
                Typed::Word(..) | Typed::End => return Ok(None),
            };
            match LawId::parse(&typed) {
                Ok(id) if laws.get(id.as_str()).is_none() => break id,
                Ok(_) => self.output.line("  another law has this id")?,
                Err(error) => self.output.line(&format!("  {error}"))?,
            }
            self.output.flush()?;
        };
        let names: Vec<_> = LawKind::ALL.iter().map(|kind| kind.as_str()).collect();
        let kind = self.ask_line(&format!("kind ({}) [act]> ", names.join(", ")))?;
        let kind =
            kind.and_then(|text| LawKind::from_name(&text)).unwrap_or(LawKind::Act);
        let mut laws = laws;
        laws.laws.push(Law {
            id: id.clone(),
            title: line.to_owned(),
            kind,
            date: None,
            language: None,
            link: None,
            sherloc: None,
            eli: None,
            ecli: None,
        });
        laws.laws.sort_by(|a, b| a.id.cmp(&b.id));
        self.session.save_laws(laws)?;
        self.output.line(&format!(
            "  added {id} to the register; complete it later with untoc laws add"
        ))?;
        Ok(Some(id.to_string()))
    }
}

/// The user left the row.
struct Stopped;

fn by_number(column: &PlanColumn, line: &str) -> Option<String> {
    let at = line.trim().parse::<usize>().ok()?.checked_sub(1)?;
    column.options.get(at).map(|choice| choice.value.clone())
}

/// Reads numbers of the listed questions; an empty list if the line holds anything else.
fn questions(column: &PlanColumn, line: &str) -> Vec<String> {
    let words = line.split([',', ' ']).filter(|word| !word.is_empty());
    let found: Option<Vec<_>> = words.map(|word| by_number(column, word)).collect();
    found.unwrap_or_default()
}
