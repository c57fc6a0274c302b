//! Makes the built page work without a network and install as an app: the
//! service worker with the list of the files in `dist/`, and the manifest.
//!
//! The list is made from what lies in `dist/` after everything else is done,
//! never by hand: trunk's file names change with their content. How the page
//! registers the worker and offers a new version is in `src/offline.rs`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};

/// The worker's file, beside the page: its place is what it may answer for.
pub(crate) const WORKER: &str = "service-worker.js";
/// The manifest's file.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// What a browser shows of the app, by size; the last one may be cut to any shape.
pub(crate) const ICONS: [Icon; 4] = [
    Icon { file: "icon.svg", kind: "image/svg+xml", sizes: "any", purpose: "any" },
    Icon { file: "icon-192.png", kind: "image/png", sizes: "192x192", purpose: "any" },
    Icon { file: "icon-512.png", kind: "image/png", sizes: "512x512", purpose: "any" },
    Icon { file: "icon-maskable-512.png", kind: "image/png", sizes: "512x512", purpose: "maskable" },
];

/// What a browser may show before the app is installed: the pictures of the README, in `docs/`.
pub(crate) const SCREENSHOTS: [Screenshot; 2] = [
    Screenshot {
        file: "page.png",
        sizes: "1440x900",
        label: "A guest's redemption, step by step, with the page that the guest sees",
    },
    Screenshot { file: "present.png", sizes: "1280x860", label: "The same for a room full of people" },
];

/// A picture in `docs/`.
pub(crate) struct Screenshot {
    file: &'static str,
    sizes: &'static str,
    label: &'static str,
}

impl Screenshot {
    /// Where it lies in the repository.
    pub(crate) fn source(&self) -> String {
        format!("docs/{}", self.file)
    }

    /// Where it lies beside the page.
    pub(crate) fn address(&self) -> String {
        format!("{SCREENSHOTS_FOLDER}{}", self.file)
    }
}

/// Where the screenshots lie. Nobody who has opened the page needs them.
const SCREENSHOTS_FOLDER: &str = "screenshots/";

/// An icon in `public/`.
pub(crate) struct Icon {
    pub(crate) file: &'static str,
    kind: &'static str,
    sizes: &'static str,
    purpose: &'static str,
}

/// Whether browsers keep the page, or are told to drop what they have kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Offline {
    /// The page works without a network.
    Kept,
    /// The worker of an earlier build takes itself away.
    Removed,
}

/// What goes into the page's head.
pub(crate) fn links(offline: Offline) -> String {
    let mut links = format!(r#"<link rel="manifest" href="./{MANIFEST}"><link rel="apple-touch-icon" href="./icon-192.png">"#);
    links += r#"<link rel="license" href="./third-party-notices.txt">"#;
    if offline == Offline::Kept {
        // The page registers what this names, and nothing where it is missing.
        write!(links, r#"<meta name="service-worker" content="./{WORKER}">"#).expect("a text takes everything");
    }
    links
}

/// The manifest. All addresses are relative to it, so that it holds under any path.
pub(crate) fn manifest() -> String {
    let icons: Vec<_> = ICONS
        .iter()
        .map(|icon| json!({ "src": icon.file, "type": icon.kind, "sizes": icon.sizes, "purpose": icon.purpose }))
        .collect();
    let screenshots: Vec<_> = SCREENSHOTS
        .iter()
        .map(|picture| {
            json!({ "src": picture.address(), "type": "image/png", "sizes": picture.sizes, "form_factor": "wide", "label": picture.label })
        })
        .collect();
    let manifest = json!({
        "name": "Invitation Redemption Simulator",
        "short_name": "Redemption",
        "description": "What exactly happens to a guest who redeems a Microsoft Entra B2B invitation, step by step, and why.",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "lang": "en",
        "background_color": "#f5f5f5",
        "theme_color": "#0f6cbd",
        "categories": ["education", "productivity"],
        "icons": icons,
        "file_handlers": [{ "action": "./#/import", "accept": { "application/json": [".redemption.json"] } }],
        "screenshots": screenshots,
        "shortcuts": [
            { "name": "New scenario", "description": "Begin with a tenant and a guest of your own", "url": "./#/new" },
            { "name": "Examples", "description": "Step through an example", "url": "./#/examples" },
            { "name": "Fresh page", "description": "Begin with nothing of what is kept in this browser", "url": "./#/fresh" },
        ],
    });
    format!("{manifest:#}\n")
}

/// The worker for what is in `dist/`.
pub(crate) fn worker(dist: &Path, offline: Offline) -> anyhow::Result<String> {
    match offline {
        Offline::Removed => Ok(include_str!("offline/remove.js").to_owned()),
        Offline::Kept => {
            let mut files = Vec::new();
            collect(dist, "", &mut files)?;
            files.sort();
            Ok(filled(&files))
        }
    }
}

/// A file's address below the page, and the hash of its content.
type Kept = (String, String);

fn filled(files: &[Kept]) -> String {
    let version = Sha256::digest(serde_json::to_string(files).expect("texts are JSON"));
    let version: String = version.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let list: String = files.iter().map(|(file, hash)| format!("  {},\n", json!([file, hash]))).collect();
    include_str!("offline/service-worker.js").replace("{version}", &version).replace("{files}", &format!("[\n{list}]"))
}

fn collect(folder: &Path, below: &str, files: &mut Vec<Kept>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read `{}`", folder.display()))? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if is_kept(&format!("{name}/")) {
                collect(&entry.path(), &format!("{name}/"), files)?;
            }
        } else if is_kept(&name) {
            let content = fs::read(entry.path()).with_context(|| format!("cannot read `{name}`"))?;
            let hash = format!("sha384-{}", STANDARD.encode(Sha384::digest(content)));
            // Hosts may redirect to the page's folder, and people open that.
            files.push((if name == "index.html" { String::new() } else { name }, hash));
        }
    }
    Ok(())
}

