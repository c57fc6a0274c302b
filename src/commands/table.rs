//! The table of commands.

use redemption_engine::chart::Detail;

use super::keys::{Key, Scope};
use super::{Command, PictureUse};
use crate::regions::Region;
use crate::state::{
    Appearance, ConfigurePart, Device, Dialog, GuestColours, GuestLanguage, InspectTab, Projection, Side, Speed, Stride, Theme,
    TypeSize, Width,
};
use crate::words;

/// A command with what the page says of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What is done.
    pub command: Command,
    /// The name.
    pub label: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// Its keys.
    pub keys: &'static [Key],
    /// Other words for it, by which it is found.
    pub also: &'static str,
    /// Where it has a button.
    pub button: Button,
}

/// Where a command has a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// In the bar.
    Bar,
    /// In the menu of the bar.
    Menu,
    /// Nowhere in the bar.
    None,
}

/// What commands belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum Group {
    /// Scenarios, their versions and files.
    Scenarios,
    /// Many guests, orders and designs at once.
    Analysis,
    /// The page as a whole.
    Page,
    /// Travelling through the run.
    Steps,
    /// What is shown.
    View,
    /// Showing it to a room, on paper and as a picture.
    Show,
}

impl Group {
    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Scenarios => words::commands::scenarios_and_files(),
            Self::Analysis => words::commands::analysis(),
            Self::Page => words::commands::this_page(),
            Self::Steps => words::commands::in_the_flow(),
            Self::View => words::commands::view(),
            Self::Show => words::commands::presenting_and_printing(),
        }
    }
}

impl Entry {
    const fn new(command: Command, label: &'static str, group: Group) -> Self {
        Self { command, label, group, keys: &[], also: "", button: Button::None }
    }

    const fn bar(self) -> Self {
        Self { button: Button::Bar, ..self }
    }

    const fn menu(self) -> Self {
        Self { button: Button::Menu, ..self }
    }

    const fn keys(self, keys: &'static [Key]) -> Self {
        Self { keys, ..self }
    }

    const fn also(self, also: &'static str) -> Self {
        Self { also, ..self }
    }
}

const fn file(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::Scenarios)
}

const fn analysis(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::Analysis)
}

const fn page(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::Page)
}

const fn steps(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::Steps)
}

const fn view(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::View)
}

const fn show(command: Command, label: &'static str) -> Entry {
    Entry::new(command, label, Group::Show)
}

