//! Questions asked of many runs: what every possible guest meets under several designs, and how designs differ for them.
//!
//! All of it is asked of the same engine that plays a story; nothing is decided here a second time. Which facts a decision looked at is
//! reported by the engine itself, so a fact counts as irrelevant only where no design looked at it.
//!
//! Modules, in reading order: [`course`], [`origin`], [`aspect`], [`profiles`], [`compare`], [`alignment`], [`orders`], [`heat`],
//! [`lint`], [`search`], [`assumption`], [`counterfactual`], [`explain`],
//! [`population`], [`question`], [`pack`].

pub mod alignment;
pub mod aspect;
pub mod assumption;
pub mod compare;
pub mod counterfactual;
pub mod course;
pub mod explain;
pub mod heat;
pub mod lint;
pub mod orders;
pub mod origin;
pub mod pack;
pub mod population;
pub mod profiles;
pub mod question;
pub mod search;
