//! What happens when no provider matched: a passcode, a new account, or a dead end.

use smol_str::format_smolstr;

use super::access::has_consumer_providers;
use super::discovery::{position, tenant_name, verified_in_resource};
use super::{Account, Look, Progress, Verdict, World, word, yes_no};
use crate::act::Prompt;
use crate::design::{Edition, FallbackProvider};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

/// Consumer mail domains, for the 2021 flow only. No document lists them; these are the well-known ones.
const CONSUMER_DOMAINS: [&str; 12] = [
    "aol.com",
    "gmail.com",
    "gmx.de",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.ru",
    "msn.com",
    "outlook.com",
    "web.de",
    "yahoo.com",
];

/// Only in the editions that can be configured: in one cloud there is no fallback at all.
pub(super) fn fallback_in_cloud(world: World<'_>, look: &mut impl Look) -> Verdict {
    look.saw(What::ResourceCloud, || crate::wording::cloud(world.design.resource_tenant.cloud));
    if has_consumer_providers(world) {
        Verdict::Is(Answer::Yes, Rule::CloudHasFallback)
    } else {
        Verdict::Is(Answer::No, Rule::ChinaHasTwoProviders)
    }
}

pub(super) fn passcode_enabled(world: World<'_>, look: &mut impl Look) -> Verdict {
    let enabled = world.design.passcode_enabled();
    look.read(What::Passcode, || {
        format_smolstr!(
            "{} ({})",
            <&str>::from(world.design.resource_tenant.email_one_time_passcode),
            if enabled { "on" } else { "off" }
        )
    });
    let only = world.design.resource_tenant.redemption_order.fallback() == FallbackProvider::EmailOneTimePasscode;
    let rule = match world.edition() {
        Edition::Y2019 | Edition::Y2021 => Rule::PasscodeOptIn,
        Edition::Y2024 | Edition::Y2026 if only && enabled => Rule::PasscodeIsTheOnlyFallback,
        Edition::Y2024 | Edition::Y2026 if only => Rule::PasscodeFallbackIsOff,
        Edition::Y2024 | Edition::Y2026 => Rule::PasscodeIfEnabled,
    };
    Verdict::Is(yes_no(enabled), rule)
}

pub(super) fn live_session(world: World<'_>, look: &mut impl Look) -> Verdict {
    let person = &world.guest.person;
    let live = person.live_work_session && person.work_account.is_some();
    look.saw(What::LiveSession, || word(live));
    if live { Verdict::Ask(Prompt::LiveSession, Rule::SessionStandsInTheWay) } else { Verdict::Is(Answer::No, Rule::NoSession) }
}

/// Only in the 2019 and 2021 flows.
pub(super) fn creation_allowed(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::WayIn, || <&'static str>::from(so_far.way_in));
    let rule = if world.edition() == Edition::Y2019 { Rule::CreationNeedsMail } else { Rule::CreationIsNotJustInTime };
    Verdict::Is(yes_no(so_far.by_mail_link), rule)
}

pub(super) fn domain_verified(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let domain = world.guest.invited_email.domain();
    let tenant = world.design.tenant_with_verified_domain(domain);
    look.read(What::InvitedDomain, || domain);
    look.read(What::TenantsWithDomain, || match tenant {
        Some(number) => tenant_name(world, number),
        None if verified_in_resource(world, domain) => world.design.resource_tenant.display_name.as_str(),
        None => "none",
    });
    if tenant.is_some() || verified_in_resource(world, domain) {
        return Verdict::Is(Answer::Yes, Rule::VerifiedDomainGetsNoMicrosoftAccount);
    }
    let rule = match world.edition() {
        Edition::Y2021 => Rule::ConsumerDomainGetsMicrosoftAccount,
        Edition::Y2024 | Edition::Y2026 if !so_far.by_mail_link => Rule::DirectLinkMayCreate,
        Edition::Y2019 | Edition::Y2024 | Edition::Y2026 => Rule::UnverifiedDomainGetsMicrosoftAccount,
    };
    Verdict::Is(Answer::No, rule)
}

