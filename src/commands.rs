//! Every command of the page, once: its name, its keys, other words for it, and what it does.
//!
//! The bar, the palette, the help sheet and the keys are read off [`TABLE`], so that they cannot differ. Commands that come from
//! what is open (settings, scenarios, guests) are made in `palette`.

mod keys;
mod table;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::chart::{Detail, Unused};
use redemption_engine::flow::Node;
use wasm_bindgen::JsCast;

use crate::app;
use crate::offline;
use crate::preferences;
use crate::regions::Region;
use crate::state::{
    App, Appearance, ConfigurePart, Dialog, InspectTab, Panel, Paper, Projection, Side, Speed, Stride, Theme, TypeSize, Width,
};
use crate::words;

pub use crate::picture::PictureUse;
pub use keys::{Key, Scope};
pub use table::{Button, Entry, Group, TABLE, WIDGET_KEYS};

/// Something that can be done from anywhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens a dialog.
    Open(Dialog),
    /// Opens and closes the palette.
    Palette,
    /// Downloads the open scenario.
    Export,
    /// Downloads all scenarios with their versions.
    DownloadEverything,
    /// Asks whether to remove all that is stored.
    ClearAll,
    /// Takes the right to change the open scenario away from another tab.
    TakeOver,
    /// Saves now.
    Save,
    /// Saves now, and asks for the name of a version.
    NameVersion,
    /// Takes back the newest change.
    Undo,
    /// Does it again.
    Redo,
    /// Opens a new scenario.
    NewScenario,
    /// Saves a copy of the open scenario.
    DuplicateScenario,
    /// Leads to the name of the open scenario.
    RenameScenario,
    /// Deletes the open scenario, with a way back.
    DeleteScenario,
    /// Sets all settings to Microsoft's defaults.
    ResetSettings,
    /// Adds a guest to the scenario.
    AddGuest,
    /// Puts a copy of the selected guest beside them.
    DuplicateGuest,
    /// Leads to the name of the selected guest.
    RenameGuest,
    /// Removes the selected guest.
    RemoveGuest,
    /// Switches to the next theme.
    NextTheme,
    /// Switches to this theme.
    Theme(Theme),
    /// Goes to the first stop.
    First,
    /// Goes one stop back.
    Back,
    /// Plays, or pauses.
    PlayOrPause,
    /// Goes one stop on.
    Next,
    /// Goes to the last stop.
    Last,
    /// Sets or removes a pause point at the focused check, or at the one that is shown.
    PausePoint,
    /// Removes all pause points.
    RemovePauses,
    /// Plays at this speed.
    Speed(Speed),
    /// Steps by this.
    Stride(Stride),
    /// Shows the flow in this detail.
    Detail(Detail),
    /// Hides the rows that nothing is set up for, or shows them.
    UnusedRows,
    /// Paints the flow with how many kinds of guests come where, or not.
    Painting,
    /// Scrolls along with the cursor, or not.
    FollowCursor,
    /// Announces no steps, or announces them.
    Quiet,
    /// Shows the run in this view.
    Projection(Projection),
    /// Shows a tab of the right-hand panel.
    Tab(InspectTab),
    /// Shows a part of the settings.
    Part(ConfigurePart),
    /// Shows only the settings that differ from the defaults, or all.
    OnlyChanged,
    /// Opens the drawer at what is questionable, or closes it.
    Drawer,
    /// Goes to a region.
    Region(Region),
    /// Goes to the next region.
    NextRegion,
    /// Goes to the previous region.
    PreviousRegion,
    /// Gives a panel a width.
    Width(Side, Width),
    /// Draws the guest's pages otherwise.
    Appearance(Appearance),
    /// Switches the keys without Ctrl on or off.
    SingleKeys,
    /// Starts and ends the presentation.
    Present,
    /// Blanks the screen of the presentation, and shows it again.
    Blank,
    /// Takes one step out of the presentation, or of the print preview.
    StepOut,
    /// Asks the browser for the whole screen, and gives it back.
    FullScreen,
    /// Gives the type of a presentation this size.
    TypeSize(TypeSize),
    /// Prints the run.
    Print,
    /// Shows what would be printed, and takes it away.
    PrintPreview,
    /// Draws the view of the run as a picture.
    Picture(PictureUse),
    /// Asks the host for a new version of the page.
    LookForNewVersion,
    /// Saves, and changes to the new version that waits.
    NewVersion,
}

