//! JSON text to model or findings with places; JSON Schemas derived from questionnaires
