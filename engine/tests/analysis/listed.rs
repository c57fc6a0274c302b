//! The questions that are asked of every kind of guest, asked of the people of a list: counted as by playing every row by itself.

use redemption_engine::analysis::course::{Course, Finish, Manner, Paths, Walker};
use redemption_engine::analysis::orders::Variation;
use redemption_engine::analysis::population::Population;
use redemption_engine::analysis::population::desk::{Ask, Desk, Told};
use redemption_engine::analysis::population::judge::Possible;
use redemption_engine::analysis::population::row::{Entra, Known, Row};
use redemption_engine::analysis::population::summary::Range;
use redemption_engine::analysis::question::{Answer, OrderRow, Question, Settings, Wanted, Wish};
use redemption_engine::design::{
    Design, EmailOneTimePasscode, FallbackProvider, IdentityProvider, PrimaryProvider, RedemptionOrder,
};
use redemption_engine::flow::{Edge, NewAccount, OutcomeKind};
use redemption_engine::presets;

use crate::designs;

const GUESTS: &[u8] = include_bytes!("lists/guests.csv");

/// Nobody knows whether Vera has an account; Otto and Rita certainly have none.
const PASSCODES: &[u8] = b"email,entra,msa,google\n\
    otto@contractor.example,none,no,no\n\
    not an address,none,no,no\n\
    rita@contractor.example,none,no,no\n\
    OTTO@contractor.example,none,no,no\n\
    vera@freelance.example,none,unknown,no\n\
    nina@adatum.example,managed,no,no\n";

fn read(list: &[u8], designs: Vec<Design>) -> Population {
    let mut population = Population::open(list.to_vec(), None, designs).unwrap();
    while population.go_on(3) {}
    population
}

fn desk(list: &[u8], designs: Vec<Design>) -> Desk {
    let mut desk = Desk::default();
    let (Told::Columns { columns, .. }, _) = desk.ask(Ask::Open, Some(list.to_vec()), |_, _| {}) else { panic!("no columns") };
    let (Told::Counted { .. }, _) = desk.ask(Ask::Read { designs, columns }, None, |_, _| {}) else { panic!("not counted") };
    desk
}

/// Asks as the worker does.
fn told(desk: &mut Desk, question: Question) -> Told {
    let text = serde_json::to_string(&Ask::Question { question: Box::new(question) }).unwrap();
    serde_json::from_str(&desk.ask_text(&text, None, |done, all| assert!(done <= all)).0).unwrap()
}

fn ask(desk: &mut Desk, question: Question) -> Answer {
    match told(desk, question) {
        Told::Answer { answer } => *answer,
        other => panic!("{other:?}"),
    }
}

fn orders(desk: &mut Desk, design: &Design, requirements: Vec<Wanted>) -> Vec<OrderRow> {
    let question = Question::Orders { design: Box::new(design.clone()), requirements };
    let Answer::Orders { rows, .. } = ask(desk, question) else { panic!("no orders") };
    rows
}

/// What can become of each row by itself.
fn by_hand(list: &[u8], design: &Design) -> Vec<Vec<Course>> {
    let population = read(list, vec![design.clone()]);
    let fates = population.rows().iter().map(|kept| population.judge().fates(kept.verdict));
    fates.map(|fates| fates.iter().map(|fate| fate.first).collect()).collect()
}

/// A row with all that it leaves open said in every way.
fn variants(row: &Row) -> Vec<Row> {
    let accounts = match row.entra {
        Entra::Unknown if row.home_tenant.is_empty() => vec![Entra::Managed, Entra::Unmanaged, Entra::None],
        known => vec![known],
    };
    let both = |known: Known| if known == Known::Unknown { vec![Known::Yes, Known::No] } else { vec![known] };
    let mut all = Vec::new();
    for entra in accounts {
        for msa in both(row.msa) {
            all.extend(both(row.google).into_iter().map(|google| Row { entra, msa, google, ..row.clone() }));
        }
    }
    all
}

fn counted(rows: &[Vec<Course>], holds: impl Fn(&Course) -> bool) -> Range {
    let certain = rows.iter().filter(|courses| courses.iter().all(&holds)).count() as u64;
    let possible = rows.iter().filter(|courses| courses.iter().any(&holds)).count() as u64;
    Range { certain, possible }
}

