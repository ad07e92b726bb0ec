#include "app/look/style/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace groundswell {
namespace {

double ratioOf(TextRole role)
{
    switch (role) {
    case TextRole::Display:
        return 2.2;
    case TextRole::Title:
        return 1.6;
    case TextRole::Section:
        return 1.2;
    case TextRole::Figure:
        return 1.9;
    case TextRole::Caption:
        return 0.9;
    case TextRole::Strong:
    case TextRole::Body:
        break;
    }
    return 1.0;
}

bool isSemibold(TextRole role)
{
    return role != TextRole::Body && role != TextRole::Caption;
}

} // namespace

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * ratioOf(role));
    else
        font.setPixelSize(qRound(base.pixelSize() * ratioOf(role))); // allowed: the base font is in pixels
    if (isSemibold(role))
        font.setWeight(QFont::DemiBold);
    return font;
}

QFont tabular(const QFont &font)
{
    QFont result = font;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    result.setFeature(QFont::Tag("tnum"), 1);
#endif
    return result;
}

int wrappedText(QPainter *painter, const QRect &rect, const QFont &font, const QString &text,
                Qt::LayoutDirection direction)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(direction);
    QString lines = text;
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(lines, font);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, rect.topLeft());
    return static_cast<int>(std::ceil(y));
}

TextLabel::TextLabel(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_token(role == TextRole::Caption ? Token::Muted : Token::Text)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    refreshFont();
    refreshColour();
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    refreshColour();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (m_refreshing)
        return;
    if (event->type() == QEvent::ApplicationFontChange)
        refreshFont();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        refreshColour();
}

void TextLabel::refreshFont()
{
    const QScopedValueRollback<bool> guard(m_refreshing, true);
    QFont font = fontFor(m_role, QApplication::font());
    if (m_role == TextRole::Figure)
        font = tabular(font);
    setFont(font);
}

void TextLabel::refreshColour()
{
    // Roles that follow the palette by themselves serve two tokens; the others are set anew when it changes.
    const QScopedValueRollback<bool> guard(m_refreshing, true);
    if (m_token == Token::Text || m_token == Token::Muted) {
        setForegroundRole(m_token == Token::Text ? QPalette::WindowText : QPalette::PlaceholderText);
        return;
    }
    QPalette own;
    const QPalette &inherited = parentWidget() ? parentWidget()->palette() : QApplication::palette();
    own.setColor(QPalette::BrightText, colour(inherited, m_token));
    own.setColor(QPalette::Disabled, QPalette::BrightText, colour(inherited, Token::Muted));
    setPalette(own);
    setForegroundRole(QPalette::BrightText);
}

ElidedLabel::ElidedLabel(TextRole role, const QString &text, QWidget *parent)
    : TextLabel(role, text, parent)
{
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, TextLabel::minimumSizeHint().height()};
}

QString ElidedLabel::elided() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString line = elided();
    const auto direction = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(direction), palette(), isEnabled(), line,
                          foregroundRole());
    // Only a text that doesn't fit needs to be told again.
    const QString tip = line == text() ? QString() : text();
    if (toolTip() != tip)
        setToolTip(tip);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    update();
}

} // namespace groundswell
