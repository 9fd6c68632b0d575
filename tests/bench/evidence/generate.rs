//! An invented case table of 40 columns, the same for the same number of rows.

use std::io::{self, Write};

use untoc_evidence::{TableSchema, read_schema};

/// What the table is like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// One row in so many has one bad cell; 0 for none.
    pub(crate) bad: u64,
    /// Every cell stands in quotes.
    pub(crate) quoted: bool,
    /// Forty columns of one or two digits.
    pub(crate) short: bool,
}

/// Numbers that look random and are the same each time.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 >> 33) ^ self.0;
        mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) % below
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[usize::try_from(self.next(list.len() as u64)).unwrap()]
    }

    fn hex(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| char::from_digit(u32::try_from(self.next(16)).unwrap(), 16).unwrap())
            .collect()
    }

    fn country(&mut self) -> String {
        let n = u32::try_from(self.next(249)).unwrap();
        let letter = |n: u32| char::from_u32(u32::from(b'A') + n % 26).unwrap();
        format!("{}{}{}", letter(n), letter(n / 26 + 3), letter(n / 7))
    }
}

const TEXTS: [&str; 6] = [
    "was found with others in a workshop, and said so",
    "a dit qu'elle ne savait pas où elle était, \"là-bas\"",
    "сообщила об этом позже,\nпосле освобождения",
    "لم تكن تعرف المكان",
    "后来在另一个城市被发现",
    "no conocía a nadie; la llevaron de noche",
];

/// Writes a table, and returns its schema if it is not the usual one.
pub(crate) fn table(
    rows: usize,
    shape: Shape,
    out: &mut dyn Write,
) -> io::Result<Option<TableSchema>> {
    if shape.short {
        return short(rows, out).map(Some);
    }
    let mut seeded = Seeded(42);
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("schema.json")).unwrap();
    let names: Vec<&str> = schema["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["name"].as_str().unwrap())
        .collect();
    writeln!(out, "{}", names.join(","))?;
    for row in 0..rows {
        let mut cells = cells(row, &mut seeded);
        if shape.bad > 0 && (row as u64) % shape.bad == shape.bad / 2 {
            let at = usize::try_from(seeded.next(39)).unwrap();
            cells[at] = "wrong!".repeat(20);
        }
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                out.write_all(b",")?;
            }
            if shape.quoted || cell.contains([',', '"', '\n']) {
                write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
            } else {
                out.write_all(cell.as_bytes())?;
            }
        }
        out.write_all(b"\n")?;
    }
    Ok(None)
}

fn cells(row: usize, seeded: &mut Seeded) -> Vec<String> {
    let mut cells = vec![format!("CASE-{row:010}")];
    cells.push(format!(
        "{}-{}-4{}-a{}-{}",
        seeded.hex(8),
        seeded.hex(4),
        seeded.hex(3),
        seeded.hex(3),
        seeded.hex(12)
    ));
    cells.extend((0..3).map(|_| seeded.country()));
    for _ in 0..3 {
        let (year, month, day) =
            (2000 + seeded.next(25), 1 + seeded.next(12), 1 + seeded.next(28));
        cells.push(format!("{year}-{month:02}-{day:02}"));
    }
    cells.extend((0..16).map(|_| seeded.pick(&["yes", "no", "unknown", ""]).to_owned()));
    cells.push(seeded.pick(&["Female", "Male", "Other", "Unknown"]).to_owned());
    cells.push(
        seeded
            .pick(&[
                "0-8", "9-17", "18-20", "21-23", "24-26", "27-29", "30-38", "39-47",
                "48+",
            ])
            .to_owned(),
    );
    cells.push(
        seeded
            .pick(&[
                "ForcedLabour",
                "SexualExploitation",
                "Servitude",
                "OrganRemoval",
                "Other",
            ])
            .to_owned(),
    );
    let age = seeded.next(81);
    cells.push(if age == 80 { "-99".to_owned() } else { age.to_string() });
    cells.extend((0..3).map(|_| seeded.next(1000).to_string()));
    cells.push(format!("{}.{:02}", seeded.next(100_000), seeded.next(100)));
    cells.push(format!("{}.{}", seeded.next(180), seeded.next(10)));
    cells.push(seeded.hex(64));
    cells.push(format!("https://example.org/cases/{}/{}", seeded.hex(6), row));
    cells.push(format!(
        "{}{:05}",
        seeded.pick(&["AB", "CD", "EF"]),
        seeded.next(100_000)
    ));
    cells.push((2000 + seeded.next(25)).to_string());
    cells.push(seeded.pick(&["Police", "NGO", "CourtOrProsecution", "Other"]).to_owned());
    cells.push(seeded.pick(&TEXTS).to_owned());
    cells.push(
        seeded.pick(&["confirmed", "presumed", "unknown status of the case"]).to_owned(),
    );
    cells
}

fn short(rows: usize, out: &mut dyn Write) -> io::Result<TableSchema> {
    let mut seeded = Seeded(7);
    let names: Vec<String> = (0..40).map(|at| format!("c{at}")).collect();
    writeln!(out, "{}", names.join(","))?;
    for _ in 0..rows {
        let cells: Vec<String> = (0..40).map(|_| seeded.next(20).to_string()).collect();
        writeln!(out, "{}", cells.join(","))?;
    }
    let fields: Vec<serde_json::Value> = names
        .iter()
        .map(|name| serde_json::json!({"name": name, "type": "integer", "constraints": {"required": true, "minimum": 0, "maximum": 20}}))
        .collect();
    Ok(read_schema(&serde_json::json!({"fields": fields}), "").0)
}
