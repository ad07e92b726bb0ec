#include "app/desktop/packages/customerlistdownload.h"

#include "app/audience/csvsplitter.h"
#include "app/audience/csvwriter.h"
#include "app/net/wave/waveclient.h"

#include <QIODevice>

#include <utility>

using namespace Qt::StringLiterals;

namespace groundswell {

/// Writes a list that comes from the service to the file, for people: its cells defused for spreadsheets,
/// since names come from public order forms. Of the second and later ones without the header line.
class CustomerListDownload::Sink : public QIODevice {
public:
    Sink(QIODevice &target, bool skipHeader)
        : m_csv(target, {.formulaGuard = true})
        , m_rows([this](std::span<const std::string_view> cells) { return pass(cells); })
        , m_skipping(skipHeader)
    {
        open(QIODevice::WriteOnly);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    /// False where the list broke off, or the file can't take it: see takesMore().
    [[nodiscard]] bool finish()
    {
        if (!m_rows.finish())
            return false;
        m_takesMore = m_csv.finish();
        return m_takesMore;
    }
    [[nodiscard]] bool takesMore() const { return m_takesMore; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_rows.take({data, static_cast<std::size_t>(size)}) ? size : -1;
    }

private:
    bool pass(std::span<const std::string_view> cells)
    {
        m_takesMore = std::exchange(m_skipping, false) || m_csv.writeRow(cells);
        return m_takesMore;
    }

    CsvWriter m_csv;
    CsvSplitter m_rows;
    bool m_skipping;
    bool m_takesMore = true; ///< the file
};

CustomerListDownload::CustomerListDownload(WaveClient &client, const PackageId &package,
                                           std::vector<ClusterName> clusters, const QString &fileName,
                                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_package(package)
    , m_clusters(std::move(clusters))
    , m_file(fileName)
{
}

CustomerListDownload::~CustomerListDownload() = default;

void CustomerListDownload::start()
{
    if (!m_file.begin()) {
        failToWrite();
        return;
    }
    next();
}

void CustomerListDownload::next()
{
    if (m_done == m_clusters.size()) {
        if (m_file.commit())
            Q_EMIT saved(m_file.path());
        else
            failToWrite();
        return;
    }
    m_sink = std::make_unique<Sink>(m_file, m_done > 0);
    m_request = m_client.customerList(m_package, m_clusters.at(m_done), m_sink.get(), this,
                                      [this](const Expected<void> &list) {
                                          if (!list) {
                                              fail(list.error());
                                              return;
                                          }
                                          if (!m_sink->finish()) {
                                              if (m_sink->takesMore())
                                                  fail(Problem::protocol({}, u"whole rows of CSV"_s));
                                              else
                                                  failToWrite();
                                              return;
                                          }
                                          ++m_done;
                                          Q_EMIT progressed(double(m_done) / double(m_clusters.size()));
                                          next();
                                      });
}

void CustomerListDownload::failToWrite()
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = u"error.client.file_unwritable"_s;
    problem.detail = m_file.errorString();
    fail(problem);
}

void CustomerListDownload::fail(const Problem &problem)
{
    m_file.cancel();
    Q_EMIT failed(problem);
}

} // namespace groundswell
