#include "app/desktop/import/mappingpage.h"

#include "app/desktop/shell/settings.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/importtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonDocument>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

enum Column { FieldColumn, FileColumn, ExampleColumn, ColumnCount };
constexpr int ShownRows = 5;

} // namespace

MappingPage::MappingPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_tabs(new QTabWidget)
    , m_presets(new QComboBox)
    , m_state(new TextLabel(TextRole::Body))
{
    setObjectName(u"importMapping"_s);
    setAccessibleName(tr("Columns"));
    nameWidget(m_tabs, u"importKinds"_s, tr("Files"));
    nameWidget(m_presets, u"importPresets"_s, tr("Saved mappings"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *save = new QPushButton(tr("Save mapping…"));
    nameWidget(save, u"importSavePreset"_s, tr("Save this mapping under a name"));
    m_state->setObjectName(u"importMappingState"_s);
    m_state->setWordWrap(true);
    auto *caption = new QLabel(tr("Mapping"));
    caption->setObjectName(u"importPresetsLabel"_s);
    caption->setBuddy(m_presets);

    auto *top = new QHBoxLayout;
    top->setSpacing(units(this, 1));
    top->addWidget(caption);
    top->addWidget(m_presets);
    top->addWidget(save);
    top->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    rows->addLayout(top);
    rows->addWidget(m_tabs, 1);
    rows->addWidget(m_state);
    connect(save, &QPushButton::clicked, this, &MappingPage::savePreset);
    connect(m_presets, &QComboBox::activated, this,
            [this] { applyPreset(m_presets->currentData().toString()); });
}

void MappingPage::setPreview(const ImportPreview &preview)
{
    while (m_tabs->count() > 0) {
        QWidget *page = m_tabs->widget(0);
        m_tabs->removeTab(0);
        page->deleteLater();
    }
    m_kinds.clear();
    m_preset = {};
    for (const QString &kind : importKinds()) {
        if (const FilePreview file = preview.files.value(kind); !file.headers.isEmpty())
            m_tabs->addTab(makeKind(kind, file), ImportText::kind(kind));
    }
    fillPresets();
    updateState();
}

QWidget *MappingPage::makeKind(const QString &kind, const FilePreview &preview)
{
    Kind &values = m_kinds[kind];
    values.preview = preview;
    const QStringList fields = ImportText::fields(kind);
    const QStringList required = ImportText::requiredFields(kind);

    auto *table =
        new QTableWidget(int(fields.size()), ColumnCount); // allowed: a form in rows, its cells are inputs
    values.table = table;
    nameWidget(table, kind + u"Mapping"_s, tr("%1: which column is which").arg(ImportText::kind(kind)));
    table->setHorizontalHeaderLabels({tr("What we need"), tr("Column in your file"), tr("First value")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < fields.size(); ++row) {
        const QString &field = fields.at(row);
        const bool isRequired = required.contains(field);
        auto *name = new QTableWidgetItem(isRequired ? tr("%1 (required)").arg(ImportText::field(kind, field))
                                                     : ImportText::field(kind, field));
        name->setToolTip(ImportText::help(kind, field));
        if (isRequired)
            name->setFont(fontFor(TextRole::Strong, font()));
        table->setItem(row, FieldColumn, name);
        table->setItem(row, ExampleColumn, new QTableWidgetItem);
        auto *box = new QComboBox;
        nameWidget(box, kind + u'_' + field, ImportText::field(kind, field));
        box->addItem(tr("– not in the file –"), QString());
        for (const QString &header : preview.headers)
            box->addItem(header, header);
        box->setCurrentIndex(std::max(0, box->findData(preview.guess.value(field))));
        table->setCellWidget(row, FileColumn, box);
        values.columns.insert(field, box);
        connect(box, &QComboBox::currentIndexChanged, this, [this, kind, row] {
            showExample(kind, row);
            updateState();
        });
        showExample(kind, row);
    }
    auto *split = new QSplitter(Qt::Vertical);
    nameWidget(split, kind + u"MappingSplitter"_s, ImportText::kind(kind));
    split->addWidget(table);
    split->addWidget(makeFirstRows(kind, values));
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setSizes({units(this, 30), units(this, 16)});
    return split;
}

QTableWidget *MappingPage::makeFirstRows(const QString &kind, const Kind &values)
{
    const int count = std::min(ShownRows, int(values.preview.rows.size()));
    const int columns = int(values.preview.headers.size());
    auto *table = new QTableWidget(count, columns); // allowed: an excerpt that never changes
    nameWidget(table, kind + u"FirstRows"_s,
               tr("%1: the first rows of the file").arg(ImportText::kind(kind)));
    table->setHorizontalHeaderLabels(values.preview.headers);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    for (int row = 0; row < count; ++row) {
        const QStringList &cells = values.preview.rows.at(row);
        for (int column = 0; column < std::min(table->columnCount(), int(cells.size())); ++column)
            table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    table->resizeColumnsToContents();
    return table;
}

void MappingPage::showExample(const QString &kind, int row)
{
    const Kind &values = m_kinds[kind];
    const QString field = ImportText::fields(kind).at(row);
    const qsizetype column =
        values.preview.headers.indexOf(values.columns.value(field)->currentData().toString());
    QString example;
    for (const QStringList &cells : values.preview.rows) {
        example = column >= 0 ? cells.value(column) : QString();
        if (!example.isEmpty())
            break;
    }
    values.table->item(row, ExampleColumn)->setText(example);
    values.table->item(row, ExampleColumn)->setToolTip(example);
}

ImportMapping MappingPage::mapping() const
{
    ImportMapping result = m_preset;
    for (auto kind = m_kinds.begin(); kind != m_kinds.end(); ++kind) {
        QMap<QString, QString> columns;
        for (auto box = kind->columns.begin(); box != kind->columns.end(); ++box)
            columns.insert(box.key(), box.value()->currentData().toString());
        result.setColumns(kind.key(), columns);
    }
    return result;
}

bool MappingPage::isComplete() const
{
    for (auto kind = m_kinds.begin(); kind != m_kinds.end(); ++kind) {
        for (const QString &field : ImportText::requiredFields(kind.key())) {
            if (kind->columns.value(field)->currentData().toString().isEmpty())
                return false;
        }
    }
    return !m_kinds.isEmpty();
}

void MappingPage::updateState()
{
    QStringList missing;
    for (auto kind = m_kinds.begin(); kind != m_kinds.end(); ++kind) {
        for (const QString &field : ImportText::requiredFields(kind.key())) {
            if (kind->columns.value(field)->currentData().toString().isEmpty())
                missing.append(
                    tr("%1: %2").arg(ImportText::kind(kind.key()), ImportText::field(kind.key(), field)));
        }
    }
    m_state->setToken(missing.isEmpty() ? Token::Good : Token::Warn);
    m_state->setText(missing.isEmpty()
                         ? tr("Everything that is required has its column.")
                         : tr("Say which column it is: %1.").arg(QLocale().createSeparatedList(missing)));
    Q_EMIT changed();
}

void MappingPage::fillPresets()
{
    m_presets->clear();
    m_presets->addItem(tr("As recognised"), QString());
    for (const QString &name : m_settings.mappingPresets())
        m_presets->addItem(name, name);
}

void MappingPage::applyPreset(const QString &name)
{
    if (name.isEmpty())
        return;
    m_preset = ImportMapping::fromJson(QJsonDocument::fromJson(m_settings.mappingPreset(name)).object());
    for (auto kind = m_kinds.begin(); kind != m_kinds.end(); ++kind) {
        const QMap<QString, QString> fields = m_preset.columns(kind.key());
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (QComboBox *box = kind->columns.value(field.key()))
                box->setCurrentIndex(std::max(0, box->findData(field.value())));
        }
        // A mapping that was saved before there was a field doesn't name it, and has given its column away.
        const QStringList taken = fields.values();
        for (auto column = kind->columns.begin(); column != kind->columns.end(); ++column) {
            if (!fields.contains(column.key()) && taken.contains(column.value()->currentData().toString()))
                column.value()->setCurrentIndex(0);
        }
    }
    updateState();
}

void MappingPage::savePreset()
{
    auto *dialog = new QInputDialog(this);
    nameWidget(dialog, u"importPresetName"_s, tr("Save mapping"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save mapping"));
    dialog->setLabelText(tr("Name of the mapping, for instance your ticketing system"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (name.trimmed().isEmpty())
            return;
        m_settings.setMappingPreset(name.trimmed(),
                                    QJsonDocument(mapping().toJson()).toJson(QJsonDocument::Compact));
        fillPresets();
        m_presets->setCurrentIndex(m_presets->findData(name.trimmed()));
    });
    dialog->open();
}

} // namespace groundswell
