pub(crate) const ALL: &[fn(&crate::check::Context<'_>, &mut Vec<crate::Finding>)] = &[];
