//! The views of the run beside the flowchart: they have the steps of the trace, move together, and fit every width.

use browser_tests::{Key, Page, browse};

use crate::layout::{SIDEWAYS, complain};
use crate::states::{everything, open, show_panel};

const VIEWS: [&str; 5] = ["flow", "outline", "storyboard", "sequence", "timeline"];

/// The steps that the frames or moments of a view cover, one after the other: `4` is one, `4–7` are four.
const COVERED: &str = "
    (css => all(css).flatMap(label => {
        const [first, last] = plain(label).replace(/[^0-9–]/g, '').split('–').map(Number);
        return Array.from({ length: (last ?? first) - first + 1 }, (_, number) => first + number);
    }))";

#[test]
fn every_view_has_the_steps_of_the_trace_at_every_level_of_detail() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        for detail in ["Overview", "Steps", "Every check"] {
            page.click_button(".flow__detail", detail).await;
            page.until_is("texts('.flow__detail [aria-pressed=true]')[0]", detail).await;
            let steps = page.js("return Number(text('.transport__here').split(' of ')[1])").await;
            let steps = steps.as_u64().unwrap();
            assert!(steps > 20, "{detail} has only {steps} steps");
            for view in ["outline", "sequence"] {
                show(&page, view).await;
                page.until_is("all('#flow-scroll [data-step]').length", steps).await;
                page.until_is("new Set(all('#flow-scroll [data-step]').map(step => step.dataset.step)).size", steps).await;
            }
            for (view, numbers) in [("storyboard", ".board__steps"), ("timeline", ".row__number")] {
                show(&page, view).await;
                let all: Vec<u64> = (1..=steps).collect();
                page.until_is(&format!("{COVERED}('{numbers}')"), all).await;
            }
        }
    });
}

#[test]
fn choosing_in_one_view_moves_all() {
    browse(async |browser| {
        let page = browser.visit().await;
        show(&page, "outline").await;
        page.click_element("all('.row__go').find(row => plain(row).includes('Review permissions'))").await;
        is_current(&page, ".row__go[aria-current=step]", "Review permissions").await;
        page.until_is("document.querySelector('#inspect .frame').dataset.screen", "reviewPermissions").await;
        let number = page.js("return text('.row__go[aria-current] .row__number')").await;
        page.until(&format!("text('.transport__here').startsWith({number} + ' of ')")).await;

        show(&page, "storyboard").await;
        is_current(&page, ".board__go[aria-current=step]", "Review permissions").await;
        show(&page, "sequence").await;
        is_current(&page, ".message__go[aria-current=step]", "Review permissions").await;
        show(&page, "timeline").await;
        is_current(&page, ".row__go[aria-current=step]", "").await;
        show(&page, "flow").await;
        page.until_is("seen('.ladder [aria-current=step]').closest('.node').dataset.node", "reviewPermissions").await;

        show(&page, "storyboard").await;
        page.click_element("all('.board__go').find(frame => plain(frame).includes('Invitation mail'))").await;
        is_current(&page, ".board__go[aria-current=step]", "Invitation mail").await;
        show(&page, "sequence").await;
        is_current(&page, ".message__go[aria-current=step]", "Way in").await;
        page.click_element("all('.message__go').find(message => plain(message).includes('Inviter may invite'))").await;
        page.until("text('.transport__here').startsWith('1 of ')").await;
        page.click(".transport__forward").await;
        page.until("!plain(seen('.message__go[aria-current=step]')).includes('Inviter may invite')").await;
        is_current(&page, ".message__go[aria-current=step]", "").await;
    });
}

#[test]
fn the_timeline_shows_page_object_mail_and_log_of_the_same_moment() {
    browse(async |browser| {
        let page = browser.visit().await;
        show(&page, "timeline").await;
        page.click_element("all('.row').find(row => plain(row).includes('Guest invited')).querySelector('button')").await;
        let row = "plain(seen('.row:has([aria-current])'))";
        for part in ["Guest invited", "PendingAcceptance", "Invitation to", "Invite external user (success)"] {
            page.until_has(row, part).await;
        }
        page.click_button(".tabs", "Directory").await;
        page.until_is("plain(seen('[data-property=externalUserState] code'))", "PendingAcceptance").await;
        page.click_button(".tabs", "Mails and log").await;
        page.until_is("all('[data-mail]').map(mail => mail.dataset.mail)", vec!["invitation"]).await;
    });
}

