//! A desk at which somebody elsewhere asks about a population: one question as JSON, one answer as JSON, files as bytes beside them.
//!
//! It keeps the file from one question to the next, so that it can be read again with other columns or other designs, and gives away only what
//! is asked for. Where it stands, and who stops it, is not its business.

use serde::{Deserialize, Serialize};

use super::export::{Style, side, words};
use super::judge::{Fate, Possible};
use super::summary::{Group, Summary};
use super::table::Columns;
use super::users::{is_json, listed};
use super::{Kept, Population};
use crate::analysis::assumption::Case;
use crate::analysis::course::{Course, Manner};
use crate::analysis::question::listed::{Tried, answer_of_list};
use crate::analysis::question::{Answer, Example, Question};
use crate::design::Design;

/// How many rows are read between two reports of how far it is.
const SLICE: usize = 2_000;

/// How many rows can be shown at once.
pub const MOST_SHOWN: usize = 500;

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Ask {
    /// Takes the file that stands beside, and says what its columns mean.
    Open,
    /// Reads and judges the file.
    Read {
        /// One design or two.
        designs: Vec<Design>,
        /// Which column is which.
        columns: Columns,
    },
    /// Some of the rows.
    Rows {
        /// Which rows count.
        filter: Filter,
        /// The position of the first one among these.
        from: u32,
        /// How many.
        count: u32,
    },
    /// What the page also asks of every kind of guest.
    Question {
        /// The question, which says under which designs.
        question: Box<Question>,
    },
    /// Whom a row can mean, each as a scenario.
    Person {
        /// The row, by its position in the list.
        row: u32,
    },
    /// A file.
    Write {
        /// Which.
        file: File,
    },
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Filter {
    /// All of them.
    #[default]
    Everybody,
    /// Those that leave open what matters.
    Open,
    /// Those for which something can change from the first design to the second.
    Changed,
    /// Those that can end in this group under the first design.
    Group(Group),
}

/// A file that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum File {
    /// The rows with what becomes of them.
    Rows {
        /// Cells as they are.
        raw: bool,
        /// No addresses and no names.
        anonymous: bool,
    },
    /// The rejected rows.
    Rejected,
    /// The summary in words.
    Summary,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Told {
    /// The file is there.
    Columns {
        /// Its columns.
        columns: Columns,
        /// Where it was a list of users: how many were invited, how many others there are, and whether it goes on elsewhere.
        users: Option<(u64, u64, bool)>,
    },
    /// It is read and judged.
    Counted {
        /// The counts.
        summary: Box<Summary>,
    },
    /// Rows.
    Rows {
        /// Which rows counted.
        filter: Filter,
        /// How many there are of these.
        all: u32,
        /// The position of the first one that is shown.
        from: u32,
        /// Those that are shown.
        rows: Vec<Shown>,
    },
    /// To a question that is also asked of every kind of guest.
    Answer {
        /// The answer.
        answer: Box<Answer>,
    },
    /// Whom a row can mean.
    Person {
        /// The row.
        row: u32,
        /// The address.
        email: String,
        /// One for each fate.
        people: Vec<Person>,
    },
    /// The file stands beside.
    File,
    /// There is no answer, and why.
    Refused {
        /// Why.
        reason: String,
    },
}

/// A row that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// Its position in the list.
    pub row: u32,
    /// The address.
    pub email: String,
    /// The name.
    pub label: String,
    /// The words to group by.
    pub tags: String,
    /// Under the first design.
    pub first: Side,
    /// Under the second.
    pub second: Option<Side>,
    /// What changes.
    pub change: Option<String>,
}

/// What becomes of a row under one design; several are joined by "or".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The group.
    pub group: String,
    /// The end.
    pub end: String,
    /// The provider.
    pub provider: String,
    /// Pages that ask for something.
    pub prompts: String,
}

