//! The mails sent so far, each folded to one line, with its sender, its parts and where its button leads.
//!
//! A link is shown as text: it opens nothing.

use leptos::prelude::*;
use redemption_engine::mail::{Mail, Part, mails_in, suppressed};
use redemption_engine::wording::guest::{Text, Words};
use redemption_engine::{clock, wording};

use super::{Grounds, facts, minute};
use crate::state::{App, GuestLanguage};
use crate::words;

/// What has been sent, and what was held back.
#[derive(Clone, PartialEq)]
struct Sent {
    mails: Vec<Mail>,
    held_back: Vec<String>,
}

/// The mails at the cursor.
#[component]
pub(super) fn Mails() -> impl IntoView {
    let app = App::expect();
    let sent = Memo::new(move |_| {
        app.track_paints();
        let language = app.look.language.get();
        untrack(|| sent(app, language))
    });
    view! {
        <section class="log" aria-labelledby="mails-h">
            <h3 id="mails-h">{words::inspect::mails_so_far()}</h3>
            {move || match sent.get() {
                None => view! { <p class="empty">{words::inspect::no_guest_is_selected()}</p> }.into_any(),
                Some(Sent { mails, held_back }) => {
                    let none = mails.is_empty() && held_back.is_empty();
                    view! {
                        {none.then(|| view! { <p class="empty">{words::inspect::no_mail_sent_step()}</p> })}
                        <ol class="entries">{mails.into_iter().map(one).collect_view()}</ol>
                        {held_back
                            .into_iter()
                            .map(|at| {
                                view! {
                                    <p class="log__note">
                                        {words::inspect::no_mail_sent_because_guest(&at)}
                                    </p>
                                }
                            })
                            .collect_view()}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// The mails before a place, in the language that the reader has chosen.
fn sent(app: App, language: GuestLanguage) -> Option<Sent> {
    let place = app.place();
    app.run.with(|run| {
        let run = run?;
        app.session.with(|session| {
            let guest = session.guest()?;
            let design = &session.workspace().design;
            let held_back = suppressed(run, place).into_iter().map(|(_, minutes)| minute(clock::at(design, guest, minutes)));
            // Where no document says in which language a mail is, it is in the guest's own.
            let own = guest.person.preferred_language.as_deref();
            let mails = mails_in(design, guest, run, place, |tag| {
                language.of_page(tag.map_or(own, |language| Some(&language.tag))).words()
            });
            Some(Sent { mails, held_back: held_back.collect() })
        })
    })
}

fn one(mail: Mail) -> impl IntoView {
    let words = mail.written_in.words();
    let kind = wording::mail_kind(mail.kind);
    let name: &'static str = mail.kind.into();
    let from = mail.from.map(|sender| format!("{} <{}>", sender.name, sender.address));
    let language = mail.language.map(|language| format!("{} ({})", language.tag, wording::language_source(language.chosen_by)));
    let not_documented = from.is_none().then_some(words::inspect::documents_name_neither_sender_nor());
    let rows = vec![
        (words::common::from(), from),
        (words::inspect::reply_to(), mail.reply_to),
        (words::common::to(), Some(mail.to.clone())),
        (words::inspect::subject(), mail.subject),
        (words::inspect::language(), language),
    ];
    view! {
        <li>
            <details class="entry" data-mail=name>
                <summary class="entry__line">
                    <span class="entry__time">{minute(mail.at)}</span>
                    <span class="entry__name">{kind}</span>
                    <span class="entry__whom">{words::inspect::mail_to(&mail.to)}</span>
                </summary>
                {facts(rows)}
                <div class="entry__mail" lang=words.tongue.tag()>
                    {mail.body.into_iter().map(|each| part(each, &words)).collect_view()}
                    {mail.button.map(|label| view! { <p class="entry__button">{format!("[ {label} ]")}</p> })}
                    {mail.link.map(|link| view! { <p class="entry__link"><code>{link}</code></p> })}
                </div>
                {not_documented.map(|text| view! { <p class="log__note">{text}</p> })}
                {wording::dropped_message(mail.message).map(|text| view! { <p class="log__note">{text}</p> })}
                <Grounds basis=mail.basis sources=mail.sources.to_vec() />
            </details>
        </li>
    }
}

fn part(part: Part, words: &Words) -> AnyView {
    match part {
        Part::Warning(text) => view! { <p class="entry__warning">{text}</p> }.into_any(),
        Part::Text(text) => view! { <p>{text}</p> }.into_any(),
        Part::Message(text) => view! { <blockquote class="entry__message">{text}</blockquote> }.into_any(),
        Part::Target(address) => view! { <p>{words.text(Text::AfterAccepting)} " " <code>{address}</code></p> }.into_any(),
        Part::Passcode => view! { <p class="entry__button">{words.text(Text::PasscodeStandsHere)}</p> }.into_any(),
        Part::Footer(text) => view! { <p class="entry__foot">{text}</p> }.into_any(),
        Part::FooterLink { label, address } => {
            view! { <p class="entry__foot">{format!("{label}: ")}<code>{address}</code></p> }.into_any()
        }
    }
}
