//! What a guest reads, in German. Names of the product are those of its German documents: *Einladung annehmen*, *Anmeldeoptionen*,
//! *Nutzungsbedingungen*, *Einmalkennung*; the sentences are our own.

use super::Text;
use crate::flow::Outcome;

pub(super) fn text(text: Text<'_>) -> String {
    match text {
        Text::Next => "Weiter".to_owned(),
        Text::SignIn => "Anmelden".to_owned(),
        Text::Continue => "Fortfahren".to_owned(),
        Text::AcceptInvitation => "Einladung annehmen".to_owned(),
        Text::GetStarted => "Erste Schritte".to_owned(),
        Text::OpenAppLink => "Link der App öffnen".to_owned(),
        Text::LookAgain => "Noch einmal nachsehen".to_owned(),
        Text::Leave => "Verlassen".to_owned(),
        Text::SendCode => "Code senden".to_owned(),
        Text::WorkAccount => "Geschäfts-, Schul- oder Unikonto".to_owned(),
        Text::PersonalAccount => "Persönliches Konto".to_owned(),
        Text::WithAddress => "Mit der E-Mail-Adresse anmelden".to_owned(),
        Text::WithGoogle => "Mit Google anmelden".to_owned(),
        Text::WithProvider { provider } => format!("Mit {provider} anmelden"),
        Text::WithSession => "Mit dem angemeldeten Konto fortfahren".to_owned(),
        Text::AnotherAccount => "Anderes Konto verwenden".to_owned(),
        Text::EnterPasscode => "Einmalkennung eingeben".to_owned(),
        Text::ResendCode => "Code erneut senden".to_owned(),
        Text::CreateAccount => "Konto erstellen".to_owned(),
        Text::Accept => "Akzeptieren".to_owned(),
        Text::Cancel => "Abbrechen".to_owned(),
        Text::Decline => "Ablehnen".to_owned(),
        Text::OpenDocument => "Dokument öffnen".to_owned(),
        Text::GiveFactor => "Multi-Faktor-Authentifizierung abschließen".to_owned(),
        Text::RegisterFactor => "Registrieren und abschließen".to_owned(),
        Text::EnterDeviceCode => "Code auf einer anderen Seite eingeben".to_owned(),

        Text::Mailbox { address } => format!("Postfach von {address}"),
        Text::Closed => "geschlossen".to_owned(),

        Text::From => "Von".to_owned(),
        Text::To => "An".to_owned(),
        Text::Subject => "Betreff".to_owned(),
        Text::NotDocumented => "in den Dokumenten nicht genannt".to_owned(),
        Text::SubjectAccess { inviter } => {
            format!("{inviter} hat Sie eingeladen, Anwendungen der eigenen Organisation zu nutzen")
        }
        Text::SubjectCollaborate { inviter, domain } => format!("{inviter} hat Sie zur Zusammenarbeit mit {domain} eingeladen"),
        Text::ExpectedOnly => "Nehmen Sie nur eine Einladung an, mit der Sie gerechnet haben.".to_owned(),
        Text::Invites { inviter, organization, domain } => {
            format!("{inviter} von {organization} ({domain}) lädt Sie als Gast ein.")
        }
        Text::AfterAccepting => "Nach dem Annehmen gelangen Sie zu:".to_owned(),
        Text::PrivacyStatementOf { organization } => format!("Datenschutzerklärung von {organization}"),
        Text::NoPrivacyStatement { organization } => format!("{organization} hat keine Datenschutzerklärung angegeben."),
        Text::BlockInvitations { organization } => format!("Künftige Einladungen von {organization} blockieren"),
        Text::MadeGuest { organization } => format!("{organization} hat Sie als Gast in das eigene Verzeichnis aufgenommen."),
        Text::NothingToAccept => {
            "Sie müssen nichts annehmen. Öffnen Sie die Apps der Organisation über einen Link, der sie nennt.".to_owned()
        }
        Text::TypeCode { organization } => format!("Geben Sie diesen Code auf der Anmeldeseite von {organization} ein."),
        Text::PasscodeStandsHere => "( die Einmalkennung; kein Dokument nennt ihre Länge )".to_owned(),
        Text::CodeIsValid { minutes } => format!("Er ist {minutes} Minuten gültig."),
        Text::CodeWasValid { minutes } => format!("Er war {minutes} Minuten gültig; sie sind vorbei."),

        Text::NoInvitation => "Keine Einladung vorhanden".to_owned(),
        Text::NoInvitationOf { organization } => format!("Unter den E-Mails ist keine Einladung von {organization}."),
        Text::MailMayBe => {
            "Sie kann im Spamordner liegen, unterwegs aufgehalten oder nie versandt worden sein.".to_owned()
        }

        Text::SignInTitle => "Anmelden".to_owned(),
        Text::SignInTo { organization } => format!("Bei {organization} anmelden"),
        Text::EnterInvited => "Geben Sie die E-Mail-Adresse ein, mit der Sie eingeladen wurden.".to_owned(),
        Text::Typed { name } => format!("Eingegeben: {name}"),
        Text::SignInOptions => "Anmeldeoptionen".to_owned(),
        Text::SignInToOrganization => "Bei einer Organisation anmelden".to_owned(),
        Text::AddressOrProvider => {
            "Verwenden Sie Ihre E-Mail-Adresse oder einen Identitätsanbieter, den diese Organisation eingerichtet hat.".to_owned()
        }
        Text::WhichAccount => "Welches Konto?".to_owned(),
        Text::TwoAccounts { name } => format!("{name} ist der Name zweier Konten."),
        Text::ByWhom => "Eines hat eine IT-Abteilung angelegt, das andere Sie selbst.".to_owned(),
        Text::PickAccount => "Konto auswählen".to_owned(),
        Text::SignedInHere { account } => format!("{account} ist in diesem Browser angemeldet."),
        Text::SigningInAs { account } => format!("Anmeldung als {account}"),
        Text::NoPasswordField => {
            "Die Simulation hat kein Feld für Anmeldedaten; die Schaltfläche gibt sie ein.".to_owned()
        }
        Text::GoogleAccount => "Google-Konto".to_owned(),
        Text::ContinueTo { organization } => format!("weiter zu {organization}"),
        Text::PersonalMicrosoftAccount => "Persönliches Microsoft-Konto".to_owned(),
        Text::OtherPage => "Auf einer anderen Seite anmelden".to_owned(),
        Text::NotInWebView => "Google meldet niemanden in der eingebetteten Webansicht dieser App an.".to_owned(),
        Text::UseDeviceCode => {
            "Öffnen Sie microsoft.com/devicelogin in einem Browser, geben Sie diesen Code ein und melden Sie sich dort an:".to_owned()
        }
        Text::SendCodeTitle => "E-Mail-Adresse bestätigen".to_owned(),
        Text::CodeWillBeMailed { address } => format!("Eine Einmalkennung wird an {address} gesendet."),
        Text::EnterCode => "Code eingeben".to_owned(),
        Text::CodeMailed { address } => format!("Eine Einmalkennung wurde an {address} gesendet."),
        Text::WrongCode => "Dieser Code stimmt nicht.".to_owned(),
        Text::OldCode => "Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.".to_owned(),

        Text::CreateMicrosoftAccount => "Microsoft-Konto erstellen".to_owned(),
        Text::NoAccountYet { address } => {
            format!("Für {address} gibt es noch kein Konto. In wenigen Schritten legen Sie eines an:")
        }
        Text::StepConfirm => "Bestätigen, dass die Adresse Ihnen gehört.".to_owned(),
        Text::StepName => "Name und Land angeben.".to_owned(),
        Text::StepCredentials => "Wählen, womit Sie sich künftig anmelden.".to_owned(),
        Text::CreateWorkAccount => "Konto erstellen".to_owned(),
        Text::CodeProves { address } => {
            format!("Ein Code wurde an {address} gesendet. Er beweist, dass die Adresse Ihnen gehört.")
        }
        Text::StepCode => "Den Code aus der E-Mail eingeben.".to_owned(),
        Text::StepMade => "Mit dem Code wird das Konto angelegt.".to_owned(),
        Text::CreatePassword => "Kennwort erstellen".to_owned(),
        Text::For { address } => format!("Für {address}"),
        Text::ChoosePassword => "Wählen Sie ein neues Kennwort.".to_owned(),

        Text::ProveYourself => "Bestätigen, dass Sie es sind".to_owned(),
        Text::SetUpFactor => "Zweiten Faktor einrichten".to_owned(),
        Text::AsksForFactor { tenant } => format!("{tenant} verlangt Multi-Faktor-Authentifizierung."),
        Text::UseFactor => "Weisen Sie sich mit Ihrem zweiten Faktor aus.".to_owned(),
        Text::RegisterMethod => {
            "Registrieren Sie eine Methode, etwa eine App oder eine Telefonnummer, und weisen Sie sich damit aus.".to_owned()
        }

        Text::ReviewPermissions => "Berechtigungen überprüfen".to_owned(),
        Text::AsksYouToAllow => "bittet Sie um die Erlaubnis:".to_owned(),
        Text::ReceiveProfile => "Ihre Profildaten zu erhalten".to_owned(),
        Text::CollectActivity => "zu erfassen und zu protokollieren, was Sie dort tun".to_owned(),
        Text::UseBoth => "beides zu verwenden".to_owned(),
        Text::WhatIsShared => "Geteilt werden Teile Ihres Kontos: Name, Foto, E-Mail-Adresse und Verzeichniskennungen. Die Organisation darf damit Ihr Konto verwalten und die Arbeit über Organisationen hinweg verbessern.".to_owned(),
        Text::PrivacyStatement { address } => format!("Datenschutzerklärung: {address}"),
        Text::PrivacyContact { contact } => format!("Kontakt für den Datenschutz: {contact}"),
        Text::NoTermsLinks { organization } => format!("{organization} hat keine Links zu den eigenen Bedingungen angegeben."),
        Text::OnlyIfTrusted => "Akzeptieren Sie nur, wenn Sie der Organisation vertrauen.".to_owned(),
        Text::ManageLater => "Unter myaccount.microsoft.com/organizations können Sie sie später verlassen.".to_owned(),
        Text::NotTheService { organization } => format!("Nicht Microsoft teilt etwas mit Ihnen, sondern {organization}."),
        Text::TermsOf { organization } => format!("Nutzungsbedingungen von {organization}"),
        Text::TermsNumber { name, number, of, language } => format!("{name} ({number} von {of}), Dokument auf {language}"),
        Text::OpenFirst => "Öffnen Sie das Dokument, bevor Sie es akzeptieren.".to_owned(),
        Text::ReadAndAccept => "Lesen und akzeptieren Sie das Dokument, um Zugriff zu erhalten.".to_owned(),
        Text::DocumentOf { organization, language } => format!("Hier steht das Dokument von {organization}, auf {language}."),
        Text::LanguageName { tag } => match tag.split('-').next().unwrap_or(tag).to_lowercase().as_str() {
            "en" => "Englisch".to_owned(),
            "de" => "Deutsch".to_owned(),
            "fr" => "Französisch".to_owned(),
            "es" => "Spanisch".to_owned(),
            "it" => "Italienisch".to_owned(),
            "ja" => "Japanisch".to_owned(),
            _ => format!("„{tag}“"),
        },
        Text::ApplicationAsks => "Die Anwendung bittet um Berechtigungen".to_owned(),
        Text::ApplicationOf { application, organization } => format!("{application} von {organization}"),
        Text::ApplicationWants { application } => {
            format!("{application} möchte für Sie handeln und in Ihrem Namen Daten lesen.")
        }

        Text::Apps => "Apps".to_owned(),
        Text::GuestIn { guest, organization } => format!("{guest} bei {organization}"),
        Text::AppsAreListed => "Hier stehen die Apps, die Sie öffnen können.".to_owned(),
        Text::Redirected => "Sie werden weitergeleitet".to_owned(),
        Text::YouAreAt { address } => format!("Sie gelangen zu: {address}"),
        Text::StraightToApp => "Direkt zur App".to_owned(),
        Text::AcceptedBefore => {
            "Die Einladung wurde schon früher angenommen. Darum wird keine Zustimmungsseite gezeigt.".to_owned()
        }
        Text::NothingShown => "Es wird nichts gezeigt".to_owned(),
        Text::BothRedeem { home, organization } => {
            format!("{home} und {organization} lösen Einladungen automatisch ein: „Berechtigungen überprüfen“ entfällt.")
        }
        Text::AppsOf { organization } => format!("Apps von {organization}"),
        Text::OwnOrganization { organization } => {
            format!("Sie sind in Ihrer eigenen Organisation. {organization} wird nicht erreicht, und nichts wird eingelöst.")
        }
        Text::HomeOrganization => "Heimatorganisation".to_owned(),
        Text::PartnersProvider => "Anbieter des Partners".to_owned(),

        Text::LeaveTitle { organization } => format!("{organization} verlassen"),
        Text::OrganizationIs { organization, domain } => format!("Organisation: {organization} ({domain})"),
        Text::LeavingDeletes => {
            "Wenn Sie gehen, wird das Gastobjekt gelöscht; 30 Tage lang kann es ein Administrator wiederherstellen.".to_owned()
        }
        Text::CannotLeave { contact } => format!("Sie können nicht selbst gehen. Wenden Sie sich an {contact}."),
        Text::AnAdministrator => "einen Administrator".to_owned(),
        Text::LeftTitle { organization } => format!("{organization} steht nicht mehr in Ihrer Liste"),
        Text::LeftText => {
            "Sie haben die Organisation verlassen. Das Gastobjekt ist gelöscht und kann 30 Tage lang wiederhergestellt werden."
                .to_owned()
        }

        Text::CannotSignIn => "Die Anmeldung ist nicht möglich".to_owned(),
        Text::LinkExpired => "Dieser Link ist abgelaufen".to_owned(),
        Text::LinkUsed => "Dieser Link wurde bereits verwendet".to_owned(),
        Text::PageClosed => "Die Seite ist geschlossen".to_owned(),
        Text::CorrelationId => "Korrelations-ID".to_owned(),
        Text::Timestamp => "Zeitstempel".to_owned(),
        Text::MadeUp { id } => format!("{id} (erfunden)"),
        Text::Simulated { time } => format!("{time} (simuliert)"),
    }
}