/// Somebody whom a row can mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// What stands behind the address.
    pub standing: String,
    /// Whether there is a personal Microsoft account.
    pub msa: bool,
    /// Whether there is a Google account.
    pub google: bool,
    /// Under the first design.
    pub first: Side,
    /// Under the second.
    pub second: Option<Side>,
    /// The scenario.
    pub example: Example,
}

/// A file, and what has been read of it.
#[derive(Debug, Default)]
pub struct Desk {
    file: Vec<u8>,
    population: Option<Population>,
    filtered: Option<(Filter, Vec<u32>)>,
    tried: Option<Tried>,
}

impl Desk {
    /// Answers a question in JSON. A file may stand beside the question, and beside the answer.
    pub fn ask_text(
        &mut self,
        question: &str,
        file: Option<Vec<u8>>,
        progress: impl FnMut(usize, usize),
    ) -> (String, Option<Vec<u8>>) {
        let (told, file) = match serde_json::from_str::<Ask>(question) {
            Ok(question) => self.ask(question, file, progress),
            Err(error) => (Told::Refused { reason: error.to_string() }, None),
        };
        (serde_json::to_string(&told).unwrap_or_else(|error| error.to_string()), file)
    }

    /// Answers a question.
    pub fn ask(&mut self, question: Ask, file: Option<Vec<u8>>, progress: impl FnMut(usize, usize)) -> (Told, Option<Vec<u8>>) {
        let told = match question {
            Ask::Open => self.open(file.unwrap_or_default()),
            Ask::Read { designs, columns } => self.read(designs, columns, progress),
            Ask::Rows { filter, from, count } => self.rows(filter, from, count),
            Ask::Question { question } => self.answer(&question, progress),
            Ask::Person { row } => self.person(row),
            Ask::Write { file } => match self.written(file) {
                Some(text) => return (Told::File, Some(text.into_bytes())),
                None => Err(nothing_read()),
            },
        };
        (told.unwrap_or_else(|reason| Told::Refused { reason }), None)
    }

    fn open(&mut self, file: Vec<u8>) -> Result<Told, String> {
        *self = Self::default();
        let (text, users) = if is_json(&file) {
            let list = listed(&file)?;
            (list.text, Some((list.guests, list.others, list.goes_on)))
        } else {
            (file, None)
        };
        let columns = Columns::of(&text).map_err(|error| error.to_string())?;
        self.file = text;
        Ok(Told::Columns { columns, users })
    }

    fn read(&mut self, designs: Vec<Design>, columns: Columns, mut progress: impl FnMut(usize, usize)) -> Result<Told, String> {
        if designs.is_empty() || designs.len() > 2 {
            return Err(format!("there are {} designs; one or two are judged", designs.len()));
        }
        // What is refused here keeps the file.
        columns.check().map_err(|error| error.to_string())?;
        (self.filtered, self.tried) = (None, None);
        let file = match self.population.take() {
            Some(before) => before.into_text(),
            None => std::mem::take(&mut self.file),
        };
        let population = Population::open(file, Some(columns), designs).map_err(|error| error.to_string())?;
        let population = self.population.insert(population);
        loop {
            let (done, all) = population.progress();
            progress(done, all);
            if !population.go_on(SLICE) {
                return Ok(Told::Counted { summary: Box::new(population.summary()) });
            }
        }
    }

    fn rows(&mut self, filter: Filter, from: u32, count: u32) -> Result<Told, String> {
        let population = self.population.as_ref().ok_or_else(nothing_read)?;
        let filtered = match self.filtered.take() {
            Some((known, rows)) if known == filter => Some(rows),
            _ => (filter != Filter::Everybody).then(|| filter.rows(population)),
        };
        let all = filtered.as_ref().map_or(population.rows().len(), Vec::len);
        let last = wide(from).saturating_add(wide(count).min(MOST_SHOWN)).min(all);
        let rows = (wide(from)..last).filter_map(|position| {
            let row = match &filtered {
                Some(rows) => *rows.get(position)?,
                None => narrow(position),
            };
            shown(population, row)
        });
        let told = Told::Rows { filter, all: narrow(all), from, rows: rows.collect() };
        self.filtered = filtered.map(|rows| (filter, rows));
        Ok(told)
    }

