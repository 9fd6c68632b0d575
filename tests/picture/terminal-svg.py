#!/usr/bin/env python3
"""Draws the text of a terminal as an SVG picture.

A picture in the README must show what the program really prints, and it must not
change when nothing changed. So this script takes the output itself, with its ANSI
colours, and always gives the same bytes for the same text; no screenshot does that.

    untoc --color always demo | tests/picture/terminal-svg.py --title "untoc demo" > docs/demo.svg

It knows colours (16, 256 and true), bold, dim, italic, underline, strike-through and
inverse; other control sequences are left out. It wraps nothing: the picture is as wide
as the longest line. Lines that begin with "$ " are drawn as commands that were typed.
It needs Python 3.9 and nothing else.
"""

import argparse
import re
import sys
import unicodedata
from typing import NamedTuple, Optional
from xml.sax.saxutils import escape

FONT_SIZE = 14
# Monospace fonts are close to 0.6 of their size wide. Every run of text also says how
# wide it is, so that another font moves no column.
CELL_WIDTH = 8.4
LINE_HEIGHT = 20
PADDING = 16
TITLE_BAR = 36
FONTS = (
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, "
    "'DejaVu Sans Mono', 'Liberation Mono', monospace"
)

BACKGROUND = "#16191d"
FRAME = "#3a4048"
BAR = "#22272e"
FOREGROUND = "#d8dee6"
TITLE_COLOUR = "#9aa5b1"
PROMPT_COLOUR = "#7fd18b"
BUTTONS = ("#ec6a5e", "#f4bf4f", "#61c554")

# The 16 colours of a terminal, all at least 4.5 to 1 against the background (WCAG AA),
# except black, which is only sensible as a background.
PALETTE = (
    "#4a525c", "#f2777a", "#7fd18b", "#e5c07b", "#6cb2f7", "#d699e0", "#5ccfd6", "#d8dee6",
    "#8a949f", "#ff9a9d", "#a3e3ac", "#f3d79b", "#98cbff", "#e8b9ef", "#8ae4ea", "#ffffff",
)  # fmt: skip

# CSI sequences (the colours among them), OSC sequences (titles, links), other escapes.
ESCAPE = re.compile(
    r"\x1b\[(?P<args>[0-9;:?<=>]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
)


class Style(NamedTuple):
    """How a character looks; colours are "#rrggbb", or None for the usual one."""

    colour: Optional[str] = None
    background: Optional[str] = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    inverse: bool = False


class Run(NamedTuple):
    """A piece of a line in one style; column and width count cells."""

    column: int
    width: int
    text: str
    style: Style


