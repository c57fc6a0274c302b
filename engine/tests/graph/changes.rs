//! Changes as requests: applied to what Microsoft Graph keeps they make the other design, and their rollback the first one.
//!
//! `Tenants` is a small stand-in that does what the documentation of the methods says: a change merges, a creation adds, a removal
//! removes. It knows none of the engine's own ways to write a body.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use redemption_engine::design::{Design, EmailOneTimePasscode, FallbackProvider, RedemptionOrder, TermsOfUse};
use redemption_engine::graph::changes::{Changes, Kind, changes, new_tenant};
use redemption_engine::graph::request::{Method, Request};
use serde_json::{Map, Value, json};

use crate::any::any_design;
use crate::domain;

/// What Microsoft Graph keeps: the settings by tenant and path.
#[derive(Clone, Debug, Default, PartialEq)]
struct Tenants(BTreeMap<(String, String), Value>);

impl Tenants {
    fn apply(&mut self, request: &Request) {
        let key = |path: &str| (request.tenant.clone(), path.to_owned());
        let path = request.path.as_str();
        match request.method {
            Method::Patch => {
                let body = serde_json::from_str(&request.body()).unwrap();
                let singleton = !is_entry(path);
                let old = self.0.entry(key(path));
                assert!(singleton || matches!(old, std::collections::btree_map::Entry::Occupied(_)), "{path} is not there");
                merge(old.or_insert_with(|| json!({})), body);
            }
            Method::Delete => {
                // The type in the path of a federation may be left out.
                let path = path.replace("federationConfigurations/<", &format!("federationConfigurations/{FEDERATION}/<"));
                let removed = self.0.remove(&key(&path));
                assert!(removed.is_some(), "{path} is not there: {:?}", self.0.keys());
            }
            Method::Post => self.add(request),
        }
    }

    fn add(&mut self, request: &Request) {
        let body: Value = serde_json::from_str(&request.body()).unwrap();
        let key = |path: String| (request.tenant.clone(), path);
        if let Some(federation) = request.path.strip_suffix(&format!("/{FEDERATION}/domains")) {
            let path = federation.replace("federationConfigurations/", &format!("federationConfigurations/{FEDERATION}/"));
            let federation = self.0.get_mut(&key(path)).unwrap().as_object_mut().unwrap();
            let domains = federation.entry("domains").or_insert_with(|| json!([]));
            domains.as_array_mut().unwrap().push(json!({ "id": body["id"] }));
            return;
        }
        let name = ["issuerUri", "tenantId", "displayName", "id", "clientId"].into_iter().find_map(|name| body[name].as_str());
        let name = name.unwrap();
        for nth in 1.. {
            let number = if nth == 1 { String::new() } else { format!(", number {nth}") };
            let id = match request.path.as_str() {
                "/domains" => name.to_owned(),
                "/policies/crossTenantAccessPolicy/partners" => name.to_owned(),
                "/identity/identityProviders" => "Google-OAUTH".to_owned(),
                "/policies/b2bManagementPolicies" => "<id of the B2B management policy>".to_owned(),
                "/oauth2PermissionGrants" => "<id of the consent>".to_owned(),
                _ => format!("<id of {}{number}>", name.trim()),
            };
            let path = format!("{}/{id}", request.path);
            if !self.0.contains_key(&key(path.clone())) {
                self.0.insert(key(path), strip(without_creation(body)));
                return;
            }
        }
    }

    fn after<'a>(mut self, requests: impl Iterator<Item = &'a Request>) -> Self {
        requests.for_each(|request| self.apply(request));
        for value in self.0.values_mut() {
            *value = strip(value.take());
        }
        self
    }
}

const FEDERATION: &str = "microsoft.graph.samlOrWsFedExternalDomainFederation";

/// Whether a path is that of one entry of a list, which has to be there.
fn is_entry(path: &str) -> bool {
    path.contains("/partners/") || path.contains("<id of") || path.contains("/domains/") || path.ends_with("Google-OAUTH")
}

/// What is sent with a creation and is no setting.
fn without_creation(mut body: Value) -> Value {
    let object = body.as_object_mut().unwrap();
    object.retain(|name, _| !["clientId", "clientSecret", "signingCertificate", "metadataExchangeUri"].contains(&name.as_str()));
    for list in ["domains", "files"] {
        for entry in object.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            entry.as_object_mut().unwrap().retain(|name, _| !["@odata.type", "fileName", "fileData"].contains(&name.as_str()));
        }
    }
    body
}

