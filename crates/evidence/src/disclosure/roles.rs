//! What each column says about a person: told by the schema, else by its name.

use crate::layout::Layout;
use crate::look::labels::{IDENTIFIERS, ROLES};
use crate::table_schema::{Role, TableSchema};

/// The roles of the columns of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles {
    /// For each column its role.
    pub(crate) of: Vec<Role>,
    /// Columns whose name says that they name or reach a person, with what.
    pub(crate) identifiers: Vec<(usize, &'static str)>,
    /// The names of the columns.
    pub(crate) labels: Vec<String>,
    /// A text that stands for no value in every column.
    pub(crate) null: Option<String>,
}

impl Roles {
    /// Works out the roles. `matched` says which column holds which field; `by_label` what
    /// the user says.
    pub(crate) fn new(
        layout: &Layout,
        schema: Option<&TableSchema>,
        matched: &[Option<usize>],
        by_label: &[(String, Role)],
    ) -> Self {
        let width = layout.labels.len();
        let mut given: Vec<Option<Role>> = vec![None; width];
        let mut described = vec![false; width];
        if let Some(schema) = schema {
            for (field, column) in schema.fields.iter().zip(matched) {
                let Some(at) = column else { continue };
                if let (Some(role), Some(known)) =
                    (given.get_mut(*at), described.get_mut(*at))
                {
                    *role = field.role;
                    *known = true;
                }
            }
        }
        for (label, role) in by_label {
            let at = layout.column(label).and_then(|at| given.get_mut(at));
            if let Some(given) = at {
                *given = Some(*role);
            }
        }
        let mut roles = Self { null: layout.null.clone(), ..Self::default() };
        for (at, (given, described)) in given.into_iter().zip(described).enumerate() {
            let label = layout.label(at);
            let named = IDENTIFIERS.kind(&label).filter(|_| given.is_none());
            if let Some(kind) = named {
                roles.identifiers.push((at, kind));
            }
            let role = given.unwrap_or_else(|| match (named, described) {
                (Some(_), _) => Role::Direct,
                // A profile says of its own fields which of them single a person out.
                (None, true) => Role::Other,
                (None, false) => of_name(&label),
            });
            if role == Role::Direct && named.is_none() {
                roles.identifiers.push((at, "given"));
            }
            roles.of.push(role);
            roles.labels.push(label);
        }
        roles
    }

    /// Returns the columns of a role.
    pub(crate) fn columns(&self, role: Role) -> Vec<usize> {
        self.of
            .iter()
            .enumerate()
            .filter(|(_, r)| **r == role)
            .map(|(at, _)| at)
            .collect()
    }

    /// Returns the name of a column.
    pub(crate) fn label(&self, at: usize) -> &str {
        self.labels.get(at).map_or("", String::as_str)
    }
}

fn of_name(label: &str) -> Role {
    match ROLES.kind(label) {
        Some("quasi") => Role::Quasi,
        Some("sensitive") => Role::Sensitive,
        Some("count") => Role::Count,
        _ => Role::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a broader copy calls its columns describes a person as the narrower one did.
    #[test]
    fn knows_broader_columns() {
        for label in ["period", "origin", "place_of_exploitation", "age_group"] {
            assert_eq!(of_name(label), Role::Quasi, "{label}");
        }
    }
}
