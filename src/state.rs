//! What the components share: the session, what is derived from it, and what is shown.
//!
//! No markup and no storage. What is derived is a memo; an effect writes a signal only after a paint.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::act::{Act, Prompt};
use redemption_engine::analysis::pack::part::Part;
use redemption_engine::chart::{Detail, Unused};
pub use redemption_engine::clock::{date_and_time, minutes_at};
use redemption_engine::design::ResourceTenant;
use redemption_engine::field::Field;
use redemption_engine::flow::Node;
use redemption_engine::golden::Checked;
use redemption_engine::guest::Guest;
use redemption_engine::library::{Saved, Stamp};
use redemption_engine::problems::Problem;
use redemption_engine::session::{self, Session};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;
pub use redemption_engine::wording::{Doer, chapter_name};
use redemption_engine::workspace::Workspace;

use crate::offline::Offline;
use crate::preferences;
use crate::store::{Role, SaveState, Store};
use crate::words;

mod after_paint;
mod chapter;
mod drawer;
mod edition;
mod golden;
mod heat;
mod incoming;
mod kinds;
mod list;
mod look;
mod paper;
mod presentation;
mod problems;
mod projection;
mod refused;
mod second;
mod shared;
mod theme;
mod travel;
mod way_in;
mod widths;

pub use after_paint::{Painted, after_paint};
pub use chapter::design_at;
pub use drawer::{DRAWER_VIEWS, Shown};
pub use heat::Heat;
pub use incoming::Incoming;
pub use kinds::{ConfigurePart, Dialog, InspectTab, Notice, NoticeAction, Panel};
pub(crate) use list::{COLUMNS, Counted, List, RESULT};
pub use look::{Appearance, Device, GuestColours, GuestLanguage, Look};
pub use paper::Paper;
pub use presentation::{Presentation, SETTINGS_BUTTON, TypeSize};
pub use projection::Projection;
pub use refused::{Refusal, Refused};
pub use shared::{RunSignal, SessionSignal, ViewSignal, WorkspaceSignal};
pub use theme::Theme;
pub use travel::{Speed, Stride, Travel, named_node};
pub use widths::{Side, Width, Widths};

const SINGLE_KEYS: &str = "single-keys";
const HIDE_UNUSED: &str = "hide-unused";

/// Everything the components share. Copy it freely: it holds signals only.
#[derive(Clone, Copy)]
pub struct App {
    /// The open workspace with cursor and history.
    pub session: SessionSignal,
    /// Its workspace.
    pub workspace: WorkspaceSignal,
    /// The selected guest and the cursor.
    pub view: ViewSignal,
    /// The selected guest's run.
    pub run: RunSignal,
    /// The places that have a row at the level of detail that is shown.
    shown: Memo<Vec<Place>>,
    /// What follows after a paint.
    painted: Painted,
    /// What is questionable in the workspace.
    pub problems: ReadSignal<Vec<Problem>>,
    /// Texts that stand in fields and cannot be taken.
    pub refused: Refused,
    /// Both together: what is refused while it is typed, then what is questionable.
    pub all_problems: Memo<Vec<Problem>>,
    /// What became of the golden guests, in the order of the expectations.
    pub golden: ReadSignal<Vec<Checked>>,
    /// Saving and the saved workspaces.
    pub store: Store,
    /// The node whose reasons are shown; `None` follows the cursor.
    pub looked_at: RwSignal<Option<Node>>,
    /// How much of the flow is shown.
    pub detail: RwSignal<Detail>,
    /// Whether rows are shown that nothing is set up for.
    pub unused: RwSignal<Unused>,
    /// The view of the run that is shown.
    pub projection: RwSignal<Projection>,
    /// The panel that is shown where only one fits.
    pub panel: RwSignal<Panel>,
    /// The tab of the right-hand panel.
    pub tab: RwSignal<InspectTab>,
    /// The part of the settings that is shown.
    pub part: RwSignal<ConfigurePart>,
    /// Whether only the settings that differ from the defaults are shown.
    pub only_changed: RwSignal<bool>,
    /// The open dialog.
    pub dialog: RwSignal<Option<Dialog>>,
    /// The view in the drawer.
    pub drawer: RwSignal<Option<Dialog>>,
    /// The scenario that a link has brought, until it is opened.
    pub incoming: RwSignal<Option<Incoming>>,
    /// The symptom at which the dialog for troubleshooting opens.
    pub symptom: RwSignal<Option<&'static str>>,
    /// Whether the history opens at the name of a version.
    pub naming: RwSignal<bool>,
    /// Whether the dialog with the scenarios asks to remove everything.
    pub clearing: RwSignal<bool>,
    /// The id of the scenario whose design B the forms edit.
    second_shown: RwSignal<Option<String>>,
    /// Whether the flow is painted with how many kinds of guests come where.
    pub painting: RwSignal<bool>,
    /// How many that are, once it is known.
    pub heat: RwSignal<Option<Arc<Heat>>>,
    /// The list of invitees, once it was counted.
    pub(crate) list: RwSignal<Option<Counted>>,
    /// Whether questions about all guests are asked of the people of that list, where there is one.
    pub(crate) asks_list: RwSignal<bool>,
    /// What happened, with something to do about it.
    pub notices: RwSignal<Vec<Notice>>,
    /// What a screen reader is told, in the page's one live region.
    pub announcement: RwSignal<String>,
    /// Playing, and how the run is travelled.
    pub travel: Travel,
    /// Whether the page is shown to a room, and how.
    pub presentation: Presentation,
    /// Whether the run is laid out on paper.
    pub paper: RwSignal<Paper>,
    /// The document that is laid out in place of the run, if there is one.
    pub sheet: RwSignal<Option<Arc<Vec<Part>>>>,
    /// How wide the panels are.
    pub widths: Widths,
    /// How the guest's pages are drawn.
    pub look: Look,
    /// How the page is coloured.
    pub theme: RwSignal<Theme>,
    /// How far the page is kept for opening without a network.
    pub offline: RwSignal<Offline>,
    /// Whether keys without Ctrl do anything beyond what every control does.
    pub single_keys: RwSignal<bool>,
}

