// The table of import fields, held against everybody who reads it.
#include "app/look/texts/importtext.h"
#include "app/service/import/importer.h"
#include "app/service/store/store.h"
#include "models/import/importfields.h"

#include "csvfiles.h"
#include "support/contract.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <map>

using namespace groundswell;
using namespace groundswell::service;

namespace {

QString named(FileKind kind)
{
    return QString::fromLatin1(fileKindName(kind));
}

QStringList namesOf(FileKind kind)
{
    QStringList names;
    for (const ImportField &field : importFields(kind))
        names.append(QString::fromLatin1(field.name));
    return names;
}

/// A value that can't be read, and the reason that is given.
std::pair<QByteArray, QString> spoiled(ImportValue value)
{
    const QByteArray tooLong(20'001, 'x');
    switch (value) {
    case ImportValue::Id:
    case ImportValue::Text:
    case ImportValue::List:
        return {tooLong, u"value.too_long"_qs};
    case ImportValue::Date:
        return {"someday", u"value.date"_qs};
    case ImportValue::TimeOfDay:
        return {"sometime", u"value.time"_qs};
    case ImportValue::Number:
    case ImportValue::Decimal:
        return {"some", u"value.number"_qs};
    case ImportValue::Money:
        return {"some", u"value.money"_qs};
    case ImportValue::Currency:
        return {"ZZZ", u"currency.other"_qs};
    case ImportValue::YesNo:
        return {"perhaps", u"value.boolean"_qs};
    }
    return {};
}

} // namespace

class TestImportFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theTableIsWhole_data() { addFields(); }
    void theTableIsWhole();
    void theTextsAreGerman_data() { addFields(); }
    void theTextsAreGerman();
    void everyHeaderIsRecognised_data() { addFields(); }
    void everyHeaderIsRecognised();
    void everyFieldIsRead_data() { addFields(); }
    void everyFieldIsRead();
    void theExamplesCanBeImported();
    void mappingsTakeTheFields();
    void theWindowOffersTheFields();
    void theApiListsTheFields();

private:
    static void addFields()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("name");
        for (const FileKind kind : allFileKinds()) {
            for (const QString &name : namesOf(kind))
                QTest::addRow("%s %s", fileKindName(kind), qPrintable(name)) << kind << name;
        }
    }
    static const ImportField &fetched()
    {
        QFETCH(FileKind, kind);
        QFETCH(QString, name);
        return *importField(kind, name);
    }
    /// Two rows of the examples of all required fields and of \a other; the second holds \a value instead.
    static QByteArray rows(FileKind kind, const ImportField &other, const QByteArray &value);
    [[nodiscard]] service::ImportExpected<service::ImportReport>
    import(const std::map<FileKind, QByteArray> &files);

    std::unique_ptr<CsvFiles> m_files;
    std::unique_ptr<Store> m_store;
};

void TestImportFields::init()
{
    m_store.reset();
    m_files = std::make_unique<CsvFiles>();
    m_store = std::move(*openStore(m_files->path(QStringLiteral("w.gsw"))));
}

service::ImportExpected<service::ImportReport>
TestImportFields::import(const std::map<FileKind, QByteArray> &files)
{
    service::ImportRequest request;
    for (const auto &[kind, text] : files)
        request.files.push_back({kind, m_files->write(named(kind) + u".csv"_qs, text)});
    return importFiles(*m_store, request);
}

QByteArray TestImportFields::rows(FileKind kind, const ImportField &other, const QByteArray &value)
{
    QByteArrayList headers, first, second;
    for (const ImportField &field : importFields(kind)) {
        const bool isOther = field.name == other.name;
        if (!field.isRequired && !isOther)
            continue;
        headers << field.name;
        first << field.example;
        second << (isOther ? value : QByteArray(field.example));
    }
    return headers.join(',') + '\n' + first.join(',') + '\n' + second.join(',') + '\n';
}

void TestImportFields::theTableIsWhole()
{
    const ImportField &field = fetched();
    QFETCH(FileKind, kind);
    QCOMPARE(namesOf(kind).count(QString::fromLatin1(field.name)), 1);
    QVERIFY(*field.label && *field.example);
    QVERIFY(QByteArray(field.help).endsWith('.'));
}

