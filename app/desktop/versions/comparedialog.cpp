#include "app/desktop/versions/comparedialog.h"

#include "app/desktop/versions/comparisontable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 100;

} // namespace

CompareDialog::CompareDialog(const Texts &texts, std::vector<FieldDifference> differences,
                             const FieldWording &wording, QWidget *parent)
    : QDialog(parent)
{
    nameWidget(this, u"compareDialog"_s, texts.title);
    setWindowTitle(texts.title);
    setModal(true);
    auto *title = new TextLabel(TextRole::Title, texts.title);
    title->setObjectName(u"compareTitle"_s);
    auto *lead = new TextLabel(TextRole::Body, texts.lead);
    lead->setObjectName(u"compareLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    auto *table = new ComparisonTable(wording);
    table->show(texts.before, texts.after, std::move(differences));

    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"compareClose"_s, close->text());
    auto *before = new QPushButton(texts.keepBefore);
    nameWidget(before, u"compareKeepBefore"_s, before->text());
    auto *after = new QPushButton(texts.keepAfter);
    nameWidget(after, u"compareKeepAfter"_s, after->text());
    after->setProperty(kPrimaryProperty, true);
    after->setDefault(true);
    before->setVisible(!texts.keepBefore.isEmpty());
    after->setVisible(!texts.keepAfter.isEmpty());
    for (QPushButton *button : {close, before})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(before);
    buttons->addWidget(after);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(table, 1);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(before, &QPushButton::clicked, this, [this] {
        Q_EMIT beforeChosen();
        accept();
    });
    connect(after, &QPushButton::clicked, this, [this] {
        Q_EMIT afterChosen();
        accept();
    });
}

} // namespace groundswell
