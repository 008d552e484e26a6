//! The invented quarrel over a strait: clauses joined, days, comparisons, periods.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const JOINED: &[Row] = &[
    ("who opposes the toll and threatens Averia", "Mila Kest (weak); Mila Kest (only if)"),
    ("which nations oppose the toll and threaten Averia?", "Bortan (weak); Bortan (only if)"),
    // Averia's offer to dredge has run out: on dredging nothing stands, which is no refusal.
    ("who supports the joint patrol but not dredging", "none"),
    // One statement answers both, and is shown once.
    ("which nations reject the toll but don't support the grain toll", "Dulmark (on a kind of it)"),
    (
        "who voted for the free passage resolution of 2030 and voted against the free passage resolution of 2031",
        "Averia",
    ),
    (
        "who voted against the free passage resolution of 2030 or voted for the free passage resolution of 2031?",
        "Bortan",
    ),
    ("how many support the joint patrol and oppose the toll", "0"),
    ("how many nations support the joint patrol and oppose the toll", "1"),
    ("who supports the toll or supports the joint patrol", "Averia; Calm League; Ilva Tarn"),
];

const SAID_ABOUT: &[Row] = &[
    ("what did Kest say about the toll?", "doubts toll on the Straits of Calm (weak)"),
    ("what did Tarn say on the toll", "supports toll on the Straits of Calm"),
    (
        "what has Cendria said about dredging",
        "rejects dredging of the Straits of Calm; supports dredging of the Straits of Calm",
    ),
    (
        "what did Dulmark say about the joint patrol",
        "none | hinted: rejects joint patrol of the Straits of Calm",
    ),
    (
        "what has Bortan said on the lighthouse treaty",
        "supports lighthouse treaty; withdraws lighthouse treaty (withdrawn)",
    ),
    ("what did Bortan say about the toll known at 2031-03-10", "supports toll on the Straits of Calm"),
];

const WHEN: &[Row] = &[
    // Over every instance of the series.
    ("when did Averia first support free passage?", "2030-10-01 supports"),
    ("when did Averia first not support free passage", "2031-10-01 rejects"),
    ("when did Averia last support free passage", "2030-10-01 supports"),
    ("when did Bortan last vote against free passage", "2030-10-01 rejects"),
    ("when did Bortan first abstain on free passage", "2031-10-01 abstains"),
    ("when did Dulmark first not support free passage", "none | absent: Dulmark"),
    ("since when does Averia oppose free passage", "2031-10-01 rejects"),
    ("since when has Bortan opposed the toll?", "2031-03-18 doubts"),
    ("since when does Bortan support the lighthouse treaty", "none"),
    ("since when does Bortan support the lighthouse treaty as of 2031-03-01", "2031-01-15 supports"),
    ("when did Bortan first support the toll", "none"),
    ("when did Bortan first support the toll known at 2031-03-10", "2031-03-05 supports"),
    ("when did Dulmark first oppose the joint patrol", "none | hinted: Dulmark"),
    ("when did Cendria first support dredging", "2031-06 supports"),
    ("when did Averia first support the joint patrol", "2031-04-15 supports"),
    ("when did Bortan first not support the lighthouse treaty", "2031-05-20 withdraws"),
    ("when did Venn last reject the toll?", "2031-03-01 rejects"),
];

const COMPARE: &[Row] = &[
    ("where do Averia and Bortan differ?", "free passage resolution of 2030: differ"),
    (
        "compare Averia and Bortan",
        "free passage resolution of 2030: differ; free passage resolution of 2031: mixed; \
         toll on the Straits of Calm: mixed",
    ),
    ("where do Averia and the Calm League agree", "joint patrol of the Straits of Calm: agree"),
    ("compare Averia and the Calm League on the joint patrol", "joint patrol of the Straits of Calm: agree"),
    ("compare Tarn and Venn on the toll", "toll on the Straits of Calm: differ"),
    ("on what do Tarn and Venn disagree?", "toll on the Straits of Calm: differ"),
    ("do Bortan and Dulmark agree on the grain toll", "none"),
    ("compare Averia and Bortan on free passage as of 2031-01-01", "yearly free passage resolution: differ"),
];

const CHANGES: &[Row] = &[
    (
        "who changed position on free passage since 2030",
        "Averia: supports -> rejects; Bortan: rejects -> abstains",
    ),
    ("who changed sides on the lighthouse treaty since March 2031?", "Bortan: supports -> none"),
    ("who changed course on the toll since 2031-03-10", "Mila Kest: none -> doubts (weak)"),
];

const TIED: &[Row] = &[
    ("is Cendria a member of the Calm League", "no"),
    ("was Cendria a member of the Calm League as of 2031-06-30?", "yes"),
    ("As of 2031-07-01, is Cendria a member of the Calm League?", "no"),
    ("does Kest lead Bortan", "no"),
    ("did Kest lead Bortan as of January 2031", "yes"),
    ("does Venn represent Averia", "yes"),
    ("does Bortan belong to the Calm League", "no record"),
];

