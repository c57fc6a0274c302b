//! The invitation mail of each edition: sender, subject, parts, button, and the shape of its link.
//!
//! The ticket in the link is none: the link opens nothing.

use super::{CustomMessage, Mail, Part, Sender};
use crate::design::{Cloud, Design, Edition};
use crate::fictional::{self, Identity};
use crate::guest::{Guest, InviterRole};
use crate::rules::{Document, Source};
use crate::wording::guest::{Text, Words};

/// Where guests of the older editions see and lift their blocks.
///
/// Source: `invitation-email-elements.md`, 2023-10-06.
const UNSUBSCRIBE: &str = "https://invitations.microsoft.com/unsubscribe/manage";

/// The invitation with this number, counted from 0.
pub(super) fn invitation(design: &Design, guest: &Guest, number: usize, words: &Words, blank: Mail) -> Mail {
    let edition = design.edition;
    let inviter = fictional::inviter(design, guest);
    let message = message(guest);
    Mail {
        from: Some(sender(design)),
        reply_to: inviter.user_principal_name.clone().filter(|_| !guest.invitation.inviter.without_mailbox),
        subject: Some(subject(design, &inviter, words)),
        message,
        body: body(design, guest, &inviter, message, words),
        button: Some(words.text(button(edition))),
        link: link(design, guest, number),
        sources: sources(edition),
        ..blank
    }
}

/// The words on the button.
///
/// Source: `redemption-experience.md`, 2019-06-12 (*Get Started*), and the later versions.
pub(crate) fn button(edition: Edition) -> Text<'static> {
    match edition {
        Edition::Y2019 => Text::GetStarted,
        Edition::Y2021 | Edition::Y2024 | Edition::Y2026 => Text::AcceptInvitation,
    }
}

/// Source: `invitation-email-elements.md`, 2023-10-06, From address; the page of 2026-06-12: from the tenant's own initial domain
/// since December 2025.
fn sender(design: &Design) -> Sender {
    let tenant = &design.resource_tenant;
    match design.edition {
        Edition::Y2019 | Edition::Y2021 | Edition::Y2024 => {
            let address = match tenant.cloud {
                Cloud::Global => "invites@microsoft.com",
                Cloud::UsGovernment => "invites@azuread.us",
                Cloud::China21Vianet => "invites@oe.21vianet.com",
            };
            Sender { name: "Microsoft Invitations".to_owned(), address: address.to_owned() }
        }
        Edition::Y2026 => Sender {
            name: format!("Microsoft Invitations on behalf of {}", fictional::primary_domain(tenant)),
            address: format!("invites@{}", tenant.initial_domain),
        },
    }
}

/// Source: `invitation-email-elements.md`, 2023-10-06 and 2026-06-12, Subject: another one since December 2025.
fn subject(design: &Design, inviter: &Identity, words: &Words) -> String {
    let inviter = inviter.display_name.as_str();
    match design.edition {
        Edition::Y2019 | Edition::Y2021 | Edition::Y2024 => words.text(Text::SubjectAccess { inviter }),
        Edition::Y2026 => {
            let domain = fictional::primary_domain(&design.resource_tenant).as_str();
            words.text(Text::SubjectCollaborate { inviter, domain })
        }
    }
}

fn message(guest: &Guest) -> CustomMessage {
    let inviter = guest.invitation.inviter;
    if guest.invitation.customized_message_body.is_none() {
        CustomMessage::None
    } else if inviter.role == InviterRole::Application {
        CustomMessage::DroppedForApplication
    } else if inviter.without_mailbox {
        CustomMessage::DroppedWithoutMailbox
    } else {
        CustomMessage::Shown
    }
}

