//! Every input that is kept of fuzzing, once more: what the fuzzer found out stays found out.
//!
//! How to fuzz is in `tests/README.md`; this needs no fuzzer.

mod targets;

use std::fs;
use std::path::Path;

#[test]
fn everything_in_the_corpus_is_read_without_harm() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    for (name, target) in targets::ALL {
        let folder = corpus.join(name);
        let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut read = 0;
        for file in files {
            let path = file.unwrap().path();
            eprintln!("{}", path.display());
            target(&fs::read(&path).unwrap());
            read += 1;
        }
        assert!(read > 0, "`{name}` has no input");
    }
}

/// Deep nesting, packed bombs, odd characters and large names, for every way in.
#[test]
fn inputs_that_are_made_to_do_harm_are_read_by_every_target() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000)).into_bytes();
    let long_name = format!("{{\"format\":2,\"workspaces\":[{{\"name\":\"{}\"}}]}}", "n".repeat(1_000_000)).into_bytes();
    let inputs: Vec<Vec<u8>> = vec![
        Vec::new(),
        vec![0; 1_000_000],
        vec![0xff; 100_000],
        deep("[", "]"),
        deep("{\"a\":", "}"),
        b"[".repeat(100_000),
        long_name,
        b"{\"format\":2,\"workspaces\":[{\"name\":\"\\ud800\"}]}".to_vec(),
        "{\"format\":2,\"workspaces\":[{\"name\":\"\u{202e}\u{0}\u{feff}\"}]}".into(),
        "\u{feff}{}".into(),
        vec![b'9'; 100_000],
    ];
    for (name, target) in targets::ALL {
        for input in &inputs {
            eprintln!("{name}: {} bytes", input.len());
            target(input);
        }
    }
}
