#include "app/desktop/versions/conflictdialog.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 110;
constexpr qsizetype ValueCharacters = 120; ///< beside its button; the tool tip has the whole

QString shortened(const QString &text)
{
    return text.size() > ValueCharacters ? text.left(ValueCharacters - 1) + u'…' : text;
}

TextLabel *label(TextRole role, const QString &text, const QString &name)
{
    auto *result = new TextLabel(role, text);
    result->setObjectName(name);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    return result;
}

} // namespace

ConflictDialog::ConflictDialog(const MergeResult &conflict, const FieldWording &wording, QWidget *parent)
    : QDialog(parent)
{
    nameWidget(this, u"conflictDialog"_s, tr("Compare the two versions"));
    setWindowTitle(tr("Compare the two versions"));
    setModal(true);
    setMinimumWidth(characters(this, DialogCharacters));
    auto *title = label(TextRole::Title, tr("Which version should stay?"), u"conflictTitle"_s);
    auto *lead = label(
        TextRole::Body,
        tr("Someone else changed the same fields as you. Everything else has been merged already, and both "
           "versions are kept in the version history."),
        u"conflictLead"_s);
    lead->setToken(Token::Muted);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    QWidget *fields = makeFields(conflict, wording);
    if (m_rows.size() > 1)
        rows->addLayout(makeForAll());
    rows->addWidget(fields, 1);
    rows->addLayout(makeButtons());
}

QLayout *ConflictDialog::makeForAll()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(units(this, 1));
    const auto button = [&](const QString &text, const QString &name, QRadioButton *Row::*side) {
        auto *result = new QPushButton(text);
        nameWidget(result, name, text);
        result->setProperty(kQuietProperty, true);
        result->setAutoDefault(false);
        connect(result, &QPushButton::clicked, this, [this, side] {
            for (const Row &row : m_rows)
                (row.*side)->setChecked(true);
        });
        line->addWidget(result);
    };
    button(tr("Mine everywhere"), u"conflictAllMine"_s, &Row::mine);
    button(tr("Theirs everywhere"), u"conflictAllTheirs"_s, &Row::theirs);
    line->addStretch(1);
    return line;
}

QLayout *ConflictDialog::makeButtons()
{
    auto *use = new QPushButton(tr("Use this choice"));
    nameWidget(use, u"conflictUse"_s, use->text());
    use->setProperty(kPrimaryProperty, true);
    use->setDefault(true);
    auto *later = new QPushButton(tr("Decide later"));
    nameWidget(later, u"conflictLater"_s, later->text());
    later->setAutoDefault(false);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, &ConflictDialog::use);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(use);
    return buttons;
}

QWidget *ConflictDialog::makeFields(const MergeResult &conflict, const FieldWording &wording)
{
    auto *page = new QWidget;
    page->setObjectName(u"conflictFields"_s);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(units(this, 2));
    grid->setVerticalSpacing(units(this, 0.5));
    for (const MergeConflict &field : conflict.conflicts)
        addField(*grid, field, wording);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *area = new QScrollArea;
    nameWidget(area, u"conflictScroll"_s, tr("Fields"));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->setMinimumHeight(units(this, 16));
    return area;
}

// Three lines a field: its name, what stood there before, and the two versions side by side.
void ConflictDialog::addField(QGridLayout &grid, const MergeConflict &field, const FieldWording &wording)
{
    const QString suffix = QString::number(m_rows.size() + 1);
    const QString name = fieldNameText(field.path, wording);
    const auto value = [&](const QJsonValue &json) { return fieldValueText(field.path, json, wording); };
    const auto button = [&](const QString &objectName, const QString &shown, const QString &spoken,
                            const QString &whole) {
        auto *result = new QRadioButton(shown);
        nameWidget(result, objectName, spoken);
        result->setToolTip(whole);
        return result;
    };
    const QString mineText = value(field.mine);
    const QString theirsText = value(field.theirs);
    auto *mine = button(u"conflictMine"_s + suffix, tr("Mine: %1").arg(shortened(mineText)),
                        tr("%1, mine: %2").arg(name, mineText), mineText);
    auto *theirs = button(u"conflictTheirs"_s + suffix, tr("Theirs: %1").arg(shortened(theirsText)),
                          tr("%1, theirs: %2").arg(name, theirsText), theirsText);
    auto *group = new QButtonGroup(this);
    group->addButton(mine);
    group->addButton(theirs);
    mine->setChecked(true);

    auto *before = label(TextRole::Caption, tr("Before: %1").arg(shortened(value(field.base))),
                         u"conflictBefore"_s + suffix);
    const int top = grid.rowCount();
    grid.addWidget(label(TextRole::Strong, name, u"conflictField"_s + suffix), top, 0, 1, 2);
    grid.addWidget(before, top + 1, 0, 1, 2);
    grid.addWidget(mine, top + 2, 0);
    grid.addWidget(theirs, top + 2, 1);
    grid.setRowMinimumHeight(top + 3, units(this, 1));
    m_rows.push_back({field.path, mine, theirs});
}

void ConflictDialog::use()
{
    ConflictChoice choice;
    for (const Row &row : m_rows) {
        choice.byField.emplace_back(
            row.path, row.theirs->isChecked() ? ConflictChoice::Side::Theirs : ConflictChoice::Side::Mine);
    }
    Q_EMIT chosen(choice);
    accept();
}

} // namespace groundswell
