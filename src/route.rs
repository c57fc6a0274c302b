//! What stands after `#` in the address: how the page opens, and with which scenario. Text in, text out; the browser is not asked.
//!
//! `#/`, then any of `fresh`, `present`, `import`, `examples`, `new` and `preset/<id>` with `/` between them, then perhaps a query: `preset=<id>` for an example
//! or `s=<text>` for a scenario, with `at=<step>` and `view=<view>`. What `s` and `at` mean is read by the engine's `share`.

use std::fmt;

use strum::{EnumString, IntoStaticStr};
use thiserror::Error;

use crate::words;

const FRESH: &str = "fresh";
const PRESENT: &str = "present";
const PRESET: &str = "preset";
const SCENARIO: &str = "s";
const AT: &str = "at";
const VIEW: &str = "view";

/// The most characters of a link that a message repeats.
const MOST_REPEATED: usize = 60;

/// With what the installed page can be opened from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Door {
    /// The import, for a file that somebody has opened with the installed page.
    Import,
    /// The examples.
    Examples,
    /// A new scenario.
    New,
}

/// How the page opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Without reading or writing anything that the browser stores.
    pub fresh: bool,
    /// In presentation mode.
    pub present: bool,
    /// With this.
    pub door: Option<Door>,
    /// With this example.
    pub preset: Option<String>,
    /// With the scenario of this text.
    pub scenario: Option<String>,
    /// At this step.
    pub at: Option<String>,
    /// In this view of the run.
    pub view: Option<String>,
}

/// Why a link, or a part of it, is not followed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RouteError {
    /// Not a mode, and not an example either.
    #[error("{}", words::address::page_does_not_know(.0))]
    Unknown(String),
    /// An example without a name.
    #[error("{}", words::address::name_of_example_missing())]
    NoPreset,
    /// Two examples.
    #[error("{}", words::address::names_two_examples())]
    TwoPresets,
    /// Something is said twice, or an example and a scenario.
    #[error("{}", words::address::has_beside_another(.0))]
    Twice(&'static str),
    /// Escaped bytes that are no text.
    #[error("{}", words::address::part_is_damaged(.0))]
    NotText(String),
}

impl Route {
    /// Reads what stands after `#`. What was understood before an error holds, so that a damaged link to a fresh page is fresh.
    pub fn read(fragment: &str) -> (Self, Option<RouteError>) {
        let mut route = Self::default();
        // Anything else is a place of the page, such as a skip link's.
        let Some(text) = fragment.trim_start_matches('#').strip_prefix('/') else { return (route, None) };
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let understood = route.read_path(path);
        let understood = understood.and(route.read_query(query));
        (route, understood.err())
    }

    fn read_path(&mut self, path: &str) -> Result<(), RouteError> {
        let mut error = None;
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        while let Some(part) = parts.next() {
            let read = match part {
                FRESH => {
                    self.fresh = true;
                    Ok(())
                }
                PRESENT => {
                    self.present = true;
                    Ok(())
                }
                PRESET => decoded(parts.next().unwrap_or_default()).and_then(|id| self.take_preset(id)),
                other => other.parse().map(|door| self.door = Some(door)).map_err(|_| RouteError::Unknown(repeated(other))),
            };
            error = error.or(read.err());
        }
        error.map_or(Ok(()), Err)
    }

    fn read_query(&mut self, query: &str) -> Result<(), RouteError> {
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                PRESET => self.take_preset(value.into_owned())?,
                SCENARIO if self.preset.is_some() => return Err(RouteError::Twice(SCENARIO)),
                SCENARIO => take(&mut self.scenario, value.into_owned(), SCENARIO)?,
                AT => take(&mut self.at, value.into_owned(), AT)?,
                VIEW => take(&mut self.view, value.into_owned(), VIEW)?,
                other => return Err(RouteError::Unknown(repeated(other))),
            }
        }
        Ok(())
    }

    fn take_preset(&mut self, id: String) -> Result<(), RouteError> {
        if id.is_empty() {
            return Err(RouteError::NoPreset);
        }
        if self.scenario.is_some() {
            return Err(RouteError::Twice(PRESET));
        }
        match self.preset.replace(id) {
            Some(_) => Err(RouteError::TwoPresets),
            None => Ok(()),
        }
    }

    /// What stays in the address once the page is open: a door and an example are opened once, except on a fresh page, which begins anew. A
    /// scenario stays for as long as the reader is asked about it.
    pub fn opened(self) -> Self {
        let preset = self.preset.filter(|_| self.fresh);
        let stays = preset.is_some() || self.scenario.is_some();
        Self { preset, door: None, at: self.at.filter(|_| stays), view: self.view.filter(|_| stays), ..self }
    }

    /// What stays in the address once the reader has answered what becomes of the scenario.
    pub fn answered(self) -> Self {
        Self { scenario: None, ..self }.opened()
    }
}

