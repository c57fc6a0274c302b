//! What the messages hold: questions and answers, as JSON.

use serde::{Deserialize, Serialize};

use crate::analysis::pack::affected::Affected;
use crate::analysis::population::summary::Range;
use crate::design::{Design, IdentityProvider, RedemptionOrder};
use crate::guest::Guest;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Question {
    /// What changes from one design to another, for every guest.
    Compare {
        /// The first design.
        first: Box<Design>,
        /// The second design.
        second: Box<Design>,
        /// Whether only the facts of discovery are told apart.
        discovery_only: bool,
    },
    /// What becomes of every guest under every redemption order.
    Orders {
        /// The design whose other settings are kept.
        design: Box<Design>,
        /// What the order has to do.
        requirements: Vec<Wanted>,
    },
    /// What a design has in it that does nothing, and whom a planned change locks out.
    Lint {
        /// The design.
        design: Box<Design>,
        /// The design that is planned.
        planned: Option<Box<Design>>,
    },
    /// How many kinds of guests pass each node and edge.
    Heat {
        /// The design.
        design: Box<Design>,
    },
    /// What would have to change.
    Ways {
        /// The design.
        design: Box<Design>,
        /// The guest.
        guest: Box<Guest>,
        /// What is to be reached.
        goal: Wish,
    },
    /// Whom the change from a design to another affects, which a change pack says.
    Affected {
        /// The design in force.
        first: Box<Design>,
        /// The design that is planned.
        second: Box<Design>,
    },
    /// What explains what a guest says.
    Explain {
        /// The design.
        design: Box<Design>,
        /// The guest.
        guest: Box<Guest>,
        /// The stable name of the symptom.
        symptom: String,
        /// The stable names of the aspects that are known.
        known: Vec<String>,
    },
}

/// What is to be reached, in words that messages can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Wish {
    /// The stable name of a node.
    Node(String),
    /// The stable name of an outcome.
    Outcome(String),
    /// A provider signs the guest in.
    Provider(IdentityProvider),
    /// The guest comes in.
    In,
}

/// What an order has to do, in words that messages can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Wanted {
    /// Nobody is asked to create an account.
    NobodyCreatesAnAccount,
    /// Nobody needs a passcode.
    NobodyNeedsAPasscode,
    /// Who can come in now still can.
    NobodyIsNewlyShutOut,
    /// Guests of the domain who come in do so with this provider.
    SignsInAt(String, IdentityProvider),
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// To [`Question::Compare`].
    Compare {
        /// How many kinds of guests there are.
        profiles: usize,
        /// Whether all were found.
        complete: bool,
        /// How often somebody was played.
        walks: u64,
        /// The combinations that are left out, with their reasons.
        left_out: Vec<String>,
        /// The classes of change.
        classes: Vec<Class>,
    },
    /// To [`Question::Orders`].
    Orders {
        /// How many kinds of guests there are.
        profiles: usize,
        /// Whether all were found.
        complete: bool,
        /// The rows, the best first.
        rows: Vec<OrderRow>,
    },
    /// To [`Question::Lint`].
    Lint {
        /// How many kinds of guests there are.
        profiles: usize,
        /// What is found.
        findings: Vec<Told>,
        /// Whom the planned change locks out.
        locked_out: Vec<Told>,
    },
    /// To [`Question::Heat`].
    Heat {
        /// How many kinds of guests there are, or people of the list.
        guests: u64,
        /// Each node by its stable name, what the page calls it, and how many come there.
        nodes: Vec<(String, String, Range)>,
        /// Each edge by its stable name, and how many take it.
        edges: Vec<(String, Range)>,
    },
    /// To [`Question::Ways`].
    Ways {
        /// Whether it is so already.
        reached: bool,
        /// The ways.
        ways: Vec<ToldWay>,
        /// How many more there are.
        more: usize,
    },
    /// To [`Question::Explain`].
    Explain {
        /// The explanations, the likeliest first.
        explanations: Vec<ToldWay>,
        /// The address of another guest, where nothing explains it with this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        another_guest: Option<String>,
        /// How many more there are.
        more: usize,
    },
    /// To [`Question::Affected`].
    Affected(Affected),
    /// It cannot be answered.
    Failed {
        /// Why not.
        reason: String,
    },
}

/// A scenario of one guest, to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// The design, with the tenants that the guest needs.
    pub design: Design,
    /// The second design, where two are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Design>,
    /// The guest, with a story that plays it.
    pub guest: Guest,
}

/// A class of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    /// Its stable name.
    pub id: String,
    /// What the page calls it.
    pub name: String,
    /// How many kinds of guests.
    pub count: usize,
    /// What the plainest of them has.
    pub words: Vec<String>,
    /// The plainest of them, to be opened.
    pub example: Option<Example>,
}

/// A row of the table of orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderRow {
    /// The settings that behave like this, the nearest to those in force first.
    pub settings: Vec<Settings>,
    /// The settings in force are among them.
    pub is_now: bool,
    /// Every guest is treated as required.
    pub meets: bool,
    /// All guests, and those of them: in, with their own account, with a passcode, after creating an account, shut out, with no provider left.
    pub tally: [Range; 7],
    /// Pages that ask somebody for something, over all guests, from the fewest to the most.
    pub prompts: Range,
}

/// Settings of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The order.
    pub order: RedemptionOrder,
    /// Whether passcodes are on.
    pub passcode: bool,
    /// Whether there is a federation with Google.
    pub google: bool,
    /// Whether the admin center refuses it.
    pub refused: bool,
}

/// Something found, with how many kinds of guests it is about, and one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// In a sentence.
    pub text: String,
    /// How many kinds of guests.
    pub count: usize,
    /// How many people of the list, where one was asked about and they can be counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<Range>,
    /// What the plainest of them has.
    pub words: Vec<String>,
    /// The plainest of them, to be opened.
    pub example: Option<Example>,
}

/// A set of changes or assumptions, with what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldWay {
    /// Who can make the changes, where one party can; the name that headings have.
    pub who: Option<String>,
    /// The changes or assumptions, in words.
    pub words: Vec<String>,
    /// How it ends then, by its stable name and in words.
    pub outcome: Option<(String, String)>,
    /// What helps where it ends like this, with who can do it.
    pub fixes: Vec<(String, String)>,
    /// The changed scenario, to be opened.
    pub example: Example,
}
