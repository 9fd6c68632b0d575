//! The value of an answer out of its field or its cells.

use serde_json::Number;
use untoc_core::{Cell, CellKind, Kind, PlanColumn, Row, Value, is_blank};

use crate::address::Part;
use crate::decode::{Decoder, Expected, Reading, choice, date, number, trim};
use crate::filled::Filled;

impl Decoder<'_> {
    /// Reads the value.
    pub(crate) fn value(&mut self, filled: &Filled) -> Option<Value> {
        let kind = self.against.plan.question(self.against.slot).kind;
        if kind.has_rows() {
            if let Some(typed) = filled.part(Part::Value) {
                self.settle::<()>(Part::Value, None, typed, Err(Expected::Rows));
            }
            return self.rows(filled);
        }
        for (row, cells) in &filled.rows {
            for (column, typed) in cells.iter().filter(|(_, typed)| !is_blank(typed)) {
                let at = Some((*row, column.as_str()));
                self.settle::<()>(Part::Value, at, typed, Err(Expected::NoRows));
            }
        }
        let typed = filled.part(Part::Value)?;
        let result = self.plain(kind, typed);
        self.settle(Part::Value, None, typed, result)
    }

    fn plain(&self, kind: Kind, typed: &str) -> Result<Reading<Value>, Expected> {
        let options = self.against.plan.options(self.against.slot);
        match kind {
            Kind::Implementation | Kind::YesNo | Kind::Single => {
                choice::read_one(options, typed).map(|r| r.map(Value::Text))
            }
            Kind::Multiple => {
                choice::read_several(options, typed).map(|r| r.map(Value::List))
            }
            Kind::Text => Ok(Reading::exact(Value::Text(typed.to_owned()))),
            Kind::Number => read_number(typed, false).map(|r| r.map(Value::Number)),
            Kind::Date => read_date(typed).map(|r| r.map(Value::Text)),
            Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
                Err(Expected::Rows)
            }
        }
    }

    fn rows(&mut self, filled: &Filled) -> Option<Value> {
        let plan = self.against.plan;
        let columns = plan.columns(self.against.slot);
        let mut rows = Vec::new();
        for (number, cells) in &filled.rows {
            let mut row = Row::default();
            for column in columns {
                let Some(typed) = cells.get(&column.key).filter(|t| !is_blank(t)) else {
                    continue;
                };
                let at = Some((*number, column.key.as_str()));
                let result = self.cell(column, typed);
                if let Some(cell) = self.settle(Part::Value, at, typed, result) {
                    row.0.push((column.key.clone(), cell));
                }
            }
            let known = |key: &str| columns.iter().any(|column| column.key == key);
            for (key, typed) in
                cells.iter().filter(|(key, t)| !known(key) && !is_blank(t))
            {
                let keys = columns.iter().map(|column| column.key.clone()).collect();
                let at = Some((*number, key.as_str()));
                self.settle::<()>(Part::Value, at, typed, Err(Expected::Column(keys)));
            }
            if !row.0.is_empty() {
                rows.push(row);
            }
        }
        (!rows.is_empty()).then_some(Value::Rows(rows))
    }

    fn cell(&self, column: &PlanColumn, typed: &str) -> Result<Reading<Cell>, Expected> {
        match column.kind {
            CellKind::Text => Ok(Reading::exact(Cell::Text(typed.to_owned()))),
            CellKind::Link => {
                let link = trim(typed).to_owned();
                Ok(Reading::of(Cell::Text(link.clone()), typed, link))
            }
            CellKind::Integer => read_number(typed, true).map(|r| r.map(Cell::Number)),
            CellKind::Number => read_number(typed, false).map(|r| r.map(Cell::Number)),
            CellKind::Date => read_date(typed).map(|r| r.map(Cell::Text)),
            CellKind::Choice => {
                choice::read_one(&column.options, typed).map(|r| r.map(Cell::Text))
            }
            CellKind::Texts => {
                let items: Vec<String> = typed
                    .split(choice::SEPARATORS)
                    .map(trim)
                    .filter(|item| !item.is_empty())
                    .map(ToOwned::to_owned)
                    .collect();
                let written = choice::join(&items);
                Ok(Reading::of(Cell::List(items), typed, written))
            }
            CellKind::Law => Ok(self.law(typed)),
            CellKind::Questions => {
                // No id has a comma or a blank in it, so these may stand between ids.
                let listed = typed.replace([',', '،', '、'], ";");
                choice::read_several(&column.options, &listed)
                    .or_else(|_| choice::read_several(&column.options, typed))
                    .map(|r| {
                        let written = choice::join(&r.value);
                        Reading::of(Cell::List(r.value), typed, written)
                    })
            }
        }
    }

    /// Reads a law by its id, or by its title in the register.
    fn law(&self, typed: &str) -> Reading<Cell> {
        let id = trim(typed);
        let folded = choice::fold(id);
        let known = self.against.laws.and_then(|laws| {
            if laws.get(id).is_some() {
                return None;
            }
            let by_id = laws.laws.iter().find(|law| law.id.as_str() == folded);
            by_id.or_else(|| {
                laws.laws.iter().find(|law| choice::fold(&law.title) == folded)
            })
        });
        let id = known.map_or_else(|| id.to_owned(), |law| law.id.to_string());
        Reading::of(Cell::Text(id.clone()), typed, id)
    }
}

impl<T> Reading<T> {
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: change(self.value), written: self.written }
    }
}

fn read_number(typed: &str, whole: bool) -> Result<Reading<Number>, Expected> {
    let expected = if whole { Expected::WholeNumber } else { Expected::Number };
    let number = number::read(typed, whole).ok_or(expected)?;
    let written = number.to_string();
    Ok(Reading::of(number, typed, written))
}

fn read_date(typed: &str) -> Result<Reading<String>, Expected> {
    date::read(typed).map(|date| {
        let written = date.to_string();
        Reading::of(written.clone(), typed, written)
    })
}
