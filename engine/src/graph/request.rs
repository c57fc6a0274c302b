//! The requests to Microsoft Graph that give a tenant the settings of a group of the forms.
//!
//! Nothing is sent. What a design cannot know (secrets, certificates, files, ids of objects) is a placeholder between `<` and `>`,
//! listed with the request; what Microsoft Graph does not document is said in a sentence instead of being guessed.

pub(super) mod access;
pub(super) mod body;
pub(super) mod collaboration;
pub(super) mod conditional_access;
mod home;
mod invitation;
pub(super) mod organization;
pub(super) mod partner;
mod permission;
pub(super) mod providers;
pub(super) mod terms;

use strum::IntoStaticStr;

use crate::document::tree::Tree;
use crate::rules::Document;
use crate::workspace::Workspace;

use body::Blanks;

/// A group of settings, as the forms have them; the number is the position of the home tenant or of the guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Redemption order.
    RedemptionOrder,
    /// Email one-time passcode.
    EmailOneTimePasscode,
    /// Google federation.
    Google,
    /// SAML/WS-Fed identity providers.
    Federations,
    /// Name and domains of the resource tenant.
    Organization,
    /// External collaboration settings.
    Collaboration,
    /// B2B collaboration inbound, default.
    InboundDefault,
    /// Inbound trust, default.
    TrustDefault,
    /// Microsoft cloud settings of the resource tenant.
    Clouds,
    /// Terms of use.
    TermsOfUse,
    /// Conditional Access.
    ConditionalAccess,
    /// The application that guests are invited for.
    Application,
    /// Privacy information and notification language.
    Privacy,
    /// The redirect address that holds for all invitations.
    RedirectUrl,
    /// Name, domains and administration of a home tenant.
    HomeOrganization(usize),
    /// Automatic redemption between a home tenant and the resource tenant.
    AutomaticRedemption(usize),
    /// B2B collaboration inbound from a partner.
    InboundFromPartner(usize),
    /// Inbound trust of a partner.
    TrustOfPartner(usize),
    /// B2B collaboration outbound of a home tenant, default.
    OutboundDefault(usize),
    /// B2B collaboration outbound of a home tenant to the resource tenant.
    OutboundToResource(usize),
    /// Microsoft cloud settings between a home tenant and the resource tenant.
    HomeClouds(usize),
    /// Conditional Access of a home tenant.
    HomePolicies(usize),
    /// Just-in-time creation of accounts in a home tenant.
    JustInTimeCreation(usize),
    /// The invitation of a guest.
    Invitation(usize),
}

/// What an administrator would send for a group of settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The requests, in the order in which they are sent.
    pub requests: Vec<Request>,
    /// What no request says: what only the portal has, or that there is nothing to send.
    pub remarks: Vec<String>,
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "UPPERCASE")]
pub enum Method {
    /// Changes what is there.
    Patch,
    /// Adds something.
    Post,
    /// Removes what is there.
    Delete,
}

/// One request to Microsoft Graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The name of the tenant in which it is sent.
    pub tenant: String,
    /// The method.
    pub method: Method,
    /// The path below the version.
    pub path: String,
    /// Whether only the beta version has it, which may change and is not meant for production.
    pub beta: bool,
    /// What is to be filled in, as it stands in path and body.
    pub placeholders: Vec<String>,
    /// What the request takes for granted.
    pub notes: Vec<String>,
    /// Where the request is documented.
    pub source: Document,
    pub(super) body: Tree,
}

impl Request {
    pub(super) fn new(tenant: &str, method: Method, path: impl Into<String>, body: Tree, source: Document) -> Self {
        let (tenant, path) = (tenant.to_owned(), path.into());
        Self { tenant, method, path, beta: false, placeholders: Vec::new(), notes: Vec::new(), source, body }
    }

    pub(super) fn in_beta(self) -> Self {
        Self { beta: true, ..self }
    }

    fn with_blanks(self, blanks: Blanks) -> Self {
        Self { placeholders: blanks.finish(), ..self }
    }

    pub(super) fn noting(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The path with the version.
    pub fn address(&self) -> String {
        format!("/{}{}", if self.beta { "beta" } else { "v1.0" }, self.path)
    }

    /// The method and the path with the version, as the request begins.
    pub fn line(&self) -> String {
        format!("{} {}", <&str>::from(self.method), self.address())
    }

    /// The delegated permissions that whoever sends it needs, as the documentation of the request names them.
    pub fn permissions(&self) -> &'static [&'static str] {
        permission::to_send(&self.path)
    }

    /// The body as JSON; empty for a request without one.
    pub fn body(&self) -> String {
        if self.method == Method::Delete {
            return String::new();
        }
        // Writing to memory fails only for maps whose keys are no strings; a tree has none.
        serde_json::to_string_pretty(&self.body).unwrap_or_else(|error| error.to_string())
    }
}

impl Sheet {
    fn of(requests: Vec<Request>) -> Self {
        Self { requests, remarks: Vec::new() }
    }

    fn only(remark: impl Into<String>) -> Self {
        Self { requests: Vec::new(), remarks: vec![remark.into()] }
    }

    fn remarking(mut self, remark: impl Into<String>) -> Self {
        self.remarks.push(remark.into());
        self
    }
}

/// The requests for a group of settings; none where the workspace has no such home tenant or guest.
pub fn requests(workspace: &Workspace, group: Group) -> Sheet {
    let design = &workspace.design;
    let tenant = &design.resource_tenant;
    let home = |at: usize, sheet: fn(home::Between<'_>) -> Sheet| {
        design.home_tenants.get(at).map(|home| sheet(home::Between { design, home })).unwrap_or_default()
    };
    match group {
        Group::RedemptionOrder => access::redemption_order(tenant),
        Group::EmailOneTimePasscode => providers::email_one_time_passcode(tenant),
        Group::Google => providers::google(tenant),
        Group::Federations => providers::federations(tenant),
        Group::Organization => organization::domains(tenant),
        Group::Collaboration => collaboration::collaboration(tenant),
        Group::InboundDefault => access::inbound(tenant),
        Group::TrustDefault => access::trust(tenant),
        Group::Clouds => access::clouds(tenant),
        Group::TermsOfUse => terms::terms_of_use(tenant),
        Group::ConditionalAccess => conditional_access::policies(tenant),
        Group::Application => organization::application(tenant),
        Group::Privacy => organization::privacy(design),
        Group::RedirectUrl => Sheet::only(
            "No setting of the tenant: each invitation names its own inviteRedirectUrl, as the guest's invitation shows.",
        ),
        Group::HomeOrganization(at) => home(at, home::organization),
        Group::AutomaticRedemption(at) => home(at, partner::automatic_redemption),
        Group::InboundFromPartner(at) => home(at, partner::inbound),
        Group::TrustOfPartner(at) => home(at, partner::trust),
        Group::OutboundDefault(at) => home(at, home::outbound),
        Group::OutboundToResource(at) => home(at, partner::outbound),
        Group::HomeClouds(at) => home(at, home::clouds),
        Group::HomePolicies(at) => home(at, home::policies),
        Group::JustInTimeCreation(at) => home(at, home::just_in_time_creation),
        Group::Invitation(at) => workspace.guests.get(at).map(|guest| invitation::invitation(design, guest)).unwrap_or_default(),
    }
}
