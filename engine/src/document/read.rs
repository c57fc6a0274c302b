//! Reads the types of a document from a JSON tree, with a complaint that names the property where one does not fit.
//!
//! Stricter than reading the text directly: an object is never taken from a list of its values, and messages speak of JSON.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::place::{Place, PropertyError, property_path, shorten, words};
use super::tree::Tree;

/// Reads a value at a place.
pub(super) fn value<T: for<'de> Deserialize<'de>>(place: Place<'_>) -> Result<T, PropertyError> {
    let path = place.path.clone();
    T::deserialize(place).map_err(|complaint| complaint.within(&path).into())
}

/// A complaint that may not know its place yet.
#[derive(Debug)]
pub(crate) struct Complaint {
    at: At,
    problem: String,
}

#[derive(Debug)]
enum At {
    /// Somewhere in the value being read.
    Here,
    /// In this property of the value being read.
    Property(&'static str),
    /// There.
    Path(String),
}

impl Complaint {
    fn here(problem: String) -> Self {
        Self { at: At::Here, problem }
    }

    /// The complaint with its place, the innermost one that is offered.
    fn within(self, path: &str) -> Self {
        let at = match self.at {
            At::Here => At::Path(path.to_owned()),
            At::Property(name) => At::Path(property_path(path, name)),
            At::Path(path) => At::Path(path),
        };
        Self { at, problem: self.problem }
    }
}

impl From<Complaint> for PropertyError {
    fn from(complaint: Complaint) -> Self {
        let path = match complaint.at {
            At::Here => String::new(),
            At::Property(name) => name.to_owned(),
            At::Path(path) => path,
        };
        Self { path, problem: complaint.problem }
    }
}

impl From<PropertyError> for Complaint {
    fn from(error: PropertyError) -> Self {
        Self { at: At::Path(error.path), problem: error.problem }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for Complaint {}

impl Error for Complaint {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::here(problem.to_string())
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::here("the value has the wrong type".to_owned())
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::here("the value is out of range".to_owned())
    }
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::here(format!("`{}` is not known; write {}", shorten(word), words(known)))
    }
    fn unknown_field(_: &str, known: &'static [&'static str]) -> Self {
        Self::here(format!("this property is not known; known here: {}", words(known)))
    }
    fn missing_field(name: &'static str) -> Self {
        Self { at: At::Property(name), problem: "this property is missing".to_owned() }
    }
}

impl Place<'_> {
    fn whole(&self, most: u64) -> Result<u64, Complaint> {
        let wanted = format!("a whole number from 0 to {most}");
        let number = match self.tree {
            Tree::Whole(number) => number,
            Tree::Number(number) => return Err(self.error(format!("expected {wanted}, found `{number}`")).into()),
            Tree::Null | Tree::Bool(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => {
                return Err(self.expected(&wanted).into());
            }
        };
        if *number > most {
            return Err(self.error(format!("`{number}` is out of range; expected {wanted}")).into());
        }
        Ok(*number)
    }
}

impl<'de> Deserializer<'de> for Place<'_> {
    type Error = Complaint;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        match self.tree {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Whole(value) => visitor.visit_u64(*value),
            Tree::Number(value) => visitor.visit_f64(*value),
            Tree::Text(_) => self.deserialize_str(visitor),
            Tree::List(_) => self.deserialize_seq(visitor),
            Tree::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        visitor.visit_bool(self.flag()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        visitor.visit_u64(self.whole(u16::MAX.into())?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        visitor.visit_u64(self.whole(u32::MAX.into())?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        visitor.visit_u64(self.whole(u64::MAX)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        let text = self.text()?;
        visitor.visit_str(text).map_err(|complaint: Complaint| complaint.within(&self.path))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        if *self.tree == Tree::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        visitor.visit_seq(Items(self.items()?))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Complaint> {
        let properties = self.properties()?;
        visitor
            .visit_map(Properties { rest: properties, value: None })
            .map_err(|complaint: Complaint| complaint.within(&self.path))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Complaint> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Complaint> {
        let word = match self.tree {
            Tree::Text(_) => Word { word: self.text()?, payload: None },
            Tree::Object(properties) => match properties.as_slice() {
                [(word, tree)] => {
                    Word { word: word.as_str(), payload: Some(Place { tree, path: property_path(&self.path, word) }) }
                }
                _ => return Err(self.error("expected an object with exactly one property").into()),
            },
            Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::List(_) => {
                return Err(self.expected(&words(known)).into());
            }
        };
        visitor.visit_enum(word).map_err(|complaint: Complaint| complaint.within(&self.path))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier
        ignored_any
    }
}

struct Items<I>(I);

impl<'de, 't, I: ExactSizeIterator<Item = Place<'t>>> SeqAccess<'de> for Items<I> {
    type Error = Complaint;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Complaint> {
        let Some(place) = self.0.next() else { return Ok(None) };
        let path = place.path.clone();
        seed.deserialize(place).map(Some).map_err(|complaint| complaint.within(&path))
    }
}

struct Properties<'t, I> {
    rest: I,
    value: Option<Place<'t>>,
}

impl<'de, 't, I: Iterator<Item = (&'t str, Place<'t>)>> MapAccess<'de> for Properties<'t, I> {
    type Error = Complaint;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Complaint> {
        let Some((name, place)) = self.rest.next() else { return Ok(None) };
        let name: StrDeserializer<'_, Complaint> = name.into_deserializer();
        let key = seed.deserialize(name).map_err(|complaint| complaint.within(&place.path))?;
        self.value = Some(place);
        Ok(Some(key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Complaint> {
        let Some(place) = self.value.take() else { return Err(Complaint::here("a property has no value".to_owned())) };
        let path = place.path.clone();
        seed.deserialize(place).map_err(|complaint| complaint.within(&path))
    }
}

/// A word alone, or with a value as in `{"wait": 30}`.
struct Word<'t> {
    word: &'t str,
    payload: Option<Place<'t>>,
}

impl<'de, 't> EnumAccess<'de> for Word<'t> {
    type Error = Complaint;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Complaint> {
        let word: StrDeserializer<'_, Complaint> = self.word.into_deserializer();
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'_> {
    type Error = Complaint;

    fn unit_variant(self) -> Result<(), Complaint> {
        match self.payload {
            None => Ok(()),
            Some(_) => Err(Complaint::here(format!("`{}` takes no value; write it as a string", self.word))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Complaint> {
        let Some(place) = self.payload else {
            return Err(Complaint::here(format!("`{0}` needs a value, as in `{{\"{0}\": …}}`", self.word)));
        };
        let path = place.path.clone();
        seed.deserialize(place).map_err(|complaint| complaint.within(&path))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Complaint> {
        match self.payload {
            Some(place) => place.deserialize_seq(visitor),
            None => Err(Complaint::here(format!("`{}` needs a list of values", self.word))),
        }
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Complaint> {
        match self.payload {
            Some(place) => place.deserialize_map(visitor),
            None => Err(Complaint::here(format!("`{}` needs an object", self.word))),
        }
    }
}
