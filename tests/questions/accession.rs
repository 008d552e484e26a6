//! The accession of Finland and Sweden to NATO: who stood where on which day, by the dated documents.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const WHO: &[Row] = &[
    ("which nations opposed Finland's accession as of 2022-05-16", "Russia; Türkiye | hinted: China"),
    ("which nations oppose Sweden joining NATO as of 2023-06-26", "Türkiye (only if)"),
    ("who opposes Sweden's accession as of 2021", "Peter Hultqvist"),
    ("who was opposed to Swedish NATO membership as of 2022-03-08?", "Magdalena Andersson; Peter Hultqvist"),
    ("who opposed Finnish NATO membership as of February 2022", "Sanna Marin (hedged)"),
    (
        "who supports Sweden's accession as of 2022-05-15",
        "Jens Stoltenberg (only if); Swedish Social Democratic Party; İbrahim Kalın (only if, weak, hedged)",
    ),
    ("who demands action against the PKK", "Mevlüt Çavuşoğlu"),
    ("who pledged action against the PKK?", "Finland; Sweden"),
    ("who insists on respect for Hungary", "Viktor Orbán"),
    ("who ruled out negotiating with Hungary", "Tobias Billström; Ulf Kristersson"),
    ("who put forward negotiations with Hungary", "Viktor Orbán"),
    ("who rejected the extradition of Keneş", "Supreme Court of Sweden"),
    ("who asked for the extradition of Bülent Keneş?", "Recep Tayyip Erdoğan (weak)"),
    ("who opposes extraditions to Turkey", "Supreme Court of Sweden (on a kind of it)"),
    ("who supports arms exports to Türkiye", "Finland; Mevlüt Çavuşoğlu; Sweden"),
    ("who is against nuclear weapons in Sweden", "Swedish Social Democratic Party"),
    ("who favors Turkey's accession to the EU", "Recep Tayyip Erdoğan; Ulf Kristersson"),
    ("who rejects linking the EU and NATO accessions", "European Union"),
    ("which nations oppose expansion of NATO as of 2022-05-12", "Russia; Sweden (on a kind of it)"),
    ("how many voted for Sweden's accession as of 2022-12-31", "6"),
    ("which nations voted for Finland's accession as of 2022-07-31", "Croatia; Finland; Germany"),
    ("who voted in favor of Croatia's ratification", "Croatian Parliament"),
    ("which nations take no side on Finland's accession as of 2022-05-17", "Russia (hedged)"),
    ("how many nations support Finland's accession as of 2022-05-12", "2"),
    ("how many countries support Sweden's accession as of 2024-03-07", "13"),
    ("how many nations oppose Finland's accession as of 2023-04-05", "1"),
    ("who is against Finland's accession as of April 5, 2023", "Dmitry Peskov"),
    (
        "who threatens Sweden as of 2022-12-31",
        "Dmitry Medvedev (only if); Maria Zakharova (only if); Recep Tayyip Erdoğan (only if); Russia (only if); \
         Vladimir Putin (only if)",
    ),
    // Medvedev is marked for nobody and holds no office here.
    ("which nations threaten Sweden as of 2022-12-31", "Russia (only if); Türkiye (only if)"),
    // Finland had kept its promises by then, which was all that Türkiye's threat hung on.
    ("which nations are threatening Finland as of 2023-04-05", "Russia"),
    ("who opposes Finland's accession according to TRT World", "Recep Tayyip Erdoğan"),
    ("who supports Finland's accession according to CNA", "Sauli Niinistö"),
    ("who opposed Sweden's accession known at 2022-03-08 as of 2022-03-08", "Peter Hultqvist (possible)"),
    (
        "who opposed Sweden's accession known at 2022-03-09 as of 2022-03-08",
        "Magdalena Andersson; Peter Hultqvist (possible)",
    ),
    (
        "which nations are against NATO enlargement to Finland and Sweden by last word as of 2023-04-05",
        "Russia (on a kind of it)",
    ),
    ("who opposes Sweden's accession as of 2022-06-01 by their last word", "Recep Tayyip Erdoğan"),
];

const DOES: &[Row] = &[
    ("does Türkiye support Finland's accession as of 2022-04-10", "yes"),
    ("does Türkiye support Finland's accession as of 2022-04-10 known at 2022-05-01", "no record"),
    (
        "does Türkiye support Sweden's accession assuming Sweden fulfils the memorandum as of 2022-07-01",
        "yes",
    ),
    ("is Hungary in favor of Sweden's accession as of 2023-06-01", "conditional"),
    (
        "does Hungary support Sweden's accession as of 2023-06-01 assuming better Hungarian-Swedish relations",
        "yes",
    ),
    ("does Biden support the F-16 sale as of 2024-01-24", "conditional"),
    ("does Biden support the F-16 sale as of 2024-01-25", "yes"),
    ("does Fidesz support Sweden's accession as of 2024-02-10", "conditional"),
    ("does Fidesz support Sweden's accession as of 2024-02-23", "yes"),
    ("does NATO support Finland's accession as of 2022-05-01", "conditional"),
    ("does NATO support Finland's accession as of 2022-05-18", "yes"),
    ("does Croatia support Croatian consent as of June 2022", "conflicting"),
    ("does Croatia support Croatian consent as of 2022-07-15", "yes"),
    ("did Sweden support Sweden's accession as of 2022-03-10", "no"),
    ("did Sweden support Sweden's accession as of 2022-05-16", "yes"),
    // His government had spoken the other way, he himself not yet.
    ("did Hultqvist support Sweden's accession as of 2022-05-17", "no record"),
    ("did Hultqvist support Sweden's accession as of 2022-05-18", "yes"),
    ("is Finland against Finland joining NATO alone as of 2023-01-10", "yes"),
    ("is Finland against Finland joining NATO alone as of 2023-01-25", "conditional"),
    ("does China oppose Finland's accession", "hinted"),
    ("does Spain support Finland's accession", "no record"),
    ("has Ukraine backed Sweden's accession", "yes"),
    ("does Ukraine support Finland's accession", "no record"),
    ("does Russia oppose Sweden's accession as of 2022-05-16", "yes"),
    ("does Russia oppose Sweden's accession as of 2022-05-17", "neutral"),
    ("does Putin oppose Finland's accession as of 2022-05-16", "yes"),
    // The Foreign Minister's neutral word has taken its place; of Putin himself a hint is left.
    ("does Putin oppose Finland's accession as of 2022-05-17", "hinted"),
    ("does Norway support Finland's accession as of 2022-07-06", "no record"),
    ("does Norway support Finland's accession including inferred as of 2022-07-06", "yes"),
    ("does Sweden support Finland's accession including inferred as of 2022-07-06", "no record"),
    ("does Spain back Sweden's accession with inferred positions as of 2022-06-01", "yes"),
    ("did Hungary vote for Sweden's accession", "yes"),
    ("did Hungary vote for Sweden's accession as of 2024-01-31", "no record"),
    ("did the Turkish foreign affairs committee vote for Sweden's accession?", "yes"),
    ("does Medvedev threaten Finland as of May 2022", "conditional"),
    ("does Russia threaten Finland as of 2023-04-05", "yes"),
];

