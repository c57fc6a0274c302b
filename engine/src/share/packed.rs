//! Bytes as the letters of an address and back: raw deflate in base64url without padding.
//!
//! Unpacking stops as soon as there is more than a scenario may have, so that a small text never becomes a large memory.

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::{DecodeError, Engine as _};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::{LARGEST_CONTENT, ShareError};

/// The smallest result that the packer knows.
const LEVEL: u8 = 10;

/// How much is unpacked at once, in bytes.
const PIECE: usize = 32 * 1024;

/// The bytes as letters.
pub(super) fn pack(content: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(content, LEVEL))
}

/// The bytes of the letters, which stand after so many others in their link.
pub(super) fn unpack(letters: &str, before: usize) -> Result<Vec<u8>, ShareError> {
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
            Ok(MZStatus::StreamEnd) if rest.is_empty() => return Ok(content),
            Ok(MZStatus::StreamEnd | MZStatus::NeedDict) => return Err(ShareError::Damaged),
            Ok(MZStatus::Ok) if moved.bytes_consumed + moved.bytes_written > 0 => {}
            Ok(MZStatus::Ok) | Err(MZError::Buf) => return Err(ShareError::BreaksOff),
            Err(_) => return Err(ShareError::Damaged),
        }
    }
}

fn explain(letters: &str, before: usize, error: DecodeError) -> ShareError {
    match error {
        DecodeError::InvalidByte(at, _) => match letters.get(at..).and_then(|rest| rest.chars().next()) {
            Some(character) => {
                let position = before + letters.get(..at).map_or(at, |start| start.chars().count()) + 1;
                ShareError::Stray { character: if character.is_control() { '\u{FFFD}' } else { character }, position }
            }
            None => ShareError::Damaged,
        },
        DecodeError::InvalidLength(_) => ShareError::BreaksOff,
        DecodeError::InvalidLastSymbol { .. } => ShareError::BreaksOff,
        DecodeError::InvalidPadding => ShareError::Damaged,
    }
}
