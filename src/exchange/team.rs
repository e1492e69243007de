//! Members and products: few, without contact points, found by name or id.

use super::heading::folded;
use super::ids::{Ids, is_telling};
use super::known::Known;
use crate::value::attribute::Attribute;
use crate::value::id::{MemberId, ProductId};
use crate::value::money::Money;
use crate::value::text::Line;
use std::collections::BTreeMap;

/// A member that the book doesn't have yet.
#[derive(Debug)]
pub(super) struct NewMember {
    pub(super) id: MemberId,
    pub(super) name: Line,
    pub(super) attributes: BTreeMap<Line, Attribute>,
}

/// The members of the team.
#[derive(Default)]
pub(super) struct Members {
    pub(super) new: Vec<NewMember>,
    ids: Ids,
    by_name: BTreeMap<String, MemberId>,
    by_external: BTreeMap<String, MemberId>,
    names: BTreeMap<MemberId, String>,
}

impl Members {
    pub(super) fn new(known: &Known) -> Members {
        let mut members = Members::default();
        for each in &known.members {
            members.ids.take(each.id.as_str());
            members.by_name.entry(each.name.folded()).or_insert_with(|| each.id.clone());
            members.names.insert(each.id.clone(), each.name.folded());
            // A member's id is that of the other system wherever that can be one.
            if let Some(external) = each.id.as_str().strip_prefix("m_") {
                members.by_external.insert(external.to_owned(), each.id.clone());
            }
        }
        members
    }

    /// The member of a name or an id, made if there is none. Tells whether there was one.
    pub(super) fn enter(
        &mut self,
        name: Option<Line>,
        external: Option<&str>,
        attributes: BTreeMap<Line, Attribute>,
    ) -> Option<(MemberId, bool)> {
        // Two systems can give the same number to two people, so a number counts only without another name.
        let same = |id: &&MemberId| {
            let named = name.as_ref().is_none_or(|name| self.names.get(*id) == Some(&name.folded()));
            named || external.is_some_and(is_telling)
        };
        let by_external = external.and_then(|external| self.by_external.get(external)).filter(same).cloned();
        let by_name = name.as_ref().and_then(|name| self.by_name.get(&name.folded())).cloned();
        // A column of names can hold ids too.
        let by_id_for_name = || match (&name, external) {
            (Some(name), None) => self.by_external.get(name.as_str()).cloned(),
            _ => None,
        };
        if let Some(id) = by_external.or(by_name).or_else(by_id_for_name) {
            if let Some(external) = external {
                self.by_external.entry(external.to_owned()).or_insert_with(|| id.clone());
            }
            return Some((id, true));
        }
        let name = name.or_else(|| Line::squeezed(external?))?;
        let id = match external {
            Some(external) => self.ids.kept("m_", external),
            None => self.ids.made("m_", &name.folded()),
        };
        let id = MemberId::parse(&id)?;
        self.names.insert(id.clone(), name.folded());
        self.by_name.entry(name.folded()).or_insert_with(|| id.clone());
        if let Some(external) = external {
            self.by_external.insert(external.to_owned(), id.clone());
        }
        self.new.push(NewMember { id: id.clone(), name, attributes });
        Some((id, false))
    }
}

/// A product that the book doesn't have yet.
#[derive(Debug)]
pub(super) struct NewProduct {
    pub(super) id: ProductId,
    pub(super) name: Line,
    pub(super) price: Option<Money>,
    pub(super) attributes: BTreeMap<Line, Attribute>,
}

/// What is sold.
#[derive(Default)]
pub(super) struct Products {
    pub(super) new: Vec<NewProduct>,
    ids: Ids,
    by_name: BTreeMap<String, ProductId>,
    by_letters: BTreeMap<String, Vec<ProductId>>,
    by_external: BTreeMap<String, ProductId>,
}

/// Which product a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    One(ProductId),
    Several,
    Unknown,
}

impl Products {
    pub(super) fn new(known: &Known) -> Products {
        let mut products = Products::default();
        for each in &known.products {
            products.ids.take(each.id.as_str());
            if let Some(external) = each.id.as_str().strip_prefix("pr_") {
                products.by_external.insert(external.to_owned(), each.id.clone());
            }
            products.note(&each.name, &each.id);
        }
        products
    }

    fn note(&mut self, name: &Line, id: &ProductId) {
        self.by_name.entry(name.folded()).or_insert_with(|| id.clone());
        let same = self.by_letters.entry(folded(name.as_str())).or_default();
        if !same.contains(id) {
            same.push(id.clone());
        }
    }

    /// The product that a cell names: by its id, its name, or its letters and digits alone if that is clear.
    pub(super) fn find(&self, cell: &Line) -> Named {
        let exact = self.by_name.get(&cell.folded()).or_else(|| self.by_external.get(cell.as_str()));
        if let Some(id) = exact {
            return Named::One(id.clone());
        }
        match self.by_letters.get(&folded(cell.as_str())).map(Vec::as_slice) {
            Some([id]) => Named::One(id.clone()),
            Some([_, ..]) => Named::Several,
            _ => Named::Unknown,
        }
    }

    /// The product of a row of a catalogue, made if there is none. Tells whether there was one.
    pub(super) fn enter(
        &mut self,
        name: Line,
        external: Option<&str>,
        price: Option<Money>,
        attributes: BTreeMap<Line, Attribute>,
    ) -> Option<(ProductId, bool)> {
        let by_external = external.and_then(|external| self.by_external.get(external));
        let known = by_external.or_else(|| self.by_name.get(&name.folded())).cloned();
        if let Some(id) = known {
            if let Some(external) = external {
                self.by_external.entry(external.to_owned()).or_insert_with(|| id.clone());
            }
            return Some((id, true));
        }
        let id = match external {
            Some(external) => self.ids.kept("pr_", external),
            None => self.ids.made("pr_", &name.folded()),
        };
        let id = ProductId::parse(&id)?;
        if let Some(external) = external {
            self.by_external.insert(external.to_owned(), id.clone());
        }
        self.note(&name, &id);
        self.new.push(NewProduct { id: id.clone(), name, price, attributes });
        Some((id, false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    #[test]
    fn products_are_found_without_spaces_where_that_is_clear() {
        let mut products = Products::default();
        let (pro, _) = products.enter(line("GTX Pro"), None, None, BTreeMap::new()).unwrap();
        assert_eq!(products.find(&line("GTXPro")), Named::One(pro.clone()));
        let (other, _) = products.enter(line("G-TX Pro"), None, None, BTreeMap::new()).unwrap();
        assert_eq!(products.find(&line("gtxpro")), Named::Several);
        assert_eq!(products.find(&line("gtx  pro")), Named::One(pro));
        assert_eq!(products.find(&line("G-TX Pro")), Named::One(other));
        assert_eq!(products.find(&line("Other")), Named::Unknown);
    }

    #[test]
    fn members_are_found_by_name_or_id() {
        let mut members = Members::default();
        let (ada, known) = members.enter(Some(line("Ada")), Some("005x"), BTreeMap::new()).unwrap();
        assert_eq!((ada.as_str(), known), ("m_005x", false));
        assert_eq!(members.enter(None, Some("005x"), BTreeMap::new()), Some((ada.clone(), true)));
        assert_eq!(members.enter(Some(line("ada")), None, BTreeMap::new()), Some((ada, true)));
    }
}