impl App {
    /// The state of a page with an open session.
    pub fn new(store: Store, session: Session) -> Self {
        let session = SessionSignal::new(session);
        let (workspace, view) = (WorkspaceSignal::of(session), ViewSignal::of(session));
        let run = RunSignal::of(session, workspace, view);
        let problems = problems::problems_of(workspace);
        let refused = Refused::new();
        let all_problems = Memo::new(move |_| {
            let mut all = refused.problems();
            problems.with(|problems| all.extend(problems.iter().cloned()));
            all
        });
        let detail = RwSignal::new(Detail::default());
        let app = Self {
            session,
            workspace,
            view,
            run,
            shown: travel::shown_places(run, workspace, detail),
            painted: Painted::new(),
            problems,
            refused,
            all_problems,
            golden: golden::golden_of(workspace),
            store,
            looked_at: RwSignal::new(None),
            detail,
            unused: RwSignal::new(if preferences::kept(HIDE_UNUSED).unwrap_or(false) { Unused::Hidden } else { Unused::Shown }),
            projection: RwSignal::new(Projection::kept()),
            panel: RwSignal::new(Panel::Flow),
            tab: RwSignal::new(InspectTab::Screen),
            part: RwSignal::new(ConfigurePart::Guest),
            only_changed: RwSignal::new(false),
            dialog: RwSignal::new(None),
            drawer: RwSignal::new(drawer::kept()),
            incoming: RwSignal::new(None),
            symptom: RwSignal::new(None),
            naming: RwSignal::new(false),
            clearing: RwSignal::new(false),
            second_shown: RwSignal::new(second::kept()),
            painting: RwSignal::new(false),
            heat: RwSignal::new(None),
            list: RwSignal::new(None),
            asks_list: RwSignal::new(false),
            notices: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            travel: Travel::new(),
            presentation: Presentation::new(),
            paper: RwSignal::new(Paper::Away),
            sheet: RwSignal::new(None),
            widths: Widths::new(),
            look: Look::kept(),
            theme: RwSignal::new(preferences::kept(crate::app::THEME).unwrap_or_default()),
            offline: RwSignal::new(Offline::Unknown),
            single_keys: RwSignal::new(preferences::kept(SINGLE_KEYS).unwrap_or(true)),
        };
        app.count_paints();
        app
    }

