//! The accession of Finland and Sweden to NATO: clauses joined, days, comparisons, periods.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const JOINED: &[Row] = &[
    (
        "which nations reject Sweden's accession but not Finland's accession as of 2023-02-15",
        "Türkiye (only if); Türkiye",
    ),
    (
        "which nations support Sweden's accession and Finland's accession as of 2022-05-20",
        "Croatia; United States",
    ),
    // Türkiye's consent of June 2022 hangs on the memorandum and still counts as one, marked.
    ("how many nations support Sweden's accession and Finland's accession as of 2022-07-05", "5"),
    (
        "who pledged action against the PKK or demanded action against the PKK?",
        "Finland; Mevlüt Çavuşoğlu; Sweden",
    ),
    ("which nations oppose Finland's accession and support Sweden's accession as of 2023-04-10", "none"),
    (
        "which nations pledged action against the PKK and support Finland's accession as of 2022-07-01",
        "Finland",
    ),
    ("who wants Turkey's accession to the EU?", "Recep Tayyip Erdoğan; Ulf Kristersson"),
];

const SAID_ABOUT: &[Row] = &[
    ("what did Peskov say about Finland's accession", "criticizes Finland's accession to NATO"),
    ("what has Erdoğan said about the F-16 sale?", "demands sale of F-16 fighter jets to Türkiye"),
    (
        "what did Putin say about Sweden's accession at the Caspian Summit",
        "abstains Sweden's accession to NATO",
    ),
    (
        "what did Orbán say on respect for Hungary",
        "demands respect for Hungary on the part of Sweden and Finland",
    ),
    ("what has Sweden said about nuclear weapons in Sweden", "none"),
];

const WHEN: &[Row] = &[
    ("when did Türkiye first oppose Sweden's accession?", "2022-05-13 criticizes"),
    ("when did Erdoğan last reject Sweden's accession", "2023-06-25 rejects"),
    ("when did Türkiye first support Sweden's accession", "2022-05-14 open-to"),
    ("when did Türkiye first accept Sweden's accession", "2022-06-28 accepts"),
    ("when did Türkiye last oppose Finland's accession", "2022-05-29 rejects"),
    ("when did Hungary first vote for Finland's accession", "2023-03-27 supports"),
    ("when did Sweden first support Sweden's accession", "2022-05-16 supports"),
    ("when did Russia first not support Sweden's accession", "2022-05-16 criticizes"),
    ("when did Russia first threaten Finland", "2022-02-25 threatens"),
    ("when did China first oppose Finland's accession", "none | hinted: Zhao Lijian"),
    ("since when does Finland support Finland's accession", "2022-05-12 supports"),
    // A consent that hangs on a condition is no plain support, and breaks the stretch.
    ("since when does Türkiye support Finland's accession?", "2023-02-01 supports"),
    ("since when has Türkiye supported Sweden's accession", "2024-01-23 supports"),
    ("since when has Russia opposed Finland's accession", "2023-04-04 criticizes"),
    ("since when did Türkiye oppose Sweden's accession as of 2022-05-17", "2022-05-16 rejects"),
];

const COMPARE: &[Row] = &[
    (
        "compare Türkiye and Russia as of 2022-06-01",
        "Finland's accession to NATO: mixed; Sweden's accession to NATO: mixed",
    ),
    ("where do Türkiye and Russia differ as of 2022-07-01", "none"),
    ("where do Sweden and Türkiye differ as of 2023-01-25", "Sweden's accession to NATO: differ"),
    (
        "where did Sweden and Türkiye agree as of 2023-01-25",
        "Nordic arms exports to Türkiye: agree; action against the PKK in Finland and Sweden: agree",
    ),
    ("on what do Hungary and Sweden disagree?", "negotiating Sweden's accession with Hungary: differ"),
    ("compare Finland and Sweden on Sweden's accession", "Sweden's accession to NATO: agree"),
    (
        "do Orbán and Kristersson agree on negotiating with Hungary",
        "negotiating Sweden's accession with Hungary: differ",
    ),
    (
        "where do the European Union and Türkiye differ",
        "linking Türkiye's EU accession to Sweden's NATO accession: differ",
    ),
];