#[test]
fn the_chosen_view_is_kept_with_the_browser_and_not_undone() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.select("#edition", "2019-06").await;
        show(&page, "outline").await;
        page.click_button(".bar__commands, .context", "Undo").await;
        page.until_is("seen('#edition').value", "2024-03").await;
        page.until_is("byId('flow-scroll').dataset.view", "outline").await;
        page.reload().await;
        page.until_is("byId('flow-scroll').dataset.view", "outline").await;
        page.until("seen('.row__go[aria-current=step]')").await;
        page.until_is("seen('.views__box:checked').value", "outline").await;
    });
}

#[test]
fn the_arrow_keys_choose_a_view_there_and_step_in_it_elsewhere() {
    browse(async |browser| {
        let page = browser.visit().await;
        let here = page.js("return text('.transport__here')").await;
        page.js("seen('.views__box:checked').focus()").await;
        page.press(Key::Right).await;
        page.until_is("byId('flow-scroll').dataset.view", "outline").await;
        page.until_is("text('.transport__here')", here.clone()).await;
        page.js("seen('.row__go[aria-current]').focus()").await;
        page.press(Key::Right).await;
        page.until(&format!("text('.transport__here') !== {here}")).await;
        page.press(Key::Left).await;
        page.until_is("text('.transport__here')", here).await;
        page.js("all('.row__go').at(-1).focus()").await;
        page.press(Key::Enter).await;
        page.until("seen('.row__go[aria-current]') === all('.row__go').at(-1)").await;
    });
}

#[test]
fn the_sequence_is_saved_as_text_for_mermaid() {
    browse(async |browser| {
        let page = browser.visit().await;
        show(&page, "sequence").await;
        page.click(".mermaid summary").await;
        page.click_button(".mermaid", "Save as file").await;
        let name = page.js("return 'saved-' + text('.lanes__name')").await;
        let guest = name.as_str().unwrap().trim_start_matches("saved-").to_lowercase();
        let file = page.downloaded(&format!("{guest}-sequence.mmd")).await;
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.starts_with("sequenceDiagram\n    actor guest as Guest: "), "{text}");
        assert!(text.contains("\n    resource-)mailbox: Mail: Invitation\n"), "{text}");
        let shown = page.js("return seen('.mermaid__text').textContent").await;
        assert_eq!(shown.as_str(), Some(text.as_str()));
    });
}

#[test]
fn no_view_needs_sideways_scrolling_at_any_width() {
    const BEYOND: &str = "
        const part = byId('flow-scroll');
        if (part.scrollWidth <= part.clientWidth) return [];
        const edge = part.getBoundingClientRect().right;
        const wide = [...part.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > edge + 0.5);
        return ['it is ' + part.scrollWidth + ' wide in ' + part.clientWidth, ...wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120))];";
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.click_button(".flow__detail", "Every check").await;
        let mut found = Vec::new();
        for (width, height) in [(320, 640), (600, 800), (820, 1180), (1280, 800), (1920, 1080), (2560, 1200)] {
            resize(&page, width, height).await;
            show_panel(&page, "Flow").await;
            for view in VIEWS {
                show(&page, view).await;
                complain(&page, SIDEWAYS, &format!("{width}, {view}"), &mut found).await;
                complain(&page, BEYOND, &format!("{width}, {view}: beyond"), &mut found).await;
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

async fn show(page: &Page, view: &str) {
    page.click(&format!(".views__item:has([value='{view}'])")).await;
    page.until_is("byId('flow-scroll').dataset.view", view).await;
}

async fn resize(page: &Page, width: u32, height: u32) {
    page.resize(width, height).await;
    page.until_is("innerWidth", width).await;
}

/// One thing alone is marked as current, and it has this text.
async fn is_current(page: &Page, css: &str, part: &str) {
    page.until_has(&format!("text('{css}')"), part).await;
    page.until_is(&format!("all('{css}').length"), 1).await;
}
