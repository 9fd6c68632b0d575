//! The fonts that come with the program.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

const FILES: [&[u8]; 5] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansSC-Regular-GB2312.ttf"),
];

/// The fonts, read once.
pub(super) fn fonts() -> &'static [Font] {
    static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
        FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect()
    });
    &FONTS
}

/// Says whether any font has a character.
pub(super) fn any_has(c: char) -> bool {
    fonts().iter().any(|font| font.info().coverage.contains(u32::from(c)))
}