    fn answer(&mut self, question: &Question, progress: impl FnMut(usize, usize)) -> Result<Told, String> {
        let population = self.population.as_ref().ok_or_else(nothing_read)?;
        match answer_of_list(question, population, &mut self.tried, progress) {
            Answer::Failed { reason } => Err(reason),
            answer => Ok(Told::Answer { answer: Box::new(answer) }),
        }
    }

    fn person(&self, row: u32) -> Result<Told, String> {
        let population = self.population.as_ref().ok_or_else(nothing_read)?;
        let no_row = || format!("there is no row {row}");
        let said = population.rows().get(wide(row)).and_then(|kept| population.row(kept)).ok_or_else(no_row)?;
        let people = population.judge().people(&said).into_iter().filter_map(person).collect();
        Ok(Told::Person { row, email: said.email.to_string(), people })
    }

    fn written(&self, file: File) -> Option<String> {
        let population = self.population.as_ref()?;
        Some(match file {
            File::Rows { raw, anonymous } => population.csv(Style { raw, anonymous }),
            File::Rejected => population.rejected_csv(),
            File::Summary => population.summary().markdown(),
        })
    }
}

impl Filter {
    /// The rows that count, by their positions in the list.
    fn rows(self, population: &Population) -> Vec<u32> {
        let verdicts: Vec<bool> = population.judge().verdicts().map(|(_, fates)| self.takes(fates)).collect();
        let takes = |kept: &Kept| verdicts.get(kept.verdict.position()) == Some(&true);
        (0_u32..).zip(population.rows()).filter(|(_, kept)| takes(kept)).map(|(row, _)| row).collect()
    }

    fn takes(self, fates: &[Fate]) -> bool {
        match self {
            Self::Everybody => true,
            Self::Open => fates.len() > 1,
            Self::Changed => fates.iter().any(|fate| fate.changes()),
            Self::Group(group) => fates.iter().any(|fate| Group::of(fate.first) == group),
        }
    }
}

fn shown(population: &Population, row: u32) -> Option<Shown> {
    let kept = population.rows().get(wide(row))?;
    let said = population.row(kept)?;
    let fates = population.judge().fates(kept.verdict);
    let change = words(fates.iter().filter_map(|fate| Some(fate.second?.1.name().to_owned())));
    Some(Shown {
        row,
        email: said.email.to_string(),
        label: said.label,
        tags: said.tags,
        first: told(fates, |fate| Some(fate.first)),
        second: second(fates),
        change: (!change.is_empty()).then_some(change),
    })
}

fn person(possible: Possible) -> Option<Person> {
    let fates = [possible.fate];
    let mut designs = possible.designs.into_iter();
    let design = designs.next()?;
    let facts = &possible.guest.person;
    let (msa, google) = (facts.microsoft_account.is_some(), facts.google_account.is_some());
    let case = Case { design, guest: possible.guest, manner: Manner::default(), since: Vec::new() };
    let guest = case.told();
    Some(Person {
        standing: possible.standing.words().to_owned(),
        msa,
        google,
        first: told(&fates, |fate| Some(fate.first)),
        second: second(&fates),
        example: Example { design: case.design, second: designs.next(), guest },
    })
}

fn second(fates: &[Fate]) -> Option<Side> {
    let any = fates.iter().any(|fate| fate.second.is_some());
    any.then(|| told(fates, |fate| Some(fate.second?.0)))
}

fn told(fates: &[Fate], course: impl Fn(&Fate) -> Option<Course>) -> Side {
    let group = words(fates.iter().filter_map(&course).map(|course| Group::of(course).name().to_owned()));
    let [end, provider, prompts] = side(fates, course);
    Side { group, end, provider, prompts }
}

fn nothing_read() -> String {
    "no list has been read".to_owned()
}

fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
