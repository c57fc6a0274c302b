//! Microsoft Graph's JSON as settings of a design, and settings of a design as requests to Microsoft Graph (`request.rs`).
//!
//! A resource is recognised by its content. A reading changes the design as a whole or not at all, and notes what it took,
//! repaired and left out. Nothing is fetched from or sent to Microsoft Graph.

use strum::IntoEnumIterator;

use crate::bundle::Bundle;
use crate::design::Design;
use crate::document::place::{Place, shorten};
use crate::document::tree::{Several, Tree};
use crate::document::{self, DocumentError, PropertyError, TextError};
use crate::guest::Guest;

mod access;
mod agreements;
pub mod assertions;
pub mod changes;
pub mod collector;
mod conditional_access;
mod default_policy;
mod domain_lists;
mod email_authentication_method;
mod entries;
mod federations;
pub mod gaps;
mod identity_providers;
mod invitation;
mod names;
mod note;
mod organization;
mod partners;
mod paste;
pub mod powershell;
mod recognise;
pub mod request;
pub mod resources;
mod service_principals;
mod state;
mod tenant_policies;
mod untidy;
mod users;
pub(crate) use users::made_of;

pub use note::{Level, Note};
pub use paste::{Effect, Part, Paste, Reading};
pub use recognise::ResourceKind;
pub(crate) use recognise::recognise;

use names::Names;
use note::Notes;
use recognise::is_log;

/// A resource that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What it was.
    pub kind: ResourceKind,
    /// The design with what was taken.
    pub design: Design,
    /// The guests there were, with those that were taken behind them.
    pub guests: Vec<Guest>,
    /// What was taken, repaired and left out.
    pub notes: Vec<Note>,
}

