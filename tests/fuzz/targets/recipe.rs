//! Recipes: what is read comes back, and any table can be written anew by it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_evidence::{Dialect, Reading, Recipe, Survey, Table, prepare, profile};

const TABLE: &str = "Case,Sex,Date of birth,Year,Nationality\n\
                     1,F,1999-05-06,2019,Kenya\n2,zz,31/12/2001,x,\n";

fuzz_target!(|text: &str| {
    let Ok(recipe) = Recipe::read(text) else { return };
    assert_eq!(Recipe::read(&recipe.to_text()).as_ref(), Ok(&recipe));
    let (Some(schema), bytes) = (profile("case"), TABLE.as_bytes().to_vec()) else {
        return;
    };
    let reading = Reading::default();
    let table = Table::open(&bytes, &Dialect::default()).expect("bytes can be read");
    let survey = Survey::of(&table, &reading).expect("bytes can be read");
    let prepared = prepare(&table, schema, &recipe, &survey, &reading);
    assert_eq!(prepared.expect("bytes can be read").rows, 2);
});