/// The fragment with its `#`; nothing where the page opens as usual.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modes = [self.fresh.then_some(FRESH), self.present.then_some(PRESENT), self.door.map(Door::into)];
        let modes: Vec<&str> = modes.into_iter().flatten().collect();
        let escaped = |text: &String| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let mut query: Vec<String> = Vec::new();
        match (&self.preset, modes.is_empty()) {
            (Some(id), true) => write!(f, "#/{PRESET}/{}", escaped(id))?,
            (Some(id), false) => {
                write!(f, "#/{}", modes.join("/"))?;
                query.push(format!("{PRESET}={}", escaped(id)));
            }
            (None, _) if *self == Self::default() => return Ok(()),
            (None, _) => write!(f, "#/{}", modes.join("/"))?,
        }
        let others = [(SCENARIO, &self.scenario), (AT, &self.at), (VIEW, &self.view)];
        query.extend(others.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", escaped(value.as_ref()?)))));
        if query.is_empty() { Ok(()) } else { write!(f, "?{}", query.join("&")) }
    }
}

fn take(place: &mut Option<String>, value: String, key: &'static str) -> Result<(), RouteError> {
    match place.replace(value) {
        Some(_) => Err(RouteError::Twice(key)),
        None => Ok(()),
    }
}

fn decoded(part: &str) -> Result<String, RouteError> {
    // As in a query, so that one link is read in one way.
    let spaced = part.replace('+', " ");
    let text = percent_encoding::percent_decode_str(&spaced).decode_utf8();
    text.map(|text| text.into_owned()).map_err(|_| RouteError::NotText(repeated(part)))
}

