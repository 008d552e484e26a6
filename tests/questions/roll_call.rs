//! The vote on UN General Assembly resolution ES-11/1: 141 in favor, 5 against, 35 abstaining, 12 with no vote recorded.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const AGAINST: &str = "Belarus; Eritrea; North Korea; Russia; Syria";
const ABSENT: &str = "Azerbaijan; Burkina Faso; Cameroon; Eswatini; Ethiopia; Guinea; Guinea-Bissau; Morocco; Togo; \
                      Turkmenistan; Uzbekistan; Venezuela";

const WHO: &[Row] = &[
    ("who voted against A/RES/ES-11/1?", AGAINST),
    ("who voted no on resolution ES-11/1", AGAINST),
    ("which countries voted against ES-11/1?", AGAINST),
    // A vote is cast on a matter and shows a position on it.
    ("who opposes A/RES/ES-11/1", AGAINST),
    ("which nations reject UN resolution ES-11/1", AGAINST),
    ("who was absent on A/RES/ES-11/1", ABSENT),
    ("who missed the vote on ES-11/1 by nation", ABSENT),
    ("how many voted for A/RES/ES-11/1?", "141"),
    ("how many nations supported ES-11/1", "141"),
    ("how many abstained on A/RES/ES-11/1", "35"),
    ("how many nations are neutral on A/RES/ES-11/1?", "35"),
    ("how many countries remained neutral on ES-11/1", "35"),
    ("how many were absent from ES-11/1", "12"),
    ("how many states voted no on ES-11/1", "5"),
    // Against and abstaining; the absent stand apart, and of all others nothing is on record.
    ("how many nations don't support A/RES/ES-11/1", "40"),
    ("how many did not vote for ES-11/1?", "40"),
    ("how many nations don't oppose ES-11/1", "176"),
    ("who doubts ES-11/1", "none"),
    ("who criticizes A/RES/ES-11/1", "none"),
];

const OF_NATIONS: &[Row] = &[
    ("did Germany vote for A/RES/ES-11/1?", "yes"),
    ("has Serbia voted in favor of ES-11/1", "yes"),
    ("did Russia vote against ES-11/1?", "yes"),
    ("did China vote against A/RES/ES-11/1", "no"),
    ("did India vote for A/RES/ES-11/1", "no"),
    ("did Russia not vote for ES-11/1", "yes"),
    ("did China abstain on ES-11/1", "yes"),
    ("does China support A/RES/ES-11/1", "neutral"),
    ("is China opposed to ES-11/1?", "neutral"),
    ("was Morocco absent on A/RES/ES-11/1?", "yes"),
    ("does Morocco support ES-11/1", "absent"),
    ("did Morocco vote for ES-11/1", "absent"),
    ("does Taiwan support A/RES/ES-11/1", "no record"),
    ("does Hungary oppose ES-11/1", "no"),
    ("does Hungary reject A/RES/ES-11/1", "no"),
    ("does Russia criticize ES-11/1", "no record"),
    ("does Wakanda support ES-11/1", "not in data"),
    ("did Belgrade vote for A/RES/ES-11/1", "clarify: Serbia; Serbia and Montenegro; Yugoslavia"),
    ("what did Belarus vote against?", "UN General Assembly resolution ES-11/1"),
    ("what has China abstained on", "UN General Assembly resolution ES-11/1"),
    ("what did Germany vote against", "none"),
    ("what did Syria say", "rejects UN General Assembly resolution ES-11/1"),
    ("position of India on A/RES/ES-11/1", "abstains"),
    ("where does Eritrea stand on ES-11/1?", "rejects"),
    ("what is Togo's position on ES-11/1?", "none | absent: absent"),
    ("stances of Iran", "abstains UN General Assembly resolution ES-11/1"),
    ("Brazil's positions", "supports UN General Assembly resolution ES-11/1"),
    ("why did Syria vote against ES-11/1?", "yes"),
    ("why is Brazil for A/RES/ES-11/1", "yes"),
    ("why doesn't Russia support ES-11/1?", "none"),
    ("why does Taiwan not support ES-11/1", "no-record"),
    ("contradictions on A/RES/ES-11/1", "none"),
    ("timeline of China on ES-11/1", "2022-03-02 abstains"),
    ("show the timeline of Ukraine on A/RES/ES-11/1", "2022-03-02 supports"),
    ("last word of Russia on ES-11/1", "rejects"),
];

