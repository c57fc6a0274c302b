//! Two redemption orders one below the other, with a line from each provider's place in one to its place in the other.
//!
//! The same is said in a sentence, so nothing hangs on the lines.

use leptos::prelude::*;
use redemption_engine::design::{PrimaryProvider, RedemptionOrder};
use redemption_engine::wording;

use super::Side;
use crate::words;

/// How far apart places are drawn, in units of the drawing.
const PLACE: usize = 100;

/// What becomes of a provider from one order to the other; places count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Stays(PrimaryProvider, usize),
    Moves(PrimaryProvider, usize, usize),
    OnlyFirst(PrimaryProvider),
    OnlySecond(PrimaryProvider),
}

fn moves(first: &RedemptionOrder, second: &RedemptionOrder) -> Vec<Move> {
    let place = |order: &RedemptionOrder, provider: PrimaryProvider| {
        order.primary().iter().position(|own| *own == provider).map(|position| position + 1)
    };
    let of_first = first.primary().iter().zip(1..).map(|(provider, from)| match place(second, *provider) {
        None => Move::OnlyFirst(*provider),
        Some(to) if to == from => Move::Stays(*provider, from),
        Some(to) => Move::Moves(*provider, from, to),
    });
    let added = second.primary().iter().filter(|provider| place(first, **provider).is_none());
    of_first.chain(added.map(|provider| Move::OnlySecond(*provider))).collect()
}

/// The moves in words; nothing of a provider that stays.
fn in_words(moves: &[Move], fallbacks: [&'static str; 2], names: &[String; 2]) -> String {
    let [first, second] = names;
    let said = moves.iter().filter_map(|each| match *each {
        Move::Stays(..) => None,
        Move::Moves(provider, from, to) => Some(words::analysis::moves_from_to(wording::primary(provider), from, to)),
        Move::OnlyFirst(provider) => Some(words::analysis::only_in(wording::primary(provider), first)),
        Move::OnlySecond(provider) => Some(words::analysis::only_in(wording::primary(provider), second)),
    });
    let [a, b] = fallbacks;
    let fallback = (a != b).then(|| words::analysis::fallback_changes(a, b));
    let said: Vec<String> = said.chain(fallback).collect();
    if said.is_empty() { words::analysis::same_order().to_owned() } else { said.join(" ") }
}

/// The redemption orders of both, with what moves.
pub(super) fn orders(sides: &[Side; 2]) -> impl IntoView + use<> {
    let [first, second] = sides.each_ref().map(|side| side.design.resource_tenant.redemption_order);
    let moves = moves(&first, &second);
    let fallbacks = [first, second].map(|order| wording::fallback(order.fallback()));
    let names = sides.each_ref().map(|side| side.name.clone());
    let places = first.primary().len().max(second.primary().len()) + 1;
    let row = |name: &str, order: &RedemptionOrder, fallback: &'static str| {
        let is_moved =
            |provider: &PrimaryProvider| !moves.iter().any(|each| matches!(each, Move::Stays(stays, _) if stays == provider));
        let chip = |provider: &PrimaryProvider| {
            view! { <li class="both-orders__place"><span class="tag" data-moved=is_moved(provider).then_some("")>{wording::primary(*provider)}</span></li> }
        };
        let chips = order.primary().iter().map(chip).collect_view();
        let changes = (fallbacks[0] != fallbacks[1]).then_some("");
        view! {
            <ol class="both-orders__row" data-places=places.to_string() aria-label=words::analysis::order_of(name)>
                {chips}
                <li class="both-orders__place both-orders__place--last"><span class="tag" data-moved=changes>{words::analysis::fallback(fallback)}</span></li>
            </ol>
        }
    };
    let named = |name: &str| view! { <p class="both-orders__name" aria-hidden="true">{words::analysis::order_of(name)}</p> };
    view! {
        <section class="both-orders" aria-label=words::analysis::redemption_orders()>
            {named(&names[0])}
            {row(&names[0], &first, fallbacks[0])}
            {lines(&moves, places, fallbacks[0] == fallbacks[1])}
            {row(&names[1], &second, fallbacks[1])}
            {named(&names[1])}
            <p class="both-orders__said">{in_words(&moves, fallbacks, &names)}</p>
        </section>
    }
}

/// A line for each provider that both orders have, and one for the fallback where it is the same.
fn lines(moves: &[Move], places: usize, same_fallback: bool) -> impl IntoView + use<> {
    let x = |place: usize| (place * PLACE).saturating_sub(PLACE / 2).to_string();
    let line = |from: usize, to: usize| {
        view! { <line class="both-orders__line" data-moved=(from != to).then_some("") x1=x(from) y1="0" x2=x(to) y2="100"></line> }
    };
    let drawn = moves.iter().filter_map(|each| match *each {
        Move::Stays(_, place) => Some(line(place, place)),
        Move::Moves(_, from, to) => Some(line(from, to)),
        Move::OnlyFirst(_) | Move::OnlySecond(_) => None,
    });
    let drawn = drawn.chain(same_fallback.then(|| line(places, places))).collect_view();
    view! {
        <svg class="both-orders__moves" viewBox=format!("0 0 {} 100", places * PLACE) preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    use redemption_engine::design::FallbackProvider;

    fn order(primary: &[PrimaryProvider]) -> RedemptionOrder {
        RedemptionOrder::new(primary.to_vec(), FallbackProvider::DefaultConfiguredIdp).unwrap()
    }

    #[test]
    fn each_provider_stays_moves_or_is_in_one_order_only() {
        let first = order(&[AzureActiveDirectory, ExternalFederation]);
        let second = order(&[ExternalFederation, SocialIdentityProviders]);
        let found = moves(&first, &second);
        assert_eq!(
            found,
            [
                Move::OnlyFirst(AzureActiveDirectory),
                Move::Moves(ExternalFederation, 2, 1),
                Move::OnlySecond(SocialIdentityProviders)
            ]
        );
        assert_eq!(moves(&first, &first), [Move::Stays(AzureActiveDirectory, 1), Move::Stays(ExternalFederation, 2)]);
    }

    #[test]
    fn the_sentence_says_what_the_lines_show() {
        let names = ["A".to_owned(), "B".to_owned()];
        let found = moves(&order(&[AzureActiveDirectory, ExternalFederation]), &order(&[ExternalFederation]));
        assert_eq!(
            in_words(&found, ["One", "Other"], &names),
            "Microsoft Entra ID: only in A. SAML/WS-Fed identity providers: from place 2 to 1. Fallback: from One to Other."
        );
        assert_eq!(in_words(&[Move::Stays(ExternalFederation, 1)], ["One", "One"], &names), "Both orders are the same.");
    }
}
