//! A small world as plain data, and a question about it.

#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    pub(crate) nodes: Vec<Node>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) events: Vec<Event>,
}

#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) key: String,
    /// `person`, `organization`, `group`, `nation`, `proposal`, `series`, `topic`.
    pub(crate) kind: String,
    pub(crate) unnamed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Tie {
    pub(crate) kind: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) since: Option<String>,
    pub(crate) until: Option<String>,
    pub(crate) confidence: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Capacity {
    Unstated,
    Personal,
    For(Vec<String>),
}

#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) id: String,
    pub(crate) holder: String,
    pub(crate) capacity: Capacity,
    pub(crate) act: String,
    pub(crate) stance: String,
    pub(crate) target: String,
    pub(crate) modality: String,
    pub(crate) said: Option<String>,
    pub(crate) until: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) recorded: Option<String>,
    pub(crate) retracted: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) confidence: Option<f64>,
    pub(crate) conditions: Vec<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) relation: String,
    pub(crate) subject: Subject,
    pub(crate) scope: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    Text(String),
    Proposal(String),
}

#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) subject: Subject,
    pub(crate) met: bool,
    pub(crate) date: Option<String>,
    pub(crate) published: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) enum Word {
    /// A sign: `favor`, `neutral` or `against`.
    Leaning(String),
    /// Exactly a stance.
    Exactly(String),
    /// `voted for`, `voted against`, `abstained`, `absent`.
    Voted(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Who,
    Count,
    Does,
    Position,
    WhyNot,
    Contradictions,
}

#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) form: Form,
    pub(crate) holder: Option<String>,
    pub(crate) target: Option<String>,
    pub(crate) word: Word,
    pub(crate) negated: bool,
    pub(crate) last_word: bool,
    pub(crate) by_nation: bool,
    pub(crate) inferred: bool,
    /// Only what was asserted plainly.
    pub(crate) asserted: bool,
    pub(crate) as_of: Option<String>,
    pub(crate) known_at: Option<String>,
    pub(crate) assuming: Vec<String>,
}

impl World {
    pub(crate) fn kind(&self, key: &str) -> Option<&str> {
        self.nodes.iter().find(|node| node.key == key).map(|node| node.kind.as_str())
    }

    pub(crate) fn holders(&self) -> impl Iterator<Item = &str> {
        let is_holder = |node: &&Node| !matches!(node.kind.as_str(), "proposal" | "series" | "topic");
        self.nodes.iter().filter(is_holder).map(|node| node.key.as_str())
    }

    /// Whether it can be spoken for.
    pub(crate) fn is_power(&self, key: &str) -> bool {
        matches!(self.kind(key), Some("nation" | "organization"))
    }

    pub(crate) fn ties<'w>(&'w self, kind: &'w str) -> impl Iterator<Item = &'w Tie> {
        self.ties.iter().filter(move |tie| tie.kind == kind)
    }

    /// Every path up from a kind to a proposal, both ends included.
    pub(crate) fn paths(&self, from: &str, to: &str) -> Vec<Vec<String>> {
        if from == to {
            return vec![vec![to.to_owned()]];
        }
        let steps = self.ties("broader").filter(|tie| tie.from == from);
        let longer = steps.flat_map(|tie| self.paths(&tie.to, to));
        longer.map(|path| [vec![from.to_owned()], path].concat()).collect()
    }

    /// The kinds of a proposal at any depth, without itself.
    pub(crate) fn kinds_of(&self, target: &str) -> Vec<&str> {
        let proposals = self.nodes.iter().map(|node| node.key.as_str()).filter(|key| *key != target);
        proposals.filter(|key| !self.paths(key, target).is_empty()).collect()
    }

    /// What a proposal is a kind of, at any height, without itself.
    pub(crate) fn broader_than(&self, target: &str) -> Vec<&str> {
        let proposals = self.nodes.iter().map(|node| node.key.as_str()).filter(|key| *key != target);
        proposals.filter(|key| !self.paths(target, key).is_empty()).collect()
    }
}

impl Statement {
    /// The side it takes.
    pub(crate) fn side(&self) -> Option<&'static str> {
        match self.stance.as_str() {
            "supports" | "proposes" | "pledges" | "offers" | "accepts" | "demands" | "requests"
            | "open-to" => Some("favor"),
            "abstains" => Some("neutral"),
            "doubts" | "criticizes" | "rejects" => Some("against"),
            _ => None,
        }
    }

    pub(crate) fn is_weak(&self) -> bool {
        matches!(self.stance.as_str(), "requests" | "open-to" | "doubts")
    }

    pub(crate) fn is_hint(&self) -> bool {
        self.modality == "hinted"
    }

    pub(crate) fn is_absence(&self) -> bool {
        self.stance == "absent" && self.act != "did"
    }

    pub(crate) fn is_deed(&self) -> bool {
        self.act == "did"
    }

    pub(crate) fn is_withdrawal(&self) -> bool {
        self.stance == "withdraws"
    }

    pub(crate) fn stance_conditions(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|condition| condition.scope == "stance")
    }
}
