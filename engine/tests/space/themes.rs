//! Themes: scenarios that chance would seldom compose out of single twists.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    ApplicationPermissions, Cloud, ConditionalAccessPolicy, EmailOneTimePasscode, GrantControl, InboundTrust, Interpretations,
};
use redemption_engine::guest::{Device, GoogleAnswer};

use super::ground::Who;
use super::twists::Twist;

/// What only together leads to a part that chance would seldom find: the guest it is about, twists, and acts before the first
/// attempt.
#[derive(Clone, Debug, Default)]
pub(crate) struct Theme {
    pub(crate) who: Option<Who>,
    pub(crate) twists: Vec<Twist>,
    pub(crate) before: Vec<Act>,
}

/// All themes.
pub(crate) fn themes() -> Vec<Theme> {
    use EmailOneTimePasscode::{Disabled, Enabled};
    let demands = |controls| Twist::Policy(Box::new(ConditionalAccessPolicy::demanding("Guests", controls)));
    let all_trusted = || {
        Twist::Trust(InboundTrust {
            is_mfa_accepted: true,
            is_compliant_device_accepted: true,
            is_hybrid_azure_ad_joined_device_accepted: true,
        })
    };
    let creation = Interpretations { just_in_time_creation_works: true, ..Interpretations::default() };
    let passwords = Interpretations { passwords_for_unmanaged: true, ..Interpretations::default() };
    let themes = vec![
        (Some(Who::Work), vec![all_trusted(), Twist::HomeMfa, demands(vec![GrantControl::Mfa])]),
        (Some(Who::Work), vec![all_trusted(), Twist::Device(Device::Compliant), demands(vec![GrantControl::CompliantDevice])]),
        (
            Some(Who::Work),
            vec![all_trusted(), Twist::Device(Device::HybridJoined), demands(vec![GrantControl::DomainJoinedDevice])],
        ),
        (Some(Who::Missing), vec![Twist::Passcode(Disabled), Twist::JustInTime(true, true)]),
        (Some(Who::Missing), vec![Twist::Passcode(Disabled), Twist::JustInTime(true, true), Twist::Reading(creation)]),
        (Some(Who::Missing), vec![Twist::Passcode(Enabled), Twist::LiveSession]),
        (Some(Who::Nobody), vec![Twist::Passcode(Enabled)]),
        (Some(Who::Nobody), vec![Twist::Passcode(Disabled)]),
        (None, vec![Twist::Passcode(Disabled), Twist::SecondAddress("nina@woodgrove.example")]),
        (Some(Who::Unmanaged), vec![Twist::Reading(passwords)]),
        (Some(Who::WorkByMail), vec![Twist::TypesInvited]),
        // The invitation goes by the first tenant, the sign-in by the one with the user principal name.
        (Some(Who::Work), vec![Twist::HomeCloud(Cloud::UsGovernment), Twist::OtherTenant { managed: true, first: true }]),
        (
            Some(Who::Work),
            vec![
                Twist::HomeCloud(Cloud::UsGovernment),
                Twist::AllowedClouds(vec![Cloud::UsGovernment]),
                Twist::CrossCloud(true, true, true, false),
            ],
        ),
        (Some(Who::Work), vec![Twist::Automatic(true, Some(true))]),
        (Some(Who::Work), vec![Twist::MicrosoftAccountOfInvited]),
        (Some(Who::Gmail), vec![Twist::WebView]),
        (Some(Who::Gmail), vec![Twist::GoogleAnswers(GoogleAnswer::RefreshTokenRefused)]),
        (None, vec![Twist::Permissions(ApplicationPermissions::UserConsent), Twist::InvitationRedirect]),
        (None, vec![Twist::ContactConflict]),
        (None, vec![Twist::GuestDisabled]),
        (None, vec![Twist::Reading(Interpretations { link_works_once: true, ..Interpretations::default() })]),
    ];
    let denied = Theme {
        who: Some(Who::Partner),
        twists: vec![Twist::CommonEndpoint],
        before: vec![Act::Change(Change::InvitedDomainDenied(true))],
    };
    let plain = themes.into_iter().map(|(who, twists)| Theme { who, twists, before: Vec::new() });
    plain.chain([denied]).collect()
}
