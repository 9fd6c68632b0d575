//! Checksums of files, as descriptors write them: `sha256:…`, or MD5 without a name.

use std::io;

use md5::Md5;
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use crate::source::{Source, read_full};

/// A checksum that is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    method: Method,
    /// The checksum in hexadecimal, in lower case.
    expected: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Md5,
    Sha1,
    Sha256,
    Sha512,
}

/// The names of the methods.
pub(super) const METHODS: [&str; 4] = ["md5", "sha1", "sha256", "sha512"];

impl Digest {
    /// Reads a checksum; none if its method is not known or it is no checksum.
    pub fn read(text: &str) -> Option<Self> {
        let (method, expected) = text.split_once(':').unwrap_or(("md5", text));
        let (method, length) = match method.to_ascii_lowercase().replace('-', "").as_str()
        {
            "md5" => (Method::Md5, 32),
            "sha1" => (Method::Sha1, 40),
            "sha256" => (Method::Sha256, 64),
            "sha512" => (Method::Sha512, 128),
            _ => return None,
        };
        let expected = expected.trim().to_ascii_lowercase();
        let right =
            expected.len() == length && expected.bytes().all(|b| b.is_ascii_hexdigit());
        right.then_some(Self { method, expected })
    }

    /// Says whether files, one after the other, have this checksum.
    pub(super) fn fits(&self, sources: &[&dyn Source]) -> io::Result<bool> {
        let found = match self.method {
            Method::Md5 => hash::<Md5>(sources)?,
            Method::Sha1 => hash::<Sha1>(sources)?,
            Method::Sha256 => hash::<Sha256>(sources)?,
            Method::Sha512 => hash::<Sha512>(sources)?,
        };
        Ok(found == self.expected)
    }
}

fn hash<D: sha2::Digest>(sources: &[&dyn Source]) -> io::Result<String> {
    let mut digest = D::new();
    let mut piece = vec![0; 1 << 20];
    for source in sources {
        let mut offset = 0;
        loop {
            let count = read_full(*source, offset, &mut piece)?;
            if count == 0 {
                break;
            }
            digest.update(piece.get(..count).unwrap_or_default());
            offset += count as u64;
        }
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known checksums of "abc" fit in all methods, whole or in parts, and others do not.
    #[test]
    fn knows_checksums() {
        let (a, bc) = (b"a".to_vec(), b"bc".to_vec());
        for text in [
            "900150983cd24fb0d6963f7d28e17f72",
            "md5:900150983CD24FB0D6963F7D28E17F72",
            "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ] {
            let digest = Digest::read(text).unwrap();
            assert!(digest.fits(&[&a, &bc]).unwrap(), "{text}");
            assert!(!digest.fits(&[&bc, &a]).unwrap(), "{text}");
        }
        for text in
            ["", "crc32:12345678", "sha256:12", "md5:zz0150983cd24fb0d6963f7d28e17f72"]
        {
            assert_eq!(Digest::read(text), None, "{text}");
        }
    }
}
