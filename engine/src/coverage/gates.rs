//! Items of the checks: at the invitation, at the sign-in, and of Conditional Access.
//!
//! The pages between them are in `consent.rs`.

use super::{Item, items};

pub(super) const INVITATION: &[Item] = items! {
    "G-1" "Check 1: may this person invite?" [setting("C12")]
    "G-2" "Check 2: can such an address be invited?" [part(Flow)]
    "G-3" "Check 3: does something own the address already?" [part(Flow)]
    "G-4" "Check 4: may this domain be invited?" [setting("C14")]
    "G-5" "Check 5: do both tenants' access settings allow it?" [setting("C7"), setting("C8")]
    "G-6" "Check 6: do the clouds collaborate?" [setting("C11")]
    "G-7" "A domain list first, access settings second" [part(Flow)]
    "G-8" "SharePoint and OneDrive keep lists of their own" [left(SHAREPOINT)]
};

pub(super) const SIGN_IN: &[Item] = items! {
    "S-1" "The guest exists and is enabled" [rules(GuestFoundByAddress, DisabledGuestIsRefused)]
    "S-2" "The pending guest's domain is still allowed" [setting("C14")]
    "S-3" "The home tenant lets its user out" [setting("C8")]
    "S-4" "The resource tenant lets the user in" [setting("C7")]
    "S-5" "The application is allowed" [setting("C7")]
    "S-6" "Missing user, no passcode, no just-in-time creation"
        [rules(JustInTimeCreationIsOff, JustInTimeCreationIsOffLater)]
    "S-7" "Google and embedded web-views" [rules(GoogleSignsIn)]
    "S-8" "An account of another cloud" [setting("C11")]
    "S-9" "Tenant restrictions of the guest's network" [part(Flow)]
    "S-10" "The recommended order of the checks" [part(Flow)]
};

pub(super) const CONDITIONAL_ACCESS: &[Item] = items! {
    "CA-1" "Policies are evaluated when the guest signs in" [setting("C18")]
    "CA-2" "Multifactor authentication with trust: at home" [setting("C9")]
    "CA-3" "Multifactor authentication without trust: in the resource tenant" [setting("C9")]
    "CA-4" "Guests of other providers: always in the resource tenant" [setting("C9")]
    "CA-5" "Devices: a trusted claim, or blocked" [setting("C9")]
    "CA-6" "Authentication strength for guests of Microsoft Entra tenants only" [setting("C18")]
    "CA-7" "Controls that guests cannot satisfy" [setting("C18")]
    "CA-8" "Risk of the sign-in" [setting("C18")]
    "CA-9" "Risk of the user" [setting("C18")]
    "CA-10" "Locations" [setting("C18")]
    "CA-11" "Kinds of external users" [setting("C18")]
    "CA-12" "The home tenant's own policies" [setting("C18")]
    "CA-13" "The registration policy locks out where authentication is trusted" [left(REGISTRATION_POLICY)]
    "CA-14" "Policies hold during redemption" [setting("C18")]
    "CA-15" "Technicians of service providers" [left(SERVICE_PROVIDERS)]
    "CA-16" "Session controls" [left(SESSION_CONTROLS)]
};
