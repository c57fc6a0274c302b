//! Bytes as the letters of an address and back: raw deflate, then a checksum of what was packed, in base64url without padding.
//!
//! Unpacking stops as soon as there is more than a scenario may have, so that a small text never becomes a large memory.

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::{DecodeError, Engine as _};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use uuid::Uuid;

use super::{LARGEST_CONTENT, ShareError};
use crate::document::place::is_unseen;

/// What stands behind the packed bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// Nothing.
    Plain,
    /// The checksum of the content.
    Checked,
}

/// The smallest result that the packer knows.
const LEVEL: u8 = 10;

/// How much is unpacked at once, in bytes.
const PIECE: usize = 32 * 1024;

/// The bytes as letters.
pub(super) fn pack(content: &[u8]) -> String {
    let mut packed = compress_to_vec(content, LEVEL);
    packed.extend(checksum(content));
    URL_SAFE_NO_PAD.encode(packed)
}

/// Four bytes that tell the content from any that a changed letter makes of it.
fn checksum(content: &[u8]) -> [u8; 4] {
    let [first, second, third, fourth, ..] = Uuid::new_v5(&Uuid::NAMESPACE_OID, content).into_bytes();
    [first, second, third, fourth]
}

/// The bytes of the letters, which stand after so many others in their link.
pub(super) fn unpack(packing: Packing, letters: &str, before: usize) -> Result<Vec<u8>, ShareError> {
    let packed = URL_SAFE_NO_PAD.decode(letters).map_err(|error| explain(letters, before, error))?;
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut piece = vec![0; PIECE];
    let mut content = Vec::new();
    let mut rest = packed.as_slice();
    loop {
        let moved = inflate(&mut state, rest, &mut piece, MZFlush::None);
        content.extend_from_slice(piece.get(..moved.bytes_written).unwrap_or_default());
        if content.len() > LARGEST_CONTENT {
            return Err(ShareError::TooLarge);
        }
        rest = rest.get(moved.bytes_consumed..).unwrap_or_default();
        match moved.status {
            Ok(MZStatus::StreamEnd) => return checked(packing, content, rest),
            Ok(MZStatus::NeedDict) => return Err(ShareError::Damaged),
            Ok(MZStatus::Ok) if moved.bytes_consumed + moved.bytes_written > 0 => {}
            Ok(MZStatus::Ok) | Err(MZError::Buf) => return Err(ShareError::BreaksOff),
            Err(_) => return Err(ShareError::Damaged),
        }
    }
}

/// The content, if what stands behind it is what was written there.
fn checked(packing: Packing, content: Vec<u8>, behind: &[u8]) -> Result<Vec<u8>, ShareError> {
    let expected = checksum(&content);
    let written: &[u8] = match packing {
        Packing::Plain => &[],
        Packing::Checked => &expected,
    };
    if behind == written {
        Ok(content)
    } else if behind.len() < written.len() {
        Err(ShareError::BreaksOff)
    } else {
        Err(ShareError::Damaged)
    }
}

fn explain(letters: &str, before: usize, error: DecodeError) -> ShareError {
    match error {
        DecodeError::InvalidByte(at, _) => stray(letters, before, at),
        // Padding is the one thing that may be right elsewhere and has no place here.
        DecodeError::InvalidPadding => letters.find('=').map_or(ShareError::Damaged, |at| stray(letters, before, at)),
        DecodeError::InvalidLength(_) | DecodeError::InvalidLastSymbol { .. } => ShareError::BreaksOff,
    }
}

/// The character that begins at this byte, and its place in the whole text.
fn stray(letters: &str, before: usize, at: usize) -> ShareError {
    match letters.get(at..).and_then(|rest| rest.chars().next()) {
        Some(character) => {
            let position = before + letters.get(..at).map_or(at, |start| start.chars().count()) + 1;
            ShareError::Stray { character: if is_unseen(character) { '\u{FFFD}' } else { character }, position }
        }
        None => ShareError::Damaged,
    }
}
