//! Findings and progress as text and JSON; explanations; the words in the reader's language
