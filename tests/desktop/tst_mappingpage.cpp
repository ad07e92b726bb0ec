#include "app/desktop/import/mappingpage.h"
#include "app/desktop/shell/settings.h"
#include "models/import/importfields.h"
#include "models/wave/local/importrequest.h"

#include <QComboBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// Second step of the import: whatever the service can take can be mapped.
class TestMappingPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldIsOffered()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        MappingPage page(settings);
        ImportPreview preview;
        for (const FileKind kind : allFileKinds())
            preview.files.insert(QLatin1StringView(fileKindName(kind)), {{u"Nr"_s}, {{u"1"_s}}, {}, {}});
        page.setPreview(preview);
        QVERIFY(!page.isComplete());
        for (const FileKind kind : allFileKinds()) {
            const QString name = QString::fromLatin1(fileKindName(kind));
            const auto *table = page.findChild<QTableWidget *>(name + u"Mapping"_s);
            QVERIFY(table);
            QCOMPARE(table->rowCount(), int(importFields(kind).size()));
            for (const ImportField &field : importFields(kind)) {
                auto *box = page.findChild<QComboBox *>(name + u'_' + QLatin1StringView(field.name));
                QVERIFY2(box, field.name);
                QCOMPARE(box->accessibleName(), QString::fromUtf8(field.label));
                box->setCurrentIndex(box->findData(u"Nr"_s));
                QCOMPARE(page.mapping().columns(name).value(QLatin1StringView(field.name)), u"Nr"_s);
            }
        }
        QVERIFY(page.isComplete());
    }
};

QTEST_MAIN(TestMappingPage)
#include "tst_mappingpage.moc"