fn all_known() -> Vec<(&'static str, &'static [u8], Design)> {
    vec![
        ("no partner", GUESTS, Design::default()),
        ("a partner", GUESTS, designs::of("partner-with-saml")),
        ("a shadowed partner", GUESTS, designs::of("federated-verified-domain")),
        ("repeated and rejected rows", PASSCODES, Design::default()),
    ]
}

#[test]
fn each_order_counts_the_people_of_the_list_as_playing_every_row_by_itself_does() {
    for (name, list, design) in all_known() {
        let mut desk = desk(list, vec![Design::default()]);
        let rows = orders(&mut desk, &design, Vec::new());
        assert_eq!(rows.iter().map(|row| row.settings.len()).sum::<usize>(), 192, "{name}");
        let mut open = false;
        for row in &rows {
            for settings in &row.settings {
                let Settings { order, passcode, google, .. } = *settings;
                let people = by_hand(list, &Variation { order, passcode, google }.made(&design));
                let one_time = |course: &Course| course.provider == Some(IdentityProvider::EmailOneTimePasscode);
                let dead = |course: &Course| matches!(course.finish, Finish::Ended(end) if end.kind() == OutcomeKind::DeadEnd);
                let all = people.len() as u64;
                let expected = [
                    Range { certain: all, possible: all },
                    counted(&people, |course| course.is_in()),
                    counted(&people, |course| course.is_in() && course.new_account.is_none() && !one_time(course)),
                    counted(&people, |course| course.is_in() && one_time(course)),
                    counted(&people, |course| course.new_account.is_some()),
                    counted(&people, |course| !course.is_in()),
                    counted(&people, dead),
                ];
                assert_eq!(row.tally, expected, "{name}: {settings:?}");
                open |= expected.iter().any(|range| range.certain < range.possible);
                let pages = |courses: &Vec<Course>| courses.iter().map(|course| u64::from(course.prompts)).collect::<Vec<_>>();
                let fewest = people.iter().filter_map(|courses| pages(courses).into_iter().min()).sum();
                let most = people.iter().filter_map(|courses| pages(courses).into_iter().max()).sum();
                assert_eq!(row.prompts, Range { certain: fewest, possible: most }, "{name}: {settings:?}");
            }
        }
        assert!(open, "the list leaves open what matters: {name}");
        let out = |row: &OrderRow| row.tally[5].possible;
        assert!(rows.windows(2).all(|pair| out(&pair[0]) <= out(&pair[1])), "{name}: the fewest shut out first");
    }
}

#[test]
fn orders_share_a_row_where_everybody_of_the_list_meets_the_same() {
    let design = designs::of("partner-with-saml");
    let rows = orders(&mut desk(GUESTS, vec![design.clone()]), &design, Vec::new());
    let everybody = |settings: &Settings| {
        let Settings { order, passcode, google, .. } = *settings;
        let population = read(GUESTS, vec![Variation { order, passcode, google }.made(&design)]);
        let met = |possible: Possible| (possible.guest.person, possible.standing, possible.fate);
        let rows = population.rows().iter().map(|kept| population.row(kept).unwrap());
        rows.flat_map(|row| population.judge().people(&row)).map(met).collect::<Vec<_>>()
    };
    let first: Vec<_> = rows.iter().map(|row| everybody(&row.settings[0])).collect();
    for (number, row) in rows.iter().enumerate() {
        assert!(row.settings.iter().all(|settings| everybody(settings) == first[number]), "row {number}");
    }
    assert!(rows.len() > 1 && rows.iter().any(|row| row.settings.len() > 1));
}

