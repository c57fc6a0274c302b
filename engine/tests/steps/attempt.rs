//! One attempt to get in, page by page.
//!
//! Which provider matches is in `discovery`, what happens there in `sign_in`, Conditional Access in `policies`.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{ApplicationPermissions, Design, IdentityProvider};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Guest, TargetApp, WayIn};

use super::IdentityProvider::{AzureActiveDirectory, EmailOneTimePasscode as Passcode, ExternalFederation, Google};
use super::policies::Policies;
use super::sign_in::Found;
use super::{
    Accepted, Acts, Browser, Comes, Kept, Object, Y2019, Y2021, Y2024, Y2026, automatic, cross_tenant_access, discovery, ended,
    home_of, inbound, invitation, lets_through, names_of, outbound, owns, personal_guests, policies, sign_in, terms,
};

/// One attempt: how it ends, and the provider that the guest was sent to.
pub(crate) fn attempt(
    design: &Design,
    guest: &Guest,
    way_in: WayIn,
    comes: Comes,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> (Ending, Option<IdentityProvider>) {
    let mut provider = None;
    let was_accepted = kept.accepted.is_some();
    let ending = page_by_page(design, guest, way_in, comes, kept, acts, &mut provider);
    let usual = if was_accepted { Outcome::SignedIn } else { Outcome::Redeemed };
    (ending.err().unwrap_or(Ending::Ended(usual)), provider)
}

fn page_by_page(
    design: &Design,
    guest: &Guest,
    way_in: WayIn,
    comes: Comes,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
    provider: &mut Option<IdentityProvider>,
) -> Result<(), Ending> {
    let edition = design.edition;
    let resource = &design.resource_tenant;
    let invited = guest.invited_email.as_str();
    let typed = guest.sign_in_name.as_ref().map_or(invited, |name| name.as_str());
    let person = &guest.person;

    // The way in. No invitation mail is sent where both sides redeem automatically, so the mail link is a direct link there.
    let home = home_of(design, invited).map(|at| &design.home_tenants[at]);
    let by_mail = way_in == WayIn::EmailLink && !home.is_some_and(|home| automatic(design, home));
    let mut selected = None;
    let mut link = None;
    if by_mail {
        link = link_in_mail(design, comes == Comes::ByOldLink, kept)?;
    }
    if way_in == WayIn::CommonEndpoint || way_in == WayIn::CommonEndpointWithOrganization {
        if edition == Y2019 {
            return ended(Outcome::SentToHomeTenant);
        }
        if guest.target_app == TargetApp::SingleTenantApp {
            return ended(Outcome::WrongEndpoint);
        }
        if way_in == WayIn::CommonEndpoint {
            return ended(if person.work_account.is_some() { Outcome::SentToHomeTenant } else { Outcome::WrongEndpoint });
        }
        let google = resource.google_federation && personal_guests(design);
        let federations = u16::try_from(resource.federations.len()).unwrap();
        selected = acts.page(Prompt::SignInOptions { google, federations }, |act| match act {
            Act::SignInWithAddress => Some(None),
            Act::SelectGoogle => google.then_some(Some((Google, None))),
            Act::SelectFederation(at) => (at < federations).then_some(Some((ExternalFederation, Some(usize::from(at))))),
            _ => None,
        })?;
    }

    // The guest object.
    let here = kept.object == Object::Here;
    if by_mail && (!here || link.is_some_and(|at| kept.links[at].object != kept.objects)) {
        return ended(Outcome::GuestNotFound);
    }
    if !by_mail && selected.is_none() {
        let by_address = typed == invited && (!kept.conflict || kept.accepted.is_some() || edition == Y2026);
        let by_second = kept.second.as_deref() == Some(typed);
        let by_upn = (edition != Y2019 || !kept.conflict)
            && design.home_tenants.iter().any(|tenant| {
                tenant.management == redemption_engine::design::Management::Managed
                    && tenant.users.iter().any(|user| user.user_principal_name.as_str() == typed && owns(user, invited))
            });
        if !here {
            return ended(Outcome::GuestNotFound);
        }
        // Who is signed in types nothing.
        let signed_in = comes == Comes::InSameBrowser && kept.browser.is_some() && kept.accepted.is_some();
        if !by_address && !by_second && !by_upn && !signed_in {
            return ended(if kept.conflict && typed == invited { Outcome::ContactConflict } else { Outcome::GuestNotFound });
        }
    }
    if guest.invitation.account_disabled && selected.is_none() {
        return ended(Outcome::GuestDisabled);
    }

    // The provider: selected, stored, or discovered.
    let pending = kept.accepted.is_none();
    let found = if let Some((selected, federation)) = selected {
        Found { with: selected, work: None, federation }
    } else if let Some(stored) = &kept.accepted {
        Found { with: stored.with, work: stored.work.clone(), federation: stored.federation }
    } else {
        // A domain that is put on the deny list later stops pending guests.
        if !invitation::domain_permitted(design, invited) {
            return ended(Outcome::DomainBlocked);
        }
        discovery::discover(design, guest, by_mail, if by_mail { invited } else { typed }, kept, acts)?
    };

    // A session that the browser has kept spares the guest the sign-in.
    let apps = app_names(design, guest, by_mail);
    let session = match comes {
        Comes::InSameBrowser if !pending => session(design, guest, &found, &apps, kept),
        _ => None,
    };

    // Who comes with a session is sent nowhere.
    *provider = session.is_none().then_some(found.with);

    // At the provider. Both tenants' cross-tenant access settings are asked about Entra accounts.
    let access = cross_tenant_access(design) && found.with == AzureActiveDirectory;
    let upn = found.work.as_ref().map_or("", |(upn, _)| upn.as_str());
    let used_home = found.work.as_ref().and_then(|(_, tenant)| *tenant);
    let names = used_home.map_or(vec![upn], |at| names_of(&design.home_tenants[at], upn));
    if session.is_none()
        && let Some(at) = used_home.filter(|_| access)
        && !lets_through(&outbound(&design.home_tenants[at]).users_and_groups, &names)
    {
        return ended(Outcome::OutboundBlocked);
    }
    if session.is_none() {
        sign_in::sign_in(design, guest, &found, selected.is_some(), by_mail, typed, kept, acts)?;
    }
    if session.is_none() && access && !lets_through(&inbound(design, used_home).users_and_groups, &names) {
        return ended(Outcome::InboundBlocked);
    }
    if person.tenant_restrictions {
        return ended(Outcome::TenantRestricted);
    }

    // Back in the resource tenant.
    if selected.is_some() {
        let returns_another_address =
            found.with == Google && person.google_account.as_ref().map(|name| name.as_str()) != Some(invited);
        if returns_another_address || !here {
            return ended(Outcome::AccountMismatch);
        }
        if guest.invitation.account_disabled {
            return ended(Outcome::GuestDisabled);
        }
        if kept.accepted.as_ref().is_some_and(|stored| stored.with != found.with) {
            return ended(Outcome::AccountMismatch);
        }
        // Discovery is skipped, but the deny list stops every pending guest of the domain.
        if pending && !invitation::domain_permitted(design, invited) {
            return ended(Outcome::DomainBlocked);
        }
    }
    let blocked = match (edition, pending) {
        (Y2019 | Y2026, _) | (Y2024, false) => false,
        (Y2021, false) => found.with == ExternalFederation || found.with == Google,
        (Y2021, true) if by_mail => found.with == ExternalFederation || found.with == Passcode,
        (Y2021 | Y2024, true) => !by_mail && found.with != AzureActiveDirectory,
    };
    if kept.conflict && blocked {
        return ended(Outcome::ContactConflict);
    }

    // Consent: Review permissions, Conditional Access, terms of use.
    let suppressed = used_home.is_some_and(|at| automatic(design, &design.home_tenants[at]));
    if pending && !suppressed && !kept.permissions {
        if !acts.page(Prompt::ReviewPermissions, accept_or_decline)? {
            return ended(Outcome::PermissionsDeclined);
        }
        kept.permissions = true;
    }
    let spared = session.is_some_and(|session| session.second_factor);
    let Policies { terms, second_factor } = policies::conditional_access(design, guest, &found, &apps, spared, kept, acts)?;
    terms::terms_of_use(design, guest, &terms, (pending, session.is_some()), kept, acts)?;
    kept.browser = Some(Browser {
        signed_in: session.map_or(kept.minutes, |session| session.signed_in),
        used: kept.minutes,
        second_factor: spared || second_factor,
    });

    // Accepted.
    if pending {
        if let Some(at) = link {
            kept.links[at].used = true;
        }
        kept.accepted =
            Some(Accepted { with: found.with, work: found.work.clone(), federation: found.federation, recreated: false });
    }

    // The application. Cross-tenant access is asked about Entra accounts.
    if access {
        let in_allowed = lets_through(&inbound(design, used_home).applications, &apps);
        let out_allowed = used_home.is_none_or(|at| lets_through(&outbound(&design.home_tenants[at]).applications, &apps));
        if !in_allowed || !out_allowed {
            return ended(Outcome::ApplicationBlocked);
        }
    }
    if lands_on_panel(design, guest, by_mail) {
        return Ok(());
    }
    let application = &resource.application;
    if application.assignment_required && guest.not_assigned {
        return ended(Outcome::NotAssigned);
    }
    match application.permissions {
        ApplicationPermissions::None | ApplicationPermissions::PreConsented => {}
        ApplicationPermissions::AdminConsentRequired => return ended(Outcome::AdminConsentMissing),
        ApplicationPermissions::UserConsent if kept.consented => {}
        ApplicationPermissions::UserConsent => {
            if !acts.page(Prompt::ApplicationConsent, accept_or_decline)? {
                return ended(Outcome::ApplicationConsentDeclined);
            }
            kept.consented = true;
        }
    }
    Ok(())
}

/// Which link the guest opens: the newest, or the one before it where there is one. A link that is too old or used up does
/// nothing; by default it never is.
fn link_in_mail(design: &Design, old_link: bool, kept: &Kept) -> Result<Option<usize>, Ending> {
    let at = kept.links.len().checked_sub(if old_link { 2 } else { 1 }).or(kept.links.len().checked_sub(1));
    let at = at.filter(|at| kept.links[*at].found);
    let Some(at) = at else { return ended(Outcome::MailNotFound) };
    let age = kept.minutes - kept.links[at].sent;
    if design.interpretations.link_expires_after_days.is_some_and(|days| age >= u32::from(days) * 24 * 60) {
        return ended(Outcome::LinkExpired);
    }
    if design.interpretations.link_works_once && kept.links[at].used {
        return ended(Outcome::LinkUsed);
    }
    Ok(Some(at))
}

pub(super) fn accept_or_decline(act: Act) -> Option<bool> {
    match act {
        Act::Accept => Some(true),
        Act::Decline => Some(false),
        _ => None,
    }
}

/// The mail link leads to the redirect address, or else to the Apps access panel; any other way to the app it names.
fn lands_on_panel(design: &Design, guest: &Guest, by_mail: bool) -> bool {
    if by_mail {
        return guest.invitation.invite_redirect_url.is_none() && design.resource_tenant.invite_redirect_url.is_none();
    }
    guest.target_app == TargetApp::AppsAccessPanel
}

/// The names by which a rule can mean the app where the guest lands.
fn app_names<'a>(design: &'a Design, guest: &Guest, by_mail: bool) -> Vec<&'a str> {
    if lands_on_panel(design, guest, by_mail) {
        return vec!["2793995e-0a7d-40d7-bd35-6968ba142197", "AllMicrosoftApps"];
    }
    vec![design.resource_tenant.application.app_id.as_str()]
}

/// The session of the guest's browser, if it lasts: 24 hours after a passcode, 12 hours after a federated sign-in, otherwise 90
/// days after it was used last, and never beyond the sign-in frequency of a policy that applies.
fn session(design: &Design, guest: &Guest, found: &Found, apps: &[&str], kept: &mut Kept) -> Option<Browser> {
    let browser = kept.browser?;
    let since = kept.minutes - browser.signed_in;
    if policies::frequency(design, guest, found, apps).is_some_and(|minutes| since >= minutes) {
        kept.session = None;
        return None;
    }
    let lasts = match found.with {
        Passcode => since < 24 * 60,
        ExternalFederation => since < 12 * 60,
        _ => kept.minutes - browser.used < 90 * 24 * 60,
    };
    lasts.then_some(browser)
}
