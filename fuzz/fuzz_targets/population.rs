//! Random bytes for the target `population`; what must hold is said in `engine/tests/fuzz/targets.rs`.
#![no_main]

#[path = "../../engine/tests/fuzz/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::population(bytes));
