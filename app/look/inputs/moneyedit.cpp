#include "app/look/inputs/moneyedit.h"

#include "app/look/inputs/textinputs.h"
#include "app/look/style/tokens.h"
#include "app/look/style/units.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace groundswell {

MoneyEdit::MoneyEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    routeUndoToDraft(this);
    connect(this, &QLineEdit::textEdited, this, &MoneyEdit::read);
    setCurrency({});
}

void MoneyEdit::setCurrency(const QString &currency)
{
    m_currency = currency;
    const int room = fontMetrics().horizontalAdvance(currency) + (currency.isEmpty() ? 0 : units(this, 1));
    setTextMargins(layoutDirection() == Qt::LeftToRight ? QMargins(0, 0, room, 0) : QMargins(room, 0, 0, 0));
    update();
}

void MoneyEdit::showMoney(const std::optional<Money> &money)
{
    // What the user typed means this already ("5000" stays "5000"), or can't be read yet: it stays while it
    // is being typed.
    if (m_money == money && (m_readable || isTypedIn(this)))
        return;
    m_money = money;
    m_readable = true;
    write();
}

void MoneyEdit::write()
{
    if (!m_money) {
        showText(this, {});
        return;
    }
    const bool whole = m_money->minor % Money::minorPerMajor(m_money->currency) == 0;
    const int digits = whole ? 0 : Money::minorDigits(m_money->currency);
    showText(this, locale().toString(m_money->toDouble(), 'f', digits));
}

void MoneyEdit::read(const QString &text)
{
    const QString trimmed = text.trimmed();
    m_readable = true;
    if (trimmed.isEmpty()) {
        m_money = std::nullopt;
        Q_EMIT edited(m_money);
        return;
    }
    bool ok = false;
    const double amount = locale().toDouble(trimmed, &ok);
    const std::optional<Money> money = ok ? Money::fromJson(amount, m_currency) : std::nullopt;
    // More decimals than the currency has are a slip, or another country's thousands: no guess.
    m_readable = money && money->toDouble() == amount;
    if (!m_readable) {
        Q_EMIT unreadable(trimmed);
        return;
    }
    m_money = money;
    Q_EMIT edited(m_money);
}

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (m_readable)
        write();
}

void MoneyEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_currency.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(colour(palette(), Token::Muted));
    const int pad = units(this, 0.75);
    const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    painter.drawText(rect().adjusted(pad, 0, -pad, 0), static_cast<int>(align), m_currency);
}

} // namespace groundswell
