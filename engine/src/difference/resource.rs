//! What differs in the resource tenant: its settings, the redemption order, federations, terms of use and policies.

use super::Difference;
use super::lists::{Moved, Rows, moved, pairs, to_place};
use super::subject::Subject;
use crate::design::{
    AccessSettings, Application, CollaborationRestrictions, ConditionalAccessPolicy, Federation, InboundTrust, PrivacyStatement,
    RedemptionOrder, ResourceTenant, TermsExpiration, TermsOfUse,
};
use crate::field::{FederationField, Field, PolicyField, ResourceField as R, TermsField};
use crate::wording;

pub(super) fn compare(found: &mut Vec<Difference>, old: &ResourceTenant, new: &ResourceTenant) {
    let ResourceTenant {
        display_name,
        initial_domain,
        verified_domains,
        google_federation,
        google_client_invalid,
        federations: _,
        email_one_time_passcode,
        redemption_order,
        terms_of_use: _,
        privacy: PrivacyStatement { statement_url, contact },
        invite_redirect_url,
        cloud,
        allowed_clouds,
        allow_invites_from,
        guest_user_access,
        collaboration_restrictions: CollaborationRestrictions { kind, domains },
        external_users_may_leave,
        inbound: AccessSettings { users_and_groups, applications },
        inbound_trust:
            InboundTrust { is_mfa_accepted, is_compliant_device_accepted, is_hybrid_azure_ad_joined_device_accepted: hybrid },
        conditional_access: _,
        application: Application { display_name: application, app_id, permissions, assignment_required },
        self_service_sign_up,
        notification_language,
    } = new;
    order(found, old.redemption_order, *redemption_order);
    let mut tenant = Subject::at(found, "Resource tenant", [0; 2], |_, field| Field::resource(field), wording::resource_field);
    tenant.text(R::DisplayName, &old.display_name, display_name);
    tenant.text(R::InitialDomain, &old.initial_domain, initial_domain);
    tenant.members(R::VerifiedDomains, &old.verified_domains, verified_domains);
    tenant.switch(R::GoogleFederation, old.google_federation, *google_federation);
    tenant.fact(R::GoogleClientInvalid, old.google_client_invalid, *google_client_invalid);
    tenant.value(
        R::EmailOneTimePasscode,
        old.email_one_time_passcode,
        *email_one_time_passcode,
        wording::email_one_time_passcode,
    );
    tenant.optional(R::PrivacyStatementUrl, old.privacy.statement_url.as_ref(), statement_url.as_ref());
    tenant.optional(R::PrivacyContact, old.privacy.contact.as_ref(), contact.as_ref());
    tenant.optional(R::InviteRedirectUrl, old.invite_redirect_url.as_ref(), invite_redirect_url.as_ref());
    tenant.value(R::Cloud, old.cloud, *cloud, wording::cloud);
    tenant.choices(R::AllowedClouds, &old.allowed_clouds, allowed_clouds, wording::cloud);
    tenant.choice(R::AllowInvitesFrom, old.allow_invites_from, *allow_invites_from, wording::allow_invites_from);
    tenant.value(R::GuestUserAccess, old.guest_user_access, *guest_user_access, wording::guest_user_access);
    tenant.value(R::RestrictionKind, old.collaboration_restrictions.kind, *kind, wording::restriction_kind);
    tenant.members(R::RestrictedDomains, &old.collaboration_restrictions.domains, domains);
    tenant.maybe(R::ExternalUsersMayLeave, old.external_users_may_leave, *external_users_may_leave);
    tenant.access(R::InboundUsers, &old.inbound.users_and_groups, users_and_groups);
    tenant.access(R::InboundApplications, &old.inbound.applications, applications);
    let trust = old.inbound_trust;
    tenant.switch(R::TrustsMfa, trust.is_mfa_accepted, *is_mfa_accepted);
    tenant.switch(R::TrustsCompliantDevices, trust.is_compliant_device_accepted, *is_compliant_device_accepted);
    tenant.switch(R::TrustsHybridJoinedDevices, trust.is_hybrid_azure_ad_joined_device_accepted, *hybrid);
    tenant.text(R::ApplicationName, &old.application.display_name, application);
    tenant.text(R::ApplicationId, &old.application.app_id, app_id);
    tenant.value(R::ApplicationPermissions, old.application.permissions, *permissions, wording::application_permissions);
    tenant.switch(R::AssignmentRequired, old.application.assignment_required, *assignment_required);
    tenant.switch(R::SelfServiceSignUp, old.self_service_sign_up, *self_service_sign_up);
    tenant.optional(R::NotificationLanguage, old.notification_language.as_ref(), notification_language.as_ref());
    federations(found, &old.federations, &new.federations);
    terms(found, &old.terms_of_use, &new.terms_of_use);
    policies(found, &old.conditional_access, &new.conditional_access);
}

fn order(found: &mut Vec<Difference>, old: RedemptionOrder, new: RedemptionOrder) {
    let mut order = Subject::at(found, "Redemption order", [0; 2], |_, field| Field::resource(field), wording::resource_field);
    let (before, now) = (old.primary(), new.primary());
    let field = || Some(Field::resource(R::OrderPrimary));
    for provider in before.iter().filter(|provider| !now.contains(provider)) {
        order.say(field(), format!("{} removed", wording::primary(*provider)));
    }
    for (at, provider) in now.iter().enumerate().filter(|(_, provider)| !before.contains(provider)) {
        order.say(field(), format!("{} added as number {}", wording::primary(*provider), at + 1));
    }
    match moved(before, now) {
        Some(Moved::One { row, from, to }) => order.say(field(), to_place(wording::primary(row), from, to)),
        Some(Moved::All) => {
            let names = wording::list(now.iter().map(|provider| wording::primary(*provider)));
            order.say(field(), format!("now {names}"));
        }
        None => {}
    }
    order.value(R::OrderFallback, old.fallback(), new.fallback(), wording::fallback);
}

