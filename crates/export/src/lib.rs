//! One outline and one plan of fields: JSON, CSV and Markdown out, JSON and CSV back
