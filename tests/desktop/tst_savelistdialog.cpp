#include "app/audience/listformats.h"
#include "app/desktop/packages/savelistdialog.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// Whatever format there is can be chosen, by the name and the ending that its table says.
class TestSaveListDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFileIsNamedAfterThePackage()
    {
        const SaveListDialog dialog(m_folder.path(), u"Bach & Söhne"_s);
        QCOMPARE(QFileInfo(dialog.selectedFiles().value(0)).fileName(), u"Bach---Söhne.csv"_s);
        const SaveListDialog untitled(m_folder.path(), {});
        QCOMPARE(QFileInfo(untitled.selectedFiles().value(0)).fileName(), u"package.csv"_s);
    }

    void everyFormatCanBeChosen()
    {
        SaveListDialog dialog(m_folder.path(), u"Friends"_s);
        QCOMPARE(dialog.nameFilters().size(), qsizetype(listFormats().size()));
        for (const ListFormat &format : listFormats()) {
            const QString ending = QString::fromLatin1(format.ending);
            const QString filter = listFormatLabel(format) + u" (*."_s + ending + u')';
            QVERIFY2(dialog.nameFilters().contains(filter), qPrintable(filter));
            dialog.selectNameFilter(filter);
            Q_EMIT dialog.filterSelected(filter);
            QCOMPARE(dialog.defaultSuffix(), ending);
            QCOMPARE(QFileInfo(dialog.selectedFiles().value(0)).fileName(), u"Friends."_s + ending);
            const ListFormat *chosen = nullptr;
            const auto connection = connect(&dialog, &SaveListDialog::chosen, this,
                                            [&](const QString &, const ListFormat &of) { chosen = &of; });
            Q_EMIT dialog.fileSelected(m_folder.filePath(u"Friends"_s));
            disconnect(connection);
            QCOMPARE(chosen, &format);
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestSaveListDialog)
#include "tst_savelistdialog.moc"