/// Whether a file belongs to the page that a person opens. Others are for the host, for other sites, or for building.
fn is_kept(name: &str) -> bool {
    let others = [WORKER, "_headers", "staticwebapp.config.json", "embed/", SCREENSHOTS_FOLDER, ".stage/", ".nojekyll"];
    !others.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("redemption-offline-{}", std::process::id()));
        fs::create_dir_all(folder.join("program-1")).unwrap();
        let others = ["_headers", "staticwebapp.config.json", WORKER, "embed/index.html", "screenshots/page.png"];
        for file in ["index.html", "program-1/program.js"].into_iter().chain(others) {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), file).unwrap();
        }
        folder
    }

    #[test]
    fn the_worker_keeps_the_files_of_the_page_and_no_others() {
        let site = site();
        let worker = worker(&site, Offline::Kept).unwrap();
        fs::remove_dir_all(site).unwrap();
        // `printf index.html | openssl dgst -sha384 -binary | base64`
        let page = r#"["","sha384-JirV5chTTbEPQVBujBhJLSdgLHT1IA+HGcI2W4K0/qBcHOB+VCcEBt4TIBejKrNL"]"#;
        assert!(worker.contains(page), "{worker}");
        assert!(worker.contains(r#"["program-1/program.js","sha384-"#));
        for other in ["_headers", "staticwebapp", "embed/", "screenshots", r#""service-worker.js""#, "{version}", "{files}"] {
            assert!(!worker.contains(other), "{other}");
        }
    }

    #[test]
    fn another_content_is_another_version() {
        let version = |hash: &str| {
            let worker = filled(&[(String::new(), hash.to_owned())]);
            worker.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned()
        };
        assert_eq!(version("sha384-a"), version("sha384-a"));
        assert_ne!(version("sha384-a"), version("sha384-b"));
    }

    #[test]
    fn a_build_without_offline_names_no_worker_and_publishes_the_one_that_removes() {
        assert!(links(Offline::Kept).contains(r#"<meta name="service-worker" content="./service-worker.js">"#));
        assert!(!links(Offline::Removed).contains("service-worker"));
        let removing = worker(Path::new("nowhere"), Offline::Removed).unwrap();
        assert!(removing.contains("registration.unregister()"));
    }

    #[test]
    fn every_address_in_the_manifest_is_relative() {
        let manifest: serde_json::Value = serde_json::from_str(&manifest()).unwrap();
        for key in ["id", "start_url", "scope"] {
            assert_eq!(manifest[key], "./", "{key}");
        }
        assert_eq!(manifest["file_handlers"][0]["action"], "./#/import");
        for (pictures, count) in [("icons", ICONS.len()), ("screenshots", SCREENSHOTS.len())] {
            let pictures = manifest[pictures].as_array().unwrap();
            assert_eq!(pictures.len(), count);
            assert!(pictures.iter().all(|picture| !picture["src"].as_str().unwrap().starts_with('/')));
        }
        let urls: Vec<_> =
            manifest["shortcuts"].as_array().unwrap().iter().map(|shortcut| shortcut["url"].as_str().unwrap()).collect();
        assert_eq!(urls, ["./#/new", "./#/examples", "./#/fresh"]);
    }

    #[test]
    fn pictures_are_as_large_as_the_manifest_says() {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let icons =
            ICONS.iter().filter(|icon| icon.kind == "image/png").map(|icon| (format!("public/{}", icon.file), icon.sizes));
        for (file, sizes) in icons.chain(SCREENSHOTS.iter().map(|picture| (picture.source(), picture.sizes))) {
            let content = fs::read(repository.join(&file)).unwrap();
            // A PNG's first chunk begins at byte 8; width and height follow its length and name.
            let side = |at: usize| u32::from_be_bytes(content[at..at + 4].try_into().unwrap());
            assert_eq!(format!("{}x{}", side(16), side(20)), sizes, "{file}");
        }
    }
}
