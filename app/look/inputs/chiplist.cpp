#include "app/look/inputs/chiplist.h"

#include "app/look/pieces/flowlayout.h"
#include "app/look/style/shapes.h"
#include "app/look/style/units.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace groundswell {

ChipList::ChipList(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
{
    m_flow->setSpacing(units(this, 0.75));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipList::setChips(const std::vector<Chip> &chips)
{
    if (m_chips == chips)
        return;
    m_chips = chips;
    rebuild();
}

void ChipList::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    rebuild();
}

void ChipList::rebuild()
{
    QString focused;
    int focusedAt = -1;
    for (int i = 0; i < m_flow->count(); ++i) {
        auto *chip = static_cast<ChipButton *>(m_flow->itemAt(i)->widget());
        if (chip->hasFocus()) {
            focused = chip->id();
            focusedAt = i;
        }
    }
    std::vector<ChipButton *> made;
    for (const Chip &chip : m_chips) {
        auto *button = new ChipButton(chip, !m_readOnly, this);
        const QString id = chip.id;
        connect(button, &ChipButton::clicked, this, [this, id] { Q_EMIT activated(id); });
        connect(
            button, &ChipButton::removeRequested, this, [this, id] { Q_EMIT removed(id); },
            Qt::QueuedConnection); // the receiver rebuilds the list: not while the chip handles its key
        made.push_back(button);
    }
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (ChipButton *button : made) {
        m_flow->addWidget(button);
        button->show();
        if (!focused.isEmpty() && button->id() == focused)
            button->setFocus();
    }
    // Its neighbour takes over from a chip that was removed, so that the keyboard stays in the list.
    const bool lost = focusedAt >= 0 && !made.empty()
        && std::none_of(made.begin(), made.end(), [](auto *button) { return button->hasFocus(); });
    if (lost)
        made[std::min(static_cast<size_t>(focusedAt), made.size() - 1)]->setFocus();
    updateGeometry();
}

ChipButton::ChipButton(const ChipList::Chip &chip, bool removable, QWidget *parent)
    : QAbstractButton(parent)
    , m_chip(chip)
    , m_removable(removable)
{
    setText(chip.text);
    setToolTip(chip.toolTip);
    setObjectName(QStringLiteral("chip_%1").arg(chip.id));
    setAccessibleName(chip.excluded ? tr("%1, excluded").arg(chip.text) : chip.text);
    if (removable)
        setAccessibleDescription(tr("Press Delete to remove."));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

QSize ChipButton::sizeHint() const
{
    const int cross = m_removable ? units(this, 2.4) : units(this, 1);
    return {fontMetrics().horizontalAdvance(text()) + units(this, 1.2) + cross, std::max(24, units(this, 3))};
}

QSize ChipButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), characters(this, 12)), sizeHint().height()};
}

QRect ChipButton::crossRect() const
{
    const int side = units(this, 2.4);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - side, 0, side, height()));
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Token background = m_chip.excluded ? Token::BadSoft : Token::AccentSoft;
    const Token ink = m_chip.excluded ? Token::Bad : Token::Text;
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    shapes::rounded(painter, rect(), height() / 2.0, colour(palette(), background),
                    focused ? colour(palette(), Token::Accent) : QColor(), focused ? 2 : 0);
    QFont label = font();
    label.setStrikeOut(m_chip.excluded);
    painter.setFont(label);
    painter.setPen(colour(palette(), isEnabled() ? ink : Token::Muted));
    QRect room = rect();
    room.setLeft(units(this, 1.2));
    room.setRight(m_removable ? width() - units(this, 2.4) : width() - units(this, 1));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width() + 1));
    if (!m_removable || !isEnabled())
        return;
    QRectF cross(0, 0, units(this, 1.1), units(this, 1.1));
    cross.moveCenter(QRectF(crossRect()).center());
    const bool hot = underMouse() && crossRect().contains(mapFromGlobal(QCursor::pos()));
    shapes::cross(painter, cross, colour(palette(), hot ? Token::Bad : Token::Muted));
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_removable && event->button() == Qt::LeftButton && isDown() && crossRect().contains(event->pos())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace groundswell
