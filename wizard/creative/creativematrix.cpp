#include "wizard/creative/creativematrix.h"

#include "app/look/inputs/inputs.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/calltoactiontext.h"
#include "wizard/creative/creativematrixmodel.h"
#include "wizard/shell/wizardcontext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>

#include <array>

namespace groundswell {
namespace {

/// The button's words are chosen, not typed.
class CtaDelegate : public QStyledItemDelegate {
public:
    CtaDelegate(const WizardContext &context, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_context(context)
    {
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new ChoiceBox(false, parent);
        box->setObjectName(QStringLiteral("ctaEditor"));
        box->setAccessibleName(CreativeMatrix::tr("Button"));
        std::vector<ChoiceBox::Entry> entries;
        if (const auto &offered = m_context.callsToAction()) {
            for (const Choice &choice : *offered)
                entries.push_back({choice.value, callToActionText(choice.value, QLocale().bcp47Name()), {}});
        }
        box->setEntries(entries, CreativeMatrix::tr("Choose…"));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<ChoiceBox *>(editor)->showId(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<ChoiceBox *>(editor)->currentData());
    }

private:
    const WizardContext &m_context;
};

} // namespace

CreativeMatrix::CreativeMatrix(const WizardParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_model(new CreativeMatrixModel(parts.draft, parts.context, parts.issues, this))
    , m_table(new QTableView)
    , m_fill(new QPushButton(tr("Fill down")))
    , m_actions(*m_table, Qt::WidgetShortcut)
{
    setObjectName(QStringLiteral("creativeMatrix"));
    nameWidget(m_table, QStringLiteral("matrixTable"), tr("Ads of all clusters"));
    nameWidget(m_fill, QStringLiteral("matrixFillDown"), tr("Use the selected text for all rows below"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(CreativeMatrixModel::Cta, new CtaDelegate(parts.context, m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + units(this, 1.8));
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->viewport()->installEventFilter(this);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table: no focus trap; arrows move inside
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);

    auto *bar = new QHBoxLayout;
    auto *help = new TextLabel(TextRole::Caption, tr("Type into a cell, or paste rows from a spreadsheet."));
    help->setObjectName(QStringLiteral("matrixHelp"));
    bar->addWidget(help, 1);
    bar->addWidget(m_fill);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1));
    column->addLayout(bar);
    column->addWidget(m_table, 1);

    connect(m_fill, &QPushButton::clicked, this, &CreativeMatrix::fillDown);
    const auto onKey = [this](const QKeySequence &keys, void (CreativeMatrix::*act)()) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetShortcut); // an open cell editor keeps its own copy and paste
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::Copy, &CreativeMatrix::copy);
    onKey(QKeySequence::Paste, &CreativeMatrix::paste);
    connect(m_actions.make(ActionId::FillDown), &QAction::triggered, this, &CreativeMatrix::fillDown);
    const WizardContext *context = &parts.context;
    setKeys(context->shortcuts());
    connect(context, &WizardContext::shortcutsChanged, this,
            [this, context] { setKeys(context->shortcuts()); });
}

void CreativeMatrix::setKeys(const Shortcuts &shortcuts)
{
    m_actions.setKeys(shortcuts);
    m_fill->setToolTip(
        tr("Use the selected text for all rows below (%1)").arg(shortcuts.keysText(ActionId::FillDown)));
}

bool CreativeMatrix::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        sizeColumns();
    return QWidget::eventFilter(watched, event);
}

void CreativeMatrix::sizeColumns()
{
    // Parts of the width, so that nothing scrolls sideways.
    constexpr std::array<double, CreativeMatrixModel::ColumnCount> shares{0.17, 0.18, 0.24, 0.13,
                                                                          0.10, 0.10, 0.08};
    const int room = m_table->viewport()->width();
    for (int i = 0; i < CreativeMatrixModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, static_cast<int>(room * shares[static_cast<size_t>(i)]));
}

void CreativeMatrix::copy()
{
    const QModelIndex at = m_table->currentIndex();
    if (at.isValid())
        QApplication::clipboard()->setText(at.data(Qt::EditRole).toString());
}

void CreativeMatrix::paste()
{
    const QModelIndex at = m_table->currentIndex();
    QString text = QApplication::clipboard()->text();
    if (!at.isValid() || text.isEmpty())
        return;
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    std::vector<QStringList> block;
    for (const QString &line : text.split(QLatin1Char('\n')))
        block.push_back(QString(line).remove(QLatin1Char('\r')).split(QLatin1Char('\t')));
    m_model->setBlock(at, block);
}

void CreativeMatrix::fillDown()
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid() || at.column() == CreativeMatrixModel::Cluster)
        return;
    const auto rows = static_cast<size_t>(m_model->rowCount() - at.row());
    m_model->setBlock(at, std::vector<QStringList>(rows, QStringList{at.data(Qt::EditRole).toString()}));
}

bool CreativeMatrix::focusCell(const FieldPath &path)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex first = m_model->index(row, 0);
        if (!path.cluster || first.data(CreativeMatrixModel::RefRole).value<ClusterRef>() != *path.cluster
            || first.data(CreativeMatrixModel::IndexRole).toInt() != path.index)
            continue;
        for (int column = 1; column < CreativeMatrixModel::ColumnCount; ++column) {
            const QModelIndex cell = m_model->index(row, column);
            if (cell.data(CreativeMatrixModel::MemberRole).toString() == path.member) {
                m_table->setCurrentIndex(cell);
                m_table->setFocus(Qt::OtherFocusReason);
                return true;
            }
        }
    }
    return false;
}

} // namespace groundswell
