//! The page at the widths of phones, tablets and screens: nothing is cut off, nothing needs sideways scrolling, nothing jumps.

use browser_tests::{Key, Page, Visit, browse};
use strum::IntoEnumIterator;

use crate::states::{State, everything, open};

const WIDTHS: [(u32, u32); 5] = [(320, 640), (360, 740), (820, 1180), (1280, 800), (1920, 1080)];
const PANELS: [&str; 3] = ["Setup", "Flow", "Guest view"];
const DIALOGS: [&str; 16] = [
    "Examples",
    "Scenarios",
    "Import",
    "Export",
    "History",
    "Share",
    "Troubleshoot",
    "Compare A and B",
    "All redemption orders",
    "Findings",
    "Population",
    "What would have to change",
    "Golden guests",
    "Commands",
    "Keys",
    "About",
];

/// Why the page is wider than the window: the elements and texts that end beyond it.
pub(crate) const SIDEWAYS: &str = "
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const beyond = range => range.getBoundingClientRect().right + scrollX > page.clientWidth;
    const textBeyond = element => [...element.childNodes].some(node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return node.nodeType === Node.TEXT_NODE && beyond(range);
    });
    const hidden = element => element.closest('.visually-hidden, .live');
    const wide = all('body *').filter(element => element.checkVisibility() && !hidden(element) && (beyond(element) || textBeyond(element)));
    return ['the page is ' + page.scrollWidth + ' wide', ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];";

/// Titles, buttons and states whose text does not fit.
const CUT: &str = "
    return all('.node__title, .node__state, .button, .segments__item, .tabs__tab, .setup__part, .chapter, .group__title, .card__head, .fact__what')
        .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth)
        .map(element => plain(element) + ' is ' + element.scrollWidth + ' wide in ' + element.clientWidth);";

#[test]
fn only_the_panels_scroll_where_they_stand_side_by_side() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.resize(1280, 800).await;
        page.until_is("innerWidth", 1280).await;
        for part in ["Guest", "Resource tenant", "Home tenants"] {
            page.click_button(".setup__parts", part).await;
            page.js("all('details').forEach(details => details.open = true)").await;
            page.until("byId('setup').scrollHeight > byId('setup').clientHeight").await;
            page.until("document.scrollingElement.scrollHeight <= innerHeight").await;
        }
    });
}

#[test]
fn a_notice_does_not_cover_the_transport() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        page.select("#edition", "2019-06").await;
        page.until("seen('.notice')").await;
        page.until("seen('.notice').getBoundingClientRect().bottom <= byId('transport').getBoundingClientRect().top").await;
    });
}

