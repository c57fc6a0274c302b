//! What the command palette finds: every command, setting, example, saved scenario and guest, by its name or other words for it.
//!
//! The dialog is in `dialogs::palette`; here nothing is drawn.

use leptos::prelude::*;
use redemption_engine::presets::{self, Preset};

use crate::commands::{Command, Key, TABLE};
use crate::configure::{self, Found};
use crate::state::App;
use crate::words;

/// How many are shown at most.
pub const MOST: usize = 60;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The name.
    pub label: String,
    /// What kind of thing it is, or what it belongs to.
    pub kind: &'static str,
    /// Its keys, if it has any.
    pub keys: String,
    /// What happens.
    pub choice: Choice,
    /// By which words it is found, in lower case.
    words: String,
}

/// What choosing does.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Runs a command.
    Command(Command),
    /// Shows a setting.
    Setting(Found),
    /// Opens an example.
    Example(String),
    /// Opens a saved scenario.
    Scenario(String),
    /// Selects a guest.
    Guest(usize),
}

impl Item {
    fn new(label: impl Into<String>, kind: &'static str, also: &str, choice: Choice) -> Self {
        let label = label.into();
        let names = format!("{label} {also}");
        let words = format!("{} {}", words::old_names::with_others(&names), kind.to_lowercase());
        Self { label, kind, keys: String::new(), choice, words }
    }
}

/// Everything there is to choose now.
pub fn items(app: App) -> Vec<Item> {
    let mut items = commands();
    items.extend(app.with(|workspace| {
        let guest = |(at, guest): (usize, &redemption_engine::guest::Guest)| {
            Item::new(&guest.display_name, words::common::guest(), guest.invited_email.as_str(), Choice::Guest(at))
        };
        workspace.guests.iter().enumerate().map(guest).collect::<Vec<_>>()
    }));
    items.extend(configure::settings(app).into_iter().map(setting));
    items.extend(presets::all().into_iter().map(example));
    let open = app.store.id.get();
    let others = app.store.list().saved.into_iter().filter(|saved| saved.id != open);
    items.extend(others.map(|saved| {
        Item::new(saved.workspace.name, words::common::scenario(), words::commands::saved_open(), Choice::Scenario(saved.id))
    }));
    items
}

fn commands() -> Vec<Item> {
    let others = TABLE.iter().filter(|entry| entry.command != Command::Palette);
    let item = |entry: &crate::commands::Entry| Item {
        keys: entry.keys.iter().map(Key::name).collect::<Vec<_>>().join(", "),
        ..Item::new(entry.label, words::commands::command(), entry.also, Choice::Command(entry.command))
    };
    others.map(item).collect()
}

fn setting(found: Found) -> Item {
    let also = format!("{} {}", found.group, found.id);
    Item::new(found.label.clone(), found.kind, &also, Choice::Setting(found))
}

fn example(preset: Preset) -> Item {
    Item::new(preset.title, words::commands::example(), &preset.question, Choice::Example(preset.id))
}

/// The items with all these words, the best first: names that begin so, then names with the words, then other words.
pub fn find(items: &[Item], query: &str) -> Vec<Item> {
    let query = query.trim().to_lowercase();
    let fits = |item: &&Item| query.split_whitespace().all(|word| item.words.contains(word));
    let found: Vec<(u8, &Item)> = items.iter().filter(fits).map(|item| (rank(item, &query), item)).collect();
    let ranked = (0..=WORST).flat_map(|wanted| found.iter().filter(move |(rank, _)| *rank == wanted));
    ranked.take(MOST).map(|(_, item)| (*item).clone()).collect()
}

/// Items that have the words only among the other words for them.
const WORST: u8 = 3;

