//! Cards of terms of use and Conditional Access: C17 and C18.
//!
//! What is trusted of the home tenant's claims is in `cross_tenant.rs`.

use super::{NOT_STATED, Scope, SettingCard};
use crate::rules::{Document, Source};

/// The name of the card of terms of use.
pub(super) const TERMS: &str = "C17";

pub(super) const CARDS: &[SettingCard] = &[
    SettingCard {
        id: TERMS,
        name: "Terms of use",
        scope: &[Scope::Tenant],
        values: "Up to 40; each with a document per language, expand before accepting, consent per device, expiry on a schedule or after days",
        default: "None",
        licence: "Microsoft Entra ID P1; acceptances are removed when P1 or P2 is lost",
        role: "Conditional Access Administrator",
        graph: "agreement: isViewingBeforeAcceptanceRequired, isPerDeviceAcceptanceRequired, termsExpiration, userReacceptRequiredFrequency",
        permission: NOT_STATED,
        effective: "An acceptance counts until it expires, or until a new version asks everybody to accept again",
        note: "A Conditional Access policy demands them; here, terms that no policy names are shown to every guest. Consent per device does not work for guests. The text on terms of use finds them under Entra ID > Conditional Access > Terms of use.",
        sources: &[
            Source { document: Document::TermsOfUse2025, place: "Prerequisites; B2B guests; frequently asked questions" },
            Source { document: Document::Agreement, place: "Properties" },
            Source { document: Document::Redemption2019, place: "Consent experience for the guest, item 2" },
            Source { document: Document::Redemption2024, place: "Consent experience for the guest, item 2" },
        ],
        fields: &["resource.termsOfUse"],
    },
    SettingCard {
        id: "C18",
        name: "Conditional Access policies that touch guests",
        scope: &[Scope::Tenant, Scope::HomeTenant],
        values: "Conditions (external user types, applications, locations, risks) and grant controls (block, multifactor authentication, authentication strength, compliant or hybrid joined device, terms of use); of the session controls, the sign-in frequency",
        default: "None",
        licence: "Microsoft Entra ID P1",
        role: "Conditional Access Administrator",
        graph: "conditionalAccessPolicy",
        permission: "Policy.ReadWrite.ConditionalAccess, with Policy.Read.All and Application.Read.All",
        effective: "At once; already at the first sign-in, in the course of redemption",
        note: "The resource tenant's policies are evaluated when the guest signs in; the home tenant's own hold for the sign-in there. Approved app, app protection and password change do not work for guests; an authentication strength works for guests of Microsoft Entra tenants only.",
        sources: &[
            Source {
                document: Document::GuestConditionalAccess2024,
                place: "Authentication flow for external Microsoft Entra users; Conditional Access for external users",
            },
            Source { document: Document::TermsOfUse2025, place: "Prerequisites; policy changes" },
            Source { document: Document::ObservedAcceptance2026, place: "First sign-in" },
            Source { document: Document::SessionLifetime, place: "User sign-in frequency" },
            Source { document: Document::ConditionalAccessPost, place: "Permissions; request body" },
            Source { document: Document::AuthenticationStrengths, place: "Response" },
        ],
        fields: &["resource.conditionalAccess", "home.#.requiresMfa", "home.#.blocksSignIn"],
    },
];
