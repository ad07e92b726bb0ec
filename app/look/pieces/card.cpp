#include "app/look/pieces/card.h"

#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace groundswell {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(unitMargins(this, 2, 2));
    m_content->setSpacing(units(this, 1));
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::rounded(painter, rect(), units(this, 0.75), colour(palette(), Token::Surface),
                    colour(palette(), Token::Line));
}

struct ChoiceCard::Parts {
    QRect icon;
    QRect title;
    QRect explanation;
    QRect mark;
    int height = 0;
};

ChoiceCard::ChoiceCard(const QString &iconName, const QString &title, const QString &explanation,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_explanation(explanation)
{
    setText(title);
    setCheckable(true);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

ChoiceCard::Parts ChoiceCard::layOut(int width) const
{
    Parts parts;
    const int pad = units(this, 1.5);
    const int side = units(this, 2.4);
    const int gap = units(this, 1);
    const QFontMetrics strong(fontFor(TextRole::Strong, font()));
    parts.icon = QRect(pad, pad, side, side);
    parts.mark =
        QRect(width - pad - units(this, 1.8), pad + units(this, 0.2), units(this, 1.8), units(this, 1.8));
    const int left = parts.icon.right() + gap;
    const int titleWidth = parts.mark.left() - gap - left;
    parts.title = strong.boundingRect(QRect(left, pad, titleWidth, 10000), Qt::TextWordWrap, text());
    parts.title.setWidth(titleWidth);
    if (parts.title.height() < side)
        parts.title.moveTop(pad + (side - parts.title.height()) / 2);
    const int top = std::max(parts.title.bottom(), parts.icon.bottom()) + units(this, 0.5);
    const int room = width - pad - left;
    parts.explanation =
        fontMetrics().boundingRect(QRect(left, top, room, 10000), Qt::TextWordWrap, m_explanation);
    parts.explanation.setWidth(room);
    parts.height = parts.explanation.bottom() + pad;
    return parts;
}

QSize ChoiceCard::sizeHint() const
{
    const int width = characters(this, 34);
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int width = characters(this, 24);
    return {width, heightForWidth(sizeHint().width())};
}

int ChoiceCard::heightForWidth(int width) const
{
    return layOut(width).height;
}

bool ChoiceCard::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Parts parts = layOut(width());
    const bool chosen = isChecked();
    QColor fill = colour(palette(), chosen ? Token::AccentSoft : Token::Surface);
    if (!chosen && isEnabled() && (underMouse() || isDown()))
        fill = colour(palette(), Token::Hover);
    const Token line = chosen ? Token::Accent : Token::FieldLine;
    shapes::rounded(painter, rect(), units(this, 0.75), fill,
                    colour(palette(), isEnabled() ? line : Token::Line), chosen ? 2 : 1);

    const auto ink = [this](Token token) {
        return isEnabled() ? colour(palette(), token)
                           : palette().color(QPalette::Disabled, QPalette::WindowText);
    };
    const auto mirrored = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int align =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop));
    drawIcon(painter, mirrored(parts.icon), m_iconName, ink(chosen ? Token::Accent : Token::Muted));
    painter.setFont(fontFor(TextRole::Strong, font()));
    painter.setPen(ink(Token::Text));
    painter.drawText(mirrored(parts.title), align | Qt::TextWordWrap, text());
    painter.setFont(font());
    painter.setPen(ink(Token::Muted));
    painter.drawText(mirrored(parts.explanation), align | Qt::TextWordWrap, m_explanation);

    const QRectF mark = mirrored(parts.mark);
    if (chosen) {
        shapes::rounded(painter, mark, mark.width() / 2, ink(Token::Accent));
        shapes::check(painter, mark.adjusted(2, 2, -2, -2), colour(palette(), Token::OnAccent));
    } else {
        shapes::rounded(painter, mark, mark.width() / 2, {}, ink(Token::FieldLine), 1.3);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        shapes::rounded(painter, rect().adjusted(3, 3, -3, -3), units(this, 0.6), {},
                        colour(palette(), Token::Accent), 2);
}

} // namespace groundswell
