//! The lists of invitees that benches read: the same one for as many rows, natively and in a browser.
//!
//! Nothing is measured here.

/// A list of so many invitees of a hundred domains, as CSV.
pub fn list(count: usize) -> Vec<u8> {
    let mut text = String::from("email,label,entra,msa,google,tags\n");
    for number in 0..count {
        let domain = match number % 5 {
            0 => "adatum.example".to_owned(),
            1 => "gmail.com".to_owned(),
            2 => "outlook.com".to_owned(),
            _ => format!("company{}.example", number % 97),
        };
        let entra = ["managed", "none", "unknown"][number % 3];
        text.push_str(&format!("guest{number}@{domain},Guest {number},{entra},no,unknown,team{}\n", number % 7));
    }
    text.into_bytes()
}
