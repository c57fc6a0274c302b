//! Settings on the page: a row for each, with the control of its kind.
//!
//! Here the types of the subjects end: a row reads and writes text, so that the page carries each control once.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::workspace::Workspace;

use super::bind::edit;
use super::group::passes_filter;
use super::setting::{Kind, ON, Options, Setting};
use super::subject::{At, Of};
use super::ticks::Ticks;
use crate::controls::{Choice, TextField, Toggle};
use crate::state::App;

/// The id of the list of user principal names that fields for addresses suggest.
pub(super) const SUGGESTIONS: &str = "home-user-names";

type Show = Box<dyn Fn(&Workspace) -> Option<String> + Send + Sync>;
type Put = Box<dyn Fn(&mut Workspace, &str) -> Result<(), String> + Send + Sync>;

/// A setting of a certain subject.
pub(super) struct Row {
    id: String,
    label: &'static str,
    help: &'static str,
    shape: Shape,
    show: Show,
    put: Put,
    usual: Option<String>,
    inner: bool,
}

/// Rows that belong together.
pub(super) type Rows = Vec<Arc<Row>>;

/// A kind of control, without the way to the value.
enum Shape {
    Line { mode: &'static str, example: &'static str },
    Flag,
    One(fn(&Workspace) -> Options),
    Many { options: fn(&Workspace) -> Options, others: bool },
    Part { view: fn(App, At) -> AnyView, at: At },
}

/// The settings of a subject.
pub(super) fn rows<S>(of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    all(of, settings, false)
}

/// The settings of a subject that is only there once something above has been turned on.
pub(super) fn within<S>(of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    all(of, settings, true)
}

fn all<S>(of: Of<S>, settings: &'static [Setting<S>], inner: bool) -> Rows {
    let Of { get, get_mut, usual, at, prefix } = of;
    let usual = usual();
    let row = |setting: &'static Setting<S>| {
        Arc::new(Row {
            id: format!("{prefix}{}", setting.path),
            label: setting.label,
            help: setting.help,
            shape: match setting.kind {
                Kind::Line { mode, example, .. } => Shape::Line { mode, example },
                Kind::Flag { .. } => Shape::Flag,
                Kind::One { options, .. } => Shape::One(options),
                Kind::Many { options, others, .. } => Shape::Many { options, others },
                Kind::Part { view, .. } => Shape::Part { view, at },
            },
            show: Box::new(move |workspace| get(workspace, at).map(|of| setting.show(of))),
            put: Box::new(move |workspace, text| get_mut(workspace, at).map_or(Ok(()), |of| setting.put(of, text))),
            usual: usual.as_ref().map(|usual| setting.show(usual)),
            inner,
        })
    };
    settings.iter().map(row).collect()
}

impl Row {
    /// The control's id.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// What the field is called.
    pub(super) fn label(&self) -> &'static str {
        self.label
    }

    /// One line of help.
    pub(super) fn help(&self) -> &'static str {
        self.help
    }

    /// Whether there is a default.
    pub(super) fn has_default(&self) -> bool {
        self.usual.is_some()
    }

    /// Whether the value differs from the default.
    pub(super) fn differs(&self, workspace: &Workspace) -> bool {
        self.usual.as_ref().is_some_and(|usual| (self.show)(workspace).is_some_and(|now| now != *usual))
    }

    /// Sets the default, if there is one.
    pub(super) fn reset(&self, workspace: &mut Workspace) {
        if let Some(usual) = &self.usual {
            // A default was shown by the setting itself, so it can be read.
            drop((self.put)(workspace, usual));
        }
    }

    /// The value as text, followed; blank where there is no subject.
    pub(super) fn text(self: &Arc<Self>, app: App) -> Signal<String> {
        let row = self.clone();
        Signal::derive(move || app.with(|workspace| (row.show)(workspace)).unwrap_or_default())
    }

    /// Takes a text as one step of the history; a text that cannot be read is refused, with the reason announced.
    pub(super) fn take(&self, app: App, label: &str, text: &str) -> Result<(), String> {
        let mut workspace = app.session.with_untracked(|session| session.workspace().clone());
        match (self.put)(&mut workspace, text) {
            Ok(()) => {
                edit(app, label, move |now| *now = workspace);
                Ok(())
            }
            Err(error) => {
                app.announce(format!("Not changed: {error}"));
                Err(error)
            }
        }
    }
}

/// The names of the rows' controls.
pub(super) fn ids(rows: &Rows) -> Vec<String> {
    rows.iter().map(|row| row.id.clone()).collect()
}

/// Draws rows under each other.
pub(super) fn draw(rows: &Rows, filtered: bool) -> AnyView {
    let app = App::expect();
    rows.iter().map(|row| draw_row(app, row, filtered)).collect_view().into_any()
}

