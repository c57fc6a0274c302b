//! The browser's local storage behind the engine's trait, with the page's memory where it is refused.
//!
//! What is written is decided elsewhere.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::Storage as _;
use redemption_engine::library::{Storage, StorageError};

use crate::storage;

thread_local! {
    /// Keeps scenarios for as long as the page is open, where the browser refuses to.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The browser's local storage, where it is allowed. `gloo_storage` panics where it is refused, so it is asked for here first.
pub(super) fn local_storage() -> Result<(), StorageError> {
    storage::local().map(drop).ok_or(StorageError::Refused)
}

/// The browser's local storage, or memory where it is refused.
#[derive(Clone, Copy)]
pub(super) struct Browser;

impl Storage for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if local_storage().is_err() {
            return Ok(MEMORY.with_borrow(|memory| memory.get(key).cloned()));
        }
        gloo_storage::LocalStorage::raw().get_item(key).map_err(|_| StorageError::Refused)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if local_storage().is_err() {
            MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), value.to_owned()));
            return Ok(());
        }
        gloo_storage::LocalStorage::raw().set_item(key, value).map_err(|_| StorageError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if local_storage().is_err() {
            MEMORY.with_borrow_mut(|memory| memory.remove(key));
            return Ok(());
        }
        gloo_storage::LocalStorage::raw().remove_item(key).map_err(|_| StorageError::Refused)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        if local_storage().is_err() {
            return Ok(MEMORY.with_borrow(|memory| memory.keys().cloned().collect()));
        }
        let storage = gloo_storage::LocalStorage::raw();
        let length = storage.length().map_err(|_| StorageError::Refused)?;
        Ok((0..length).filter_map(|position| storage.key(position).ok().flatten()).collect())
    }
}