/// Every command, in the order of the bar, the help sheet and the palette.
pub const TABLE: &[Entry] = &[
    file(Command::Open(Dialog::Gallery), words::common::examples()).bar().also(words::commands::examples_also()),
    file(Command::Open(Dialog::Scenarios), words::common::scenarios()).bar().also(words::commands::scenarios_also()),
    file(Command::Open(Dialog::Import), words::common::import()).menu().also(words::commands::import_also()),
    file(Command::Open(Dialog::Export), words::common::export()).menu().also(words::commands::export_also()),
    file(Command::Open(Dialog::GraphExport), words::commands::changes_as_graph_requests())
        .menu()
        .also(words::commands::changes_as_graph_requests_also()),
    file(Command::Open(Dialog::History), words::common::history()).menu().also(words::commands::history_also()),
    analysis(Command::Open(Dialog::Compare), words::analysis::compare()).bar().also(words::analysis::compare_also()),
    analysis(Command::Open(Dialog::Orders), words::analysis::orders()).menu().also(words::analysis::orders_also()),
    analysis(Command::Open(Dialog::Findings), words::analysis::findings()).menu().also(words::analysis::findings_also()),
    analysis(Command::Open(Dialog::Population), words::population::population())
        .menu()
        .also(words::population::population_also()),
    analysis(Command::Open(Dialog::Ways), words::ways::what_would_have_to_change())
        .menu()
        .also(words::ways::what_would_have_to_change_also()),
    analysis(Command::Open(Dialog::Golden), words::golden::golden_guests()).menu().also(words::golden::golden_guests_also()),
    file(Command::Open(Dialog::Share), words::common::share()).bar().also(words::commands::share_also()),
    analysis(Command::Open(Dialog::Troubleshoot), words::common::troubleshoot()).bar().also(words::commands::troubleshoot_also()),
    file(Command::Undo, words::common::undo())
        .bar()
        .keys(&[Key::control("z", Scope::NotTyping)])
        .also(words::commands::undo_also()),
    file(Command::Redo, words::commands::redo())
        .bar()
        .keys(&[Key::control("y", Scope::NotTyping), Key::control_shift("z", Scope::NotTyping)])
        .also(words::commands::redo_also()),
    page(Command::NextTheme, words::commands::theme()).menu().also(words::commands::theme_also()),
    page(Command::Theme(Theme::Light), words::commands::theme_light()).also(words::commands::theme_also()),
    page(Command::Theme(Theme::Dark), words::commands::theme_dark()).also(words::commands::theme_also()),
    page(Command::Theme(Theme::HighContrast), words::commands::theme_high_contrast()).also(words::commands::theme_also()),
    page(Command::Theme(Theme::System), words::commands::theme_system()).also(words::commands::theme_also()),
    page(Command::Palette, words::common::commands())
        .bar()
        .keys(&[Key::control("k", Scope::Page)])
        .also(words::commands::commands_also()),
    page(Command::Open(Dialog::Keys), words::commands::keys())
        .menu()
        .keys(&[Key::plain("?", Scope::NotTyping)])
        .also(words::commands::keys_also()),
    page(Command::Open(Dialog::About), words::common::about()).menu().also(words::commands::about_also()),
    analysis(Command::Open(Dialog::Problems), words::about::problems()).also(words::commands::problems_also()),
    file(Command::NewScenario, words::common::new_scenario()).also(words::commands::new_scenario_also()),
    file(Command::DuplicateScenario, words::commands::duplicate_scenario()).also(words::commands::duplicate_scenario_also()),
    file(Command::RenameScenario, words::commands::rename_scenario()).also(words::commands::rename_scenario_also()),
    file(Command::DeleteScenario, words::commands::delete_scenario()).also(words::commands::delete_scenario_also()),
    file(Command::ResetSettings, words::commands::reset_settings()).also(words::commands::reset_settings_also()),
    file(Command::AddGuest, words::guest::add_guest()).also(words::commands::add_guest_also()),
    file(Command::DuplicateGuest, words::guest::duplicate_guest()).also(words::commands::duplicate_guest_also()),
    file(Command::RenameGuest, words::commands::rename_guest()).also(words::commands::rename_guest_also()),
    file(Command::RemoveGuest, words::guest::remove_guest()).also(words::commands::remove_guest_also()),
    file(Command::NameVersion, words::common::save_named_version())
        .keys(&[Key::control("s", Scope::Page)])
        .also(words::commands::save_named_version_also()),
    file(Command::DownloadEverything, words::common::download_everything()).also(words::commands::download_everything_also()),
    file(Command::ClearAll, words::common::clear_all_data()).also(words::commands::clear_all_data_also()),
    file(Command::TakeOver, words::commands::take_over_other_tab()).also(words::commands::take_over_other_tab_also()),
    file(Command::Export, words::common::download_the_scenario()).also(words::commands::download_the_scenario_also()),
    file(Command::Save, words::commands::save_now()).also(words::commands::save_now_also()),
    page(Command::LookForNewVersion, words::common::look_for_a_new_version())
        .also(words::commands::look_for_a_new_version_also()),
    page(Command::NewVersion, words::common::load_the_new_version()).also(words::commands::load_the_new_version_also()),
    page(Command::NextRegion, words::commands::next_region())
        .keys(&[Key::control("F6", Scope::NoDialog)])
        .also(words::commands::panel_focus_also()),
    page(Command::PreviousRegion, words::commands::previous_region())
        .keys(&[Key::control_shift("F6", Scope::NoDialog)])
        .also(words::commands::panel_focus_also()),
    page(Command::SingleKeys, words::commands::switch_single_keys_on_or()).also(words::commands::switch_single_keys_on_or_also()),
    steps(Command::First, words::commands::first_step())
        .keys(&[Key::plain("Home", Scope::Flow)])
        .also(words::commands::first_step_also()),
    steps(Command::Back, words::commands::step_back())
        .keys(&[Key::plain("ArrowLeft", Scope::Flow), Key::plain("PageUp", Scope::Presenting)])
        .also(words::commands::step_back_also()),
    steps(Command::PlayOrPause, words::commands::play_or_pause())
        .keys(&[Key::plain(" ", Scope::Slider)])
        .also(words::commands::play_or_pause_also()),
    steps(Command::Next, words::common::next_step())
        .keys(&[Key::plain("ArrowRight", Scope::Flow), Key::plain("PageDown", Scope::Presenting)])
        .also(words::commands::next_step_also()),
    steps(Command::Last, words::commands::last_step())
        .keys(&[Key::plain("End", Scope::Flow)])
        .also(words::commands::last_step_also()),
    steps(Command::PausePoint, words::commands::set_or_remove_pause_point())
        .keys(&[Key::plain("b", Scope::Flow)])
        .also(words::commands::set_or_remove_pause_point_also()),
    steps(Command::RemovePauses, words::commands::remove_all_pause_points())
        .also(words::commands::remove_all_pause_points_also()),
    steps(Command::Speed(Speed::Half), words::commands::play_at_0_5()).also(words::commands::play_at_0_5_also()),
    steps(Command::Speed(Speed::Normal), words::commands::play_at_1()).also(words::commands::play_at_1_also()),
    steps(Command::Speed(Speed::Double), words::commands::play_at_2()).also(words::commands::play_at_2_also()),
    steps(Command::Speed(Speed::Fourfold), words::commands::play_at_4()).also(words::commands::play_at_4_also()),
    steps(Command::Stride(Stride::Rows), words::commands::step_rows_flow()).also(words::commands::step_rows_flow_also()),
    steps(Command::Stride(Stride::Screens), words::commands::step_pages_guest_sees())
        .also(words::commands::step_pages_guest_sees_also()),
    view(Command::Detail(Detail::Overview), words::commands::flow_overview()).also(words::commands::flow_overview_also()),
    view(Command::Detail(Detail::Steps), words::commands::flow_steps()).also(words::commands::flow_steps_also()),
    view(Command::Detail(Detail::All), words::commands::flow_every_check()).also(words::commands::flow_every_check_also()),
    view(Command::UnusedRows, words::commands::flow_hide_unused_rows_or()).also(words::commands::flow_hide_unused_rows_or_also()),
    view(Command::Painting, words::analysis::painting()).also(words::analysis::painting_also()),
    view(Command::FollowCursor, words::commands::follow_cursor_or_stay_where())
        .also(words::commands::follow_cursor_or_stay_where_also()),
    view(Command::Quiet, words::commands::quiet_announce_no_steps_or()).also(words::commands::quiet_announce_no_steps_or_also()),
    view(Command::Projection(Projection::Flow), words::commands::view_flow()).also(words::commands::chart_diagram_ladder_also()),
    view(Command::Projection(Projection::Outline), words::commands::view_outline()).also(words::commands::view_outline_also()),
    view(Command::Projection(Projection::Storyboard), words::commands::view_storyboard())
        .also(words::commands::view_storyboard_also()),
    view(Command::Projection(Projection::Sequence), words::commands::view_sequence()).also(words::commands::view_sequence_also()),
    view(Command::Projection(Projection::Timeline), words::commands::view_timeline()).also(words::commands::view_timeline_also()),
    view(Command::Tab(InspectTab::Screen), words::commands::show_guest_screen()).also(words::commands::show_guest_screen_also()),
    view(Command::Tab(InspectTab::Why), words::commands::show_why()).also(words::commands::show_why_also()),
    view(Command::Tab(InspectTab::Directory), words::commands::show_directory()).also(words::commands::show_directory_also()),
    view(Command::Tab(InspectTab::Log), words::commands::show_mails_and_log()).also(words::commands::show_mails_and_log_also()),
    view(Command::Appearance(Appearance::Device(Device::Phone)), words::commands::guests_page_phone())
        .also(words::commands::guests_page_phone_also()),
    view(Command::Appearance(Appearance::Device(Device::Tablet)), words::commands::guests_page_tablet())
        .also(words::commands::frame_width_also()),
    view(Command::Appearance(Appearance::Device(Device::Desktop)), words::commands::guests_page_desktop())
        .also(words::commands::frame_width_also()),
    view(Command::Appearance(Appearance::Colours(GuestColours::Same)), words::commands::guests_page_colours_page())
        .also(words::commands::guests_page_colours_page_also()),
    view(Command::Appearance(Appearance::Colours(GuestColours::Light)), words::commands::guests_page_light())
        .also(words::commands::theme_colours_also()),
    view(Command::Appearance(Appearance::Colours(GuestColours::Dark)), words::commands::guests_page_dark())
        .also(words::commands::theme_colours_also()),
    view(Command::Appearance(Appearance::Branding(true)), words::commands::guests_page_with_branding())
        .also(words::commands::company_logo_name_also()),
    view(Command::Appearance(Appearance::Branding(false)), words::commands::guests_page_without_branding())
        .also(words::commands::company_logo_name_also()),
    view(Command::Appearance(Appearance::Language(GuestLanguage::Guests)), words::commands::guests_page_the_guests_language())
        .also(words::commands::guests_page_the_guests_language_also()),
    view(Command::Appearance(Appearance::Language(GuestLanguage::English)), words::commands::guests_page_english())
        .also(words::commands::guests_page_english_also()),
    view(Command::Appearance(Appearance::Language(GuestLanguage::German)), words::commands::guests_page_german())
        .also(words::commands::guests_page_german_also()),
    view(Command::Part(ConfigurePart::Guest), words::common::settings_of_the_guest())
        .also(words::commands::settings_of_the_guest_also()),
    view(Command::Part(ConfigurePart::Resource), words::common::settings_of_the_resource_tenant())
        .also(words::commands::settings_of_the_resource_tenant_also()),
    view(Command::Part(ConfigurePart::Home), words::commands::settings_of_the_home_tenants())
        .also(words::commands::settings_of_the_home_tenants_also()),
    view(Command::OnlyChanged, words::commands::show_only_differs_defaults_or())
        .also(words::commands::show_only_differs_defaults_or_also()),
    view(Command::Region(Region::Commands), words::commands::go_to_commands()).also(words::commands::go_to_commands_also()),
    view(Command::Region(Region::Setup), words::commands::go_to_settings()).also(words::commands::go_to_settings_also()),
    view(Command::Region(Region::Flow), words::commands::go_to_flow()).also(words::commands::chart_diagram_ladder_also()),
    view(Command::Region(Region::Transport), words::commands::go_to_steps()).also(words::commands::go_to_steps_also()),
    view(Command::Region(Region::Inspect), words::commands::go_to_guest_view()).also(words::commands::go_to_guest_view_also()),
    view(Command::Region(Region::Drawer), words::commands::go_to_drawer()).also(words::commands::go_to_drawer_also()),
    view(Command::Drawer, words::commands::open_or_close_drawer()).also(words::commands::go_to_drawer_also()),
    view(Command::Region(Region::Status), words::commands::go_to_status()).also(words::commands::go_to_status_also()),
    view(Command::Width(Side::Setup, Width::Narrow), words::commands::settings_panel_narrow())
        .also(words::commands::width_layout_also()),
    view(Command::Width(Side::Setup, Width::Default), words::commands::settings_panel_default_width())
        .also(words::commands::layout_reset_also()),
    view(Command::Width(Side::Setup, Width::Wide), words::commands::settings_panel_wide())
        .also(words::commands::width_layout_also()),
    view(Command::Width(Side::Inspect, Width::Narrow), words::commands::guest_view_narrow())
        .also(words::commands::width_layout_also()),
    view(Command::Width(Side::Inspect, Width::Default), words::commands::guest_view_default_width())
        .also(words::commands::layout_reset_also()),
    view(Command::Width(Side::Inspect, Width::Wide), words::commands::guest_view_wide())
        .also(words::commands::width_layout_also()),
    view(Command::Width(Side::Drawer, Width::Narrow), words::commands::drawer_low()).also(words::commands::height_layout_also()),
    view(Command::Width(Side::Drawer, Width::Default), words::commands::drawer_default_height())
        .also(words::commands::height_layout_also()),
    view(Command::Width(Side::Drawer, Width::Wide), words::commands::drawer_high()).also(words::commands::height_layout_also()),
    show(Command::Present, words::commands::present()).menu().also(words::commands::present_also()),
    show(Command::Blank, words::commands::blank_screen_presentation())
        .keys(&[Key::plain(".", Scope::Presenting)])
        .also(words::commands::blank_screen_presentation_also()),
    show(Command::StepOut, words::commands::leave_presentation_or_print_preview())
        .keys(&[Key::plain("Escape", Scope::Aside)])
        .also(words::commands::leave_presentation_or_print_preview_also()),
    show(Command::FullScreen, words::common::full_screen()).also(words::commands::full_screen_also()),
    show(Command::TypeSize(TypeSize::Large), words::commands::presentation_type_1_5())
        .also(words::commands::presentation_type_1_5_also()),
    show(Command::TypeSize(TypeSize::Larger), words::commands::presentation_type_1_75())
        .also(words::commands::presentation_type_1_75_also()),
    show(Command::TypeSize(TypeSize::Largest), words::commands::presentation_type_2())
        .also(words::commands::presentation_type_2_also()),
    show(Command::Print, words::common::print()).menu().also(words::commands::paper_handout_pdf_sheet_also()),
    show(Command::PrintPreview, words::common::print_preview()).menu().also(words::commands::paper_handout_pdf_sheet_also()),
    show(Command::Picture(PictureUse::Copy), words::commands::copy_picture()).menu().also(words::commands::copy_picture_also()),
    show(Command::Picture(PictureUse::SavePng), words::commands::save_picture_png())
        .menu()
        .also(words::commands::save_picture_png_also()),
    show(Command::Picture(PictureUse::SaveSvg), words::commands::save_picture_svg())
        .menu()
        .also(words::commands::save_picture_svg_also()),
];

