#pragma once

#include <QColor>
#include <QPalette>

namespace groundswell {

/// What a colour means. Widgets ask for a meaning and never name a colour.
enum class Token {
    Canvas, ///< the window
    Surface, ///< cards, fields, lists
    Raised, ///< menus, pop-ups, tool tips
    Line, ///< separators and the outline of cards: decoration, no information
    FieldLine, ///< the outline of what can be operated, 3:1 against its background (WCAG 1.4.11)
    Hover, ///< background under the pointer
    Text,
    Muted, ///< second rank text, placeholders
    Accent, ///< the next step and what is selected, nothing else
    AccentSoft, ///< background of what is selected
    OnAccent, ///< text on Accent
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Track, ///< the unfilled part of a bar
};

enum class Scheme {
    Light,
    Dark,
    HighContrast, ///< the system's own colours, every token taken from the palette's roles
};

/// The palette that carries a scheme's tokens. Not for HighContrast, whose palette is the system's.
[[nodiscard]] QPalette paletteFor(Scheme scheme);

/// Which scheme a palette carries, told from its colours alone: a widget needs no object to ask, and one that
/// was given another palette (a preview) still gets tokens that fit.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);

/// The colour of a token on this palette.
[[nodiscard]] QColor colour(const QPalette &palette, Token token);

/// Series of charts in the order of Okabe and Ito: told apart with every kind of colour vision. Wraps around.
[[nodiscard]] QColor seriesColour(const QPalette &palette, int index);

/// WCAG 2.2 contrast ratio of two opaque colours, 1–21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// \a over laid on \a background with the given opacity, as an opaque colour.
[[nodiscard]] QColor blended(const QColor &over, const QColor &background, double opacity);

} // namespace groundswell
