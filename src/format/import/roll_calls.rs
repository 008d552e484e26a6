//! Roll calls of the UN General Assembly as proposals: their symbols, topics, and yearly repetitions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;

use super::table::Table;
use super::{ImportError, Refused};
use crate::graph::{FaultKind, fold};
use crate::model::draft::{AliasDraft, NodeDraft};
use crate::model::{Date, NodeKind};

/// In how many sessions a text is voted on before it forms a series.
const REPEATED: usize = 3;

/// The first year of which the days are reliable; before it only the month is.
const RELIABLE_DAYS: i16 = 2003;

/// The longest title, in bytes, that a roll call is called by.
const MAX_ALIAS: usize = 200;

/// What is known of one roll call.
#[derive(Debug, Default, Clone)]
pub(super) struct RollCall {
    pub(super) date: Option<Date>,
    session: String,
    /// As the file writes it.
    symbol: String,
    /// A vote on a paragraph or an amendment.
    is_part: bool,
    title: String,
    short: String,
    topics: Vec<String>,
}

/// The roll calls of a file, by number.
#[derive(Debug, Default)]
pub(super) struct RollCalls {
    calls: BTreeMap<u32, RollCall>,
    topics: BTreeMap<String, String>,
}

impl RollCalls {
    /// Reads the roll calls; how many rows there were.
    pub(super) fn read(
        &mut self,
        source: impl Read,
        file: &str,
        refused: &mut Refused,
    ) -> Result<u64, ImportError> {
        let mut table = Table::new(source, file)?;
        let number = table.column("rcid")?;
        let [date, session, symbol, amend, para, short, title] =
            ["date", "session", "unres", "amend", "para", "short", "descr"].map(|name| table.find(name));
        while table.advance(refused)? {
            let id = match table.roll_call(number) {
                Ok(id) => id,
                Err(wrong) => {
                    table.refuse(wrong, refused);
                    continue;
                }
            };
            let said = match table.get_some(date).map(reliable) {
                Some(Some(date)) => Some(date),
                None => None,
                Some(None) => {
                    let (at, text) = (date.unwrap_or(number), table.get_some(date).unwrap_or_default());
                    refused.add(
                        FaultKind::IllFormedDate,
                        table.place(at),
                        format!("`{text}` is no date; write 2014-03-27"),
                    );
                    continue;
                }
            };
            let text = |column| table.get_some(column).unwrap_or_default().to_owned();
            let is_part = [amend, para].into_iter().any(|column| table.get_some(column) == Some("1"));
            let call = RollCall {
                date: said,
                session: text(session),
                symbol: text(symbol),
                is_part,
                title: text(title),
                short: text(short),
                topics: Vec::new(),
            };
            if self.calls.insert(id, call).is_some() {
                refused.add(
                    FaultKind::DuplicateKey,
                    table.place(number),
                    format!("roll call {id} stands twice; the later row counts"),
                );
            }
        }
        Ok(table.rows())
    }

    /// Reads which roll calls are about which issue.
    pub(super) fn read_issues(
        &mut self,
        source: impl Read,
        file: &str,
        refused: &mut Refused,
    ) -> Result<u64, ImportError> {
        let mut table = Table::new(source, file)?;
        let (number, code, issue) =
            (table.column("rcid")?, table.column("short_name")?, table.column("issue")?);
        while table.advance(refused)? {
            let id = match table.roll_call(number) {
                Ok(id) => id,
                Err(wrong) => {
                    table.refuse(wrong, refused);
                    continue;
                }
            };
            let (code, name) = (table.get(code).to_owned(), table.get(issue).to_owned());
            let topics = &mut self.calls.entry(id).or_default().topics;
            if !topics.contains(&code) {
                topics.push(code.clone());
            }
            self.topics.entry(code).or_insert(name);
        }
        Ok(table.rows())
    }

    /// The roll call of a number, entered bare where no file told of it.
    pub(super) fn at(&mut self, id: u32) -> &mut RollCall {
        self.calls.entry(id).or_default()
    }

