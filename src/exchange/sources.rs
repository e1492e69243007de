//! Other systems' words for how a lead was found, and for why a deal was lost.

use super::heading::folded;
use crate::deal::outcome::LossReason;
use crate::market::source::SourceMethod;

/// Parts of folded words, the more telling first: a paid search is advertising before it is a website.
const METHODS: &[(SourceMethod, &str)] = &[
    (SourceMethod::ColdCall, "coldcall kaltakquise telemarketing telesales outboundcall"),
    (SourceMethod::ExistingCustomer, "existing upsell crosssell repeat renewal bestandskunde"),
    (SourceMethod::WalkIn, "walkin phoneinquiry inboundcall callin showroom store laufkundschaft"),
    (SourceMethod::LocalNetworking, "network meetup chamber association"),
    (SourceMethod::Influencer, "influencer blogger podcast analyst"),
    (
        SourceMethod::Referral,
        "referral referred refer wordofmouth recommend empfehl employee friend recommandation \
         recomend",
    ),
    (SourceMethod::AffiliatePartner, "partner affiliate reseller distributor agency"),
    (
        SourceMethod::Event,
        "tradeshow show conference event seminar webinar exhibition expo fair messe \
         publicrelation talk summit",
    ),
    (
        SourceMethod::DirectSolicitation,
        "directmail email mailing newsletter outbound purchasedlist boughtlist prospecting \
         selfgenerated salesgenerated coldemail outreach",
    ),
    (
        SourceMethod::Advertising,
        "advert paid ppc adword googlead facebookad banner radio television print campaign \
         anzeige werbung sponsor billboard",
    ),
    (
        SourceMethod::Website,
        "web site organic seo search online directtraffic inbound chat download form internet \
         blog google contactus",
    ),
];

/// The method that a word stands for.
pub(super) fn method(word: &str) -> SourceMethod {
    let word = folded(word);
    // Short words would be found inside of others.
    match word.as_str() {
        "ad" | "ads" | "tv" | "cpc" => return SourceMethod::Advertising,
        "pr" => return SourceMethod::Event,
        "customer" => return SourceMethod::ExistingCustomer,
        _ => {}
    }
    let has = |parts: &str| parts.split(' ').any(|part| word.contains(part));
    METHODS.iter().find(|(_, parts)| has(parts)).map_or(SourceMethod::Other, |(method, _)| *method)
}

const REASONS: &[(LossReason, &str)] = &[
    (LossReason::NoBudget, "budget funding nomoney cantafford"),
    (LossReason::Competitor, "competit konkurr wettbewerb otherprovider othervendor"),
    (LossReason::Price, "price expensive cost preis teuer prix precio"),
    (
        LossReason::NoDecision,
        "nodecision statusquo unresponsive noresponse noanswer silent ghost lostcontact \
         stalled nondecision",
    ),
    (LossReason::Timing, "timing notnow postpone later delay notready toolong zeitpunkt"),
    (LossReason::NoNeed, "noneed notneeded nointerest notinterested requirement keinbedarf keininteresse"),
    (LossReason::Trust, "trust reputation relationship vertrauen"),
    (LossReason::Fit, "fit feature function missing product technical quality passt"),
];

/// The reason that a word stands for.
pub(super) fn loss_reason(word: &str) -> LossReason {
    let word = folded(word);
    let has = |parts: &str| parts.split(' ').any(|part| word.contains(part));
    match REASONS.iter().find(|(_, parts)| has(parts)) {
        Some((reason, _)) => *reason,
        None if word.is_empty() || word == "unknown" => LossReason::NotRecorded,
        None => LossReason::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_systems_become_methods() {
        let expected = [
            ("Web", SourceMethod::Website),
            ("Phone Inquiry", SourceMethod::WalkIn),
            ("Partner Referral", SourceMethod::Referral),
            ("Purchased List", SourceMethod::DirectSolicitation),
            ("Trade Show", SourceMethod::Event),
            ("Word of mouth", SourceMethod::Referral),
            ("Advertisement", SourceMethod::Advertising),
            ("Paid Search", SourceMethod::Advertising),
            ("Organic Search", SourceMethod::Website),
            ("Cold Call", SourceMethod::ColdCall),
            ("Partner", SourceMethod::AffiliatePartner),
            ("Other", SourceMethod::Other),
        ];
        for (word, method_of_it) in expected {
            assert_eq!(method(word), method_of_it, "{word}");
        }
    }

    #[test]
    fn reasons_keep_no_decision_apart_from_a_competitor() {
        assert_eq!(loss_reason("Lost to Competitor"), LossReason::Competitor);
        assert_eq!(loss_reason("No Decision / Non-Responsive"), LossReason::NoDecision);
        assert_eq!(loss_reason("No Budget / Lost Funding"), LossReason::NoBudget);
        assert_eq!(loss_reason("Price"), LossReason::Price);
        assert_eq!(loss_reason("moved to Mars"), LossReason::Other);
    }
}