/// Both languages: the table's own is English.
void TestImportFields::theTextsAreGerman()
{
    const ImportField &field = fetched();
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/groundswell_de.qm")));
    QVERIFY(!german.translate("groundswell::ImportText", field.label).isEmpty());
    QVERIFY(!german.translate("groundswell::ImportText", field.help).isEmpty());
}

/// A synonym that isn't written as headers are compared would never be found.
void TestImportFields::everyHeaderIsRecognised()
{
    const ImportField &field = fetched();
    QFETCH(FileKind, kind);
    QFETCH(QString, name);
    QVERIFY(guessMapping(kind, {name}).contains(name));
    for (const QString &header : QString::fromUtf8(field.synonyms).split(u' '))
        QVERIFY2(!guessMapping(kind, {header}).isEmpty(), qPrintable(header));
}

/// The import reads the field, and as the value that the table says: one that is none is refused and named.
void TestImportFields::everyFieldIsRead()
{
    const ImportField &field = fetched();
    QFETCH(FileKind, kind);
    QFETCH(QString, name);
    const auto [value, reason] = spoiled(field.value);
    std::map<FileKind, QByteArray> files{
        {FileKind::Events, rows(FileKind::Events, importFields(FileKind::Events).front(), "e2")}};
    files[kind] = rows(kind, field, value);
    const auto report = import(files);
    QVERIFY2(report, report ? "" : qPrintable(report.error().messageId));
    for (const FileReport &file : report->files) {
        if (file.kind != kind)
            continue;
        QCOMPARE(file.rejected, 1);
        QCOMPARE(file.examples.front().column, name);
        QCOMPARE(file.examples.front().reason, reason);
    }
}

void TestImportFields::theExamplesCanBeImported()
{
    std::map<FileKind, QByteArray> files;
    for (const FileKind kind : allFileKinds()) {
        QByteArrayList examples;
        for (const ImportField &field : importFields(kind))
            examples << field.example;
        files[kind] = namesOf(kind).join(u',').toUtf8() + '\n' + examples.join(',') + '\n';
    }
    const auto report = import(files);
    QVERIFY2(report, report ? "" : qPrintable(report.error().messageId));
    QCOMPARE(report->rejected(), 0);
    QCOMPARE(report->sales.added, 1);
}

void TestImportFields::mappingsTakeTheFields()
{
    for (const FileKind kind : allFileKinds()) {
        QJsonObject fields;
        for (const QString &name : namesOf(kind))
            fields.insert(name, QJsonValue());
        const auto mapping =
            service::ImportMapping::fromJson(QJsonDocument(QJsonObject{{named(kind), fields}}).toJson());
        QVERIFY(mapping);
        QCOMPARE(mapping->fields.at(kind).size(), namesOf(kind).size());
    }
    QCOMPARE(service::ImportMapping::fromJson("{\"sales\":{\"row\":\"Row\"}}").error().messageId,
             u"import.mapping_field"_qs);
}

void TestImportFields::theWindowOffersTheFields()
{
    for (const FileKind kind : allFileKinds()) {
        const QStringList offered = ImportText::fields(named(kind));
        const QStringList read = namesOf(kind);
        QCOMPARE(QSet<QString>(offered.begin(), offered.end()), QSet<QString>(read.begin(), read.end()));
        QCOMPARE(offered.size(), read.size());
        const QStringList required = ImportText::requiredFields(named(kind));
        QCOMPARE(offered.mid(0, required.size()), required);
        for (const QString &name : offered) {
            QCOMPARE(required.contains(name), importField(kind, name)->isRequired);
            QCOMPARE(ImportText::field(named(kind), name), QString::fromUtf8(importField(kind, name)->label));
            QVERIFY(ImportText::help(named(kind), name)
                        .contains(QString::fromUtf8(importField(kind, name)->help)));
        }
    }
}

void TestImportFields::theApiListsTheFields()
{
    const Contract contract = Contract::load();
    QJsonObject listed;
    for (const Contract::Operation &operation : contract.operations()) {
        if (operation.id != u"startImport")
            continue;
        for (const Contract::Member &member : contract.requestMembers(operation)) {
            if (member.path == QStringList{u"mapping"_qs})
                listed = member.schema[u"x-fields"].toObject();
        }
    }
    for (const FileKind kind : allFileKinds())
        QCOMPARE(listed[named(kind)].toArray(), QJsonArray::fromStringList(namesOf(kind)));
}

QTEST_GUILESS_MAIN(TestImportFields)
#include "tst_importfields.moc"
