#include "app/look/style/tokens.h"

#include <array>
#include <cmath>

namespace groundswell {
namespace {

struct Pair {
    Token token;
    QRgb light;
    QRgb dark;
};

// Contrast of every text token on every background it is used on is held by tests/look.
constexpr std::array<Pair, 18> kTable{{
    {Token::Canvas, 0xfff6f7f9, 0xff15181d},
    {Token::Surface, 0xffffffff, 0xff1d2128},
    {Token::Raised, 0xffffffff, 0xff252a33},
    {Token::Line, 0xffdde1e7, 0xff353b46},
    {Token::FieldLine, 0xff868f9d, 0xff6f7988},
    {Token::Hover, 0xffeef1f5, 0xff2a303a},
    {Token::Text, 0xff1b1f27, 0xffe8ebf0},
    {Token::Muted, 0xff5a6473, 0xffa3acba},
    {Token::Accent, 0xff0b6bcb, 0xff5aa9f2},
    {Token::AccentSoft, 0xffe5f0fb, 0xff1b3148},
    {Token::OnAccent, 0xffffffff, 0xff0b1622},
    {Token::Good, 0xff177547, 0xff4cc38a},
    {Token::GoodSoft, 0xffe3f4eb, 0xff173329},
    {Token::Warn, 0xff945600, 0xffe5a83b},
    {Token::WarnSoft, 0xfffbf0dc, 0xff382b14},
    {Token::Bad, 0xffb92f28, 0xfff2766b},
    {Token::BadSoft, 0xfffceae8, 0xff3f2322},
    {Token::Track, 0xffe6e9ee, 0xff303641},
}};

constexpr std::array<QRgb, 7> kSeriesLight{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                           0xff56b4e9, 0xffb8860b, 0xff4d4d4d};
constexpr std::array<QRgb, 7> kSeriesDark{0xff56b4e9, 0xffe69f00, 0xff00c490, 0xffe39ac4,
                                          0xff3d8fd6, 0xfff0e442, 0xffbfbfbf};

QRgb tableColour(Token token, bool dark)
{
    for (const Pair &pair : kTable) {
        if (pair.token == token)
            return dark ? pair.dark : pair.light;
    }
    Q_UNREACHABLE();
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

bool isDark(const QColor &background)
{
    return luminance(background) < 0.18;
}

/// High contrast: every token is one of the colours that the system chose for text, background or selection.
QColor systemColour(const QPalette &palette, Token token)
{
    switch (token) {
    case Token::Canvas:
    case Token::Hover:
        return palette.color(QPalette::Window);
    case Token::Surface:
    case Token::Raised:
    case Token::AccentSoft:
    case Token::GoodSoft:
    case Token::WarnSoft:
    case Token::BadSoft:
    case Token::Track:
        return palette.color(QPalette::Base);
    case Token::Accent:
        return palette.color(QPalette::Highlight);
    case Token::OnAccent:
        return palette.color(QPalette::HighlightedText);
    case Token::Line:
    case Token::FieldLine:
    case Token::Text:
    case Token::Muted:
    case Token::Good:
    case Token::Warn:
    case Token::Bad:
        break;
    }
    return palette.color(QPalette::WindowText);
}

} // namespace

QPalette paletteFor(Scheme scheme)
{
    const bool dark = scheme == Scheme::Dark;
    const auto of = [dark](Token token) { return QColor::fromRgb(tableColour(token, dark)); };

    QPalette palette;
    palette.setColor(QPalette::Window, of(Token::Canvas));
    palette.setColor(QPalette::Base, of(Token::Surface));
    palette.setColor(QPalette::AlternateBase, of(Token::Canvas));
    palette.setColor(QPalette::Button, of(Token::Raised));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, of(Token::Text));
    palette.setColor(QPalette::PlaceholderText, of(Token::Muted));
    palette.setColor(QPalette::Highlight, of(Token::Accent));
    palette.setColor(QPalette::HighlightedText, of(Token::OnAccent));
    palette.setColor(QPalette::Link, of(Token::Accent));
    palette.setColor(QPalette::LinkVisited, of(Token::Accent));
    palette.setColor(QPalette::ToolTipBase, of(Token::Raised));
    palette.setColor(QPalette::BrightText, of(Token::Bad));
    palette.setColor(QPalette::Light, of(Token::Raised));
    palette.setColor(QPalette::Midlight, of(Token::Hover));
    palette.setColor(QPalette::Mid, of(Token::Line));
    palette.setColor(QPalette::Dark, of(Token::FieldLine));
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : of(Token::FieldLine));

    const QColor faded = blended(of(Token::Muted), of(Token::Surface), 0.65);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, of(Token::Canvas));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(Token::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, of(Token::Muted));
    return palette;
}

Scheme schemeOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window.rgb() == tableColour(Token::Canvas, false))
        return Scheme::Light;
    if (window.rgb() == tableColour(Token::Canvas, true))
        return Scheme::Dark;
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const bool extreme =
        window == base && contrastRatio(window, palette.color(QPalette::Active, QPalette::WindowText)) > 18.0;
    if (extreme)
        return Scheme::HighContrast;
    return isDark(window) ? Scheme::Dark : Scheme::Light;
}

QColor colour(const QPalette &palette, Token token)
{
    const Scheme scheme = schemeOf(palette);
    if (scheme == Scheme::HighContrast)
        return systemColour(palette, token);
    return QColor::fromRgb(tableColour(token, scheme == Scheme::Dark));
}

QColor seriesColour(const QPalette &palette, int index)
{
    const auto &series = isDark(colour(palette, Token::Surface)) ? kSeriesDark : kSeriesLight;
    return QColor::fromRgb(series[static_cast<size_t>(index) % series.size()]);
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor blended(const QColor &over, const QColor &background, double opacity)
{
    const auto mix = [opacity](int top, int bottom) {
        return static_cast<int>(std::lround(top * opacity + bottom * (1.0 - opacity)));
    };
    return {mix(over.red(), background.red()), mix(over.green(), background.green()),
            mix(over.blue(), background.blue())};
}

} // namespace groundswell
