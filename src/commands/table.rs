//! The table of commands.

use redemption_engine::chart::Detail;

use super::keys::{Key, Scope};
use super::{Command, PictureUse};
use crate::regions::Region;
use crate::state::{
    Appearance, ConfigurePart, Device, Dialog, GuestColours, GuestLanguage, InspectTab, Projection, Side, Speed, Stride,
    TypeSize, Width,
};

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
    /// Scenarios and the page as a whole.
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
            Self::Page => "Everywhere",
            Self::Steps => "In the flow",
            Self::View => "View",
            Self::Show => "Presenting and printing",
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
    page(Command::Open(Dialog::Gallery), "Examples").bar().also("gallery templates presets samples"),
    page(Command::Open(Dialog::Scenarios), "Scenarios").bar().also("open saved files new duplicate rename delete"),
    page(Command::Open(Dialog::Import), "Import").bar().also("open file paste Microsoft Graph JSON"),
    page(Command::Open(Dialog::Export), "Export").bar().also("file report Markdown Mermaid CSV table picture"),
    page(Command::Open(Dialog::GraphExport), "Changes as Graph requests…")
        .menu()
        .also("Microsoft Graph PATCH PowerShell rollback export JSON tenant"),
    page(Command::Open(Dialog::Share), "Share").bar().also("link address QR code send copy"),
    page(Command::Open(Dialog::Troubleshoot), "Troubleshoot").bar().also("diagnose symptom error AADSTS support"),
    page(Command::Undo, "Undo").bar().keys(&[Key::control("z", Scope::NotTyping)]).also("take back"),
    page(Command::Redo, "Redo")
        .bar()
        .keys(&[Key::control("y", Scope::NotTyping), Key::control_shift("z", Scope::NotTyping)])
        .also("again"),
    page(Command::NextTheme, "Theme").bar().also("dark light colours mode"),
    page(Command::Palette, "Commands").bar().keys(&[Key::control("k", Scope::Page)]).also("palette search find"),
    page(Command::Open(Dialog::Keys), "Keys").bar().keys(&[Key::plain("?", Scope::NotTyping)]).also("help shortcuts keyboard"),
    page(Command::Open(Dialog::About), "About").bar().also("help model limits rules sources version"),
    page(Command::Open(Dialog::Problems), "Warnings and notes").also("problems checks questionable"),
    page(Command::NameVersion, "Save named version").keys(&[Key::control("s", Scope::Page)]).also("store keep checkpoint"),
    page(Command::Open(Dialog::History), "History").menu().also("versions restore compare difference"),
    page(Command::DownloadEverything, "Download everything").also("backup export all scenarios versions file"),
    page(Command::ClearAll, "Clear all data").also("delete remove reset storage privacy"),
    page(Command::TakeOver, "Take over from the other tab").also("read-only write edit here"),
    page(Command::Export, "Download the scenario").also("export file redemption.json"),
    page(Command::Save, "Save now").also("store keep"),
    page(Command::LookForNewVersion, "Look for a new version").also("update offline"),
    page(Command::NewVersion, "Load the new version").also("update reload"),
    page(Command::NextRegion, "Next region").keys(&[Key::control("F6", Scope::NoDialog)]).also("panel focus"),
    page(Command::PreviousRegion, "Previous region").keys(&[Key::control_shift("F6", Scope::NoDialog)]).also("panel focus"),
    page(Command::SingleKeys, "Switch single keys on or off").also("character shortcuts speech"),
    steps(Command::First, "First step").keys(&[Key::plain("Home", Scope::Flow)]).also("start beginning"),
    steps(Command::Back, "Step back")
        .keys(&[Key::plain("ArrowLeft", Scope::Flow), Key::plain("PageUp", Scope::Presenting)])
        .also("previous"),
    steps(Command::PlayOrPause, "Play or pause").keys(&[Key::plain(" ", Scope::Slider)]).also("run animate stop"),
    steps(Command::Next, "Next step")
        .keys(&[Key::plain("ArrowRight", Scope::Flow), Key::plain("PageDown", Scope::Presenting)])
        .also("forward on"),
    steps(Command::Last, "Last step").keys(&[Key::plain("End", Scope::Flow)]).also("end outcome result"),
    steps(Command::PausePoint, "Set or remove a pause point").keys(&[Key::plain("b", Scope::Flow)]).also("breakpoint stop"),
    steps(Command::RemovePauses, "Remove all pause points").also("breakpoints"),
    steps(Command::Speed(Speed::Half), "Play at 0.5×").also("speed slow half"),
    steps(Command::Speed(Speed::Normal), "Play at 1×").also("speed normal"),
    steps(Command::Speed(Speed::Double), "Play at 2×").also("speed fast double"),
    steps(Command::Speed(Speed::Fourfold), "Play at 4×").also("speed fastest"),
    steps(Command::Stride(Stride::Rows), "Step by rows of the flow").also("granularity checks"),
    steps(Command::Stride(Stride::Screens), "Step by pages the guest sees").also("granularity screens"),
    view(Command::Detail(Detail::Overview), "Flow: overview").also("detail path summary"),
    view(Command::Detail(Detail::Steps), "Flow: steps").also("detail documented"),
    view(Command::Detail(Detail::All), "Flow: every check").also("detail all"),
    view(Command::UnusedRows, "Flow: hide unused rows, or show them").also("not set up disabled providers"),
    view(Command::FollowCursor, "Follow the cursor, or stay where it is scrolled to").also("scroll camera"),
    view(Command::Quiet, "Quiet: announce no steps, or announce them").also("screen reader live region"),
    view(Command::Projection(Projection::Flow), "View: flow").also("chart diagram ladder"),
    view(Command::Projection(Projection::Outline), "View: outline").also("table list steps"),
    view(Command::Projection(Projection::Storyboard), "View: storyboard").also("screens pages"),
    view(Command::Projection(Projection::Sequence), "View: sequence").also("mermaid messages lanes"),
    view(Command::Projection(Projection::Timeline), "View: timeline").also("record mails log"),
    view(Command::Tab(InspectTab::Screen), "Show guest screen").also("page browser what the guest sees"),
    view(Command::Tab(InspectTab::Why), "Show why").also("reason rule source explanation"),
    view(Command::Tab(InspectTab::Directory), "Show directory").also("user object Azure AD attributes"),
    view(Command::Tab(InspectTab::Log), "Show mails and log").also("audit sign-in Azure AD mail"),
    view(Command::Appearance(Appearance::Device(Device::Phone)), "Guest's page: phone").also("frame width mobile"),
    view(Command::Appearance(Appearance::Device(Device::Tablet)), "Guest's page: tablet").also("frame width"),
    view(Command::Appearance(Appearance::Device(Device::Desktop)), "Guest's page: desktop").also("frame width"),
    view(Command::Appearance(Appearance::Colours(GuestColours::Same)), "Guest's page: colours of this page").also("theme"),
    view(Command::Appearance(Appearance::Colours(GuestColours::Light)), "Guest's page: light").also("theme colours"),
    view(Command::Appearance(Appearance::Colours(GuestColours::Dark)), "Guest's page: dark").also("theme colours"),
    view(Command::Appearance(Appearance::Branding(true)), "Guest's page: with branding").also("company logo name"),
    view(Command::Appearance(Appearance::Branding(false)), "Guest's page: without branding").also("company logo name"),
    view(Command::Appearance(Appearance::Language(GuestLanguage::Guests)), "Guest's page: the guest's language").also("locale"),
    view(Command::Appearance(Appearance::Language(GuestLanguage::English)), "Guest's page: English").also("language locale"),
    view(Command::Appearance(Appearance::Language(GuestLanguage::German)), "Guest's page: German")
        .also("language locale Deutsch"),
    view(Command::Part(ConfigurePart::Guest), "Settings of the guest").also("person invitation"),
    view(Command::Part(ConfigurePart::Resource), "Settings of the resource tenant").also("Azure AD Azure Active Directory host"),
    view(Command::Part(ConfigurePart::Home), "Settings of the home tenants").also("partner Azure AD Azure Active Directory"),
    view(Command::OnlyChanged, "Show only what differs from the defaults, or all").also("filter changed settings"),
    view(Command::Region(Region::Commands), "Go to commands").also("bar"),
    view(Command::Region(Region::Setup), "Go to settings").also("configure"),
    view(Command::Region(Region::Flow), "Go to flow").also("chart diagram ladder"),
    view(Command::Region(Region::Transport), "Go to steps").also("transport slider play"),
    view(Command::Region(Region::Inspect), "Go to guest view").also("screen reasons inspect"),
    view(Command::Region(Region::Status), "Go to status").also("outcome saved"),
    view(Command::Width(Side::Setup, Width::Narrow), "Settings panel: narrow").also("width layout"),
    view(Command::Width(Side::Setup, Width::Default), "Settings panel: default width").also("layout reset"),
    view(Command::Width(Side::Setup, Width::Wide), "Settings panel: wide").also("width layout"),
    view(Command::Width(Side::Inspect, Width::Narrow), "Guest view: narrow").also("width layout"),
    view(Command::Width(Side::Inspect, Width::Default), "Guest view: default width").also("layout reset"),
    view(Command::Width(Side::Inspect, Width::Wide), "Guest view: wide").also("width layout"),
    show(Command::Present, "Present").menu().also("presentation mode projector slides beamer room clicker leave"),
    show(Command::Blank, "Blank the screen of the presentation").keys(&[Key::plain(".", Scope::Presenting)]).also("black dark"),
    show(Command::StepOut, "Leave the presentation or the print preview")
        .keys(&[Key::plain("Escape", Scope::Aside)])
        .also("exit close"),
    show(Command::FullScreen, "Full screen").also("fullscreen window presentation"),
    show(Command::TypeSize(TypeSize::Large), "Presentation: type 1.5×").also("font size text large"),
    show(Command::TypeSize(TypeSize::Larger), "Presentation: type 1.75×").also("font size text larger"),
    show(Command::TypeSize(TypeSize::Largest), "Presentation: type 2×").also("font size text largest"),
    show(Command::Print, "Print").menu().also("paper handout PDF sheet"),
    show(Command::PrintPreview, "Print preview").menu().also("paper handout PDF sheet"),
    show(Command::Picture(PictureUse::Copy), "Copy picture").menu().also("image clipboard PNG flow storyboard"),
    show(Command::Picture(PictureUse::SavePng), "Save picture (PNG)").menu().also("image download flow storyboard"),
    show(Command::Picture(PictureUse::SaveSvg), "Save picture (SVG)").menu().also("image download vector flow storyboard"),
];

/// Keys that move within a control, and therefore are no commands.
pub const WIDGET_KEYS: &[(&[&str], &str)] = &[
    (&["↑", "↓"], "Between the checks of the flow"),
    (&["Enter"], "Why the check has this answer"),
    (&["←", "→", "Home", "End"], "On a separator between panels: its place; Enter sets the default"),
    (&["Esc"], "Close the dialog or the menu"),
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
