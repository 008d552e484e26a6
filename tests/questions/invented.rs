//! The invented quarrel over a strait: what a real case seldom has all at once.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const WHO: &[Row] = &[
    ("who supports the toll", "Ilva Tarn"),
    ("which nations back the Straits toll?", "Averia (mixed)"),
    ("which nations oppose the toll", "Averia (mixed); Bortan (weak); Dulmark (on a kind of it)"),
    (
        "who is against the toll?",
        "Dulmark (on a kind of it); Mila Kest (weak); Orso Venn | related: Mila Kest (only if)",
    ),
    ("who has rejected the toll on ships", "Dulmark (on a kind of it); Orso Venn"),
    ("who is doubtful of the toll", "Mila Kest (weak)"),
    ("who supports the grain toll", "none"),
    ("who opposes the grain toll", "Dulmark"),
    // Venn's word stands beside the President's in one voice that is mixed, and what is mixed hands nothing down.
    ("who opposes the grain toll with inferred stances", "Dulmark; Mila Kest (weak, by the whole)"),
    ("who doesn't support the lighthouse treaty?", "Bortan (withdrawn)"),
    ("who supports the lighthouse treaty as of 2031-03-01", "Bortan"),
    ("who supports the joint patrol", "Averia; Calm League | hinted: none"),
    ("who supports the joint patrol as of 2031-05-01", "Averia (only if); Calm League"),
    (
        "who supports the joint patrol including inferred as of 2031-05-01",
        "Averia (only if); Calm League; Cendria (by membership)",
    ),
    (
        "who backs the common patrol as of 10 April 2031 including inferred",
        "Averia (by membership); Calm League; Cendria (by membership); Dulmark (by membership)",
    ),
    ("who opposes the joint patrol", "none | hinted: Dulmark"),
    ("who opposes dredging as of 2031-06-10", "none"),
    ("who supports dredging as of 2031-06-10", "Averia; Cendria (possible)"),
    // The offer had a term of its own.
    ("who supports dredging", "Cendria (mixed, order unknown)"),
    ("who voted for the free passage resolution of 2030", "Averia"),
    ("who voted against the free passage resolution of 2031?", "Averia"),
    ("who abstained on the free passage resolution of 2031", "Bortan"),
    ("who was absent on the free passage resolution of 2031", "Dulmark"),
    // A series is answered by its latest instance.
    ("who opposes free passage as of 2031-12-31", "Averia"),
    ("who supports the yearly free passage resolution as of 2030-12-31", "Averia"),
    ("who opposes free passage as of 2030-12-31", "Bortan"),
    ("who is neutral on free passage", "Bortan"),
    ("who voted against free passage", "Averia"),
    ("who didn't vote for the free passage resolution of 2031", "Averia; Bortan | absent: Dulmark"),
    ("how many voted for the free passage resolution of 2030?", "1"),
    ("who threatens Averia", "Mila Kest (only if)"),
    ("which nations threaten Averia", "Bortan (only if)"),
    ("which nations threaten Averia assuming the Straits toll", "Bortan"),
    ("how many oppose the toll", "3"),
    ("how many nations are against the toll?", "3"),
    ("who supports dredging as of 2031-07-01 by last word", "Averia; Cendria (mixed, order unknown)"),
    (
        "who opposes the toll by last word by nation",
        "Averia (mixed); Bortan (weak); Dulmark (on a kind of it)",
    ),
];

const DOES: &[Row] = &[
    ("does Averia support the toll", "conflicting"),
    ("does Tarn support the toll", "yes"),
    ("did Venn reject the toll?", "yes"),
    ("does Venn not support the toll", "yes"),
    ("did Bortan back the toll known at 2031-03-06", "yes"),
    ("does Bortan support the toll known on 2031-03-05", "no record"),
    // Recorded on no known day, and its paper is of the end of the year.
    ("does Averia support the toll known at June 2031", "no record"),
    ("does Averia support the toll known at 2031-12-31", "conflicting"),
    ("does Bortan oppose the toll", "weak"),
    ("does Bortan doubt the toll?", "yes"),
    ("does Bortan criticize the toll", "no record | note: another stance"),
    ("does Bortan support the lighthouse treaty", "no record"),
    ("did Bortan support the lighthouse treaty as of 2031-05-19", "yes"),
    ("is Cendria for dredging?", "conflicting"),
    ("is Cendria against dredging as of 2031-06-14", "conflicting"),
    ("does Averia offer dredging as of 2031-08-31", "yes"),
    ("does Averia support dredging", "no record"),
    ("is Dulmark against the toll", "only on narrower"),
    ("did Dulmark reject the grain toll", "yes"),
    ("does Bortan oppose the grain toll including inferred", "weak"),
    ("does Dulmark oppose the joint patrol", "hinted"),
    ("does Cendria back the joint patrol", "no record"),
    ("does Cendria back the joint patrol including inferred as of 2031-06-30", "yes"),
    ("does Cendria back the joint patrol including inferred", "no record"),
    ("does Averia support the joint patrol as of 2031-07-31", "conditional"),
    ("does Averia support the joint patrol as of 2031-08-01", "yes"),
    ("does Averia support the joint patrol assuming that the lighthouse treaty as of 2031-07-31", "yes"),
    ("does Averia support free passage as of 2031-09-30", "yes"),
    ("does Averia support free passage as of 2031-10-01", "no"),
    ("does Bortan support free passage", "neutral"),
    ("does Dulmark oppose free passage", "absent"),
    ("did Dulmark vote for the free passage resolution of 2031", "absent"),
    ("did Bortan vote against the free passage resolution of 2030?", "yes"),
    ("did Averia vote against the free passage resolution of 2030", "no"),
    ("did Bortan vote against free passage", "no"),
];

