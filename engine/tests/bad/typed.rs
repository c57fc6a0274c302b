//! What somebody types as an address or a domain, and the words beside the field.

use redemption_engine::address::{Domain, EmailAddress};

use crate::{Class, check_with};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[what_is_typed_for_an_address_or_a_domain_is_refused_with_an_example];

#[test]
fn what_is_typed_for_an_address_or_a_domain_is_refused_with_an_example() {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let address = |bytes: &[u8]| EmailAddress::parse(&text(bytes)).expect_err("this must be refused").to_string();
    let domain = |bytes: &[u8]| Domain::parse(&text(bytes)).expect_err("this must be refused").to_string();
    let no_address = |text: &str| format!("`{text}` is not an email address; write one such as `nina@adatum.example`");
    let no_domain = |text: &str| format!("`{text}` is not a domain; write one such as `adatum.example`");
    let empty = "the address is empty; write one such as `nina@adatum.example`".to_owned();
    let t = str::to_owned;
    check_with(
        Class::Structure,
        "an address",
        address,
        &[
            ("nothing", t(""), empty.clone()),
            ("blanks", t(" \t "), empty),
            ("a name", t("Nina"), no_address("nina")),
            ("no domain", t("nina@"), no_address("nina@")),
            ("no name", t("@adatum.example"), no_address("@adatum.example")),
            ("a domain of one label", t("nina@adatum"), no_address("nina@adatum")),
            ("two", t("nina@adatum.example; omar@adatum.example"), no_address("nina@adatum.example; omar@adatum.example")),
            ("a name around it", t("Nina <nina@adatum.example>"), no_address("nina <nina@adatum.example>")),
            ("a link", t("mailto:nina"), no_address("mailto:nina")),
            ("a full stop at its end", t("nina@adatum.example."), no_address("nina@adatum.example.")),
            (
                "too long",
                format!("{}@adatum.example", "n".repeat(250)),
                t("the text has 265 characters; an address has at most 254"),
            ),
        ],
    );
    check_with(
        Class::Structure,
        "a domain",
        domain,
        &[
            ("nothing", t(""), no_domain("")),
            ("one label", t("adatum"), no_domain("adatum")),
            ("an address", t("nina@adatum.example"), no_domain("nina@adatum.example")),
            ("a wildcard", t("*.adatum.example"), no_domain("*.adatum.example")),
            ("a page", t("https://adatum.example/"), no_domain("https://adatum.example/")),
            ("a blank", t("adatum .example"), no_domain("adatum .example")),
            ("a full stop at its end", t("adatum.example."), no_domain("adatum.example.")),
            ("too long", format!("{}.example", "a".repeat(300)), t("the text has 308 characters; an address has at most 254")),
        ],
    );
}
