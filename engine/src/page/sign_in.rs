//! Pages on which the guest says who they are and proves it.
//!
//! No page has a field: what is typed is part of the guest's facts, and what is entered is a button.

use super::scene::Scene;
use super::{Part, sheet};
use crate::act::PASSCODE_LIFE_MINUTES;
use crate::design::Edition;
use crate::guest::WayIn;
use crate::screen::Screen;
use crate::wording::guest::{Text, Words};

/// The code on the page that a refused web-view leads to. Nine characters. Source: `google-federation.md`, 2024-10.
const DEVICE_CODE: &str = "SIMULATED";

/// The page that asks for the sign-in name.
pub(super) fn enter_email(scene: &Scene, words: &Words) -> Vec<Part> {
    vec![
        Part::Title(words.text(Text::SignInTo { organization: &scene.resource_name })),
        Part::Line(words.text(Text::EnterInvited)),
        Part::Account(words.text(Text::Typed { name: &scene.typed })),
    ]
}

/// The page of a common endpoint; *Sign-in options*, with the button that leads to another organization, exist since 2021.
///
/// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, the common endpoint.
pub(super) fn common_endpoint(scene: &Scene, words: &Words) -> Vec<Part> {
    let mut parts =
        vec![Part::Title(words.text(Text::SignInTitle)), Part::Account(words.text(Text::Typed { name: &scene.typed }))];
    match scene.edition {
        Edition::Y2019 => {}
        Edition::Y2021 | Edition::Y2024 | Edition::Y2026 => {
            parts.push(Part::Link(words.text(Text::SignInOptions)));
        }
    }
    parts
}

/// Whether the guest chooses *Sign in to an organization* on this page.
pub(super) fn names_organization(scene: &Scene) -> bool {
    scene.edition != Edition::Y2019 && scene.way_in == Some(WayIn::CommonEndpointWithOrganization)
}

/// On the page of a common endpoint, what the guest does not choose: *Sign in to an organization*, which leads to the resource
/// tenant's own endpoint, or going on without it, which leads home.
///
/// Source: `redemption-experience.md` of 2021-05-27 and 2024-03-26, the common endpoint.
pub(super) fn elsewhere(scene: &Scene) -> Option<(Text<'static>, WayIn)> {
    if scene.screen != Screen::CommonEndpoint || scene.edition == Edition::Y2019 {
        return None;
    }
    match scene.way_in? {
        WayIn::CommonEndpoint => Some((Text::SignInToOrganization, WayIn::CommonEndpointWithOrganization)),
        WayIn::CommonEndpointWithOrganization => Some((Text::Next, WayIn::CommonEndpoint)),
        WayIn::EmailLink | WayIn::DirectLink => None,
    }
}

/// Work or personal account.
pub(super) fn account_picker(scene: &Scene, words: &Words) -> Vec<Part> {
    let lines = [Text::TwoAccounts { name: &scene.typed }, Text::ByWhom];
    sheet(words.text(Text::WhichAccount), lines.map(|text| words.text(text)))
}

/// The account that the browser is signed in with.
pub(super) fn live_session(scene: &Scene, words: &Words) -> Vec<Part> {
    let account = Text::SignedInHere { account: &scene.work_account };
    vec![Part::Title(words.text(Text::PickAccount)), Part::Account(words.text(account))]
}

/// A page that asks for credentials, under this title.
pub(super) fn credentials(title: String, account: &str, words: &Words) -> Vec<Part> {
    vec![
        Part::Title(title),
        Part::Account(words.text(Text::SigningInAs { account })),
        Part::Small(words.text(Text::NoPasswordField)),
    ]
}

/// Google's page, which says where it leads.
pub(super) fn google(scene: &Scene, words: &Words) -> Vec<Part> {
    let mut parts = credentials(words.text(Text::GoogleAccount), &scene.google_account, words);
    parts.insert(1, Part::Line(words.text(Text::ContinueTo { organization: &scene.resource_name })));
    parts
}

/// Where a web-view is refused.
pub(super) fn device_code(words: &Words) -> Vec<Part> {
    let mut parts = sheet(words.text(Text::OtherPage), [Text::NotInWebView, Text::UseDeviceCode].map(|text| words.text(text)));
    parts.push(Part::Code(DEVICE_CODE.to_owned()));
    parts
}

/// Before a passcode is mailed. Source: `one-time-passcode.md`, 2024-10-21.
pub(super) fn send_passcode(scene: &Scene, words: &Words) -> Vec<Part> {
    sheet(words.text(Text::SendCodeTitle), [words.text(Text::CodeWillBeMailed { address: &scene.invited })])
}

/// The passcode page, with what is wrong with the code that was entered.
pub(super) fn passcode(scene: &Scene, complaint: Option<Text<'_>>, words: &Words) -> Vec<Part> {
    let mut parts = vec![Part::Title(words.text(Text::EnterCode))];
    parts.extend(complaint.map(|complaint| Part::Complaint(words.text(complaint))));
    parts.push(Part::Line(words.text(Text::CodeMailed { address: &scene.invited })));
    if scene.screen != Screen::PasscodeExpired {
        let minutes = &PASSCODE_LIFE_MINUTES.to_string();
        let life = if scene.passcode_expired { Text::CodeWasValid { minutes } } else { Text::CodeIsValid { minutes } };
        parts.push(Part::Line(words.text(life)));
    }
    parts
}

/// A Microsoft account is created: the steps, without a field.
pub(super) fn create_microsoft_account(scene: &Scene, words: &Words) -> Vec<Part> {
    vec![
        Part::Title(words.text(Text::CreateMicrosoftAccount)),
        Part::Line(words.text(Text::NoAccountYet { address: &scene.invited })),
        Part::Steps([Text::StepConfirm, Text::StepName, Text::StepCredentials].map(|step| words.text(step)).into()),
    ]
}

/// A work account is created with a mailed code.
pub(super) fn create_work_account(scene: &Scene, words: &Words) -> Vec<Part> {
    vec![
        Part::Title(words.text(Text::CreateWorkAccount)),
        Part::Line(words.text(Text::CodeProves { address: &scene.invited })),
        Part::Steps([Text::StepCode, Text::StepMade].map(|step| words.text(step)).into()),
    ]
}

/// A password is created for an account of an unmanaged tenant.
pub(super) fn create_password(scene: &Scene, words: &Words) -> Vec<Part> {
    vec![
        Part::Title(words.text(Text::CreatePassword)),
        Part::Account(words.text(Text::For { address: &scene.invited })),
        Part::Line(words.text(Text::ChoosePassword)),
        Part::Small(words.text(Text::NoPasswordField)),
    ]
}

/// A second factor, demanded by the tenant of this name.
pub(super) fn multifactor(tenant: &str, registers: bool, words: &Words) -> Vec<Part> {
    let (title, what) =
        if registers { (Text::SetUpFactor, Text::RegisterMethod) } else { (Text::ProveYourself, Text::UseFactor) };
    sheet(words.text(title), [Text::AsksForFactor { tenant }, what].map(|text| words.text(text)))
}

#[cfg(test)]
mod tests {
    /// Source: `google-federation.md`, 2024-10.
    #[test]
    fn the_device_code_has_nine_characters() {
        assert_eq!(super::DEVICE_CODE.len(), 9);
    }
}
