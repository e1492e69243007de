//! What a column can mean.

use super::request::TableKind;

choice! {
    /// A field that a column can mean; [`Field::of`] tells which tables have it.
    pub enum Field {
        /// The id of the row in the other system.
        Id = "id",
        /// The whole name: of a person, an organisation, a deal, a product, a member.
        Name = "name",
        /// The first name.
        FirstName = "firstName",
        /// The middle name.
        MiddleName = "middleName",
        /// The last name.
        LastName = "lastName",
        /// The name of the organisation.
        Organisation = "organisation",
        /// The id of the organisation.
        OrganisationId = "organisationId",
        /// The job title.
        JobTitle = "jobTitle",
        /// An e-mail address.
        Email = "email",
        /// A phone number.
        Phone = "phone",
        /// A handle on a social network.
        Social = "social",
        /// A whole postal address.
        Address = "address",
        /// A street.
        Street = "street",
        /// A city.
        City = "city",
        /// A state or region.
        State = "state",
        /// A postal code.
        PostalCode = "postalCode",
        /// A country.
        Country = "country",
        /// How the lead was found.
        Source = "source",
        /// More about how it was found.
        SourceDetail = "sourceDetail",
        /// The campaign.
        Campaign = "campaign",
        /// Who referred the lead.
        ReferredBy = "referredBy",
        /// The name of the owner.
        Owner = "owner",
        /// The id of the owner.
        OwnerId = "ownerId",
        /// How far a lead is, or whether a deal is open, won or lost.
        Status = "status",
        /// Whether calls are unwelcome.
        DoNotCall = "doNotCall",
        /// Whether e-mail is unwelcome.
        NoEmail = "noEmail",
        /// Whether any contact is unwelcome.
        DoNotContact = "doNotContact",
        /// Whether e-mail was allowed.
        EmailConsent = "emailConsent",
        /// Whether calls were allowed.
        PhoneConsent = "phoneConsent",
        /// When the row was created.
        CreatedAt = "createdAt",
        /// Notes.
        Note = "note",
        /// Whether the row was deleted.
        Deleted = "deleted",
        /// The name of the contact person of a deal.
        Contact = "contact",
        /// The id of the contact person of a deal.
        ContactId = "contactId",
        /// The stage of a deal.
        Stage = "stage",
        /// What a deal is worth.
        Amount = "amount",
        /// What a deal is worth, in millionths of the currency.
        AmountMicros = "amountMicros",
        /// The currency of the amount.
        Currency = "currency",
        /// When a deal is expected to close, or did.
        CloseDate = "closeDate",
        /// When a deal did close.
        ClosedAt = "closedAt",
        /// How likely a deal is.
        Probability = "probability",
        /// Whether a deal is closed.
        IsClosed = "isClosed",
        /// Whether a deal is won.
        IsWon = "isWon",
        /// Whether a deal is not archived.
        Active = "active",
        /// Why a deal was lost.
        LostReason = "lostReason",
        /// The product of a deal.
        Product = "product",
        /// The price of a product.
        Price = "price",
        /// What a customer of an experiment got.
        Arm = "arm",
        /// Whether they came to look.
        Visited = "visited",
        /// Whether they bought.
        Converted = "converted",
        /// Whether they came back.
        CameBack = "cameBack",
        /// Something else that is so or not; the more, the better.
        OtherRate = "otherRate",
        /// Something else that is so or not; the less, the better.
        Lost = "lost",
        /// What they spent.
        Worth = "worth",
        /// How often they came.
        Visits = "visits",
        /// Another number.
        OtherAmount = "otherAmount",
        /// Something that they had before, by which they are parted into groups.
        Group = "group",
    }
}

const PERSON: &[Field] = &[
    Field::Name,
    Field::FirstName,
    Field::MiddleName,
    Field::LastName,
    Field::Organisation,
    Field::OrganisationId,
    Field::JobTitle,
    Field::Email,
    Field::Phone,
    Field::Social,
    Field::Address,
    Field::Street,
    Field::City,
    Field::State,
    Field::PostalCode,
    Field::Country,
    Field::Source,
    Field::SourceDetail,
    Field::Campaign,
    Field::ReferredBy,
    Field::Owner,
    Field::OwnerId,
    Field::Status,
    Field::DoNotCall,
    Field::NoEmail,
    Field::DoNotContact,
    Field::EmailConsent,
    Field::PhoneConsent,
    Field::CreatedAt,
    Field::Note,
    Field::Id,
    Field::Deleted,
];

const DEAL: &[Field] = &[
    Field::Name,
    Field::Id,
    Field::Organisation,
    Field::OrganisationId,
    Field::Contact,
    Field::ContactId,
    Field::FirstName,
    Field::LastName,
    Field::JobTitle,
    Field::Email,
    Field::Phone,
    Field::Stage,
    Field::Status,
    Field::Amount,
    Field::AmountMicros,
    Field::Currency,
    Field::CloseDate,
    Field::ClosedAt,
    Field::Probability,
    Field::IsClosed,
    Field::IsWon,
    Field::Active,
    Field::LostReason,
    Field::Product,
    Field::Owner,
    Field::OwnerId,
    Field::CreatedAt,
    Field::Deleted,
];

const PRODUCT: &[Field] = &[Field::Name, Field::Id, Field::Price, Field::Currency, Field::Deleted];

const MEMBER: &[Field] = &[
    Field::Name,
    Field::Id,
    Field::FirstName,
    Field::MiddleName,
    Field::LastName,
    Field::Email,
    Field::Deleted,
];

const EXPERIMENT: &[Field] = &[
    Field::Arm,
    Field::Converted,
    Field::Worth,
    Field::Visited,
    Field::Visits,
    Field::CameBack,
    Field::OtherRate,
    Field::Lost,
    Field::OtherAmount,
    Field::Group,
    Field::Id,
];

impl Field {
    /// The fields that a kind of table has.
    ///
    /// ```
    /// use nextsale::exchange::{field::Field, request::TableKind};
    /// assert!(Field::of(TableKind::Products).contains(&Field::Price));
    /// assert!(!Field::of(TableKind::Leads).contains(&Field::Price));
    /// ```
    pub fn of(kind: TableKind) -> &'static [Field] {
        match kind {
            TableKind::Leads | TableKind::Contacts | TableKind::Accounts => PERSON,
            TableKind::Opportunities => DEAL,
            TableKind::Products => PRODUCT,
            TableKind::Members => MEMBER,
            TableKind::Experiment => EXPERIMENT,
            TableKind::Cards | TableKind::Calendar => &[],
        }
    }

    /// Can one column of these be enough to know what a row is about?
    pub(super) fn identifies(self, kind: TableKind) -> bool {
        use Field::*;
        match kind {
            TableKind::Leads | TableKind::Contacts => matches!(
                self,
                Name | FirstName | LastName | Organisation | Email | Phone | Social | Address | Street | Id
            ),
            TableKind::Accounts => matches!(self, Name | Id),
            TableKind::Opportunities => {
                matches!(self, Name | Id | Organisation | OrganisationId | Contact | ContactId | Product)
            }
            TableKind::Products => matches!(self, Name | Id),
            TableKind::Members => matches!(self, Name | Id | FirstName | LastName | Email),
            TableKind::Experiment => matches!(self, Arm),
            TableKind::Cards | TableKind::Calendar => false,
        }
    }
}
