//! The signals that everything reads: the session, the workspace and the place in it, and the selected guest's run.
//!
//! A step changes the place alone, so that neither the settings nor the run are looked at again. Each hands out a shared pointer from one place, and readers look through that. A closure handed to a signal directly would put
//! the signal's machinery into the program once for each reader.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::session::Session;
use redemption_engine::trace::{Place, Run};
use redemption_engine::workspace::Workspace;

/// The open session.
#[derive(Clone, Copy)]
pub struct SessionSignal(RwSignal<Arc<Session>>);

/// The open workspace.
#[derive(Clone, Copy)]
pub struct WorkspaceSignal(Memo<Arc<Workspace>>);

/// Which guest is selected, and where the cursor stands.
#[derive(Clone, Copy)]
pub struct ViewSignal {
    guest: Memo<usize>,
    place: Memo<Place>,
}

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

impl WorkspaceSignal {
    /// The session's workspace.
    pub fn of(session: SessionSignal) -> Self {
        let differ = |one: Option<&Arc<Workspace>>, other: Option<&Arc<Workspace>>| {
            !one.zip(other).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
        };
        Self(Memo::new_with_compare(move |_| session.with(Session::shared), differ))
    }

    /// The workspace, to be kept while the session goes on; followed.
    #[inline(never)]
    pub fn now(&self) -> Arc<Workspace> {
        self.0.get()
    }

    /// Whether it is still this one.
    pub fn is_still(&self, workspace: &Arc<Workspace>) -> bool {
        self.0.try_with_untracked(|now| Arc::ptr_eq(now, workspace)) == Some(true)
    }

    /// Reads the workspace, and follows its changes.
    pub fn with<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        read(&self.now())
    }
}

impl ViewSignal {
    /// What is looked at in the session.
    pub fn of(session: SessionSignal) -> Self {
        Self {
            guest: Memo::new(move |_| session.with(|session| session.view().guest)),
            place: Memo::new(move |_| session.with(|session| session.view().place)),
        }
    }

    /// The selected guest's position; followed.
    #[inline(never)]
    pub fn guest(&self) -> usize {
        self.guest.get()
    }

    /// Where the cursor stands; followed.
    #[inline(never)]
    pub fn place(&self) -> Place {
        self.place.get()
    }
}

impl RunSignal {
    /// The run of the session's selected guest.
    pub fn of(session: SessionSignal, workspace: WorkspaceSignal, view: ViewSignal) -> Self {
        Self(Memo::new(move |_| {
            workspace.0.track();
            view.guest.track();
            session.with_untracked(Session::run).map(Arc::new)
        }))
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