    /// Topics, series, and a proposal for each roll call.
    pub(super) fn nodes(&self) -> Vec<NodeDraft> {
        let texts: BTreeMap<u32, Text> = self.calls.iter().map(|(&id, call)| (id, Text::of(call))).collect();
        let mut uses: HashMap<&str, usize> = HashMap::new();
        for text in texts.values() {
            *uses.entry(&text.name).or_default() += 1;
        }
        let (wholes, series) = (self.wholes(), self.series(&texts));
        let topic = |(code, name): (&String, &String)| {
            NodeDraft::new(NodeKind::Topic, topic_key(code), name.as_str())
        };
        let mut nodes: Vec<NodeDraft> = self.topics.iter().map(topic).collect();
        nodes.extend(series.values().cloned());
        for ((&id, call), text) in self.calls.iter().zip(texts.values()) {
            let mut node = call.node(id, &wholes);
            let of_series = series.get(text.name.as_str()).filter(|_| !call.is_part);
            node.in_series = of_series.map(|series| series.key.clone()).into_iter().collect();
            if uses.get(text.name.as_str()) == Some(&1) && (1..=MAX_ALIAS).contains(&text.title.len()) {
                node.aliases.push(alias(&text.title));
            }
            nodes.push(node);
        }
        nodes
    }

    /// The one roll call on the whole text of each symbol, where there is only one.
    fn wholes(&self) -> HashMap<String, u32> {
        let mut wholes: HashMap<String, Option<u32>> = HashMap::new();
        for (&id, call) in self.calls.iter().filter(|(_, call)| !call.is_part && !call.symbol.is_empty()) {
            wholes.entry(call.symbol()).and_modify(|whole| *whole = None).or_insert(Some(id));
        }
        wholes.into_iter().filter_map(|(symbol, id)| Some((symbol, id?))).collect()
    }

    /// A series for each text whose whole was voted on in several sessions: its latest title, the headings that no
    /// other text has, its topics.
    fn series<'t>(&self, texts: &'t BTreeMap<u32, Text>) -> BTreeMap<&'t str, NodeDraft> {
        let mut repeated: BTreeMap<&str, Repeated<'_>> = BTreeMap::new();
        let mut headed: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for ((&id, call), text) in self.calls.iter().zip(texts.values()) {
            headed.entry(&call.short).or_default().insert(&text.name);
            if !call.is_part && !text.title.is_empty() {
                let one = repeated.entry(&text.name).or_default();
                (one.latest, one.title) = (id, &text.title);
                one.sessions.insert(&call.session);
                one.topics.extend(&call.topics);
                one.headings.insert(&call.short);
            }
        }
        repeated.retain(|_, one| one.sessions.len() >= REPEATED);
        for one in repeated.values_mut() {
            let title = fold(one.title);
            one.headings.retain(|heading| {
                let is_name = (1..=MAX_ALIAS).contains(&heading.len()) && !title.starts_with(&fold(heading));
                is_name && headed.get(heading).is_some_and(|texts| texts.len() == 1)
            });
        }
        repeated.into_iter().map(|(name, one)| (name, one.node())).collect()
    }
}

/// A text voted on again and again.
#[derive(Debug, Default)]
struct Repeated<'c> {
    sessions: BTreeSet<&'c str>,
    topics: BTreeSet<&'c String>,
    headings: BTreeSet<&'c str>,
    latest: u32,
    title: &'c str,
}

impl Repeated<'_> {
    fn node(self) -> NodeDraft {
        let mut node = NodeDraft::new(NodeKind::Series, format!("un-series-{}", self.latest), self.title);
        node.aliases = self.headings.into_iter().map(alias).collect();
        node.about = self.topics.into_iter().map(|code| topic_key(code).into()).collect();
        node
    }
}

/// What a roll call was on.
#[derive(Debug)]
struct Text {
    title: String,
    /// The same for all votes on one text.
    name: String,
}

impl Text {
    fn of(call: &RollCall) -> Self {
        let title = call.plain_title();
        Self { name: series_of(&title), title }
    }
}