/// Why nothing was read. The design stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The bytes are not JSON.
    #[error(transparent)]
    Text(#[from] TextError),
    /// One property is wrong.
    #[error(transparent)]
    Property(#[from] PropertyError),
    /// A document of this simulator.
    #[error("this looks like a document of this simulator, not like Microsoft Graph; open it as a document")]
    OurDocument,
    /// Microsoft Graph's answer to a request that failed, with its code.
    #[error("this is Microsoft Graph's error `{0}`, not a resource; make the request again")]
    GraphFailed(String),
    /// A request of a batch that failed, with its status and its code.
    #[error("Microsoft Graph answered this request with status {status} (`{code}`); make it again")]
    RequestFailed {
        /// The status of HTTP.
        status: u64,
        /// The error's code.
        code: String,
    },
    /// A response of a batch that holds nothing.
    #[error("the response has no `body`")]
    NoBody,
    /// The answer to a batch of no requests.
    #[error("the batch has no answers (`responses` is empty), so there is nothing to read")]
    EmptyBatch,
    /// Entries of a log.
    #[error("these are entries of a log, not settings or guests; open them under *Troubleshoot*, which reads logs")]
    Log,
    /// A list of nothing that does not say what it lists.
    #[error("the list is empty and has no known `@odata.context`, so nothing says what it lists")]
    EmptyList,
    /// Some other JSON.
    #[error("this is not a resource that can be read ({found}); readable are: {readable}", readable = readable())]
    Unrecognised {
        /// What was found.
        found: String,
    },
}

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Pasted {
    /// A document of this simulator, with the versions that it may hold.
    Bundle(Bundle),
    /// Resources of Microsoft Graph.
    Graph(Paste),
}

/// Why a text is neither a document nor a resource.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are not JSON.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It means to be a document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// It is no document, and not readable as a resource.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// Reads a resource of Microsoft Graph into a design: one object, `{"value": [ … ]}` or a bare list.
pub fn read(bytes: &[u8], design: &Design) -> Result<Import, ImportError> {
    let mut tree = Tree::read(bytes)?;
    if document::is_ours(&tree) {
        return Err(ImportError::OurDocument);
    }
    let mut notes = untidy::mend(&mut tree, "");
    let kind = recognise(&tree).ok_or_else(|| unrecognised(&tree))?;
    let mut import = from_place(kind, &Place::root(&tree), design, &[], &Names::of([&tree]))?;
    notes.append(&mut import.notes);
    Ok(Import { notes, ..import })
}

/// Reads whatever a user pasted: a document, or resources of Microsoft Graph, alone, one after another or as answers of a batch.
pub fn read_any(bytes: &[u8]) -> Result<Pasted, ReadError> {
    let Several { values, commas } = Tree::read_all(bytes)?;
    match values.as_slice() {
        [only] if document::is_ours(only) => Ok(Pasted::Bundle(document::bundle_from_tree(only)?)),
        _ => Ok(Pasted::Graph(Paste::of(values, commas)?)),
    }
}

fn from_place(
    kind: ResourceKind,
    root: &Place<'_>,
    design: &Design,
    guests: &[Guest],
    names: &Names,
) -> Result<Import, ImportError> {
    let (mut design, mut guests, mut notes) = (design.clone(), guests.to_vec(), Notes::default());
    match kind {
        ResourceKind::DefaultPolicy => default_policy::read(root, &mut design, &mut notes),
        ResourceKind::Partners => partners::read(root, &mut design, &mut notes),
        ResourceKind::Federations => federations::read(root, &mut design, &mut notes),
        ResourceKind::IdentityProviders => identity_providers::read(root, &mut design, &mut notes),
        ResourceKind::EmailAuthenticationMethod => email_authentication_method::read(root, &mut design, &mut notes),
        ResourceKind::AuthorizationPolicy => tenant_policies::authorization(root, &mut design, &mut notes),
        ResourceKind::Organization => organization::read(root, &mut design, &mut notes),
        ResourceKind::CrossTenantPolicy => tenant_policies::clouds(root, &mut design, &mut notes),
        ResourceKind::AuthenticationFlows => tenant_policies::sign_up(root, &mut design, &mut notes),
        ResourceKind::ExternalIdentities => tenant_policies::leave(root, &mut design, &mut notes),
        ResourceKind::DomainLists => domain_lists::read(root, &mut design, &mut notes),
        ResourceKind::Agreements => agreements::read(root, &mut design, &mut notes),
        ResourceKind::NamedLocations => names::read(root, &mut notes),
        ResourceKind::ConditionalAccess => conditional_access::read(root, &mut design, names, &mut notes),
        ResourceKind::ServicePrincipals => service_principals::read(root, &mut design, &mut notes),
        ResourceKind::Users => users::read(root, &mut design, &mut guests, &mut notes),
        ResourceKind::Invitation => invitation::read(root, &design, &mut guests, &mut notes),
    }?;
    Ok(Import { kind, design, guests, notes: notes.finish() })
}

/// The resources that can be read, for messages.
fn readable() -> String {
    ResourceKind::iter().map(ResourceKind::name).collect::<Vec<_>>().join(", ")
}

fn unrecognised(tree: &Tree) -> ImportError {
    if let Some(error) = tree.get("error") {
        let code = match error.get("code") {
            Some(Tree::Text(code)) => shorten(code),
            Some(_) | None => "unknown".to_owned(),
        };
        return ImportError::GraphFailed(code);
    }
    match first_entry(tree) {
        _ if is_log(tree) => ImportError::Log,
        None => ImportError::EmptyList,
        Some(Tree::Object(properties)) => {
            let names: Vec<String> = properties.iter().take(5).map(|(name, _)| shorten(name)).collect();
            let found =
                if names.is_empty() { "an empty object".to_owned() } else { format!("an object with `{}`", names.join("`, `")) };
            ImportError::Unrecognised { found }
        }
        Some(other) => ImportError::Unrecognised { found: other.kind().to_owned() },
    }
}

/// The object itself, or the first entry of a list; `None` for an empty list.
fn first_entry(tree: &Tree) -> Option<&Tree> {
    match tree {
        Tree::List(items) => items.first(),
        Tree::Object(_) => match tree.get("value") {
            Some(Tree::List(items)) => items.first(),
            Some(_) | None => Some(tree),
        },
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) => Some(tree),
    }
}
