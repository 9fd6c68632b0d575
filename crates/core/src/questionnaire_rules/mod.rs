use crate::{Finding, OptionSets, Questionnaire};
/// x
pub fn check_questionnaires(_all: &[Questionnaire], _sets: &OptionSets) -> Vec<Finding> {
    Vec::new()
}
