#include "app/desktop/setup/conflictdialog.h"

#include "app/look/accessibility.h"
#include "app/look/issuetext.h"
#include "app/look/style.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "models/items/format.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int ValueCharacters = 60;
constexpr int DialogCharacters = 92;

/// A field's value for the eye; lists and objects as the service writes them.
QString valueText(const QJsonValue &value)
{
    QString text;
    if (value.isUndefined() || value.isNull())
        return format::unknown();
    if (value.isString())
        text = value.toString();
    else if (value.isDouble())
        text = QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    else
        text = QString::fromUtf8(
            QJsonDocument(value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                .toJson(QJsonDocument::Compact));
    if (text.isEmpty())
        return format::unknown();
    return text.size() > ValueCharacters ? text.left(ValueCharacters - 1) + u'…' : text;
}

} // namespace

ConflictDialog::ConflictDialog(const MergeResult &conflict, QWidget *parent)
    : QDialog(parent)
{
    nameWidget(this, u"conflictDialog"_s, tr("Compare the two versions"));
    setWindowTitle(tr("Compare the two versions"));
    setModal(true);
    setMinimumWidth(characters(this, DialogCharacters));

    auto *title = new TextLabel(TextRole::Title, tr("Which version should stay?"));
    title->setObjectName(u"conflictTitle"_s);
    auto *lead = new TextLabel(
        TextRole::Body,
        tr("Someone else changed the same fields as you. Everything else has been merged already."));
    lead->setObjectName(u"conflictLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);

    auto *use = new QPushButton(tr("Use this choice"));
    nameWidget(use, u"conflictUse"_s, use->text());
    use->setProperty(kPrimaryProperty, true);
    use->setDefault(true);
    auto *later = new QPushButton(tr("Decide later"));
    nameWidget(later, u"conflictLater"_s, later->text());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(use);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(makeFields(conflict), 1);
    rows->addLayout(buttons);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, [this] {
        ConflictChoice choice;
        for (const auto &[path, theirs] : m_theirs) {
            choice.byField.emplace_back(
                path, theirs->isChecked() ? ConflictChoice::Side::Theirs : ConflictChoice::Side::Mine);
        }
        Q_EMIT chosen(choice);
        accept();
    });
}

QWidget *ConflictDialog::makeFields(const MergeResult &conflict)
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(units(this, 2));
    grid->setVerticalSpacing(units(this, 1.5));
    int row = 0;
    for (const MergeConflict &field : conflict.conflicts) {
        const QString name = fieldText(field.path);
        const QString suffix = QString::number(row + 1);
        auto *label = new TextLabel(TextRole::Strong, name);
        label->setObjectName(u"conflictField"_s + suffix);
        auto *mine = new QRadioButton(tr("Mine: %1").arg(valueText(field.mine)));
        auto *theirs = new QRadioButton(tr("Theirs: %1").arg(valueText(field.theirs)));
        nameWidget(mine, u"conflictMine"_s + suffix, tr("%1, mine: %2").arg(name, valueText(field.mine)));
        nameWidget(theirs, u"conflictTheirs"_s + suffix,
                   tr("%1, theirs: %2").arg(name, valueText(field.theirs)));
        auto *group = new QButtonGroup(page);
        group->addButton(mine);
        group->addButton(theirs);
        mine->setChecked(true);
        grid->addWidget(label, row, 0);
        grid->addWidget(mine, row, 1);
        grid->addWidget(theirs, row, 2);
        m_theirs.emplace_back(field.path, theirs);
        ++row;
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    auto *area = new QScrollArea;
    nameWidget(area, u"conflictScroll"_s, tr("Fields"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    return area;
}

} // namespace groundswell