impl RollCall {
    fn node(&self, id: u32, wholes: &HashMap<String, u32>) -> NodeDraft {
        let symbol = self.symbol();
        let whole = wholes.get(&symbol).copied();
        let name = match whole {
            _ if symbol.is_empty() => format!("UN roll call {id}"),
            Some(whole) if whole == id => symbol.clone(),
            _ if self.is_part => format!("{symbol}, vote on a part (UN roll call {id})"),
            _ => format!("{symbol} (UN roll call {id})"),
        };
        let mut node = NodeDraft::new(NodeKind::Proposal, roll_call_key(id), name);
        if !symbol.is_empty() {
            node.aliases.push(alias(&format!("UN roll call {id}")));
        }
        if !self.is_part && !symbol.is_empty() {
            if symbol.starts_with("A/RES/") {
                node.ids.push(("un".into(), symbol.as_str().into()));
            }
            if whole != Some(id) {
                node.aliases.push(alias(&symbol));
            }
            if symbol != self.symbol {
                node.aliases.push(alias(&self.symbol));
            }
        }
        if let Some(whole) = whole.filter(|&whole| self.is_part && whole != id) {
            node.part_of = vec![roll_call_key(whole).into()];
        }
        node.about = self.topics.iter().map(|code| topic_key(code).into()).collect();
        let told = [&self.short, &self.title].into_iter().filter(|text| !text.is_empty());
        let remark = told.map(String::as_str).collect::<Vec<_>>().join(": ");
        node.note = (!remark.is_empty()).then(|| remark.as_str().into());
        node
    }

    /// The symbol as the United Nations write it since the 31st session; earlier ones as the file has them.
    fn symbol(&self) -> String {
        let mut parts = self.symbol.split('/');
        let (kind, session, rest) = (parts.next(), parts.next(), parts.collect::<Vec<_>>().join("/"));
        let number = session.and_then(|session| session.parse::<u32>().ok()).unwrap_or_default();
        match kind {
            Some("R") if number >= 31 => format!("A/RES/{number}/{rest}"),
            Some("ESS") if number >= 6 => format!("A/RES/ES-{number}/{rest}"),
            Some("SS") if number >= 8 => format!("A/RES/S-{number}/{rest}"),
            _ => self.symbol.clone(),
        }
    }

    /// The title without what stands around it in some years: the agenda item before it, who adopted it after it.
    fn plain_title(&self) -> String {
        let is_item = |text: &str| text.starts_with("A/") && text.chars().any(|c| c.is_ascii_digit());
        let title = if is_item(&self.title) && !self.short.is_empty() { &self.short } else { &self.title };
        let title = title.split(": resolution").next().unwrap_or(title);
        title.trim().trim_end_matches([':', '.', ' ']).to_owned()
    }

    pub(super) fn set_symbol(&mut self, symbol: &str, session: &str, date: Option<Date>) {
        if self.symbol.is_empty() {
            symbol.clone_into(&mut self.symbol);
        }
        if self.session.is_empty() {
            session.clone_into(&mut self.session);
        }
        self.date = self.date.or(date);
    }
}

fn alias(text: &str) -> AliasDraft {
    AliasDraft { text: text.into(), ..AliasDraft::default() }
}

/// What titles of one series have in common: "United States of America" is sometimes cut short.
fn series_of(title: &str) -> String {
    fold(title).replace("united states of america", "united states")
}

fn topic_key(code: &str) -> String {
    format!("un-issue-{}", slug(code))
}

fn slug(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

pub(super) fn roll_call_key(id: u32) -> String {
    format!("un-rc-{id}")
}

/// A date as precisely as the file can be trusted.
pub(super) fn reliable(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    let year: i16 = text.get(..4)?.parse().ok()?;
    if year < RELIABLE_DAYS { text.get(..7)?.parse().ok() } else { Some(date) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_before_2003_are_months() {
        assert_eq!(reliable("2002-12-31").unwrap().to_string(), "2002-12");
        assert_eq!(reliable("2003-01-01").unwrap().to_string(), "2003-01-01");
        assert_eq!(reliable("2003-13-01"), None);
    }

    #[test]
    fn symbols_are_written_as_the_united_nations_write_them() {
        let symbol = |text: &str| RollCall { symbol: text.into(), ..RollCall::default() }.symbol();
        assert_eq!(symbol("R/68/262"), "A/RES/68/262");
        assert_eq!(symbol("A/RES/71/5"), "A/RES/71/5");
        assert_eq!(symbol("ESS/10/2"), "A/RES/ES-10/2");
        assert_eq!(symbol("R/1/66"), "R/1/66");
    }
}
