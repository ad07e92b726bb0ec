#include "wizard/review/issuelist.h"

#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/issuetext.h"
#include "wizard/shell/issueboard.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace groundswell {

ReviewIssueModel::ReviewIssueModel(IssueBoard &board, QObject *parent)
    : IssueListModel([&board](const Issue &issue) { return issueText(issue, board.labels(), QLocale()); },
                     parent)
    , m_board(board)
{
    connect(&board, &IssueBoard::changed, this, &ReviewIssueModel::refresh);
    refresh();
}

void ReviewIssueModel::refresh()
{
    Issues shown;
    std::copy_if(m_board.issues().begin(), m_board.issues().end(), std::back_inserter(shown),
                 [](const Issue &issue) { return issue.severity != Severity::Info; });
    std::stable_sort(shown.begin(), shown.end(),
                     [](const Issue &a, const Issue &b) { return a.severity > b.severity; });
    setIssues(std::move(shown));
}

QVariant ReviewIssueModel::data(const QModelIndex &index, int role) const
{
    const Issue *issue = checkIndex(index, CheckIndexOption::IndexIsValid) ? issueAt(index.row()) : nullptr;
    if (!issue)
        return {};
    if (role == WhereRole) {
        QStringList parts{fieldText(issue->path), issueWhere(*issue, m_board.labels())};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    if (role == Qt::ToolTipRole)
        return data(index, Qt::DisplayRole);
    if (role == Qt::AccessibleTextRole) {
        const QString text = data(index, Qt::DisplayRole).toString();
        const QString where = data(index, WhereRole).toString();
        return issue->severity == Severity::Error ? tr("Must be fixed, %1: %2").arg(where, text)
                                                  : tr("Worth a look, %1: %2").arg(where, text);
    }
    return IssueListModel::data(index, role);
}

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40,
            2 * option.fontMetrics.height() + units(option.fontMetrics, 2)};
}

void IssueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QFontMetrics &metrics = option.fontMetrics;
    const bool error = index.data(IssueListModel::SeverityRole).toInt() == static_cast<int>(Severity::Error);
    const bool hot = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    const bool ring = option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    shapes::rounded(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), units(metrics, 0.5),
                    hot ? colour(option.palette, Token::Hover) : QColor(),
                    ring ? colour(option.palette, Token::Accent) : QColor(), 2);
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto lead =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
    const QRect inner =
        option.rect.adjusted(units(metrics, 1), units(metrics, 1), -units(metrics, 1), -units(metrics, 1));
    const int side = units(metrics, 2);
    const QRect sign(inner.left(), inner.top(), side, side);
    drawIcon(*painter, place(sign), error ? QStringLiteral("error") : QStringLiteral("warning"),
             colour(option.palette, error ? Token::Bad : Token::Warn));
    const QRect arrow(inner.right() - side, inner.center().y() - side / 2, side, side);
    shapes::chevron(*painter, place(arrow.adjusted(3, 3, -3, -3)),
                    option.direction == Qt::LeftToRight ? shapes::Direction::Right : shapes::Direction::Left,
                    colour(option.palette, Token::Muted));
    const int left = sign.right() + units(metrics, 1);
    QRect line(left, inner.top(), arrow.left() - units(metrics, 1) - left, metrics.height());
    painter->setFont(option.font);
    painter->setPen(colour(option.palette, Token::Text));
    painter->drawText(place(line), lead, metrics.elidedText(option.text, Qt::ElideRight, line.width()));
    line.translate(0, metrics.height());
    painter->setFont(fontFor(TextRole::Caption, option.font));
    painter->setPen(colour(option.palette, Token::Muted));
    painter->drawText(place(line), lead,
                      painter->fontMetrics().elidedText(index.data(ReviewIssueModel::WhereRole).toString(),
                                                        Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace groundswell
