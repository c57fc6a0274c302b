//! A store in memory for tests: its n-th operation can be made to fail, its writes to be cut short, and its room to be small.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{Storage, StorageError};

/// The store.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) values: RefCell<BTreeMap<String, String>>,
    /// How many operations were asked for.
    pub(crate) operations: Cell<usize>,
    /// The operation that fails.
    pub(crate) failing: Cell<Option<usize>>,
    /// How many bytes of a value are kept.
    pub(crate) cut: Cell<Option<usize>>,
    /// How many bytes all values may have.
    pub(crate) room: Cell<Option<usize>>,
}

impl Memory {
    fn operation(&self) -> Result<(), StorageError> {
        let number = self.operations.get();
        self.operations.set(number + 1);
        if self.failing.get() == Some(number) { Err(StorageError::Full) } else { Ok(()) }
    }

    /// The bytes of all values.
    pub(crate) fn size(&self) -> usize {
        self.values.borrow().values().map(String::len).sum()
    }

    /// The keys that begin so.
    pub(crate) fn beginning(&self, prefix: &str) -> Vec<String> {
        self.values.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.operation()?;
        Ok(self.values.borrow().get(key).cloned())
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.operation()?;
        let before = self.values.borrow().get(key).map_or(0, String::len);
        if self.room.get().is_some_and(|room| self.size() - before + value.len() > room) {
            return Err(StorageError::Full);
        }
        let kept = self.cut.get().map_or(value, |cut| value.get(..cut).unwrap_or(value));
        self.values.borrow_mut().insert(key.to_owned(), kept.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.operation()?;
        self.values.borrow_mut().remove(key);
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.operation()?;
        Ok(self.values.borrow().keys().cloned().collect())
    }
}
