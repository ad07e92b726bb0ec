#include "app/look/pieces/steprail.h"

#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace groundswell {

StepRail::StepRail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stepRail"));
    setAccessibleName(tr("Steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(units(this, 1.5), units(this, 3), units(this, 1.5), units(this, 2));
    column->setSpacing(units(this, 0.5));
    column->addStretch();
}

void StepRail::setSteps(const QStringList &titles)
{
    for (StepButton *step : m_steps)
        step->deleteLater();
    m_steps.clear();
    auto *column = static_cast<QVBoxLayout *>(layout());
    for (int i = 0; i < titles.size(); ++i) {
        auto *step = new StepButton(i + 1, static_cast<int>(titles.size()), titles.at(i), this);
        step->setObjectName(QStringLiteral("step%1").arg(i + 1));
        step->installEventFilter(this);
        connect(step, &StepButton::clicked, this, [this, i] { Q_EMIT stepActivated(i); });
        column->insertWidget(i, step);
        m_steps.push_back(step);
    }
}

void StepRail::setCurrent(int index)
{
    m_current = index;
    for (size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setCurrent(static_cast<int>(i) == index);
}

void StepRail::setState(int index, StepState state, int issues)
{
    m_steps.at(static_cast<size_t>(index))->setState(state, issues);
}

StepState StepRail::state(int index) const
{
    return m_steps.at(static_cast<size_t>(index))->state();
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(palette(), Token::Surface));
    const int edge = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), colour(palette(), Token::Line));
}

bool StepRail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StepRail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return QWidget::keyPressEvent(event);
    const int direction = event->key() == Qt::Key_Down ? 1 : -1;
    const auto focused =
        std::find_if(m_steps.begin(), m_steps.end(), [](auto *step) { return step->hasFocus(); });
    auto next = static_cast<int>(focused == m_steps.end() ? 0 : focused - m_steps.begin()) + direction;
    while (next >= 0 && next < static_cast<int>(m_steps.size())
           && !m_steps[static_cast<size_t>(next)]->isEnabled())
        next += direction;
    if (next >= 0 && next < static_cast<int>(m_steps.size()))
        m_steps[static_cast<size_t>(next)]->setFocus(direction > 0 ? Qt::TabFocusReason
                                                                   : Qt::BacktabFocusReason);
}

StepButton::StepButton(int number, int count, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number)
    , m_count(count)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refreshSpoken();
}

void StepButton::setState(StepState state, int issues)
{
    if (m_state == state && m_issues == issues)
        return;
    m_state = state;
    m_issues = issues;
    refreshSpoken();
    update();
}

void StepButton::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    refreshSpoken();
    update();
}

void StepButton::refreshSpoken()
{
    setAccessibleName(tr("Step %1 of %2: %3").arg(m_number).arg(m_count).arg(text()));
    QString state;
    switch (m_state) {
    case StepState::NotVisited:
        state = tr("Not visited yet.");
        break;
    case StepState::Open:
        state = tr("Visited.");
        break;
    case StepState::Done:
        state = tr("Done.");
        break;
    case StepState::Attention:
        state = tr("%n thing(s) to fix.", nullptr, m_issues);
        break;
    }
    setToolTip(QStringLiteral("%1. %2").arg(text(), state));
    setAccessibleDescription(m_current ? tr("You are here. %1").arg(state) : state);
}

QSize StepButton::sizeHint() const
{
    const QFontMetrics strong(fontFor(TextRole::Strong, font()));
    return {std::min(strong.horizontalAdvance(text()) + units(this, 6.5), characters(this, 34)),
            units(this, 4.6)};
}

QSize StepButton::minimumSizeHint() const
{
    // Two lines at most: the longest word decides, as German has long ones.
    const QFontMetrics strong(fontFor(TextRole::Strong, font()));
    int longest = 0;
    const QStringList words = text().split(QLatin1Char(' '));
    for (const QString &word : words)
        longest = std::max(longest, strong.horizontalAdvance(word));
    const int half = strong.horizontalAdvance(text()) * 6 / 10;
    const int needed = std::max(longest, half) + units(this, 6.5);
    return {std::clamp(needed, characters(this, 18), characters(this, 30)), sizeHint().height()};
}

void StepButton::paintMark(QPainter &painter, const QRectF &mark) const
{
    const double radius = mark.width() / 2;
    if (m_state == StepState::Attention) {
        shapes::rounded(painter, mark, radius, colour(palette(), Token::WarnSoft),
                        colour(palette(), Token::Warn), 1.3);
        painter.setPen(colour(palette(), Token::Warn));
        painter.setFont(fontFor(TextRole::Strong, font()));
        painter.drawText(mark, Qt::AlignCenter, QStringLiteral("!"));
        return;
    }
    if (m_state == StepState::Done && !m_current) {
        shapes::rounded(painter, mark, radius, colour(palette(), Token::GoodSoft),
                        colour(palette(), Token::Good), 1.3);
        shapes::check(painter, mark.adjusted(4, 4, -4, -4), colour(palette(), Token::Good));
        return;
    }
    if (m_current)
        shapes::rounded(painter, mark, radius, colour(palette(), Token::Accent));
    else
        shapes::rounded(painter, mark, radius, {}, colour(palette(), Token::FieldLine), 1.3);
    painter.setPen(colour(palette(), m_current ? Token::OnAccent : Token::Muted));
    painter.setFont(fontFor(m_current ? TextRole::Strong : TextRole::Body, font()));
    if (m_current && m_state == StepState::Done)
        shapes::check(painter, mark.adjusted(4, 4, -4, -4), colour(palette(), Token::OnAccent));
    else
        painter.drawText(mark, Qt::AlignCenter, locale().toString(m_number));
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = units(this, 0.5);
    if (m_current)
        shapes::rounded(painter, rect(), radius, colour(palette(), Token::AccentSoft));
    else if (isEnabled() && underMouse())
        shapes::rounded(painter, rect(), radius, colour(palette(), Token::Hover));

    const int side = units(this, 2.8);
    const QRect mark(units(this, 1), (height() - side) / 2, side, side);
    paintMark(painter, QStyle::visualRect(layoutDirection(), rect(), mark));

    QRect label = rect();
    label.setLeft(mark.right() + units(this, 1.2));
    label.setRight(width() - units(this, 0.75));
    painter.setFont(fontFor(m_current ? TextRole::Strong : TextRole::Body, font()));
    const Token ink = m_current || m_state != StepState::NotVisited ? Token::Text : Token::Muted;
    painter.setPen(isEnabled() ? colour(palette(), ink)
                               : palette().color(QPalette::Disabled, QPalette::WindowText));
    const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    const QFontMetrics metrics = painter.fontMetrics();
    const bool oneLine = metrics.horizontalAdvance(text()) <= label.width();
    const int flags = static_cast<int>(align) | (oneLine ? 0 : Qt::TextWordWrap);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label), flags, text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        shapes::rounded(painter, rect(), radius, {}, colour(palette(), Token::Accent), 2);
}

} // namespace groundswell