fn body(design: &Design, guest: &Guest, inviter: &Identity, message: CustomMessage, words: &Words) -> Vec<Part> {
    let tenant = &design.resource_tenant;
    let organization = tenant.display_name.as_str();
    let domain = fictional::primary_domain(tenant).as_str();
    let mut body = vec![
        Part::Warning(words.text(Text::ExpectedOnly)),
        Part::Text(words.text(Text::Invites { inviter: &inviter.display_name, organization, domain })),
    ];
    if let (CustomMessage::Shown, Some(words)) = (message, &guest.invitation.customized_message_body) {
        body.push(Part::Message(words.clone()));
    }
    body.push(Part::Target(redirect_address(design, guest)));
    match &tenant.privacy.statement_url {
        Some(address) => {
            let label = words.text(Text::PrivacyStatementOf { organization });
            body.push(Part::FooterLink { label, address: address.clone() });
        }
        None => body.push(Part::Footer(words.text(Text::NoPrivacyStatement { organization }))),
    }
    // Source: `invitation-email-elements.md`, 2023-10-06, Footer section; the page of 2026-06-12 no longer describes it.
    if design.edition <= Edition::Y2024 {
        let label = words.text(Text::BlockInvitations { organization });
        body.push(Part::FooterLink { label, address: UNSUBSCRIBE.to_owned() });
    }
    body
}

/// Where the guest lands after accepting: the invitation's redirect address, the tenant's, or the Apps access panel.
pub(crate) fn redirect_address(design: &Design, guest: &Guest) -> String {
    let own = guest.invitation.invite_redirect_url.as_ref();
    let address = own.or(design.resource_tenant.invite_redirect_url.as_ref());
    address
        .cloned()
        .unwrap_or_else(|| format!("https://myapps.microsoft.com/?tenantid={}", fictional::resource_tenant_id(design)))
}

/// Source: the response of *Create invitation* (Microsoft Graph), `inviteRedeemUrl`; it shows the commercial cloud only.
fn link(design: &Design, guest: &Guest, number: usize) -> Option<String> {
    match design.resource_tenant.cloud {
        Cloud::Global => {}
        Cloud::UsGovernment | Cloud::China21Vianet => return None,
    }
    let tenant = fictional::resource_tenant_id(design);
    let invitation = fictional::id(&["invitation", &tenant, guest.invited_email.as_str(), &number.to_string()]);
    let redeem = format!(
        "https://invitations.microsoft.com/redeem/?tenant={tenant}&user={invitation}&ticket=simulated-{}&ver=2.0",
        number + 1
    );
    Some(format!("https://login.microsoftonline.com/redeem?rd={}", in_a_query(&redeem)))
}

/// A text as the value of a query: everything but letters, digits, `-`, `.`, `_` and `~` is escaped.
fn in_a_query(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02x}")),
        }
    }
    escaped
}

