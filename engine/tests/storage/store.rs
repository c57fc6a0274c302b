//! A storage whose operations fail, answer rubbish or keep only a part, one of them or all from one on.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use redemption_engine::design::Design;
use redemption_engine::library::{Storage, StorageError};
use redemption_engine::workspace::Workspace;

pub(crate) type Values = BTreeMap<String, String>;

/// What goes wrong, at the n-th operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// It fails, with nothing done.
    Fails(usize),
    /// It and all after it fail.
    FailsFrom(usize),
    /// If it reads, it answers this, and the truth the next time.
    Answers(usize, &'static str),
    /// If it reads, it answers nothing, and the truth the next time.
    AnswersNothing(usize),
    /// If it writes, it keeps so many bytes and says nothing.
    Keeps(usize, usize),
}

/// The storage.
pub(crate) struct Store {
    pub(crate) values: RefCell<Values>,
    pub(crate) fault: Cell<Fault>,
    pub(crate) operations: Cell<usize>,
}

impl Store {
    pub(crate) fn new(values: Values, fault: Fault) -> Self {
        Self { values: RefCell::new(values), fault: Cell::new(fault), operations: Cell::new(0) }
    }

    /// What is stored, without faults.
    pub(crate) fn sound(&self) -> Self {
        Self::new(self.values.borrow().clone(), Fault::None)
    }

    fn operation(&self) -> Result<usize, StorageError> {
        let number = self.operations.get();
        self.operations.set(number + 1);
        match self.fault.get() {
            Fault::Fails(at) if at == number => Err(StorageError::Full),
            Fault::FailsFrom(at) if at <= number => Err(StorageError::Refused),
            Fault::None | Fault::Fails(_) | Fault::FailsFrom(_) => Ok(number),
            Fault::Answers(..) | Fault::AnswersNothing(_) | Fault::Keeps(..) => Ok(number),
        }
    }
}

impl Storage for Store {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let number = self.operation()?;
        match self.fault.get() {
            Fault::Answers(at, rubbish) if at == number => Ok(Some(rubbish.to_owned())),
            Fault::AnswersNothing(at) if at == number => Ok(None),
            _ => Ok(self.values.borrow().get(key).cloned()),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let number = self.operation()?;
        let kept = match self.fault.get() {
            Fault::Keeps(at, bytes) if at == number => value.get(..bytes).unwrap_or(value),
            _ => value,
        };
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

/// A workspace that is nothing but its name.
pub(crate) fn named(name: &str) -> Workspace {
    Workspace::new(name, Design::default(), Vec::new())
}
