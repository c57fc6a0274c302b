//! Pages on which the guest agrees to something: the tenant's permissions, terms of use, an application's permissions.

use super::Part;
use super::scene::{Scene, Terms};
use crate::design::Edition;
use crate::wording::guest::{Text, Words};

/// *Review permissions*. Sources: `redemption-experience.md`, 2024-03-26, Consent experience; `properties-area.yml`, 2023-12.
pub(super) fn permissions(scene: &Scene, words: &Words) -> Vec<Part> {
    let organization = scene.resource_name.as_str();
    let since_2024 = match scene.edition {
        Edition::Y2019 | Edition::Y2021 => false,
        Edition::Y2024 | Edition::Y2026 => true,
    };
    let mut parts = vec![
        Part::Title(words.text(Text::ReviewPermissions)),
        Part::Strong(format!("{organization} ({})", scene.resource_domain)),
        Part::Line(words.text(Text::AsksYouToAllow)),
        Part::List([Text::ReceiveProfile, Text::CollectActivity, Text::UseBoth].map(|text| words.text(text)).into()),
    ];
    if since_2024 {
        parts.push(Part::Line(words.text(Text::WhatIsShared)));
    }
    parts.push(Part::Line(words.text(Text::OnlyIfTrusted)));
    if since_2024 {
        parts.push(Part::Small(words.text(Text::ManageLater)));
    }
    parts.push(Part::Small(words.text(match &scene.privacy {
        (Some(address), _) => Text::PrivacyStatement { address },
        (None, Some(contact)) => Text::PrivacyContact { contact },
        (None, None) => Text::NoTermsLinks { organization },
    })));
    parts.push(Part::Small(words.text(Text::NotTheService { organization })));
    parts
}

/// One of the terms of use, closed or opened. Source: `terms-of-use.md`, 2025-07-21.
pub(super) fn terms(scene: &Scene, opened: bool, words: &Words) -> Vec<Part> {
    let Terms { name, number, of, language, must_be_opened } = &scene.terms;
    let organization = scene.resource_name.as_str();
    let language = &words.text(Text::LanguageName { tag: language });
    let mut parts = vec![Part::Title(words.text(Text::TermsOf { organization }))];
    if *of > 0 {
        let (number, of) = (&number.to_string(), &of.to_string());
        parts.push(Part::Strong(words.text(Text::TermsNumber { name, number, of, language })));
    }
    if opened {
        parts.push(Part::Document(words.text(Text::DocumentOf { organization, language })));
        return parts;
    }
    let what = if *must_be_opened { Text::OpenFirst } else { Text::ReadAndAccept };
    parts.push(Part::Line(words.text(what)));
    parts.extend((*of > 0).then(|| Part::Closed(name.clone())));
    parts
}

/// An application's own permissions, which have nothing to do with the tenant's. Source: `redemption-experience.md`, 2024-03-26.
pub(super) fn application(scene: &Scene, words: &Words) -> Vec<Part> {
    let application = scene.application.as_str();
    vec![
        Part::Title(words.text(Text::ApplicationAsks)),
        Part::Strong(words.text(Text::ApplicationOf { application, organization: &scene.resource_name })),
        Part::Line(words.text(Text::ApplicationWants { application })),
    ]
}
