#include "app/desktop/window/shortcutsdialog.h"

#include "app/desktop/window/keyedit.h"
#include "app/desktop/window/shortcutsmodel.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 80;

/// The first key pressed is taken, and that was all.
class KeysDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *edit = new KeyEdit(parent);
        const QString what = index.siblingAtColumn(ShortcutsModel::ActionColumn).data().toString();
        nameWidget(edit, u"shortcutKey"_s, ShortcutsDialog::tr("Press the new key for “%1”").arg(what));
        edit->setPlaceholderText(ShortcutsDialog::tr("Press a key…"));
        connect(edit, &KeyEdit::taken, this, &KeysDelegate::finish);
        return edit;
    }
    void setEditorData(QWidget *, const QModelIndex &) const override { } // it begins empty
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const QKeySequence &key = static_cast<KeyEdit *>(editor)->key(); !key.isEmpty())
            model->setData(index, key);
    }

protected:
    bool eventFilter(QObject *editor, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress) {
            // Enter with Ctrl or Alt is a key like any other; alone it ends the editing.
            const auto *key = static_cast<QKeyEvent *>(event);
            const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
            if (isEnter && (key->modifiers() & ~Qt::KeypadModifier))
                return false;
        }
        return QStyledItemDelegate::eventFilter(editor, event);
    }

private:
    void finish()
    {
        auto *edit = static_cast<QWidget *>(sender());
        Q_EMIT commitData(edit);
        Q_EMIT closeEditor(edit);
    }
};

} // namespace

ShortcutsDialog::ShortcutsDialog(const Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_model(new ShortcutsModel(shortcuts, this))
    , m_table(new QTableView)
    , m_problem(new TextLabel(TextRole::Body))
    , m_reset(new QPushButton(tr("Reset")))
    , m_resetAll(new QPushButton(tr("Reset all")))
{
    nameWidget(this, u"shortcutsDialog"_s, tr("Keyboard shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setModal(true);
    auto *lead = new TextLabel(TextRole::Caption,
                               tr("Click an action, or select it and press Enter, and press its new key. "
                                  "Escape leaves it as it is."));
    lead->setObjectName(u"shortcutsLead"_s);
    lead->setWordWrap(true);
    makeTable();
    m_problem->setObjectName(u"shortcutsProblem"_s);
    m_problem->setToken(Token::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    nameWidget(m_reset, u"shortcutsReset"_s, tr("Give the selected action its first key again"));
    nameWidget(m_resetAll, u"shortcutsResetAll"_s, tr("Give all actions their first keys again"));
    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"shortcutsClose"_s, tr("Close"));
    connect(m_reset, &QPushButton::clicked, this, [this] { m_model->reset(m_table->currentIndex().row()); });
    connect(m_resetAll, &QPushButton::clicked, m_model, &ShortcutsModel::resetAll);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    for (QPushButton *button : {m_reset, m_resetAll, close}) {
        button->setAutoDefault(false); // Enter belongs to the table
        buttons->addWidget(button);
    }
    buttons->insertStretch(2, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(lead);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_problem);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));
    updateButtons();
}

void ShortcutsDialog::makeTable()
{
    nameWidget(m_table, u"shortcutsTable"_s, tr("Actions and their keys"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new KeysDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(units(this, 48));
    const auto edit = [this](const QModelIndex &index) {
        showRefusal({});
        m_table->setCurrentIndex(index.siblingAtColumn(ShortcutsModel::KeysColumn));
        m_table->edit(m_table->currentIndex());
    };
    connect(m_table, &QTableView::clicked, this, edit);
    connect(m_table, &QTableView::activated, this, edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ShortcutsDialog::updateButtons);
    connect(m_model, &ShortcutsModel::refused, this, &ShortcutsDialog::showRefusal);
    connect(m_model, &ShortcutsModel::changed, this, [this] {
        showRefusal({});
        updateButtons();
        Q_EMIT changed(m_model->shortcuts());
    });
}

void ShortcutsDialog::showRefusal(const QString &why)
{
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    if (!why.isEmpty())
        announce(m_problem, why, Politeness::Assertive);
}

void ShortcutsDialog::updateButtons()
{
    setUsable(m_reset, m_model->isChanged(m_table->currentIndex().row()),
              tr("Select an action whose key you changed."));
    setUsable(m_resetAll, m_model->shortcuts() != Shortcuts(), tr("No key was changed."));
}

} // namespace groundswell