    /// The state that an outer component has provided.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Reads the workspace, and follows its changes.
    pub fn with<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with(read)
    }

    /// Reads the resource tenant, and follows its changes.
    pub fn resource<T>(&self, read: impl FnOnce(&ResourceTenant) -> T) -> T {
        self.with(|workspace| read(&workspace.design.resource_tenant))
    }

    /// Reads the selected guest, and follows their changes; the type's default where there is none.
    pub fn guest<T: Default>(&self, read: impl FnOnce(&Guest) -> T) -> T {
        let guest = self.view.guest();
        self.with(|workspace| workspace.guests.get(guest).map(read)).unwrap_or_default()
    }

    /// Where the cursor stands, and follows it.
    pub fn place(&self) -> Place {
        self.view.place()
    }

    /// The node whose reasons are shown: the chosen one, or the one at the cursor.
    pub fn node_shown(&self) -> Option<Node> {
        let place = self.place();
        self.looked_at.get().or_else(|| self.run.with(|run| run.and_then(|run| run.node(place))))
    }

    /// Whether this tab only reads the open scenario, which is then said.
    fn only_reads(&self) -> bool {
        let reads = self.store.role.get_untracked() == Role::Reader;
        if reads {
            self.announce(words::frame::scenario_open_in_another_tab());
        }
        reads
    }

    /// Takes the right to change the open scenario away from another tab.
    pub fn take_over(&self) {
        if self.store.role.get_untracked() == Role::Reader {
            crate::store::take_over(*self);
        } else {
            self.announce(words::frame::tab_changes_scenario_already());
        }
    }

    /// Changes the workspace as one step of the history; the label says what was done, in the past tense.
    pub fn edit(&self, label: &str, change: impl FnOnce(&mut Workspace)) {
        if self.only_reads() {
            return;
        }
        let divergence = self.session.update(|session| session.edit(label, change));
        self.drop_undo_notice();
        match divergence {
            Some(divergence) => {
                self.looked_at.set(None);
                self.travel.pause();
                self.go_on_to_a_row();
                let shown = untrack(|| self.shown_places());
                let place = shown.into_iter().find(|place| *place >= divergence.place).unwrap_or(divergence.place);
                self.travel.diverged.set(Some(place));
                self.announce(words::frame::the_path_differs_from(label, untrack(|| self.numbered(place))));
            }
            None => self.announce(label.to_owned()),
        }
    }

    /// Changes the selected guest as one step of the history.
    pub fn edit_guest(&self, label: &str, change: impl FnOnce(&mut Guest)) {
        let position = self.session.with_untracked(|session| session.view().guest);
        self.edit(label, |workspace| {
            if let Some(guest) = workspace.guests.get_mut(position) {
                change(guest);
            }
        });
    }

    /// Lets the guest do something at the cursor, or anybody between two attempts.
    pub fn act(&self, act: Act) {
        if self.only_reads() {
            return;
        }
        let told = self.session.with_untracked(|session| {
            let asked = session.run().and_then(|run| session::prompt_at(&run, session.view().place));
            wording::act_in(&session.workspace().design.resource_tenant, asked.unwrap_or(Prompt::Between), act)
        });
        let label = format!("{}: {told}", Doer::of(act).name());
        if self.session.update(|session| session.act(label, act)) {
            self.drop_undo_notice();
            self.go_on_to_a_row();
            self.after_move();
        }
    }

    /// Moves the cursor by so many of the places that are shown.
    pub fn step(&self, by: isize) {
        let stops = untrack(|| self.stops());
        self.session.update(|session| session.step_among(&stops, by));
        self.after_move();
    }

    /// Moves the cursor to a place, or to the next one that is shown.
    pub fn go(&self, place: Place) {
        self.session.update(|session| session.go(place));
        self.go_on_to_a_row();
        self.after_move();
    }

    /// Goes on to the next place that is shown, if the cursor stands on one that is not.
    pub fn go_on_to_a_row(&self) {
        let places = untrack(|| self.shown_places());
        let now = self.session.with_untracked(|session| session.view().place);
        if let Some(next) = places.into_iter().find(|place| *place >= now).filter(|place| *place != now) {
            self.session.update(|session| session.go(next));
        }
    }

    /// Selects a guest.
    pub fn select_guest(&self, guest: usize) {
        self.session.update(|session| session.select(guest));
        self.after_move();
    }

    /// Takes back the newest change.
    pub fn undo(&self) {
        if self.only_reads() {
            return;
        }
        if let Some(label) = self.session.update(Session::undo) {
            self.drop_undo_notice();
            self.looked_at.set(None);
            self.done(&label, false);
            self.announce(words::frame::undone(&label));
        }
    }

    /// Does the newest undone change again.
    pub fn redo(&self) {
        if self.only_reads() {
            return;
        }
        if let Some(label) = self.session.update(Session::redo) {
            self.drop_undo_notice();
            self.looked_at.set(None);
            self.done(&label, true);
            self.announce(words::frame::done_again(&label));
        }
    }

    /// Says something in the live region.
    pub fn announce(&self, text: impl Into<String>) {
        self.announcement.set(text.into());
    }

    /// Shows a notice.
    pub fn notify(&self, text: impl Into<String>, action: Option<NoticeAction>) {
        let notice = Notice { text: text.into(), action };
        self.announce(notice.text.clone());
        self.notices.update(|notices| {
            notices.retain(|other| *other != notice);
            notices.push(notice);
        });
    }

    /// Shows the settings at a field and focuses it; what is expected of guests is in a dialog.
    pub fn focus_field(&self, field: &Field) {
        if field.is_expectation() {
            return self.dialog.set(Some(Dialog::Golden));
        }
        let path = field.as_str().to_owned();
        self.part.set(match path.split('.').next() {
            Some("home") => ConfigurePart::Home,
            Some("guest") => ConfigurePart::Guest,
            _ => ConfigurePart::Resource,
        });
        if let Some(guest) = path.strip_prefix("guest.").and_then(|rest| rest.split('.').next()?.parse::<usize>().ok())
            && guest != self.session.with_untracked(|session| session.view().guest)
        {
            self.select_guest(guest);
        }
        self.only_changed.set(false);
        self.panel.set(Panel::Setup);
        self.dialog.set(None);
        crate::controls::focus_when_drawn(path);
    }

    /// Opens the dialog for troubleshooting at a symptom.
    pub fn troubleshoot(&self, symptom: &'static str) {
        self.symptom.set(Some(symptom));
        self.dialog.set(Some(Dialog::Troubleshoot));
    }

    /// Opens another workspace in place of the present one. The present one has been saved before.
    pub fn open(&self, id: &str, stored: Option<Stamp>, session: Session) {
        self.store.flush();
        self.store.opened(id, stored, &session);
        self.session.set(session);
        self.looked_at.set(None);
        self.notices.set(Vec::new());
        self.travel.pause();
        self.travel.diverged.set(None);
        let name = self.session.with_untracked(|session| session.workspace().name.clone());
        crate::store::recall(*self);
        crate::store::claim(*self);
        self.announce(words::frame::opened(&name));
    }

    /// Opens a saved scenario where it was left.
    pub fn open_saved(&self, saved: Saved) {
        let stored = (saved.stamp.revision > 0).then_some(saved.stamp);
        self.open(&saved.id, stored, Session::open(saved.workspace, saved.view));
    }

    /// Opens a session as a new scenario with an id of its own.
    pub fn open_new(&self, session: Session) {
        self.open(&crate::store::new_id(), None, session);
    }

    /// Hides the rows that nothing is set up for, or shows them.
    pub fn set_unused(&self, unused: Unused) {
        self.unused.set(unused);
        preferences::keep(HIDE_UNUSED, if unused == Unused::Hidden { "true" } else { "false" });
    }

    /// Switches the keys without Ctrl on or off.
    pub fn set_single_keys(&self, on: bool) {
        self.single_keys.set(on);
        preferences::keep(SINGLE_KEYS, if on { "true" } else { "false" });
    }

    /// Whether work is being saved.
    pub fn save_state(&self) -> SaveState {
        self.store.state.get()
    }

    fn drop_undo_notice(&self) {
        if self.travel.diverged.with_untracked(Option::is_some) {
            self.travel.diverged.set(None);
        }
        if self.notices.with_untracked(|notices| notices.iter().any(|notice| notice.action == Some(NoticeAction::Undo))) {
            self.notices.update(|notices| notices.retain(|notice| notice.action != Some(NoticeAction::Undo)));
        }
    }

    fn after_move(&self) {
        self.looked_at.set(None);
        self.travel.pause();
        let place = self.session.with_untracked(|session| session.view().place);
        self.reached(place);
        let said = untrack(|| self.describe(place));
        if !said.is_empty() && !self.travel.quiet.get_untracked() {
            self.announce(said);
        }
    }

    /// A place by its number, as the transport counts.
    pub fn numbered(&self, place: Place) -> String {
        let number = number_of(&self.stops(), place);
        format!("{} {number}", self.travel.stride.get().noun().to_lowercase())
    }
}

/// The number of a place as the transport counts; a place that is not shown has the number of the one before.
fn number_of(places: &[Place], place: Place) -> usize {
    places.iter().rposition(|other| *other <= place).map_or(1, |position| position + 1)
}

/// A place in one sentence: what a stop is called, its number, check, answer.
fn describe(run: &Run, noun: &str, places: &[Place], place: Place) -> String {
    let number = number_of(places, place);
    let node = run.node(place).map_or("", wording::node);
    let answer = match (run.step(place), session::prompt_at(run, place)) {
        (Some(step), _) => wording::answer(step.edge.from(), step.edge.answer()).to_owned(),
        (None, None | Some(Prompt::Between)) => words::common::ends().to_owned(),
        (None, Some(_)) => words::common::waits_for_guest().to_owned(),
    };
    words::frame::place_of_run(noun, number, places.len(), node, &answer)
}