const OF_HOLDERS: &[Row] = &[
    ("what does Hungary demand as of 2023", "respect for Hungary on the part of Sweden and Finland"),
    (
        "what does Hungary insist on?",
        "meeting of the Hungarian and Swedish prime ministers in Budapest; \
         respect for Hungary on the part of Sweden and Finland",
    ),
    ("what did Türkiye ask for", "extradition of Bülent Keneş to Türkiye (weak)"),
    ("what does the European Union reject", "linking Türkiye's EU accession to Sweden's NATO accession"),
    ("what did Britain pledge?", "British security assurances to Finland and Sweden"),
    (
        "pledges of Kristersson",
        "Sweden's fulfilment of the trilateral memorandum; no support for the YPG and PYD",
    ),
    (
        "Türkiye's demands as of 2022",
        "Finnish arms exports to Türkiye; Nordic arms exports to Türkiye; action against the PKK in Finland and Sweden",
    ),
    (
        "what did Putin say at the CSTO summit in Moscow",
        "criticizes expansion of NATO; threatens Finland (only if); threatens Sweden (only if) \
         | hinted: abstains Finland's accession to NATO; abstains Sweden's accession to NATO",
    ),
    ("what did Orbán say at the Qatar Economic Forum?", "accepts Sweden's accession to NATO (only if)"),
    (
        "what did Stoltenberg say at the press conference in Istanbul",
        "supports Finland's accession to NATO; supports Sweden's accession to NATO",
    ),
    ("what had Kristersson said as of 2022", "pledges Sweden's fulfilment of the trilateral memorandum"),
    ("stances of Denmark", "supports Finland's accession to NATO; supports Sweden's accession to NATO"),
    ("stances of Medvedev as of 2022", "threatens Finland (only if); threatens Sweden (only if)"),
    ("stances held on behalf of Fidesz as of 2024-02-10", "accepts Sweden's accession to NATO (only if)"),
    ("position of Türkiye on Sweden's accession as of 2023-01-25", "rejects"),
    ("where does Hungary stand on Sweden's accession as of 2023-06-01", "accepts (only if)"),
    ("what was Russia's position on Finland's accession as of 2022-07-01", "abstains"),
    ("last word of Türkiye on Sweden's accession as of 2022", "supports (only if, hedged)"),
    (
        "timeline of Russia on Finland's accession",
        "2022-05-14 criticizes; 2022-05-17 abstains (hedged); 2022-06-29 abstains; 2023-04-04 criticizes",
    ),
    ("timeline of Ukraine on Sweden's accession", "2023-05-03 supports"),
    (
        "who changed position on Sweden's accession between 2022-03-31 and 2022-05-16 by nation",
        "Russia: none -> criticizes; Sweden: rejects -> supports; Türkiye: none -> rejects",
    ),
    (
        "who changed sides on Finland's accession between 2022-02-01 and 2022-05-13 by nation",
        "Finland: rejects (hedged) -> supports; Türkiye: none -> criticizes",
    ),
    ("why doesn't China oppose Finland's accession", "only-hinted"),
    ("why does Spain not support Finland's accession", "no-record"),
    ("why is Finland not against Finland's accession", "superseded"),
    // The flat word came later.
    ("why does NATO not support Sweden's accession as of 2022-05-01", "not-yet-said; only-conditional"),
    ("why did Türkiye oppose Sweden's accession as of 2022-06-01?", "yes"),
    (
        "who represents Sweden as of 2022-10-18",
        "Ann Linde (Foreign Minister); Tobias Billström (Foreign Minister); Ulf Kristersson (Prime Minister)",
    ),
    ("what does Kocsis lead", "Fidesz group in the Hungarian parliament (leader of the group)"),
    ("what is Andersson a member of", "Swedish Social Democratic Party"),
    ("who belongs to the Social Democrats?", "Magdalena Andersson; Peter Hultqvist"),
];

#[test]
fn who_stood_where_on_which_day() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, WHO);
}

#[test]
fn yes_no_or_on_a_condition() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, DOES);
}

#[test]
fn what_a_holder_stood_for_and_how_it_went() {
    check(datasets::nato_accession().unwrap(), Detail::Brief, OF_HOLDERS);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[WHO, DOES, OF_HOLDERS];
