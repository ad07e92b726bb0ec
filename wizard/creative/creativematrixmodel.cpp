#include "wizard/creative/creativematrixmodel.h"

#include "app/look/style/icons.h"
#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"

#include <array>

namespace groundswell {
namespace {

struct ColumnSpec {
    const char *member;
    QString Creative::*value;
};
const std::array<ColumnSpec, CreativeMatrixModel::ColumnCount> kColumns{
    {{"", nullptr},
     {"headline", &Creative::headline},
     {"body", &Creative::body},
     {"description", &Creative::description},
     {"cta", &Creative::cta},
     {"linkUrl", &Creative::linkUrl},
     {"language", &Creative::language}}};

const ColumnSpec &spec(int column)
{
    return kColumns[static_cast<size_t>(column)];
}

/// The variant's creative in a row of the setup; null where it has none yet.
const Creative *creativeAt(const SetupProcess &setup, const ClusterRef &cluster, int index)
{
    const std::vector<size_t> positions = setup.creativesOf(cluster);
    const auto at = static_cast<size_t>(index);
    return at < positions.size() ? &setup.creatives[positions[at]] : nullptr;
}

} // namespace

CreativeMatrixModel::CreativeMatrixModel(SetupDraft &draft, WizardContext &context, IssueBoard &issues,
                                         QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
    , m_context(context)
    , m_issues(issues)
{
    connect(&draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & (DraftField::Clusters | DraftField::Creatives))
            rebuild();
    });
    const auto repaint = [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    };
    connect(&context, &WizardContext::clustersChanged, this, repaint);
    connect(&issues, &IssueBoard::changed, this, repaint);
    rebuild();
}

void CreativeMatrixModel::rebuild()
{
    std::vector<Row> now;
    for (const ChosenCluster &chosen : m_draft.data().clusters) {
        const auto variants = std::max<size_t>(1, m_draft.data().creativesOf(chosen.cluster).size());
        for (size_t i = 0; i < variants; ++i)
            now.push_back({chosen.cluster, static_cast<int>(i)});
    }
    if (now == m_rows) {
        // The usual case, typing: rows stay, so that an open editor stays too.
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

int CreativeMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CreativeMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CreativeMatrixModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(at.row())];
    if (role == RefRole)
        return QVariant::fromValue(row.cluster);
    if (role == IndexRole)
        return row.index;
    if (role == MemberRole)
        return QString::fromLatin1(spec(at.column()).member);
    const QString label = m_context.clusterLabel(row.cluster);
    if (at.column() == Cluster) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return row.index > 0 ? tr("%1, variant %2").arg(label).arg(row.index + 1) : label;
        return {};
    }
    const Creative *creative = creativeAt(m_draft.data(), row.cluster, row.index);
    const QString value = creative ? creative->*(spec(at.column()).value) : QString();
    const IssueBoard::Hint hint = m_issues.hintFor(
        {QStringLiteral("creatives"), row.cluster, row.index, QString::fromLatin1(spec(at.column()).member)});
    switch (role) {
    case Qt::EditRole:
        return value;
    case Qt::DisplayRole:
        if (at.column() == Cta)
            return value.isEmpty() ? QString() : callToActionText(value, QLocale().bcp47Name());
        if (at.column() == Language)
            return languageText(value);
        return QString(value).replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::DecorationRole:
        if (hint.severity == Severity::Error)
            return icon(QStringLiteral("error"), Token::Bad);
        return hint.severity == Severity::Warning ? QVariant(icon(QStringLiteral("warning"), Token::Warn))
                                                  : QVariant();
    case Qt::ToolTipRole:
        return hint.text.isEmpty() ? value : hint.text;
    case Qt::AccessibleDescriptionRole:
        return hint.text;
    default:
        return {};
    }
}

QVariant CreativeMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == Cluster)
        return tr("Taste cluster");
    FieldPath path{QStringLiteral("creatives"), std::nullopt, 0, QString::fromLatin1(spec(section).member)};
    return fieldText(path);
}

Qt::ItemFlags CreativeMatrixModel::flags(const QModelIndex &at) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(at);
    const bool open = at.isValid() && at.column() != Cluster && !m_draft.isReadOnly();
    return open ? flags | Qt::ItemIsEditable : flags;
}

bool CreativeMatrixModel::setData(const QModelIndex &at, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(at, CheckIndexOption::IndexIsValid) || at.column() == Cluster)
        return false;
    const Row row = m_rows[static_cast<size_t>(at.row())];
    const Creative *present = creativeAt(m_draft.data(), row.cluster, row.index);
    Creative creative = present ? *present : Creative();
    creative.cluster = row.cluster;
    creative.*(spec(at.column()).value) = value.toString();
    m_draft.setCreative(row.cluster, row.index, creative, QString::fromLatin1(spec(at.column()).member));
    return true;
}

void CreativeMatrixModel::setBlock(const QModelIndex &top, const std::vector<QStringList> &block)
{
    const std::vector<Row> rows = m_rows;
    m_draft.edit(tr("Fill in several ads"), DraftField::Creatives, [&](SetupProcess &setup) {
        for (size_t r = 0; r < block.size(); ++r) {
            const auto rowAt = static_cast<size_t>(top.row()) + r;
            if (rowAt >= rows.size())
                return;
            const Row &row = rows[rowAt];
            if (!creativeAt(setup, row.cluster, row.index)) {
                Creative fresh;
                fresh.cluster = row.cluster;
                setup.creatives.push_back(fresh);
            }
            Creative &creative =
                setup.creatives[setup.creativesOf(row.cluster)[static_cast<size_t>(row.index)]];
            for (int c = 0; c < block[r].size(); ++c) {
                const int column = top.column() + c;
                if (column != Cluster && column < ColumnCount)
                    creative.*(spec(column).value) = block[r].at(c);
            }
        }
    });
}

} // namespace groundswell
