//! The invitation of a guest.

use redemption_engine::address::EmailAddress;
use redemption_engine::fictional::resource_tenant_id;
use redemption_engine::graph::request::Group;
use redemption_engine::guest::{InternalUser, UserType};
use serde_json::json;

use super::{body, only, sheet, workspace};

#[test]
fn an_invitation_without_an_address_of_its_own_leads_to_my_apps() {
    let sheet = sheet(Group::Invitation(0), |_| ());
    assert_eq!(only(&sheet).line(), "POST /v1.0/invitations");
    let expected = json!({
        "invitedUserEmailAddress": "nina@adatum.example",
        "invitedUserDisplayName": "Nina",
        "invitedUserType": "Guest",
        "inviteRedirectUrl": format!("https://myapps.microsoft.com/?tenantid={}", resource_tenant_id(&workspace().design)),
        "sendInvitationMessage": true
    });
    assert_eq!(body(only(&sheet)), expected);
}

#[test]
fn the_message_carries_language_and_own_words() {
    let sheet = sheet(Group::Invitation(0), |workspace| {
        workspace.design.resource_tenant.invite_redirect_url = Some("https://portal.woodgrove.example".to_owned());
        let invitation = &mut workspace.guests[0].invitation;
        invitation.invited_user_type = UserType::Member;
        invitation.send_invitation_message = false;
        invitation.message_language = Some("de".to_owned());
        invitation.customized_message_body = Some("See you on Monday.".to_owned());
    });
    let expected = json!({
        "invitedUserEmailAddress": "nina@adatum.example",
        "invitedUserDisplayName": "Nina",
        "invitedUserType": "Member",
        "inviteRedirectUrl": "https://portal.woodgrove.example",
        "sendInvitationMessage": false,
        "invitedUserMessageInfo": { "messageLanguage": "de", "customizedMessageBody": "See you on Monday." }
    });
    assert_eq!(body(only(&sheet)), expected);
    assert_eq!(only(&sheet).notes, ["With a personal message, messageLanguage is ignored."]);
}

#[test]
fn an_internal_user_is_invited_by_its_id_and_a_disabled_object_is_a_request_of_its_own() {
    let sheet = sheet(Group::Invitation(0), |workspace| {
        let invitation = &mut workspace.guests[0].invitation;
        let user_principal_name = EmailAddress::parse("nina@woodgrove.onmicrosoft.com").unwrap();
        invitation.internal_user = Some(InternalUser { user_principal_name, synced_from_on_premises: false });
        invitation.account_disabled = true;
    });
    let [invitation, disabled] = sheet.requests.as_slice() else { panic!("{sheet:?}") };
    assert_eq!(body(invitation)["invitedUser"], json!({ "id": "<id of nina@woodgrove.onmicrosoft.com>" }));
    assert_eq!(disabled.line(), "PATCH /v1.0/users/<object id of Nina>");
    assert_eq!(body(disabled), json!({ "accountEnabled": false }));
    assert_eq!(disabled.placeholders, ["<object id of Nina>"]);
}
