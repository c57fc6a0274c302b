//! What happens to a guest who redeems a Microsoft Entra B2B invitation, step by step, and why.
//!
//! A *workspace* holds a *design* (the settings of the resource tenant and of the guests' home tenants) and *guests*; a guest
//! is a person's facts, an invitation, a way in, and a *story*: the list of *acts* that people do.
//! The redemption order and the edition of the documents yield a *flow*: a graph of nodes joined by edges, one edge per answer.
//! A run has *chapters*: the invitation, each attempt to get in, and what is done between them; an administrator's act may change
//! the settings for the chapters that follow. The engine stands on a node, finds its answer (from the design and the facts, or
//! from the next act) together with the *rule* that justifies it, and moves along that edge; the moves are the *trace*.
//! Screens, guest record, mails, logs and lit-up flowchart are read off the trace. What is saved is design, guests and stories;
//! the rest is replayed.
//!
//! Modules, in reading order: [`address`], [`design`], [`guest`], [`workspace`], [`problems`], [`settings`], [`flow`], [`act`],
//! [`engine`], [`clock`], [`trace`], [`rules`], [`guest_record`], [`screen`], [`page`], [`mail`], [`log`], [`fictional`], [`wording`],
//! [`chart`], [`elsewhere`], [`outline`], [`storyboard`], [`sequence`], [`timeline`], [`document`], [`bundle`], [`graph`], [`library`], [`session`],
//! [`history`], [`keeping`], [`difference`], [`golden`], [`share`], [`presets`], [`report`], [`markdown`], [`diagnosis`], [`coverage`],
//! [`analysis`].
//!
//! This crate deliberately reads no clock, has no randomness, no input or output and no user interface: the same workspace yields
//! the same trace in a native test, in a browser and on the command line.

pub mod act;
pub mod address;
pub mod analysis;
pub mod bundle;
pub mod chart;
pub mod clock;
pub mod coverage;
pub mod design;
pub mod diagnosis;
pub mod difference;
pub mod document;
pub mod elsewhere;
pub mod engine;
pub mod fictional;
pub mod field;
pub mod flow;
pub mod golden;
pub mod graph;
pub mod guest;
pub mod guest_record;
pub mod history;
pub mod keeping;
pub mod library;
pub mod log;
pub mod mail;
pub mod markdown;
mod mermaid;
mod moves;
pub mod outline;
pub mod page;
pub mod presets;
pub mod problems;
pub mod report;
pub mod rules;
pub mod screen;
pub mod sequence;
pub mod session;
pub mod settings;
pub mod share;
pub mod storyboard;
pub mod timeline;
pub mod trace;
pub mod wording;
pub mod workspace;
