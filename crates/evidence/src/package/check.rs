//! Checking the files of a package: are they there, are they what was promised, and does
//! each table hold what its schema says.

use std::io;

use untoc_core::{Code, Finding, Place, Severity};
use untoc_intake::Refusal;

use super::joined::Joined;
use super::{Content, DataPackage, PackageFiles, Resource, inline};
use crate::check::{Checked, TableReport, check_with, reference_finding};
use crate::columns::match_fields;
use crate::disclosure::{Disclosure, Question, check_disclosure};
use crate::encoding::Encoding;
use crate::keys::KeySet;
use crate::layout::{Dialect, Layout};
use crate::source::Source;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;
use crate::workbook::{Workbook, is_workbook, read_workbook_sheet};

/// How the files of a package are read and checked.
#[derive(Clone, Copy, Default)]
pub struct PackageOptions<'a> {
    /// How each table is read; the dialect is that of the resource, and progress is told
    /// over all files of the package.
    pub reading: Reading<'a>,
    /// What tables without a schema of their own should hold.
    pub profile: Option<&'a TableSchema>,
    /// What the privacy check is asked; none leaves it out.
    pub question: Option<&'a Question>,
}

/// What the check of a package found.
#[derive(Debug, Clone, Default)]
pub struct PackageReport {
    /// The resources, in the order of the descriptor.
    pub resources: Vec<ResourceReport>,
    /// Findings about the descriptor; their places are pointers into it.
    pub findings: Vec<Finding>,
}

/// What the check of a resource found.
#[derive(Debug, Clone)]
pub struct ResourceReport {
    /// The name.
    pub name: String,
    /// The file, as findings name it: its path, or the name of a resource without one.
    pub file: String,
    /// The layout of a table.
    pub layout: Option<Layout>,
    /// What the check of a table found; its findings name the file.
    pub table: Option<TableReport>,
    /// What the privacy check found; its findings name the file.
    pub disclosure: Option<Disclosure>,
}

/// Parts of a scratch that one resource may use.
const PARTS: usize = 256 * KeySet::SCRATCH_PARTS;

/// Checks the files of a package.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn check_package(
    package: &DataPackage,
    files: &dyn PackageFiles,
    options: &PackageOptions<'_>,
) -> io::Result<PackageReport> {
    let mut report = PackageReport::default();
    let links = links(package);
    let mut sets: Vec<Vec<Option<KeySet<'_>>>> = Vec::new();
    let mut before = 0;
    for (at, resource) in package.resources.iter().enumerate() {
        let findings = Vec::new();
        let mut one = One { at, resource, files, options, before, length: 0, findings };
        let keys: Vec<Vec<String>> =
            links.iter().flat_map(|link| link.keys_of(at)).cloned().collect();
        let (mut found, own) = one.check(&keys)?;
        before += one.length;
        report.findings.append(&mut one.findings);
        let name = found.file.clone();
        let table = found.table.iter_mut().flat_map(|table| &mut table.findings);
        let privacy = found.disclosure.iter_mut().flat_map(|found| &mut found.findings);
        table.chain(privacy).for_each(|finding| finding.set_file(&name));
        report.resources.push(found);
        sets.push(own.into_iter().map(Some).collect());
    }
    compare(&links, &mut sets, &mut report)?;
    Ok(report)
}

/// A foreign key: which resource refers to which.
struct Link<'a> {
    from: usize,
    to: usize,
    fields: &'a Vec<String>,
    reference: &'a Vec<String>,
    resource: Option<&'a str>,
}

impl<'a> Link<'a> {
    /// The keys whose values are wanted of a resource, those that refer first.
    fn keys_of(&self, at: usize) -> impl Iterator<Item = &'a Vec<String>> {
        let from = (self.from == at).then_some(self.fields);
        let to = (self.to == at).then_some(self.reference);
        from.into_iter().chain(to)
    }
}

fn links(package: &DataPackage) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    for (from, resource) in package.resources.iter().enumerate() {
        for key in resource.schema.iter().flat_map(|schema| &schema.foreign_keys) {
            let to = match &key.resource {
                None => Some(from),
                Some(name) => package.resources.iter().position(|r| r.name == *name),
            };
            if let Some(to) = to {
                let (fields, reference) = (&key.fields, &key.reference);
                let resource = key.resource.as_deref();
                links.push(Link { from, to, fields, reference, resource });
            }
        }
    }
    links
}