/// A change: what is named is set, `null` takes away, the rest stays.
fn merge(old: &mut Value, new: Value) {
    match new {
        Value::Object(properties) => {
            if !old.is_object() {
                *old = Value::Object(Map::new());
            }
            let object = old.as_object_mut().unwrap();
            for (name, value) in properties {
                if value.is_null() {
                    object.remove(&name);
                } else {
                    merge(object.entry(name).or_insert(Value::Null), value);
                }
            }
        }
        value => *old = value,
    }
}

/// Without what says nothing: `null`, empty lists and objects, and the name of a type.
fn strip(value: Value) -> Value {
    let nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(properties) => properties.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(properties) => {
            let kept = properties.into_iter().filter(|(name, _)| name != "@odata.type").map(|(name, value)| (name, strip(value)));
            Value::Object(kept.filter(|(_, value)| !nothing(value)).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(strip).collect()),
        value => value,
    }
}

/// What Microsoft Graph keeps for this design: the defaults of the documentation, and what makes the design out of a new tenant.
fn kept_of(design: &Design, homes: &[&Design]) -> Tenants {
    let all = json!({ "accessType": "allowed", "targets": [{ "target": "AllUsers", "targetType": "user" }] });
    let every = json!({ "accessType": "allowed", "targets": [{ "target": "AllApplications", "targetType": "application" }] });
    let open = json!({ "usersAndGroups": all, "applications": every });
    let mut kept = Tenants::default();
    let tenant = &design.resource_tenant.display_name;
    let mut put = |tenant: &str, path: &str, value: Value| kept.0.insert((tenant.to_owned(), path.to_owned()), value);
    put(
        tenant,
        "/policies/crossTenantAccessPolicy/default",
        json!({
            "b2bCollaborationInbound": open,
            "inboundTrust": {
                "isMfaAccepted": false, "isCompliantDeviceAccepted": false, "isHybridAzureADJoinedDeviceAccepted": false
            },
            "invitationRedemptionIdentityProviderConfiguration": {
                "primaryIdentityProviderPrecedenceOrder":
                    ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"],
                "fallbackIdentityProvider": "defaultConfiguredIdp"
            }
        }),
    );
    put(tenant, "/policies/crossTenantAccessPolicy", json!({}));
    put(
        tenant,
        "/policies/authorizationPolicy",
        json!({ "allowInvitesFrom": "everyone", "guestUserRoleId": "10dae51f-b6af-4016-8d66-8c2a99b929b3" }),
    );
    put(tenant, "/policies/authenticationFlowsPolicy", json!({ "selfServiceSignUp": { "isEnabled": false } }));
    put(
        tenant,
        "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email",
        json!({ "allowExternalIdToUseEmailOtp": "default" }),
    );
    put(tenant, "/organization/<tenant ID>", json!({}));
    for home in homes.iter().flat_map(|design| &design.home_tenants) {
        let name = home.display_name.as_str();
        put(name, "/policies/crossTenantAccessPolicy/default", json!({ "b2bCollaborationOutbound": open }));
        put(name, "/policies/crossTenantAccessPolicy", json!({}));
        let jit = json!({
            "allowEmailVerifiedUsersToJoinOrganization": false, "allowedToSignUpEmailBasedSubscriptions": false
        });
        put(name, "/policies/authorizationPolicy", jit);
    }
    let made = changes(&new_tenant(design), design);
    kept.after(made.requests())
}

/// The applications are other things where their ids differ, and nothing is known of the former one.
fn comparable(kept: &Tenants) -> Tenants {
    let mut kept = kept.clone();
    kept.0.retain(|(_, path), value| {
        !(path.starts_with("/servicePrincipals") && value["appRoleAssignmentRequired"] == json!(false))
    });
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_requests_make_one_design_out_of_another_and_the_rollback_puts_it_back(mut from in any_design(), mut to in any_design()) {
        // Things of one name can be told apart by nobody.
        for tenant in [&mut from.resource_tenant, &mut to.resource_tenant] {
            let mut names = BTreeSet::new();
            tenant.terms_of_use.retain(|terms| names.insert(terms.display_name.clone()));
            names.clear();
            tenant.conditional_access.retain(|policy| names.insert(policy.display_name.clone()));
        }
        // Nobody can put back what was never set, and an application is one that is there: both have tests of their own.
        to.resource_tenant.external_users_may_leave = from.resource_tenant.external_users_may_leave;
        to.resource_tenant.application.app_id.clone_from(&from.resource_tenant.application.app_id);
        let both = [&from, &to];
        let (before, after) = (comparable(&kept_of(&from, &both)), comparable(&kept_of(&to, &both)));
        let made = changes(&from, &to);
        let changed = kept_of(&from, &both).after(made.requests());
        prop_assert_eq!(&comparable(&changed), &after);
        prop_assert_eq!(&comparable(&changed.after(made.rollback())), &before);
        prop_assert!(changes(&to, &to).list.is_empty());
    }

    #[test]
    fn every_request_names_its_document_its_permissions_and_its_placeholders(from in any_design(), to in any_design()) {
        let made = changes(&from, &to);
        for request in made.requests().chain(made.rollback()) {
            prop_assert!(!request.permissions().is_empty(), "{}", request.line());
            prop_assert!(request.source.url().starts_with("https://learn.microsoft.com/graph/"), "{}", request.line());
            prop_assert_eq!(request.body().is_empty(), request.method == Method::Delete);
            for blank in &request.placeholders {
                let escaped = serde_json::to_string(blank).unwrap();
                let here = request.path.contains(blank.as_str()) || request.body().contains(escaped.trim_matches('"'));
                prop_assert!(here, "{} in {}", blank, request.line());
            }
            prop_assert_eq!(request.path.contains('<'), request.placeholders.iter().any(|blank| request.path.contains(blank.as_str())));
        }
    }
}

