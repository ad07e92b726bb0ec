#include "tests/bench/engine.h"

#include "app/audience/csvwriter.h"
#include "app/audience/hash.h"
#include "app/audience/normalise.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace groundswell::bench {

using namespace service;

namespace {

/// Addresses of the length that people have.
std::vector<std::string> addresses(int count)
{
    std::vector<std::string> result;
    for (int i = 0; i < count; ++i)
        result.push_back("katharina.mustermann" + std::to_string(i) + "@post.example");
    return result;
}

} // namespace

void measureExport(const Setting &setting)
{
    const auto store = openedStore(setting.workspace);
    const Dataset data = loadedDataset(*store);
    QFile file(QDir(setting.out).filePath(QStringLiteral("export.csv")));
    for (int pass = 0; pass < setting.passes; ++pass) {
        report("export", us, secondsOf([&] {
                   if (!file.open(QIODevice::WriteOnly))
                       return;
                   CsvWriter csv(file, {.formulaGuard = true});
                   csv.writeRow({"customer_id", "email", "phone", "first_name", "last_name", "city", "zip",
                                 "country"});
                   const auto written =
                       store->sales().visitContacts(data.customerIds, [&](const CustomerContact &of) {
                           csv.writeRow({of.id, of.email, of.phone, of.firstName, of.lastName, of.city,
                                         of.zip, of.country});
                       });
                   if (!written)
                       report("export", "could not be read", 0);
                   if (!csv.finish())
                       report("export", "could not be written", 0);
                   file.close();
               }));
    }
}

void measureHashing(const Setting &setting)
{
    constexpr int count = 1'000'000;
    const std::vector<std::string> emails = addresses(count);
    QStringList texts;
    for (const std::string &email : emails)
        texts.append(QString::fromStdString(email));
    Sha256Hasher hasher;
    qsizetype sum = 0; // keeps the work from being left out
    for (int pass = 0; pass < setting.passes; ++pass) {
        report("hash", us, secondsOf([&] {
                   for (const QString &text : texts)
                       sum += hasher.hash(text).size();
               }));
        report("hash", "QCryptographicHash", secondsOf([&] {
                   for (const std::string &email : emails) {
                       const QByteArrayView view(email.data(), static_cast<qsizetype>(email.size()));
                       sum += QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().size();
                   }
               }));
        report("normalise", us, secondsOf([&] {
                   for (const QString &text : texts)
                       sum += hasher.hash(normalise::email(text)).size();
               }));
    }
    if (sum == 0)
        report("hash", "nothing was hashed", 0);
}

} // namespace groundswell::bench
