//! Declares the builders of types.

/// Declares the builder of the type with the same name in [`types`](crate::types): a field is its documentation, its kind
/// (see [`setter`](crate::setter)), its name, and the type of its value or of one element. An optional field with
/// `must_set` is required by this crate, for the reason given.
macro_rules! type_builder {
    ($name:ident {
        $($(#[$doc:meta])* $kind:ident $(($check:ident))? $field:ident: $ty:ty,)*
    } $(must_set $needed:ident: $reason:literal)*) => {
        #[doc = concat!("Builds [`types::", stringify!($name), "`](crate::types::", stringify!($name), ").")]
        #[derive(Clone, Default)]
        pub struct $name {
            $($field: $crate::setter::field!($kind $ty),)*
            first_problem: $crate::setter::FirstProblem,
        }

        impl types::$name {
            /// Returns a builder with no fields set.
            pub fn builder() -> $name {
                $name::default()
            }
        }

        impl $name {
            $($crate::setter::setter!($kind $(($check))? $(#[$doc])* $field: $ty);)*

            /// Returns the value.
            ///
            /// # Errors
            ///
            /// Returns an error if a required field is missing, or a value could not be converted.
            #[inline]
            pub fn build(self) -> ::std::result::Result<types::$name, $crate::setter::BuildError> {
                self.first_problem.check()?;
                let value = types::$name { $($field: $crate::setter::value!($kind $field, self).into(),)* };
                $(if value.$needed.is_none() {
                    return Err($crate::setter::BuildError::new(stringify!($needed), $reason));
                })*
                Ok(value)
            }
        }

        impl ::std::convert::TryFrom<$name> for types::$name {
            type Error = $crate::setter::BuildError;

            #[inline]
            fn try_from(builder: $name) -> ::std::result::Result<Self, $crate::setter::BuildError> {
                builder.build()
            }
        }

        impl ::std::convert::From<&types::$name> for types::$name {
            fn from(value: &types::$name) -> Self {
                value.clone()
            }
        }

        $crate::setter::opaque_debug!($name);
    };
}

pub(crate) use type_builder;