#[test]
fn what_is_required_holds_for_everybody_whom_a_row_can_mean_and_the_list_is_played_once() {
    let design = Design::default();
    let mut desk = desk(PASSCODES, vec![design.clone()]);
    let contractors = || Wanted::SignsInAt("Contractor.example".to_owned(), IdentityProvider::EmailOneTimePasscode);
    let others = || Wanted::SignsInAt("freelance.example".to_owned(), IdentityProvider::EmailOneTimePasscode);
    let nobody = || Wanted::SignsInAt("elsewhere.example".to_owned(), IdentityProvider::Google);
    for wanted in [Wanted::NobodyNeedsAPasscode, Wanted::NobodyCreatesAnAccount, contractors(), others(), nobody()] {
        for row in orders(&mut desk, &design, vec![wanted.clone()]) {
            let Settings { order, passcode, google, .. } = row.settings[0];
            let people = by_hand(PASSCODES, &Variation { order, passcode, google }.made(&design));
            let at = |course: &Course| course.provider == Some(IdentityProvider::EmailOneTimePasscode);
            let courses = |rows: &[Vec<Course>]| rows.iter().flatten().copied().collect::<Vec<_>>();
            let expected = match &wanted {
                Wanted::NobodyNeedsAPasscode => courses(&people).iter().all(|course| !at(course)),
                Wanted::NobodyCreatesAnAccount => {
                    courses(&people).iter().all(|course| course.new_account != Some(NewAccount::Microsoft))
                }
                // Otto and Rita come first, then Vera.
                // Now they all come in.
                wanted if *wanted == contractors() => courses(&people[..2]).iter().all(|course| course.is_in() && at(course)),
                wanted if *wanted == others() => courses(&people[2..3]).iter().all(|course| course.is_in() && at(course)),
                _ => false,
            };
            assert_eq!(row.meets, expected, "{wanted:?}: {:?}", row.settings[0]);
        }
    }
    // The same design again: no kind of person is played.
    let mut played = 0;
    let question = Question::Orders { design: Box::new(design), requirements: Vec::new() };
    desk.ask(Ask::Question { question: Box::new(question) }, None, |_, _| played += 1);
    assert_eq!(played, 0);
}

/// Nina has nothing but a work account in a tenant that has verified the domain. Whoever is shut out under every order does not matter.
#[test]
fn people_of_a_domain_sign_in_at_a_provider_only_where_they_come_in() {
    let design = Design::default();
    let list: &[u8] = b"email,entra,msa,google\nnina@adatum.example,managed,no,no\numa@gmail.com,none,no,yes\n";
    let mut desk = desk(list, vec![design.clone()]);
    let mut meeting = |domain: &str, provider: IdentityProvider| -> Vec<Settings> {
        let rows = orders(&mut desk, &design, vec![Wanted::SignsInAt(domain.to_owned(), provider)]);
        rows.into_iter().filter(|row| row.meets).flat_map(|row| row.settings).collect()
    };
    assert!(meeting("adatum.example", IdentityProvider::Google).is_empty());
    assert!(
        meeting("adatum.example", IdentityProvider::EmailOneTimePasscode)
            .iter()
            .all(|settings| { settings.passcode && !settings.order.primary().contains(&PrimaryProvider::AzureActiveDirectory) })
    );
    let entra = meeting("adatum.example", IdentityProvider::AzureActiveDirectory);
    assert_eq!(
        entra.len(),
        11 * 3 * 4,
        "11 orders of primary providers with Microsoft Entra ID, 3 fallbacks, passcode and Google on and off"
    );
    assert!(entra.iter().all(|settings| settings.order.primary().contains(&PrimaryProvider::AzureActiveDirectory)));
    assert_eq!(meeting("gmail.com", IdentityProvider::Google).len(), 11 * 3 * 2, "Google on");
}

#[test]
fn the_flow_is_painted_by_how_many_of_the_list_pass() {
    for (name, list, design) in all_known() {
        let mut desk = desk(list, vec![design.clone()]);
        let Answer::Heat { guests, nodes, edges } = ask(&mut desk, Question::Heat { design: Box::new(design.clone()) }) else {
            panic!("no counts")
        };
        let population = read(list, vec![design.clone()]);
        assert_eq!(guests, population.rows().len() as u64, "{name}");
        let mut expected = std::collections::BTreeMap::<String, Range>::new();
        for kept in population.rows() {
            let mut passed: Vec<Vec<String>> = Vec::new();
            for variant in variants(&population.row(kept).unwrap()) {
                let people = population.judge().people(&variant);
                assert_eq!(people.len(), 1, "nothing is open: {variant:?}");
                let possible = &people[0];
                let mut paths = Paths::default();
                let walker = Walker::new(possible.designs[0].clone());
                let course = walker.course(&possible.guest, Manner::default(), &mut paths);
                let path = paths.edges(course.path);
                let ends = path.last().map(|edge| edge.to().id());
                let mut ids: Vec<String> = path.iter().flat_map(|edge| [edge.id(), edge.from().id()]).chain(ends).collect();
                ids.sort();
                ids.dedup();
                passed.push(ids);
            }
            let mut all: Vec<String> = passed.iter().flatten().cloned().collect();
            all.sort();
            all.dedup();
            for id in all {
                let range = expected.entry(id.clone()).or_default();
                range.possible += 1;
                range.certain += u64::from(passed.iter().all(|ids| ids.contains(&id)));
            }
        }
        for (id, _, range) in &nodes {
            assert_eq!(*range, expected.get(id).copied().unwrap_or_default(), "{name}: {id}");
        }
        for (id, range) in &edges {
            assert_eq!(Some(range), expected.get(id), "{name}: {id}");
        }
        assert!(edges.len() > 5, "{name}");
    }
}