impl Command {
    fn entry(self) -> Option<&'static Entry> {
        TABLE.iter().find(|entry| entry.command == self)
    }

    /// The name.
    pub fn label(self) -> &'static str {
        self.entry().map_or("", |entry| entry.label)
    }

    /// The name with the first of its keys.
    pub fn hint(self) -> String {
        let Some(entry) = self.entry() else { return String::new() };
        match entry.keys.first() {
            Some(key) => format!("{} ({})", entry.label, key.name()),
            None => entry.label.to_owned(),
        }
    }

    /// The first of its keys.
    pub fn keys(self) -> String {
        self.entry().and_then(|entry| entry.keys.first()).map(Key::name).unwrap_or_default()
    }

    /// Whether a pressed key is one of those that hold in these places.
    pub fn has_key(event: &web_sys::KeyboardEvent, scopes: &[Scope]) -> bool {
        TABLE.iter().flat_map(|entry| entry.keys).any(|key| scopes.contains(&key.scope) && key.is_pressed(event))
    }

    /// Does what a pressed key stands for. Answers whether it stands for anything here.
    pub fn by_key(app: App, event: &web_sys::KeyboardEvent, scope: Scope) -> bool {
        let single = app.single_keys.get_untracked();
        let is_meant = |key: &Key| key.scope == scope && (single || !key.is_single()) && key.is_pressed(event);
        let Some(entry) = TABLE.iter().find(|entry| entry.keys.iter().any(is_meant)) else { return false };
        entry.command.run(app);
        true
    }

    /// Does it.
    pub fn run(self, app: App) {
        match self {
            Self::LookForNewVersion => spawn_local(async move { drop(offline::look(app).await) }),
            Self::NewVersion => app::change_version(app),
            Self::Open(dialog) => app.dialog.set(Some(dialog)),
            Self::Palette => match app.dialog.get_untracked() {
                None => app.dialog.set(Some(Dialog::Palette)),
                Some(Dialog::Palette) => app.dialog.set(None),
                Some(_) => {}
            },
            Self::Export => app::export(app),
            Self::DownloadEverything => crate::dialogs::download_all(app),
            Self::ClearAll => crate::dialogs::ask_to_clear(app),
            Self::TakeOver => app.take_over(),
            Self::Save => app::save_and_say(app),
            Self::NameVersion => app::name_version(app),
            Self::Undo => app.undo(),
            Self::Redo => app.redo(),
            Self::NewScenario => crate::dialogs::new_scenario(app),
            Self::DuplicateScenario => crate::dialogs::duplicate_scenario(app),
            Self::RenameScenario => app::rename_scenario(),
            Self::DeleteScenario => crate::dialogs::delete_scenario(app),
            Self::ResetSettings => crate::configure::reset_settings(app),
            Self::AddGuest => drop(crate::configure::add_guest(app)),
            Self::DuplicateGuest => crate::configure::duplicate_guest(app),
            Self::RenameGuest => crate::configure::rename_guest(app),
            Self::RemoveGuest => crate::configure::remove_guest(app),
            Self::NextTheme => switch_theme(app, app.theme.get_untracked().next()),
            Self::Theme(theme) => switch_theme(app, theme),
            Self::First => app.step(isize::MIN),
            Self::Back => app.step(-1),
            Self::PlayOrPause => app.play_or_pause(),
            Self::Next => app.step(1),
            Self::Last => app.step(isize::MAX),
            Self::PausePoint => {
                if let Some(node) = focused_node(app).or_else(|| untrack(|| app.node_shown())) {
                    app.toggle_pause_at(node);
                }
            }
            Self::RemovePauses => app.remove_pauses(),
            Self::Speed(speed) => {
                app.travel.set_speed(speed);
                app.announce(words::commands::playing_at(speed.label()));
            }
            Self::Stride(stride) => {
                app.travel.set_stride(stride);
                app.announce(words::commands::stepping_by(stride.label().to_lowercase()));
            }
            Self::Detail(detail) => {
                app.detail.set(detail);
                app.go_on_to_a_row();
                app.panel.set(Panel::Flow);
            }
            Self::UnusedRows => {
                let shown = app.unused.get_untracked() == Unused::Shown;
                app.set_unused(if shown { Unused::Hidden } else { Unused::Shown });
                app.announce(if shown {
                    words::commands::unused_rows_are_hidden()
                } else {
                    words::commands::unused_rows_are_shown()
                });
            }
            Self::Painting => {
                app.heat.set(None);
                app.painting.update(|painting| *painting = !*painting);
                app.show_projection(Projection::Flow);
                app.panel.set(Panel::Flow);
            }
            Self::FollowCursor => {
                let on = !app.travel.follows.get_untracked();
                app.travel.set_follows(on);
                app.announce(if on {
                    words::commands::the_flow_follows_the_cursor()
                } else {
                    words::commands::flow_stays_where_scrolled_to()
                });
            }
            Self::Quiet => {
                let on = !app.travel.quiet.get_untracked();
                app.travel.set_quiet(on);
                app.announce(if on {
                    words::commands::steps_are_not_announced()
                } else {
                    words::commands::steps_are_announced()
                });
            }
            Self::Projection(view) => {
                app.show_projection(view);
                app.panel.set(Panel::Flow);
            }
            Self::Tab(tab) => {
                app::show_tab(app, tab);
                let name: &'static str = tab.into();
                crate::controls::focus_when_drawn(format!("tab-{name}"));
            }
            Self::Part(part) => {
                app.part.set(part);
                Region::Setup.go(app);
            }
            Self::OnlyChanged => {
                app.part.set(ConfigurePart::Resource);
                app.panel.set(Panel::Setup);
                app.only_changed.update(|only| *only = !*only);
            }
            Self::Drawer => app.show_in_drawer(app.drawer.get_untracked().is_none().then_some(Dialog::Problems)),
            Self::Region(region) => region.go(app),
            Self::NextRegion => Region::after_focus(1).go(app),
            Self::PreviousRegion => Region::after_focus(-1).go(app),
            Self::Width(side, width) => {
                app.widths.choose(side, width);
                app.announce(format!("{}: {}", side.label(), width.label(side).to_lowercase()));
            }
            Self::Appearance(choice) => {
                app.draw_guest_pages(choice);
                app::show_tab(app, InspectTab::Screen);
                app.announce(self.label());
            }
            Self::SingleKeys => {
                let on = !app.single_keys.get_untracked();
                app.set_single_keys(on);
                app.announce(if on { words::commands::single_keys_are_on() } else { words::commands::single_keys_are_off() });
            }
            Self::Present => app.present(!app.presentation.on.get_untracked()),
            Self::Blank => app.blank(),
            Self::StepOut => app.step_out(),
            Self::FullScreen => app.full_screen(),
            Self::TypeSize(size) => {
                app.presentation.set_size(size);
                app.announce(words::commands::type_of_the_presentation(size.label()));
            }
            Self::Print => app.print(),
            Self::PrintPreview => app.preview(app.paper.get_untracked() != Paper::Preview),
            Self::Picture(what) => crate::picture::take(app, what),
        }
    }
}

fn switch_theme(app: App, theme: Theme) {
    app.theme.set(theme);
    preferences::keep(app::THEME, theme.name());
    app.announce(words::common::theme(theme.label()));
}

/// The check in the flow that has the focus.
fn focused_node(app: App) -> Option<Node> {
    let focused = document().active_element()?.closest(".ladder [data-node]").ok()??.dyn_into::<web_sys::Element>().ok()?;
    let id = focused.get_attribute("data-node")?;
    let chapter = untrack(|| app.place()).chapter;
    app.run.with_untracked(|run| run?.chapters.get(chapter)?.flow.nodes().iter().copied().find(|node| node.id() == id))
}