const CHANGES: &[Row] = &[
    (
        "who changed position on Finland's accession since 2023-04-03 by nation",
        "Russia: abstains -> criticizes",
    ),
    (
        "who changed course on Finland joining alone since 2023-01-10 by nation",
        "Finland: rejects -> open-to (only if, weak, hedged)",
    ),
];

const TIED: &[Row] = &[
    ("does Stoltenberg lead NATO", "yes"),
    ("did Andersson represent Sweden as of 2022-10-18", "no"),
    ("does Kristersson speak for Sweden as of October 2022", "yes"),
    ("is Hultqvist a member of the Social Democrats?", "yes"),
    ("is Sweden a member of NATO as of 2024-03-06", "no"),
];

const PERIODS: &[Row] = &[
    ("who opposed Sweden's accession in 2021", "Peter Hultqvist"),
    ("which nations opposed Sweden's accession before 2022-05-13", "Sweden"),
    ("who threatened Sweden in 2024?", "Maria Zakharova; Russia"),
    ("Since 2024, who has threatened Sweden?", "Maria Zakharova; Russia"),
    ("which nations opposed Finland's accession since 2023", "Russia"),
    ("which nations opposed Finland's accession after May 2022", "Russia"),
    ("which nations supported Finland's accession between 2022-04 and 2022-05-12", "Finland; Türkiye"),
    ("which nations supported Sweden's accession until 2022-05-16", "Sweden"),
    (
        "what did Orbán say in January 2024",
        "proposes negotiating Sweden's accession with Hungary; supports Sweden's accession to NATO",
    ),
    ("who accepted Sweden's accession during June 2022", "Recep Tayyip Erdoğan (only if); Türkiye"),
    // Türkiye's criticism had given way within the period, Russia's too.
    ("which nations, between May 2022 and June 2022, criticized Finland's accession", "none"),
    ("which nations supported Finland's accession in February 2023", "Hungary (hedged); Türkiye"),
    ("which nations supported Finland's accession in February 2023 only asserted", "Türkiye"),
    ("who at the CSTO summit in Moscow criticized NATO expansion?", "Vladimir Putin"),
    ("which nations at the NATO summit in Madrid pledged action against the PKK", "Finland; Sweden"),
    ("how far do Sweden and Finland agree since 2022", "Finland 1.000 of 4"),
    // On Finland's accession they differ, on Sweden's Russia takes no side, and Türkiye threatened Sweden on a condition.
    ("who agrees least with Türkiye", "Russia 0.250 of 2"),
];

const TRENDS: &[Row] = &[
    // Milanović against, twice, in May; Grlić Radman for it later on the second day; parliament in July.
    (
        "how has support for \"Croatia's consent to the Nordic accessions\" changed?",
        "2022-05 +1 -> 2022-07 +1 of 4 | note: the evidence is thin: the months rest on 4 statements",
    ),
    // Four pledges, acceptances or words of support, all for it; and a fifth.
    ("did Orbán drift on Sweden's accession to NATO?", "neither 5"),
    (
        "has Joe Biden grown warmer on Sweden's accession to NATO",
        "too few 2 | note: the evidence is thin: from statements on fewer than 5 days",
    ),
    ("is Stoltenberg growing colder on Sweden's accession to NATO", "too few 4"),
    // In 1999 nobody spoke of it.
    ("has Sweden drifted on Finland's accession to NATO in 1999", "none"),
];

#[test]
fn trends() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, TRENDS);
}

#[test]
fn clauses_joined() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, JOINED);
}

#[test]
fn what_was_said_about_a_matter() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, SAID_ABOUT);
}

#[test]
fn when_it_was_first_and_last_and_since_when() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, WHEN);
}

#[test]
fn two_holders_side_by_side() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, COMPARE);
}

#[test]
fn changes_to_this_day() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, CHANGES);
}

#[test]
fn ties_that_hold() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, TIED);
}

#[test]
fn what_was_said_in_a_period() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, PERIODS);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[JOINED, SAID_ABOUT, WHEN, COMPARE, CHANGES, TIED, PERIODS, TRENDS];
