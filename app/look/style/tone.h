#pragma once

#include "app/look/style/tokens.h"

#include <QString>

namespace groundswell {

/// What a state means to the user. Always shown as icon and word; the colour comes third.
enum class Tone { Neutral, Accent, Good, Warn, Bad };

struct ToneColours {
    Token ink;
    Token background;
};

[[nodiscard]] constexpr ToneColours toneColours(Tone tone)
{
    switch (tone) {
    case Tone::Accent:
        return {Token::Accent, Token::AccentSoft};
    case Tone::Good:
        return {Token::Good, Token::GoodSoft};
    case Tone::Warn:
        return {Token::Warn, Token::WarnSoft};
    case Tone::Bad:
        return {Token::Bad, Token::BadSoft};
    case Tone::Neutral:
        break;
    }
    return {Token::Muted, Token::Hover};
}

[[nodiscard]] inline QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("check-circle");
    case Tone::Warn:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("error");
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return QStringLiteral("info");
}

} // namespace groundswell
