//! Nations and the organizations they belong to, day by day; nobody holds a stance here.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const MEMBERS: &[Row] = &[
    ("members of the G7", "Canada; France; Germany; Italy; Japan; United Kingdom; United States"),
    ("members of BRICS as of 2010-01-01", "Brazil; China; India; Russia"),
    ("who belonged to BRICS as of 2011?", "Brazil; China; India; Russia; South Africa"),
    // Uzbekistan left in 2012.
    ("who is a member of the CSTO?", "Armenia; Belarus; Kazakhstan; Kyrgyzstan; Russia; Tajikistan"),
    (
        "who is a member of the CSTO as of 2008",
        "Armenia; Belarus; Kazakhstan; Kyrgyzstan; Russia; Tajikistan; Uzbekistan",
    ),
    (
        "members of the EU as of 1996",
        "Austria; Belgium; Denmark; Finland; France; Germany; Greece; Ireland; Italy; Luxembourg; Netherlands; \
         Portugal; Spain; Sweden; United Kingdom",
    ),
    (
        "which nations are members of the Gulf Cooperation Council",
        "Bahrain; Kuwait; Oman; Qatar; Saudi Arabia; United Arab Emirates",
    ),
    ("member states of ASEAN as of 1990", "Brunei; Indonesia; Malaysia; Philippines; Singapore; Thailand"),
    // Armenia joined a day later.
    ("members of the Eurasian Economic Union as of 2015-01-01", "Belarus; Kazakhstan; Russia"),
    (
        "members of the SCO as of 2018",
        "China; India; Kazakhstan; Kyrgyzstan; Pakistan; Russia; Tajikistan; Uzbekistan",
    ),
    (
        "what does Belarus belong to?",
        "Collective Security Treaty Organization; Eurasian Economic Union; Shanghai Cooperation Organization; \
         UN General Assembly; United Nations",
    ),
    ("what is Iceland a member of as of 1950", "NATO; UN General Assembly; United Nations"),
    ("who leads France", "none"),
    ("members of Wakanda", "unknown name"),
    ("does Germany support France", "no record"),
    ("who is against Germany", "none"),
    ("what does Wakanda demand", "unknown name"),
];

const TIED: &[Row] = &[
    ("is Finland a member of NATO as of 2023-04-03?", "no | ties: Finland member-of NATO"),
    ("is Finland a member of NATO as of 2023-04-04", "yes | ties: Finland member-of NATO"),
    ("Is Finland a member of NATO?", "yes"),
    ("is the United Kingdom a member of the EU", "no"),
    ("was the United Kingdom a member of the EU as of 2019?", "yes"),
    ("Is Ukraine a member of NATO?", "no record | ties: none"),
    ("does Uzbekistan belong to the CSTO as of 2010", "yes"),
    ("does Uzbekistan belong to the CSTO", "no"),
    ("As of 2002-09-09, is Switzerland a member of the United Nations?", "no"),
    ("is Wakanda a member of the UN", "not in data"),
    ("was South Africa a member of BRICS as of November 2010", "no"),
];

#[test]
fn members_by_day() {
    check(datasets::organizations().unwrap(), Detail::Brief, MEMBERS);
}

#[test]
fn whether_a_tie_holds() {
    check(datasets::organizations().unwrap(), Detail::Brief, TIED);
}

#[test]
fn nations_alone_know_names_and_no_stance() {
    check(
        datasets::nations().unwrap(),
        Detail::Brief,
        &[
            ("stances of Burma", "none"),
            ("does Holland oppose Bonn", "no record"),
            ("what did the US say", "none"),
            ("stances of Atlantis", "unknown name"),
        ],
    );
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[MEMBERS, TIED];
