//! Lists as the forms need them: the next free name, the boxes of a fallback, moves within a list.
//!
//! Pure functions; nothing here knows the page.

use redemption_engine::design::{FallbackProvider, PrimaryProvider};

/// The name itself where it is free, else the name with the first free number from 2.
pub(super) fn next_free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    (2_usize..).map(|number| format!("{name} {number}")).find(|name| !taken(name)).unwrap_or_default()
}

/// The fallback that two check boxes stand for; none where both are off, which the service refuses.
pub(super) fn fallback_of(microsoft_account: bool, passcode: bool) -> Option<FallbackProvider> {
    match (microsoft_account, passcode) {
        (true, true) => Some(FallbackProvider::DefaultConfiguredIdp),
        (true, false) => Some(FallbackProvider::MicrosoftAccount),
        (false, true) => Some(FallbackProvider::EmailOneTimePasscode),
        (false, false) => None,
    }
}

/// The two check boxes of a fallback: Microsoft account, email one-time passcode.
pub(super) fn boxes_of(fallback: FallbackProvider) -> (bool, bool) {
    match fallback {
        FallbackProvider::DefaultConfiguredIdp => (true, true),
        FallbackProvider::MicrosoftAccount => (true, false),
        FallbackProvider::EmailOneTimePasscode => (false, true),
    }
}

/// The order with the provider one place up or down, and its new position from 0; none at the edge.
pub(super) fn moved(order: &[PrimaryProvider], provider: PrimaryProvider, up: bool) -> Option<(Vec<PrimaryProvider>, usize)> {
    let from = order.iter().position(|other| *other == provider)?;
    let to = if up { from.checked_sub(1)? } else { from + 1 };
    if to >= order.len() {
        return None;
    }
    let mut order = order.to_vec();
    order.swap(from, to);
    Some((order, to))
}

#[cfg(test)]
mod tests {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};

    use super::*;

    #[test]
    fn the_next_free_name_counts_from_two() {
        assert_eq!(next_free("Nina", |_| false), "Nina");
        assert_eq!(next_free("Nina", |name| name == "Nina" || name == "Nina 2"), "Nina 3");
    }

    #[test]
    fn two_check_boxes_make_a_fallback_unless_both_are_off() {
        assert_eq!(fallback_of(false, false), None);
        for fallback in
            [FallbackProvider::DefaultConfiguredIdp, FallbackProvider::MicrosoftAccount, FallbackProvider::EmailOneTimePasscode]
        {
            let (account, passcode) = boxes_of(fallback);
            assert_eq!(fallback_of(account, passcode), Some(fallback));
        }
    }

    #[test]
    fn a_provider_moves_one_place_and_stops_at_the_edges() {
        let order = [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders];
        let up = moved(&order, ExternalFederation, true);
        assert_eq!(up, Some((vec![ExternalFederation, AzureActiveDirectory, SocialIdentityProviders], 0)));
        let down = moved(&order, ExternalFederation, false);
        assert_eq!(down, Some((vec![AzureActiveDirectory, SocialIdentityProviders, ExternalFederation], 2)));
        assert_eq!(moved(&order, AzureActiveDirectory, true), None);
        assert_eq!(moved(&order, SocialIdentityProviders, false), None);
        assert_eq!(moved(&order[..1], ExternalFederation, true), None);
    }
}
