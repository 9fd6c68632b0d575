//! Limits, checked paths and text decoding for everything that comes from outside
