//! Pages on which the guest agrees to something: the tenant's permissions, terms of use, an application's permissions.

use redemption_engine::design::Edition;

use crate::inspect::scene::{Scene, Terms};
use crate::inspect::sheet::{Part, sheet};

/// *Review permissions*. Sources: `redemption-experience.md`, 2024-03-26, Consent experience; `properties-area.yml`, 2023-12.
pub(super) fn permissions(scene: &Scene) -> Vec<Part> {
    let privacy = match &scene.privacy {
        (Some(statement), _) => format!("Privacy statement: {statement}"),
        (None, Some(contact)) => format!("Privacy contact: {contact}"),
        (None, None) => format!("{} has not provided links to its terms.", scene.resource_name),
    };
    let mut parts = vec![
        Part::Title("Review permissions".to_owned()),
        Part::Strong(format!("{} ({})", scene.resource_name, scene.resource_domain)),
        Part::Line("asks you to allow it to:".to_owned()),
        Part::List(["receive your profile data", "collect and log what you do there", "use both"].map(str::to_owned).into()),
    ];
    match scene.edition {
        Edition::Y2019 | Edition::Y2021 => {}
        Edition::Y2024 | Edition::Y2026 => parts.push(Part::Line(
            "Shared are parts of your account: name, photo, email address and directory identifiers. The organization may use them to manage your account and to improve working across organizations."
                .to_owned(),
        )),
    }
    parts.push(Part::Line(privacy));
    parts.push(Part::Line("Accept only if you trust the organization.".to_owned()));
    parts
}

/// One of the terms of use, closed or opened. Source: `terms-of-use.md`, 2025-07-21.
pub(super) fn terms(scene: &Scene, opened: bool) -> Vec<Part> {
    let Terms { name, number, of, language, must_be_opened } = &scene.terms;
    let mut parts = vec![Part::Title(format!("{} terms of use", scene.resource_name))];
    if *of > 0 {
        parts.push(Part::Strong(format!("{name} ({number} of {of}), document in {}", language_name(language))));
    }
    parts.push(if opened {
        Part::Document(format!("The document of {} stands here, in {}.", scene.resource_name, language_name(language)))
    } else if *must_be_opened {
        Part::Line("Open the document before you accept it.".to_owned())
    } else {
        Part::Line("Read the document and accept it to get access.".to_owned())
    });
    parts
}

/// An application's own permissions, which have nothing to do with the tenant's. Source: `redemption-experience.md`, 2024-03-26.
pub(super) fn application(scene: &Scene) -> Vec<Part> {
    let mut parts = sheet(
        "The application asks for permissions",
        [
            format!("{} wants to act for you and to read data in your name.", scene.application),
            format!(
                "This is the application's own consent. What {} asked for on Review permissions is another.",
                scene.resource_name
            ),
        ],
    );
    parts.insert(1, Part::Strong(format!("{} of {}", scene.application, scene.resource_name)));
    parts
}

/// The usual languages by name, others by their tag.
fn language_name(tag: &str) -> String {
    match tag.split('-').next().unwrap_or(tag).to_lowercase().as_str() {
        "en" => "English".to_owned(),
        "de" => "German".to_owned(),
        "fr" => "French".to_owned(),
        "es" => "Spanish".to_owned(),
        "it" => "Italian".to_owned(),
        "ja" => "Japanese".to_owned(),
        _ => format!("the language {tag}"),
    }
}
