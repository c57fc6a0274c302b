//! The exported files: columns, formulas and property names.
//!
//! What stands in the entries is tested beside.

use redemption_engine::log::export::{AUDIT_COLUMNS, SIGN_IN_COLUMNS, audit_csv, audit_json, sign_in_csv, sign_in_json};

use super::*;

#[test]
fn the_admin_centers_columns_are_those_of_its_downloads() {
    let played = play(adatum(), nina(json!(["accept"])));
    let audit = audit_csv(&played.audit());
    let sign_ins = sign_in_csv(&played.design, &played.sign_ins());
    let mut audit = csv::Reader::from_reader(audit.as_bytes());
    assert_eq!(audit.headers().unwrap().iter().collect::<Vec<_>>(), AUDIT_COLUMNS);
    let rows: Vec<csv::StringRecord> = audit.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    assert_eq!(
        rows[1].iter().take(6).collect::<Vec<_>>()[2..],
        ["Invited Users", "UserManagement", "Invite external user", "success"]
    );
    assert_eq!(&rows[1][0], "2024-03-26T09:00:00Z");
    let mut sign_ins = csv::Reader::from_reader(sign_ins.as_bytes());
    assert_eq!(sign_ins.headers().unwrap().iter().collect::<Vec<_>>(), SIGN_IN_COLUMNS);
    let at = |name: &str| SIGN_IN_COLUMNS.iter().position(|column| *column == name).unwrap();
    let rows: Vec<csv::StringRecord> = sign_ins.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!((&rows[0][at("Status")], &rows[0][at("Sign-in error code")]), ("Success", "0"));
    assert_eq!(&rows[0][at("Username")], "nina@adatum.example");
    assert_eq!(&rows[0][at("Cross tenant access type")], "b2bCollaboration");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let mut guest = nina(json!(["accept"]));
    merge(&mut guest, json!({"displayName": "=HYPERLINK(\"https://tailspin.example\")", "person": {"location": "@SUM(1)"}}));
    let played = play(adatum(), guest);
    let tables = [audit_csv(&played.audit()), sign_in_csv(&played.design, &played.sign_ins())];
    let mut guarded = 0;
    for table in tables {
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                guarded += usize::from(cell.starts_with("'=HYPERLINK") || cell == "'@SUM(1)");
            }
        }
    }
    assert!(guarded >= 6, "{guarded}");
}

/// `directoryAudit` and `signIn` (Microsoft Graph).
#[test]
fn the_json_has_graphs_property_names() {
    let played = play(adatum(), nina(json!(["accept"])));
    let audit: Value = serde_json::from_str(&audit_json(&played.audit())).unwrap();
    let invite = &audit["value"][1];
    assert_eq!(
        keys(invite),
        [
            "activityDateTime",
            "activityDisplayName",
            "additionalDetails",
            "category",
            "correlationId",
            "id",
            "initiatedBy",
            "loggedByService",
            "operationType",
            "result",
            "resultReason",
            "targetResources",
        ]
    );
    assert_eq!(invite["activityDisplayName"], "Invite external user");
    assert_eq!(invite["initiatedBy"]["user"]["userPrincipalName"], "alex@woodgrove.onmicrosoft.com");
    assert_eq!(invite["targetResources"][0]["type"], "User");
    assert_eq!(invite["additionalDetails"][0], json!({"key": "invitedUserEmailAddress", "value": "nina@adatum.example"}));
    assert_eq!(
        audit["value"][3]["targetResources"][0]["modifiedProperties"][0],
        json!({"displayName": "UserState", "oldValue": "PendingAcceptance", "newValue": "Accepted"})
    );

    let sign_ins: Value = serde_json::from_str(&sign_in_json(&played.design, &played.sign_ins())).unwrap();
    let [home, resource] = [&sign_ins["value"][0], &sign_ins["value"][1]];
    for property in [
        "id",
        "createdDateTime",
        "userDisplayName",
        "userPrincipalName",
        "userId",
        "userType",
        "appId",
        "appDisplayName",
        "resourceTenantId",
        "homeTenantId",
        "crossTenantAccessType",
        "ipAddress",
        "location",
        "clientAppUsed",
        "correlationId",
        "isInteractive",
        "authenticationRequirement",
        "conditionalAccessStatus",
        "appliedConditionalAccessPolicies",
        "status",
        "riskLevelDuringSignIn",
        "deviceDetail",
    ] {
        assert!(resource.get(property).is_some(), "{property}");
    }
    assert_eq!(resource["status"], json!({"errorCode": 0, "failureReason": null, "additionalDetails": null}));
    assert_eq!((&resource["userType"], &home["userType"]), (&json!("guest"), &json!("member")));
    assert_eq!((&resource["homeTenantName"], &home["homeTenantName"]), (&Value::Null, &json!("Adatum")));
    assert_eq!(resource["createdDateTime"], "2024-03-26T09:00:00Z");
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}
