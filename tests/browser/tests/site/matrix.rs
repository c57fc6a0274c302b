//! No barriers that axe can find: every way of colouring the page × a wide, a middling and a narrow window × the states of the page.
//!
//! One browser for each way of colouring. What a state shows in particular is tested where its subject is; the guest's pages in every
//! frame and language in `appearance.rs`.

use browser_tests::{Key, Page, browse};
use strum::{EnumIter, IntoEnumIterator};

use crate::colours::Colours;
use crate::states::{State, everything, open, show_panel, unfold_all};

const WIDE: (u32, u32) = (1280, 800);
const MIDDLING: (u32, u32) = (820, 1180);
const NARROW: (u32, u32) = (320, 640);
const PANELS: [&str; 3] = ["Setup", "Flow", "Guest view"];

#[test]
fn axe_finds_nothing_in_light_colours() {
    nothing_in(Colours::Light);
}

#[test]
fn axe_finds_nothing_in_dark_colours() {
    nothing_in(Colours::Dark);
}

#[test]
fn axe_finds_nothing_in_forced_colours() {
    nothing_in(Colours::Forced);
}

#[test]
fn axe_finds_nothing_in_high_contrast() {
    nothing_in(Colours::HighContrast);
}

#[test]
fn axe_finds_nothing_in_light_colours_with_everything_set_up() {
    nothing_with_everything_set_up(Colours::Light);
}

#[test]
fn axe_finds_nothing_in_dark_colours_with_everything_set_up() {
    nothing_with_everything_set_up(Colours::Dark);
}

/// The states of the matrix, in the scenario that a first visit shows; the dead end needs one of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
enum Place {
    Start,
    Middle,
    End,
    Changed,
    Gallery,
    Palette,
    Troubleshoot,
    History,
    Scenarios,
    Import,
    Export,
    GraphRequests,
    Share,
    Golden,
    Compare,
    Orders,
    Findings,
    Ways,
    Painted,
    Problems,
    Drawer,
    Keys,
    About,
    PrintPreview,
    Presentation,
    PresentationSettings,
}

