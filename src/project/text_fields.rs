//! Fields as they stand in a text: names of figures between braces.

/// The names of the fields in a text, with the places of their braces.
pub fn field_places(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let Some(close) = text[open..].find('}').map(|at| open + at) else { break };
        let name = text[open + 1..close].trim();
        // A brace within the braces: the inner one begins the field.
        match name.rfind('{') {
            Some(_) => from = open + 1,
            None => {
                places.push((open..close + 1, name));
                from = close + 1;
            }
        }
    }
    places
}

/// A text without its fields: what a person typed.
pub fn without_fields(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let mut from = 0;
    for (place, _) in field_places(text) {
        typed.push_str(&text[from..place.start]);
        from = place.end;
    }
    typed.push_str(&text[from..]);
    typed
}
