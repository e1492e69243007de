//! Facts about parties.

use super::{AllowedTime, Objections, Wrong};
use crate::journal::fact::{ContactPointRemoved, PartyCorrected, PartyMet, PartyParked};
use crate::judge::Bench;
use crate::market::party::{Affiliation, PartyKind};
use crate::market::source::Source;
use crate::value::id::PartyId;

pub(super) fn met(bench: &Bench<'_>, met: &PartyMet, objections: &mut Objections) {
    if bench.book.party(&met.party).is_some() {
        objections.add("party", Wrong::Taken { id: met.party.to_string() });
    }
    affiliation(bench, &met.party, met.affiliation.as_ref(), objections);
    source(bench, &met.party, met.source.as_ref(), objections);
    objections.member(bench, "owner", met.owner.as_ref());
    if let Some(met_at) = met.met_at {
        objections.not_later(bench, "metAt", met_at);
    }
}

pub(super) fn corrected(bench: &Bench<'_>, corrected: &PartyCorrected, objections: &mut Objections) {
    objections.party(bench, "party", &corrected.party);
    affiliation(bench, &corrected.party, corrected.affiliation.as_ref(), objections);
    source(bench, &corrected.party, corrected.source.as_ref(), objections);
    objections.member(bench, "owner", corrected.owner.as_ref());
}

fn affiliation(
    bench: &Bench<'_>,
    party: &PartyId,
    affiliation: Option<&Affiliation>,
    objections: &mut Objections,
) {
    let Some(affiliation) = affiliation else { return };
    let path = "affiliation.organisation";
    if affiliation.organisation == *party {
        objections.add(path, Wrong::Itself);
        return;
    }
    let organisation = objections.party(bench, path, &affiliation.organisation);
    if organisation.is_some_and(|organisation| organisation.kind != PartyKind::Organisation) {
        objections.add(path, Wrong::NotAnOrganisation);
    }
}

fn source(bench: &Bench<'_>, party: &PartyId, source: Option<&Source>, objections: &mut Objections) {
    let Some(referrer) = source.and_then(|source| source.referrer.as_ref()) else { return };
    if referrer == party {
        objections.add("source.referrer", Wrong::Itself);
        return;
    }
    objections.party(bench, "source.referrer", referrer);
}

pub(super) fn contact_point_removed(
    bench: &Bench<'_>,
    removed: &ContactPointRemoved,
    objections: &mut Objections,
) {
    let Some(party) = objections.party(bench, "party", &removed.party) else { return };
    let gone = &removed.contact_point;
    let known =
        party.contact_points.iter().any(|point| point.channel == gone.channel && point.value == gone.value);
    if !known {
        objections.add("contactPoint", Wrong::NoSuchContactPoint);
    }
}

pub(super) fn parked(bench: &Bench<'_>, parked: &PartyParked, objections: &mut Objections) {
    objections.party(bench, "party", &parked.party);
    if parked.until <= bench.now.today() {
        objections.add("until", Wrong::Time { allowed: AllowedTime::LaterDay });
    }
}