pub(super) fn user_in_verified_tenant(world: World<'_>, look: &mut impl Look) -> Verdict {
    let address = &world.guest.invited_email;
    let Some(number) = world.design.tenant_with_verified_domain(address.domain()) else {
        // Only the resource tenant itself has verified the domain; who is missing there cannot be made elsewhere.
        look.read(What::ResourceDomains, || address.domain());
        return Verdict::Is(Answer::Yes, Rule::VerifiedTenantHasUser);
    };
    let holds = world.design.home_tenants.get(number).is_some_and(|tenant| tenant.users.iter().any(|user| user.owns(address)));
    look.read(What::HomeUsers(position(number)), || {
        format_smolstr!("{}{address} in {}", if holds { "" } else { "no " }, tenant_name(world, number))
    });
    Verdict::Is(yes_no(holds), if holds { Rule::VerifiedTenantHasUser } else { Rule::UserIsMissing })
}

pub(super) fn just_in_time_creation(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let number = world.design.tenant_with_verified_domain(world.guest.invited_email.domain());
    let tenant = number.and_then(|number| world.design.home_tenants.get(number));
    let works = tenant.is_some_and(|tenant| !tenant.federated && tenant.just_in_time_creation.works());
    if let (Some(number), Some(tenant)) = (number.map(position), tenant) {
        let creation = tenant.just_in_time_creation;
        look.saw(What::HomeFederated(number), || word(tenant.federated));
        look.saw(What::EmailVerifiedUsersMayJoin(number), || word(creation.allow_email_verified_users_to_join_organization));
        look.saw(What::EmailBasedSubscriptions(number), || word(creation.allowed_to_sign_up_email_based_subscriptions));
    }
    if works && let Some(number) = number {
        // The user that may be made is one of this tenant.
        so_far.account = Some(Account { tenant: position(number), user: None });
    }
    if works && world.edition() >= Edition::Y2024 && world.design.interpretations.just_in_time_creation_works {
        look.saw(What::Interpretation, || "justInTimeCreationWorks");
        return Verdict::Is(Answer::Allowed, Rule::JustInTimeCreationStillWorks);
    }
    let rule = match (world.edition() >= Edition::Y2024, works) {
        (false, false) => Rule::JustInTimeCreationIsOff,
        (false, true) => Rule::JustInTimeCreationWorks,
        (true, false) => Rule::JustInTimeCreationIsOffLater,
        (true, true) => Rule::JustInTimeCreationIsGone,
    };
    Verdict::Is(yes_no(works), rule)
}

/// Whether a domain is one of the well-known mail domains of persons.
pub(crate) fn is_consumer_domain(domain: &str) -> bool {
    CONSUMER_DOMAINS.contains(&domain)
}

/// Only in the 2021 flow.
pub(super) fn consumer_domain(world: World<'_>, look: &mut impl Look) -> Verdict {
    let domain = world.guest.invited_email.domain();
    look.read(What::InvitedDomain, || domain);
    look.read(What::ConsumerDomains, || CONSUMER_DOMAINS.join(", "));
    Verdict::Is(yes_no(is_consumer_domain(domain)), Rule::ConsumerDomainGetsMicrosoftAccount)
}

pub(super) fn create_account(world: World<'_>, look: &mut impl Look) -> Verdict {
    look.read(What::InvitedEmail, || world.guest.invited_email.as_str());
    if world.design.interpretations.passwords_for_unmanaged && is_consumer_domain(world.guest.invited_email.domain()) {
        look.saw(What::Interpretation, || "passwordsForUnmanaged");
        let possible = world.edition() != Edition::Y2021 || world.guest.person.reads_invited_mailbox;
        return Verdict::Ask(Prompt::CreateAccount { possible }, Rule::SocialAccountGetsPassword);
    }
    if world.edition() != Edition::Y2021 {
        return Verdict::Ask(Prompt::CreateAccount { possible: true }, Rule::AccountIsOffered);
    }
    let possible = world.guest.person.reads_invited_mailbox;
    look.saw(What::ReadsMailbox, || word(possible));
    Verdict::Ask(Prompt::CreateAccount { possible }, Rule::AddressIsVerifiedByMail)
}