def cells(character):
    """Returns how many cells of the terminal a character takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def colour_256(number):
    """Returns a colour of the 256-colour palette."""
    if number < 16:
        return PALETTE[number]
    if number < 232:
        levels = (0, 95, 135, 175, 215, 255)
        number -= 16
        return "#%02x%02x%02x" % (
            levels[number // 36],
            levels[number // 6 % 6],
            levels[number % 6],
        )
    grey = 8 + 10 * (number - 232)
    return "#%02x%02x%02x" % (grey, grey, grey)


def extended_colour(numbers):
    """Takes what follows 38 or 48 from the list; returns the colour, None if malformed."""
    kind = numbers.pop(0) if numbers else None
    if kind == 5 and numbers:
        return colour_256(min(numbers.pop(0), 255))
    if kind == 2 and len(numbers) >= 3:
        return "#%02x%02x%02x" % tuple(min(numbers.pop(0), 255) for _ in range(3))
    return None


def apply_sgr(style, arguments):
    """Returns the style after one `ESC [ ... m`."""
    numbers = [int(part or 0) for part in arguments.replace(":", ";").split(";")]
    while numbers:
        number = numbers.pop(0)
        if number == 0:
            style = Style()
        elif number == 1:
            style = style._replace(bold=True)
        elif number == 2:
            style = style._replace(dim=True)
        elif number == 3:
            style = style._replace(italic=True)
        elif number == 4:
            style = style._replace(underline=True)
        elif number == 7:
            style = style._replace(inverse=True)
        elif number == 9:
            style = style._replace(strike=True)
        elif number == 22:
            style = style._replace(bold=False, dim=False)
        elif number == 23:
            style = style._replace(italic=False)
        elif number == 24:
            style = style._replace(underline=False)
        elif number == 27:
            style = style._replace(inverse=False)
        elif number == 29:
            style = style._replace(strike=False)
        elif 30 <= number <= 37:
            style = style._replace(colour=PALETTE[number - 30])
        elif number == 38:
            style = style._replace(colour=extended_colour(numbers))
        elif number == 39:
            style = style._replace(colour=None)
        elif 40 <= number <= 47:
            style = style._replace(background=PALETTE[number - 40])
        elif number == 48:
            style = style._replace(background=extended_colour(numbers))
        elif number == 49:
            style = style._replace(background=None)
        elif 90 <= number <= 97:
            style = style._replace(colour=PALETTE[number - 82])
        elif 100 <= number <= 107:
            style = style._replace(background=PALETTE[number - 92])
    return style


def pieces(text, style):
    """Yields (text, style) for each piece between escapes, then ("", style) at the end."""
    position = 0
    for match in ESCAPE.finditer(text):
        yield text[position : match.start()], style
        position = match.end()
        arguments = match.group("args")
        if match.group("final") == "m" and re.fullmatch(r"[0-9;:]*", arguments):
            style = apply_sgr(style, arguments)
    yield text[position:], style


def line_to_runs(line, style):
    """Returns the runs of a line, its width, and the style that the next line begins with."""
    runs = []
    column = 0

    def add(text, style):
        nonlocal column
        start, kept = column, []
        for character in text:
            if character == "\t":
                spaces = 8 - column % 8
                kept.append(" " * spaces)
                column += spaces
            elif unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn"):
                kept.append(character)
                column += cells(character)
        joined = "".join(kept)
        if not joined:
            return
        if runs and runs[-1].style == style:
            last = runs.pop()
            runs.append(Run(last.column, column - last.column, last.text + joined, style))
        else:
            runs.append(Run(start, column - start, joined, style))

    if line.startswith("$ "):
        add("$ ", Style(colour=PROMPT_COLOUR, bold=True))
        line = line[2:]
        style = Style(bold=True)
        for text, _ in pieces(line, style):
            add(text, style)
        return runs, column, Style()

    for text, style in pieces(line, style):
        add(text, style)
    return runs, column, style


def number(value):
    """Writes a coordinate with at most one digit after the point."""
    return ("%.1f" % value).rstrip("0").rstrip(".")


def draw_run(run, baseline, out):
    """Appends the SVG elements of one run."""
    style = run.style
    colour = style.colour or FOREGROUND
    background = style.background
    if style.inverse:
        colour, background = background or BACKGROUND, colour
    if background and colour == PALETTE[0]:
        colour = BACKGROUND  # black text on a colour is meant to be black
    x = PADDING + run.column * CELL_WIDTH
    if background:
        out.append(
            '<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>'
            % (
                number(x),
                number(baseline - 15),
                number(run.width * CELL_WIDTH),
                LINE_HEIGHT,
                background,
            )
        )
    # Spaces at the ends show nothing, and some programs drop them and shift the rest.
    text = run.text
    lines_show = style.underline or style.strike
    if not lines_show:
        stripped = text.lstrip(" ")
        x += (len(text) - len(stripped)) * CELL_WIDTH
        text = stripped.rstrip(" ")
    width = sum(cells(character) for character in text)
    if width == 0:
        return
    attributes = ""
    if colour != FOREGROUND:
        attributes += ' fill="%s"' % colour
    if style.bold:
        attributes += ' font-weight="bold"'
    if style.dim:
        attributes += ' opacity="0.7"'
    if style.italic:
        attributes += ' font-style="italic"'
    decorations = [
        name
        for name, on in (("underline", style.underline), ("line-through", style.strike))
        if on
    ]
    if decorations:
        attributes += ' text-decoration="%s"' % " ".join(decorations)
    out.append(
        '<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs"%s>%s</text>'
        % (number(x), number(baseline), number(width * CELL_WIDTH), attributes, escape(text))
    )


def split_at_gaps(run):
    """Yields the parts of a run between gaps of two spaces and more.

    Each part has its own place, so that columns stand where they should even in a
    program that ignores `textLength`.
    """
    if run.style.underline or run.style.strike or run.style.inverse or run.style.background:
        yield run
        return
    column = run.column
    for part in re.split(r"( {2,})", run.text):
        width = sum(cells(character) for character in part)
        if part.strip(" "):
            yield Run(column, width, part, run.style)
        column += width


def draw(text, title, columns):
    """Returns the whole SVG document."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    style = Style()
    drawn = []
    longest = columns
    for line in lines:
        # A lone return goes back to the start: what stands last is what is seen.
        line = line.rstrip("\r").rsplit("\r", 1)[-1]
        runs, width, style = line_to_runs(line, style)
        drawn.append(runs)
        longest = max(longest, width)

    width = number(2 * PADDING + longest * CELL_WIDTH)
    height = TITLE_BAR + 2 * PADDING + len(lines) * LINE_HEIGHT
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%d" '
        'viewBox="0 0 %s %d" role="img" xml:space="preserve" font-family="%s" '
        'font-size="%d" fill="%s">'
        % (width, height, width, height, escape(FONTS, {'"': "&quot;"}), FONT_SIZE, FOREGROUND),
        "<title>%s</title>" % escape(title),
        "<style>text { white-space: pre }</style>",
        '<rect x="0.5" y="0.5" width="%s" height="%s" rx="8" fill="%s" stroke="%s"/>'
        % (number(float(width) - 1), height - 1, BACKGROUND, FRAME),
        '<path d="M1 %d V8.5 A7.5 7.5 0 0 1 8.5 1 H%s A7.5 7.5 0 0 1 %s 8.5 V%d Z" fill="%s"/>'
        % (
            TITLE_BAR,
            number(float(width) - 8.5),
            number(float(width) - 1),
            TITLE_BAR,
            BAR,
        ),
    ]
    for index, colour in enumerate(BUTTONS):
        out.append(
            '<circle cx="%d" cy="%d" r="6" fill="%s"/>'
            % (PADDING + 6 + 20 * index, TITLE_BAR // 2, colour)
        )
    out.append(
        '<text x="%s" y="%d" text-anchor="middle" fill="%s">%s</text>'
        % (number(float(width) / 2), TITLE_BAR // 2 + 5, TITLE_COLOUR, escape(title))
    )
    for row, runs in enumerate(drawn):
        baseline = TITLE_BAR + PADDING + row * LINE_HEIGHT + 15
        for run in runs:
            for part in split_at_gaps(run):
                draw_run(part, baseline, out)
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(
        description="Draws the text of a terminal (standard input) as SVG (standard output)."
    )
    parser.add_argument("--title", default="untoc", help="text of the title bar")
    parser.add_argument(
        "--columns", type=int, default=80, help="least width in characters (80)"
    )
    arguments = parser.parse_args()
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        sys.exit("terminal-svg: standard input is not UTF-8: %s" % error)
    if not text.strip():
        sys.exit("terminal-svg: standard input is empty; pipe the output of a command into it")
    svg = draw(text, arguments.title, arguments.columns)
    # Bytes, since a Windows text stream would change the line ends.
    sys.stdout.buffer.write(svg.encode("utf-8"))


if __name__ == "__main__":
    main()