/// A part of a link as a message repeats it.
fn repeated(part: &str) -> String {
    let start: String = part.chars().take(MOST_REPEATED).collect();
    if start.len() < part.len() { format!("{start}…") } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fragment: &str) -> Route {
        let (route, error) = Route::read(fragment);
        assert_eq!(error, None, "{fragment}");
        route
    }

    fn refused(fragment: &str) -> RouteError {
        Route::read(fragment).1.unwrap()
    }

    fn preset(id: &str) -> Route {
        Route { preset: Some(id.to_owned()), ..Route::default() }
    }

    fn scenario() -> Route {
        let text = |text: &str| Some(text.to_owned());
        Route { scenario: text("1.aZ_-09"), at: text("1.2.5"), view: text("outline"), ..Route::default() }
    }

    #[test]
    fn a_door_is_opened_once() {
        for (door, fragment) in [(Door::Import, "#/import"), (Door::Examples, "#/examples"), (Door::New, "#/new")] {
            let route = Route { door: Some(door), ..Route::default() };
            assert_eq!(read(fragment), route);
            assert_eq!(route.to_string(), fragment);
            assert_eq!(route.opened().to_string(), "");
        }
    }

    #[test]
    fn a_scenario_travels_with_its_step_and_view_under_every_mode() {
        assert_eq!(read("#/?s=1.aZ_-09&at=1.2.5&view=outline"), scenario());
        assert_eq!(scenario().to_string(), "#/?s=1.aZ_-09&at=1.2.5&view=outline");
        let presented = Route { present: true, ..scenario() };
        assert_eq!(presented.to_string(), "#/present?s=1.aZ_-09&at=1.2.5&view=outline");
        assert_eq!(Route { fresh: true, ..presented.clone() }.to_string(), "#/fresh/present?s=1.aZ_-09&at=1.2.5&view=outline");
        assert_eq!(read("#/present/?view=outline&at=1.2.5&s=1.aZ_-09"), presented);
    }

    #[test]
    fn a_scenario_stays_in_the_address_until_the_reader_has_answered() {
        assert_eq!(scenario().opened(), scenario());
        assert_eq!(scenario().answered(), Route::default());
        assert_eq!(Route { present: true, ..scenario() }.answered().to_string(), "#/present");
        let placed = Route { at: Some("1.2.5".to_owned()), ..preset("googlemail") };
        assert_eq!((placed.to_string().as_str(), placed.opened()), ("#/preset/googlemail?at=1.2.5", Route::default()));
    }

    #[test]
    fn an_address_without_a_route_opens_the_page_as_usual() {
        for fragment in ["", "#", "#/", "#//", "#flow", "#?preset=x", "#/?"] {
            assert_eq!(read(fragment), Route::default(), "{fragment}");
        }
    }

    #[test]
    fn modes_and_an_example_combine_in_any_order() {
        let all = Route { fresh: true, present: true, ..preset("googlemail") };
        for fragment in
            ["#/fresh/present?preset=googlemail", "#/present/fresh/preset/googlemail", "/preset/googlemail/fresh/present/"]
        {
            assert_eq!(read(fragment), all, "{fragment}");
        }
        assert_eq!(read("#/fresh"), Route { fresh: true, ..Route::default() });
        assert_eq!(read("#/present"), Route { present: true, ..Route::default() });
        assert_eq!(read("#/?preset=googlemail"), preset("googlemail"));
    }

    #[test]
    fn escaped_names_are_read_in_path_and_query() {
        assert_eq!(read("#/preset/a%2Fb%20c"), preset("a/b c"));
        assert_eq!(read("#/?preset=a%2Fb+c"), preset("a/b c"));
        assert_eq!(read("#/preset/a+b"), preset("a b"));
    }

    #[test]
    fn what_is_not_known_is_named_and_the_rest_holds() {
        let (route, error) = Route::read("#/fresh/lesson?preset=googlemail");
        assert_eq!(route, Route { fresh: true, ..preset("googlemail") });
        assert_eq!(error, Some(RouteError::Unknown("lesson".to_owned())));
        assert_eq!(Route::read("#/lesson/fresh"), (Route { fresh: true, ..Route::default() }, error));
        assert_eq!(refused("#/?state=1.abc"), RouteError::Unknown("state".to_owned()));
        assert_eq!(refused("#/?s=1.a&s=1.b"), RouteError::Twice("s"));
        assert_eq!(refused("#/?s=1.a&preset=b"), RouteError::Twice("preset"));
        assert_eq!(refused("#/preset/b?s=1.a"), RouteError::Twice("s"));
        assert_eq!(refused("#/preset"), RouteError::NoPreset);
        assert_eq!(refused("#/preset/"), RouteError::NoPreset);
        assert_eq!(refused("#/preset/a?preset=b"), RouteError::TwoPresets);
        assert_eq!(refused("#/preset/%ff"), RouteError::NotText("%ff".to_owned()));
        assert_eq!(refused(&format!("#/{}", "é".repeat(5000))), RouteError::Unknown(format!("{}…", "é".repeat(60))));
    }

    #[test]
    fn a_route_is_read_as_it_was_written() {
        for fresh in [false, true] {
            for present in [false, true] {
                for id in [None, Some("googlemail"), Some("a/b c?&%+é")] {
                    let route = Route { fresh, present, preset: id.map(str::to_owned), ..Route::default() };
                    assert_eq!(read(&route.to_string()), route, "{route}");
                }
                let shared = Route { fresh, present, ..scenario() };
                assert_eq!(read(&shared.to_string()), shared, "{shared}");
            }
        }
        assert_eq!(preset("googlemail").to_string(), "#/preset/googlemail");
        assert_eq!(Route { fresh: true, ..preset("googlemail") }.to_string(), "#/fresh?preset=googlemail");
        assert_eq!(Route::default().to_string(), "");
    }

    #[test]
    fn an_example_is_opened_once_except_on_a_fresh_page() {
        assert_eq!(preset("googlemail").opened(), Route::default());
        let presented = Route { present: true, ..preset("googlemail") };
        assert_eq!(presented.opened().to_string(), "#/present");
        let fresh = Route { fresh: true, ..preset("googlemail") };
        assert_eq!(fresh.clone().opened(), fresh);
    }
}
