//! The first rows that were rejected, with their lines and reasons, for whoever wants to mend them at once.
//!
//! All of them are a file, which the desk writes; these are the first ones of it.

use csv::ReaderBuilder;
use js_sys::Uint8Array;
use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, File, Told};

use crate::state::List;
use crate::words;

/// How many are shown.
const MOST: usize = 10;

/// The line and the reason of a row.
type Rejected = (String, String);

/// The first of them, asked for when they are unfolded.
#[component]
pub(super) fn FirstRejected(
    /// The list.
    list: List,
) -> impl IntoView {
    let rows = RwSignal::new(None::<Vec<Rejected>>);
    let ask = move |_| {
        if rows.with_untracked(Option::is_some) {
            return;
        }
        list.desk.ask(&Ask::Write { file: File::Rejected }, None, move |answered| match answered {
            Ok((Told::File, Some(bytes))) => {
                // The view may have gone meanwhile.
                drop(rows.try_set(Some(first(&Uint8Array::new(&bytes).to_vec()))));
            }
            Ok(_) => {}
            Err(reason) => list.refused.set(Some(reason)),
        });
    };
    let items = move || {
        let rows = rows.get().unwrap_or_default();
        rows.into_iter().map(|(line, reason)| view! { <li>{words::population::rejected_line(line, reason)}</li> }).collect_view()
    };
    view! {
        <details on:toggle=ask>
            <summary>{words::population::first_rejected()}</summary>
            <ul class="bullets">{items}</ul>
        </details>
    }
}

/// The first rows of the file of rejected ones.
fn first(file: &[u8]) -> Vec<Rejected> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(file);
    let rows = reader.byte_records().filter_map(Result::ok).take(MOST);
    let cell = |row: &csv::ByteRecord, at: usize| row.get(at).map(|cell| String::from_utf8_lossy(cell).into_owned());
    rows.filter_map(|row| Some((cell(&row, 0)?, cell(&row, 1)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ten_rows_are_taken_with_line_and_reason() {
        let mut file = String::from("line,reason,row\n5,\"msa: `maybe` is none of yes, no, unknown\",\"a,\n\"\"b\"\"\"\n");
        for line in 6..30 {
            file.push_str(&format!("{line},no address,x\n"));
        }
        let rows = first(file.as_bytes());
        assert_eq!(rows.len(), 10);
        assert_eq!(rows[0], ("5".to_owned(), "msa: `maybe` is none of yes, no, unknown".to_owned()));
        assert_eq!(rows[9], ("14".to_owned(), "no address".to_owned()));
    }
}