fn rank(item: &Item, query: &str) -> u8 {
    let label = item.label.to_lowercase();
    let begins =
        || label.split_whitespace().any(|word| query.split_whitespace().next().is_some_and(|first| word.starts_with(first)));
    if label.starts_with(query) {
        0
    } else if query.split_whitespace().all(|word| label.contains(word)) && begins() {
        1
    } else if label.contains(query) {
        2
    } else {
        WORST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(query: &str) -> Vec<String> {
        find(&commands(), query).into_iter().map(|item| item.label).collect()
    }

    #[test]
    fn every_command_but_the_palette_is_found_by_its_name() {
        for entry in TABLE.iter().filter(|entry| entry.command != Command::Palette) {
            assert_eq!(labels(entry.label).first().map(String::as_str), Some(entry.label));
        }
    }

    #[test]
    fn nothing_typed_finds_the_first_commands_in_the_order_of_the_table() {
        assert_eq!(labels("").first().map(String::as_str), Some("Examples"));
        assert!(labels("").len() > 40);
    }

    #[test]
    fn all_words_must_fit_and_their_order_does_not_matter() {
        assert_eq!(labels("step next"), ["Next step"]);
        assert!(labels("next zebra").is_empty());
    }

    #[test]
    fn names_come_before_other_words() {
        let found = labels("help");
        assert!(found.contains(&"Keys".to_owned()) && found.contains(&"About".to_owned()));
        assert_eq!(labels("play").first().map(String::as_str), Some("Play or pause"));
    }

    #[test]
    fn old_names_lead_to_the_settings_of_today() {
        let item = |label: &str, id: &str| Item::new(label, "Setting", id, Choice::Guest(0));
        let settings = [
            item("Microsoft Entra ID", "resource.order.primary"),
            item("Email-verified users may join the organization", "home.0.allowEmailVerifiedUsers"),
            item("Just-in-time creation of accounts", "home.0.justInTime"),
            item("Administration", "home.0.management"),
            item("External collaboration settings", "resource.collaboration"),
            item("Terms of use", "resource.termsOfUse"),
            item("SAML/WS-Fed identity providers", "resource.federations"),
            item("Email one-time passcode for guests", "resource.emailOneTimePasscode"),
            item("Microsoft account", "guest.0.microsoftAccount"),
            item("Redirect URL", "resource.inviteRedirectUrl"),
        ];
        let found = |query: &str| find(&settings, query).into_iter().map(|item| item.label).collect::<Vec<_>>();
        assert_eq!(found("azure ad"), ["Microsoft Entra ID", "External collaboration settings"]);
        assert_eq!(found("AAD"), ["Microsoft Entra ID"]);
        let verified = ["Email-verified users may join the organization", "Just-in-time creation of accounts"];
        assert_eq!(found("AllowEmailVerifiedUsers"), verified);
        assert_eq!(found("AllowAdHocSubscriptions"), ["Just-in-time creation of accounts"]);
        assert_eq!(found("viral tenant"), ["Administration"]);
        assert_eq!(found("Organizational relationships"), ["External collaboration settings", "Terms of use"]);
        assert_eq!(found("direct federation"), ["SAML/WS-Fed identity providers"]);
        assert_eq!(found("OTP"), ["Email one-time passcode for guests"]);
        assert_eq!(found("Live ID"), ["Microsoft account"]);
        assert_eq!(found("inviteRedirectUrl"), ["Redirect URL"]);
    }

    #[test]
    fn old_names_lead_to_settings_that_the_forms_have() {
        let settings: Vec<Item> = configure::all(Some(0), &["Adatum".to_owned()]).into_iter().map(setting).collect();
        let leads = |old: &str, today: &str| find(&settings, old).iter().any(|item| item.label.starts_with(today));
        let names = [
            ("Azure AD", "Trust multifactor authentication from Microsoft Entra tenants"),
            ("hybrid Azure AD joined", "Trust Microsoft Entra hybrid joined devices"),
            ("Azure AD B2B", "Inbound B2B collaboration, default"),
            ("Azure AD B2B", "External collaboration settings"),
            ("Azure AD Identity Protection", "Sign-in risk"),
            ("Azure MFA", "Trust multifactor authentication"),
            ("AllowEmailVerifiedUsers", "Email-verified users may join the organization"),
            ("AllowAdHocSubscriptions", "Users may sign up for email-based subscriptions"),
            ("viral tenant", "Administration"),
            ("direct federation", "SAML/WS-Fed identity providers"),
            ("email OTP", "Email one-time passcode for guests"),
            ("Live ID", "Personal Microsoft account"),
            ("Organizational relationships", "Terms of use"),
            ("XTAP", "Outbound B2B collaboration, default"),
            ("authorizationPolicy", "External collaboration settings"),
            ("guestUserRoleId", "Guest user access restrictions"),
        ];
        let lost: Vec<_> = names.into_iter().filter(|(old, today)| !leads(old, today)).collect();
        assert_eq!(lost, []);
        assert!(find(&settings, "Lotus Notes").is_empty());
    }
}
