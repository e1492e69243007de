//! What a table holds, told by its headings.

use super::request::TableKind;

/// What a heading says for or against a kind of table.
struct Sign {
    points: i32,
    kind: TableKind,
    words: &'static str,
}

const fn sign(kind: TableKind, points: i32, words: &'static str) -> Sign {
    Sign { points, kind, words }
}

use TableKind::{Accounts, Contacts, Leads, Members, Opportunities, Products};

const SIGNS: &[Sign] = &[
    sign(Leads, 3, "leadstatus leadid leadowner isconverted company companyname"),
    sign(
        Leads,
        2,
        "converted leadsource leadsourcedescription referredby lastname email emailaddress emailfrom donotcall contactname leadname \
         prospect organization organisation firma",
    ),
    sign(
        Leads,
        1,
        "source rating firstname phone phonenumber mobile mobilephone jobtitle \
         title status hasoptedoutofemail salutation fullname vorname nachname \
         telefon name interest",
    ),
    sign(Contacts, 3, "contactid contactowner reportstoid reportsto personname contactlastname contactname"),
    sign(
        Contacts,
        2,
        "lifecyclestage lastname email emailaddress mailingstreet mailingcity mailingcountry \
         accountid",
    ),
    sign(
        Contacts,
        1,
        "accountname firstname phone phonenumber mobile mobilephone jobtitle title salutation \
         birthdate department associatedcompany account name",
    ),
    sign(
        Accounts,
        3,
        "accountnumber accountowner companydomainname companyowner numberofemployees \
         annualrevenue",
    ),
    sign(
        Accounts,
        2,
        "accountname account accounttype companyname organizationname employees parentid \
         parentaccount sector subsidiaryof tickersymbol billingstreet billingcity \
         billingcountry company",
    ),
    sign(Accounts, 1, "industry website revenue sic ownership phone name shippingcity accountid domain"),
    sign(Accounts, -4, "lastname nachname leadstatus contactname jobtitle personname email"),
    sign(
        Opportunities,
        5,
        "stagename dealstage dealname dealtitle dealvalue dealid potentialname salesstage \
         opportunitystage dealstatus",
    ),
    sign(
        Opportunities,
        3,
        "closedate closingdate expectedclosedate closevalue opportunityid iswon datedeadline \
         dateclosed",
    ),
    sign(
        Opportunities,
        2,
        "opportunityname opportunityamount amount probability isclosed forecastcategory \
         expectedrevenue stageid stage pipeline pipelineid lostreason lostreasonid \
         amountamountmicros wontime",
    ),
    sign(Opportunities, 1, "currency value product pointofcontact nextstep worth"),
    sign(Products, 4, "sku productcode"),
    sign(Products, 3, "productname unitprice salesprice listprice productid productcategory"),
    sign(Products, 2, "product price standardrate itemname itemcode"),
    sign(Products, 1, "series cost category productactive productowner"),
    sign(Products, -3, "quantity total nettotal lastname email account customer closedate"),
    sign(Members, 3, "userid salesagent salesrep seller salesperson username memberid agent"),
    sign(Members, 1, "manager regionaloffice team role territory firstname lastname email quota isactive"),
    sign(Members, -3, "company account leadsource stage amount dealstage closedate"),
];

/// Beginnings of headings that name what the table is about. They count as long as there are few.
const BEGINNINGS: &[(&str, TableKind)] = &[
    ("lead", Leads),
    ("person", Contacts),
    ("contact", Contacts),
    ("deal", Opportunities),
    ("opportunity", Opportunities),
    ("potential", Opportunities),
    ("account", Accounts),
    ("company", Accounts),
    ("product", Products),
];

/// Parts of file names.
const FILE_NAMES: &[(&str, TableKind)] = &[
    ("lead", Leads),
    ("prospect", Leads),
    ("contact", Contacts),
    ("people", Contacts),
    ("person", Contacts),
    ("account", Accounts),
    ("compan", Accounts),
    ("organi", Accounts),
    ("opportunit", Opportunities),
    ("deal", Opportunities),
    ("pipeline", Opportunities),
    ("potential", Opportunities),
    ("product", Products),
    ("user", Members),
    ("team", Members),
    ("member", Members),
    ("seller", Members),
];

/// The kind of a table with these folded headings; leads where nothing tells.
pub(super) fn kind_of(file_name: &str, headings: &[String]) -> TableKind {
    let mut best = (0, Leads);
    for kind in TableKind::ALL {
        let points = points_for(*kind, file_name, headings);
        if points > best.0 {
            best = (points, *kind);
        }
    }
    best.1
}

fn points_for(kind: TableKind, file_name: &str, headings: &[String]) -> i32 {
    let has = |word: &str| headings.iter().any(|heading| heading == word);
    let mut points = 0_i32;
    for sign in SIGNS.iter().filter(|sign| sign.kind == kind) {
        let found = sign.words.split(' ').filter(|word| has(word)).count();
        points = points.saturating_add(sign.points.saturating_mul(i32::try_from(found).unwrap_or(0)));
    }
    let begins = |heading: &String| {
        BEGINNINGS.iter().any(|(beginning, of)| *of == kind && heading.starts_with(beginning))
    };
    let beginnings = headings.iter().filter(|heading| begins(heading)).count().min(4);
    points = points.saturating_add(i32::try_from(beginnings).unwrap_or(0));
    let name = file_name.to_lowercase();
    let named = FILE_NAMES.iter().any(|(part, of)| *of == kind && name.contains(part));
    // A name alone decides nothing: files are called anything.
    points.saturating_add(if named && points > 0 { 3 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::super::heading::folded;
    use super::*;

    fn kind(headings: &str) -> TableKind {
        kind_of("export.csv", &headings.split(',').map(folded).collect::<Vec<_>>())
    }

    #[test]
    fn tells_tables_apart_by_their_headings() {
        let tables = [
            ("First Name,Last Name,Company,Email,Lead Source", Leads),
            ("Name,Email,Phone", Leads),
            ("CONTACTID,Last Name,Account Id,Email", Contacts),
            ("Person - Name,Person - Email (Work),Organization - Name", Contacts),
            ("account,sector,employees,revenue", Accounts),
            ("ID,NAME,BILLINGCITY,PHONE,WEBSITE,NUMBEROFEMPLOYEES", Accounts),
            ("opportunity_id,sales_agent,product,account,deal_stage,close_value", Opportunities),
            (
                "name,type,stage_id,partner_name,contact_name,email_from,expected_revenue,probability",
                Opportunities,
            ),
            ("Person - Name,Organization - Name,Deal - Title,Deal - Value", Opportunities),
            ("product,series,sales_price", Products),
            ("sales_agent,manager,regional_office", Members),
            ("USER_ID,First Name,Last Name,Email", Members),
        ];
        for (headings, expected) in tables {
            assert_eq!(kind(headings), expected, "{headings}");
        }
    }
}
