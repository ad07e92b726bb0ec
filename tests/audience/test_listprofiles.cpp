#include "app/audience/listprofiles.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace groundswell;

namespace {

ListPerson jane()
{
    ListPerson person;
    person.customerId = QStringLiteral("c1");
    person.email = QStringLiteral("Jane.Doe+Opera@gmail.com");
    person.phone = QStringLiteral("+44 7123 456789");
    person.firstName = QStringLiteral("Jane");
    person.lastName = QStringLiteral("Doe");
    person.city = QStringLiteral("London");
    person.zip = QStringLiteral("SW1A 1AA");
    person.country = QStringLiteral("gb");
    person.tc = QStringLiteral("family");
    person.tcRunId = 42;
    person.affinity = 0.75;
    return person;
}

struct Written {
    QStringList lines;
    ListReport report;
};

Written write(const ListProfile &profile, const std::vector<ListPerson> &people,
              const ListOptions &options = {})
{
    std::string text;
    size_t next = 0;
    Written result;
    result.report = writeList(
        profile, options,
        [&](ListPerson &person) {
            if (next == people.size())
                return false;
            person = people[next++];
            return true;
        },
        [&](std::string_view block) {
            text += block;
            return true;
        });
    result.lines = QString::fromStdString(text).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    return result;
}

QString sha(const char *text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray(text), QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestListProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waveListsAreAsTheyCame()
    {
        ListPerson bare;
        bare.customerId = QStringLiteral("c2");
        bare.firstName = QStringLiteral("=HYPERLINK()");
        ListOptions options;
        options.csv.formulaGuard = true;
        const Written file = write(waveProfile(), {jane(), bare}, options);
        QCOMPARE(file.lines.at(0),
                 QStringLiteral(
                     "customer_id,email,phone,first_name,last_name,city,zip,country,tc,tc_run_id,affinity"));
        QCOMPARE(
            file.lines.at(1),
            QStringLiteral(
                "c1,Jane.Doe+Opera@gmail.com,+44 7123 456789,Jane,Doe,London,SW1A 1AA,gb,family,42,0.75"));
        QCOMPARE(file.lines.at(2), QStringLiteral("c2,,,'=HYPERLINK(),,,,,,0,"));
        QCOMPARE(file.report.written, 2);
        QVERIFY(file.report.complete);
    }

    void metaHashesEverythingAndFoldsNothing()
    {
        const Written file = write(metaProfile(), {jane()});
        QCOMPARE(file.lines.at(0), QStringLiteral("email,phone,fn,ln,ct,zip,country"));
        const QStringList cells = file.lines.at(1).split(u',');
        QCOMPARE(cells.at(0), sha("jane.doe+opera@gmail.com"));
        QCOMPARE(cells.at(1), sha("447123456789")); // no plus
        QCOMPARE(cells.at(2), sha("jane"));
        QCOMPARE(cells.at(4), sha("london"));
        QCOMPARE(cells.at(5), sha("sw1a1"));
        QCOMPARE(cells.at(6), sha("gb"));
    }

    void googleHashesPeopleNotPlaces()
    {
        const Written file = write(googleProfile(), {jane()});
        QCOMPARE(file.lines.at(0), QStringLiteral("Email,Phone,First Name,Last Name,Country,Zip"));
        const QStringList cells = file.lines.at(1).split(u',');
        QCOMPARE(cells.at(0), sha("janedoe@gmail.com"));
        QCOMPARE(cells.at(1), sha("+447123456789"));
        QCOMPARE(cells.at(2), sha("jane"));
        QCOMPARE(cells.at(4), QStringLiteral("GB"));
        QCOMPARE(cells.at(5), QStringLiteral("SW1A 1AA"));
    }

    void plainListsAreNormalisedInClear()
    {
        QCOMPARE(write(metaProfile(false), {jane()}).lines.at(1),
                 QStringLiteral("jane.doe+opera@gmail.com,447123456789,jane,doe,london,sw1a1,gb"));
    }

    void emptyStaysEmpty()
    {
        ListPerson person;
        person.email = QStringLiteral("a@example.org");
        const Written file = write(metaProfile(), {person});
        QCOMPARE(file.lines.at(1), QString(sha("a@example.org") + QStringLiteral(",,,,,,")));
    }

    void hashedValuesAreOnlyLowered()
    {
        ListPerson person;
        person.email = sha("a@example.org").toUpper();
        person.phone = sha("447123456789");
        const QStringList cells = write(metaProfile(), {person}).lines.at(1).split(u',');
        QCOMPARE(cells.at(0), sha("a@example.org"));
        QCOMPARE(cells.at(1), sha("447123456789"));
    }

    void halfAnAddressIsLeftOut()
    {
        ListPerson person = jane();
        person.zip.clear();
        const QStringList google = write(googleProfile(), {person}).lines.at(1).split(u',');
        QVERIFY(google.at(2).isEmpty() && google.at(3).isEmpty() && google.at(4).isEmpty());
        const QStringList meta = write(metaProfile(), {person}).lines.at(1).split(u',');
        QCOMPARE(meta.at(3), sha("doe")); // a city is a place too
    }

    void peopleNobodyCanFindAreCounted()
    {
        ListPerson nobody;
        nobody.customerId = QStringLiteral("c");
        ListPerson badEmail;
        badEmail.email = QStringLiteral("jane(at)example.org");
        ListPerson localPhone;
        localPhone.phone = QStringLiteral("0170 1234567");
        ListPerson kept = jane();
        kept.email = QStringLiteral("nonsense");
        const std::vector<ListPerson> people{nobody, badEmail, localPhone, kept};

        const Written file = write(metaProfile(), people);
        QCOMPARE(file.report.read, 4);
        QCOMPARE(file.report.written, 1);
        QCOMPARE(file.report.dropped.at(DropReason::NoContact), 1);
        QCOMPARE(file.report.dropped.at(DropReason::UnusableEmail), 1);
        QCOMPARE(file.report.dropped.at(DropReason::UnusablePhone), 1);
        QCOMPARE(file.report.emailsLeftOut, 1);
        QCOMPARE(file.report.firstDropped.at(2).row, 3);
        QCOMPARE(file.lines.size(), 2);

        ListOptions german;
        german.defaultCountry = QStringLiteral("DE");
        QCOMPARE(write(metaProfile(), people, german).report.written, 2);
    }

    void nameAndPlaceAreAContact()
    {
        ListPerson person = jane();
        person.email.clear();
        person.phone.clear();
        QCOMPARE(write(googleProfile(), {person}).report.written, 1);
    }

    void platformsGetTheirOwnCsv()
    {
        ListOptions options;
        options.csv = {';', false, true, true};
        QVERIFY(write(googleProfile(), {jane()}, options).lines.at(0).startsWith(u"Email,"));
    }

    void aFullDiskIsTold()
    {
        const ListReport report = writeList(
            metaProfile(), {}, [](ListPerson &) { return false; }, [](std::string_view) { return false; });
        QVERIFY(!report.complete);
    }
};

QTEST_GUILESS_MAIN(TestListProfiles)
#include "test_listprofiles.moc"
