//! The company's own mapping, for what no *art* decides. The lines are the report's, the reasons
//! and the *ansvar* made up.

/// Which accounts belong to which line. An empty code means all.
pub struct Rule {
    /// The *kontoklasse*.
    pub class: &'static str,
    /// The *art*.
    pub art: &'static str,
    /// The *ansvar*.
    pub unit: &'static str,
    /// The statement.
    pub statement: &'static str,
    /// The line, as the statement names it.
    pub line: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// The rules. One without any code is for everything of its statement.
pub const RULES: [Rule; 5] = [
    Rule {
        class: "1",
        art: "",
        unit: "190",
        statement: "par5-4",
        line: "Andre generelle driftsinntekter",
        reason: "Ansvar 190 samler inntekter som ikke hører til én tjeneste, og oppgjør med eierne.",
    },
    Rule {
        class: "1",
        art: "810",
        unit: "",
        statement: "par5-4",
        line: "Sum bevilgninger drift, netto",
        reason: "Tilskuddet til lærlinger dekker lønn, og inngår i bevilgningen til driften.",
    },
    Rule {
        class: "",
        art: "",
        unit: "",
        statement: "par5-4-2",
        line: "Driftsbudsjett Hedmark IKT",
        reason: "Representantskapet gir én bevilgning til hele driften.",
    },
    Rule {
        class: "0",
        art: "529",
        unit: "",
        statement: "par5-5-2",
        line: "Egenkapitalinnskudd KLP",
        reason: "Innskuddet er vedtatt for seg og kan ikke lånefinansieres.",
    },
    Rule {
        class: "",
        art: "",
        unit: "",
        statement: "par5-5-2",
        line: "IKT utstyr, m.m.",
        reason: "Representantskapet gir én ramme til alt utstyr.",
    },
];
