//! Files of one build that only fit each other: put into a folder of `dist/` whose name changes with their content.
//!
//! So a page never meets files of another build, whatever a cache has kept. What the files are is decided elsewhere.

use std::fs;
use std::path::Path;

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Names and contents, by name.
pub(crate) struct Files(Vec<(String, Vec<u8>)>);

impl From<Vec<(String, Vec<u8>)>> for Files {
    fn from(mut files: Vec<(String, Vec<u8>)>) -> Self {
        files.sort();
        Self(files)
    }
}

impl Files {
    /// The files of a folder.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).with_context(|| format!("there is no `{}`", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).context("a file has an odd name")?;
            files.push((name.to_owned(), fs::read(&path).with_context(|| format!("cannot read `{}`", path.display()))?));
        }
        Ok(Self::from(files))
    }

    /// The folder in `dist/`: this name, and another ending for another content.
    pub(crate) fn folder(&self, name: &str) -> String {
        let mut hasher = Sha256::new();
        for (name, content) in &self.0 {
            hasher.update(name);
            hasher.update(content);
        }
        let hash: String = hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("{name}-{hash}")
    }

    /// Writes the files into their folder of `dist/`.
    pub(crate) fn put(&self, dist: &Path, name: &str) -> anyhow::Result<()> {
        let folder = dist.join(self.folder(name));
        fs::create_dir_all(&folder).with_context(|| format!("cannot make `{}`", folder.display()))?;
        for (name, content) in &self.0 {
            fs::write(folder.join(name), content)
                .with_context(|| format!("cannot write `{name}` into `{}`", folder.display()))?;
        }
        Ok(())
    }

    /// The names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// What is in a file.
    pub(crate) fn content(&self, name: &str) -> anyhow::Result<&[u8]> {
        let found = self.0.iter().find(|(file, _)| file == name);
        Ok(&found.with_context(|| format!("there is no `{name}`"))?.1)
    }

    /// Puts something else into a file that there is.
    pub(crate) fn replace(&mut self, name: &str, content: Vec<u8>) {
        if let Some((_, now)) = self.0.iter_mut().find(|(file, _)| file == name) {
            *now = content;
        }
    }

    /// What the browser compares a file with.
    pub(crate) fn integrity(&self, name: &str) -> anyhow::Result<String> {
        Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(self.content(name)?))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_has_another_folder() {
        let folder = |content: &[u8]| Files::from(vec![("a.wasm".to_owned(), content.to_vec())]).folder("program");
        assert!(folder(b"one").starts_with("program-"));
        assert_eq!(folder(b"one"), folder(b"one"));
        assert_ne!(folder(b"one"), folder(b"other"));
    }

    #[test]
    fn an_integrity_is_what_a_browser_computes() {
        let files = Files::from(vec![("index.html".to_owned(), b"index.html".to_vec())]);
        // `printf index.html | openssl dgst -sha384 -binary | base64`
        let expected = "sha384-JirV5chTTbEPQVBujBhJLSdgLHT1IA+HGcI2W4K0/qBcHOB+VCcEBt4TIBejKrNL";
        assert_eq!(files.integrity("index.html").unwrap(), expected);
        assert!(files.integrity("a.js").is_err());
    }
}
