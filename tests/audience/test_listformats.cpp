// The table of list formats, held against everybody who reads it.
#include "app/audience/listformats.h"
#include "app/audience/listprofiles.h"
#include "support/contract.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QtTest>

using namespace groundswell;

namespace {

using Row = std::vector<std::string_view>;
const Row columns{"customer_id", "first_name"};

/// Each list with its columns, as they come from the service.
std::string written(const ListFormat &format, const std::vector<std::vector<Row>> &lists,
                    ListReader reader = ListReader::Programs)
{
    std::string text;
    const auto writer = format.makeWriter(
        [&](std::string_view block) {
            text += block;
            return true;
        },
        reader);
    for (const std::vector<Row> &list : lists) {
        if (writer->beginList(columns) != ListWriter::Begun::Yes)
            return {};
        for (const Row &row : list) {
            if (!writer->writeRow(row))
                return {};
        }
    }
    return writer->finish() ? text : std::string();
}

} // namespace

class TestListFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTableIsWhole_data() { addFormats(); }
    void theTableIsWhole();
    void listsAreJoinedUnderTheirColumnsOnce_data() { addFormats(); }
    void listsAreJoinedUnderTheirColumnsOnce();
    void otherColumnsAreNotJoined_data() { addFormats(); }
    void otherColumnsAreNotJoined();
    void aFullDiskIsTold_data() { addFormats(); }
    void aFullDiskIsTold();
    void peopleGetNoFormulas();
    void theApiNamesWhatTheServiceHandsOut();

private:
    static void addFormats()
    {
        QTest::addColumn<QString>("id");
        for (const ListFormat &format : listFormats())
            QTest::addRow("%s", format.id) << QString::fromLatin1(format.id);
    }
    static const ListFormat &fetched()
    {
        QFETCH(QString, id);
        return *listFormat(id);
    }
};

void TestListFormats::theTableIsWhole()
{
    const ListFormat &format = fetched();
    static const QRegularExpression word(QStringLiteral("^[a-z0-9]+$"));
    QVERIFY(word.match(QString::fromLatin1(format.ending)).hasMatch());
    QVERIFY(QByteArray(format.mediaType).contains('/'));
    QCOMPARE(listFormatLabel(format), QString::fromUtf8(format.label));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/groundswell_de.qm")));
    QVERIFY(!german.translate("groundswell::ListFormat", format.label).isEmpty());
    for (const ListFormat &other :
         listFormats()) // ids tell formats apart, and so do the labels in the window
        QVERIFY(
            &other == &format
            || (std::string_view(other.id) != format.id && std::string_view(other.label) != format.label));
}

void TestListFormats::listsAreJoinedUnderTheirColumnsOnce()
{
    const ListFormat &format = fetched();
    const Row a{"1", "Mia"}, b{"2", "Jürgen, \"the second\"\nof his name"}, c{"3", ""};
    const std::string together = written(format, {{a, b, c}});
    QVERIFY(!together.empty());
    QCOMPARE(written(format, {{a}, {b, c}}), together);
    QCOMPARE(written(format, {{}, {a, b}, {}, {c}}), together);
}

void TestListFormats::otherColumnsAreNotJoined()
{
    const auto writer = fetched().makeWriter([](std::string_view) { return true; }, ListReader::People);
    QCOMPARE(writer->beginList(columns), ListWriter::Begun::Yes);
    QCOMPARE(writer->beginList(Row{"customer_id"}), ListWriter::Begun::OtherColumns);
    QCOMPARE(writer->beginList(Row{"first_name", "customer_id"}), ListWriter::Begun::OtherColumns);
    QCOMPARE(writer->beginList(columns), ListWriter::Begun::Yes);
}

void TestListFormats::aFullDiskIsTold()
{
    const auto writer = fetched().makeWriter([](std::string_view) { return false; }, ListReader::People);
    (void)writer->beginList(columns);
    QVERIFY(!writer->finish());
}

void TestListFormats::peopleGetNoFormulas()
{
    const ListFormat &csv = usualListFormat();
    QCOMPARE(written(csv, {{{"1", "=1+1"}}}), std::string("customer_id,first_name\r\n1,=1+1\r\n"));
    QCOMPARE(written(csv, {{{"1", "=1+1"}}}, ListReader::People),
             std::string("customer_id,first_name\r\n1,'=1+1\r\n"));
}

void TestListFormats::theApiNamesWhatTheServiceHandsOut()
{
    const Contract contract = Contract::load();
    const QString type = contract.contentType(
        QStringLiteral("GET"), QStringLiteral("/package_builder/packages/{package_id}/{tc}/customer_list"),
        200);
    QCOMPARE(QString::fromLatin1(usualListFormat().mediaType).section(u';', 0, 0), type);
    QStringList names;
    for (const std::string_view column : customerListColumns)
        names.append(QString::fromUtf8(column.data(), static_cast<qsizetype>(column.size())));
    QFile description(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/resources/api/wave-openapi.yaml"));
    QVERIFY(description.open(QIODevice::ReadOnly));
    const QByteArray listed = "description: '" + names.join(u',').toUtf8() + '\'';
    QVERIFY(description.readAll().contains(listed));
}

QTEST_GUILESS_MAIN(TestListFormats)
#include "test_listformats.moc"