const NARROWED: &[Row] = &[
    ("who voted against A/RES/ES-11/1 as of 2022-03-01", "none"),
    ("who voted against A/RES/ES-11/1 as of 2 March 2022", AGAINST),
    ("how many nations support ES-11/1 as of March 2022", "141"),
    ("how many nations support ES-11/1 as of February 2022", "0"),
    ("how many nations support ES-11/1 known at 2022-03-02", "141"),
    ("how many nations support ES-11/1 known on March 1, 2022", "0"),
    ("does Germany support ES-11/1 known as of 2022-02", "no record"),
    ("who voted no on ES-11/1 according to the United Nations", AGAINST),
    ("does Azerbaijan support ES-11/1 including inferred", "absent"),
    ("who was against A/RES/ES-11/1 by last word", AGAINST),
    ("who opposes ES-11/1 on behalf of Russia", "Russia"),
    ("members of the CSTO as of 2022-03-02", "Armenia; Belarus; Kazakhstan; Kyrgyzstan; Russia; Tajikistan"),
];

const FORMS: &[Row] = &[
    // 141 for it, 5 against, 35 abstaining, all on one day.
    (
        "how has support for A/RES/ES-11/1 changed",
        "2022-03 +136 -> 2022-03 +136 of 181 | note: all of it was said in one month: no change can be told",
    ),
    ("how many voted for ES-11/1 or voted against ES-11/1", "146"),
    ("how many nations don't support ES-11/1 and don't oppose ES-11/1", "35"),
    ("who voted against ES-11/1 and supports ES-11/1", "none"),
    ("when did Germany first vote for A/RES/ES-11/1?", "2022-03-02 supports"),
    ("when did Russia first support ES-11/1", "none"),
    ("when did China first not vote for ES-11/1", "2022-03-02 abstains"),
    ("since when does Ukraine support A/RES/ES-11/1?", "2022-03-02 supports"),
    // With no vote recorded, a member did not vote otherwise.
    ("when did Venezuela first not vote for ES-11/1", "none | absent: Venezuela"),
    ("where do Russia and Germany differ?", "UN General Assembly resolution ES-11/1: differ"),
    ("where do Germany and France agree", "UN General Assembly resolution ES-11/1: agree"),
    ("do Belarus and Russia agree on ES-11/1?", "UN General Assembly resolution ES-11/1: agree"),
    ("compare Russia and China on A/RES/ES-11/1", "UN General Assembly resolution ES-11/1: mixed"),
    ("compare Russia and Venezuela", "none"),
    ("what did Germany say about ES-11/1", "supports UN General Assembly resolution ES-11/1"),
    ("who voted against ES-11/1 in 2022", AGAINST),
    ("In March 2022, who voted against ES-11/1?", AGAINST),
    ("who voted against ES-11/1 before 2022-03-02", "none"),
    ("who voted against ES-11/1 after March 2022", "none"),
    ("who voted no on ES-11/1 between 1 March 2022 and 2022-03-31", AGAINST),
    ("how many nations supported ES-11/1 since March 2022", "141"),
    ("who, until 2022-03-01, voted against ES-11/1", "none"),
    ("which nations opposed ES-11/1 during 2022", AGAINST),
    ("According to the United Nations, who voted against ES-11/1?", AGAINST),
    ("how many countries, known at 2022-03-01, support ES-11/1", "0"),
    ("how many nations support ES-11/1 only asserted", "141"),
    ("how far do China and Russia agree?", "Russia 0.500 of 1"),
    ("how far do China and Venezuela agree", "none"),
    (
        "who agrees most with Syria?",
        "Belarus 1.000 of 1; Eritrea 1.000 of 1; North Korea 1.000 of 1; Russia 1.000 of 1",
    ),
];

#[test]
fn who_voted_how() {
    check(datasets::es_11_1().unwrap(), Detail::Brief, WHO);
}

#[test]
fn how_one_nation_voted() {
    check(datasets::es_11_1().unwrap(), Detail::Brief, OF_NATIONS);
}

#[test]
fn a_vote_has_a_day_and_a_record() {
    check(datasets::es_11_1().unwrap(), Detail::Brief, NARROWED);
}

#[test]
fn votes_joined_dated_and_compared() {
    check(datasets::es_11_1().unwrap(), Detail::Brief, FORMS);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[WHO, OF_NATIONS, NARROWED, FORMS];
