//! Cards of what the guest's own administrator sets: C19 to C21.
//!
//! Outbound access and automatic redemption of the home tenant are in `cross_tenant.rs`.

use super::{NOT_STATED, Scope, SettingCard};
use crate::rules::{Document, Source};

pub(super) const CARDS: &[SettingCard] = &[
    SettingCard {
        id: "C19",
        name: "Email-verified users may join",
        scope: &[Scope::HomeTenant],
        values: "On or off",
        default: NOT_STATED,
        licence: NOT_STATED,
        role: "An administrator of the guest's tenant",
        graph: "authorizationPolicy: allowEmailVerifiedUsersToJoinOrganization; formerly AllowEmailVerifiedUsers (Set-MsolCompanySettings), now Update-MgPolicyAuthorizationPolicy",
        permission: NOT_STATED,
        effective: NOT_STATED,
        note: "Lets a missing work user be made in the home tenant by email verification. Whether redemption still uses it depends on the edition, and the documents disagree.",
        sources: &[
            Source { document: Document::SelfHelpGuests, place: "Recommended steps, item 2" },
            Source { document: Document::SelfServiceSignUp, place: "Settings" },
            Source { document: Document::AuthorizationPolicy, place: "allowEmailVerifiedUsersToJoinOrganization" },
        ],
        fields: &["home.#.allowEmailVerifiedUsers"],
    },
    SettingCard {
        id: "C20",
        name: "Email-based subscriptions",
        scope: &[Scope::HomeTenant],
        values: "On or off",
        default: NOT_STATED,
        licence: NOT_STATED,
        role: "An administrator of the guest's tenant",
        graph: "authorizationPolicy: allowedToSignUpEmailBasedSubscriptions; presumably the former AllowAdHocSubscriptions",
        permission: NOT_STATED,
        effective: NOT_STATED,
        note: "Must be on as well before a missing work user can be made.",
        sources: &[
            Source { document: Document::SelfServiceSignUp, place: "Settings" },
            Source { document: Document::AuthorizationPolicy, place: "allowedToSignUpEmailBasedSubscriptions" },
        ],
        fields: &["home.#.emailBasedSubscriptions"],
    },
    SettingCard {
        id: "C21",
        name: "Email as an alternate login ID",
        scope: &[Scope::HomeTenant],
        values: "On or off",
        default: "Off",
        licence: NOT_STATED,
        role: "An administrator of the guest's tenant",
        graph: NOT_STATED,
        permission: NOT_STATED,
        effective: NOT_STATED,
        note: "Lets a guest who was invited by a mail address that is not the user principal name redeem by a direct link and sign in with that address later.",
        sources: &[Source { document: Document::Faq2025, place: "The email and UPN don't match" }],
        fields: &["home.#.emailAsAlternateLoginId"],
    },
];
