//! Check digits of numbers that name a person or an account.

fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|c| c.to_digit(10)).collect()
}

fn weighted(digits: &[u32], weights: impl IntoIterator<Item = u32>) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Payment cards and telephone sets (Luhn).
pub(super) fn luhn(text: &str) -> bool {
    let Some(digits) = digits(text) else { return false };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

/// Bank accounts (ISO 13616).
pub(super) fn iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else { return false };
    let country =
        head.get(..2).is_some_and(|c| c.bytes().all(|b| b.is_ascii_uppercase()));
    let check = head.get(2..).is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit()));
    if !(15..=34).contains(&text.len()) || !country || !check {
        return false;
    }
    let mut rest: u32 = 0;
    for c in tail.chars().chain(head.chars()) {
        let Some(value) = c.to_digit(36).filter(|_| !c.is_ascii_lowercase()) else {
            return false;
        };
        rest =
            if value > 9 { (rest * 100 + value) % 97 } else { (rest * 10 + value) % 97 };
    }
    rest == 1
}

/// Chinese identity cards (GB 11643).
pub(super) fn chinese(text: &str) -> bool {
    let Some((body, check)) = text.split_at_checked(17) else { return false };
    let Some(digits) = digits(body) else { return false };
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let expected = "10X98765432".chars().nth((weighted(&digits, weights) % 11) as usize);
    check.len() == 1 && check.to_uppercase().chars().next() == expected
}

/// Brazilian taxpayers (CPF).
pub(super) fn cpf(text: &str) -> bool {
    let Some(all) = digits(text).filter(|digits| digits.len() == 11) else {
        return false;
    };
    let check = |count: usize| {
        let first = u32::try_from(count).unwrap_or(0) + 1;
        let body = all.get(..count).unwrap_or_default();
        let rest = weighted(body, (2..=first).rev()) * 10 % 11 % 10;
        all.get(count) == Some(&rest)
    };
    check(9) && check(10) && all.iter().any(|digit| Some(digit) != all.first())
}

/// Spanish identity cards and foreigners' numbers (DNI, NIE).
pub(super) fn dni(text: &str) -> bool {
    // Foreigners' numbers begin with a letter that stands for a digit.
    let text = match text.split_at_checked(1) {
        Some(("X", rest)) => format!("0{rest}"),
        Some(("Y", rest)) => format!("1{rest}"),
        Some(("Z", rest)) => format!("2{rest}"),
        _ => text.to_owned(),
    };
    let (Some(body), Some(letter)) = (text.get(..8), text.get(8..)) else { return false };
    let Ok(number) = body.parse::<usize>() else { return false };
    let expected = "TRWAGMYFPDXBNJZSQVHLCKE".get(number % 23..=number % 23);
    Some(letter) == expected
}

/// French social security numbers.
pub(super) fn french(text: &str) -> bool {
    let (Some(body), Some(key)) = (text.get(..13), text.get(13..15)) else {
        return false;
    };
    let (Ok(body), Ok(key)) = (body.parse::<u64>(), key.parse::<u64>()) else {
        return false;
    };
    text.len() == 15
        && matches!(text.as_bytes().first(), Some(b'1' | b'2'))
        && 97 - body % 97 == key
}

/// Indian residents (Aadhaar, Verhoeff).
pub(super) fn aadhaar(text: &str) -> bool {
    const PERMUTE: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let Some(all) = digits(text).filter(|digits| digits.len() == 12) else {
        return false;
    };
    if matches!(all.first(), Some(0 | 1)) {
        return false;
    }
    let mut check = 0;
    for (at, digit) in all.iter().rev().enumerate() {
        let mut digit = *digit;
        for _ in 0..at % 8 {
            digit = PERMUTE.get(digit as usize).copied().unwrap_or(0);
        }
        check = dihedral(check, digit);
    }
    check == 0
}

/// Multiplies in the group of a pentagon's symmetries.
fn dihedral(a: u32, b: u32) -> u32 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b - 5) % 5,
        (false, true) => 5 + (a - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// Russian insurance numbers (SNILS).
pub(super) fn snils(text: &str) -> bool {
    let Some(all) = digits(text).filter(|digits| digits.len() == 11) else {
        return false;
    };
    let sum = weighted(all.get(..9).unwrap_or_default(), (1..=9).rev());
    let key = match sum % 101 {
        100 => 0,
        key => key,
    };
    matches!(all.get(9..), Some([tens, ones]) if tens * 10 + ones == key) && sum > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published examples are accepted, and one changed digit is not.
    #[test]
    fn checks_digits() {
        assert!(luhn("4111111111111111") && !luhn("4111111111111112"));
        assert!(luhn("490154203237518") && !luhn("0000000000000"));
        assert!(iban("GB82WEST12345698765432") && !iban("GB82WEST12345698765433"));
        assert!(chinese("11010519491231002X") && !chinese("110105194912310021"));
        assert!(cpf("52998224725") && !cpf("52998224726") && !cpf("11111111111"));
        assert!(dni("12345678Z") && dni("X1234567L") && !dni("12345678A"));
        assert!(french("255081416802538") && !french("255081416802539"));
        assert!(aadhaar("999941057058") && !aadhaar("999941057059"));
        assert!(snils("11223344595") && !snils("11223344596"));
    }
}