fn draw_row(app: App, row: &Arc<Row>, filtered: bool) -> AnyView {
    let control = control(app, row);
    if !row.inner && !filtered {
        return control;
    }
    let passes = if filtered {
        let row = row.clone();
        passes_filter(app, Signal::derive(move || app.with(|workspace| row.differs(workspace))))
    } else {
        true.into()
    };
    let class = if row.inner { "only within" } else { "only" };
    let row = row.clone();
    let there = Memo::new(move |_| app.with(|workspace| (row.show)(workspace).is_some()));
    view! { <div class=class hidden=move || !(there.get() && passes.get())>{control}</div> }.into_any()
}

fn control(app: App, row: &Arc<Row>) -> AnyView {
    let (id, label, help) = (row.id.clone(), row.label, row.help);
    let value = row.text(app);
    let taken = row.clone();
    match row.shape {
        Shape::Line { mode, example } => {
            let suggestions = if mode == "email" { SUGGESTIONS } else { "" };
            let commit = Callback::new(move |text: String| taken.take(app, &format!("Changed: {}", taken.label), &text));
            view! {
                <TextField
                    id=id
                    label=label
                    help=help
                    input_mode=mode
                    placeholder=example
                    suggestions=suggestions
                    value=value
                    commit=commit
                />
            }
            .into_any()
        }
        Shape::Flag => {
            let switch = Callback::new(move |on: bool| {
                let (word, text) = if on { ("on", ON) } else { ("off", "") };
                drop(taken.take(app, &format!("Turned {word}: {}", taken.label), text));
            });
            view! { <Toggle id=id label=label help=help value=Signal::derive(move || value.get() == ON) switch=switch /> }
                .into_any()
        }
        Shape::One(options) => {
            let options = Memo::new(move |_| app.with(options));
            let choose = Callback::new(move |name: String| drop(taken.take(app, &format!("Changed: {}", taken.label), &name)));
            view! { <Choice id=id label=label help=help value=value options=options choose=choose /> }.into_any()
        }
        Shape::Many { options, others } => view! { <Ticks row=taken options=options others=others /> }.into_any(),
        Shape::Part { view, at } => view(app, at),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use redemption_engine::design::{AccessSettings, Design};
    use redemption_engine::field::{
        FederationField, Field, GuestField, HomeField, InterpretationField, PolicyField, ResourceField, TermsField, UserField,
    };
    use redemption_engine::guest::MicrosoftAccount;
    use redemption_engine::presets;
    use strum::IntoEnumIterator;

    use super::*;
    use crate::configure::cards::List;
    use crate::configure::federations::{self, FEDERATIONS};
    use crate::configure::home::{self, HOMES};
    use crate::configure::policies::{self, POLICIES};
    use crate::configure::terms::{self, TERMS};
    use crate::configure::users::{self, USERS};
    use crate::configure::{guest, resource};

    /// Every row of a workspace with one of everything.
    fn everything() -> Rows {
        let mut all: Rows = resource::groups().into_iter().flat_map(|group| group.rows).collect();
        all.extend(federations::fields(0));
        all.extend(terms::fields(0));
        all.extend(policies::fields(0));
        all.extend(home::groups(0).into_iter().flat_map(|group| group.rows));
        all.extend(users::fields(0, 0));
        all.extend(guest::names(0));
        all.extend(guest::groups(0).into_iter().flat_map(|group| group.rows));
        all
    }

    /// A workspace in which every subject is there.
    fn full() -> Workspace {
        let mut workspace = presets::first().unwrap().workspace;
        workspace.design = Design::default();
        for list in [FEDERATIONS, TERMS, POLICIES, HOMES, USERS] {
            (list.push)(&mut workspace, 0).unwrap();
        }
        let tenant = &mut workspace.design.home_tenants[0];
        tenant.partner.inbound = Some(AccessSettings::default());
        tenant.partner.inbound_trust = Some(Default::default());
        tenant.outbound_to_resource = Some(AccessSettings::default());
        let guest = &mut workspace.guests[0];
        guest.person.microsoft_account =
            Some(MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
        for (row, text) in
            [("resource.termsOfUse.0.termsExpiration", ON), ("guest.0.internalUser.userPrincipalName", "a@b.example")]
        {
            find(row).take_into(&mut workspace, text).unwrap();
        }
        workspace
    }

    fn find(id: &str) -> Arc<Row> {
        everything().into_iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no control {id}"))
    }

    impl Row {
        fn take_into(&self, workspace: &mut Workspace, text: &str) -> Result<(), String> {
            (self.put)(workspace, text)
        }
        fn shown(&self, workspace: &Workspace) -> String {
            (self.show)(workspace).unwrap_or_else(|| panic!("{} is not there", self.id))
        }
    }

    #[test]
    fn every_name_that_the_engine_has_for_a_control_is_the_id_of_one_control() {
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for row in everything() {
            *ids.entry(row.id.clone()).or_default() += 1;
        }
        let twice: Vec<&String> = ids.iter().filter(|(_, times)| **times > 1).map(|(id, _)| id).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let mut names: BTreeSet<String> = ResourceField::iter().map(|field| Field::resource(field).to_string()).collect();
        names.extend(FederationField::iter().map(|field| Field::of_federation(0, field).to_string()));
        names.extend(TermsField::iter().map(|field| Field::of_terms(0, field).to_string()));
        names.extend(PolicyField::iter().map(|field| Field::of_policy(0, field).to_string()));
        names.extend(HomeField::iter().map(|field| Field::of_home(0, field).to_string()));
        names.extend(UserField::iter().map(|field| Field::of_user(0, 0, field).to_string()));
        names.extend(GuestField::iter().map(|field| Field::of_guest(0, field).to_string()));
        names.extend(InterpretationField::iter().map(|field| Field::interpretation(field).to_string()));
        let missing: Vec<&String> = names.iter().filter(|name| !ids.contains_key(*name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_choice_can_be_made_and_is_shown_and_every_switch_goes_both_ways() {
        let mut workspace = full();
        for row in everything() {
            let texts: Vec<String> = match &row.shape {
                Shape::Flag => vec![ON.to_owned(), String::new()],
                Shape::One(options) => options(&workspace).into_iter().map(|(name, _)| name).collect(),
                Shape::Many { options, .. } => {
                    let names: Vec<String> = options(&workspace).into_iter().map(|(name, _)| name).collect();
                    vec![String::new(), names.join("\n")]
                }
                Shape::Line { .. } | Shape::Part { .. } => vec![row.shown(&workspace)],
            };
            assert!(!texts.is_empty(), "{}", row.id);
            for text in texts {
                row.take_into(&mut workspace, &text).unwrap();
                assert_eq!(row.shown(&workspace), text, "{}", row.id);
            }
            workspace = full();
        }
    }

    #[test]
    fn a_control_changes_its_own_value_and_no_other() {
        for row in everything() {
            let mut workspace = full();
            let before: BTreeMap<String, String> =
                everything().iter().map(|row| (row.id.clone(), row.shown(&workspace))).collect();
            let text = match &row.shape {
                Shape::Flag if before[&row.id].is_empty() => ON.to_owned(),
                // What is within goes away with what is turned off.
                Shape::Flag | Shape::Part { .. } => continue,
                Shape::One(options) => {
                    options(&workspace).into_iter().map(|(name, _)| name).find(|name| *name != before[&row.id]).unwrap()
                }
                Shape::Many { options, .. } => match options(&workspace).into_iter().next() {
                    Some((name, _)) if before[&row.id] != name => name,
                    Some(_) => String::new(),
                    None => panic!("{} has nothing to choose from", row.id),
                },
                Shape::Line { mode, example } => match (*mode, *example) {
                    ("numeric", "") => "17".to_owned(),
                    ("numeric", "90") => "91".to_owned(),
                    ("numeric", _) => "2025-02-03".to_owned(),
                    _ => "omar@fabrikam.example".to_owned(),
                },
            };
            let taken = row.take_into(&mut workspace, &text);
            if taken.is_err() {
                row.take_into(&mut workspace, "fabrikam.example").unwrap();
            }
            for other in everything() {
                let same = other.shown(&workspace) == before[&other.id];
                // A name is an option of what refers to it, but not its value.
                assert_eq!(same, other.id != row.id, "{} and {}", row.id, other.id);
            }
        }
    }

    #[test]
    fn what_is_set_to_the_default_differs_no_more() {
        let mut workspace = full();
        let rows = everything();
        for row in rows.iter().filter(|row| row.has_default()) {
            row.reset(&mut workspace);
        }
        for row in rows.iter().filter(|row| row.has_default()) {
            assert!(!row.differs(&workspace), "{}", row.id);
        }
        assert_eq!(workspace.design, Design { home_tenants: workspace.design.home_tenants.clone(), ..Design::default() });
    }

    #[test]
    fn a_text_that_cannot_be_read_changes_nothing() {
        let before = full();
        let mut workspace = before.clone();
        for (id, text) in [
            ("guest.0.invitedEmail", "nina"),
            ("guest.0.invitedOn", "soon"),
            ("resource.termsOfUse.0.termsExpiration.start", ""),
            ("resource.termsOfUse.0.reacceptAfterDays", "0"),
            ("resource.collaborationRestrictions.domains", "adatum.example, adatum"),
            ("resource.displayName", " "),
            ("home.0.users.0.userPrincipalName", ""),
        ] {
            assert!(find(id).take_into(&mut workspace, text).is_err(), "{id}");
        }
        assert_eq!(workspace, before);
    }

    #[test]
    fn rows_of_what_is_gone_show_nothing_and_write_nothing() {
        let mut workspace = full();
        for list in [FEDERATIONS, TERMS, POLICIES, USERS, HOMES] {
            let List { cut, .. } = list;
            cut(&mut workspace, 0, 0);
        }
        workspace.guests.clear();
        let before = workspace.clone();
        for row in federations::fields(0).iter().chain(&users::fields(0, 0)).chain(&guest::names(0)) {
            assert_eq!((row.show)(&workspace), None, "{}", row.id);
            assert_eq!(row.take_into(&mut workspace, "x"), Ok(()));
        }
        assert_eq!(workspace, before);
    }
}