fn sources(edition: Edition) -> &'static [Source] {
    const PARTS: Source = Source { document: Document::InvitationEmail2023, place: "Explaining the email" };
    const LINK: Source = Source { document: Document::InvitationPost, place: "Response, inviteRedeemUrl" };
    match edition {
        Edition::Y2019 => {
            const {
                &[
                    Source {
                        document: Document::Redemption2019,
                        place: "Redemption through the invitation email, items 1 and 2",
                    },
                    PARTS,
                    LINK,
                ]
            }
        }
        Edition::Y2021 | Edition::Y2024 => const { &[PARTS, LINK] },
        Edition::Y2026 => {
            const { &[Source { document: Document::InvitationEmail2026, place: "Subject and From address" }, PARTS, LINK] }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{Domain, EmailAddress};
    use crate::wording::guest::ENGLISH;

    fn nina() -> Guest {
        Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap())
    }

    fn in_edition(edition: Edition) -> Design {
        Design { edition, ..Design::default() }
    }

    #[test]
    fn the_sender_is_the_service_until_2024_and_the_tenants_own_domain_in_2026() {
        let mut design = in_edition(Edition::Y2026);
        design.resource_tenant.verified_domains = vec![Domain::parse("woodgrove.example").unwrap()];
        let from = sender(&design);
        assert_eq!(from.name, "Microsoft Invitations on behalf of woodgrove.example");
        assert_eq!(from.address, "invites@woodgrove.onmicrosoft.com");
        for edition in [Edition::Y2019, Edition::Y2021, Edition::Y2024] {
            let from = sender(&in_edition(edition));
            assert_eq!((from.name.as_str(), from.address.as_str()), ("Microsoft Invitations", "invites@microsoft.com"));
        }
    }

    #[test]
    fn national_clouds_have_senders_of_their_own_and_no_documented_link() {
        let mut design = in_edition(Edition::Y2024);
        design.resource_tenant.cloud = Cloud::UsGovernment;
        assert_eq!(sender(&design).address, "invites@azuread.us");
        assert_eq!(link(&design, &nina(), 0), None);
        design.resource_tenant.cloud = Cloud::China21Vianet;
        assert_eq!(sender(&design).address, "invites@oe.21vianet.com");
    }

    #[test]
    fn the_subject_changed_in_december_2025() {
        let before = subject(&in_edition(Edition::Y2024), &fictional::inviter(&Design::default(), &nina()), &ENGLISH);
        assert_eq!(before, "Alex Winter invited you to access applications within their organization");
        let since = subject(&in_edition(Edition::Y2026), &fictional::inviter(&Design::default(), &nina()), &ENGLISH);
        assert_eq!(since, "Alex Winter invited you to collaborate with woodgrove.onmicrosoft.com");
    }

    #[test]
    fn the_button_says_get_started_in_2019_only() {
        assert_eq!(ENGLISH.text(button(Edition::Y2019)), "Get Started");
        assert_eq!(ENGLISH.text(button(Edition::Y2021)), "Accept invitation");
        assert_eq!(ENGLISH.text(button(Edition::Y2024)), "Accept invitation");
        assert_eq!(ENGLISH.text(button(Edition::Y2026)), "Accept invitation");
    }

    /// `troubleshoot.md`, 2024-10-21.
    #[test]
    fn the_inviters_words_are_dropped_without_a_mailbox_and_for_an_application() {
        let mut guest = nina();
        assert_eq!(message(&guest), CustomMessage::None);
        guest.invitation.customized_message_body = Some("Welcome!".to_owned());
        assert_eq!(message(&guest), CustomMessage::Shown);
        guest.invitation.inviter.without_mailbox = true;
        assert_eq!(message(&guest), CustomMessage::DroppedWithoutMailbox);
        guest.invitation.inviter.role = InviterRole::Application;
        assert_eq!(message(&guest), CustomMessage::DroppedForApplication);
    }

    #[test]
    fn the_footer_links_to_the_privacy_statement_and_until_2024_to_the_block() {
        let parts = |design: &Design| {
            let parts = body(design, &nina(), &fictional::inviter(design, &nina()), CustomMessage::None, &ENGLISH);
            let footers = parts.into_iter().filter_map(|part| match part {
                Part::FooterLink { address, .. } => Some(address),
                Part::Footer(text) => Some(text),
                _ => None,
            });
            footers.collect::<Vec<_>>()
        };
        let mut design = in_edition(Edition::Y2026);
        assert_eq!(parts(&design), ["Woodgrove has given no privacy statement."]);
        design.resource_tenant.privacy.statement_url = Some("https://woodgrove.example/privacy".to_owned());
        assert_eq!(parts(&design), ["https://woodgrove.example/privacy"]);
        design.edition = Edition::Y2024;
        assert_eq!(parts(&design), ["https://woodgrove.example/privacy", UNSUBSCRIBE]);
    }

    /// `invitation-post.md`: the address in the query is escaped, with the tenant, the invitation, a ticket and a version.
    #[test]
    fn the_link_has_the_documented_shape_and_each_mail_another() {
        let design = Design::default();
        let first = link(&design, &nina(), 0).unwrap();
        let start = "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%2f%3ftenant%3d";
        assert!(first.starts_with(start), "{first}");
        assert!(first.ends_with("%26ticket%3dsimulated-1%26ver%3d2.0"), "{first}");
        assert_ne!(link(&design, &nina(), 1).unwrap(), first);
    }
}
