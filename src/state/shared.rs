//! The two signals that everything reads: the session and the selected guest's run.
//!
//! Each hands out a shared pointer from one place, and readers look through that. A closure handed to a signal directly would put
//! the signal's machinery into the program once for each reader.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::session::Session;
use redemption_engine::trace::Run;

/// The open session.
#[derive(Clone, Copy)]
pub struct SessionSignal(RwSignal<Arc<Session>>);

/// The selected guest's run; `None` without a guest.
#[derive(Clone, Copy)]
pub struct RunSignal(Memo<Option<Arc<Run>>>);

impl SessionSignal {
    /// A signal that holds this session.
    pub fn new(session: Session) -> Self {
        Self(RwSignal::new(Arc::new(session)))
    }

    #[inline(never)]
    fn now(&self) -> Arc<Session> {
        self.0.get()
    }

    #[inline(never)]
    fn now_untracked(&self) -> Arc<Session> {
        self.0.get_untracked()
    }

    /// Reads the session, and follows its changes.
    pub fn with<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        read(&self.now())
    }

    /// Reads the session once.
    pub fn with_untracked<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        read(&self.now_untracked())
    }

    /// Follows the session's changes without reading it.
    pub fn track(&self) {
        self.0.track();
    }

    /// Changes the session.
    pub fn update<T>(&self, change: impl FnOnce(&mut Session) -> T) -> T {
        let mut session = self.now_untracked();
        let answer = change(Arc::make_mut(&mut session));
        self.put(session);
        answer
    }

    /// Replaces the session.
    pub fn set(&self, session: Session) {
        self.put(Arc::new(session));
    }

    #[inline(never)]
    fn put(&self, session: Arc<Session>) {
        self.0.set(session);
    }
}

impl RunSignal {
    /// The run of the session's selected guest.
    pub fn of(session: SessionSignal) -> Self {
        Self(Memo::new(move |_| session.with(Session::run).map(Arc::new)))
    }

    #[inline(never)]
    fn now(&self) -> Option<Arc<Run>> {
        self.0.get()
    }

    #[inline(never)]
    fn now_untracked(&self) -> Option<Arc<Run>> {
        self.0.get_untracked()
    }

    /// Reads the run, and follows its changes.
    pub fn with<T>(&self, read: impl FnOnce(Option<&Run>) -> T) -> T {
        read(self.now().as_deref())
    }

    /// Reads the run once.
    pub fn with_untracked<T>(&self, read: impl FnOnce(Option<&Run>) -> T) -> T {
        read(self.now_untracked().as_deref())
    }
}
