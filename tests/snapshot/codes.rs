//! The bytes that words are stored as, once and for all: a change here makes every snapshot mean something else.

use stancegraph::model::{
    Act, Credibility, Modality, NodeKind, Polarity, Relation, Reliability, Scope, Stance, TieKind,
};

#[test]
fn no_word_ever_changes_its_byte() {
    macro_rules! codes {
        ($type:ident) => {
            $type::ALL.iter().map(|one| format!("{} {one}", one.code())).collect::<Vec<_>>().join(", ")
        };
    }
    assert_eq!(
        codes!(Stance),
        "0 supports, 1 proposes, 2 pledges, 3 offers, 4 accepts, 5 demands, 6 requests, 7 open-to, 8 abstains, \
         9 withdraws, 10 absent, 11 doubts, 12 criticizes, 13 rejects, 14 threatens"
    );
    assert_eq!(codes!(Act), "0 said, 1 voted, 2 signed, 3 did");
    assert_eq!(codes!(Modality), "0 asserted, 1 hedged, 2 hinted");
    assert_eq!(codes!(Polarity), "0 favor, 1 neutral, 2 against");
    assert_eq!(
        codes!(NodeKind),
        "0 person, 1 organization, 2 group, 3 nation, 4 proposal, 5 series, 6 topic"
    );
    assert_eq!(
        codes!(TieKind),
        "0 represents, 1 member-of, 2 leads, 3 broader, 4 in-series, 5 part-of, 6 about, 7 contrary-to, 8 concerns"
    );
    assert_eq!(codes!(Relation), "0 if, 1 unless, 2 once, 3 until, 4 before, 5 after");
    assert_eq!(codes!(Scope), "0 stance, 1 content");
    assert_eq!(codes!(Reliability), "0 A, 1 B, 2 C, 3 D, 4 E, 5 F");
    assert_eq!(codes!(Credibility), "1 1, 2 2, 3 3, 4 4, 5 5, 6 6");
}
