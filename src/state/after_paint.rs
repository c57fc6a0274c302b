//! What is drawn once the browser has painted what a click or a key changes at once: the next paint does not wait for the rest.
//!
//! At once are the control that was used, where the transport stands, and the ring around the check that is looked at; the rows of the flow, the guest's
//! page, reasons, records and counts follow in the frame after. All of it is read off the same session, so that nothing stays of a run that is over.

use std::time::Duration;

use leptos::prelude::*;

use super::App;

/// Counts the paints after which something has to be drawn.
#[derive(Clone, Copy)]
pub struct Painted(RwSignal<u32>);

impl Painted {
    /// Nothing painted yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(0))
    }
}

impl App {
    /// Counts a paint after every change of what is looked at, and after several before the same paint once.
    pub(super) fn count_paints(&self) {
        let app = *self;
        let waits = StoredValue::new(false);
        Effect::new(move |before: Option<()>| {
            app.session.track();
            app.looked_at.track();
            app.tab.track();
            app.detail.track();
            app.unused.track();
            app.travel.stride.track();
            app.travel.pauses.track();
            if before.is_some() && !waits.get_value() {
                waits.set_value(true);
                after_paint(move || {
                    if waits.try_set_value(false).is_none() {
                        app.painted.0.try_update(|count| *count = count.wrapping_add(1));
                    }
                });
            }
        });
    }

    /// A value that follows what is looked at after the next paint. Whatever else it reads is not followed.
    pub fn after_paint<T: PartialEq + Send + Sync + 'static>(&self, read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
        let app = *self;
        Memo::new(move |_| {
            app.track_paints();
            untrack(&read)
        })
    }

    /// Follows what is looked at, after the next paint.
    pub fn track_paints(&self) {
        self.painted.0.track();
    }
}

/// Does something after the next paint, or at once where nothing is painted.
pub fn after_paint(act: impl FnOnce() + 'static) {
    if document().hidden() {
        set_timeout(act, Duration::ZERO);
    } else {
        request_animation_frame(move || set_timeout(act, Duration::ZERO));
    }
}