fn federations(found: &mut Vec<Difference>, old: &[Federation], new: &[Federation]) {
    use FederationField as F;
    let rows = pairs(old, new, |row| row.issuer_uri.clone(), |row| row.display_name.clone());
    let kind = Rows {
        called: ["Federation", "Federations"],
        name: |row: &Federation| row.display_name.clone(),
        field: |[_, at]| Field::federation(at),
    };
    for (old, at, new) in kind.compare(found, 0, old, new, &rows) {
        let Federation {
            display_name,
            preferred_authentication_protocol,
            issuer_uri,
            domains,
            is_entra_tenant,
            inactive,
            response,
            passive_sign_in_uri,
            dns_record_published,
        } = new;
        let name = format!("Federation {display_name}");
        let mut row =
            Subject::at(found, &name, [at, 0], |[at, _], field| Field::of_federation(at, field), wording::federation_field);
        row.text(F::DisplayName, &old.display_name, display_name);
        let (before, now) = (old.preferred_authentication_protocol, *preferred_authentication_protocol);
        row.value(F::PreferredAuthenticationProtocol, before, now, wording::protocol);
        row.text(F::IssuerUri, &old.issuer_uri, issuer_uri);
        row.members(F::Domains, &old.domains, domains);
        row.fact(F::IsEntraTenant, old.is_entra_tenant, *is_entra_tenant);
        row.fact(F::Inactive, old.inactive, *inactive);
        row.value(F::Response, old.response, *response, wording::provider_response);
        row.optional(F::PassiveSignInUri, old.passive_sign_in_uri.as_ref(), passive_sign_in_uri.as_ref());
        row.fact(F::DnsRecordPublished, old.dns_record_published, *dns_record_published);
    }
}

fn terms(found: &mut Vec<Difference>, old: &[TermsOfUse], new: &[TermsOfUse]) {
    use TermsField as F;
    let rows = pairs(old, new, |row| row.display_name.clone(), |row| row.display_name.clone());
    let kind = Rows {
        called: ["Terms of use", "Terms of use"],
        name: |row: &TermsOfUse| row.display_name.clone(),
        field: |[_, at]| Field::terms(at),
    };
    for (old, at, new) in kind.compare(found, 0, old, new, &rows) {
        let TermsOfUse {
            display_name,
            languages,
            is_viewing_before_acceptance_required: viewing,
            is_per_device_acceptance_required: per_device,
            terms_expiration,
            reaccept_after_days,
        } = new;
        let name = format!("Terms of use {display_name}");
        let mut row = Subject::at(found, &name, [at, 0], |[at, _], field| Field::of_terms(at, field), wording::terms_field);
        row.members(F::Languages, &old.languages, languages);
        row.fact(F::IsViewingBeforeAcceptanceRequired, old.is_viewing_before_acceptance_required, *viewing);
        row.fact(F::IsPerDeviceAcceptanceRequired, old.is_per_device_acceptance_required, *per_device);
        let expiry = |of: &Option<TermsExpiration>| {
            of.as_ref().map(|TermsExpiration { start, frequency }| {
                format!("{} from {start}", wording::terms_frequency(*frequency).to_lowercase())
            })
        };
        row.optional(F::TermsExpiration, expiry(&old.terms_expiration).as_ref(), expiry(terms_expiration).as_ref());
        row.optional(F::ReacceptAfterDays, old.reaccept_after_days.as_ref(), reaccept_after_days.as_ref());
    }
}

fn policies(found: &mut Vec<Difference>, old: &[ConditionalAccessPolicy], new: &[ConditionalAccessPolicy]) {
    use PolicyField as F;
    let rows = pairs(old, new, |row| row.display_name.clone(), |row| row.display_name.clone());
    let kind = Rows {
        called: ["Policy", "Policies"],
        name: |row: &ConditionalAccessPolicy| row.display_name.clone(),
        field: |[_, at]| Field::policy(at),
    };
    for (old, at, new) in kind.compare(found, 0, old, new, &rows) {
        let ConditionalAccessPolicy {
            display_name,
            state,
            external_users,
            applications,
            include_locations,
            exclude_locations,
            sign_in_risk_levels,
            user_risk_levels,
            grant_controls,
            operator,
            terms_of_use,
            sign_in_frequency,
        } = new;
        let name = format!("Policy {display_name}");
        let mut row = Subject::at(found, &name, [at, 0], |[at, _], field| Field::of_policy(at, field), wording::policy_field);
        row.value(F::State, old.state, *state, wording::policy_state);
        row.choices(F::ExternalUsers, &old.external_users, external_users, wording::external_user_type);
        row.members(F::Applications, &old.applications, applications);
        row.members(F::IncludeLocations, &old.include_locations, include_locations);
        row.members(F::ExcludeLocations, &old.exclude_locations, exclude_locations);
        row.choices(F::SignInRiskLevels, &old.sign_in_risk_levels, sign_in_risk_levels, wording::risk_level);
        row.choices(F::UserRiskLevels, &old.user_risk_levels, user_risk_levels, wording::risk_level);
        row.choices(F::GrantControls, &old.grant_controls, grant_controls, wording::grant_control);
        row.value(F::Operator, old.operator, *operator, wording::grant_operator);
        row.members(F::TermsOfUse, &old.terms_of_use, terms_of_use);
        row.optional(F::SignInFrequency, old.sign_in_frequency.as_ref(), sign_in_frequency.as_ref());
    }
}
