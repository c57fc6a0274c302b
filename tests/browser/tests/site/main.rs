//! The built page in a real browser. After every test the console must be free of warnings and errors, and no request may have
//! gone to another origin; see `browser_tests::browse`.

mod about;
mod barriers;
mod editing;
mod gallery;
mod graph_view;
mod guest;
mod import;
mod keeping;
mod layout;
mod log;
mod palette;
mod panels;
mod projections;
mod settings;
mod start;
mod states;
mod storage;
mod story;
mod tabs;
mod travel;
mod troubleshoot;
mod turns;