const PERIODS: &[Row] = &[
    ("who opposes the toll after 2031-03-01", "Mila Kest (weak)"),
    ("who opposed the toll before 2031-03-01", "Dulmark (on a kind of it)"),
    ("who opposes the toll since 2031-03-01", "Mila Kest (weak); Orso Venn"),
    ("who opposed the toll until 2031-03-01", "Dulmark (on a kind of it); Orso Venn"),
    ("Until 2031-03-01, who opposed the toll?", "Dulmark (on a kind of it); Orso Venn"),
    ("After 1 March 2031, which nations opposed the toll?", "Bortan (weak)"),
    ("which nations, since 2 March 2031, oppose the toll", "Bortan (weak)"),
    // What withdrew it was said later.
    ("who supported the lighthouse treaty before 2031-05-20", "Bortan"),
    ("who supported the lighthouse treaty in January 2031", "Bortan"),
    ("who supported the lighthouse treaty between 2031-02 and 2031-06", "none"),
    ("who supports dredging during June 2031", "Cendria (mixed, order unknown)"),
    // It was said in June, and nobody knows on which day.
    ("who supports dredging after 2031-06-20", "Cendria (possible)"),
    ("who opposed dredging before 2031-06-14", "none"),
    ("did Averia support free passage in 2030", "yes"),
    ("did Averia support free passage during 2031", "no"),
    ("did Bortan oppose free passage between 2030-01 and 2030-12?", "yes"),
    ("Between 2031-01 and 2031-12, did Bortan oppose free passage?", "neutral"),
    ("what did Kest say in March 2031?", "doubts toll on the Straits of Calm (weak)"),
    ("what did Kest say after March 2031", "threatens Averia (only if)"),
    ("what did Kest say until 2030", "none"),
    ("Before April 2031, what did Kest say?", "doubts toll on the Straits of Calm (weak)"),
    (
        "stances of Averia since April 2031",
        "rejects free passage resolution of 2031; supports joint patrol of the Straits of Calm",
    ),
];

const NARROWED: &[Row] = &[
    ("who opposes the joint patrol only asserted", "none | hinted: none"),
    ("does Dulmark oppose the joint patrol, only asserted?", "no record"),
    ("Assuming the lighthouse treaty, does Averia support the joint patrol as of 2031-05-02?", "yes"),
    (
        "who, assuming the lighthouse treaty, supports the joint patrol as of 2031-05-02",
        "Averia; Calm League",
    ),
    (
        "By their last word, which nations oppose the toll?",
        "Averia (mixed); Bortan (weak); Dulmark (on a kind of it)",
    ),
    ("who, by last word, opposes the grain toll", "Dulmark"),
    ("On behalf of Bortan, who opposes the toll?", "Mila Kest (weak)"),
    ("who, on behalf of Averia, supports the toll?", "Ilva Tarn"),
    ("Known at 2031-03-10, does Bortan support the toll?", "yes"),
    ("who, known at 2031-03-10, supports the toll", "Bortan"),
    (
        "Including inferred, who supports the joint patrol as of 2031-05-01?",
        "Averia (only if); Calm League; Cendria (by membership)",
    ),
    ("According to the courier, who opposes the toll?", "Mila Kest (weak)"),
    ("who, according to the gazette, opposes the toll", "Orso Venn"),
    ("By nation, who opposes the toll?", "Averia (mixed); Bortan (weak); Dulmark (on a kind of it)"),
];

#[test]
fn clauses_joined() {
    check(datasets::invented().unwrap(), Detail::Brief, JOINED);
}

#[test]
fn what_was_said_about_a_matter() {
    check(datasets::invented().unwrap(), Detail::Brief, SAID_ABOUT);
}

#[test]
fn when_it_was_first_and_last_and_since_when() {
    check(datasets::invented().unwrap(), Detail::Brief, WHEN);
}

#[test]
fn two_holders_side_by_side() {
    check(datasets::invented().unwrap(), Detail::Brief, COMPARE);
}

#[test]
fn changes_to_this_day() {
    check(datasets::invented().unwrap(), Detail::Brief, CHANGES);
}

const TRENDS: &[Row] = &[
    // Dulmark against the toll on grain ships; then one of two Averians last, and Bortan's doubts, its support taken back.
    ("how has support for the straits toll changed?", "2031-02 -1 -> 2031-03 -3 of 4"),
    ("how did support for the lighthouse treaty develop", "2031-01 +1 -> 2031-05 +0 of 2"),
    (
        "monthly support for the lighthouse treaty by nation",
        "2031-01 +1 -> 2031-05 +0 of 2 | note: `by nation` changes nothing here",
    ),
    ("has Mila Kest drifted on the straits toll", "too few 1"),
];

#[test]
fn trends() {
    check(datasets::invented().unwrap(), Detail::Brief, TRENDS);
}

#[test]
fn ties_that_hold() {
    check(datasets::invented().unwrap(), Detail::Brief, TIED);
}

#[test]
fn what_was_said_in_a_period() {
    check(datasets::invented().unwrap(), Detail::Brief, PERIODS);
}

#[test]
fn modifiers_before_within_and_after() {
    check(datasets::invented().unwrap(), Detail::Brief, NARROWED);
}

#[test]
fn the_latest_instance_speaks_for_the_last_word_on_a_series_too() {
    check(
        datasets::invented().unwrap(),
        Detail::Brief,
        &[
            ("who, by last word, opposes free passage", "Averia"),
            ("last word of Averia on free passage", "rejects"),
        ],
    );
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] =
    &[JOINED, SAID_ABOUT, WHEN, COMPARE, CHANGES, TIED, PERIODS, NARROWED, TRENDS];
