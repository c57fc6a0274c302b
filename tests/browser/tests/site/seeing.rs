//! For eyes that need more: larger text, wider spacing, and a focus that nothing covers.
//!
//! Colours and names are axe's business, in `matrix.rs`.

use browser_tests::{Key, Page, Visit, browse};

use crate::layout::{SIDEWAYS, complain};

const PANELS: [&str; 3] = ["Setup", "Flow", "Guest view"];

async fn every_panel(page: &Page, place: &str, found: &mut Vec<String>) {
    let segmented = page.js("return Boolean(seen('.segments'))").await == true;
    for panel in PANELS {
        if segmented {
            page.click_button(".segments", panel).await;
        }
        complain(page, SIDEWAYS, &format!("{place}, {panel}"), found).await;
    }
}

/// Success criterion 1.4.4: text at twice its size.
#[test]
fn text_of_twice_the_size_needs_no_sideways_scrolling() {
    browse(async |browser| {
        let page = browser.open(Visit { text_size: 32, ..Visit::default() }).await;
        page.start().await;
        page.until_is("getComputedStyle(document.documentElement).fontSize", "32px").await;
        let mut found = Vec::new();
        for width in [640, 1280] {
            page.resize(width, 900).await;
            page.until_is("innerWidth", width).await;
            every_panel(&page, &format!("{width}, twice the size"), &mut found).await;
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

/// Success criterion 1.4.12: the spacing of lines, paragraphs, letters and words.
#[test]
fn text_with_wide_spacing_needs_no_sideways_scrolling_and_is_not_cut() {
    const SPACING: &str = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }'
            + 'p { margin-block-end: 2em !important; }');
        document.adoptedStyleSheets.push(sheet);";
    const CUT: &str = "
        return all('.node__title, .button, .segments__item, .tabs__tab, .setup__part, .group__title')
            .filter(element => element.checkVisibility() && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4))
            .map(element => plain(element) + ' is ' + element.scrollWidth + 'x' + element.scrollHeight + ' in ' + element.clientWidth + 'x' + element.clientHeight);";
    browse(async |browser| {
        let page = browser.visit().await;
        page.js(SPACING).await;
        let mut found = Vec::new();
        for width in [320, 1280] {
            page.resize(width, 800).await;
            page.until_is("innerWidth", width).await;
            every_panel(&page, &format!("{width}, spaced"), &mut found).await;
            complain(&page, CUT, &format!("{width}, spaced: cut"), &mut found).await;
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

/// Success criterion 2.4.11: the strip above the transport of a narrow page leaves room to scroll to the end.
#[test]
fn nothing_covers_the_status_while_a_strip_says_that_the_path_differs() {
    const FREE: &str = "(button => {
        button.scrollIntoView({ block: 'nearest' });
        const box = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    })(seen('.status__problems'))";
    browse(async |browser| {
        let page = browser.visit().await;
        page.resize(320, 640).await;
        page.until_is("innerWidth", 320).await;
        page.click(".transport__button[aria-label='Last step']").await;
        page.click_button(".segments", "Setup").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until(FREE).await;
        page.click("[id$='azureActiveDirectory.off']").await;
        page.until("seen('.diverged')").await;
        page.until(FREE).await;
    });
}

/// Success criterion 2.4.11: whatever has the focus can be seen.
#[test]
fn nothing_covers_what_has_the_focus() {
    const COVERED: &str = "
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const box = focused.getBoundingClientRect();
        const spots = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
        const free = spots.some(([x, y]) => {
            const top = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
            return top && (focused.contains(top) || top.contains(focused) || (focused.labels && [...focused.labels].some(label => label.contains(top))));
        });
        return free ? '' : focused.outerHTML.slice(0, 140);";
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for (width, height) in [(1280, 800), (360, 740)] {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            page.js("document.activeElement?.blur(); scrollTo(0, 0)").await;
            let mut reached = 0;
            for _ in 0..150 {
                page.press(Key::Tab).await;
                match page.js(COVERED).await.as_str() {
                    Some("") => reached += 1,
                    Some(covered) => found.push(format!("{width}: {covered}")),
                    None => break,
                }
            }
            assert!(reached > 30, "{width}: Tab reached {reached} controls");
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}
