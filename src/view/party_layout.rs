//! How one party is laid out.

use super::offered::OfferedView;
use super::party::{
    ContactView, DealView, ListeningView, NoteView, ParkedView, PartyView, RelatedParty, SignalView,
};
use super::rapport::{OpeningTopic, RapportView};
use super::relationship::{ComplaintView, HesitationView, NeedView, PromiseView};
use super::score::{QuestionView, ScoreView, TopicView};
use super::stage::StageView;
use super::step::StepView;
use crate::book::deal::Deal;
use crate::book::party::{Party, Signal};
use crate::deal::qualification::Topic;
use crate::journal::fact::{ContactLogged, ContactPlanned};
use crate::judge::Bench;
use crate::judge::interest::{buying_point, points};
use crate::judge::listening::{Listening, listening};
use crate::judge::next_step::steps_of_party;
use crate::judge::question::question;
use crate::judge::rapport::topics;
use crate::judge::score::score;
use crate::judge::situation::Situation;
use crate::judge::standing::standing;
use crate::say::en::{duplicates, history, score as say};
use crate::value::order::{descending, ranked};
use crate::value::text::{Line, Text};

const LISTED: usize = 50;

impl PartyView {
    /// Lays a party out.
    pub fn of(bench: &Bench<'_>, party: &Party) -> Option<PartyView> {
        let book = bench.book;
        let situation = Situation::of_party(bench, party);
        let affiliation = party.affiliation.as_ref();
        let organisation = affiliation.and_then(|affiliation| book.party(&affiliation.organisation));
        let referrer = party.source.as_ref().and_then(|source| book.party(source.referrer.as_ref()?));
        let owner = party.owner.as_ref().and_then(|owner| book.member(owner));
        Some(PartyView {
            party: party.id.clone(),
            kind: party.kind,
            name: party.name.to_string(),
            standing: standing(bench, party),
            organisation: organisation.map(RelatedParty::of),
            people: book.people_of(party).map(RelatedParty::of).collect(),
            role: affiliation.and_then(|affiliation| affiliation.role),
            title: affiliation.and_then(|affiliation| affiliation.title.as_ref()).map(Line::to_string),
            contact_points: party.contact_points.clone(),
            consent: party.consent.clone(),
            do_not_contact: party.do_not_contact.clone(),
            preferences: party.preferences.clone(),
            source: party.source.clone(),
            referrer_name: referrer.map(|referrer| referrer.name.to_string()),
            owner: party.owner.clone(),
            owner_name: owner.map(|owner| owner.name.to_string()),
            attributes: party.attributes.clone(),
            external_ids: party.external_ids.iter().cloned().collect(),
            met_at: party.met_at,
            parked: party
                .parked
                .as_ref()
                .map(|parked| ParkedView { reason: parked.reason.to_string(), until: parked.until }),
            stage: StageView::of(bench, &situation, situation.position()?),
            score: ScoreView::of(bench, &score(bench, party)),
            buying_point: buying_point(bench, party),
            signals: party
                .signals
                .iter()
                .rev()
                .take(LISTED)
                .map(|signal| SignalView::of(bench, signal))
                .collect(),
            qualification: Topic::ALL.iter().map(|topic| TopicView::of(bench, party, *topic)).collect(),
            ask_next: question(bench, party).map(QuestionView::of),
            listening: listening(party.contacts.iter().map(|contact| &contact.logged)).map(ListeningView::of),
            contacts: contacts(party),
            needs: party.needs.iter().rev().map(NeedView::of).collect(),
            hesitations: party
                .hesitations
                .iter()
                .rev()
                .map(|known| HesitationView::of(bench, known))
                .collect(),
            promises: party
                .promises
                .iter()
                .rev()
                .map(|promise| PromiseView::of(bench, party, promise))
                .collect(),
            complaints: party.complaints.iter().rev().map(ComplaintView::of).collect(),
            offered: OfferedView::all(book, party),
            deals: deals(bench, party),
            steps: steps_of_party(bench, party).iter().map(|step| StepView::of(bench, step)).collect(),
            also_known_as: party.other_names().map(Line::to_string).collect(),
            set_aside: party.had_differently().map(|aside| duplicates::set_aside(book, aside)).collect(),
            open_with: topics(bench, party).iter().map(|topic| OpeningTopic::of(bench, topic)).collect(),
            rapport: party.rapport.iter().rev().map(|noted| RapportView::of(bench, noted)).collect(),
            notes: party
                .notes
                .iter()
                .rev()
                .map(|note| NoteView { entry: note.entry.clone(), at: note.at, text: note.text.to_string() })
                .collect(),
        })
    }
}

