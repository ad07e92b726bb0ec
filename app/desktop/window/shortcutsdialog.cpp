#include "app/desktop/window/shortcutsdialog.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

QString withoutMnemonic(QString text)
{
    const QString placeholder(QChar(1));
    return text.replace("&&"_L1, placeholder).remove(u'&').remove(u'…').replace(placeholder, "&"_L1);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    nameWidget(this, u"shortcutsDialog"_s, tr("Keyboard shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setModal(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(unitMargins(this, 3, 2));
    grid->setHorizontalSpacing(units(this, 4));
    grid->setVerticalSpacing(units(this, 0.75));
    int row = 0;
    for (const QAction *action : actions) {
        auto *what = new QLabel(withoutMnemonic(action->text()));
        what->setObjectName(action->objectName() + u"Name"_s);
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        auto *key = new TextLabel(TextRole::Strong, keys.join(u",  "_s));
        key->setObjectName(action->objectName() + u"Keys"_s);
        grid->addWidget(what, row, 0);
        grid->addWidget(key, row++, 1);
    }
    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"shortcutsClose"_s, tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->setRowMinimumHeight(row++, units(this, 1));
    grid->addWidget(close, row, 0, 1, 2, Qt::AlignTrailing);
}

} // namespace groundswell
