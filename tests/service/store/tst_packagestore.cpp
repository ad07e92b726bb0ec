#include "app/service/store/packagestore.h"
#include "app/service/store/sqlite/stores/packagelist.h"
#include "app/service/store/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

namespace {

std::vector<PackageMember> people()
{
    std::vector<PackageMember> members;
    for (int i = 0; i < 3000; ++i)
        members.push_back({"customer-" + std::to_string(100'000 + i), 0.5});
    return members;
}

/// All that lies in the folder, the write-ahead log too.
QByteArray everythingIn(const QTemporaryDir &folder)
{
    QByteArray bytes;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

/// What is deleted from a package is gone from the disk: the lists are personal data.
class TestPackageStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsDeletedIsOverwritten_data()
    {
        QTest::addColumn<bool>("expires");
        QTest::newRow("the lists expire") << true;
        QTest::newRow("the package is built again") << false;
    }
    void whatIsDeletedIsOverwritten()
    {
        QFETCH(bool, expires);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.groundswell"));
        const std::vector<PackageMember> members = people();
        const QByteArray trace = packList(members).front().mid(100, 64);

        auto store = openStore(path);
        QVERIFY(store);
        const auto package = (*store)->packages().create({});
        QVERIFY(package);
        BuiltPackage built;
        built.clusters.push_back({ClusterName(QStringLiteral("A")), QStringLiteral("Opera"), members});
        built.customers = qint64(members.size());
        const QDateTime expiry(QDate(2026, 12, 26), QTime(12, 0), Qt::UTC);
        QCOMPARE((*store)->packages().finish(package->row.id, package->attempt, built, expiry), true);
        QVERIFY(everythingIn(folder).contains(trace));

        if (expires)
            QVERIFY((*store)->packages().expire(package->row.id, {}));
        else
            QVERIFY((*store)->packages().restart(package->row.id));
        store->reset(); // which takes the log into the file
        QVERIFY(!everythingIn(folder).contains(trace));
    }
};

QTEST_GUILESS_MAIN(TestPackageStore)
#include "tst_packagestore.moc"
