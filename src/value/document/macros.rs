//! Declarations of types that are read from documents.

/// Declares a struct that is read from the fields of a JSON object under their camelCase names. A check of its own
/// reports what its fields alone can't see, while whatever stands around it is still read.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $( $(#[$field_meta:meta])* pub $field:ident : $type:ty ),* $(,)?
    } $(checked by $check:path)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::value::document::is_absent")]
                pub $field: $type,
            )*
        }

        impl $crate::value::document::FromFields for $name {
            #[allow(unused_variables)]
            fn from_fields(
                fields: &serde_json::Map<String, serde_json::Value>,
                tag: Option<&str>,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                $( let $field = $crate::value::document::field(fields, stringify!($field), place, reading); )*
                $crate::value::document::unknown_fields(fields, tag, &[$(stringify!($field)),*], place, reading);
                let record = $name { $( $field: $field? ),* };
                $( $check(&record, place, reading); )?
                Some(record)
            }
        }

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                let fields = $crate::value::document::object(value, place, reading)?;
                $crate::value::document::FromFields::from_fields(fields, None, place, reading)
            }
        }
    };
}

/// Declares an enum of records that tell themselves apart by a `type` field.
macro_rules! tagged {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$variant_meta:meta])* $variant:ident($payload:ty) ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(tag = "type", rename_all = "camelCase")]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($payload), )*
        }

        impl $name {
            /// The value of the `type` field.
            pub fn type_name(&self) -> String {
                $crate::value::document::camel_case(match self { $( $name::$variant(_) => stringify!($variant), )* })
            }

            /// Is this a `type` that is known here?
            #[allow(dead_code)]
            pub(crate) fn knows(type_name: &str) -> bool {
                [$( stringify!($variant) ),*]
                    .iter()
                    .any(|name| $crate::value::document::is_camel_case_of(type_name, name))
            }
        }

        $( impl From<$payload> for $name {
            fn from(payload: $payload) -> $name {
                $name::$variant(payload)
            }
        } )*

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::{camel_case, is_camel_case_of, Fault, FromFields};
                let fields = $crate::value::document::object(value, place, reading)?;
                let tag: String = $crate::value::document::field(fields, "type", place, reading)?;
                $(
                    if is_camel_case_of(&tag, stringify!($variant)) {
                        return <$payload as FromFields>::from_fields(fields, Some("type"), place, reading)
                            .map($name::$variant);
                    }
                )*
                let known = [$( camel_case(stringify!($variant)) ),*];
                let fault = Fault::UnknownName { found: tag.clone() };
                reading.report_name(&place.field("type"), fault, &tag, known.iter().map(String::as_str));
                None
            }
        }
    };
}

/// Declares an enum of plain names.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $text)] $variant, )*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),*];

            /// The name as it stands in documents.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::Fault;
                let known = $name::ALL.iter().map(|each| each.as_str());
                let allowed = || format!("one of: {}", $name::ALL.iter().map(|each| each.as_str()).collect::<Vec<_>>().join(", "));
                let text = $crate::value::document::text(value, &allowed(), place, reading)?;
                let found = $name::ALL.iter().copied().find(|each| each.as_str() == text);
                if found.is_none() {
                    reading.report_name(place, Fault::UnknownName { found: text.to_owned() }, text, known);
                }
                found
            }
        }
    };
}

/// A document that is checked as a whole once its parts are read: what it derefs to can't be at odds with itself.
macro_rules! checked_as_a_whole {
    ($name:ident of $document:ident by $check:path) => {
        impl std::ops::Deref for $name {
            type Target = $document;
            fn deref(&self) -> &$document {
                &self.0
            }
        }

        impl $crate::value::document::FromFields for $name {
            fn from_fields(
                fields: &serde_json::Map<String, serde_json::Value>,
                tag: Option<&str>,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                let before = reading.problem_count();
                let document = $document::from_fields(fields, tag, place, reading)?;
                $check(&document, place, reading);
                (reading.problem_count() == before).then_some($name(document))
            }
        }

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::FromFields;
                $name::from_fields(
                    $crate::value::document::object(value, place, reading)?,
                    None,
                    place,
                    reading,
                )
            }
        }
    };
}

/// Reads a type from JSON text through its `parse` function, `Result<Self, Cow<'static, str>>` with what is allowed.
macro_rules! read_from_text {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::{shortened, Fault};
                let text = $crate::value::document::text(value, <$name>::ALLOWED, place, reading)?;
                let parsed = <$name>::parse(text);
                if parsed.is_none() {
                    reading.report(place, Fault::NotAllowed { found: shortened(value) }, <$name>::ALLOWED);
                }
                parsed
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}
