//! The format as a JSON Schema, for editors and other programs. Generated from the types that are read, so that both say the same.
//!
//! It tells shapes and words; what depends on several properties, and how much is read at most, is for the reader to say.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use strum::IntoEnumIterator;

use super::{FORMAT, OLDEST};
use crate::address::{Domain, EmailAddress};
use crate::bundle::Kept;
use crate::golden::Ending;
use crate::screen::Screen;
use crate::workspace::Workspace;

/// The schema of a document, in JSON.
pub fn schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let workspace = generator.subschema_for::<Workspace>();
    let version = generator.subschema_for::<Kept>();
    let definitions = generator.take_definitions(true);
    let schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:invitation-redemption-simulator:document:{FORMAT}"),
        "title": "Scenarios of the Invitation Redemption Simulator",
        "type": "object",
        "required": ["format", "workspaces"],
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string", "description": "Where this schema is. It is not looked at." },
            "format": {
                "type": "integer", "minimum": OLDEST, "maximum": FORMAT, "description": "The version of the format."
            },
            "rules": { "type": "string", "description": "The version of the rules that the document was written under." },
            "workspaces": { "type": "array", "minItems": 1, "items": workspace, "description": "The scenarios." },
            "versions": { "type": "array", "items": version, "description": "Earlier versions of the scenarios." }
        },
        "$defs": definitions
    });
    // Writing to memory fails only for maps whose keys are no strings; a schema has none.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_else(|error| error.to_string());
    text.push('\n');
    text
}

impl JsonSchema for EmailAddress {
    fn schema_name() -> Cow<'static, str> {
        "EmailAddress".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An address such as `nina@adatum.example`.",
            "pattern": "^\\s*[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+\\s*$"
        })
    }
}

impl JsonSchema for Domain {
    fn schema_name() -> Cow<'static, str> {
        "Domain".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A domain such as `adatum.example`.",
            "pattern": "^\\s*[^@\\s.]+(\\.[^@\\s.]+)+\\s*$"
        })
    }
}

impl JsonSchema for Ending {
    fn schema_name() -> Cow<'static, str> {
        "Ending".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = Ending::all().map(Ending::id).collect();
        json_schema!({
            "type": "string",
            "description": "How the last chapter ends, or what it waits for where no guest can go on.",
            "enum": names
        })
    }
}

impl JsonSchema for Screen {
    fn schema_name() -> Cow<'static, str> {
        "Screen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = Screen::iter().map(Screen::id).collect();
        json_schema!({ "type": "string", "description": "A page in front of a person.", "enum": names })
    }
}