/// Keys that move within a control, and therefore are no commands.
pub const WIDGET_KEYS: &[(&[&str], &str)] = &[
    (&["↑", "↓"], words::commands::between_checks_flow()),
    (&[words::commands::enter_key()], words::commands::why_check_answer()),
    (&["←", "→", words::commands::home_key(), words::common::end()], words::commands::on_separator_between_panels_place()),
    (&[words::commands::esc()], words::commands::close_dialog_or_menu()),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use strum::IntoEnumIterator;

    #[test]
    fn every_command_and_every_name_stands_in_the_table_once() {
        let labels: BTreeSet<&str> = TABLE.iter().map(|entry| entry.label).collect();
        assert_eq!(labels.len(), TABLE.len());
        for (position, entry) in TABLE.iter().enumerate() {
            assert_eq!(TABLE.iter().position(|other| other.command == entry.command), Some(position), "{}", entry.label);
        }
    }

    #[test]
    fn the_bar_has_at_most_eight_commands_and_the_menu_of_the_others() {
        let shown: Vec<&str> = TABLE.iter().filter(|entry| entry.button == Button::Bar).map(|entry| entry.label).collect();
        assert!((1..=8).contains(&shown.len()), "{shown:?}");
    }

    #[test]
    fn no_two_commands_have_the_same_keys() {
        let names: Vec<String> = TABLE.iter().flat_map(|entry| entry.keys).map(Key::name).collect();
        let once: BTreeSet<&String> = names.iter().collect();
        assert_eq!(once.len(), names.len(), "{names:?}");
    }

    #[test]
    fn single_keys_hold_only_within_the_flow_or_a_presentation_except_for_help() {
        let single = TABLE.iter().flat_map(|entry| entry.keys).filter(|key| key.is_single());
        let beyond: Vec<String> =
            single.filter(|key| !matches!(key.scope, Scope::Flow | Scope::Slider | Scope::Presenting)).map(Key::name).collect();
        assert_eq!(beyond, ["?"]);
    }

    #[test]
    fn everything_there_is_several_of_can_be_reached() {
        let has = |command: Command| TABLE.iter().any(|entry| entry.command == command);
        assert!(Speed::iter().all(|speed| has(Command::Speed(speed))));
        assert!(Stride::iter().all(|stride| has(Command::Stride(stride))));
        assert!(Detail::iter().all(|detail| has(Command::Detail(detail))));
        assert!(InspectTab::iter().all(|tab| has(Command::Tab(tab))));
        assert!(ConfigurePart::iter().all(|part| has(Command::Part(part))));
        assert!(Region::iter().all(|region| has(Command::Region(region))));
        assert!(TypeSize::iter().all(|size| has(Command::TypeSize(size))));
        assert!(PictureUse::iter().all(|what| has(Command::Picture(what))));
        assert!(Side::iter().all(|side| Width::iter().all(|width| has(Command::Width(side, width)))));
        // What a link has brought is opened by the link.
        let opens = |dialog: Dialog| matches!(dialog, Dialog::Palette | Dialog::Link) || has(Command::Open(dialog));
        assert!(Dialog::iter().all(opens));
    }
}
