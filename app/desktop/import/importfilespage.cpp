#include "app/desktop/import/importfilespage.h"

#include "app/desktop/shell/settings.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/importtext.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// Which file it is, told from its name as exports are usually called; empty where it says nothing.
QString kindFromName(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    const auto says = [&name](std::initializer_list<QLatin1StringView> words) {
        return std::any_of(words.begin(), words.end(),
                           [&name](QLatin1StringView word) { return name.contains(word); });
    };
    if (says({"customer"_L1, "kunde"_L1, "client"_L1, "contact"_L1, "buyer"_L1}))
        return u"customers"_s;
    if (says({"sale"_L1, "order"_L1, "purchase"_L1, "invoice"_L1, "transaction"_L1, "verk"_L1, "umsatz"_L1}))
        return u"sales"_s;
    return says({"event"_L1, "concert"_L1, "veranst"_L1, "show"_L1}) ? u"events"_s : QString();
}

} // namespace

ImportFilesPage::ImportFilesPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_problem(new TextLabel(TextRole::Body))
{
    setObjectName(u"importFiles"_s);
    setAccessibleName(tr("Files"));
    setAcceptDrops(true);
    m_problem->setObjectName(u"importFilesProblem"_s);
    m_problem->setToken(Token::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *hint = new TextLabel(TextRole::Caption,
                               tr("CSV in any encoding and with any delimiter, also compressed (.gz). You "
                                  "can drop the files here."));
    hint->setObjectName(u"importFilesHint"_s);
    hint->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(
        makeRow(u"events"_s,
                tr("What you put on: number, title, date; venue, seats and artists where you have them.")));
    rows->addWidget(
        makeRow(u"sales"_s, tr("Who bought what and when: customer, event, time; quantity and price.")));
    rows->addWidget(
        makeRow(u"customers"_s, tr("Optional. E-mail, name, city and consent; needed for customer lists.")));
    rows->addWidget(hint);
    rows->addWidget(m_problem);
    rows->addStretch(1);
}

QWidget *ImportFilesPage::makeRow(const QString &kind, const QString &needs)
{
    auto *card = new Card;
    card->setObjectName(kind + u"FileCard"_s);
    card->content()->setSpacing(units(this, 0.5));
    auto *title = new TextLabel(TextRole::Strong, ImportText::kind(kind));
    title->setObjectName(kind + u"FileTitle"_s);
    auto *explanation = new TextLabel(TextRole::Caption, needs);
    explanation->setObjectName(kind + u"FileNeeds"_s);
    explanation->setWordWrap(true);
    auto *path = new QLineEdit;
    nameWidget(path, kind + u"FilePath"_s, tr("File: %1").arg(ImportText::kind(kind)));
    path->setAccessibleDescription(needs);
    path->setPlaceholderText(tr("No file chosen"));
    path->setAcceptDrops(false); // the page takes drops and knows which file is which
    auto *button = new QPushButton(tr("Choose…"));
    nameWidget(button, kind + u"FileChoose"_s, tr("Choose the file: %1").arg(ImportText::kind(kind)));
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 1));
    row->addWidget(path, 1);
    row->addWidget(button);
    card->content()->addWidget(title);
    card->content()->addWidget(explanation);
    card->content()->addLayout(row);
    m_paths.insert(kind, path);
    connect(button, &QPushButton::clicked, this, [this, kind] { choose(kind); });
    connect(path, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        Q_EMIT changed();
    });
    return card;
}

QString ImportFilesPage::file(const QString &kind) const
{
    return m_paths.value(kind)->text().trimmed();
}

bool ImportFilesPage::isComplete() const
{
    return !file(u"events"_s).isEmpty() && !file(u"sales"_s).isEmpty();
}

void ImportFilesPage::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_problem, text, Politeness::Assertive);
}

void ImportFilesPage::choose(const QString &kind)
{
    auto *dialog =
        new QFileDialog(this, tr("Choose the file: %1").arg(ImportText::kind(kind)), m_settings.lastFolder(),
                        tr("Tables (*.csv *.csv.gz *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString &path) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        m_paths.value(kind)->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void ImportFilesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportFilesPage::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            take(url.toLocalFile());
    }
    event->acceptProposedAction();
}

void ImportFilesPage::take(const QString &path)
{
    QString kind = kindFromName(path);
    for (const QString &next : {u"events"_s, u"sales"_s, u"customers"_s}) {
        if (kind.isEmpty() && file(next).isEmpty())
            kind = next;
    }
    if (!kind.isEmpty())
        m_paths.value(kind)->setText(QDir::toNativeSeparators(path));
}

} // namespace groundswell