fn lines<'a>(requests: impl Iterator<Item = &'a Request>) -> Vec<String> {
    requests.map(Request::line).collect()
}

fn made(change: impl FnOnce(&mut Design)) -> Changes {
    let from = Design::default();
    let mut to = from.clone();
    change(&mut to);
    changes(&from, &to)
}

#[test]
fn equal_designs_need_no_request() {
    assert_eq!(made(|_| ()), Changes::default());
}

#[test]
fn one_changed_setting_is_one_patch_that_names_it_alone_and_one_that_puts_it_back() {
    let made = made(|design| {
        let primary = design.resource_tenant.redemption_order.primary().iter().rev().copied().collect();
        design.resource_tenant.redemption_order = RedemptionOrder::new(primary, FallbackProvider::EmailOneTimePasscode).unwrap();
    });
    let [change] = made.list.as_slice() else { panic!("{made:?}") };
    assert_eq!((change.kind, change.what.as_str()), (Kind::Changed, "Default cross-tenant access settings"));
    let configuration = |list: [&str; 3], fallback: &str| {
        json!({ "invitationRedemptionIdentityProviderConfiguration": {
            "primaryIdentityProviderPrecedenceOrder": list, "fallbackIdentityProvider": fallback } })
    };
    let body = |request: &Request| serde_json::from_str::<Value>(&request.body()).unwrap();
    let [forward] = change.forward.as_slice() else { panic!("{made:?}") };
    assert_eq!(forward.line(), "PATCH /v1.0/policies/crossTenantAccessPolicy/default");
    assert_eq!(forward.permissions(), ["Policy.ReadWrite.CrossTenantAccess"]);
    let list = ["socialIdentityProviders", "externalFederation", "azureActiveDirectory"];
    assert_eq!(body(forward), configuration(list, "emailOneTimePasscode"));
    let [back] = change.back.as_slice() else { panic!("{made:?}") };
    assert_eq!(back.line(), forward.line());
    let list = ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"];
    assert_eq!(body(back), configuration(list, "defaultConfiguredIdp"));
}

#[test]
fn providers_come_before_the_order_that_names_them_and_go_after_it() {
    let with = |passcode| {
        let mut design = Design::default();
        design.resource_tenant.google_federation = passcode == EmailOneTimePasscode::Enabled;
        design.resource_tenant.email_one_time_passcode = passcode;
        let fallback = match passcode {
            EmailOneTimePasscode::Enabled => FallbackProvider::EmailOneTimePasscode,
            EmailOneTimePasscode::Default | EmailOneTimePasscode::Disabled => FallbackProvider::MicrosoftAccount,
        };
        design.resource_tenant.redemption_order = RedemptionOrder::new(Vec::new(), fallback).unwrap();
        design
    };
    let (off, on) = (with(EmailOneTimePasscode::Disabled), with(EmailOneTimePasscode::Enabled));
    let forward = changes(&off, &on);
    let email = "PATCH /v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email";
    let order = "PATCH /v1.0/policies/crossTenantAccessPolicy/default";
    assert_eq!(lines(forward.requests()), [email, "POST /v1.0/identity/identityProviders", order]);
    assert_eq!(lines(forward.rollback()), [order, "DELETE /v1.0/identity/identityProviders/Google-OAUTH", email]);
    let back = changes(&on, &off);
    assert_eq!(lines(back.requests()), [order, email, "DELETE /v1.0/identity/identityProviders/Google-OAUTH"]);
}

