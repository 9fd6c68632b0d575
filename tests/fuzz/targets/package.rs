//! Data Packages: whatever the descriptor, only safe paths are asked for, and its tables are
//! checked.

#![no_main]

use std::io;

use libfuzzer_sys::fuzz_target;
use untoc_evidence::{
    PackageFiles, PackageOptions, Question, Source, check_package, read_package,
};
use untoc_intake::SafePath;

struct Files;

impl PackageFiles for Files {
    fn open(&self, path: &SafePath) -> io::Result<Option<Box<dyn Source + '_>>> {
        let path = path.as_str();
        assert!(!path.starts_with('/') && !path.contains("://"));
        assert!(path.split('/').all(|part| !part.is_empty() && !part.starts_with('.')));
        let text = match path.rsplit('.').next() {
            Some("csv") => "id,centre\n1,A\nx,B\n",
            Some("json") => "{\"fields\": [{\"name\": \"id\", \"type\": \"integer\"}]}",
            _ => return Ok(None),
        };
        Ok(Some(Box::new(text.as_bytes().to_vec())))
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = serde_json::from_slice(bytes) else { return };
    let (package, _) = read_package(&value, &Files).expect("memory cannot fail");
    let question = Question::default();
    let options = PackageOptions { question: Some(&question), ..PackageOptions::default() };
    let report = check_package(&package, &Files, &options).expect("memory cannot fail");
    assert_eq!(report.resources.len(), package.resources.len());
});
