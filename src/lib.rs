//! The page of the Invitation Redemption Simulator: leptos components over the pure engine, and adapters to the browser.
//!
//! Modules, in reading order: [`state`] (what the components share), [`store`] (saving and loading), [`recovery`] (what a panic
//! leaves), [`storage`], [`delivery`], [`route`] and [`address`] (how the page opens), [`offline`], [`app`] (the frame), [`commands`], [`palette`], [`regions`], [`configure`], [`flow`], [`inspect`], [`dialogs`],
//! [`paper`] (the printout), [`picture`], [`controls`], [`clipboard`], [`files`], [`preferences`], `words` (what the page says), `worker` (what is worked out beside the page).
//!
//! Nothing is decided here: the page shows what the engine's trace holds and hands people's acts back to it. Nothing is sent anywhere.

pub mod address;
pub mod app;
pub mod clipboard;
pub mod commands;
pub mod configure;
pub mod controls;
pub mod delivery;
pub mod dialogs;
pub mod files;
pub mod flow;
pub mod inspect;
mod later;
mod note;
pub mod offline;
pub mod palette;
pub mod paper;
pub mod picture;
pub mod preferences;
pub mod recovery;
pub mod regions;
pub mod route;
pub mod state;
pub mod storage;
pub mod store;
mod words;
mod worker;