#[test]
fn terms_of_use_change_their_viewing_alone_and_are_otherwise_made_anew() {
    let with = |viewing, device| {
        let mut design = Design::default();
        design.resource_tenant.terms_of_use = vec![TermsOfUse {
            is_viewing_before_acceptance_required: viewing,
            is_per_device_acceptance_required: device,
            ..TermsOfUse::named("Rules")
        }];
        design
    };
    let item = "/v1.0/identityGovernance/termsOfUse/agreements/<id of Rules>";
    let viewing = changes(&with(false, false), &with(true, false));
    assert_eq!(lines(viewing.requests()), [format!("PATCH {item}")]);
    assert_eq!(viewing.list[0].forward[0].body(), "{\n  \"isViewingBeforeAcceptanceRequired\": true\n}");
    let device = changes(&with(false, false), &with(false, true));
    assert_eq!(device.list[0].kind, Kind::Replaced);
    let post = "POST /v1.0/identityGovernance/termsOfUse/agreements";
    assert_eq!(lines(device.requests()), [format!("DELETE {item}"), post.to_owned()]);
    assert_eq!(lines(device.rollback()), [format!("DELETE {item}"), post.to_owned()]);
    assert!(device.list[0].forward[0].notes[0].starts_with("All acceptances go with it."));
}

#[test]
fn a_domain_is_added_to_a_federation_and_none_is_taken_away_without_a_new_one() {
    let with = |domains: &[&str]| {
        let mut design = crate::design();
        design.home_tenants.clear();
        design.resource_tenant.federations.truncate(1);
        design.resource_tenant.federations[0].domains = domains.iter().map(|name| domain(name)).collect();
        design
    };
    let id = "<id of https://idp.fabrikam.example/saml>";
    let added = changes(&with(&["fabrikam.example"]), &with(&["fabrikam.example", "toys.example"]));
    let typed = "microsoft.graph.samlOrWsFedExternalDomainFederation";
    assert_eq!(lines(added.requests()), [format!("POST /v1.0/directory/federationConfigurations/{id}/{typed}/domains")]);
    let removal = format!("DELETE /v1.0/directory/federationConfigurations/{id}");
    let creation = format!("POST /v1.0/directory/federationConfigurations/{typed}");
    assert_eq!(lines(added.rollback()), [removal.clone(), creation.clone()]);
    let removed = changes(&with(&["fabrikam.example", "toys.example"]), &with(&["fabrikam.example"]));
    assert_eq!((removed.list[0].kind, lines(removed.requests())), (Kind::Replaced, vec![removal, creation]));
}

#[test]
fn what_was_never_set_and_has_no_documented_default_is_not_put_back() {
    let made = made(|design| design.resource_tenant.external_users_may_leave = Some(false));
    assert_eq!(lines(made.requests()), ["PATCH /beta/policies/externalIdentitiesPolicy"]);
    assert_eq!(made.rollback().count(), 0);
    assert!(made.remarks[0].starts_with("External user leave settings: the former value was never set"), "{:?}", made.remarks);
}

#[test]
fn who_may_invite_was_the_default_of_the_cloud_where_nobody_set_it() {
    use redemption_engine::design::{AllowInvitesFrom, Cloud};
    for (cloud, before) in [(Cloud::Global, "everyone"), (Cloud::UsGovernment, "none")] {
        let mut from = Design::default();
        from.resource_tenant.cloud = cloud;
        let mut to = from.clone();
        to.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters);
        let made = changes(&from, &to);
        assert_eq!(made.list[0].forward[0].body(), "{\n  \"allowInvitesFrom\": \"adminsAndGuestInviters\"\n}");
        assert_eq!(made.list[0].back[0].body(), format!("{{\n  \"allowInvitesFrom\": \"{before}\"\n}}"));
    }
}

#[test]
fn a_home_tenants_own_settings_are_sent_there() {
    let mut from = crate::design();
    from.home_tenants.truncate(1);
    let mut to = from.clone();
    to.home_tenants[0].outbound.users_and_groups.access_type = redemption_engine::design::AccessType::Blocked;
    to.home_tenants[0].partner.inbound_automatic_redemption = Some(true);
    let made = changes(&from, &to);
    let places: Vec<(&str, &str)> = made.list.iter().map(|change| (change.tenant.name.as_str(), change.what.as_str())).collect();
    assert_eq!(places, [("Woodgrove", "Organizational settings: Adatum"), ("Adatum", "Default cross-tenant access settings")]);
    let ids: Vec<&str> = made.list.iter().map(|change| change.tenant.id.as_str()).collect();
    assert_eq!(ids, ["woodgrove.onmicrosoft.com", "3D0F5DEC-5d3d-455c-8016-e2af1ae4d31a"]);
}
