//! Packs the built page into one archive, with its checksum and a list of what is
//! in it for those who must keep one (CycloneDX).
//!
//! The archive holds the files of `dist/` in a fixed order without times and
//! owners, so that the same page gives the same bytes. Publishing it is for
//! people.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use cargo_metadata::Package;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::dependencies;
use crate::repository::Repository;

/// Where a release is put, below the root.
const FOLDER: &str = "target/release-files";

/// Packs `dist/`. Answers the folder with the archive, its bill of materials and the checksums of both.
pub(crate) fn pack(repository: &Repository) -> anyhow::Result<PathBuf> {
    let name = format!("redemption-simulator-{}", env!("CARGO_PKG_VERSION"));
    let packages = dependencies::of_the_page(repository)?;
    let files = [
        (format!("{name}.tar.gz"), archive(&repository.join("dist"), &name)?),
        (format!("{name}.cdx.json"), format!("{:#}\n", bill(&packages)).into_bytes()),
    ];
    let folder = repository.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make `{FOLDER}`"))?;
    let mut sums = String::new();
    for (file, content) in &files {
        fs::write(folder.join(file), content).with_context(|| format!("cannot write `{FOLDER}/{file}`"))?;
        sums += &format!("{}  {file}\n", hex(content));
    }
    fs::write(folder.join("SHA256SUMS"), &sums).with_context(|| format!("cannot write `{FOLDER}/SHA256SUMS`"))?;
    print!("{sums}");
    Ok(folder)
}

/// The SHA-256 of a content.
pub(crate) fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder as a packed archive, below a folder of this name.
fn archive(folder: &Path, name: &str) -> anyhow::Result<Vec<u8>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort();
    // No time in the head of the packed file either.
    let packer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    let mut archive = tar::Builder::new(packer);
    for file in files {
        let content = fs::read(folder.join(&file)).with_context(|| format!("cannot read `{file}`"))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(content.len())?);
        header.set_mode(0o644);
        header.set_mtime(0);
        archive.append_data(&mut header, format!("{name}/{file}"), &content[..])?;
    }
    let mut packed = archive.into_inner()?;
    packed.flush()?;
    Ok(packed.finish()?)
}

/// The files below a folder, by their paths from it.
pub(crate) fn collect(folder: &Path, below: &str, files: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read `{}`; run `cargo xtask build`", folder.display()))? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}

/// The bill of materials, in the form of CycloneDX 1.6 (<https://cyclonedx.org/docs/1.6/json/>). It has no time and no number of its
/// own, which the form allows: the same page gives the same bill.
fn bill(packages: &[Package]) -> Value {
    let component = |package: &Package| {
        let (name, version) = (package.name.as_str(), package.version.to_string());
        let address = format!("pkg:cargo/{name}@{version}");
        json!({
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            "licenses": [{ "expression": package.license.as_deref().unwrap_or_default().replace('/', " OR ") }],
        })
    };
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "redemption-simulator",
                "name": "redemption-simulator",
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "expression": "MIT" }],
            },
        },
        "components": packages.iter().map(component).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive_whenever_they_were_written() {
        let folder = std::env::temp_dir().join(format!("redemption-release-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).unwrap();
        fs::write(folder.join("b/c.txt"), "c").unwrap();
        fs::write(folder.join("a.txt"), "a").unwrap();
        let first = archive(&folder, "name").unwrap();
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(100);
        fs::File::options().write(true).open(folder.join("a.txt")).unwrap().set_modified(later).unwrap();
        let second = archive(&folder, "name").unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first, second);

        let mut reader = tar::Archive::new(flate2::read::GzDecoder::new(&first[..]));
        let names: Vec<String> =
            reader.entries().unwrap().map(|entry| entry.unwrap().path().unwrap().display().to_string()).collect();
        assert_eq!(names, ["name/a.txt", "name/b/c.txt"]);
    }

    #[test]
    fn the_bill_names_every_package_with_version_and_licence() {
        let packages = dependencies::of_the_page(&Repository::find().unwrap()).unwrap();
        let bill = bill(&packages);
        let components = bill["components"].as_array().unwrap();
        assert_eq!(components.len(), packages.len());
        let leptos = components.iter().find(|component| component["name"] == "leptos").unwrap();
        assert_eq!(leptos["licenses"][0]["expression"], "MIT");
        let version = leptos["version"].as_str().unwrap();
        assert_eq!(leptos["purl"], format!("pkg:cargo/leptos@{version}"));
    }
}