const OF_HOLDERS: &[Row] = &[
    ("what does Averia oppose", "free passage resolution of 2031; toll on the Straits of Calm (mixed)"),
    ("what did Averia vote for", "free passage resolution of 2030"),
    ("whom does Bortan threaten", "Averia (only if)"),
    ("what does Bortan support", "none"),
    ("what does Bortan support known at 2031-03-10", "toll on the Straits of Calm"),
    ("Averia's offers as of March 2031", "dredging of the Straits of Calm"),
    ("what did Kest say?", "doubts toll on the Straits of Calm (weak); threatens Averia (only if)"),
    (
        "stances of Bortan",
        "abstains free passage resolution of 2031; doubts toll on the Straits of Calm (weak); \
         rejects free passage resolution of 2030; threatens Averia (only if)",
    ),
    ("what are the stances of the Calm League?", "supports joint patrol of the Straits of Calm"),
    ("position of Bortan on the lighthouse treaty", "none"),
    ("last word of Bortan on the toll", "doubts (weak)"),
    ("the last word of Averia on the joint patrol", "supports"),
    ("last word of Dulmark on the joint patrol", "none"),
    ("timeline of Bortan on the lighthouse treaty", "2031-01-15 supports; 2031-05-20 none"),
    ("timeline of Averia on the joint patrol", "2031-04-15 supports (only if); 2031-08-01 supports"),
    ("show the timeline of Averia on dredging", "2031-02-01 offers; 2031-09-01 none"),
    ("timeline of Averia on free passage", "2030-10-01 supports; 2031-10-01 rejects"),
    ("who changed position on the lighthouse treaty between 2031-02 and 2031-06", "Bortan: supports -> none"),
    (
        "who changed sides on free passage between December 2030 and 2031-12?",
        "Averia: supports -> rejects; Bortan: rejects -> abstains",
    ),
    ("who changed course on the toll between 2031-03-10 and 2031-03-31", "Mila Kest: none -> doubts (weak)"),
    (
        "who changed stance on the toll between 2031-03-10 and 2031-03-31 by nation",
        "Bortan: none -> doubts (weak)",
    ),
];

const MATTERS: &[Row] = &[
    ("who is threatening whom?", "Mila Kest -> Averia (only if)"),
    ("who threatens whom by nation", "Bortan -> Averia (only if)"),
    ("who offers what as of 2031-03-01", "Averia -> dredging of the Straits of Calm"),
    ("what statements were hinted", "none | hinted: Dulmark rejects joint patrol of the Straits of Calm"),
    (
        "which stances are conditional?",
        "Averia supports joint patrol of the Straits of Calm (only if); Mila Kest threatens Averia (only if)",
    ),
    ("which positions are quoted", "Ilva Tarn supports toll on the Straits of Calm"),
    ("which stances are undated or unnamed", "none"),
    ("why does Dulmark oppose the grain toll", "yes"),
    ("why is Averia for the toll", "conflicting"),
    ("why does Averia not support the lighthouse treaty", "no-record"),
    ("why doesn't Bortan support the lighthouse treaty?", "withdrawn"),
    ("why doesn't Bortan support the toll", "retracted"),
    ("why does Averia not support the joint patrol as of 2031-06-01", "only-conditional"),
    ("why is Dulmark not against the toll", "only-narrower"),
    ("why does Dulmark not oppose the joint patrol", "only-hinted"),
    ("why does Bortan not support the treaty on lighthouses as of 2031-01-01", "not-yet-said"),
    ("why does Averia not support dredging", "expired"),
    ("why does Venn not oppose the toll known at 2031-06", "not-yet-known"),
    ("why doesn't Venn support the toll", "none"),
    ("why does Dulmark not oppose the grain toll according to the courier", "filtered"),
    ("who opposes the grain toll according to the protocols", "Dulmark"),
    ("contradictions of Averia on the toll", "split-voice tarn-supports-toll / venn-rejects-toll"),
    ("contradictions of Cendria", "unordered cendria-supports-dredging / cendria-rejects-dredging"),
    ("list contradictions of Bortan", "none"),
    ("contradictions on the joint patrol", "none"),
    ("representatives of Averia", "Ilva Tarn (President); Orso Venn (Foreign Minister)"),
    ("who headed Bortan as of 2031-05-31", "Mila Kest (Chancellor)"),
    ("who leads Bortan", "none"),
    ("what did Kest head as of December 2030", "Bortan (Chancellor)"),
    ("members of the Calm League", "Averia; Dulmark"),
    ("who are the members of the Calm League as of 2031-06-30?", "Averia; Cendria; Dulmark"),
    (
        "instances of the free passage resolution",
        "free passage resolution of 2030; free passage resolution of 2031",
    ),
    ("kinds of the toll", "toll on grain ships"),
];

#[test]
fn who_stands_where_on_what() {
    check(datasets::invented().unwrap(), Detail::Brief, WHO);
}

#[test]
fn every_verdict() {
    check(datasets::invented().unwrap(), Detail::Brief, DOES);
}

#[test]
fn what_a_holder_stands_for_and_how_it_went() {
    check(datasets::invented().unwrap(), Detail::Brief, OF_HOLDERS);
}

#[test]
fn pairs_traits_reasons_contradictions_and_ties() {
    check(datasets::invented().unwrap(), Detail::Brief, MATTERS);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[WHO, DOES, OF_HOLDERS, MATTERS];
