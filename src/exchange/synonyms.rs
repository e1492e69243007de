//! The words that systems and people use for a field, folded to letters and digits, between spaces. Within a field
//! the more telling word stands first: where several columns mean one field, the first that is filled in is taken.

use super::field::Field;
use super::request::TableKind;

pub(super) type Words = (Field, &'static str);

/// What is said in every table.
pub(super) const COMMON: &[Words] = &[
    (
        Field::Id,
        "id recordid donotmodifylead donotmodifycontact donotmodifyaccount donotmodifyopportunity externalid systemid pipedrivesystemid uuid guid objectid",
    ),
    (Field::Name, "fullname name displayname vollständigername nomcomplet nombrecompleto"),
    (
        Field::FirstName,
        "firstname namefirstname givenname forename first fname vorname prénom prenom nombre \
         voornaam",
    ),
    (Field::MiddleName, "middlename secondname middleinitial"),
    (
        Field::LastName,
        "lastname namelastname surname familyname last lname nachname nomdefamille apellido \
         apellidos cognome achternaam",
    ),
    (
        Field::Organisation,
        "company companyname account accountname organization organizationname organisation \
         organisationname partnername orgname org employer business businessname firm \
         associatedcompany firma firmenname unternehmen société societe entreprise empresa \
         azienda bedrijf parentcustomer",
    ),
    (
        Field::OrganisationId,
        "accountid companyid organizationid organisationid orgid associatedcompanyid partnerid \
         customerid",
    ),
    (
        Field::JobTitle,
        "jobtitle title job jobposition position function designation berufsbezeichnung \
         funktion poste cargo",
    ),
    (
        Field::Email,
        "email emailaddress primaryemail emailsprimaryemail emailfrom emailid mail mailaddress \
         emails workemail emailwork businessemail homeemail emailhome personalemail emailother \
         otheremail secondaryemail nonprimaryemails alternateemail additionalemails \
         emailsadditionalemails email1 email2 email3 emailaddress1 emailaddress2 emailaddress3 \
         emailadresse courriel adressemail correo correoelectronico correoelectrónico \
         email1address email1value email2value",
    ),
    (
        Field::Phone,
        "phone phonenumber primaryphone phonesprimaryphonenumber telephone telephonenumber tel \
         phoneno workphone phonework officephone phoneoffice businessphone directphone \
         directline mobile mobilephone phonemobile mobilenumber mobileno mobilephonenumber \
         cell cellphone cellnumber homephone phonehome otherphone phoneother phones phone1 \
         phone2 phone3 telefon telefonnummer handy mobil mobiltelefon téléphone portable \
         telefono teléfono móvil telephone1 telephone2 phone1value whatsapp whatsappnumber",
    ),
    (
        Field::Social,
        "linkedin linkedinurl linkedinprofile linkedinlink linkedinlinkprimarylinkurl xing \
         twitter twitterhandle twitterusername skype skypeid instagram facebook \
         facebookprofile telegram socialhandle social",
    ),
    (
        Field::Address,
        "address fulladdress postaladdress formattedaddress adresse anschrift dirección \
         direccion",
    ),
    (
        Field::Street,
        "street streetaddress street1 addressstreet addressline1 address1 addressstreet1 \
         streetline1 street2 addressline2 address2 addressstreet2 straße strasse rue calle",
    ),
    (Field::City, "city town addresscity addressaddresscity ort stadt ville ciudad città plaats"),
    (
        Field::State,
        "state stateprovince stateregion province addressstate stateid bundesland \
         provincia",
    ),
    (
        Field::PostalCode,
        "postalcode zip zipcode postcode zippostalcode postalcodezip addresspostalcode \
         addresspostcode addresszip plz postleitzahl codepostal códigopostal codigopostal",
    ),
    (Field::Country, "country countryregion addresscountry countryid land pays país pais countryname"),
    (
        Field::Source,
        "leadsource source originalsource originalsourcetype hsanalyticssource latestsource \
         sourcechannel leadorigin sourceid leadsourcename acquisitionchannel acquisitionsource \
         howdidyouhearaboutus quelle leadquelle herkunft origine fuente origen",
    ),
    (
        Field::SourceDetail,
        "leadsourcedescription sourcedetail sourcedetails leadsourcedetail sourcedescription \
         mediumid medium originalsourcedrilldown1 originalsourcedata1",
    ),
    (Field::Campaign, "campaign campaignname utmcampaign campaignid kampagne campagne campaña"),
    (Field::ReferredBy, "referredby referrer referrername referredbyname referred referer empfohlenvon"),
    (
        Field::Owner,
        "owner ownername recordowner ownerfullname assignedto assignedusername salesrep \
         salesrepresentative salesperson salesagent accountmanager accountexecutive accountrep \
         userid assigneduser assignee responsible owneralias seller besitzer inhaber verantwortlich \
         zuständig propriétaire propietario",
    ),
    (Field::OwnerId, "ownerid assigneduserid hubspotownerid assignedtoid salesrepid salespersonid"),
    (
        Field::Status,
        "leadstatus hsleadstatus status statusreason contactstatus leadstage stage lifecyclestage statut \
         estado stato",
    ),
    (
        Field::DoNotCall,
        "donotcall donotphone donotallowphonecalls phoneoptout optedoutofcalls nocalls donotcallflag",
    ),
    (
        Field::NoEmail,
        "hasoptedoutofemail emailoptout donotallowemails emailoptedout optedoutofemail donotemail unsubscribed \
         isunsubscribed unsubscribedfromallemail optout optedout bulkemailoptout \
         donotbulkemail noemail",
    ),
    (Field::DoNotContact, "donotcontact dnc nocontact blacklisted blocked"),
    (
        Field::EmailConsent,
        "emailconsent emailoptin optin optedin marketingconsent emailpermission \
         acceptsmarketing acceptsemailmarketing newsletter newsletteroptin subscribed consent \
         gdprconsent",
    ),
    (Field::PhoneConsent, "phoneconsent callconsent phoneoptin consenttocall phonepermission"),
    (
        Field::CreatedAt,
        "createdate createddate datecreated createdat createdtime createdon created \
         creationdate creation dateentered addtime addedon dateadded createtime timecreated \
         engagedate opendate dateopened openedat openedon angelegtam erstelltam datedecréation \
         fechadecreacion fechadecreación",
    ),
    (
        Field::Note,
        "description notes note comments comment remarks remark notecontent message \
         beschreibung bemerkung bemerkungen notiz notizen commentaires notas comentarios",
    ),
    (Field::Deleted, "isdeleted deleted"),
    (
        Field::Contact,
        "contactperson contactname contact pointofcontact primarycontact primarycontactname \
         associatedcontact personname person ansprechpartner kontakt",
    ),
    (
        Field::ContactId,
        "contactid personid primarycontactid pointofcontactid contactpersonid \
         associatedcontactid leadid",
    ),
    (
        Field::Stage,
        "stagename stage dealstage salesstage opportunitystage stageid stagepipeline \
         pipelinestage phase verkaufsphase étape etapa",
    ),
    (
        Field::Amount,
        "amount amountamount dealamount dealvalue closevalue opportunityamount value worth amountvalue \
         estimatedvalue estvalue estrevenue estimatedrevenue totalamount contractvalue \
         dealsize opportunityvalue betrag wert montant importe plannedrevenue expectedrevenue \
         expectedamount",
    ),
    (Field::AmountMicros, "amountmicros amountamountmicros"),
    (
        Field::Currency,
        "currencyisocode currency currencycode amountcurrencycode amountcurrency currencyofvalue \
         companycurrency transactioncurrency währung waehrung devise moneda",
    ),
    (
        Field::CloseDate,
        "closedate closingdate expectedclosedate expectedclosingdate expectedclose \
         estclosedate estimatedclosedate datedeadline deadline dateclosed targetclosedate \
         abschlussdatum datedeclôture fechadecierre",
    ),
    (
        Field::ClosedAt,
        "closedon closedat wontime losttime closetime actualclosedate closeddate wondate \
         lostdate dateclose",
    ),
    (
        Field::Probability,
        "probability probabilitypercent winprobability dealprobability likelihood chance \
         wahrscheinlichkeit probabilité",
    ),
    (Field::IsClosed, "isclosed closed hsisclosed"),
    (Field::IsWon, "iswon won isclosedwon hsisclosedwon"),
    (Field::Active, "active isactive"),
    (
        Field::LostReason,
        "lostreason lossreason closedlostreason lostreasonid reasonlost reasonforloss \
         reasonforlosing lostreasons winlossreason verlustgrund",
    ),
    (Field::Product, "product productname products productservice item itemname produkt produit producto"),
    (
        Field::Price,
        "unitprice listprice salesprice saleprice sellingprice standardprice price \
         standardrate retailprice preis prix precio",
    ),
];

/// What only one kind of table means by a word; these go before the common ones.
pub(super) const SPECIAL: &[(TableKind, &[Words])] = &[
    (
        TableKind::Leads,
        &[
            (
                Field::Name,
                "contactname contactperson personname leadname prospectname prospect lead person \
         contact customername clientname customer client kunde interessent ansprechpartner",
            ),
            (Field::Id, "leadid personid contactid"),
        ],
    ),
    (
        TableKind::Contacts,
        &[
            (
                Field::Name,
                "contactname contactperson personname contact person customername customer client \
         clientname kontakt ansprechpartner",
            ),
            (Field::Id, "contactid personid"),
        ],
    ),
    (
        TableKind::Accounts,
        &[
            (
                Field::Name,
                "accountname account companyname company organizationname organization \
         organisationname organisation customername customer clientname client businessname \
         firm firma firmenname unternehmen société empresa bedrijf",
            ),
            (Field::Id, "accountid companyid organizationid organisationid orgid customerid clientid"),
            (Field::CreatedAt, "accountcreateddate"),
        ],
    ),
    (
        TableKind::Opportunities,
        &[
            (
                Field::Name,
                "dealname dealtitle opportunityname potentialname opportunitytitle name title topic \
         deal opportunity oppname leadtitle verkaufschance",
            ),
            (Field::Id, "opportunityid dealid potentialid oppid"),
            (Field::Organisation, "customer customername client clientname kunde buyer"),
            (Field::Stage, "stagename stage dealstage salesstage"),
            (Field::Status, "dealstatus opportunitystatus outcome result state dealstate"),
        ],
    ),
    (
        TableKind::Products,
        &[
            (
                Field::Name,
                "productname product itemname item title articlename artikel produkt produit producto",
            ),
            (
                Field::Id,
                "productid sku productcode itemcode code itemid internalreference defaultcode \
         articlenumber",
            ),
        ],
    ),
    (
        TableKind::Members,
        &[
            (
                Field::Name,
                "salesagent salesrep salesrepresentative salesperson seller sellername agent agentname \
         rep repname user username member membername employee employeename owner ownername \
         verkäufer",
            ),
            (Field::Id, "userid memberid sellerid agentid repid employeeid ownerid"),
        ],
    ),
];
