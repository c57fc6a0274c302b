//! The keyboard: keys go to whatever has the focus, as with a person.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::page::{Page, quoted};

/// More than the page has tab stops.
const MOST_STOPS: usize = 400;

impl Page {
    /// Presses and releases a key.
    pub async fn press(&self, key: Key) {
        self.type_keys(&[], &[key.into()]).await;
    }

    /// Presses a key while another one is held.
    pub async fn chord(&self, held: Key, key: impl Into<char>) {
        self.type_keys(&[held.into()], &[key.into()]).await;
    }

    /// Types a text.
    pub async fn type_text(&self, text: &str) {
        self.type_keys(&[], &text.chars().collect::<Vec<_>>()).await;
    }

    async fn type_keys(&self, held: &[char], keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys {
            actions = actions.then(KeyAction::Down { value: *key }).then(KeyAction::Up { value: *key });
        }
        for key in held {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        self.client().perform_actions(actions).await.expect("keys can be pressed");
    }

    /// Moves the focus on with Tab until it is at an element that the selector matches.
    pub async fn tab_to(&self, css: &str) {
        self.walk_to(css, false).await;
    }

    /// Moves the focus back with Shift and Tab until it is at an element that the selector matches.
    pub async fn tab_back_to(&self, css: &str) {
        self.walk_to(css, true).await;
    }

    async fn walk_to(&self, css: &str, back: bool) {
        let mut trail = Vec::new();
        for _ in 0..MOST_STOPS {
            if self.has_focus(css).await {
                return;
            }
            if back {
                self.chord(Key::Shift, Key::Tab).await;
            } else {
                self.press(Key::Tab).await;
            }
            trail.push(self.focus().await);
        }
        let last = trail.split_off(trail.len().saturating_sub(30));
        panic!("Tab does not reach `{css}`; the last stops were {}", last.join(" · "));
    }

    /// Moves on with Tab to an element and presses Enter there.
    pub async fn enter(&self, css: &str) {
        self.tab_to(css).await;
        self.press(Key::Enter).await;
    }

    /// Uses the skip link that leads to a part of the page. The focus is then at that part.
    pub async fn skip_to(&self, part: &str) {
        self.tab_back_to(&format!("a.skip__link[href='#{part}']")).await;
        self.press(Key::Enter).await;
        self.until(&format!("document.activeElement?.id === {}", quoted(part))).await;
    }

    /// Whether the focus is at an element that the selector matches.
    pub async fn has_focus(&self, css: &str) -> bool {
        self.js(&format!("return document.activeElement?.matches({}) ?? false", quoted(css))).await == true
    }

    /// The element with the focus, in a few words.
    pub async fn focus(&self) -> String {
        let script = "const e = document.activeElement; if (!e) return 'nothing';
            return e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + e.textContent.trim().slice(0, 20);";
        self.js(script).await.as_str().unwrap_or_default().to_owned()
    }
}