/// Looks up each reference; `sets` holds the values of each resource in the order of the
/// links.
fn compare(
    links: &[Link<'_>],
    sets: &mut [Vec<Option<KeySet<'_>>>],
    report: &mut PackageReport,
) -> io::Result<()> {
    let mut next = vec![0; sets.len()];
    for link in links {
        let mut take = |at: usize| {
            let place = next.get_mut(at)?;
            *place += 1;
            sets.get_mut(at)?.get_mut(*place - 1)?.take()
        };
        let (from, to) = (take(link.from), take(link.to));
        let (Some(from), Some(mut to)) = (from, to) else { continue };
        let finding = reference_finding(link.fields, link.resource, from, &mut to)?;
        let Some(resource) = report.resources.get_mut(link.from) else { continue };
        if let (Some(mut finding), Some(table)) = (finding, &mut resource.table) {
            finding.set_file(&resource.file);
            table.findings.push(finding);
        }
    }
    Ok(())
}

/// One resource that is being checked.
struct One<'a, 'o> {
    at: usize,
    resource: &'a Resource,
    files: &'a dyn PackageFiles,
    options: &'a PackageOptions<'o>,
    /// The bytes of the files of the resources before, and of its own.
    before: u64,
    length: u64,
    findings: Vec<Finding>,
}

impl<'a, 'o> One<'a, 'o> {
    fn say(&mut self, code: Code, key: &str) -> Finding {
        Finding::new(code, Place::pointer(format!("/resources/{}{key}", self.at)))
    }

    fn check(
        &mut self,
        keys: &[Vec<String>],
    ) -> io::Result<(ResourceReport, Vec<KeySet<'o>>)> {
        let resource = self.resource;
        let mut report = ResourceReport {
            name: resource.name.clone(),
            file: file_name(resource),
            layout: None,
            table: None,
            disclosure: None,
        };
        let data = match &resource.content {
            Content::Nothing => return Ok((report, Vec::new())),
            Content::Inline(data) => inline::to_csv(data, resource.schema.as_ref()),
            Content::Files(_) => None,
        };
        let opened = match &resource.content {
            Content::Files(paths) => self.open(paths)?,
            Content::Inline(_) | Content::Nothing => Vec::new(),
        };
        self.length = opened.iter().map(|source| source.length()).sum();
        let sources: Vec<&dyn Source> = match &data {
            Some(csv) => vec![csv],
            None => opened.iter().map(|source| &**source).collect(),
        };
        if sources.is_empty() {
            if matches!(resource.content, Content::Inline(_)) {
                let finding = self.say(Code::PackageNotChecked, "/data");
                let wrong =
                    if resource.is_table { Severity::Error } else { Severity::Note };
                self.findings.push(finding.plain("kind", "data").with_severity(wrong));
            }
            return Ok((report, Vec::new()));
        }
        self.promises(&sources)?;
        if !resource.is_table {
            let finding = self.say(Code::PackageNotChecked, "");
            self.findings.push(finding.plain("kind", "file").plain("item", &report.file));
            return Ok((report, Vec::new()));
        }
        let sets = self.table(&sources, data.is_some(), keys, &mut report)?;
        Ok((report, sets))
    }

    /// Opens all files; none if one is not there.
    fn open(
        &mut self,
        paths: &[untoc_intake::SafePath],
    ) -> io::Result<Vec<Box<dyn Source + 'a>>> {
        let (files, at) = (self.files, self.at);
        let mut opened: Vec<Box<dyn Source + 'a>> = Vec::new();
        let mut complete = true;
        for path in paths {
            match files.open(path)? {
                Some(source) => opened.push(source),
                None => {
                    complete = false;
                    let place = Place::pointer(format!("/resources/{at}/path"));
                    let finding = Finding::new(Code::PackageFileMissing, place);
                    self.findings.push(finding.plain("item", path));
                }
            }
        }
        if !complete {
            opened.clear();
        }
        Ok(opened)
    }

    /// Compares the bytes with what the descriptor promises.
    fn promises(&mut self, sources: &[&dyn Source]) -> io::Result<()> {
        if matches!(self.resource.content, Content::Inline(_)) {
            return Ok(());
        }
        let item = file_name(self.resource);
        let length: u64 = sources.iter().map(|source| source.length()).sum();
        if let Some(bytes) = self.resource.bytes.filter(|bytes| *bytes != length) {
            let finding = self.say(Code::PackageFileDiffers, "/bytes");
            let finding = finding.plain("kind", "bytes").plain("item", &item);
            self.findings.push(finding.plain("value", length).plain("expected", bytes));
        }
        if let Some(hash) = &self.resource.hash
            && !hash.fits(sources)?
        {
            let finding = self.say(Code::PackageFileDiffers, "/hash");
            self.findings.push(finding.plain("kind", "hash").plain("item", &item));
        }
        Ok(())
    }

    fn table(
        &mut self,
        sources: &[&dyn Source],
        inline: bool,
        keys: &[Vec<String>],
        report: &mut ResourceReport,
    ) -> io::Result<Vec<KeySet<'o>>> {
        let resource = self.resource;
        let book = match sources {
            [one] if !inline && is_workbook(*one)? => match self.workbook(*one)? {
                Ok(book) => Some(book),
                Err(finding) => {
                    report.table = Some(TableReport::refused(finding));
                    return Ok(Vec::new());
                }
            },
            _ => None,
        };
        let joined = match sources {
            [_] => None,
            many => Some(Joined::new(many)?),
        };
        let source: &dyn Source = match (&book, &joined, sources) {
            (Some(book), ..) => &book.csv,
            (None, Some(joined), _) => joined,
            (None, None, [one, ..]) => *one,
            (None, None, []) => return Ok(Vec::new()),
        };
        let mut dialect = resource.dialect.clone();
        if inline || book.is_some() {
            dialect.encoding = Encoding::from_name("utf-8");
            dialect.delimiter = Some(b',');
        }
        let schema = resource.schema.as_ref().or(self.options.profile);
        let table = open(source, &mut dialect, schema)?;
        let part = |(scratch, first)| (scratch, first + self.at * PARTS);
        let scratch = self.options.reading.scratch.map(part);
        let (before, length) = (self.before, self.length);
        let told = self.options.reading.progress;
        // The sheet of a workbook may be longer than its file.
        let progress = move |bytes: u64| {
            if let Some(told) = told {
                told(before + bytes.min(length));
            }
        };
        let reading = Reading {
            dialect: &dialect,
            scratch,
            progress: told.is_some().then_some(&progress as &(dyn Fn(u64) + Sync)),
            ..self.options.reading
        };
        let Checked { report: mut found, sets } =
            check_with(&table, schema, &reading, scratch, keys)?;
        if let Some(question) = self.options.question {
            let disclosure = check_disclosure(
                &table,
                schema,
                &found.matched,
                None,
                question,
                &reading,
            )?;
            report.disclosure = Some(disclosure);
        }
        if inline || book.is_some() {
            // Such a table has rows, not lines.
            let own = report.disclosure.iter_mut().flat_map(|d| &mut d.findings);
            let all = own.chain(&mut found.findings).flat_map(|f| &mut f.places);
            all.for_each(|place| place.line = None);
        }
        if let Some(book) = &book {
            found.findings.extend(book.findings.iter().cloned());
        }
        report.layout = Some(table.layout.clone());
        report.table = Some(found);
        Ok(sets)
    }

    fn workbook(&self, source: &dyn Source) -> io::Result<Result<Workbook, Finding>> {
        let sheet = &self.resource.sheet;
        match read_workbook_sheet(source, sheet) {
            Ok(book) => Ok(Ok(book)),
            Err(Refusal::Finding(finding)) => Ok(Err(*finding)),
            Err(Refusal::Io(error)) => Err(error),
        }
    }
}

/// Opens a table. Where nothing is said about the header, it is the first row if that has
/// names of the schema, and else it is worked out.
fn open<'s>(
    source: &'s dyn Source,
    dialect: &mut Dialect,
    schema: Option<&TableSchema>,
) -> io::Result<Table<'s>> {
    if let (None, Some(schema)) = (&dialect.header_rows, schema) {
        let first = Dialect { header_rows: Some(vec![1]), ..dialect.clone() };
        let table = Table::open(source, &first)?;
        if match_fields(schema, &table.layout).columns.iter().any(Option::is_some) {
            *dialect = first;
            return Ok(table);
        }
    }
    Table::open(source, dialect)
}

fn file_name(resource: &Resource) -> String {
    match &resource.content {
        Content::Files(paths) => paths.first().map(|path| path.as_str().to_owned()),
        Content::Inline(_) | Content::Nothing => None,
    }
    .unwrap_or_else(|| resource.name.clone())
}