/// Source: `one-time-passcode.md`: who redeemed with a passcode does not come in again once passcodes are off.
#[test]
fn findings_say_how_many_of_the_list_they_concern() {
    let first = Design::default();
    let mut second = first.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let mut desk = desk(PASSCODES, vec![first.clone()]);
    let question = Question::Lint { design: Box::new(first.clone()), planned: Some(Box::new(second.clone())) };
    let Answer::Lint { findings, locked_out, .. } = ask(&mut desk, question) else { panic!("no findings") };
    assert!(findings.iter().all(|told| told.listed.is_none()), "nobody is without a way in");
    let listed = |provider: &str| {
        let start = format!("Who redeemed with {provider} ");
        locked_out.iter().find(|told| told.text.starts_with(&start)).map(|told| told.listed.unwrap())
    };
    // Otto and Rita, and Vera if she has no account.
    assert_eq!(listed("Email one-time passcode"), Some(Range { certain: 2, possible: 3 }));
    assert!(locked_out.iter().all(|told| told.listed.is_some()));

    // Of the other list Omar and Uma have nothing but a passcode; Ravi and Viktor may have something else.
    let mut guests = self::desk(GUESTS, vec![first.clone()]);
    let question = Question::Lint { design: Box::new(first.clone()), planned: Some(Box::new(second.clone())) };
    let Answer::Lint { locked_out, .. } = ask(&mut guests, question) else { panic!("no findings") };
    let of_passcodes = locked_out.iter().filter(|told| told.text.starts_with("Who redeemed with Email one-time passcode"));
    let counted: Vec<Option<Range>> = of_passcodes.map(|told| told.listed).collect();
    assert_eq!(counted, [Some(Range { certain: 2, possible: 4 })]);

    // Only the passcode is left as a fallback, and it is off: who has no work account has no way in.
    let order =
        RedemptionOrder::new(vec![PrimaryProvider::AzureActiveDirectory], FallbackProvider::EmailOneTimePasscode).unwrap();
    second.resource_tenant.redemption_order = order;
    let question = Question::Lint { design: Box::new(second), planned: None };
    let Answer::Lint { findings, locked_out, .. } = ask(&mut desk, question) else { panic!("no findings") };
    let counted: Vec<Range> = findings.iter().filter_map(|told| told.listed).collect();
    assert_eq!(counted, [Range { certain: 3, possible: 3 }], "Otto, Rita and Vera");
    assert_eq!(locked_out, []);
}

#[test]
fn what_is_no_question_of_a_list_is_refused_and_so_is_any_question_without_one() {
    let workspace = presets::find("managed-entra-guest").unwrap().workspace;
    let (design, guest) = (Box::new(workspace.design), Box::new(workspace.guests[0].clone()));
    let refused = |desk: &mut Desk, question| match told(desk, question) {
        Told::Refused { reason } => reason,
        other => panic!("{other:?}"),
    };
    let mut with_a_list = desk(GUESTS, vec![Design::default()]);
    let ways = Question::Ways { design: design.clone(), guest, goal: Wish::In };
    assert_eq!(refused(&mut with_a_list, ways), "this cannot be asked of a list");
    assert_eq!(refused(&mut Desk::default(), Question::Heat { design }), "no list has been read");
}

/// Whoever has a certain path is certainly at each of its edges.
#[test]
fn no_more_people_can_take_an_edge_than_come_to_its_check() {
    let design = designs::of("partner-with-saml");
    let mut desk = desk(GUESTS, vec![design.clone()]);
    let Answer::Heat { nodes, edges, .. } = ask(&mut desk, Question::Heat { design: Box::new(design.clone()) }) else {
        panic!("no counts")
    };
    let order = &design.resource_tenant.redemption_order;
    let flow = redemption_engine::flow::Flow::of(order, design.edition);
    let at = |edge: &Edge| nodes.iter().find(|(id, _, _)| *id == edge.from().id()).map(|(_, _, range)| *range).unwrap();
    for (id, range) in &edges {
        let edge = flow.edges().iter().find(|edge| edge.id() == *id).unwrap();
        assert!(range.possible <= at(edge).possible && range.certain <= range.possible, "{id}");
    }
}
