//! A scenario as the text of a link: `2.`, then the document in JSON, packed with raw deflate, with a checksum, in base64url.
//!
//! Version 1 had no checksum; it is read for ever. Reading is total and bounded: any text yields a scenario or an error that says what is wrong with it. What stands around the
//! text in an address (modes, cursor, view) and what becomes of a scenario that was read are for the page; what is left out of a
//! link without names is in `nameless`.

mod nameless;
mod packed;

pub use nameless::{Replaced, without_names};

use crate::document::{self, DocumentError};
use crate::session::View;
use crate::trace::Place;
use crate::workspace::Workspace;
use packed::Packing;

/// The version of the text that is written, and the newest that is read.
pub const VERSION: u64 = 2;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// The largest document that a text may unpack to, in bytes.
pub const LARGEST_CONTENT: usize = 1024 * 1024;

/// From so many characters on, a whole address may be cut by a mail program.
pub const LONG_ADDRESS: usize = 2_000;

/// Addresses of more characters are not made: a file is the better way.
pub const LONGEST_ADDRESS: usize = 16_000;

/// Why a text is not a scenario.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Nothing at all.
    #[error("the link holds nothing")]
    Empty,
    /// More than is read.
    #[error("the link has {0} characters; at most {most} are read", most = LONGEST)]
    TooLong(usize),
    /// No version at the start.
    #[error("the link does not begin with its version, such as `{ours}.`; a part of it may be missing", ours = VERSION)]
    NoVersion,
    /// Another version.
    #[error("the link was made by a newer version of this page (`{0}.`; this one reads up to `{ours}.`)", ours = VERSION)]
    Newer(u64),
    /// A character that no link has.
    #[error("the link is damaged: `{character}` at character {position} does not belong there")]
    Stray {
        /// The character.
        character: char,
        /// Where it stands, counted from 1.
        position: usize,
    },
    /// It ends too early.
    #[error("the link breaks off: its end is missing, as when a mail has cut a long address")]
    BreaksOff,
    /// It does not unpack, or not to what was packed.
    #[error("the link is damaged: a character of it is missing or was changed on its way")]
    Damaged,
    /// It unpacks to more than any scenario needs.
    #[error("the link unpacks to more than {most} KiB, so it was not read", most = LARGEST_CONTENT / 1024)]
    TooLarge,
    /// What it unpacks to is no document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Several scenarios.
    #[error("the link holds {0} scenarios; a link has one")]
    Several(usize),
    /// No place of a run.
    #[error("`{0}` is no step; a step is written as guest, part and step, such as `1.2.5`")]
    NotAStep(String),
}

/// How an address of so many characters travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Everywhere.
    Fits,
    /// Not through every mail program.
    Long,
    /// It is not made.
    TooLong,
}

impl Length {
    /// The length of an address.
    pub fn of(address: &str) -> Self {
        let length = address.chars().count();
        if length > LONGEST_ADDRESS {
            Self::TooLong
        } else if length > LONG_ADDRESS {
            Self::Long
        } else {
            Self::Fits
        }
    }
}

/// The text of a scenario. [`decode`] reads it back, unless the scenario is beyond what a link holds.
pub fn encode(workspace: &Workspace) -> String {
    let document = document::print_compact(std::slice::from_ref(workspace));
    format!("{VERSION}.{}", packed::pack(document.as_bytes()))
}

/// Reads the text of a scenario.
pub fn decode(text: &str) -> Result<Workspace, ShareError> {
    if text.is_empty() {
        return Err(ShareError::Empty);
    }
    if text.len() > LONGEST {
        return Err(ShareError::TooLong(text.chars().count()));
    }
    let (version, packed) = text.split_once('.').ok_or(ShareError::NoVersion)?;
    let packing = match version.parse::<u64>() {
        Ok(1) => Packing::Plain,
        Ok(VERSION) => Packing::Checked,
        Ok(0) | Err(_) => return Err(ShareError::NoVersion),
        Ok(newer) => return Err(ShareError::Newer(newer)),
    };
    let content = packed::unpack(packing, packed, version.len() + 1)?;
    let mut workspaces = document::parse(&content)?;
    match (workspaces.pop(), workspaces.len()) {
        (Some(workspace), 0) => Ok(workspace),
        (_, others) => Err(ShareError::Several(others + 1)),
    }
}

/// A step as a link names it: the positions of guest, chapter and step, counted from 1.
pub fn step_text(view: View) -> String {
    format!("{}.{}.{}", view.guest + 1, view.place.chapter + 1, view.place.step + 1)
}

/// Reads a step. Whether there is such a step is for the run to say.
pub fn read_step(text: &str) -> Result<View, ShareError> {
    let from_one = |part: Option<&str>| part?.parse::<usize>().ok()?.checked_sub(1);
    let mut parts = text.split('.');
    let read = (from_one(parts.next()), from_one(parts.next()), from_one(parts.next()), parts.next());
    let (Some(guest), Some(chapter), Some(step), None) = read else {
        return Err(ShareError::NotAStep(document::shorten(text)));
    };
    Ok(View { guest, place: Place { chapter, step } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_read_as_it_was_written() {
        let view = View { guest: 0, place: Place { chapter: 1, step: 4 } };
        assert_eq!(step_text(view), "1.2.5");
        assert_eq!(read_step("1.2.5"), Ok(view));
        for text in ["", "1", "1.2", "0.1.1", "1.2.0", "1.2.5.1", "1.-2.5", "a.b.c", "1.2.99999999999999999999999"] {
            assert_eq!(read_step(text), Err(ShareError::NotAStep(text.to_owned())), "{text}");
        }
        let long = read_step(&"9".repeat(1_000_000)).unwrap_err().to_string();
        assert!(long.len() < 200, "{long}");
    }

    #[test]
    fn the_length_of_an_address_is_told_at_its_limits() {
        let lengths = [0, 2_000, 2_001, 16_000, 16_001].map(|length| Length::of(&"é".repeat(length)));
        assert_eq!(lengths, [Length::Fits, Length::Fits, Length::Long, Length::Long, Length::TooLong]);
    }
}