fn nothing_in(colours: Colours) {
    browse(async |browser| {
        let page = browser.visit().await;
        colours.set(&page).await;
        let mut found = Vec::new();
        for window in [WIDE, MIDDLING, NARROW] {
            resize(&page, window).await;
            for place in Place::iter() {
                place.reach(&page).await;
                look(&page, place.panels(), &format!("{colours:?}, {}, {place:?}", window.0), &mut found).await;
                place.leave(&page).await;
            }
        }
        dead_end(&page).await;
        for window in [WIDE, MIDDLING, NARROW] {
            resize(&page, window).await;
            look(&page, &["Flow", "Guest view"], &format!("{colours:?}, {}, dead end", window.0), &mut found).await;
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

fn nothing_with_everything_set_up(colours: Colours) {
    browse(async |browser| {
        let page = browser.visit().await;
        colours.set(&page).await;
        open(&page, &everything()).await;
        let mut found = Vec::new();
        for window in [WIDE, NARROW] {
            resize(&page, window).await;
            for state in State::iter() {
                state.reach(&page).await;
                found.extend(page.barriers(&format!("{colours:?}, {}, {state:?}", window.0)).await);
                state.leave(&page).await;
            }
            show_panel(&page, "Flow").await;
            for view in ["outline", "storyboard", "sequence", "timeline", "flow"] {
                page.click(&format!(".views__item:has([value='{view}'])")).await;
                page.until_is("byId('flow-scroll').dataset.view", view).await;
                unfold_all(&page, "#flow-scroll").await;
                found.extend(page.barriers(&format!("{colours:?}, {}, {view}", window.0)).await);
            }
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

/// Looks for barriers; where only one panel fits, in each of these.
async fn look(page: &Page, panels: &[&str], place: &str, found: &mut Vec<String>) {
    if panels.is_empty() || page.js("return Boolean(seen('.segments'))").await == false {
        found.extend(page.barriers(place).await);
        return;
    }
    for panel in panels {
        page.click_button(".segments", panel).await;
        found.extend(page.barriers(&format!("{place}, {panel}")).await);
    }
}

impl Place {
    /// What is looked at where only one panel fits; what lies over the panels is looked at once.
    fn panels(self) -> &'static [&'static str] {
        match self {
            Self::Start | Self::Middle | Self::End => &PANELS,
            Self::Changed => &["Setup", "Flow"],
            Self::Painted => &["Flow"],
            Self::Gallery
            | Self::Palette
            | Self::Troubleshoot
            | Self::History
            | Self::Scenarios
            | Self::Import
            | Self::Export
            | Self::GraphRequests
            | Self::Share
            | Self::Golden
            | Self::Compare
            | Self::Orders
            | Self::Findings
            | Self::Ways
            | Self::Problems
            | Self::Drawer
            | Self::Keys
            | Self::About
            | Self::PrintPreview
            | Self::Presentation
            | Self::PresentationSettings => &[],
        }
    }

    async fn reach(self, page: &Page) {
        match self {
            Self::Start => stand(page, 0, "Guest", "Guest screen").await,
            Self::Middle => stand(page, 1, "Resource tenant", "Why").await,
            Self::End => stand(page, 2, "Home tenants", "Directory").await,
            Self::Changed => {
                show_panel(page, "Setup").await;
                page.click_button(".setup__parts", "Resource tenant").await;
                page.click("[id$='azureActiveDirectory.off']").await;
                page.until("seen('.diverged')").await;
            }
            Self::Gallery => {
                open_dialog(page, "Examples").await;
                page.click(".example__outcome summary").await;
                page.until("seen('.outcomes')").await;
            }
            Self::Palette => {
                page.chord(Key::Control, 'k').await;
                page.until("seen('.palette__item')").await;
            }
            Self::Troubleshoot => {
                open_dialog(page, "Troubleshoot").await;
                page.click("#symptom-no-invitation-mail").await;
                page.until("seen('.cause')").await;
                page.click("#symptom-no-invitation-mail ~ .explain summary").await;
                page.click("#symptom-no-invitation-mail ~ .explain > .button").await;
                page.until("seen('.explain .reach__way')").await;
            }
            Self::History => {
                page.chord(Key::Control, 's').await;
                page.until("document.activeElement.id === 'version-name'").await;
                page.type_text("Kept").await;
                page.press(Key::Enter).await;
                page.until_is("text('.said__text')", "Saved Kept.").await;
                page.click_element("all('button').find(button => button.ariaLabel?.startsWith('Rename'))").await;
                page.until("seen('.scenario .rename')").await;
            }
            Self::Scenarios => open_dialog(page, "Scenarios").await,
            Self::Import => {
                open_dialog(page, "Import").await;
                page.click("#import-text").await;
                page.paste(include_str!("../../../fixtures/graph/crossTenantAccessPolicy-patch-as-documented.json")).await;
                page.click_button("form.paste", "Read").await;
                page.until("seen('.report')").await;
            }
            Self::Export => open_dialog(page, "Export").await,
            Self::GraphRequests => {
                page.click(".menu--more > summary").await;
                page.click_button(".menu--more", "Changes as Graph requests…").await;
                page.until("text('dialog[open] h2')").await;
            }
            Self::Share => {
                open_dialog(page, "Share").await;
                page.click(".share__qr > summary").await;
                page.until("seen('.qr__code')").await;
            }
            Self::Golden => {
                page.click(".menu--more > summary").await;
                page.click_button(".menu--more", "Golden guests").await;
                page.until("text('dialog[open] h2')").await;
                page.click_button("dialog[open]", "Keep all as expected").await;
                page.until("seen('.finding') && seen('.status__golden')").await;
                unfold_all(page, "dialog[open]").await;
            }
            Self::Compare => {
                page.command("Compare A and B").await;
                page.select("#compare-with", "edition-2019-06").await;
                page.until("seen('.overlay__step') && seen('.class')").await;
                unfold_all(page, "dialog[open]").await;
            }
            Self::Orders => {
                page.command("All redemption orders").await;
                page.click(".orders details summary").await;
                page.until("seen('.orders__others')").await;
            }
            Self::Findings => {
                page.command("Findings").await;
                page.until("seen('#findings-design') && seen('[aria-labelledby=findings-coverage] h4')").await;
            }
            Self::Ways => {
                page.command("What would have to change").await;
                page.select("#ways-goal", "provider-emailOneTimePasscode").await;
                page.until("seen('.reach > *')").await;
            }
            Self::Painted => {
                page.command("Findings").await;
                page.click_button("dialog[open]", "Paint the flow").await;
                page.until("seen('.node__count')").await;
                page.click(".painted summary").await;
            }
            Self::Problems => {
                page.click(".status__problems").await;
                page.until("text('dialog[open] h2')").await;
            }
            Self::Drawer => {
                page.click("#drawer-golden").await;
                page.until("text('dialog[open] h2')").await;
            }
            Self::Keys => open_dialog(page, "Keys").await,
            Self::About => {
                open_dialog(page, "About").await;
                page.click("details.rules summary").await;
                page.until("seen('.table')").await;
            }
            Self::PrintPreview => {
                page.click(".menu--more > summary").await;
                page.click_button(".menu--more", "Print preview").await;
                page.until("seen('.paper__sheet')").await;
            }
            Self::Presentation => present(page).await,
            Self::PresentationSettings => {
                present(page).await;
                page.click("#present-settings").await;
                page.until("seen('#setup')").await;
            }
        }
    }

    /// Closes what lies over the panels.
    async fn leave(self, page: &Page) {
        match self {
            Self::Start | Self::Middle | Self::End => {}
            Self::Changed => {
                page.click_button(".diverged", "Undo").await;
                page.until("!seen('.diverged')").await;
            }
            Self::Gallery
            | Self::Palette
            | Self::Troubleshoot
            | Self::History
            | Self::Scenarios
            | Self::Import
            | Self::Export
            | Self::GraphRequests
            | Self::Share
            | Self::Golden
            | Self::Compare
            | Self::Orders
            | Self::Findings
            | Self::Ways
            | Self::Problems
            | Self::Drawer
            | Self::Keys
            | Self::About => {
                // In the history, Escape leaves the form for the name first.
                page.click_button("dialog[open]", "Close").await;
                page.until_is("all('dialog[open]').length", 0).await;
                if self == Self::Import {
                    page.command("Undo").await;
                }
            }
            Self::Painted => {
                page.click_button(".painted", "Stop painting").await;
                page.until("!seen('.painted')").await;
            }
            Self::PrintPreview | Self::Presentation => {
                page.press(Key::Escape).await;
                page.until("seen('.bar__commands') && !seen('.paper')").await;
            }
            Self::PresentationSettings => {
                page.press(Key::Escape).await;
                page.until("!seen('#setup')").await;
                page.press(Key::Escape).await;
                page.until("seen('.bar__commands')").await;
            }
        }
    }
}

/// Goes to the first step, one in the middle, or the last, with a part of the settings and a tab beside it.
async fn stand(page: &Page, stop: usize, part: &str, tab: &str) {
    show_panel(page, "Setup").await;
    page.click_button(".setup__parts", part).await;
    show_panel(page, "Guest view").await;
    page.click_button(".tabs", tab).await;
    show_panel(page, "Flow").await;
    page.click(".transport__button[aria-label='First step']").await;
    match stop {
        0 => {}
        1 => {
            for _ in 0..3 {
                page.click(".transport__forward").await;
            }
        }
        _ => page.click(".transport__button[aria-label='Last step']").await,
    }
}

/// Opens an example in which the guest is stopped, shows every check and goes to where it ends.
async fn dead_end(page: &Page) {
    resize(page, WIDE).await;
    open_dialog(page, "Examples").await;
    page.click("#example-common-endpoint").await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.click_button(".flow__detail", "Every check").await;
    page.click(".transport__button[aria-label='Last step']").await;
    page.until("seen('.node[data-state=stopped]')").await;
}

async fn open_dialog(page: &Page, button: &str) {
    page.command(button).await;
    page.until("text('dialog[open] h2')").await;
}

async fn present(page: &Page) {
    page.js("location.hash = '#/present'").await;
    page.until("seen('.presenter')").await;
}

async fn resize(page: &Page, (width, height): (u32, u32)) {
    page.resize(width, height).await;
    page.until_is("innerWidth", width).await;
}