fn contacts(party: &Party) -> Vec<ContactView> {
    let planned = party.planned.values().map(ContactView::planned);
    let logged = party.contacts.iter().map(|contact| ContactView::logged(&contact.logged));
    let contacts: Vec<ContactView> = planned.chain(logged).collect();
    let mut contacts = ranked(contacts, |contact| (descending(contact.at.millis()), 0, 0));
    contacts.truncate(LISTED);
    contacts
}

fn deals(bench: &Bench<'_>, party: &Party) -> Vec<DealView> {
    let deals: Vec<&Deal> = bench.book.deals_of(party).collect();
    let deals = ranked(deals, |deal| ((!deal.is_open()).into(), descending(deal.opened_at.millis()), 0));
    deals.into_iter().filter_map(|deal| DealView::of(bench, deal)).collect()
}

impl RelatedParty {
    pub(super) fn of(party: &Party) -> RelatedParty {
        RelatedParty {
            party: party.id.clone(),
            name: party.name.to_string(),
            role: party.affiliation.as_ref().and_then(|affiliation| affiliation.role),
        }
    }
}

impl SignalView {
    pub(super) fn of(bench: &Bench<'_>, signal: &Signal) -> SignalView {
        let weight = bench.plan.signals.kinds.get(&signal.kind);
        SignalView {
            signal: signal.kind,
            at: signal.at,
            detail: signal.detail.as_ref().map(Line::to_string),
            points: weight.map_or(0, |weight| points(weight, signal.at, bench.now.at)),
        }
    }
}

impl ListeningView {
    pub(super) fn of(listening: Listening) -> ListeningView {
        ListeningView {
            listening_seconds: listening.listening_seconds,
            talking_seconds: listening.talking_seconds,
            listening_percent: listening.percent(),
            text: say::listening(listening),
        }
    }
}

impl ContactView {
    fn planned(planned: &ContactPlanned) -> ContactView {
        ContactView {
            interaction: planned.interaction.clone(),
            at: planned.at,
            channel: planned.channel,
            objective: planned.objective,
            outcome: None,
            benefit: Some(planned.benefit.to_string()),
            notes: None,
            listening: None,
            needs: Vec::new(),
            hesitations: Vec::new(),
            agreements: Vec::new(),
            text: history::planned_contact(planned),
        }
    }

    /// Lays out a contact that took place.
    pub fn logged(logged: &ContactLogged) -> ContactView {
        let texts = |texts: &[Text]| texts.iter().map(Text::to_string).collect();
        ContactView {
            interaction: logged.interaction.clone(),
            at: logged.at,
            channel: logged.channel,
            objective: logged.objective,
            outcome: Some(logged.outcome),
            benefit: logged.benefit.as_ref().map(|benefit| benefit.to_string()),
            notes: logged.notes.as_ref().map(Text::to_string),
            listening: listening([logged].into_iter()).map(ListeningView::of),
            needs: logged.needs.iter().map(|need| need.words.to_string()).collect(),
            hesitations: logged.hesitations.iter().map(|raised| history::hesitation(raised)).collect(),
            agreements: texts(&logged.agreements),
            text: history::logged_contact(logged),
        }
    }
}

impl DealView {
    /// Lays a deal out.
    pub fn of(bench: &Bench<'_>, deal: &Deal) -> Option<DealView> {
        let situation = Situation::of_deal(bench, deal);
        let product = |id| bench.book.product(id).map(|product| product.name.to_string());
        Some(DealView {
            deal: deal.id.clone(),
            name: deal.name.to_string(),
            desired_outcome: deal.desired_outcome.as_ref().map(Text::to_string),
            worth: deal.worth,
            products: deal.products.iter().filter_map(product).collect(),
            owner_name: deal
                .owner
                .as_ref()
                .and_then(|owner| bench.book.member(owner))
                .map(|owner| owner.name.to_string()),
            stage: StageView::of(bench, &situation, situation.position()?),
            outcome: deal.closed.as_ref().map(|closed| closed.outcome.clone()),
            opened_at: deal.opened_at,
            closed_at: deal.closed.as_ref().map(|closed| closed.at),
            expected_close: deal.expected_close,
            attributes: deal.attributes.clone(),
        })
    }
}
