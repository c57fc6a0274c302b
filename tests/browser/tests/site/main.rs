//! The built page in a real browser. After every test the console must be free of warnings and errors, and no request may have
//! gone to another origin; see `browser_tests::browse`.

mod about;
mod appearance;
mod barriers;
mod editing;
mod embed;
mod flow_rows;
mod fresh;
mod gallery;
mod graph_view;
mod guest;
mod history;
mod import;
mod keeping;
mod layout;
mod links;
mod log;
mod offline;
mod palette;
mod panels;
mod paper;
mod picture;
mod present;
mod projections;
mod seeing;
mod settings;
mod start;
mod states;
mod security;
mod storage;
mod story;
mod tabs;
mod travel;
mod troubleshoot;
mod turns;
