//! How the page is coloured while a test looks at it: by its own theme, or by the system's forced colours.
//!
//! Which theme comes after which is tested where themes are.

use browser_tests::Page;
use serde_json::json;

/// How the page is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    Light,
    Dark,
    HighContrast,
    /// The few colours that somebody has chosen in the system.
    Forced,
}

impl Colours {
    /// Colours the page like this.
    pub async fn set(self, page: &Page) {
        match self {
            Self::Light => switch_theme(page, "light").await,
            Self::Dark => switch_theme(page, "dark").await,
            Self::HighContrast => switch_theme(page, "highContrast").await,
            Self::Forced => {
                let features = json!([{ "name": "forced-colors", "value": "active" }]);
                page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
                page.until("matchMedia('(forced-colors: active)').matches").await;
            }
        }
    }
}

/// Presses the theme's button until the theme is the wanted one.
pub async fn switch_theme(page: &Page, theme: &str) {
    for _ in 0..4 {
        if page.js("return document.documentElement.dataset.theme").await == theme {
            return;
        }
        let now = page.js("return document.documentElement.dataset.theme").await;
        let now = now.as_str().unwrap_or_default();
        let shown = now.replace("highContrast", "high contrast");
        page.command(&format!("Theme: {shown}")).await;
        page.until(&format!("document.documentElement.dataset.theme !== '{now}'")).await;
    }
    assert_eq!(page.js("return document.documentElement.dataset.theme").await, theme);
}
