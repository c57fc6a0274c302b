//! Cards of the access settings between two tenants and two clouds: C7 to C11.
//!
//! The redemption order, which is part of the same default settings, is in `identity_providers.rs`.

use super::{NOT_STATED, Scope, SettingCard};
use crate::rules::{Document, Source};

const SECURITY_ADMINISTRATOR: &str = "Security Administrator";
const PERMISSION: &str = "Policy.ReadWrite.CrossTenantAccess";
const TARGETS_NEED_P1: &str = "Microsoft Entra ID P1 for specific users, groups or applications";

pub(super) const CARDS: &[SettingCard] = &[
    SettingCard {
        id: "C7",
        name: "B2B collaboration inbound access: users and groups, applications",
        scope: &[Scope::CrossTenantDefault, Scope::Partner],
        values: "Allowed or blocked; all users or the named users and groups; all applications, Office365, AllMicrosoftApps or application ids",
        default: "Allowed for all users and all applications; a partner inherits the default",
        licence: TARGETS_NEED_P1,
        role: SECURITY_ADMINISTRATOR,
        graph: "crossTenantAccessPolicyConfigurationDefault and …Partner: b2bCollaborationInbound",
        permission: PERMISSION,
        effective: NOT_STATED,
        note: "Blocks both the invitation and the sign-in of users of other Microsoft Entra tenants. All users may be blocked only together with all applications. The default settings cannot name single users or groups.",
        sources: &[
            Source { document: Document::CrossTenantSettings2024, place: "To change inbound B2B collaboration settings" },
            Source { document: Document::CrossTenantOverview2024, place: "Important considerations" },
            Source { document: Document::CrossTenantB2bSetting, place: "Properties" },
            Source { document: Document::CrossTenantTarget, place: "target" },
        ],
        fields: &["resource.inbound", "home.#.partner.inbound"],
    },
    SettingCard {
        id: "C8",
        name: "B2B collaboration outbound access: users and groups, applications",
        scope: &[Scope::HomeTenant],
        values: "As for inbound access; the default for every other tenant, and an entry for the resource tenant",
        default: "Allowed for all users and all applications",
        licence: TARGETS_NEED_P1,
        role: "Security Administrator of the home tenant",
        graph: "crossTenantAccessPolicyConfigurationDefault and …Partner: b2bCollaborationOutbound",
        permission: PERMISSION,
        effective: NOT_STATED,
        note: "The home tenant may keep its users from being guests elsewhere.",
        sources: &[
            Source { document: Document::CrossTenantSettings2024, place: "Modify outbound access settings" },
            Source { document: Document::CrossTenantOverview2024, place: "Important considerations" },
        ],
        fields: &["home.#.outbound", "home.#.outboundToResource"],
    },
    SettingCard {
        id: "C9",
        name: "Inbound trust settings",
        scope: &[Scope::CrossTenantDefault, Scope::Partner],
        values: "Three check boxes: multifactor authentication, compliant devices, hybrid joined devices",
        default: "None is trusted; a partner inherits the default",
        licence: "Microsoft Entra ID P1",
        role: SECURITY_ADMINISTRATOR,
        graph: "inboundTrust: isMfaAccepted, isCompliantDeviceAccepted, isHybridAzureADJoinedDeviceAccepted",
        permission: PERMISSION,
        effective: NOT_STATED,
        note: "Decides where guests of Microsoft Entra tenants satisfy a policy: with the home tenant's claims, or anew in the resource tenant. Trusting multifactor authentication while a policy of the resource tenant demands registration there locks guests out.",
        sources: &[
            Source { document: Document::CrossTenantInboundTrust, place: "Properties" },
            Source {
                document: Document::CrossTenantSettings2024,
                place: "To change inbound trust settings for MFA and device claims",
            },
            Source { document: Document::CrossTenantOverview2024, place: "Tip on Identity Protection" },
        ],
        fields: &["resource.inboundTrust", "home.#.partner.inboundTrust"],
    },
    SettingCard {
        id: "C10",
        name: "Automatically redeem invitations",
        scope: &[Scope::Partner, Scope::HomeTenant],
        values: "A check box on each side: inbound in the resource tenant, outbound in the home tenant",
        default: "Off; the default settings are always off and read-only, and a partner entry without a value counts as off",
        licence: NOT_STATED,
        role: "Security Administrator, in each tenant",
        graph: "crossTenantAccessPolicyConfigurationPartner: automaticUserConsentSettings.inboundAllowed and .outboundAllowed",
        permission: PERMISSION,
        effective: NOT_STATED,
        note: "With both sides on, there is no Review permissions page and no invitation mail, but a notification mail. Terms of use, Conditional Access and application permissions are not waived. Works across clouds, too.",
        sources: &[
            Source { document: Document::AutomaticRedemption, place: "Automatic redemption setting" },
            Source { document: Document::CrossTenantDefault, place: "automaticUserConsentSettings" },
            Source { document: Document::CrossTenantPartner, place: "automaticUserConsentSettings" },
        ],
        fields: &["home.#.inboundAutomaticRedemption", "home.#.outboundAutomaticRedemption"],
    },
    SettingCard {
        id: "C11",
        name: "Microsoft cloud settings",
        scope: &[Scope::Tenant, Scope::Partner, Scope::HomeTenant],
        values: "A check box for each other cloud",
        default: "Off",
        licence: NOT_STATED,
        role: "Security Administrator, in each tenant",
        graph: "crossTenantAccessPolicy: allowedCloudEndpoints",
        permission: PERMISSION,
        effective: NOT_STATED,
        note: "Collaboration across clouds needs both tenants to tick the other cloud and to add each other as an organization by tenant id. Organizations of a ticked cloud are blocked until they are added.",
        sources: &[
            Source {
                document: Document::CrossCloudSettings2025,
                place: "Before you begin; enable the cloud in your Microsoft cloud settings; add the tenant to your organizational settings",
            },
            Source { document: Document::CrossTenantPolicyUpdate, place: "allowedCloudEndpoints; Permissions" },
        ],
        fields: &["resource.allowedClouds", "home.#.partner.added", "home.#.crossCloud"],
    },
];