pub(super) fn end(outcome: Outcome) -> Option<&'static str> {
    Some(match outcome {
        Outcome::LinkExpired => "Der Link in der E-Mail ist zu alt. Bitten Sie um eine neue Einladung.",
        Outcome::LinkUsed => "Der Link in der E-Mail gilt nur einmal. Bitten Sie um eine neue Einladung.",
        Outcome::DomainBlocked => "Die Organisation nimmt keine Gäste Ihrer Domäne mehr an.",
        Outcome::CloudNotAllowed => "Ihr Konto liegt in einer Cloud, die für diese Organisation nicht geöffnet ist.",
        Outcome::NoProviderInCloud => "Mit dieser Adresse können Sie sich hier nicht anmelden.",
        Outcome::OutboundBlocked => "Ihre Organisation lässt Sie nicht mit dieser zusammenarbeiten.",
        Outcome::InboundBlocked => "Diese Organisation lässt Sie nicht ein.",
        Outcome::TenantRestricted => "Ihr Netzwerk oder Gerät lässt keine Anmeldung bei dieser Organisation zu.",
        Outcome::HomeAccountDisabled => "Ihr Konto ist deaktiviert.",
        Outcome::BlockedByHomeTenant => "Ihre Organisation lässt diese Anmeldung nicht zu.",
        Outcome::HomeAccountRecreated => "Das ist nicht das Konto, mit dem die Einladung angenommen wurde.",
        Outcome::ProviderRemoved => "Der Weg, auf dem Sie sich früher angemeldet haben, ist hier nicht mehr eingerichtet.",
        Outcome::TokenInvalid => "Die Antwort der Anmeldung Ihrer Organisation lässt sich nicht prüfen.",
        Outcome::MailClaimMissing => "In der Antwort der Anmeldung Ihrer Organisation fehlt die E-Mail-Adresse.",
        Outcome::MailClaimOutsideDomain => {
            "Die E-Mail-Adresse in der Antwort der Anmeldung Ihrer Organisation gehört nicht zu deren Domänen."
        }
        Outcome::RealmMissing => "Die Antwort der Anmeldung Ihrer Organisation sagt nicht, von wem sie kommt.",
        Outcome::RealmUnknown => "Die Antwort kommt von einem Aussteller, der hier nicht bekannt ist.",
        Outcome::GoogleError => "Google hat die Anfrage abgelehnt.",
        Outcome::GoogleFailsForNow => "Google konnte jetzt nicht antworten. Versuchen Sie es noch einmal.",
        Outcome::GoogleRefusesCode => "Google hat den Code dieser Anmeldung nicht angenommen.",
        Outcome::GoogleRefusesRefreshToken => "Google hat das Token einer früheren Anmeldung nicht angenommen.",
        Outcome::WebViewRefused => "Google lässt innerhalb dieser App keine Anmeldung zu.",
        Outcome::BlockedByPolicy => "Eine Richtlinie der Organisation lässt Sie nicht ein.",
        Outcome::MultifactorNotDone => "Sie sind gegangen, ohne sich mit einem zweiten Faktor auszuweisen.",
        Outcome::MultifactorNotRegistered => "Sie sind gegangen, ohne einen zweiten Faktor zu registrieren.",
        Outcome::RegistrationBlockedByRisk => {
            "Sie können jetzt keinen zweiten Faktor registrieren, weil die Anmeldung als riskant gilt."
        }
        Outcome::DeviceNotCompliant => "Sie brauchen ein Gerät, das die Regeln Ihrer Organisation erfüllt.",
        Outcome::DeviceNotJoined => "Sie brauchen ein Gerät, das in Ihre Organisation eingebunden ist.",
        Outcome::UserRiskBlocks => "Ihr Konto gilt als gefährdet. Darum muss sich Ihre eigene Organisation kümmern.",
        Outcome::ApplicationBlocked => "Sie sind angemeldet, aber diese Anwendung steht Ihnen nicht offen.",
        Outcome::NotAssigned => "Sie sind angemeldet, aber dieser Anwendung nicht zugewiesen.",
        Outcome::AdminConsentMissing => "Zuerst muss ein Administrator die Anwendung genehmigen.",
        Outcome::ApplicationConsentDeclined => "Sie haben den Berechtigungen der Anwendung nicht zugestimmt.",
        Outcome::WrongEndpoint => "Dieses Konto gibt es in dem Mandanten nicht, zu dem diese Adresse führt.",
        Outcome::GuestNotFound => "Einen Gast mit dieser Adresse gibt es hier nicht.",
        Outcome::ContactConflict => {
            "Einen Gast mit dieser Adresse gibt es hier nicht. Verwenden Sie den Link in Ihrer Einladung."
        }
        Outcome::GuestDisabled => "Ihr Gastkonto ist deaktiviert.",
        Outcome::SignInNameNotUpn => "Ihre Organisation kennt diesen Anmeldenamen nicht.",
        Outcome::NoAccountAtProvider => "Ein Konto mit diesem Namen gibt es nicht.",
        Outcome::NotTheirAccount => "Die Anmeldung ist fehlgeschlagen: Dieses Konto gehört Ihnen nicht.",
        Outcome::AccountMismatch => "Das Konto, mit dem Sie sich angemeldet haben, ist nicht das eingeladene.",
        Outcome::LiveSessionAccount => "Das angemeldete Konto kann diese Einladung nicht annehmen. Verwenden Sie ein anderes.",
        Outcome::PasscodeOff => "Mit dieser Adresse können Sie sich hier nicht anmelden.",
        Outcome::PasscodeNotEntered => "Sie sind gegangen, ohne einen gültigen Code einzugeben. Nichts hat sich geändert.",
        Outcome::CreationNeedsMailLink => "Sie brauchen ein neues Konto. Verwenden Sie den Link in Ihrer Einladung.",
        Outcome::NoAccountForVerifiedDomain => {
            "Ihre Domäne gehört einer Organisation. Ein persönliches Konto lässt sich damit nicht anlegen."
        }
        Outcome::JustInTimeCreationOff => {
            "Ihre Organisation lässt nicht zu, dass Konten per E-Mail angelegt werden. Wenden Sie sich an deren Administrator."
        }
        Outcome::JustInTimeCreationGone => "Sie haben in Ihrer Organisation kein Konto. Wenden Sie sich an deren Administrator.",
        Outcome::AccountNotCreated => "Sie haben das Konto nicht angelegt. Die Einladung bleibt offen.",
        Outcome::PermissionsDeclined => "Sie haben die Berechtigungen nicht akzeptiert. Die Einladung bleibt offen.",
        Outcome::TermsDeclined => "Sie haben die Nutzungsbedingungen nicht akzeptiert und haben darum keinen Zugriff.",
        Outcome::Invited
        | Outcome::InviterNotAllowed
        | Outcome::AddressNotAllowed
        | Outcome::AddressTaken
        | Outcome::AddressInOwnDomain
        | Outcome::InternalUserSynced
        | Outcome::DomainNotInvitable
        | Outcome::InvitationBlocked
        | Outcome::InvitationCloudBlocked
        | Outcome::Done
        | Outcome::NotOffered
        | Outcome::MailNotFound
        | Outcome::Redeemed
        | Outcome::SignedIn
        | Outcome::SentToHomeTenant => return None,
    })
}
