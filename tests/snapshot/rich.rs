//! A small dataset with every field that there is.

use stancegraph::model::NodeKind;
use stancegraph::model::draft::{
    AliasDraft, CapacityDraft, ConditionDraft, DatasetDraft, Draft, EventDraft, NodeDraft, SourceDraft,
    StatementDraft, Text, TieDraft, WordDraft,
};
use stancegraph::{GraphBuilder, StanceGraph};

#[expect(clippy::unnecessary_wraps, reason = "fields that may be left out take it as it is")]
fn some(text: &str) -> Option<Text> {
    Some(text.into())
}

fn condition(relation: &str, scope: &str) -> ConditionDraft {
    ConditionDraft { relation: relation.into(), scope: scope.into(), ..ConditionDraft::default() }
}

fn nodes(draft: &mut Draft) {
    let held = AliasDraft {
        language: some("fr"),
        since: some("1960"),
        until: some("1990-02"),
        ..AliasDraft::default()
    };
    let mut nation = NodeDraft::nation("ALP", "Alpia").alias("The Alps Republic");
    nation.aliases.push(AliasDraft { text: "Alpie".into(), ..held });
    nation.ids =
        vec![("iso2".into(), "AL".into()), ("wikidata".into(), "Q1".into()), ("house".into(), "α".into())];
    (nation.note, nation.capital) = (some("A made-up state."), some("Höhe"));
    nation.demonyms = vec!["Alpian".into(), "Alpians".into()];
    (nation.since, nation.until) = (some("1960-05-01"), some("2040"));
    draft.nodes.push(nation);
    draft.nodes.push(NodeDraft::nation("BOR", "Boria"));
    draft.nodes.push(NodeDraft::person("ada-alm", "Ada Alm"));
    draft.nodes.push(NodeDraft::organization("league", "the League"));
    draft.nodes.push(NodeDraft::unnamed_group("envoys", "envoys"));
    draft.nodes.push(NodeDraft::new(NodeKind::Group, "elders", "the elders"));
    draft.nodes.push(NodeDraft::proposal("ceasefire", "ceasefire"));
    draft.nodes.push(NodeDraft::proposal("long-ceasefire", "long ceasefire").kind_of("ceasefire"));
    draft.nodes.push(NodeDraft::proposal("foreign-troops", "foreign troops"));
    draft.nodes.push(NodeDraft::new(NodeKind::Series, "yearly", "yearly vote"));
    draft.nodes.push(NodeDraft::new(NodeKind::Topic, "peace", "peace"));
    let proposal = draft.nodes.iter_mut().find(|node| node.key.value == "ceasefire").unwrap();
    (proposal.about, proposal.in_series) = (vec!["peace".into()], vec!["yearly".into()]);
    (proposal.contrary_to, proposal.concerns) = (vec!["foreign-troops".into()], vec!["BOR".into()]);
}

fn records(draft: &mut Draft) {
    let mut source = SourceDraft::new("paper", "A paper");
    (source.publisher, source.author) = (some("Press"), some("A. Hand"));
    (source.url, source.language) = (some("https://example.org/1"), some("en"));
    (source.published, source.origin) = (some("2024-03-02"), some("wire"));
    (source.reliability, source.credibility) = (some("B"), some("2"));
    draft.sources.extend([source, SourceDraft::new("other", "Another paper")]);
    let mut tie = TieDraft::new("represents", "ada-alm", "ALP");
    (tie.office, tie.since, tie.until) = (some("President"), some("2020-01"), some("2026-01-01"));
    (tie.source, tie.locator, tie.confidence) = (some("paper"), some("page 1"), Some(0.75.into()));
    draft.ties.extend([
        tie,
        TieDraft::new("member-of", "BOR", "league"),
        TieDraft::new("leads", "ada-alm", "elders"),
    ]);
    let event = EventDraft {
        date: some("2024-05"),
        source: some("other"),
        locator: some("p. 9"),
        ..EventDraft::default()
    };
    draft.events.push(EventDraft { condition: some("a treaty"), met: true, ..event.clone() });
    draft.events.push(EventDraft { proposal: some("long-ceasefire"), met: false, date: None, ..event });
    draft.words.push(WordDraft::new("stance:rejects").verb([
        "torpedo",
        "torpedoes",
        "torpedoed",
        "torpedoed",
        "torpedoing",
    ]));
    draft.words.push(WordDraft::new("polarity:favor").state("all in for"));
    draft.words.push(WordDraft {
        nouns: vec!["henchmen of".into()],
        owned: vec!["henchmen".into()],
        ..WordDraft::new("tie:member-of")
    });
}

fn full(id: &str) -> StatementDraft {
    let mut one = StatementDraft::new(id, "ada-alm", "supports", "ceasefire").said("2024-03-01");
    one.capacity = CapacityDraft::For(vec!["ALP".into(), "league".into(), "ALP".into()]);
    (one.act, one.modality) = (some("signed"), some("hedged"));
    one.addressees = vec!["BOR".into(), "envoys".into()];
    (one.until, one.reason) = (some("2025"), some("war is costly"));
    one.conditions = vec![
        ConditionDraft { text: some("a treaty"), ..condition("if", "stance") },
        ConditionDraft { proposal: some("long-ceasefire"), ..condition("before", "content") },
    ];
    one.rather_than = vec!["foreign-troops".into()];
    (one.occasion, one.confidence, one.credibility) = (some("summit"), Some(0.9.into()), some("1"));
    one = one.cited("paper", "page 3").quote("Peace,\n\"now\".");
    (one.reporter, one.code, one.note) = (some("R. Porter"), some("C-17"), some("coded twice"));
    (one.recorded, one.retracted) = (some("2024-03-03"), some("2024-06"));
    one
}

fn statements(draft: &mut Draft) {
    draft.statements.push(full("full-1"));
    let mut threat = StatementDraft::new("full-2", "BOR", "threatens", "ALP").cited("other", "page 2");
    (threat.consequence, threat.related) = (some("closing the border"), some("foreign-troops"));
    threat.confidence = Some(0.9.into());
    draft.statements.push(threat);
    let mut personal = StatementDraft::new("x", "ada-alm", "doubts", "foreign-troops").said("2023");
    (personal.capacity, personal.modality) = (CapacityDraft::Personal, some("hinted"));
    draft.statements.push(personal);
    for (number, stance) in ["rejects", "supports", "abstains", "withdraws", "absent"].iter().enumerate() {
        let mut vote = StatementDraft::new(format!("v{}", 9 - number), "BOR", *stance, "long-ceasefire");
        vote = vote.said(format!("2024-0{}-15", 1 + number * 3 % 5));
        (vote.act, vote.code, vote.confidence) = (some("voted"), some("1"), Some(0.5.into()));
        draft.statements.push(vote);
    }
    let behalf = StatementDraft::new("v18446744073709551614", "envoys", "demands", "ceasefire");
    draft.statements.push(behalf.on_behalf_of("BOR").said("2024-02"));
}

/// The dataset.
pub(crate) fn draft() -> Draft {
    let dataset = DatasetDraft {
        key: "rich".into(),
        name: "Every field".into(),
        about: some("what there is"),
        origin: some("made up"),
        license: some("CC0"),
        ..DatasetDraft::default()
    };
    let mut draft = Draft { dataset: Some(dataset), ..Draft::default() };
    nodes(&mut draft);
    records(&mut draft);
    statements(&mut draft);
    draft
}

/// Its graph.
pub(crate) fn graph() -> StanceGraph {
    GraphBuilder::new().add(draft()).build().unwrap_or_else(|error| panic!("{error}"))
}