#[test]
fn no_width_needs_sideways_scrolling_or_cuts_a_title() {
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for (width, height) in WIDTHS {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            for menu in [".menu--more", ".menu--up"] {
                page.click(&format!("{menu} > summary")).await;
                page.until(&format!("seen('{menu}[open] > .menu__body')")).await;
                complain(&page, SIDEWAYS, &format!("{width}, {menu}"), &mut found).await;
                page.press(Key::Escape).await;
                page.until(&format!("!seen('{menu}[open]')")).await;
            }
            for panel in PANELS {
                if width < 1200 {
                    page.click_button(".segments", panel).await;
                }
                for part in ["Guest", "Resource tenant", "Home tenants"] {
                    if panel == "Setup" {
                        page.click_button(".setup__parts", part).await;
                        complain(&page, SIDEWAYS, &format!("{width}, {panel}, {part}"), &mut found).await;
                        complain(&page, CUT, &format!("{width}, {panel}, {part}: cut"), &mut found).await;
                    }
                }
                if panel == "Flow" {
                    for detail in ["Overview", "Steps", "Every check"] {
                        page.click_button(".flow__detail", detail).await;
                        page.until("texts('.node__title').length > 2").await;
                        complain(&page, CUT, &format!("{width}, {detail}: cut"), &mut found).await;
                        complain(&page, SIDEWAYS, &format!("{width}, {detail}"), &mut found).await;
                    }
                }
                if panel == "Guest view" {
                    for tab in ["Why", "Directory", "Mails and log", "Guest screen"] {
                        page.click_button(".tabs", tab).await;
                        complain(&page, SIDEWAYS, &format!("{width}, {tab}"), &mut found).await;
                        complain(&page, CUT, &format!("{width}, {tab}: cut"), &mut found).await;
                    }
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn no_dialog_needs_sideways_scrolling() {
    const TOO_WIDE: &str = "
        const dialog = seen('dialog[open]');
        const body = dialog.querySelector('.modal__body');
        const right = dialog.getBoundingClientRect().right;
        return [dialog, body].filter(part => part.scrollWidth > part.clientWidth).map(part => part.className + ' is ' + part.scrollWidth
            + ' wide in ' + part.clientWidth).concat(right > innerWidth + 0.5 ? ['the dialog ends at ' + right] : []);";
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for (width, height) in [(320, 640), (1280, 800)] {
            page.resize(width, height).await;
            for dialog in DIALOGS {
                page.command(dialog).await;
                page.until("text('dialog[open] h2')").await;
                complain(&page, TOO_WIDE, &format!("{width}, {dialog}"), &mut found).await;
                page.click_button("dialog[open]", "Close").await;
                page.until_is("all('dialog[open]').length", 0).await;
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn no_state_with_everything_set_up_and_unfolded_needs_sideways_scrolling() {
    /// What ends beyond what it stands in, where that scrolls by itself.
    const BEYOND_PANEL: &str = "
        return all('.panel, .panel__scroll, .modal__body').filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth)
            .flatMap(part => {
                const edge = part.getBoundingClientRect().right;
                const wide = [...part.querySelectorAll('*')].filter(element => element.checkVisibility()
                    && !element.closest('.visually-hidden') && element.getBoundingClientRect().right > edge);
                return [part.className + ' is ' + part.scrollWidth + ' wide in ' + part.clientWidth,
                    ...wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120))];
            });";
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        let mut found = Vec::new();
        for (width, height) in WIDTHS {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            for state in State::iter() {
                state.reach(&page).await;
                let place = format!("{width}, {state:?}");
                complain(&page, SIDEWAYS, &place, &mut found).await;
                complain(&page, BEYOND_PANEL, &place, &mut found).await;
                complain(&page, CUT, &format!("{place}: cut"), &mut found).await;
                state.leave(&page).await;
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn the_present_chapter_of_a_long_story_is_in_view() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.resize(360, 740).await;
        page.until_is("innerWidth", 360).await;
        page.click_button(".segments", "Flow").await;
        for button in ["Last step", "First step"] {
            page.click_button("#transport", button).await;
            page.until(
                "[seen('.chapter[aria-current]').getBoundingClientRect(), seen('.chapters').getBoundingClientRect()]
                    .reduce((chapter, list) => chapter.left >= list.left - 1 && chapter.right <= list.right + 1)",
            )
            .await;
        }
        page.until("seen('.chapters').scrollWidth > seen('.chapters').clientWidth").await;
    });
}

#[test]
fn nothing_jumps_while_the_page_starts() {
    const COUNT: &str = "
        window.shifts = [];
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
                const sources = entry.sources.map(source => source.node?.outerHTML?.slice(0, 120) ?? String(source.node));
                window.shifts.push({ value: entry.value, sources });
            }
        }).observe({ type: 'layout-shift', buffered: true });";
    browse(async |browser| {
        for (width, height) in [(1280, 800), (360, 740)] {
            let page = browser.open(Visit::default()).await;
            page.resize(width, height).await;
            page.before_each_page(COUNT).await;
            page.start().await;
            // Two frames on, everything that was laid out has been counted.
            page.js("window.frames = 0; const next = () => { window.frames++; requestAnimationFrame(next); }; next();").await;
            page.until("window.frames > 4").await;
            let shifts = page.js("return window.shifts").await;
            let sum: f64 = shifts.as_array().unwrap().iter().filter_map(|shift| shift["value"].as_f64()).sum();
            assert!(sum < 0.01, "at {width}: {sum} by {shifts}");
        }
    });
}

/// Notes what a script finds to complain about, and where.
pub(crate) async fn complain(page: &Page, script: &str, place: &str, found: &mut Vec<String>) {
    let complaints = page.js(script).await;
    found.extend(complaints.as_array().unwrap().iter().map(|complaint| format!("{place}: {complaint}")));
}
