#include "app/desktop/packages/customerlistdownload.h"

#include "app/net/waveclient.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace groundswell {

/// Passes a list on to the file; of the second and later ones without the header line.
class CustomerListDownload::Sink : public QIODevice {
public:
    Sink(QIODevice &target, bool skipHeader)
        : m_target(target)
        , m_skipping(skipHeader)
    {
        open(QIODevice::WriteOnly);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        qint64 from = 0;
        while (m_skipping && from < size) {
            if (data[from++] == '\n')
                m_skipping = false;
        }
        return m_target.write(data + from, size - from) == size - from ? size : -1;
    }

private:
    QIODevice &m_target;
    bool m_skipping;
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
